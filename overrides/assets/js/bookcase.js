// @ts-check
/* What a page does beyond showing its text: everything here is an extra, and no page needs it. */
"use strict";

/** Small tools that the scripts of single pages share; they are there once the page has been read (DOMContentLoaded). */
const tuSach = (() => {
  /**
   * Make an element; what it has as properties is set, all else are attributes.
   * @param {string} name @param {Record<string, any>} [told] @param {...(Node | string | false | null | undefined)} held
   * @returns {any}
   */
  function tao(name, told = {}, ...held) {
    const made = /** @type {any} */ (document.createElement(name));
    for (const [key, value] of Object.entries(told)) {
      if (key in made) made[key] = value;
      else made.setAttribute(key, value);
    }
    made.append(...held.filter((one) => one || one === ""));
    return made;
  }

  /** Return what the device keeps under a name, or what is given. @param {string} name @param {any} [without] */
  function nho(name, without) {
    try {
      return JSON.parse(localStorage.getItem(name) ?? "null") ?? without;
    } catch {
      return without;
    }
  }

  /** Keep something on the device, null removes it; tell whether the device does. @param {string} name @param {any} value */
  function luu(name, value) {
    try {
      if (value === null) localStorage.removeItem(name);
      else localStorage.setItem(name, JSON.stringify(value));
      return true;
    } catch {
      return false;
    }
  }

  /** Hand a text to the reader as a file. @param {string} name @param {string} text @param {string} [type] */
  function tai(name, text, type = "text/plain") {
    const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
    tao("a", { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10000);
  }

  /** @type {Map<string, Promise<void>>} */
  const loading = new Map();

  /** Load a script of the site, each once. @param {string} url @returns {Promise<void>} */
  function nap(url) {
    const known = loading.get(url) ?? new Promise((done, failed) => {
      document.head.append(tao("script", { src: url, onload: done, onerror: failed }));
    });
    loading.set(url, known);
    return known;
  }

  /** Hand rows to the reader as a table for spreadsheets; what could be taken for a formula is text. @param {string} name @param {any[][]} rows */
  function bang(name, rows) {
    const line = (/** @type {any[]} */ row) => row.map((cell) => `"${String(cell).replace(/^[=+\-@\t\r]/, "'$&").replace(/"/g, '""')}"`).join(",");
    tai(name, `\ufeff${rows.map(line).join("\r\n")}\r\n`, "text/csv");
  }

  /** Put a text on the clipboard; tell whether that went. @param {string} text @returns {Promise<boolean>} */
  async function chep(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const field = tao("textarea", { value: text });
      (document.querySelector("dialog[open]") ?? document.body).append(field);
      field.select();
      const went = document.execCommand("copy");
      field.remove();
      return went;
    }
  }

  /** Make a button. @param {string} label @param {() => void} action */
  function nut(label, action) {
    return tao("button", { type: "button", onclick: action }, label);
  }

  /**
   * Open a box above the page; Escape, its button and whatever is done beside it close it. It is no
   * modal one: to make the rest of a long law inert takes a telephone a second.
   * @param {string} title @param {...(Node | string | false)} held @returns {HTMLDialogElement}
   */
  function hop(title, ...held) {
    const from = document.activeElement;
    const box = tao("dialog", { className: "bk-hop", "aria-label": title, tabIndex: -1 }, tao("h2", {}, title), ...held);
    const leave = (/** @type {Event} */ event) => { if (event.target instanceof Node && !box.contains(event.target)) box.close(); };
    box.close = () => {
      const back = box.contains(document.activeElement) || document.activeElement === document.body;
      for (const name of ["pointerdown", "focusin"]) removeEventListener(name, leave);
      box.remove();
      if (back && from instanceof HTMLElement) from.focus({ preventScroll: true });
    };
    box.onkeydown = (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      box.close();
    };
    box.append(nut("Đóng", () => box.close()));
    box.setAttribute("open", "");
    (document.querySelector(".md-typeset") ?? document.body).append(box);
    box.querySelector("input, button, a").focus();
    for (const name of ["pointerdown", "focusin"]) addEventListener(name, leave);
    return box;
  }

  /** Say something in passing, to the eye and to a screen reader. @param {string} words */
  function noi(words) {
    const place = tao("p", { className: "bk-noi-qua", role: "status" });
    (document.querySelector("dialog[open]") ?? document.body).append(place);
    setTimeout(() => { place.textContent = words; }, 50);
    setTimeout(() => place.remove(), 4000);
  }

  /** What keys do on this page, with the words that the list of keys has for it. @type {Map<string, {noi: string, lam: () => void}>} */
  const phim = new Map();

  /**
   * Return the address of the page that makes reports of faults, told what this page is.
   * @param {Record<string, string>} [unit] what else is to be told
   */
  function baoLoi(unit) {
    const link = document.querySelector(".bk-cuoi a[href*='bao-sai-sot.html']");
    if (!(link instanceof HTMLAnchorElement)) return "";
    const address = new URL(link.href.replace(/[?#].*/, ""));
    const told = {
      trang: decodeURI(location.href.replace(/[?#].*/, "").slice(new URL(".", address).href.length)),
      ten: document.querySelector("h1")?.textContent ?? "",
      ban: document.querySelector(".bk-ban [aria-current]")?.textContent ?? "",
      loi: String(getSelection() ?? "").trim().slice(0, 300),
      ...unit,
    };
    for (const [name, value] of Object.entries(told)) if (value) address.searchParams.set(name, value);
    return address.href;
  }

  /** Return the day by the reader's clock, never before that of the build: 2026-07-01. */
  function homNay() {
    const now = new Date();
    const local = new Date(now.getTime() - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
    const built = /** @type {any} */ (window).banDung?.ngay ?? "";
    return local > built ? local : built;
  }

  return { tao, nho, luu, tai, nap, chep, bang, homNay, nut, hop, noi, phim, baoLoi };
})();

(() => {
  /** Under this name the device keeps that keys do nothing. */
  const KEYS_OFF = "tu-sach-tat-phim";

  /** @typedef {{ngay: string, "thong-bao"?: {ten: string, url: string, tu: string, den: string}[]}} Stamp */

  /**
   * Say above the page what one must know of this copy: notices to all, that it is old, that a newer one was here.
   * @param {Stamp} stamp @param {number} age in days
   */
  function warn(stamp, age) {
    const about = document.querySelector(".bk-ban-dung a");
    const place = document.querySelector("#noi-dung > *");
    if (!(about instanceof HTMLAnchorElement) || !place) return;
    const root = new URL(".", about.href).href;
    /** @param {string} look @param {string} words @param {string} label @param {string} url */
    const say = (look, words, label, url) => {
      place.prepend(tuSach.tao("p", { className: `bk-bao bk-bao--${look} bk-nhac` }, words, " ", tuSach.tao("a", { href: root + url }, label)));
    };
    const newest = tuSach.nho("tu-sach-ban-moi", "");
    if (newest > stamp.ngay) {
      say("note", `Máy này từng mở bản tủ sách mới hơn, của ngày ${newest.split("-").reverse().join("/")}.`, "Cách lấy bản mới hơn", "ban-dung.html#ban-moi");
    } else {
      if (newest !== stamp.ngay) tuSach.luu("tu-sach-ban-moi", stamp.ngay);
      if (age > 30) say("note", `Bản tủ sách này đã ${age} ngày tuổi, luật có thể đã thay đổi.`, "Cách lấy bản mới hơn", "ban-dung.html#ban-moi");
    }
    const day = tuSach.homNay();
    for (const one of stamp["thong-bao"] ?? []) {
      if (one.tu <= day && day < one.den) say("warning", one.ten, "Xem thông báo", one.url);
    }
  }

  /** Say as of which day the bookcase speaks; a copy older than 30 days says so. */
  function showStamp() {
    /** @type {Stamp | undefined} */
    const stamp = /** @type {any} */ (window).banDung;
    if (!stamp) return;
    const day = stamp.ngay.split("-").reverse().join("/");
    const age = Math.floor((Date.now() - Date.parse(stamp.ngay)) / 86400000);
    for (const place of document.querySelectorAll(".bk-ban-dung a, #ban-dung")) {
      place.textContent = `Tình trạng hiệu lực tính đến ngày ${day}.`;
    }
    warn(stamp, age);
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

  /** Listen for keys; `?` and a button at the foot of the page list them. */
  function listenToKeys() {
    addEventListener("keydown", (event) => {
      const known = tuSach.phim.get(event.key);
      const writing = event.target instanceof Element && event.target.matches("input, textarea, select, [contenteditable]");
      if (!known || writing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (document.querySelector("dialog[open]") || tuSach.nho(KEYS_OFF)) return;
      event.preventDefault();
      known.lam();
    });
    tuSach.phim.set("?", { noi: "Xem các phím tắt", lam: listKeys });
    tuSach.phim.set("/", { noi: "Đến ô tìm trong tủ sách", lam: () => {
      const box = document.querySelector("main input[type=search]:not(.bk-luat *)") ?? document.querySelector("input[type=search]");
      if (box instanceof HTMLElement) box.focus();
    } });
    document.querySelector(".bk-cuoi ul")?.append(tuSach.tao("li", {}, tuSach.nut("Phím tắt", listKeys)));
  }

  /** Show which keys do something on this page; they can be switched off, for who speaks to the machine. */
  function listKeys() {
    const rows = [...tuSach.phim].map(([key, { noi }]) => tuSach.tao("li", {}, tuSach.tao("kbd", {}, key), ` ${noi}`));
    const off = tuSach.tao("input", { type: "checkbox", checked: Boolean(tuSach.nho(KEYS_OFF)) });
    off.addEventListener("change", () => tuSach.luu(KEYS_OFF, off.checked || null));
    tuSach.hop("Phím tắt ở trang này", tuSach.tao("ul", { className: "bk-hop__muc" }, ...rows), tuSach.tao("label", {}, off, " Tắt các phím này"));
  }

  /** Let the link to the page for reports of faults know where a reader comes from. */
  function reportFromHere() {
    const link = document.querySelector(".bk-cuoi a[href*='bao-sai-sot.html']");
    if (!(link instanceof HTMLAnchorElement) || location.pathname.endsWith("/bao-sai-sot.html")) return;
    link.addEventListener("click", () => { link.href = tuSach.baoLoi(); });
  }

  /** Tell search which document a reader comes from: "điều 5" then leads there. */
  function searchFromHere() {
    const form = document.querySelector("form.bk-tim");
    if (!(form instanceof HTMLFormElement) || !document.querySelector(".bk-luat")) return;
    const root = new URL(".", form.action).href;
    const here = location.href.replace(/[?#].*/, "");
    if (!here.startsWith(root)) return;
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = "vb";
    // Of the texts of an act, search knows the one in force.
    field.value = decodeURI(here.slice(root.length)).replace(/\/\d{4}-\d\d-\d\d(\.[a-z]+)?\.html$/, ".html");
    form.append(field);
  }

  /** Let a reader say, and take back, that a commune is the reader's: search then shows it first. */
  function myCommune() {
    const button = document.querySelector("button[data-xa]");
    if (!(button instanceof HTMLButtonElement)) return;
    const codes = button.dataset.xa ?? "";
    const show = () => button.setAttribute("aria-pressed", String(localStorage.getItem("tu-sach-xa") === codes));
    button.addEventListener("click", () => {
      if (button.getAttribute("aria-pressed") === "true") localStorage.removeItem("tu-sach-xa");
      else localStorage.setItem("tu-sach-xa", codes);
      show();
    });
    try {
      show();
      button.hidden = false;
    } catch { /* a browser that keeps nothing has no use for it */ }
  }

  /** Open what the place that a link leads to is folded in. */
  function openTarget() {
    const open = () => {
      const target = document.querySelector(":target");
      for (let fold = target?.closest("details"); fold; fold = fold.parentElement?.closest("details")) fold.open = true;
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
  openTarget();
  closeMenus();
  listenToKeys();
  searchFromHere();
  reportFromHere();
  myCommune();
  printUnfolded();
})();
