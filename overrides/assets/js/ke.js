// @ts-check
/* A shelf narrowed and sorted in place. Rows come as columns (assets/ke/cot.js), their words in pieces when they are shown; see build/files/shelffiles.py. */
"use strict";

((root) => {
  /** @typedef {{khoa: string, ten: string, gia: string[][], bo: number[][], hang: number[]}} Facet  which set of values each row has */
  /** @typedef {Record<string, string[]>} Wanted  keys by facet; a row must have one of each facet's */
  const DIGITS = Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at)).filter((one) => !'"\\|~'.includes(one)).join("");
  const [STATE, AT_ONCE, DAY] = ["tinh-trang", 30, 864e5];
  const ZERO = Date.UTC(1899, 11, 31);

  /** Read numbers as bookcase/search/alphabet.py writes them. @param {string} text @returns {number[]} */
  function numbers(text) {
    const read = [];
    for (let at = 0; at < text.length;) {
      const next = () => DIGITS.indexOf(text[at++]);
      const first = next();
      if (first < 52) read.push(first);
      else if (first < 76) read.push(52 + (first - 52) * 90 + next());
      else if (first < 89) read.push(2212 + ((first - 76) * 90 + next()) * 90 + next());
      else read.push([1, 2, 3, 4, 5].reduce((sum) => sum * 90 + next(), 0));
    }
    return read;
  }

  /** The facets of all rows, the state being that of a day. @param {any} cot @param {string} day @returns {Facet[]} */
  function facets(cot, day) {
    const today = (Date.parse(day) - ZERO) / DAY;
    const states = cot.doi.bo.map((/** @type {number[]} */ turns) => {
      /** @type {number[]} */
      let now = [];
      for (let at = 0; at < turns.length; at += 2) if (turns[at] <= today) now = [turns[at + 1]];
      return now;
    });
    const all = [...cot.loc, { khoa: STATE, ten: "Tình trạng hiệu lực", gia: cot.trang, bo: states, hang: cot.doi.hang }];
    return all.map((one) => ({ ...one, hang: numbers(one.hang) }));
  }

  /**
   * The rows that are wanted; for each facet, how many rows each value would leave.
   * @param {Facet[]} all @param {Wanted} wanted @param {Wanted} base  what the shelf itself is: never counted without
   */
  function narrow(all, wanted, base) {
    const passes = all.map((facet) => [base, wanted].map((asked) => facet.bo.map((set) => {
      const keys = asked[facet.khoa] ?? [];
      return !keys.length || set.some((value) => keys.includes(facet.gia[value][0]));
    })));
    const counted = all.map((facet) => facet.bo.map(() => 0));
    const rows = [];
    for (let row = 0; row < (all[0]?.hang.length ?? 0); row++) {
      let [misses, missed] = [0, 0];
      for (let at = 0; at < all.length && misses < 2; at++) {
        const set = all[at].hang[row];
        if (!passes[at][0][set]) misses = 2;
        else if (!passes[at][1][set]) [misses, missed] = [misses + 1, at];
      }
      if (misses === 0) {
        rows.push(row);
        all.forEach((facet, at) => counted[at][facet.hang[row]]++);
      } else if (misses === 1) counted[missed][all[missed].hang[row]]++;
    }
    const counts = all.map((facet, at) => {
      const sums = facet.gia.map(() => 0);
      facet.bo.forEach((set, number) => set.forEach((value) => { sums[value] += counted[at][number]; }));
      return sums;
    });
    return { rows, counts };
  }

  /** Rows in order: "moi" the newest first, "cu" the oldest, "ten" by name; what has no day comes last.
   * @param {number[]} rows @param {string} how @param {number[]} days @param {number[]} ranks */
  function sorted(rows, how, days, ranks) {
    const key = (/** @type {number} */ row) => how === "ten" ? ranks[row] : how === "cu" ? days[row] || 1e6 : -days[row];
    return rows.slice().sort((a, b) => key(a) - key(b) || a - b);
  }

  root.KeSach = { numbers, facets, narrow, sorted };
  if (!root.document) return;

  // ---- the page ------------------------------------------------------------------------

  const { goc, tao, nut, o } = tuSach;
  /** @param {string} name */
  const data = (name) => tuSach.lay("keSach", "assets/ke", name);
  const ORDERS = [["moi", "Mới ban hành trước"], ["cu", "Ban hành lâu trước"], ["ten", "Tên từ A đến Z"]];

  /** @param {HTMLElement} place */
  function start(place) {
    const [baseFacet, baseKey] = (place.dataset.ke ?? "").split("=");
    /** @type {Wanted} */
    const base = baseKey ? { [baseFacet]: [baseKey] } : {};
    const ready = o("bk-ke-san");
    const asked = new URLSearchParams(location.search);
    /** @type {Wanted} */
    let wanted = {};
    let [how, page, turn] = [asked.get("xep") ?? "moi", Math.max(Number(asked.get("trang")) || 1, 1), 0];
    /** @type {any} */
    let cot;
    /** @type {Facet[]} */
    let all = [];
    /** @type {number[][]} */
    let [days, ranks] = [[], []];
    /** @type {Map<string, [HTMLElement, HTMLElement, HTMLInputElement][]>} */
    const boxes = new Map();

    const said = tao("p", { className: "bk-dem", role: "status" });
    const list = tao("ul", { className: "bk-ke" });
    const pager = tao("nav", { className: "bk-trang", "aria-label": "Các trang của danh sách đã lọc" });
    const found = tao("div", { hidden: true }, list, pager);
    const fields = tao("div", { className: "bk-loc__o" });
    const order = tao("select", { id: "xep", onchange: change }, ...ORDERS.map(([key, name]) => new Option(name, key)));
    const clear = nut("Bỏ mọi bộ lọc", () => {
      wanted = {};
      order.value = "moi";
      change();
    }, { className: "bk-cua-toi", hidden: true });
    const fold = tao("details", { className: "bk-thong-tin bk-loc" }, tao("summary", {}, baseKey ? "Lọc và sắp xếp kệ này" : "Lọc và sắp xếp cả tủ sách"),
      tao("p", {}, tao("label", { htmlFor: "xep" }, "Thứ tự: "), order), fields, tao("p", {}, clear));
    place.append(fold, said, found);

    /** Load the columns once, and make the fields. */
    async function open() {
      if (cot) return;
      said.textContent = "Đang mở danh sách…";
      cot = await data("cot");
      all = facets(cot, tuSach.homNay());
      days = numbers(cot.ngay);
      order.value = how;
      for (const facet of all) {
        const keys = (asked.get(facet.khoa) ?? "").split(",").filter((key) => facet.gia.some(([one]) => one === key));
        if (keys.length) wanted[facet.khoa] = keys;
        if (facet.khoa !== baseFacet && facet.gia.length) fields.append(field(facet));
      }
      said.textContent = "";
    }

    /** A fold with a box for each value. @param {Facet} facet */
    function field(facet) {
      const made = facet.gia.map(([key, name]) => {
        const box = tao("input", { type: "checkbox", value: key, onchange: () => {
          wanted[facet.khoa] = made.filter(([, , one]) => one.checked).map(([, , one]) => one.value);
          change();
        } });
        const count = tao("small");
        return /** @type {[HTMLElement, HTMLElement, HTMLInputElement]} */ ([tao("label", {}, box, ` ${name} `, count), count, box]);
      });
      boxes.set(facet.khoa, made);
      return tao("details", {}, tao("summary", {}, facet.ten), tao("fieldset", {}, tao("legend", { className: "bk-an" }, facet.ten), ...made.map(([label]) => label)));
    }

    function change() {
      [how, page] = [order.value, 1];
      show();
    }

    /** Show what is wanted; without a wish the shelf as it was printed. */
    async function show() {
      const mine = ++turn;
      if (how === "ten" && !ranks.length) ranks = numbers(await data("ten"));
      const { rows, counts } = narrow(all, wanted, base);
      all.forEach((facet, at) => boxes.get(facet.khoa)?.forEach(([label, count, box], value) => {
        box.checked = wanted[facet.khoa]?.includes(box.value) ?? false;
        count.textContent = String(counts[at][value]);
        label.hidden = !counts[at][value] && !box.checked;
      }));
      fields.childNodes.forEach((/** @type {any} */ one) => {
        const labels = [...one.querySelectorAll("label")];
        one.hidden = labels.filter((label) => !label.hidden).length < 2 && !one.querySelector(":checked");
      });
      const wishes = Object.values(wanted).some((keys) => keys.length) || how !== "moi" || page > 1;
      clear.hidden = !wishes;
      found.hidden = !wishes;
      if (ready) ready.hidden = wishes;
      keep();
      const last = Math.max(Math.ceil(rows.length / AT_ONCE), 1);
      page = Math.min(page, last);
      said.textContent = !wishes ? "" : `Có ${rows.length.toLocaleString("vi")} mục` + (last > 1 ? `, trang ${page} trên ${last}` : "");
      if (!wishes) return;
      const shown = sorted(rows, how, days, ranks).slice((page - 1) * AT_ONCE, page * AT_ONCE);
      const made = await Promise.all(shown.map(line));
      if (mine !== turn) return;
      list.replaceChildren(...made);
      pager.replaceChildren(...[-1, 1].map((step) => nut(step < 0 ? "‹ Trang trước" : "Trang sau ›", async () => {
        page += step;
        await show();
        said.scrollIntoView();
        list.querySelector("a")?.focus();
      }, { className: "bk-cua-toi", hidden: page + step < 1 || page + step > last })));
    }

    /** A row with its words. @param {number} row */
    async function line(row) {
      let [piece, at] = [0, row];
      while (at >= cot.dong[piece]) at -= cot.dong[piece++];
      const [name, to, issuer, summary, badge, lang] = (await data(`h/${cot.manh[piece]}`))[at];
      const state = all[all.length - 1].bo[all[all.length - 1].hang[row]][0];
      const [css, word] = Array.isArray(badge) ? [badge[1], badge[0]] : state === undefined ? [] : cot.trang[state];
      const day = days[row] ? tuSach.ngay(new Date(ZERO + days[row] * DAY).toISOString().slice(0, 10)) : "";
      const link = Array.isArray(to) ? tao(to[0] ? "a" : "span", to[0] ? { href: to[0], rel: "noopener noreferrer external" } : {}, name) : tao("a", { href: goc + to, ...(lang && { lang, hreflang: lang }) }, name);
      return tao("li", {}, tao("p", { className: "bk-ke__ten" }, link), summary && tao("p", { className: "bk-ke__tom", ...(lang && { lang }) }, summary),
        tao("p", { className: "bk-ke__phu" }, word && tao("span", { className: `bk-hieu ${css}` }, word + (badge === true ? " · minh họa" : "")), " ", [issuer, day].filter(Boolean).join(" · ")));
    }

    /** Keep the wishes in the address. */
    function keep() {
      const told = Object.entries(wanted).map(([key, keys]) => [key, keys.join(",")]);
      tuSach.ghi({ ...Object.fromEntries(told), xep: how === "moi" ? "" : how, trang: page > 1 ? page : "" });
    }

    fold.addEventListener("toggle", () => open().then(show).catch(() => { said.textContent = "Không mở được bộ lọc. Danh sách dưới đây vẫn đủ."; }), { once: true });
    if (location.search) fold.open = true;
  }

  if (o("bk-loc")) start(o("bk-loc"));
})(/** @type {any} */ (globalThis));
