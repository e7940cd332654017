// @ts-check
/* A report of a fault, out of what the page that one comes from tells: a letter, words to copy, a slip to print. Nothing is sent. */
"use strict";

addEventListener("DOMContentLoaded", () => {
  const form = document.querySelector("form#bao-sai-sot");
  if (!(form instanceof HTMLFormElement)) return;
  const LONG = 1900; // mail programs cut longer addresses
  const asked = new URLSearchParams(location.search);
  const field = (/** @type {string} */ name) => /** @type {HTMLInputElement} */ (form.elements.namedItem(name));
  const status = /** @type {HTMLElement} */ (form.querySelector("[role=status]"));
  const editors = document.querySelector(".bk-cuoi a[href^='mailto:']")?.getAttribute("href")?.slice(7) ?? "";
  const page = [asked.get("ten"), asked.get("trang")].filter(Boolean).join(" – ");
  field("trang").value = page;
  for (const name of ["dan", "ban", "loi"]) field(name).value = asked.get(name) ?? "";
  form.hidden = false;

  /** Letters go to the officer of the reader's commune, where it is known and has an address, else to the editors. */
  let [to, copies] = [editors, ""];
  function sayWhere() {
    const where = /** @type {HTMLElement} */ (form?.querySelector("#bao-noi"));
    const all = [to, copies].filter(Boolean).join(", ");
    where.textContent = all ? `Gửi tới: ${all}` : "Tủ sách này chưa khai địa chỉ nhận thư: bạn điền địa chỉ của xã, phường mình, hoặc in phiếu.";
  }
  /** @type {any} */ (tuSach).xa?.().then((/** @type {any} */ commune) => {
    const officer = commune?.goi.find((/** @type {string[]} */ one) => one[0] === "judicial-officer" && one[4]);
    if (officer) [to, copies] = [officer[4], editors];
    sayWhere();
  });
  sayWhere();

  /** Return the report, a line for each thing that is known. */
  function report() {
    const rows = [["Trang", page || field("trang").value], ["Chỗ", field("dan").value], ["Mã chỗ", asked.get("don-vi")], ["Bản", field("ban").value],
      ["Câu chữ sai", field("loi").value], ["Ý kiến", field("dung").value], ["Người báo", field("nguoi").value]];
    const built = /** @type {any} */ (window).banDung?.ngay;
    return [...rows, ["Bản dựng của tủ sách", built]].filter(([, said]) => said).map(([name, said]) => `${name}: ${said}`).join("\n");
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const words = report();
    const address = (/** @type {string} */ body) => `mailto:${to}?${copies && `cc=${copies}&`}subject=${encodeURIComponent("Báo sai sót trên tủ sách pháp luật")}&body=${encodeURIComponent(body)}`;
    const long = address(words).length > LONG;
    if (long) tuSach.chep(words);
    status.textContent = long ? "Lời báo dài nên đã được chép: xin dán vào thư vừa mở." : "Chương trình thư của bạn đang mở. Không thấy gì? Hãy bấm “Chép lời báo” rồi dán vào thư.";
    location.href = address(long ? "(dán lời báo vào đây)" : words);
  });
  field("chep").addEventListener("click", async () => {
    status.textContent = await tuSach.chep(report()) ? "Đã chép. Bạn dán vào thư hay tin nhắn được." : "Trình duyệt không cho chép.";
  });
  field("in").addEventListener("click", () => print());
});
