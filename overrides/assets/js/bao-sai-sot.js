// @ts-check
/* A report of a fault, out of what the page that one comes from tells: a letter, words to copy, a slip to print. Nothing is sent. */
"use strict";

(() => {
  /** @type {HTMLFormElement} */
  const form = tuSach.o("bao-sai-sot");
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
    const all = [to, copies].filter(Boolean).join(", ");
    tuSach.o("bao-noi").textContent = all ? `Gửi tới: ${all}` : "Tủ sách này chưa khai địa chỉ nhận thư: bạn điền địa chỉ của xã, phường mình, hoặc in phiếu.";
  }
  tuSach.xa().then((commune) => {
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

  form.onsubmit = (event) => {
    event.preventDefault();
    const { href, du } = tuSach.thu(to, "Báo sai sót trên tủ sách pháp luật", report(), copies);
    if (!du) tuSach.chep(report());
    status.textContent = du ? "Chương trình thư của bạn đang mở. Không thấy gì? Hãy bấm “Chép lời báo” rồi dán vào thư." : "Lời báo dài nên đã được chép: xin dán vào thư vừa mở.";
    location.href = href;
  };
  field("chep").onclick = async () => {
    status.textContent = await tuSach.chep(report()) ? "Đã chép. Bạn dán vào thư hay tin nhắn được." : "Trình duyệt không cho chép.";
  };
  field("in").onclick = () => print();
})();
