/* Full-text search in the browser: «bao cao» finds «báo cáo», «doan» finds «Đoàn». Nothing is sent anywhere. */
const place = document.querySelector("[data-search-index]");
const input = document.querySelector("#tim-gi");
const list = document.querySelector("#ket-qua");
const told = document.querySelector("#so-ket-qua");
const MOST = 50;

let pages = null;

async function load() {
  const answer = await fetch(place.dataset.searchIndex);
  const found = await answer.json();
  pages = found.map((page) => ({
    ...page,
    title: fold(page.t),
    text: fold(`${page.t} ${page.s} ${page.b}`),
    exact: `${page.t} ${page.s} ${page.b}`.toLowerCase(),
  }));
}

/* All words must be there; whole phrases, titles and right diacritics come first, then newer pages. */
function search(query) {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const phrase = fold(query).trim();
  const exact = query.trim().toLowerCase();
  return pages
    .filter((page) => words.every((word) => page.text.includes(word)))
    .map((page) => ({
      page,
      rank:
        (page.title.includes(phrase) ? 8 : 0) +
        (page.exact.includes(exact) ? 4 : 0) +
        (page.text.includes(phrase) ? 2 : 0) +
        (words.every((word) => page.title.includes(word)) ? 1 : 0),
    }))
    .sort((a, b) => b.rank - a.rank || b.page.d.localeCompare(a.page.d) || a.page.a.localeCompare(b.page.a))
    .map((one) => one.page);
}

function piece(page, query) {
  const at = Math.max(0, page.b.toLowerCase().indexOf(query.trim().toLowerCase()) - 60);
  const text = page.s || page.b.slice(at, at + 180);
  return text.length > 180 ? `${text.slice(0, 180)}…` : text;
}

function show(query) {
  list.replaceChildren();
  if (!query.trim()) {
    told.textContent = "";
    return;
  }
  const found = search(query);
  told.textContent = found.length ? `Tìm thấy ${found.length} trang.` : "Không tìm thấy trang nào; thử ít chữ hơn.";
  for (const page of found.slice(0, MOST)) {
    const item = document.createElement("li");
    item.className = "search__item";
    const link = document.createElement("a");
    link.href = place.dataset.searchRoot + page.a;
    link.textContent = page.t;
    const note = document.createElement("p");
    note.className = "search__note";
    note.textContent = [page.k, page.d.split("-").reverse().map(Number).join("/")].filter((part) => part && part !== "0").join(" – ");
    const text = document.createElement("p");
    text.textContent = piece(page, query);
    item.append(link, note, text);
    list.append(item);
  }
}

async function run() {
  const query = new URLSearchParams(location.search).get("q") ?? "";
  input.value = query;
  try {
    await load();
    show(query);
    input.addEventListener("input", () => show(input.value));
    document.querySelector("#tim-kiem").addEventListener("submit", (event) => {
      event.preventDefault();
      show(input.value);
    });
  } catch (fault) {
    told.textContent = "Máy này chưa tìm được: trang đang mở thẳng từ tệp, hoặc mất mạng. Xem Sơ đồ trang.";
  }
}

run();
