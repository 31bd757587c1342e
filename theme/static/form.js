/* A form filled in on the page: print it, or keep it as a file. Nothing is sent, nothing is stored. */
const form = document.querySelector("[data-form-sheet]");
const sheet = form.querySelector(".form-sheet");
const told = form.querySelector("[data-form-told]");

/* What the saved file looks like; it has to stand alone, far from our stylesheet. */
const LOOK = `@page{size:A4;margin:18mm 15mm 18mm 25mm}
body{font:13pt/1.5 "Times New Roman",Tinos,serif;max-width:170mm;margin:1rem auto;padding:0 1rem}
p{margin:.25rem 0}b{border-bottom:1px dotted}table{border-collapse:collapse;width:100%}
th,td{border:1px solid;padding:.25rem .5rem;text-align:left}caption{text-align:left}
.form-sheet__head,.form-sheet__signers,.form-sheet__pair{display:flex;gap:1rem}
.form-sheet__head>*,.form-sheet__signer,.form-sheet__pair>*{flex:1}
.form-sheet__head,.form-sheet__signers,.form-sheet__title,.form-sheet__to{text-align:center}
.form-sheet__head,.form-sheet__title,.form-sheet__signer-title{text-transform:uppercase}
.form-sheet__head{font-size:11pt}.form-sheet__motto{text-transform:none}
.form-sheet__title,.form-sheet__heading{font-weight:bold}.form-sheet__title{font-size:15pt;margin:1rem 0 .5rem}
.form-sheet__names{display:inline-block;text-align:left}.form-sheet__dated{text-align:right;font-style:italic}
.form-sheet__signers{min-height:32mm}.form-sheet__foot{font-size:8pt;margin-top:1rem}`;
const DOTS = { short: "……", year: "………", long: "……………………………………" };

function shown(field) {
  if (field.type === "checkbox" || field.type === "radio") return field.checked ? "☒" : "☐";
  if (field.value.trim()) return field.value;
  if (field.closest("td")) return "";
  if (field.classList.contains("form-sheet__input--short")) return DOTS.short;
  return field.classList.contains("form-sheet__input--year") ? DOTS.year : DOTS.long;
}

/* The sheet with words in place of fields, as the only thing in a document of its own. */
function filled() {
  const copy = sheet.cloneNode(true);
  const fields = sheet.querySelectorAll("input, textarea");
  copy.querySelectorAll("input, textarea").forEach((field, at) => {
    const isBox = fields[at].classList.contains("form-sheet__box");
    const words = document.createElement(isBox || !fields[at].value.trim() ? "span" : "b");
    shown(fields[at]).split("\n").forEach((line, row) => words.append(...(row ? [document.createElement("br"), line] : [line])));
    field.replaceWith(words);
  });
  copy.querySelectorAll(".form-sheet__hint, .form-sheet__mark").forEach((part) => part.remove());
  copy.querySelectorAll(".form-sheet__blank, .form-sheet__gap").forEach((part) => part.replaceWith(DOTS.long));
  copy.querySelectorAll(".form-sheet__square").forEach((part) => part.replaceWith("☐"));
  const title = document.createElement("title");
  title.textContent = sheet.querySelector(".form-sheet__title").textContent;
  // As text, not as elements: the page's own policy forbids it to make a style, and rightly so.
  const head = `<meta charset="utf-8">${title.outerHTML}<style>${LOOK}</style>`;
  return `<!DOCTYPE html>\n<html lang="vi"><head>${head}</head><body>${copy.outerHTML}</body></html>\n`;
}

function save() {
  const address = URL.createObjectURL(new Blob([filled()], { type: "text/html" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `${form.dataset.formSheet}-da-dien.html`;
  link.click();
  URL.revokeObjectURL(address);
}

/* An empty place is no reason to refuse: some are filled in by hand. */
function missing() {
  const empty = [...form.querySelectorAll("[required]")].filter((field) => !field.value.trim());
  return empty.length ? `Còn ${empty.length} chỗ có dấu * chưa điền; bạn có thể viết tay vào đó.` : "";
}

form.querySelector("[data-form-tools]").hidden = false;
form.querySelector("[data-form-print]").addEventListener("click", () => {
  told.textContent = missing();
  window.print();
});
form.querySelector("[data-form-save]").addEventListener("click", () => {
  save();
  told.textContent = `Đã lưu bản đã điền vào máy này. ${missing()}`.trim();
});
form.addEventListener("reset", () => { told.textContent = "Đã xóa hết những gì đã điền."; });
/* A word typed after «other» means that box. */
form.addEventListener("input", (event) => {
  const box = event.target.closest(".form-sheet__option")?.querySelector(".form-sheet__box");
  if (box && event.target !== box && event.target.value.trim()) box.checked = true;
});
