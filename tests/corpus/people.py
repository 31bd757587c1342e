"""Who leads the school, as its data files, documents and decisions name them."""

from __future__ import annotations

LEADERS = (
    ("Nguyễn Thị Minh Hạnh", "Hiệu trưởng", "Lãnh đạo chung, tài chính, tổ chức, công khai"),
    ("Lê Thu Hà", "Phó Hiệu trưởng", "Chuyên môn, tuyển sinh, kiểm định chất lượng"),
    ("Phạm Quốc Tuấn", "Phó Hiệu trưởng", "Cơ sở vật chất, an toàn, công nghệ thông tin"),
)
