/* Full-text search in the browser: «bao cao» finds «báo cáo», «doan» finds «Đoàn». Nothing is sent anywhere. */
const place = document.querySelector("[data-search-index]");
const input = document.querySelector("#tim-gi");
const list = document.querySelector("#ket-qua");
const told = document.querySelector("#so-ket-qua");
const MOST = 50;
const PASSAGE = 32; // words shown of a page

/* Two names of one thing: whoever types the one means the other as well. */
const SAME = [
  ["phu huynh", "cha me hoc sinh"],
  ["tkb", "thoi khoa bieu"],
  ["bgh", "ban giam hieu"],
  ["ts10", "tuyen sinh lop 10"],
  ["dang ky", "ghi danh"],
];

let pages = null;

/* Words and numbers alone, one space before each: « hop » is a beginning that «chop» does not have. */
const plain = (text) => ` ${fold(text).replace(/[^\p{L}\p{N}]+/gu, " ").trim()}`;

async function load() {
  const answer = await fetch(place.dataset.searchIndex);
  const found = await answer.json();
  pages = found.map((page) => ({
    ...page,
    title: plain(page.t),
    summary: plain(page.s),
    text: plain(`${page.t} ${page.s} ${page.b}`),
    exact: `${page.t} ${page.s} ${page.b}`.toLowerCase(),
  }));
}

/* The query as typed, and with the other name of what it names. */
function readings(query) {
  const asked = plain(query);
  const found = [asked];
  for (const [one, other] of SAME) {
    for (const [from, to] of [[one, other], [other, one]]) {
      if (`${asked} `.includes(` ${from} `)) found.push(`${asked} `.replace(` ${from} `, ` ${to} `).trimEnd());
    }
  }
  return found;
}

/* All words must be there, each from its beginning; null where one is not. Whole phrases count most, then titles. */
function rank(page, phrase) {
  const words = phrase.trim().split(" ").map((word) => ` ${word}`);
  if (!words.every((word) => page.text.includes(word))) return null;
  const all = (text) => words.every((word) => text.includes(word));
  return (
    (page.title.includes(phrase) ? 12 : all(page.title) ? 8 : 0) +
    (page.summary.includes(phrase) ? 4 : all(page.summary) ? 2 : 0) +
    (page.text.includes(phrase) ? 4 : 0) +
    page.w
  );
}

/* Equals: the newest first. */
function search(query) {
  const exact = query.trim().toLowerCase();
  const phrases = readings(query);
  return pages
    .map((page) => {
      const tried = phrases.map((phrase) => [rank(page, phrase), phrase]).filter(([points]) => points !== null);
      if (!tried.length) return null;
      const [points, phrase] = tried.reduce((best, one) => (one[0] > best[0] ? one : best));
      return { page, phrase, points: points + (page.exact.includes(exact) ? 2 : 0) };
    })
    .filter(Boolean)
    .sort((a, b) => b.points - a.points || b.page.d.localeCompare(a.page.d) || a.page.a.localeCompare(b.page.a));
}

/* Which of the words asked for each word is, by its place among them; -1 for all others. */
function hitsIn(words, asked) {
  return words.map((word) => {
    const parts = plain(word).trim().split(" ");
    return asked.findIndex((one) => parts.some((part) => part.startsWith(one)));
  });
}

/* Where in a text most of the words asked for stand together, best in the order they were asked. */
function bestStart(hits) {
  let start = 0;
  let most = 0;
  hits.forEach((hit, at) => {
    if (hit < 0) return;
    const near = hits.slice(at, at + PASSAGE / 2).filter((one) => one >= 0);
    const inOrder = near.filter((one, i) => i && one === near[i - 1] + 1).length;
    const count = new Set(near).size * 2 + inOrder;
    if (count > most) [most, start] = [count, at];
  });
  return start;
}

/* The summary where title or summary say it all, else the stretch of the text that answers; whole words only. */
function passage(page, phrase) {
  const asked = phrase.trim().split(" ");
  const isIn = (text) => asked.every((one) => text.includes(` ${one}`));
  const isTold = isIn(page.title) || isIn(page.summary);
  const words = ((isTold && page.s) || page.b || page.s).split(" ").filter(Boolean);
  const hits = hitsIn(words, asked);
  const from = words.length <= PASSAGE ? 0 : Math.max(0, Math.min(bestStart(hits) - 6, words.length - PASSAGE));
  const to = from + PASSAGE;
  return { words: words.slice(from, to), hits: hits.slice(from, to), cut: [from > 0, to < words.length] };
}

function passageNode(page, phrase) {
  const { words, hits, cut } = passage(page, phrase);
  const shown = document.createElement("p");
  if (cut[0]) shown.append("… ");
  words.forEach((word, at) => {
    const piece = document.createElement(hits[at] < 0 ? "span" : "mark");
    piece.textContent = word;
    shown.append(at ? " " : "", piece);
  });
  if (cut[1]) shown.append(" …");
  return shown;
}

function show(query) {
  list.replaceChildren();
  if (!plain(query).trim()) {
    told.textContent = "";
    return;
  }
  const found = search(query);
  const most = found.length > MOST ? ` Dưới đây là ${MOST} trang đầu; thêm chữ để bớt trang.` : "";
  told.textContent = found.length ? `Tìm thấy ${found.length} trang.${most}` : "Không tìm thấy trang nào; thử ít chữ hơn.";
  for (const { page, phrase } of found.slice(0, MOST)) {
    const item = document.createElement("li");
    item.className = "search__item";
    const link = document.createElement("a");
    link.className = "search__link";
    link.href = place.dataset.searchRoot + page.a;
    link.textContent = page.t;
    const note = document.createElement("p");
    note.className = "search__note";
    note.textContent = [page.k, page.d.split("-").reverse().map(Number).join("/")].filter((part) => part && part !== "0").join(" – ");
    item.append(link, note, passageNode(page, phrase));
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
