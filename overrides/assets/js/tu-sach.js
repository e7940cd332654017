// @ts-check
/* Read in the head of every page, before anything is painted: the tools that our scripts share, and how a reader wants to see the pages. */
"use strict";

/** Small tools that all scripts share. */
const tuSach = (() => {
  const own = /** @type {HTMLScriptElement} */ (document.currentScript);
  /** The address of the site's root. */
  const goc = new URL("../../", own.src).href;

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

  /** Make a button. @param {string} label @param {() => void} action @param {Record<string, any>} [told] */
  const nut = (label, action, told = {}) => tao("button", { type: "button", onclick: action, ...told }, label);

  /** Make a list. @param {Iterable<Node | string>} items @param {Record<string, any>} [told] */
  const muc = (items, told = {}) => tao("ul", told, ...[...items].map((one) => tao("li", {}, one)));

  /** Return an element by its id. @param {string} id @returns {any} */
  const o = (id) => document.getElementById(id);

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

  const PLACE = "tu-sach-xa";

  /** Return the reader's commune as the device keeps it: "04/01321"; empty for none. */
  function noiToi() {
    try {
      return /^\d\d\/\d{5}$/.exec(localStorage.getItem(PLACE) ?? "")?.[0] ?? "";
    } catch {
      return "";
    }
  }

  /** Keep which commune is the reader's, an empty one for none; tell whether the device does. @param {string} place */
  function nhoNoi(place) {
    try {
      localStorage.setItem(PLACE, place);
      if (!place) localStorage.removeItem(PLACE);
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

  /** Hand rows to the reader as a table for spreadsheets; what could be taken for a formula is text. @param {string} name @param {any[][]} rows */
  function bang(name, rows) {
    const line = (/** @type {any[]} */ row) => row.map((cell) => `"${String(cell).replace(/^[=+\-@\t\r]/, "'$&").replace(/"/g, '""')}"`).join(",");
    tai(name, `\ufeff${rows.map(line).join("\r\n")}\r\n`, "text/csv");
  }

  /** @type {Map<string, Promise<void>>} */
  const loading = new Map();

  /** Load a script of the site, each once; one that did not come is asked for again. @param {string} path @returns {Promise<void>} */
  function nap(path) {
    const known = loading.get(path) ?? new Promise((done, failed) => {
      document.head.append(tao("script", { src: goc + path, onload: done, onerror: () => {
        quen(path);
        failed(new Error(path));
      } }));
    });
    loading.set(path, known);
    return known;
  }

  /** Ask for a script again when it is next wanted. @param {string} path */
  const quen = (path) => void loading.delete(path);

  /**
   * Return a piece of data that a script of the site puts into a table of the window.
   * @param {string} table @param {string} folder @param {string} name @returns {Promise<any>}
   */
  async function lay(table, folder, name) {
    const held = /** @type {any} */ (window);
    if (!held[table]?.[name]) await nap(`${folder}/${name}.js`);
    return held[table]?.[name];
  }

  /** What the reader's commune tells (pages/places/placefiles.py); null where none is known. @returns {Promise<any>} */
  async function xa() {
    const place = noiToi();
    const province = place ? await lay("diaPhuong", "assets/xa", `tinh-${place.slice(0, 2)}`).catch(() => null) : null;
    const told = province?.xa[place.slice(3)];
    return told ? { goi: [], bao: [], loa: [], vb: [], ...told, noi: place, trang: `${goc}dia-phuong/${place}.html`, tinh: province } : null;
  }

  /** Open the search index; null where it cannot be read. @returns {Promise<any>} */
  async function moTim() {
    const core = () => /** @type {any} */ (window).TimKiem;
    if (!core()) await nap("assets/js/tim-kiem-loi.js").catch(() => {});
    return core()?.open(async (/** @type {string} */ name) => {
      const path = `assets/tim-kiem/${name}.js`;
      if (!core().arrived.has(name)) await nap(path).catch(() => {});
      // A damaged piece has not arrived.
      if (!core().arrived.has(name)) quen(path);
      return core().arrived.get(name) ?? null;
    });
  }

  /** Keep what is chosen on a page in its address. @param {Record<string, string | number>} told empty values are left out @param {boolean} [step] whether one can go back */
  function ghi(told, step = false) {
    const parts = Object.entries(told).filter(([, value]) => value).map(([name, value]) => `${name}=${encodeURIComponent(value).replace(/%2C/g, ",")}`);
    const query = parts.length ? `?${parts.join("&")}` : "";
    if (query === location.search) return;
    try {
      history[step ? "pushState" : "replaceState"](null, "", location.pathname + query + (step ? "" : location.hash));
    } catch { /* some browsers refuse this from a disk */ }
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

  /** Copy a text when a button is pressed, which then says so. @param {HTMLElement} button @param {() => string} text */
  function nutChep(button, text) {
    button.onclick = async () => {
      button.textContent = (await chep(text())) ? "Đã chép" : "Không chép được, hãy bôi đen rồi chép";
    };
    return button;
  }

  /**
   * Return the address that opens a letter, and whether all is in it: mail programs cut longer ones.
   * @param {string} to @param {string} subject @param {string} words @param {string} [copies] who else gets it
   */
  function thu(to, subject, words, copies) {
    const letter = (/** @type {string} */ body) => `mailto:${encodeURIComponent(to).replace("%40", "@")}?${copies ? `cc=${copies}&` : ""}`
      + `subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replace(/\n/g, "\r\n"))}`;
    const whole = letter(words);
    const du = whole.length < 1900;
    return { href: du ? whole : letter("(dán nội dung vào đây)"), du };
  }

  /** Draw a text as a QR code; nothing where it is too long for one. @param {string} text @param {string} alt @param {string} className */
  async function qr(text, alt, className = "bk-qr") {
    try {
      await nap("assets/js/ngoai/qrcode.js");
      const { qrcode } = /** @type {any} */ (window);
      qrcode.stringToBytes = qrcode.stringToBytesFuncs["UTF-8"];
      const code = qrcode(0, "M");
      code.addData(text, "Byte");
      code.make();
      return tao("img", { src: code.createDataURL(4, 16), alt, className });
    } catch {
      return "";
    }
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

  /** Return the address of this page within the site. */
  const trang = () => decodeURI(location.href.replace(/[?#].*/, "").slice(goc.length));

  /** Open all that an element is folded in. @param {Element | null} [one] */
  function moRa(one) {
    for (let fold = one?.closest("details"); fold; fold = fold.parentElement?.closest("details")) fold.open = true;
  }

  /** The link to the page that makes reports of faults. @returns {HTMLAnchorElement | null} */
  const lienKetBao = () => document.querySelector(".bk-cuoi a[href*='bao-sai-sot.html']");

  /** Return the address of that page, told what this page is. @param {Record<string, string>} [unit] what else is to be told */
  function baoLoi(unit) {
    const link = lienKetBao();
    if (!link) return "";
    const address = new URL(link.href.replace(/[?#].*/, ""));
    const told = {
      trang: trang(),
      ten: document.querySelector("h1")?.textContent ?? "",
      ban: document.querySelector(".bk-ban [aria-current]")?.textContent ?? "",
      loi: String(getSelection() ?? "").trim().slice(0, 300),
      ...unit,
    };
    for (const [name, value] of Object.entries(told)) if (value) address.searchParams.set(name, value);
    return address.href;
  }

  /** Write a day as people do: 2026-07-01 is 01/07/2026. @param {string} day */
  const ngay = (day) => day.split("-").reverse().join("/");

  /** Return the day by the reader's clock, never before that of the build: 2026-07-01. */
  function homNay() {
    const now = new Date();
    const local = new Date(now.getTime() - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
    const built = /** @type {any} */ (window).banDung?.ngay ?? "";
    return local > built ? local : built;
  }

  return { goc, tao, nut, muc, o, nho, luu, noiToi, nhoNoi, tai, bang, nap, lay, xa, moTim, ghi, chep, nutChep, thu, qr, hop, noi, phim, trang, moRa, lienKetBao, baoLoi, ngay, homNay };
})();

/** How a reader wants to see the pages: kept on the device. */
const hienThi = (() => {
  const KEY = "tu-sach-hien-thi";
  const root = document.documentElement;
  /** Below this many pixels, at normal text size, there is one column (bookcase.css). */
  const ROOM = 960;
  /** @type {Record<string, string>} */
  let chosen = {};

  /** Take what is kept, and do it. */
  function take() {
    chosen = tuSach.nho(KEY, {});
    apply();
  }

  /** Do what is chosen. */
  function apply() {
    const size = Math.min(200, Math.max(100, Number(chosen.co) || 100));
    // Material makes 1rem 125 %.
    root.style.fontSize = size > 100 ? `${size * 1.25}%` : "";
    root.style.setProperty("--bk-dong", chosen.dong || "1.6");
    for (const name of ["mau", "chu"]) {
      if (chosen[name]) root.dataset[name] = chosen[name];
      else delete root.dataset[name];
    }
    root.toggleAttribute("data-hep", size > 100 && innerWidth < ROOM * size / 100);
  }

  /** Keep and do a choice. @param {string} name @param {string} value */
  function chon(name, value) {
    if (value) chosen[name] = value;
    else delete chosen[name];
    apply();
    tuSach.luu(KEY, chosen);
  }

  root.classList.add("co-js"); // what scripts make may have its room from the start
  take();
  addEventListener("resize", apply);
  addEventListener("storage", take);
  addEventListener("pageshow", (event) => { if (event.persisted) take(); });
  return { chon, nay: (/** @type {string} */ name) => chosen[name] ?? "" };
})();
