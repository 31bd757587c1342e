"""Read the PDF files named on standard input: one line of JSON each. A process of its own, run by `read_pdf`.

A hostile PDF can crash or stall the native library that reads it; then it takes down this process, not the check.
"""

import json
import sys
import unicodedata

MAX_PAGES = 200
MAX_LETTERS = 2_000_000
MAX_MEMORY = 1_500_000_000


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))


def read(path: str) -> dict[str, object]:
    """The pages' text, whether there are pictures, and what keeps the file from being read."""
    import pypdfium2
    from pypdfium2 import raw

    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as fault:
        needs_password = getattr(fault, "err_code", None) == raw.FPDF_ERR_PASSWORD or "password" in str(fault).lower()
        return {"fault": "locked" if needs_password else "broken"}
    pages: list[str] = []
    letters = 0
    has_pictures = False
    for index in range(min(len(document), MAX_PAGES)):
        page = document[index]
        text = page.get_textpage().get_text_range().replace("\r\n", "\n").replace("\r", "\n").replace("\ufffe", "-")
        pages.append(unicodedata.normalize("NFC", text[: MAX_LETTERS - letters]))
        letters += len(text)
        if not text.strip() and not has_pictures:
            has_pictures = next(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]), None) is not None
        if letters >= MAX_LETTERS:
            break
    return {"pages": pages, "has_pictures": has_pictures}


def main() -> None:
    """Answer line by line, so that what was read before a crash is kept."""
    _limit_memory()
    for line in sys.stdin.buffer.read().splitlines():
        try:
            answer = read(json.loads(line))
        except Exception:  # whatever a broken file makes the library do, it is the file's fault
            answer = {"fault": "broken"}
        sys.stdout.buffer.write(json.dumps(answer).encode("ascii") + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
