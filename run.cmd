@echo off
rem Double-click: sets up, builds the site, opens it. With words (run.cmd check) it hands them to run.py.
rem No labels and no goto: cmd.exe loses its place among them in a UTF-8 file.
chcp 65001 >nul
setlocal
set "PYTHONUTF8=1"
rem How this file was called, for the commands that messages show; with .\ PowerShell runs it, too.
set "CONG_TRUONG_CALLED_AS=.\run.cmd"
set "PY="
py -3 -c "" >nul 2>nul && set "PY=py -3"
if not defined PY python -c "" >nul 2>nul && set "PY=python"
if not defined PY (
    echo Máy này chưa có Python 3: hãy cài từ python.org, đánh dấu ô "Add python.exe to PATH", rồi mở lại tệp này.
    if "%~1"=="" pause >nul
    exit /b 2
)
if not "%~1"=="" (
    %PY% "%~dp0run.py" %*
    exit /b
)
pushd "%~dp0"
%PY% run.py build
set "STATUS=%ERRORLEVEL%"
echo.
if "%STATUS%"=="0" (
    echo Đã dựng xong trang của trường: "%~dp0output\index.html"
    start "" "%~dp0output\index.html"
) else (
    echo Chưa dựng được trang; xem những dòng "Cách sửa" ở trên, sửa rồi mở lại tệp này.
)
popd
echo Bấm một phím bất kỳ để đóng cửa sổ này.
pause >nul
exit /b %STATUS%
