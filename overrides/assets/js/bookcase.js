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

  /** Put a text on the clipboard; tell whether that went. @param {string} text @returns {Promise<boolean>} */
  async function chep(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const field = tao("textarea", { value: text });
      document.body.append(field);
      field.select();
      const went = document.execCommand("copy");
      field.remove();
      return went;
    }
  }

  return { tao, nho, luu, tai, nap, chep };
})();

(() => {
  /** From this width on, in CSS pixels at normal text size, the contents stand beside the text. */
  const WIDE = matchMedia("(min-width: 60em)");
  /** Contents longer than this show one chapter at a time. */
  const MANY = 60;

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

  /** Return the day by the reader's clock, never before that of the build: 2026-07-01. */
  function today() {
    const now = new Date();
    const local = new Date(now.getTime() - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
    const built = /** @type {any} */ (window).banDung?.ngay ?? "";
    return local > built ? local : built;
  }

  /** Show what is true today, hide what is not yet or no longer: a copy on a stick grows old. */
  function showByDay() {
    const day = today();
    for (const one of document.querySelectorAll("[data-tu], [data-den]")) {
      if (!(one instanceof HTMLElement)) continue;
      const { tu = "", den = "9999" } = one.dataset;
      one.hidden = day < tu || day >= den;
    }
  }

  /** Close the menu by Escape, by a click beside it, or when the focus leaves it. */
  function closeMenu() {
    const menu = document.querySelector(".bk-danh-muc");
    if (!(menu instanceof HTMLDetailsElement)) return;
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

  /**
   * Open the contents where there is room for them beside the text; elsewhere they fold
   * away once an entry was chosen. Return what marks an entry as the one being read.
   * @returns {(id: string) => void}
   */
  function contents() {
    const box = document.querySelector(".bk-muc-luc > details");
    const list = document.querySelector(".bk-muc-luc__trong");
    if (!(box instanceof HTMLDetailsElement) || !list) return () => {};
    const fit = () => { box.open = WIDE.matches; };
    fit();
    WIDE.addEventListener("change", fit);
    list.addEventListener("click", (event) => {
      if (!WIDE.matches && event.target instanceof HTMLAnchorElement) box.open = false;
    });
    const folds = [...list.querySelectorAll("details")];
    const many = list.querySelectorAll("a").length > MANY;
    return (id) => {
      const link = list.querySelector(`a[href="#${CSS.escape(id)}"]`);
      if (!(link instanceof HTMLElement)) return;
      list.querySelector("[aria-current]")?.removeAttribute("aria-current");
      link.setAttribute("aria-current", "location");
      if (many) for (const fold of folds) fold.open = fold.contains(link);
      const above = link.getBoundingClientRect().top - list.getBoundingClientRect().top;
      if (above < 0 || above > list.clientHeight - 40) list.scrollTop += above - list.clientHeight / 3;
    };
  }

  /**
   * Show the way to the article before and after the one being read.
   * @param {(id: string) => void} mark
   */
  function followArticles(mark) {
    const text = document.querySelector(".bk-luat");
    const articles = [...document.querySelectorAll(".bk-luat section.article")];
    if (!text || articles.length < 2) return;
    const bar = document.createElement("nav");
    bar.className = "bk-dieu-huong";
    bar.setAttribute("aria-label", "Điều trước và điều sau");
    const [before, middle, after] = [0, 1, 2].map(() => bar.appendChild(document.createElement("a")));
    middle.textContent = "Mục lục";
    middle.href = "#muc-luc";
    text.append(bar);
    let current = -2;

    /** @param {HTMLAnchorElement} link @param {Element | undefined} article @param {string} pattern */
    const point = (link, article, pattern) => {
      link.style.visibility = article ? "visible" : "hidden";
      if (!article) return link.removeAttribute("href");
      link.href = `#${article.id}`;
      const name = article.querySelector("a")?.textContent?.replace(/[.:]$/, "") ?? "";
      link.textContent = pattern.replace("%", name);
    };

    /** Return how many articles begin above the reading line. */
    const passed = () => {
      let [low, high] = [0, articles.length];
      while (low < high) {
        const half = (low + high) >> 1;
        if (articles[half].getBoundingClientRect().top < 140) low = half + 1;
        else high = half;
      }
      return low;
    };

    const update = () => {
      const now = passed() - 1;
      if (now === current) return;
      current = now;
      point(before, articles[now - 1], "‹ %");
      point(after, articles[now + 1], "% ›");
      if (now >= 0) mark(articles[now].id);
    };

    let waiting = false;
    addEventListener("scroll", () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        update();
      });
    }, { passive: true });
    middle.addEventListener("click", () => {
      const box = document.querySelector(".bk-muc-luc > details");
      if (box instanceof HTMLDetailsElement) box.open = true;
    });
    onKey("[", () => before.click());
    onKey("]", () => after.click());
    update();
  }

  /**
   * Do something on a key, unless one is writing.
   * @param {string} key @param {() => void} action
   */
  function onKey(key, action) {
    addEventListener("keydown", (event) => {
      const writing = event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
      if (event.key !== key || writing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      action();
    });
  }

  /** Let `/` lead to the search box: the page's own one before the header's. */
  function searchByKey() {
    onKey("/", () => {
      const box = document.querySelector("main input[type=search]") ?? document.querySelector("input[type=search]");
      if (box instanceof HTMLElement) box.focus();
    });
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
  closeMenu();
  followArticles(contents());
  searchByKey();
  searchFromHere();
  myCommune();
  printUnfolded();
})();
