// @ts-check
/**
 * Reading aloud by the browser's own voice: docTo(nodes) reads elements paragraph by paragraph and marks the sentence.
 * A page asks for a button of its own by data-doc, which names what is to be read.
 */
"use strict";

((root) => {
  const BLOCKS = "p, li, h1, h2, h3, h4, h5, h6, dt, dd, th, td, figcaption, blockquote";
  const SILENT = "button, sup, [hidden], [aria-hidden=true], .bk-an, script, style";
  /** Ends of sentences, and of their parts where one can take breath. */
  const SENTENCE = /[^]+?(?:[.!?…]["”’)\]]*(?=\s+["“‘(]?[\p{Lu}\d])|[;:](?=\s)|$)/gu;
  const NONE = "Máy này chưa có giọng đọc tiếng Việt. Hãy thêm giọng tiếng Việt trong phần cài đặt “Chuyển văn bản thành giọng nói” của máy.";
  const NO_OTHER = "Máy này chưa có giọng đọc tiếng của bài này.";
  const button = document.currentScript?.dataset.doc ?? "";
  /** @typedef {{node: Text, from: number}} Piece */

  /** The text of a block as it is read, where its pieces lie, and its sentences. @param {Element} block */
  function paragraph(block) {
    /** @type {Piece[]} */
    const pieces = [];
    let text = "";
    const walk = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const node = /** @type {Text} */ (walk.currentNode);
      const above = node.parentElement;
      if (!above || above.closest(SILENT) || above.closest(BLOCKS) !== block.closest(BLOCKS)) continue;
      pieces.push({ node, from: text.length });
      text += node.data;
    }
    const sentences = [...text.matchAll(SENTENCE)].map((one) => ({ from: one.index ?? 0, text: one[0] })).filter((one) => /[\p{L}\p{N}]/u.test(one.text));
    return { block, pieces, sentences };
  }

  /** Mark a sentence where browsers can, else its paragraph. @param {ReturnType<typeof paragraph> | null} of @param {number} [which] */
  function mark(of, which = 0) {
    document.querySelector(".bk-dang-doc")?.classList.remove("bk-dang-doc");
    root.CSS.highlights?.delete("bk-doc");
    if (!of) return;
    of.block.classList.add("bk-dang-doc");
    of.block.scrollIntoView({ block: "nearest" });
    if (!root.CSS.highlights) return;
    const { from, text } = of.sentences[which];
    const range = new Range();
    /** @param {number} at */
    const spot = (at) => {
      const piece = of.pieces.filter((one) => one.from <= at).pop() ?? of.pieces[0];
      return /** @type {[Text, number]} */ ([piece.node, Math.min(at - piece.from, piece.node.length)]);
    };
    range.setStart(...spot(from + text.search(/\S/)));
    range.setEnd(...spot(from + text.trimEnd().length));
    root.CSS.highlights.set("bk-doc", new root.Highlight(range));
  }

  let close = () => {};

  /** Read elements aloud; what was being read ends. @param {Iterable<Element>} nodes */
  root.docTo = (nodes) => {
    close();
    const { tao, nho, luu, nut } = tuSach;
    const speech = root.speechSynthesis;
    const blocks = [...nodes].flatMap((one) => (one.matches(BLOCKS) ? [one] : []).concat([...one.querySelectorAll(BLOCKS)]));
    const all = (blocks.length ? blocks : [...nodes]).filter((one) => one.getClientRects().length).map(paragraph).filter((one) => one.sentences.length);
    const lang = all[0]?.block.closest("[lang]")?.getAttribute("lang")?.slice(0, 2) ?? "vi";
    const kept = nho("tu-sach-giong", { ten: "", nhanh: 1 });
    let [at, which] = [0, 0];
    /** @type {any} */
    let current = null;
    const voices = () => (speech?.getVoices() ?? []).filter((/** @type {any} */ one) => one.lang.slice(0, 2).toLowerCase() === lang)
      .sort((/** @type {any} */ a, /** @type {any} */ b) => Number(b.localService) - Number(a.localService));

    const say = () => {
      const now = all[at];
      if (!now) return close();
      const one = current = new root.SpeechSynthesisUtterance(now.sentences[which].text.trim());
      one.voice = voices().find((/** @type {any} */ voice) => voice.name === kept.ten) ?? voices()[0];
      one.lang = one.voice?.lang ?? lang;
      one.rate = kept.nhanh;
      one.onend = () => {
        if (current !== one) return;
        which += 1;
        if (which >= now.sentences.length) [at, which] = [at + 1, 0];
        say();
      };
      one.onerror = () => current === one && pause();
      mark(now, which);
      toggle.textContent = "Tạm dừng";
      speech.cancel();
      speech.speak(one);
    };
    const pause = () => {
      current = null;
      speech?.cancel();
      toggle.textContent = "Đọc tiếp";
    };
    /** @param {number} way */
    const step = (way) => {
      [at, which] = [Math.max(0, Math.min(all.length - 1, at + way)), 0];
      say();
    };
    const keep = () => {
      [kept.ten, kept.nhanh] = [voice.value, Number(speed.value)];
      luu("tu-sach-giong", kept);
      if (current) say();
    };
    const toggle = nut("Đọc tiếp", () => (current ? pause() : say()));
    const option = (/** @type {any} */ value, /** @type {string} */ label, /** @type {any} */ chosen) => tao("option", { value, selected: value === chosen }, label);
    const speed = tao("select", { "aria-label": "Tốc độ đọc", onchange: keep }, ...[0.75, 1, 1.25, 1.5].map((one) => option(one, `${String(one).replace(".", ",")}×`, kept.nhanh)));
    const voice = tao("select", { "aria-label": "Giọng đọc", onchange: keep });
    const said = tao("p", { role: "status" });
    const tools = tao("div", { className: "bk-hang" }, toggle, nut("Đoạn trước", () => step(-1)), nut("Đoạn sau", () => step(1)), speed, voice);
    const bar = tao("section", { className: "bk-doc", "aria-label": "Đọc to" }, tools, said, nut("Đóng", () => close()));

    const offer = () => {
      const held = voices();
      voice.replaceChildren(...held.map((/** @type {any} */ one) => option(one.name, one.localService ? one.name : `${one.name} (gửi chữ qua mạng)`, kept.ten)));
      voice.hidden = held.length < 2;
      tools.hidden = !held.length;
      said.textContent = held.length ? "" : lang === "vi" ? NONE : NO_OTHER;
      if (held.length && !current && !at && !which) say();
    };
    close = () => {
      close = () => {};
      pause();
      mark(null);
      bar.remove();
      speech?.removeEventListener("voiceschanged", offer);
    };
    (document.querySelector("article") ?? document.body).append(bar);
    speech?.addEventListener("voiceschanged", offer);
    offer();
    toggle.focus();
  };

  addEventListener("pagehide", () => close());
  addEventListener("DOMContentLoaded", () => {
    const place = button && document.querySelector(".bk-nghe");
    if (place) place.append(tuSach.nut("Nghe đọc bài này", () => root.docTo(document.querySelectorAll(button))));
  });
})(/** @type {any} */ (window));
