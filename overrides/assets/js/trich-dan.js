// @ts-check
/**
 * Show a cited provision where it is cited: on hover, focus and tap. What another page says is
 * asked of that page itself, loaded in a hidden frame: so it works from a disk too, where no
 * script may read another file. Without this script every citation is a plain link.
 */
"use strict";

/** The units of the law's text on this page: how people call them, and their lines. */
const donVi = (() => {
  /** What stands before the mark of a unit, by the class of its element: khoản. @type {Record<string, string>} */
  const words = Object.fromEntries((document.querySelector(".bk-luat")?.getAttribute("data-chu") ?? "").split("|").map((one) => one.split(" ")));

  /** Return a unit's own mark: 2, a, Điều 5, Chương II (also where capitals are printed). @param {Element} unit */
  function markOf(unit) {
    const said = (unit.querySelector("a")?.textContent ?? "").trim().replace(/^[“"]+|[.:)]+$/g, "");
    return unit.matches("p") ? said : said.replace(/\p{Lu}{2,}/gu, (word, at) => (/^[IVXLC]+$/.test(word) ? word : word.slice(0, at ? 0 : 1) + word.slice(at ? 0 : 1).toLowerCase()));
  }

  /** Name a unit, from the inside out: điểm a khoản 2 Điều 5; a translation knows its headings only. @param {Element} unit */
  function nameOf(unit) {
    const names = [];
    for (let id = unit.id; id; id = id.slice(0, Math.max(0, id.lastIndexOf(".")))) {
      const part = document.getElementById(id);
      const word = part && words[part.classList[0]];
      if (part && (word || part.matches("section"))) names.push(part.dataset.ten ?? `${word ?? ""} ${markOf(part)}`.trim());
    }
    return names.join(" ");
  }

  /** Return the lines of a unit without a heading: its own, then what follows until the next. @param {Element} unit */
  function linesOf(unit) {
    const lines = [unit];
    for (let next = unit.nextElementSibling; next; next = next.nextElementSibling) {
      const own = !next.id || next.id.startsWith(`${unit.id}.`) || next.id.startsWith(`${unit.id}/`);
      if (!own || next.matches("section, nav")) break;
      if (!next.matches(".bk-ghi")) lines.push(next);
    }
    return lines;
  }

  return { markOf, nameOf, linesOf };
})();

(() => {
  const { tao, nut } = tuSach;
  /** @typedef {{ten: string, ghi: string, html: string}} Told What a page says of a unit. */

  const DISK = location.protocol === "file:";
  const PEER = DISK ? "*" : location.origin;
  const FRAMED = window.parent !== window;
  const UNIT = /^(?:(?:kt|pl|mau|tm|la|so|[pcmdkr])\d|hoa-)[\w.~-]{0,90}$/;
  const ENTRY = /^vb-\d{1,5}$/;
  const TAGS = new Set("p span b i em strong sup sub br table caption thead tbody tr th td ul ol li blockquote small a div ins del".split(" "));
  const LONG = 5000;
  const [SOON, LATER, PATIENCE, FRAMES] = [300, 250, 8000, 4];
  const NARROW = matchMedia("(max-width: 40em)");

  /** Return the lines of a unit; of a chapter those of the headings in it. @param {HTMLElement} place */
  function linesOf(place) {
    if (!place.matches("section")) return donVi.linesOf(place);
    const [first, ...more] = place.children;
    const inner = [...place.querySelectorAll("section > :first-child")];
    return place.matches("section.article") ? [first, ...more] : [first, ...(inner.length ? inner : more)];
  }

  /** Return the opening lines of what a unit stands in, outermost first. @param {HTMLElement} place */
  function aroundOf(place) {
    const found = [];
    for (let part = place.id; part.includes(".");) {
      part = part.slice(0, part.lastIndexOf("."));
      const holder = document.getElementById(part);
      const line = holder?.matches("section") ? holder.firstElementChild : holder;
      if (line && !place.matches("section")) found.unshift(line);
      if (holder?.matches("section")) break;
    }
    return found;
  }

  /** Return what this page says of a unit, or of an act in its list. @param {string} id @returns {Told | null} */
  function told(id) {
    const place = document.getElementById(id);
    if (!place) return null;
    if (!place.closest(".bk-luat")) {
      if (!place.matches("section.dc-dieu, .bk-dan li")) return null;
      const heading = place.querySelector("h2");
      const parts = [...place.children].filter((one) => one !== heading);
      return { ten: heading?.textContent ?? "Văn bản được dẫn", ghi: "", html: parts.map((one) => one.outerHTML).join("") };
    }
    let [html, left] = ["", LONG];
    for (const line of aroundOf(place)) html += tao("p", { className: "td-quanh" }, line.textContent ?? "").outerHTML;
    for (const line of linesOf(place)) {
      if (line.matches(".bk-ghi, .bk-dieu-huong")) continue;
      if (left < 0) {
        html += "<p>…</p>";
        break;
      }
      html += /^h\d$/.test(line.localName) ? `<p class="td-dau">${line.innerHTML}</p>` : line.outerHTML;
      left -= line.textContent?.length ?? 0;
    }
    return { ten: `${donVi.nameOf(place)} ${document.querySelector("h1")?.textContent ?? ""}`.trim(), ghi: versionOf(), html };
  }

  /** Say which text this page shows, and the state of its act. */
  function versionOf() {
    const chosen = document.querySelector(".bk-ban [aria-current]")?.textContent ?? "";
    const facts = document.querySelector(".bk-su-kien")?.textContent ?? "";
    const since = chosen.match(/Từ ([\d/]+)/) ?? facts.match(/hiệu lực từ ([\d/]+)/);
    const state = document.querySelector(".bk-so .bk-hieu:not([hidden])")?.textContent ?? "";
    return [since ? `bản có hiệu lực từ ${since[1]}` : "", state].filter(Boolean).join(" · ");
  }

  /** Tell whether a message comes from elsewhere. @param {MessageEvent} event */
  function isForeign(event) {
    return DISK ? event.origin !== "null" && event.origin !== "file://" : event.origin !== location.origin;
  }

  /** Answer the page that loaded this one in a frame. */
  function answer() {
    addEventListener("message", (event) => {
      const { hoi, so } = event.data ?? {};
      if (event.source !== window.parent || isForeign(event)) return;
      if (typeof hoi !== "string" || !UNIT.test(hoi) || !Number.isInteger(so)) return;
      window.parent.postMessage({ dap: so, noi: told(hoi) }, PEER);
    });
  }

  if (FRAMED) return answer();

  /** @type {Map<string, {frame: HTMLIFrameElement, loaded: Promise<unknown>}>} */
  const frames = new Map();
  /** @type {Map<number, {frame: HTMLIFrameElement, take: (said: Told | null) => void}>} */
  const waiting = new Map();
  let asked = 0;

  addEventListener("message", (event) => {
    const { dap, noi } = event.data ?? {};
    const wait = waiting.get(dap);
    if (!wait || event.source !== wait.frame.contentWindow || isForeign(event)) return;
    const sound = noi && [noi.ten, noi.ghi, noi.html].every((one) => typeof one === "string");
    wait.take(sound ? noi : null);
  });

  /** Load a page in a hidden frame, once; keep the last few. @param {string} page */
  function frameOf(page) {
    const known = frames.get(page);
    if (known) return known;
    const frame = tao("iframe", { className: "td-khung", tabIndex: -1, "aria-hidden": "true", src: page });
    const made = { frame, loaded: new Promise((resolve) => { frame.onload = resolve; }) };
    document.body.append(frame);
    frames.set(page, made);
    for (const [old, one] of [...frames].slice(0, -FRAMES)) {
      one.frame.remove();
      frames.delete(old);
    }
    return made;
  }

  /** Return what a page says of a unit; null when it does not say. @param {string} page @param {string} id @returns {Promise<Told | null>} */
  async function ask(page, id) {
    if (page === pageOf(location.href)) return told(id);
    const { frame, loaded } = frameOf(page);
    const number = ++asked;
    /** @type {Promise<Told | null>} */
    const said = new Promise((take) => {
      waiting.set(number, { frame, take });
      setTimeout(take, PATIENCE, null);
    });
    loaded.then(() => frame.contentWindow?.postMessage({ hoi: id, so: number }, PEER));
    const given = await said;
    waiting.delete(number);
    if (!given) frames.delete(page), frame.remove();
    return given;
  }

  /** @param {string} address */
  function pageOf(address) {
    return address.replace(/[?#].*$/, "");
  }

  /**
   * Copy what a page said, element by element: only plain ones, with classes, spans and addresses.
   * @param {Node} from @param {Element} to @param {string} base
   */
  function copy(from, to, base) {
    for (const node of from.childNodes) {
      if (node instanceof Text) to.append(node.data);
      if (!(node instanceof HTMLElement) || !TAGS.has(node.localName) || node.hidden) continue;
      const made = document.createElement(node.localName);
      for (const name of ["class", "colspan", "rowspan"]) {
        const value = node.getAttribute(name);
        if (value && /^[\w -]+$/.test(value)) made.setAttribute(name, value);
      }
      if (made instanceof HTMLAnchorElement) lead(made, node.getAttribute("href") ?? "", base);
      copy(node, made, base);
      to.append(made);
    }
  }

  /** @param {HTMLAnchorElement} link @param {string} href @param {string} base */
  function lead(link, href, base) {
    try {
      const url = new URL(href, base);
      if (![location.protocol, "https:"].includes(url.protocol)) return;
      link.href = url.href;
      if (url.origin !== location.origin) link.rel = "noopener noreferrer external";
    } catch { /* no address: then no link */ }
  }

  /** Put what a page said into an element. @param {Element} box @param {string} html @param {string} base */
  function fill(box, html, base) {
    box.replaceChildren();
    copy(new DOMParser().parseFromString(html, "text/html").body, box, base);
  }

  /**
   * Return where a citation in the text of the law leads; null for any other link.
   * @param {EventTarget | null} target @returns {{link: HTMLAnchorElement, page: string, id: string} | null}
   */
  function citation(target) {
    const link = target instanceof Element ? target.closest(".bk-luat a[href*='#']") : null;
    if (!(link instanceof HTMLAnchorElement) || link.matches(".bk-dieu-huong a, [href*='/dan-chieu']")) return null;
    const [page, id] = [pageOf(link.href), link.hash.slice(1)];
    const here = page === pageOf(location.href);
    if (here ? document.getElementById(id)?.contains(link) : !/\/van-ban\/.*\.html$/.test(page)) return null;
    if (!UNIT.test(id) && !(here && ENTRY.test(id))) return null;
    return { link, page, id };
  }

  /** The box in which provisions are shown. */
  const view = {
    title: tao("p", { className: "td-ten", id: "td-ten" }),
    note: tao("p", { className: "td-ghi" }),
    text: tao("div", { className: "td-noi", tabIndex: 0 }),
    go: tao("a", {}, "Mở"),
    shut: nut("Đóng", () => close(true)),
  };
  const box = tao("div", { className: "td-hop", id: "td-hop", hidden: true, tabIndex: -1, role: "dialog", "aria-labelledby": "td-ten" },
    view.title, view.note, view.text, tao("p", { className: "td-cuoi" }, view.go, view.shut));
  (document.querySelector(".md-typeset") ?? document.body).append(box);
  /** @type {HTMLAnchorElement | null} */
  let from = null;
  /** @type {HTMLAnchorElement | null} */
  let passing = null;
  let timer = 0;
  let turn = 0;
  let pointer = "mouse";

  /** Do something soon, and nothing else that was to be done. @param {() => void} action @param {number} wait */
  function soon(action, wait) {
    clearTimeout(timer);
    timer = setTimeout(action, wait);
  }

  /** @param {{link: HTMLAnchorElement, page: string, id: string}} cited @param {number} [height] where the pointer is */
  async function open({ link, page, id }, height) {
    clearTimeout(timer);
    if (from === link && !box.hidden) return;
    close(false);
    from = link;
    const mine = ++turn;
    link.setAttribute("aria-expanded", "true");
    link.setAttribute("aria-controls", "td-hop");
    view.title.textContent = link.textContent;
    view.note.textContent = "Đang mở…";
    view.text.replaceChildren();
    view.go.href = link.href;
    box.hidden = false;
    put(link, height);
    const said = await ask(page, id);
    if (mine !== turn || from !== link) return;
    view.title.textContent = said?.ten ?? link.textContent;
    view.note.textContent = said?.ghi ?? "Không xem được ở đây; hãy bấm Mở để đến trang ấy.";
    if (said) fill(view.text, said.html, page);
    put(link, height);
  }

  /** Fold the box away. @param {boolean} back whether the focus returns to the link */
  function close(back) {
    clearTimeout(timer);
    turn++;
    box.hidden = true;
    from?.removeAttribute("aria-expanded");
    from?.removeAttribute("aria-controls");
    if (back && from) {
      passing = from;
      from.focus({ preventScroll: true });
    }
    from = null;
  }

  /** Put the box by its link; on a narrow screen the style sheet puts it below. @param {HTMLElement} link @param {number} [height] */
  function put(link, height) {
    const { style } = box;
    style.left = style.top = "";
    if (NARROW.matches) return;
    const lines = [...link.getClientRects()];
    const line = lines.find((one) => height !== undefined && one.top <= height && height <= one.bottom) ?? lines[0];
    if (!line) return;
    const { offsetWidth: wide, offsetHeight: high } = box;
    const [below, above] = [line.bottom + 4, line.top - 4 - high];
    const top = below + high <= innerHeight || above < 0 ? below : above;
    style.left = `${Math.max(8, Math.min(line.left, document.documentElement.clientWidth - wide - 8)) + scrollX}px`;
    style.top = `${Math.max(8, Math.min(top, innerHeight - high - 8)) + scrollY}px`;
  }

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const cited = citation(event.target);
    if (cited) return soon(() => open(cited, event.clientY), SOON);
    const inside = event.target instanceof Node && box.contains(event.target);
    if (inside) clearTimeout(timer);
    else if (from && !box.contains(document.activeElement)) soon(() => close(false), LATER);
    else if (!from) clearTimeout(timer);
  });

  document.addEventListener("pointerdown", (event) => {
    pointer = event.pointerType;
    const outside = event.target instanceof Node && !box.contains(event.target);
    if (outside && from && !from.contains(/** @type {Node} */ (event.target))) close(false);
  });

  document.addEventListener("click", (event) => {
    const cited = citation(event.target);
    if (!cited || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const tapped = /** @type {Partial<PointerEvent>} */ (event).pointerType || (event.detail ? pointer : "");
    if (tapped !== "touch" || (from === cited.link && !box.hidden)) return close(false);
    event.preventDefault();
    open(cited);
  });

  document.addEventListener("focusin", (event) => {
    const cited = citation(event.target);
    const again = cited?.link === passing;
    passing = null;
    if (cited && !again && cited.link.matches(":focus-visible")) soon(() => open(cited), SOON);
    else if (from && event.target instanceof Node && !box.contains(event.target) && event.target !== from) close(false);
  });

  document.addEventListener("keydown", (event) => {
    if (box.hidden) return;
    const within = box.contains(document.activeElement);
    if (event.key === "Escape") close(within);
    if (event.key !== "Tab") return;
    const last = document.activeElement === view.shut;
    const first = document.activeElement === view.text;
    if (!event.shiftKey && document.activeElement === from) {
      event.preventDefault();
      view.text.focus();
    } else if (event.shiftKey && first) {
      event.preventDefault();
      close(true);
    } else if (!event.shiftKey && last) close(true);
  });

  /** Unfold who cites a Điều where it is told how many do. */
  document.addEventListener("click", async (event) => {
    const link = event.target instanceof Element ? event.target.closest(".bk-ghi > a[href*='/dan-chieu']") : null;
    if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const shown = link.nextElementSibling;
    link.setAttribute("aria-expanded", String(!shown || shown.hasAttribute("hidden")));
    if (shown) return shown.toggleAttribute("hidden");
    const list = tao("div", { className: "dc-noi" }, "Đang mở…");
    link.after(list);
    const said = await ask(pageOf(link.href), link.hash.slice(1));
    if (said) fill(list, said.html, link.href);
    else location.href = link.href;
  });
})();
