// @ts-check
/* What a page does beyond showing its text: everything here is an extra, and no page needs it. */
"use strict";

(() => {
  const { tao, nut, goc, nho, luu, phim, moRa, baoLoi, lienKetBao } = tuSach;
  /** Under this name the device keeps that keys do nothing. */
  const KEYS_OFF = "tu-sach-tat-phim";
  /** Under this one the day of the newest copy that was here. */
  const NEWEST = "tu-sach-ban-moi";

  /** @typedef {{ngay: string, "thong-bao"?: {ten: string, url: string, tu: string, den: string}[]}} Stamp */

  /** Say above the page what one must know of this copy: notices to all, that it is old, that a newer one was here. */
  function showStamp() {
    /** @type {Stamp | undefined} */
    const stamp = /** @type {any} */ (window).banDung;
    const place = document.querySelector("#noi-dung > *");
    if (!stamp || !place) return;
    for (const one of document.querySelectorAll(".bk-ban-dung a, #ban-dung")) {
      one.textContent = `Tình trạng hiệu lực tính đến ngày ${tuSach.ngay(stamp.ngay)}.`;
    }
    /** @param {string} look @param {string} words @param {string} label @param {string} url */
    const say = (look, words, label, url) => {
      place.prepend(tao("p", { className: `bk-bao bk-bao--${look} bk-nhac` }, words, " ", tao("a", { href: goc + url }, label)));
    };
    const age = Math.floor((Date.now() - Date.parse(stamp.ngay)) / 86400000);
    const newest = nho(NEWEST, "");
    const newer = newest > stamp.ngay;
    if (!newer && newest !== stamp.ngay) luu(NEWEST, stamp.ngay);
    const old = newer ? `Máy này từng mở bản tủ sách mới hơn, của ngày ${tuSach.ngay(newest)}.`
      : age > 30 ? `Bản tủ sách này đã ${age} ngày tuổi, luật có thể đã thay đổi.` : "";
    if (old) say("note", old, "Cách lấy bản mới hơn", "ban-dung.html#ban-moi");
    const day = tuSach.homNay();
    for (const one of stamp["thong-bao"] ?? []) {
      if (one.tu <= day && day < one.den) say("warning", one.ten, "Xem thông báo", one.url);
    }
  }

  /** Show what is true today, hide what is not yet or no longer: a copy on a stick grows old. */
  function showByDay() {
    const day = tuSach.homNay();
    for (const one of document.querySelectorAll("[data-tu], [data-den]")) {
      if (!(one instanceof HTMLElement)) continue;
      const { tu = "", den = "9999" } = one.dataset;
      one.hidden = day < tu || day >= den;
    }
  }

  /** Close a box of the header by Escape, by a click beside it, or when the focus leaves it. */
  function closeMenus() {
    for (const menu of document.querySelectorAll(".bk-dau details")) {
      if (!(menu instanceof HTMLDetailsElement)) continue;
      addEventListener("keydown", (event) => {
        if (event.key !== "Escape" || !menu.open) return;
        menu.open = false;
        menu.querySelector("summary")?.focus();
      });
      /** @param {Event} event */
      const leave = (event) => {
        if (event.target instanceof Node && !menu.contains(event.target)) menu.open = false;
      };
      addEventListener("click", leave);
      addEventListener("focusin", leave);
    }
  }

  /** What of the looks can be chosen: the words for it, and the values with theirs; the first stands for what is not chosen.
   * @type {Record<string, [string, Record<string, string>]>} */
  const CHOICES = {
    mau: ["Màu", { "": "Theo máy", sang: "Sáng", toi: "Tối", "tuong-phan": "Tương phản cao" }],
    dong: ["Giãn dòng", { "": "Vừa", 1.9: "Thoáng", 2.2: "Rất thoáng" }],
    chu: ["Chữ của văn bản", { "": "Có chân", "khong-chan": "Không chân" }],
  };

  /** Fill the box of looks in the header: without scripts there is none. */
  function offerLooks() {
    const { chon, nay } = hienThi;
    const said = tao("output", {}, `${nay("co") || 100} %`);
    const size = tao("input", { type: "range", min: "100", max: "200", step: "10", value: nay("co") || "100", oninput: () => {
      said.value = `${size.value} %`;
      chon("co", size.value === "100" ? "" : size.value);
    } });
    const fields = Object.entries(CHOICES).map(([name, [words, values]]) => tao("fieldset", {}, tao("legend", {}, words),
      ...Object.entries(values).map(([value, word]) => tao("label", {},
        tao("input", { type: "radio", name, value, checked: nay(name) === value, onchange: () => chon(name, value) }), word))));
    document.querySelector(".bk-cai-dat")?.append(tao("form", {}, tao("label", {}, tao("b", {}, "Cỡ chữ"), size, said), ...fields,
      tao("small", {}, "Máy này nhớ lựa chọn của bạn, không gửi đi đâu.")));
  }

  /** Listen for keys; `?` and a button at the foot of the page list them. */
  function listenToKeys() {
    addEventListener("keydown", (event) => {
      const known = phim.get(event.key);
      const writing = event.target instanceof Element && event.target.matches("input, textarea, select, [contenteditable]");
      if (!known || writing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (document.querySelector("dialog[open]") || nho(KEYS_OFF)) return;
      event.preventDefault();
      known.lam();
    });
    phim.set("?", { noi: "Xem các phím tắt", lam: listKeys });
    phim.set("/", { noi: "Đến ô tìm trong tủ sách", lam: () => {
      const box = document.querySelector("main input[type=search]:not(.bk-luat *)") ?? document.querySelector("input[type=search]");
      if (box instanceof HTMLElement) box.focus();
    } });
    document.querySelector(".bk-cuoi ul")?.append(tao("li", {}, nut("Phím tắt", listKeys)));
  }

  /** Show which keys do something on this page; they can be switched off, for who speaks to the machine. */
  function listKeys() {
    const rows = [...phim].map(([key, { noi }]) => tao("li", {}, tao("kbd", {}, key), ` ${noi}`));
    const off = tao("input", { type: "checkbox", checked: Boolean(nho(KEYS_OFF)), onchange: () => luu(KEYS_OFF, off.checked || null) });
    tuSach.hop("Phím tắt ở trang này", tao("ul", { className: "bk-hop__muc" }, ...rows), tao("label", {}, off, " Tắt các phím này"));
  }

  /** Let the link to the page for reports of faults know where a reader comes from. */
  function reportFromHere() {
    const link = lienKetBao();
    if (!location.pathname.endsWith("/bao-sai-sot.html")) link?.addEventListener("click", () => { link.href = baoLoi(); });
  }

  /** Tell search which document a reader comes from: "điều 5" then leads there. */
  function searchFromHere() {
    const form = document.querySelector("form.bk-tim");
    if (!form || !document.querySelector(".bk-luat")) return;
    // Of the texts of an act, search knows the one in force.
    const act = tuSach.trang().replace(/\/\d{4}-\d\d-\d\d(\.[a-z]+)?\.html$/, ".html");
    form.append(tao("input", { type: "hidden", name: "vb", value: act }));
  }

  /** Let a reader say, and take back, that a commune is the reader's: search then shows it first. */
  function myCommune() {
    const button = document.querySelector("button[data-xa]");
    if (!(button instanceof HTMLButtonElement)) return;
    const place = button.dataset.xa ?? "";
    const show = () => button.setAttribute("aria-pressed", String(tuSach.noiToi() === place));
    button.addEventListener("click", () => {
      tuSach.nhoNoi(tuSach.noiToi() === place ? "" : place);
      show();
    });
    show();
    button.hidden = !tuSach.nhoNoi(tuSach.noiToi()); // a browser that keeps nothing has no use for it
  }

  /** Open what the place that a link leads to is folded in. */
  function openTarget() {
    const open = () => {
      const target = document.querySelector(":target");
      moRa(target);
      if (target?.closest("details")) target.scrollIntoView();
    };
    addEventListener("hashchange", open);
    open();
  }

  /** On paper nothing can be unfolded: print answers open, and fold them again. */
  function printUnfolded() {
    /** @type {HTMLDetailsElement[]} */
    let opened = [];
    addEventListener("beforeprint", () => {
      opened = [...document.querySelectorAll("main details:not([open], .bk-sua, .bk-lich-su)")].filter((one) => one instanceof HTMLDetailsElement);
      for (const one of opened) one.open = true;
    });
    addEventListener("afterprint", () => {
      for (const one of opened) one.open = false;
    });
  }

  showStamp();
  showByDay();
  offerLooks();
  openTarget();
  closeMenus();
  listenToKeys();
  searchFromHere();
  reportFromHere();
  myCommune();
  printUnfolded();
})();
