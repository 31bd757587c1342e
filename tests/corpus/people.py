"""Who leads the school, as its data files, documents and decisions name them."""

from __future__ import annotations

LEADERS = (
    ("Nguyễn Thị Minh Hạnh", "Hiệu trưởng", "Lãnh đạo chung, tài chính, tổ chức, công khai"),
    ("Lê Thu Hà", "Phó Hiệu trưởng", "Chuyên môn, tuyển sinh, kiểm định chất lượng"),
    ("Phạm Quốc Tuấn", "Phó Hiệu trưởng", "Cơ sở vật chất, an toàn, công nghệ thông tin"),
)
HEADS = (
    "Lê Quang Vinh",
    "Phan Thị Mai Anh",
    "Đỗ Khánh Vy",
    "Ngô Đức Huy",
    "Cao Thị Hồng Nhung",
    "Trương Công Danh",
    "Huỳnh Minh Khôi",
    "Bùi Thanh Tâm",
    "Vũ Hải Yến",
)
"""Who leads a subject team, in the order of the teams."""
OFFICE_HEAD = "Đặng Ngọc Lan"
