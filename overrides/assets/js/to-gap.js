// @ts-check
/**
 * A commune's own leaflet: a title's body and a commune's tail, joined by to-gap-loi.js. Both come as script
 * files that call toGap(name, record), so this works from file:// too.
 *
 * In [data-xa="04/01321"] a link a[data-to-gap="to-gap/viet-di-chuc"] to the general sheet becomes that commune's;
 * form[data-bai] finds a commune by its name of today or before, through the search index.
 */
"use strict";

(() => {
  const { goc, tao, nap, noiToi } = tuSach;
  const root = /** @type {any} */ (window);
  /** @type {Map<string, any>} */
  const come = new Map();
  root.toGap = (/** @type {string} */ name, /** @type {any} */ record) => come.set(name, record);

  /** @param {string} name @returns {Promise<any>} */
  async function record(name) {
    if (!come.has(name)) await nap(`assets/to-gap/${name}.js`).catch(() => {});
    return come.get(name);
  }

  /** What joins leaflets, and the tails of a commune's file. @param {string} place  "04/01321" */
  async function joiner(place) {
    await nap("assets/js/to-gap-loi.js").catch(() => {});
    const { tailsOf, joined, unpacked } = root.toGapLoi ?? {};
    const tails = tailsOf && await record(tailsOf(place));
    return { joined, unpacked, tails, tail: tails?.[place.slice(3)] };
  }

  /** Let a link give the commune's own sheet; without a tail it gives the general one.
   * @param {HTMLAnchorElement} link @param {string} place @param {Element | null | undefined} status */
  async function give(link, place, status) {
    if (link.hasAttribute("aria-busy")) return;
    link.setAttribute("aria-busy", "true");
    const title = link.dataset.toGap ?? "";
    const [body, { joined, tails, tail }] = await Promise.all([record(title), joiner(place)]);
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
    const place = link?.closest("[data-xa]")?.getAttribute("data-xa");
    if (!(link instanceof HTMLAnchorElement) || !place) return;
    event.preventDefault();
    give(link, place, link.closest("section, form")?.querySelector("[role=status]"));
  });

  /** On the page of a commune that chose nothing, list what there is for all. @param {Element} section */
  async function list(section) {
    const all = section.querySelector("ul") ? null : await record("danh-muc");
    if (!all?.shelves.length) return;
    section.querySelector("p")?.remove();
    for (const [name, papers] of all.shelves) {
      section.lastElementChild?.before(tao("h3", {}, name), tao("ul", { className: "bk-lien-he bk-in-ra" }, ...papers.map(paper)));
    }
  }

  /** @param {any[]} one */
  function paper([title, url, body, said, [picture, width, height], lang]) {
    const image = tao("img", { src: goc + picture, width, height, alt: "", loading: "lazy" });
    const link = tao("a", { href: goc + url, ...(body && { "data-to-gap": body }) }, image, lang ? tao("span", { lang }, title) : title);
    return tao("li", {}, link, " ", tao("small", {}, said));
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

  /** @type {any} */
  let index = null;

  /** Find communes by their names of today or before, the best first; null without an index. @param {string} query @returns {Promise<any[] | null>} */
  async function communes(query) {
    index ??= await tuSach.moTim();
    if (!index) return null;
    const found = await index.find(query);
    const hits = await index.hits(found, index.rows(found, 8, "dia-phuong"));
    return hits.filter((/** @type {any} */ hit) => bears(hit, folded(query)));
  }

  /** @param {HTMLFormElement} form */
  function find(form) {
    const [list, status, input] = ["ul", "[role=status]", "input"].map((one) => /** @type {any} */ (form.querySelector(one)));
    /** @param {string} place @param {string} name @param {string} [note] */
    const row = (place, name, note = "") => {
      const link = tao("a", { href: form.dataset.chung, "data-to-gap": form.dataset.bai }, name);
      return tao("li", { "data-xa": place }, link, " ", tao("small", {}, note));
    };
    if (noiToi()) list.append(row(noiToi(), "Bản của nơi bạn đã chọn"));
    form.onsubmit = async (event) => {
      event.preventDefault();
      const asked = input.value.trim();
      const named = await communes(asked);
      list.replaceChildren(...(named ?? []).map((hit) => row(hit.url.slice(11, -5), hit.title, former(hit.passage, folded(asked)))));
      status.textContent = !named ? "Không mở được danh sách. Hãy tải bản dùng chung." : named.length ? "Chọn nơi của bạn để tải tờ gấp."
        : "Không thấy nơi nào có tên ấy. Hãy thử tên khác, cả tên cũ.";
    };
    form.hidden = false;
  }

  /** On the sheet for a notice board, show the commune that the address names, and its code. @param {Element} board */
  async function show(board) {
    const button = board.querySelector("button");
    button?.addEventListener("click", () => print());
    button?.removeAttribute("hidden");
    const place = /^\d\d\/\d{5}$/.exec(new URLSearchParams(location.search).get("xa") ?? "")?.[0];
    if (!place) return;
    const { tail, unpacked } = await joiner(place);
    if (!tail) return;
    board.querySelector("h1")?.append(` – ${tail.place}`);
    const link = tao("a", { href: `${goc}dia-phuong/${place}.html` }, `Trang của ${tail.place}`);
    board.querySelector("ul")?.prepend(tao("li", {}, link, tao("img", { src: drawn(unpacked(tail.code)), alt: "" })));
  }

  /** Draw a code from its dots: an address of a picture. @param {Uint8Array} dots */
  function drawn(dots) {
    const bits = [...dots].flatMap((byte) => [...byte.toString(2).padStart(8, "0")]);
    const width = Math.floor(Math.sqrt(bits.length));
    const path = bits.map((bit, at) => bit === "1" && at < width * width ? `M${at % width} ${Math.floor(at / width)}h1v1h-1z` : "").join("");
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${width}"><path d="${path}"/></svg>`;
    return `data:image/svg+xml,${encodeURIComponent(svg)}`;
  }

  for (const board of document.querySelectorAll(".bk-bang-tin")) show(board);
  for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll("form[data-bai]"))) find(form);
  for (const section of document.querySelectorAll("section[data-xa]")) list(section);
})();
