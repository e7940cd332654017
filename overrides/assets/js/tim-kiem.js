// @ts-check
/**
 * The search page: what is typed, what is found, what is said about it. It fills
 * <div id="tim-kiem"> (search.html) and reads the index from assets/tim-kiem/ through
 * script elements, so it works from file:// too. All text from the index goes in as
 * text, never as HTML.
 *
 * The address keeps everything: q what is typed, vb the document that the reader comes from,
 * nhom the group, trang how many tens are shown, ngay the day, tt the state, and a key for
 * each facet (loai, co-quan, cap, tinh, xa, nam, linh-vuc).
 */
"use strict";

(() => {
  const { tao, nut, nap, noiToi, ngay, homNay } = tuSach;
  const place = tuSach.o("tim-kiem");
  const [form, input, said, offer, warning, filters, tabs, list, more, elsewhere] = [".tk-form", "#tk-q", ".tk-said", ".tk-offer",
    ".tk-warning", ".tk-loc", ".tk-groups", ".tk-hits", ".tk-more", ".tk-elsewhere"].map((one) => place.querySelector(one));
  const [AT_ONCE, SOONER, MOST, WAIT] = [10, 3, 200, 200];
  const FACETS = ["loai", "co-quan", "cap", "tinh", "xa", "nam", "linh-vuc"];
  const { title } = document;
  /** The index, what was found, what results can be narrowed by. @type {any} */
  let [index, found, facts] = [null, null, null];
  let [turn, timer] = [0, 0];

  // ---- what is asked, as the address keeps it -------------------------------------------

  let asked = fromAddress();

  function fromAddress() {
    const given = new URLSearchParams(location.search);
    const get = (/** @type {string} */ key) => (given.get(key) ?? "").slice(0, 500);
    /** @type {Record<string, string>} */
    const values = Object.fromEntries(FACETS.map((key) => [key, get(key)]).filter(([, value]) => value));
    const day = tao("input", { type: "date", value: get("ngay") }).value; // such a field takes no day that is none
    const trang = Math.min(Math.max(parseInt(get("trang"), 10) || 1, 1), MOST / AT_ONCE);
    return { q: get("q"), vb: get("vb"), nhom: get("nhom"), tt: get("tt"), values, ngay: day, trang };
  }

  /** Keep what is asked in the address. @param {boolean} step  as a step to come back to */
  function keep(step) {
    const { q, vb, nhom, values, tt, ngay, trang } = asked;
    tuSach.ghi({ q, vb, nhom, ...values, tt, ngay, trang: trang > 1 ? trang : "" }, step);
  }

  /** Ask for something else of what was found. @param {Partial<typeof asked>} told */
  function change(told) {
    Object.assign(asked, { trang: 1 }, told);
    keep(true);
    show(Boolean(told.trang));
  }

  /** Whether only a part of what is found is wanted. */
  const narrows = () => Boolean(asked.tt || asked.ngay || Object.keys(asked.values).length);

  /** The day as of which is searched; nothing where that does not matter. */
  const dayAsked = () => asked.ngay || (asked.tt && homNay());

  // ---- results -------------------------------------------------------------------------

  /** A text with some stretches marked. @param {string} text @param {number[][]} marks */
  function marked(text, marks) {
    const ends = [0, ...marks.map((mark) => mark[1])];
    const parts = marks.flatMap(([from, to], at) => [text.slice(ends[at], from), tao("mark", {}, text.slice(from, to))]);
    return tao("p", { className: "tk-passage" }, ...parts, text.slice(ends[marks.length]));
  }

  /** @param {any} hit @param {boolean} within  below another result of its document */
  function shown(hit, within) {
    if (facts && asked.ngay) hit = facts.onDay(hit, asked.ngay);
    const since = asked.ngay && /\/(\d{4}-\d\d-\d\d)\.html/.exec(hit.url);
    const away = /^https:/.test(hit.url);
    const safe = away || !/^[a-z][a-z0-9+.-]*:|^\/\//i.test(hit.url) ? hit.url : "";
    const link = tao(hit.url ? "a" : "span", { className: "tk-link", ...(hit.url && { href: safe }), ...(away && { rel: "external noopener" }) }, hit.title);
    const span = (/** @type {string} */ name, /** @type {string} */ words) => words && tao("span", { className: name }, words);
    const about = within ? [] : [
      hit.title !== hit.parent && span("tk-parent", hit.parent),
      !hit.parent.includes(hit.number) && span("tk-number", hit.number), // most titles hold it already
      span(`tk-state bk-hieu ${hit.status.replace(/[^a-z-]/g, "")}`, index.directory.states[hit.status] ?? ""),
      since && span("tk-since", `lời văn từ ${ngay(since[1])}`),
      away && span("tk-away", "mở ở trang ngoài"),
    ].filter(Boolean);
    return tao("li", { className: "tk-hit" }, tao(within ? "h3" : "h2", { className: "tk-title" }, link),
      about.length > 0 && tao("p", { className: "tk-about" }, ...about), hit.passage && marked(hit.passage, hit.marks));
  }

  /** The best result of a document, and a way to its others. @param {any} hit @param {number[]} others */
  function shownPage(hit, others) {
    const item = shown(hit, false);
    if (!others.length) return item;
    const inner = tao("ol", { className: "tk-within", hidden: true });
    const open = nut(`Thêm ${others.length} điều, mục của ${hit.number ? "văn bản" : "bài"} này`, async () => {
      inner.hidden = !inner.hidden;
      open.setAttribute("aria-expanded", String(!inner.hidden));
      if (inner.hidden || inner.children.length) return;
      inner.append(...(await index.hits(found, others)).map((/** @type {any} */ one) => shown(one, true)));
      warn();
    }, { className: "tk-others bk-nut-chu", "aria-expanded": "false" });
    item.append(open, inner);
    return item;
  }

  /** The best results of some documents, and what shows them. @param {number[][]} pages @returns {Promise<{hit: any, item: HTMLElement}[]>} */
  async function best(pages) {
    const hits = await index.hits(found, pages.map((rows) => rows[0]));
    return hits.map((/** @type {any} */ hit) => {
      const rows = pages.find((one) => index.pageOf(one[0]) === hit.page);
      return { hit, item: shownPage(hit, rows?.slice(1) ?? []) };
    });
  }

  /** Say which pieces could not be read. */
  function warn() {
    const count = index.missing.size;
    warning.hidden = !count;
    warning.textContent = count && `Không đọc được ${count} phần của chỉ mục tìm kiếm, nên kết quả có thể thiếu. Hãy tải lại trang hoặc chép lại tủ sách.`;
  }

  /** A button that searches for something else. @param {string} words @param {string} query */
  const instead = (words, query) => nut(words, () => {
    input.value = query;
    typed(true);
  }, { className: "tk-meant bk-nut-chu" });

  /** Ask what was meant, say what was searched for instead, or offer the same without quotes. @param {any[]} hits */
  function ask(hits) {
    const other = found.offer || (found.said === asked.q ? "" : found.said);
    const meant = other && dressed(other, hits);
    const plain = asked.q.replace(index.words.quoted, " $1 ").replace(/\s+/g, " ").trim();
    const unquoted = !hits.length && found.left && plain !== asked.q;
    const told = unquoted ? ["Trong ngoặc kép phải đúng từng chữ, từng dấu. ", instead("Tìm không có ngoặc kép", plain)]
      : !meant || meant.toLowerCase() === asked.q.toLowerCase() ? []
      : found.offer ? ["Có phải bạn tìm: ", instead(meant, meant), "?"] : ["Đang hiện kết quả cho: ", tao("strong", {}, meant)];
    offer.replaceChildren(...told);
    offer.hidden = !told.length;
  }

  /** Folded words as the results write them. @param {string} plain @param {any[]} hits */
  function dressed(plain, hits) {
    /** @type {Map<string, string>} */
    const forms = new Map();
    for (const hit of hits) {
      const text = `${hit.title}\n${hit.passage}`;
      let before = "";
      for (const [from, to, word] of index.words.spans(text)) {
        for (const key of [before + word, word]) if (!forms.has(key)) forms.set(key, text.slice(from, to).toLowerCase());
        before = `${word} `;
      }
    }
    let last = "";
    return plain.split(" ").map((word) => {
      const folded = index.words.fold(word);
      const form = word === folded && (forms.get(`${last} ${folded}`) ?? forms.get(folded));
      last = folded;
      return form || word;
    }).join(" ");
  }

  /** Documents, the reader's commune and province first. @param {number[][]} pages @returns {number[][]} */
  function nearestFirst(pages) {
    const [province, commune] = facts ? noiToi().split("/") : []; // what the browser keeps is slow to ask for
    if (!commune) return pages;
    const distance = (/** @type {number[]} */ rows) => {
      const page = index.pageOf(rows[0]);
      const has = (/** @type {string} */ key, /** @type {string} */ code) => facts.values(key, page).some((/** @type {string[]} */ one) => one[0] === code);
      if (has("xa", commune)) return 0;
      return has("tinh", province) && !facts.values("xa", page).length ? 1 : 2;
    };
    return pages.slice().sort((a, b) => distance(a) - distance(b));
  }

  /** Show what was found: the best few before the rest has come. @param {boolean} goOn  keep the focus on the first new result */
  async function show(goOn) {
    const mine = turn;
    const local = asked.nhom.includes("dia-phuong") && noiToi();
    if (narrows() || local || filters.open) facts ??= await index.facts();
    const wanted = facts && narrows() ? facts.kept({ values: asked.values, state: asked.tt, day: dayAsked() }, index.pages(found)) : null;
    const not = wanted && facts.otherwise(dayAsked());
    // Where the group has nothing of what is wanted now, all groups are shown.
    if (asked.nhom && !index.groups(found, wanted).some((/** @type {any[]} */ one) => one[0] === asked.nhom)) {
      asked.nhom = "";
      keep(false);
    }
    const pages = nearestFirst(index.byPage(index.rows(found, MOST, asked.nhom, wanted, not)));
    const now = pages.slice(0, asked.trang * AT_ONCE);
    const before = goOn ? list.children.length : 0;
    const sooner = goOn ? now.length : SOONER;
    const [first, rest] = [best(now.slice(0, sooner)), best(now.slice(sooner))];
    // While these are on their way.
    showGroups(wanted);
    showFilters();
    const some = await first;
    if (mine !== turn) return;
    list.replaceChildren(...some.map((one) => one.item));
    const others = await rest;
    if (mine !== turn) return;
    list.append(...others.map((one) => one.item));
    list.removeAttribute("aria-busy");
    more.hidden = pages.length <= now.length;
    const hits = [...some, ...others].map((one) => one.hit);
    sayCount(hits);
    elsewhere.hidden = hits.length > 0;
    ask(hits);
    warn();
    if (goOn) list.children[before]?.querySelector(".tk-link").focus();
  }

  /** What the first result was asked for and has not. @param {any} first */
  function lacking(first) {
    const { article, clause } = found.plan;
    if (!found.direct.length || index.pageOf(found.direct[0]) !== first.page) return "";
    if (found.noArticle) return `Không có Điều ${found.noArticle} của «${first.parent}». `;
    const asks = clause && first.url.split(/[#.]/).pop() === `d${article.slice(1)}`;
    return asks ? `Không có khoản ${clause} trong Điều ${article.slice(1)} của «${first.parent}». ` : "";
  }

  /** @param {any[]} hits */
  function sayCount(hits) {
    const count = hits.length;
    const day = asked.ngay && ` tại ngày ${ngay(asked.ngay)}`;
    said.textContent = count && found.absent ? `Tủ sách chưa có văn bản mang đúng số này. Đang hiện ${count} kết quả gần nhất.`
      : count ? `${lacking(hits[0])}Đang hiện ${count} kết quả phù hợp nhất${day}${more.hidden ? "." : ", còn nữa."}`
      : index.missing.size ? "Chưa đọc được kết quả nào. Bạn xem các kệ sách ở dưới."
      : narrows() || asked.nhom ? `Không có kết quả nào${day} khi lọc như thế này. Hãy bỏ bớt bộ lọc.`
      : "Không tìm thấy kết quả nào. Hãy thử từ khác, hoặc bớt từ.";
  }

  /** The buttons that narrow the results to a group. @param {Uint8Array|null} wanted */
  function showGroups(wanted) {
    /** @type {any[][]} */
    const groups = index.groups(found, wanted);
    const focused = tabs.contains(document.activeElement);
    const all = groups.length < 2 ? [] : [["", "Tất cả", 0], ...groups];
    tabs.replaceChildren(...all.map(([key, name, count]) => {
      const tab = nut(name, () => change({ nhom: key }), { className: "tk-group", "aria-pressed": String(key === asked.nhom) });
      if (count) tab.append(" ", tao("span", { className: "tk-count" }, String(count)));
      return tab;
    }));
    if (focused) tabs.querySelector("[aria-pressed=true]")?.focus();
  }

  /** The fields that narrow the results, once a reader opens them. */
  async function showFilters() {
    filters.hidden = false;
    const count = [...Object.keys(asked.values), asked.tt, asked.ngay].filter(Boolean).length;
    filters.children[0].textContent = count ? `Lọc kết quả (${count})` : "Lọc kết quả";
    if (!facts || !filters.open) return;
    await nap("assets/js/tim-kiem-loc.js").catch(() => {});
    const { states } = index.directory;
    /** @type {any} */ (window).TimKiemLoc?.(filters, { asked, facts, states, pages: index.pages(found, asked.nhom), today: homNay(), changed: () => change({}) });
  }

  /** @type {Promise<any>|null} */
  let opening = null;

  /** Open the index, once; again after it failed. */
  async function opened() {
    opening ??= tuSach.moTim();
    index = await opening;
    if (index) return;
    opening = null;
    said.textContent = "Không mở được chỉ mục tìm kiếm. Bạn có thể tìm theo các kệ sách.";
  }

  /** Search for what is asked. */
  async function search() {
    const mine = ++turn;
    document.title = (asked.q ? `${asked.q} – ` : "") + title;
    if (!asked.q) {
      list.replaceChildren();
      tabs.replaceChildren();
      more.hidden = offer.hidden = filters.hidden = elsewhere.hidden = true;
      said.textContent = "";
      return;
    }
    list.setAttribute("aria-busy", "true");
    if (!list.children.length) said.textContent = "Đang tìm …";
    try {
      await opened();
      const result = await index?.find(asked.q, asked.vb);
      if (mine !== turn || !result) return;
      found = result;
      await show(false);
    } catch {
      if (mine === turn) said.textContent = "Có lỗi khi tìm. Hãy tải lại trang rồi thử lại.";
    }
  }

  // ---- typing, keys, address -----------------------------------------------------------

  /** Take what is typed. @param {boolean} step  as a step to come back to */
  function typed(step) {
    clearTimeout(timer);
    const q = input.value.trim();
    if (q !== asked.q) Object.assign(asked, { q, nhom: "", trang: 1 });
    keep(step);
    search();
  }

  input.oninput = () => {
    clearTimeout(timer);
    timer = setTimeout(typed, WAIT, false);
  };
  form.onsubmit = (/** @type {Event} */ event) => {
    event.preventDefault();
    typed(true);
  };
  // On a phone they go on to the side: a browser leaves one cut off that has the focus.
  tabs.addEventListener("focusin", (/** @type {any} */ event) => event.target.scrollIntoView({ block: "nearest", inline: "nearest" }));
  more.onclick = () => change({ trang: asked.trang + 1 });
  filters.addEventListener("toggle", () => { if (asked.q && found) show(false); });
  addEventListener("popstate", () => {
    asked = fromAddress();
    input.value = asked.q;
    search();
  });

  // Arrow keys go from the field through the results and back; Escape returns to the field.
  place.onkeydown = (/** @type {KeyboardEvent} */ event) => {
    if (event.defaultPrevented) return;
    /** @type {HTMLElement[]} */
    const links = [...list.querySelectorAll("a.tk-link")].filter((link) => link.offsetParent);
    const at = links.findIndex((link) => link === document.activeElement);
    const to = event.key === "ArrowDown" && (at >= 0 || document.activeElement === input) ? links[at + 1]
      : at < 0 ? null : event.key === "ArrowUp" ? links[at - 1] ?? input : event.key === "Escape" ? input : null;
    if (!to) return;
    event.preventDefault();
    to.focus();
  };

  // Offers while typing: not needed for the first results, so loaded with the first touch.
  input.addEventListener("focus", async () => {
    await nap("assets/js/tim-kiem-goi-y.js").catch(() => {});
    /** @type {any} */ (window).TimKiemGoiY?.(input, { chosen: () => typed(true), offers: async (/** @type {string} */ text) => {
      await opened();
      return index ? index.offers(text) : [];
    } });
  }, { once: true });

  input.value = asked.q;
  if (asked.q) search();
  else {
    opened();
    input.focus();
  }
})();
