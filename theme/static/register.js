/* Filters the register of documents on the page: typed words without marks, and the chosen facets. Nothing is sent. */
const box = document.querySelector("[data-register]");
const told = document.querySelector("[data-register-told]");
const words = box.querySelector("input");
const choices = [...box.querySelectorAll("select")];
const pager = document.querySelector(".pager");
const table = document.querySelector(".document-register tbody");
const own = [...table.rows];
let rows = own;
let wait = 0;
let isPartial = false;

/* The other pages of the register are fetched once, when somebody begins to look for something. */
async function gather() {
  const others = box.dataset.register.split(" ").filter(Boolean);
  box.dataset.register = "";
  for (const address of others) {
    try {
      const answer = await fetch(address);
      if (!answer.ok) throw new Error(address);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const row of page.querySelectorAll("[data-register-row]")) {
        for (const link of row.querySelectorAll("a")) link.href = new URL(link.getAttribute("href"), answer.url).href;
        row.hidden = true;
        rows = [...rows, table.appendChild(document.adoptNode(row))];
      }
    } catch (fault) {
      isPartial = true;
    }
  }
}

const matches = (row, sought, chosen) =>
  chosen.every((choice) => row.getAttribute(`data-${choice.name}`) === choice.value) &&
  sought.every((word) => (row.folded ??= fold(row.textContent)).includes(word));

async function filter() {
  const sought = fold(words.value).split(/\s+/).filter(Boolean);
  const chosen = choices.filter((choice) => choice.value);
  const isOn = sought.length > 0 || chosen.length > 0;
  if (isOn) await gather();
  let count = 0;
  for (const row of rows) {
    row.hidden = isOn ? !matches(row, sought, chosen) : !own.includes(row);
    count += row.hidden ? 0 : 1;
  }
  if (pager) pager.hidden = isOn;
  const where = isPartial ? " trong trang này; các trang sau chưa tải được" : "";
  const found = count ? `Thấy ${count} văn bản${where}.` : `Không thấy văn bản nào${where}; thử ít chữ hơn hoặc bỏ bớt lựa chọn.`;
  told.textContent = isOn ? found : "";
}

/* One word is typed letter by letter; a screen reader should hear one count, not six. */
const soon = () => { clearTimeout(wait); wait = setTimeout(filter, 250); };

box.hidden = false;
box.addEventListener("input", soon);
box.addEventListener("submit", (event) => { event.preventDefault(); filter(); });
box.addEventListener("reset", () => setTimeout(filter));
