// @ts-check
/* The bookcase's own words (menus, labels, notices) in English, for those who ask; never the words of law. */
"use strict";

(() => {
  /**
   * @typedef {Object<string, string>} Words  each word or sentence; `{}` stands for what differs, `{#}` for a number
   * @typedef {{head: string, tail: string, form: RegExp, said: string}} Form
   */
  const KEPT = "tu-sach-tieng";
  const FILE = "assets/ngon-ngu/en.js";
  /** What is content, and what no one reads. */
  const LEFT = ".bk-luat > :not(.bk-dieu-huong), .bk-bai, .bk-loi-van, .bk-tom-tat, .bk-ke__ten, [translate=no], script, style, textarea, svg";
  const GAP = /\{#?\}/;
  const SAID = ["aria-label", "placeholder", "title", "alt"];
  /** @type {WeakSet<Element>} */
  const ours = new WeakSet();
  /** @type {WeakMap<Node, string>} */
  const done = new WeakMap();
  /** @type {Words} */
  let words = {};
  /** @type {Form[]} */
  let forms = [];

  /** The English of a text, null where it has none. @param {string} text @returns {string|null} */
  function english(text) {
    if (Object.prototype.hasOwnProperty.call(words, text)) return words[text];
    const noted = /^\((.)(.*)\)$/.exec(text); // (hỏi đáp)
    if (noted) {
      const said = english(noted[1].toUpperCase() + noted[2]);
      return said && `(${said[0].toLowerCase()}${said.slice(1)})`;
    }
    for (const { head, tail, form, said } of forms) {
      const found = text.startsWith(head) && text.endsWith(tail) && form.exec(text);
      if (!found) continue;
      let at = 0;
      return said.replace(/\{#?\}/g, () => {
        const part = found[++at];
        return english(part) ?? part;
      });
    }
    return null;
  }

  /** @param {Element} one */
  const isLeft = (one) => one.matches(LEFT) || Boolean(one.getAttribute("lang") && one.getAttribute("lang") !== "vi" && !ours.has(one));

  /** Say that an element's words are English. @param {Element} one */
  const mark = (one) => void (ours.add(one), one.setAttribute("lang", "en"));

  /** @param {Text} node */
  function turn(node) {
    const parent = node.parentElement;
    const text = node.data.replace(/\s+/g, " ").trim();
    if (!parent || !text || done.get(node) === node.data) return;
    const said = english(text);
    if (said === null) {
      if (ours.has(parent)) parent.removeAttribute("lang");
      return;
    }
    node.data = node.data.replace(/\S[\s\S]*\S|\S/, () => said);
    done.set(node, node.data);
    if (parent.children.length === 0) return mark(parent);
    const own = document.createElement("span");
    node.replaceWith(own);
    own.append(node);
    mark(own);
  }

  /** @param {Element} one */
  function turnNames(one) {
    for (const name of SAID) {
      const said = english(one.getAttribute(name) ?? "");
      if (said === null) continue;
      one.setAttribute(name, said);
      if (!one.textContent?.trim()) mark(one);
    }
  }

  /** @param {Node} root */
  function turnAll(root) {
    const above = root instanceof Element ? root : root.parentElement;
    if (!above || above.closest(LEFT)) return;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
      node instanceof Element && isLeft(node) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    /** @type {Node[]} */
    const held = [root];
    while (walker.nextNode()) held.push(walker.currentNode);
    for (const node of held) {
      if (node instanceof Text) turn(node);
      else if (node instanceof Element && !isLeft(node)) turnNames(node);
    }
  }

  /** @param {Words} all */
  function begin(all) {
    words = all;
    forms = Object.keys(all).filter((key) => GAP.test(key)).map((key) => ({
      head: key.slice(0, key.search(GAP)),
      tail: key.split(GAP).pop() ?? "",
      form: new RegExp(`^${key.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/\{\}/g, "(.+?)").replace(/\{#\}/g, "([0-9IVXLC]+\\p{L}?)")}$`, "u"),
      said: all[key],
    })).sort((one, other) => other.head.length - one.head.length);
    turnAll(document.body);
    new MutationObserver((changes) => {
      for (const { type, target, addedNodes } of changes) {
        if (type === "childList") addedNodes.forEach(turnAll);
        else if (target.isConnected) turnAll(target);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: SAID });
  }

  const on = tuSach.nho(KEPT, document.documentElement.lang) === "en";
  for (const link of document.querySelectorAll("a.bk-tieng")) {
    const button = tuSach.nut(on ? "Tiếng Việt" : "English", () => {
      if (!tuSach.luu(KEPT, on ? "vi" : "en")) return;
      // The first page has one in English, where editors wrote it.
      if (!on && document.querySelector(".bk-nha") && link.getAttribute("href")?.endsWith("en/index.html")) location.href = /** @type {HTMLAnchorElement} */ (link).href;
      else location.reload();
    });
    button.className = link.className;
    button.lang = on ? "vi" : "en";
    button.setAttribute("translate", "no");
    link.replaceWith(button);
  }
  if (on) tuSach.nap(FILE).then(() => begin(/** @type {any} */ (window).tiengAnh));
})();
