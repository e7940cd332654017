// @ts-check
/**
 * What a reader thinks of a page: asked at its end, kept on the device, listed and handed out by gop-y.html.
 * The script's own element says what is asked (data-hoi) and what can be answered (data-dap, parted by "|").
 */
"use strict";

(() => {
  const NAME = "tu-sach-gop-y";
  const { goc, tao, o, nho, luu, tai, bang, homNay, nut } = tuSach;
  const { hoi = "", dap = "" } = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;
  /** @typedef {{ngay: string, ten: string, hoi: string, dap: string, loi: string}} Said */
  /** @type {Record<string, Said>} */
  let all = nho(NAME, {});

  function listed() {
    const rows = Object.entries(all).map(([url, one]) => [one.ngay, one.ten, url, one.hoi, one.dap, one.loi]);
    o("chua-co").hidden = rows.length > 0;
    o("khung-bang").hidden = o("viec").hidden = !rows.length;
    o("bang").tBodies[0].replaceChildren(...rows.map(([day, title, url, ...more]) =>
      tao("tr", {}, tao("td", {}, day), tao("td", {}, tao("a", { href: goc + url }, title)), ...more.map((one) => tao("td", {}, one)))));
    o("tai-csv").onclick = () => bang("gop-y.csv", [["Ngày", "Trang", "Địa chỉ", "Câu hỏi", "Trả lời", "Góp ý"], ...rows]);
    o("tai-json").onclick = () => tai("gop-y.json", JSON.stringify(all, null, 1), "application/json");
    o("in").onclick = () => print();
    o("xoa").onclick = () => {
      luu(NAME, null);
      all = {};
      listed();
    };
    o("gop-y").hidden = false;
  }

  function asked() {
    const page = tuSach.trang();
    const title = document.querySelector("h1")?.textContent?.trim() ?? "";
    const said = tao("div", { role: "status" });
    const note = tao("textarea", { rows: 2, maxLength: 1000, value: all[page]?.loi ?? "", onchange: () => keep({ loi: note.value.trim() }) });
    const keep = (/** @type {Partial<Said>} */ told) => {
      all = { ...nho(NAME, {}) };
      all[page] = { ...(all[page] ?? { dap: "", loi: "" }), ...told, ten: title, hoi, ngay: homNay() };
      show(luu(NAME, all));
    };
    const answers = dap.split("|");
    const buttons = answers.map((one) => nut(one, () => keep({ dap: one })));
    const more = tao("label", {}, "Bạn muốn nói thêm điều gì?", note);
    const show = (/** @type {boolean} */ kept) => {
      const answer = all[page]?.dap;
      for (const one of buttons) one.setAttribute("aria-pressed", String(one.textContent === answer));
      more.hidden = !answer;
      if (!answer) return;
      const lost = answer === answers[answers.length - 1];
      said.replaceChildren(tao("p", {}, kept ? "Cảm ơn bạn. Đánh giá chỉ lưu trên máy này. " : "Trình duyệt này không cho lưu đánh giá. ",
        tao("a", { href: `${goc}gop-y.html` }, "Xem và tải góp ý"), lost && " · ",
        lost && tao("a", { href: `${goc}hoi-can-bo.html?trang=${encodeURIComponent(page)}&ten=${encodeURIComponent(title)}` }, "Gửi câu hỏi cho cán bộ xã")));
    };
    document.querySelector("article")?.append(tao("section", { className: "bk-danh-gia bk-khong-in", "aria-label": "Đánh giá" },
      tao("p", {}, tao("strong", {}, hoi)), tao("div", { className: "bk-hang" }, ...buttons), said, more));
    show(true);
  }

  if (o("gop-y")) listed();
  else if (hoi) asked();
})();
