// @ts-check
/**
 * The page of a law: its contents follow the reader, each provision has a menu, one article can
 * be read alone, words are found. Without this script the page is its text and its links.
 */
"use strict";

(() => {
  const text = /** @type {HTMLElement} */ (document.querySelector(".bk-luat"));
  if (!text || window.parent !== window) return;
  const { tao, nut, muc, hop, noi, phim, chep, nap, tai, o: byId, moRa } = tuSach;
  const { markOf, nameOf, linesOf } = donVi;
  const WIDE = matchMedia("(min-width: 60em)");
  /** Tell whether the contents stand beside the text; large letters leave no room. */
  const isWide = () => WIDE.matches && !document.documentElement.hasAttribute("data-hep");
  const MANY = 60; // contents longer than this show one chapter at a time
  const MARKED = 3000; // so many places are marked at once; all are counted
  const ALONE = "chi-xem";
  const PAGE = location.href.replace(/[?#].*/, "");
  const LINES = "p, li, td, th, h2, h3, h4, h5, h6, summary";

  /* Contents, and the way from article to article */

  /**
   * Open the contents where there is room for them beside the text; elsewhere they fold
   * away once an entry was chosen. Return what marks an entry as the one being read.
   * @returns {(id: string) => void}
   */
  function contents() {
    const fold = document.querySelector(".bk-muc-luc > details");
    const list = document.querySelector(".bk-muc-luc__trong");
    if (!(fold instanceof HTMLDetailsElement) || !list) return () => {};
    const fit = () => { fold.open = isWide(); };
    fit();
    WIDE.addEventListener("change", fit);
    list.addEventListener("click", (event) => {
      if (!isWide() && event.target instanceof HTMLAnchorElement) fold.open = false;
    });
    const chapters = [...list.querySelectorAll("details")];
    const many = list.querySelectorAll("a").length > MANY;
    return (id) => {
      const link = list.querySelector(`a[href="#${CSS.escape(id)}"]`);
      if (!(link instanceof HTMLElement)) return;
      list.querySelector("[aria-current]")?.removeAttribute("aria-current");
      link.setAttribute("aria-current", "location");
      if (many) for (const one of chapters) one.open = one.contains(link);
      const above = link.getBoundingClientRect().top - list.getBoundingClientRect().top;
      if (above < 0 || above > list.clientHeight - 40) list.scrollTop += above - list.clientHeight / 3;
    };
  }

  const mark = contents();
  const articles = [...text.querySelectorAll("section.article")];
  const [before, after] = [tao("a", { id: "lv-truoc" }), tao("a", { id: "lv-sau" })];
  /** The section that is read alone. @type {Element | null} */
  let alone = null;
  let current = -2;

  /** Lead to an article, or nowhere. @param {HTMLAnchorElement} link @param {Element | undefined} article @param {string} pattern */
  function point(link, article, pattern) {
    link.style.visibility = article ? "visible" : "hidden";
    if (!article) return link.removeAttribute("href");
    link.href = `#${article.id}`;
    link.textContent = pattern.replace("%", markOf(article));
  }

  /** Return how many articles begin above the reading line. */
  function passed() {
    if (alone) return articles.indexOf(alone) + 1;
    let [low, high] = [0, articles.length];
    while (low < high) {
      const half = (low + high) >> 1;
      if (articles[half].getBoundingClientRect().top < 140) low = half + 1;
      else high = half;
    }
    return low;
  }

  function update() {
    const now = passed() - 1;
    if (now === current) return;
    current = now;
    point(before, articles[now - 1], "‹ %");
    point(after, articles[now + 1], "% ›");
    if (now >= 0) mark(articles[now].id);
  }

  /** Put the bar at the foot of the text: the articles around, the contents, words to find, an article to go to. */
  function makeBar() {
    const toContents = byId("muc-luc") && tao("a", { className: "lv-ve-muc-luc", href: "#muc-luc", onclick: () => {
      const fold = document.querySelector(".bk-muc-luc > details");
      if (fold instanceof HTMLDetailsElement) fold.open = true;
    } }, "Mục lục");
    const many = articles.length > 1;
    const middle = tao("span", {}, toContents, nut("Tìm", finder.open, { "aria-label": "Tìm chữ trong văn bản này" }),
      many && nut("Đến…", askWhere, { "aria-label": "Đến một điều, khoản" }));
    text.append(tao("nav", { className: "bk-dieu-huong", "aria-label": "Đi lại trong văn bản" }, finder.form, before, middle, after));
    if (!many) return;
    phim.set("g", { noi: "Đến một điều, khoản: gõ 5, hoặc k2 d5", lam: askWhere });
    phim.set("[", { noi: "Điều trước", lam: () => before.click() });
    phim.set("]", { noi: "Điều sau", lam: () => after.click() });
    let waiting = false;
    addEventListener("scroll", () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        update();
      });
    }, { passive: true });
  }

  /** Return the address of a unit, or of the page, that others can use: on a disk the one on the web, where it has any. @param {Element} [unit] */
  function addressOf(unit) {
    const known = document.querySelector("link[rel=canonical]")?.getAttribute("href");
    return (location.protocol === "file:" && known ? known : PAGE) + (unit ? `#${unit.id}` : "");
  }

  /** Return the unit of which a link is the number. @param {EventTarget | null} target */
  function unitOf(target) {
    const link = target instanceof Element ? target.closest("a[href^='#']") : null;
    const unit = link?.closest("section[id], p[id]");
    return link && unit && link.getAttribute("href") === `#${unit.id}` ? unit : null;
  }

  /* The menu of a unit, opened by its number */

  /** @param {Element} unit */
  function openMenu(unit) {
    const name = nameOf(unit);
    const citation = text.dataset.goi ? `${name} ${text.dataset.goi}` : "";
    const section = unit.closest("section[id]");
    const whole = section ? nameOf(section) : "";
    const line = section === unit ? unit.children[0] : unit;
    const quoted = String(getSelection() ?? "").trim() || (line.textContent ?? "");
    const report = tuSach.baoLoi({ "don-vi": unit.id, dan: citation || name, loi: quoted.slice(0, 300) });
    const act = (/** @type {string} */ label, /** @type {() => void} */ does) => nut(label, () => {
      menu.close();
      does();
    });
    const menu = hop(name || "Văn bản này", citation && tao("p", { className: "bk-phu" }, citation), muc([
      citation && act("Chép trích dẫn", () => tell(citation)),
      act("Chép liên kết", () => tell(addressOf(unit))),
      act("Mã QR", () => showCode(unit, citation)),
      section && alone !== section && act(`Chỉ xem ${whole}`, () => readAlone(section)),
      alone && act("Xem cả văn bản", () => readAlone(null)),
      section && act(`In ${whole}`, () => printAlone(section)),
      act("Đọc to", () => readAloud(unit)),
      report && tao("a", { href: report }, "Báo sai sót"),
    ].filter(Boolean), { className: "bk-hop__muc" }));
    menu.classList.add("lv-menu");
    if (!matchMedia("(min-width: 40em)").matches) return;
    const at = line.getBoundingClientRect();
    const top = Math.max(8, Math.min(at.top + 30, innerHeight - menu.offsetHeight - 8));
    Object.assign(menu.style, { margin: "0", inset: `${top}px auto auto ${Math.max(8, at.left)}px` });
  }

  /** Read a unit aloud, not what is told beside it. @param {Element} unit */
  async function readAloud(unit) {
    const lines = (unit.matches("p") ? linesOf(unit) : [unit]).flatMap((one) => (one.matches("p") ? [one] : [...one.querySelectorAll(LINES)]));
    await nap("assets/js/doc-to.js");
    /** @type {any} */ (window).docTo(lines.filter((one) => !one.closest(".bk-ghi")));
  }

  /** Copy words, and say so. @param {string} words */
  async function tell(words) {
    noi(await chep(words) ? `Đã chép: ${words}` : "Trình duyệt không cho chép; hãy bôi đen rồi chép bằng tay.");
  }

  /** Show a unit's address as a square that telephones read. @param {Element} unit @param {string} citation */
  async function showCode(unit, citation) {
    const address = addressOf(unit);
    if (!address.startsWith("http")) return noi("Bản trên máy này không biết địa chỉ của mình trên mạng, nên không có mã QR.");
    const picture = await tuSach.qr(address, `Mã QR dẫn tới ${address}`, "lv-qr");
    hop("Mã QR", picture, tao("p", {}, citation), tao("p", { className: "bk-phu" }, address));
  }

  /** Offer the text, and what programs are told of the act, as files made from this page. */
  function offerFiles() {
    const told = document.querySelector("script[type='application/ld+json']")?.textContent;
    const name = decodeURIComponent(PAGE).replace(/^.*\/van-ban\/|\.html$/g, "").replace(/\//g, "-");
    document.querySelector(".bk-the")?.after(tao("p", { className: "lv-tai bk-hang" }, nut("Tải lời văn (TXT)", () => tai(`${name}.txt`, plainText())),
      told && nut("Tải dữ liệu (JSON)", () => tai(`${name}.json`, told, "application/json"))));
  }

  /** Return what the page says, a line for each paragraph, its warnings and address included. */
  function plainText() {
    const heads = [...document.querySelectorAll("h1, .bk-so, .bk-su-kien, .bk-bao:not(.lv-noi-gon), .lv-ky, .bk-ban-dung a")];
    const lines = [...text.querySelectorAll(`tr, ${LINES}`)].filter((one) => !one.closest(".bk-ghi, nav, .lv-rieng, summary"));
    const said = (/** @type {Element} */ one) => (one.matches("tr") ? [...one.children] : [one]).map((part) => part.textContent?.replace(/\s+/g, " ").trim()).join(" | ");
    const shown = heads.filter((one) => !one.closest("[hidden]")).map(said);
    return [...shown, addressOf(), "", ...lines.filter((one) => !one.matches("td, th")).map(said), ""].join("\n");
  }

  /* One article alone */

  /**
   * Show a section alone, with the headings that it stands under; null shows all.
   * @param {Element | null} section @param {boolean} [quiet] whether address and place stay
   */
  function readAlone(section, quiet) {
    const shown = section ?? alone;
    alone = section;
    for (const one of text.querySelectorAll(".lv-giu, .lv-mot")) one.classList.remove("lv-giu", "lv-mot");
    text.querySelector(".lv-rieng")?.remove();
    text.classList.toggle("lv-chi-xem", Boolean(section));
    if (section) {
      section.classList.add("lv-mot");
      for (let around = section.parentElement; around && around !== text; around = around.parentElement) around.classList.add("lv-giu");
      const back = nut("Xem cả văn bản", () => readAlone(null));
      text.prepend(tao("p", { className: "lv-rieng" }, `Đang xem riêng ${nameOf(section)}. `, back));
    }
    current = -2;
    update();
    if (quiet || !shown) return;
    history.pushState(null, "", `${PAGE}${section ? `?${ALONE}=${section.id}` : ""}#${shown.id}`);
    (section ? text : shown).scrollIntoView();
  }

  /** Follow the address: which section is alone, and that what it leads to can be seen. */
  function follow() {
    const target = byId(location.hash.slice(1));
    let section = byId(new URLSearchParams(location.search).get(ALONE) ?? "");
    if (!section?.matches(".bk-luat section")) section = null;
    if (section && target && text.contains(target) && !section.contains(target)) {
      section = target.closest("section.article");
      history.replaceState(null, "", `${PAGE}${section ? `?${ALONE}=${section.id}` : ""}${location.hash}`);
    }
    if (alone === section) return;
    readAlone(section, true);
    (section && section === target ? text : target)?.scrollIntoView();
  }

  /** Print a section alone. @param {Element} section */
  function printAlone(section) {
    const [old, at] = [alone, scrollY];
    readAlone(section, true);
    addEventListener("afterprint", () => {
      readAlone(old, true);
      scrollTo(0, at);
    }, { once: true });
    print();
  }

  /* To an article */

  const LEVELS = Object.entries({ "phu luc": "pl", chuong: "c", đieu: "d", dieu: "d", khoan: "k", điem: "@", diem: "@" });

  /**
   * Return the unit that a reader names (5 · d5k2 · k2 d5 · điểm a khoản 2 điều 5 · 5.2.a), and whether
   * it is all that was named: what is not there leads to what would hold it.
   * @param {string} said @returns {{unit: Element, whole: boolean} | null}
   */
  function named(said) {
    let plain = said.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");
    for (const [word, sign] of LEVELS) plain = plain.split(word).join(` ${sign} `);
    plain = plain.replace(/(^|[^a-z])đ(?=\s*\d)/g, "$1d");
    /** @type {Record<string, string>} */
    const parts = {};
    const named = /(pl|c)[\s.]*(\d+|[ivxlc]+(?![a-z]))|([dk])?[\s.]*(\d+(?:[a-zđ](?![a-zđ\d]))?)|(?:@[\s.]*)?([a-zđ]\d*)(?![a-zđ\d])/g;
    for (const [, around, which, level, number, letter] of plain.matchAll(named)) {
      if (around) parts[around] ??= arabic(which);
      else if (letter) parts["@"] ??= letter.replace("đ", "dd");
      else parts[level ?? (parts.d || parts.c ? "k" : "d")] ??= number.replace("đ", "dd");
    }
    const { d, k, c, pl } = parts;
    const head = [pl && `pl${pl}`, d ? `d${d}` : pl || c ? c && `c${c}` : articles[current]?.id].filter(Boolean).join(".");
    const [, clause = k, letter] = !parts["@"] && !unitAt(`${head}.k${k}`) && /^(\d+)([a-z]+)$/.exec(k ?? "") || []; // d5k2a
    const point = parts["@"] ?? letter;
    const tried = [clause ? `${head}.k${clause}${point ? `.${point}` : ""}` : point ? `${head}.${point}` : head];
    tried.push(point && !clause ? `${head}._.${point}` : tried[0], clause ? `${head}.k${clause}` : head, head);
    const at = tried.findIndex((id) => unitAt(id));
    const unit = at < 0 || !Object.keys(parts).length ? null : unitAt(tried[at]);
    return unit && { unit, whole: tried.indexOf(tried[at]) < 2 };
  }

  /** Return a unit by its address, in what is issued with the act too. @param {string} id */
  function unitAt(id) {
    const own = id ? byId(id) : null;
    return own && text.contains(own) ? own : text.querySelector(`[id$=".${CSS.escape(id)}"]`);
  }

  /** Read a Roman number. @param {string} number */
  function arabic(number) {
    if (/\d/.test(number)) return number;
    const worth = [...number].map((sign) => Number({ i: 1, v: 5, x: 10, l: 50, c: 100 }[sign]));
    return String(worth.reduce((sum, one, at) => sum + (one < (worth[at + 1] ?? 0) ? -one : one), 0));
  }

  /** Ask for an article, and go there. */
  function askWhere() {
    const field = tao("input", { autocomplete: "off", placeholder: "5 · k2 d5 · điểm a khoản 2 điều 5", "aria-label": "Điều, khoản, điểm" });
    const note = tao("p", { className: "bk-phu", role: "status" });
    const box = hop("Đến điều nào?", tao("form", { className: "bk-hang", onsubmit: (/** @type {Event} */ event) => {
      event.preventDefault();
      const to = named(field.value);
      if (!to) {
        note.textContent = "Không có điều, khoản ấy trong văn bản này.";
        return;
      }
      box.close();
      location.hash = to.unit.id;
      to.unit.querySelector("a")?.focus({ preventScroll: true });
      if (!to.whole) noi(`Không có đúng chỗ ấy; đây là ${nameOf(to.unit)}.`);
    } }, field, tao("button", {}, "Đến")), note);
    field.focus();
  }

  /* Words in this text */

  const finder = (() => {
    /** Letters without accents. @type {Map<string, string>} */
    const bare = new Map();
    /** The text as one string without accents, letter for letter; its pieces, and where each begins. */
    let folded = "";
    /** @type {Text[]} */
    let nodes = [];
    /** @type {number[]} */
    let starts = [];
    /** @type {Range[]} */
    let places = [];
    let shown = -1;
    let timer = 0;
    const { highlights } = /** @type {any} */ (CSS);
    const field = tao("input", { type: "search", placeholder: "Chữ trong văn bản này", "aria-label": "Chữ cần tìm, có dấu hoặc không dấu" });
    const count = tao("output");
    const ways = [nut("‹", () => go(-1), { "aria-label": "Chỗ trước" }), nut("›", () => go(1), { "aria-label": "Chỗ sau" }), nut("✕", close, { "aria-label": "Thôi tìm" })];
    const form = tao("form", { className: "lv-tim", hidden: true, role: "search", "aria-label": "Tìm chữ trong văn bản này" }, field, count, ...ways);

    /** A letter without accents, no longer than it was. @param {string} letter */
    function fold(letter) {
      const known = bare.get(letter) ?? (letter.length > 1 ? letter : letter.normalize("NFD")[0].toLowerCase()[0].replace("đ", "d"));
      bare.set(letter, known);
      return known;
    }

    /** Read the text that can be seen, folded parts too. */
    function read() {
      [folded, nodes, starts] = ["", [], []];
      const walker = document.createTreeWalker(alone ?? text, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
        if (!(node instanceof Element)) return NodeFilter.FILTER_ACCEPT;
        return node.matches("[hidden], .bk-an, .bk-in, nav, .lv-rieng") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
      });
      let around = null;
      for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
        const block = node.parentElement?.closest(LINES);
        if (block !== around) folded += "\0"; // no words go from one paragraph into the next
        around = block;
        nodes.push(node);
        starts.push(folded.length);
        folded += Array.from(node.data, fold).join("");
      }
    }

    /** @param {string} said */
    const spelt = (said) => said.normalize("NFC").toLowerCase().trim().split(/\s+/).join(" ");

    /** Look for what was typed, mark all places and go to the first. Accents count where one typed any. */
    function search() {
      const said = spelt(field.value);
      const plain = [...said].map(fold).join("");
      unmark();
      [places, shown] = [[], -1];
      let at = 0;
      const pattern = new RegExp(plain.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").split(" ").join("\\s+"), "g");
      for (const { index = 0, 0: match } of plain.length > 1 || /\d/.test(plain) ? folded.matchAll(pattern) : []) {
        if (/[a-z0-9]/.test(folded[index - 1])) continue; // within a word
        const range = document.createRange();
        at = holder(index, at);
        range.setStart(nodes[at], index - starts[at]);
        const end = holder(index + match.length - 1, at);
        range.setEnd(nodes[end], index + match.length - starts[end]);
        if (said === plain || spelt(range.toString()) === said) places.push(range);
      }
      count.textContent = said && !places.length ? "Không thấy" : "";
      go(1);
    }

    /** Return in which node a letter is. @param {number} place @param {number} from */
    function holder(place, from) {
      while (starts[from + 1] <= place) from++;
      return from;
    }

    /** Go on by so many places, round and round. @param {number} step */
    function go(step) {
      if (!places.length) return;
      shown = (shown + step + places.length) % places.length;
      count.textContent = `${shown + 1}/${places.length}`;
      const range = places[shown];
      moRa(range.startContainer.parentElement);
      bringUp(range);
      const Marks = /** @type {any} */ (window).Highlight;
      if (!highlights) { // an old browser selects the one place
        getSelection()?.removeAllRanges();
        return getSelection()?.addRange(range);
      }
      if (!highlights.has("tim")) highlights.set("tim", new Marks(...places.slice(0, MARKED)));
      highlights.set("tim-nay", Object.assign(new Marks(range), { priority: 1 }));
    }

    /** Scroll to a place, again as long as the articles above it are still to be laid out. @param {Range} range */
    function bringUp(range, again = 4) {
      const { top, bottom } = range.getBoundingClientRect();
      if (top < 130 || bottom > innerHeight - 130) scrollBy(0, top - innerHeight / 2);
      if (again && range === places[shown]) requestAnimationFrame(() => bringUp(range, again - 1));
    }

    function unmark() {
      highlights?.delete("tim");
      highlights?.delete("tim-nay");
    }

    function open() {
      form.hidden = false;
      field.focus();
      field.select();
      read();
      search();
    }

    function close() {
      if (form.hidden) return;
      form.hidden = true;
      unmark();
      form.parentElement?.querySelector("span button")?.focus();
    }

    field.oninput = () => {
      clearTimeout(timer);
      timer = setTimeout(search, 120);
    };
    form.onsubmit = (/** @type {Event} */ event) => {
      event.preventDefault();
      go(1);
    };
    addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !document.querySelector("dialog[open]")) close();
      if (event.key !== "Enter" || !event.shiftKey || event.target !== field) return;
      event.preventDefault();
      go(-1);
    });
    return { form, open };
  })();

  makeBar();
  offerFiles();
  text.addEventListener("click", (event) => {
    const unit = unitOf(event.target);
    if (!unit || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    openMenu(unit);
  });
  text.addEventListener("focusin", (event) => {
    if (unitOf(event.target)) /** @type {Element} */ (event.target).setAttribute("aria-haspopup", "dialog");
  });
  addEventListener("hashchange", follow);
  addEventListener("popstate", follow);
  follow();
  update();
})();
