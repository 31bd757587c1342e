"""Addresses of everything a site shows: content path → address, and the pages that no single file makes."""

from __future__ import annotations

from .site import Site

# Pages made from many files, by the folder or word an author may link to.
SECTION_PAGES: dict[str, str] = {
    "gioi-thieu": "gioi-thieu/index.html",
    "tin-tuc": "tin-tuc/index.html",
    "thong-bao": "thong-bao/index.html",
    "su-kien": "su-kien/index.html",
    "doan-the": "doan-the/index.html",
    "van-ban": "van-ban/index.html",
    "thu-tuc": "thu-tuc/index.html",
    "bieu-mau": "bieu-mau/index.html",
    "lich-cong-tac": "lich-cong-tac/index.html",
    "thoi-khoa-bieu": "thoi-khoa-bieu/index.html",
    "thuc-don": "thuc-don/index.html",
    "ke-hoach": "ke-hoach/index.html",
    "cong-khai": "cong-khai/index.html",
    "tuyen-sinh": "tuyen-sinh/index.html",
    "hoc-lieu": "hoc-lieu/index.html",
    "gop-y": "gop-y/index.html",
    "can-bo": "can-bo.html",
    "lien-he": "lien-he.html",
    "lien-ket": "lien-ket.html",
    "nien-giam": "cong-khai/nien-giam.html",
}


def addresses(site: Site) -> dict[str, str]:
    """Content path → address, for every entry, asset and section of the site."""
    found = dict(SECTION_PAGES)
    found |= {f"{place}/index.html": address for place, address in SECTION_PAGES.items()}
    found |= {entry.path: entry.address for entry in site.entries()}
    found |= {form.docx_address: form.docx_address for form in site.form_templates if form.docx_address}
    found |= {asset.path: asset.path for asset in site.assets}
    found |= {entry.address: entry.address for entry in site.entries()}
    found |= {f"cong-khai/{item.year}": f"cong-khai/{item.year}/index.html" for item in site.disclosures}
    found["truong.yml"] = "index.html"
    return found


def redirects(site: Site) -> dict[str, str]:
    """Addresses that were published and are gone → where their page is now.

    A renamed file keeps its title: where exactly one page has the title that the old address had, that is the page.
    """
    there = {entry.address for entry in site.entries()}
    by_title: dict[str, list[str]] = {}
    for entry in site.entries():
        by_title.setdefault(str(getattr(entry, "title", "")), []).append(entry.address)
    return {
        address: by_title[title][0]
        for address, title in site.register.addresses.items()
        if address not in there and len(by_title.get(title, ())) == 1
    }
