/* Letters without marks, lower case: «Báo cáo ĐOÀN» → «bao cao doan». The same folding as in Python; a test keeps
   them in step. */
const fold = (text) =>
  text.replace(/[đĐðÐ]/g, "d").normalize("NFD").replace(/\p{Mn}/gu, "").toLowerCase();
