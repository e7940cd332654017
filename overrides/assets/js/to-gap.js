// @ts-check
/**
 * A commune's own leaflet: a title's body and a commune's tail, joined to the byte as bookcase/leaflets/join.py
 * joins them. Both come as script files that call toGap(name, record), so this works from file:// too.
 *
 * In [data-xa="04/01321"] a link a[data-to-gap="to-gap/viet-di-chuc"] to the general sheet becomes that commune's;
 * form[data-bai] finds a commune by its name of today or before, through the search index.
 */
"use strict";

((root) => {
  /** How a commune is named: its province and itself. */
  const PLACE = /^\d\d\/\d{5}$/;

  /** @type {Map<string, any>} */
  const come = new Map();
  root.toGap = (/** @type {string} */ name, /** @type {any} */ record) => come.set(name, record);
  const base = new URL("../../", /** @type {HTMLScriptElement} */ (document.currentScript).src).href;
  /** @type {any} */
  let index = null;

  /** Run a script of the site; fulfilled whether it could be run or not. @param {string} address @returns {Promise<void>} */
  const run = (address) => new Promise((done) => {
    const script = document.createElement("script");
    script.src = base + address;
    script.onload = script.onerror = () => { script.remove(); done(); };
    document.head.append(script);
  });

  /** What joins leaflets; loaded when the first is asked for. @returns {Promise<any>} */
  async function joiner() {
    if (!root.toGapLoi) await run("assets/js/to-gap-loi.js");
    return root.toGapLoi;
  }

  /** @param {string} name @returns {Promise<any>} */
  async function record(name) {
    if (!come.has(name)) await run(`assets/to-gap/${name}.js`);
    return come.get(name);
  }

  /** An element with its attributes and what is in it.
   * @param {string} tag @param {Record<string, any>} attributes @param {(string|Node)[]} inside */
  function make(tag, attributes, ...inside) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) if (value) element.setAttribute(name, value);
    element.append(...inside);
    return element;
  }

  /** Let a link give the commune's own sheet; without a tail it gives the general one.
   * @param {HTMLAnchorElement} link @param {string} place @param {Element | null} status */
  async function give(link, place, status) {
    if (link.hasAttribute("aria-busy")) return;
    link.setAttribute("aria-busy", "true");
    const title = link.dataset.toGap ?? "";
    const { joined, tailsOf } = await joiner();
    const [body, tails] = await Promise.all([record(title), record(tailsOf(place))]);
    const tail = tails?.[place.slice(3)];
    if (body && tail) {
      link.href = URL.createObjectURL(new Blob(joined(body, tail), { type: "application/pdf" }));
      link.download = `${title.replace(/.*\//, "")}-${place.slice(3)}.pdf`;
    }
    if (status) {
      const lacking = body && tails ? "Nơi này chưa có bản riêng." : "Không đọc được phần riêng của nơi này: bản tủ sách bạn đang dùng thiếu tệp hoặc có tệp hỏng.";
      status.textContent = body && tail ? `Đã tạo tờ gấp của ${tail.place}; xem trong mục tải xuống.`
        : `${lacking} Đây là bản dùng chung, có ô trống để đóng dấu.`;
    }
    link.removeAttribute("aria-busy");
    delete link.dataset.toGap;
    link.click();
  }

  addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[data-to-gap]") : null;
    const place = link?.closest("[data-xa]");
    if (!(link instanceof HTMLAnchorElement) || !(place instanceof HTMLElement)) return;
    event.preventDefault();
    give(link, place.dataset.xa ?? "", link.closest("section, form")?.querySelector("[role=status]") ?? null);
  });

  /** On the page of a commune that chose nothing, list what there is for all. @param {Element} section */
  async function list(section) {
    const all = section.querySelector("ul") ? null : await record("danh-muc");
    if (!all?.shelves.length) return;
    section.querySelector("p")?.remove();
    for (const [name, papers] of all.shelves) {
      section.lastElementChild?.before(make("h3", {}, name), make("ul", { class: "bk-lien-he bk-in-ra" }, ...papers.map(paper)));
    }
  }

  /** @param {any[]} one */
  function paper([title, url, body, said, [picture, width, height]]) {
    const image = make("img", { src: base + picture, width, height, alt: "", loading: "lazy" });
    image.setAttribute("alt", "");
    return make("li", {}, make("a", { href: base + url, "data-to-gap": body }, image, title), " ", make("small", {}, said));
  }

  /** Without tones and capitals. @param {string} text */
  const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();

  /** Whether a place bears every word of what was asked for. @param {any} hit @param {string} query */
  function bears(hit, query) {
    const words = new Set(folded(`${hit.title} ${hit.passage}`).split(/[^\p{L}\p{N}]+/u));
    return query.split(/[^\p{L}\p{N}]+/u).every((word) => !word || words.has(word));
  }

  /** The former commune in a passage that has what was asked for. @param {string} passage @param {string} query */
  const former = (passage, query) => passage.split(/ (?=(?:Xã|Phường|Thị trấn) )/).find((one) => folded(one).includes(query)) ?? "";

  /** Find communes by their names of today or before, the best first; null without an index.
   * @param {string} query @returns {Promise<any[] | null>} */
  async function communes(query) {
    if (!root.TimKiem) await run("assets/js/tim-kiem-loi.js");
    index ??= await root.TimKiem?.open(async (/** @type {string} */ name) => {
      await run(`assets/tim-kiem/${name}.js`);
      return root.TimKiem.arrived.get(name) ?? null;
    });
    if (!index) return null;
    const found = await index.find(query);
    return index.hits(found, index.rows(found, 8, "dia-phuong"));
  }

  /** @param {HTMLFormElement} form */
  function find(form) {
    const [list, status] = [form.querySelector("ul"), form.querySelector("[role=status]")];
    /** @param {string} place @param {string} name @param {string} [note] */
    const row = (place, name, note = "") => {
      const link = make("a", { href: form.dataset.chung, "data-to-gap": form.dataset.bai }, name);
      return make("li", { "data-xa": place }, link, " ", make("small", {}, note));
    };
    try {
      const mine = localStorage.getItem("tu-sach-xa") ?? "";
      if (PLACE.test(mine)) list?.append(row(mine, "Bản của nơi bạn đã chọn"));
    } catch { /* a browser that keeps nothing has nothing chosen */ }
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const asked = form.querySelector("input")?.value.trim() ?? "";
      const [hits, query] = [await communes(asked), folded(asked)];
      const named = (hits ?? []).filter((hit) => bears(hit, query));
      list?.replaceChildren(...named.map((hit) => row(hit.url.slice(11, -5), hit.title, former(hit.passage, query))));
      if (!status) return;
      status.textContent = !hits ? "Không mở được danh sách. Hãy tải bản dùng chung." : named.length ? "Chọn nơi của bạn để tải tờ gấp."
        : "Không thấy nơi nào có tên ấy. Hãy thử tên khác, cả tên cũ.";
    });
    form.hidden = false;
  }

  /** On the sheet for a notice board, show the commune that the address names, and its code.
   * @param {HTMLElement} board */
  async function show(board) {
    const button = board.querySelector("button");
    button?.addEventListener("click", () => print());
    if (button) button.hidden = false;
    const place = new URLSearchParams(location.search).get("xa") ?? "";
    const { tailsOf, unpacked } = await joiner();
    const tail = PLACE.test(place) ? (await record(tailsOf(place)))?.[place.slice(3)] : null;
    if (!tail) return;
    board.querySelector("h1")?.append(` – ${tail.place}`);
    const image = make("img", { src: drawn(unpacked(tail.code)) });
    image.setAttribute("alt", "");
    board.querySelector("ul")?.prepend(make("li", {}, make("a", { href: `${base}dia-phuong/${place}.html` }, `Trang của ${tail.place}`), image));
  }

  /** Draw a code from its dots: an address of a picture. @param {Uint8Array} dots */
  function drawn(dots) {
    const bits = [...dots].flatMap((byte) => [...byte.toString(2).padStart(8, "0")]);
    const width = Math.floor(Math.sqrt(bits.length));
    const path = bits.map((bit, at) => bit === "1" && at < width * width ? `M${at % width} ${Math.floor(at / width)}h1v1h-1z` : "").join("");
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${width}"><path d="${path}"/></svg>`;
    return `data:image/svg+xml,${encodeURIComponent(svg)}`;
  }

  const board = document.querySelector(".bk-bang-tin");
  if (board instanceof HTMLElement) show(board);
  for (const form of document.querySelectorAll("form[data-bai]")) if (form instanceof HTMLFormElement) find(form);
  for (const section of document.querySelectorAll("section[data-xa]")) list(section);
})(/** @type {any} */ (globalThis));
