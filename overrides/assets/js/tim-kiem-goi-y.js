// @ts-check
/**
 * Offers while a reader types: a list below the field, by the combobox pattern of WAI-ARIA.
 * Arrow keys choose, Enter takes, Escape closes; the field keeps the focus throughout.
 *
 * @typedef {{chosen: () => void, offers: (text: string) => Promise<string[]>}} OfferHelp
 */
"use strict";

(() => {
  const { tao } = tuSach;
  const WAIT = 120;

  /** @param {HTMLInputElement} input @param {OfferHelp} help */
  function attach(input, help) {
    const list = tao("ul", { className: "tk-goi-y", id: "tk-goi-y", role: "listbox", "aria-label": "Gợi ý", hidden: true });
    const told = tao("span", { className: "bk-an", role: "status" });
    for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": "false" })) {
      input.setAttribute(name, value);
    }
    input.after(list, told);
    let [at, turn, timer] = [-1, 0, 0];

    /** Point at an offer; -1 points at none. @param {number} to */
    function point(to) {
      at = to;
      [...list.children].forEach((option, n) => option.setAttribute("aria-selected", String(n === at)));
      if (at < 0) input.removeAttribute("aria-activedescendant");
      else input.setAttribute("aria-activedescendant", list.children[at].id);
    }

    /** Show some offers; none closes the list. @param {string[]} offers */
    function show(offers) {
      list.replaceChildren(...offers.map((text, n) => tao("li", { id: `tk-goi-y-${n}`, role: "option", onclick: () => take(text) }, text)));
      list.hidden = !offers.length;
      input.setAttribute("aria-expanded", String(!list.hidden));
      told.textContent = offers.length ? `${offers.length} gợi ý, chọn bằng phím mũi tên.` : "";
      point(-1);
    }

    function close() {
      clearTimeout(timer);
      turn++;
      show([]);
    }

    /** @param {string} text */
    function take(text) {
      input.value = text;
      close();
      help.chosen();
    }

    async function look() {
      const mine = ++turn;
      const text = input.value.trim();
      const offers = text ? await help.offers(text) : [];
      if (mine === turn && document.activeElement === input) show(offers.filter((one) => one.toLowerCase() !== text.toLowerCase()));
    }

    function lookSoon() {
      clearTimeout(timer);
      timer = setTimeout(look, WAIT);
    }

    // The field keeps the focus.
    list.onmousedown = (/** @type {Event} */ event) => event.preventDefault();
    // What was typed before this came.
    if (document.activeElement === input) lookSoon();
    input.addEventListener("input", lookSoon);
    input.addEventListener("blur", close);
    input.form?.addEventListener("submit", close);
    input.addEventListener("keydown", (event) => {
      const count = list.children.length;
      if (list.hidden || event.isComposing) return;
      if (event.key === "ArrowDown") point(at + 1 < count ? at + 1 : -1);
      else if (event.key === "ArrowUp") point(at < 0 ? count - 1 : at - 1);
      else if (event.key === "Escape") close();
      else if (event.key === "Enter" && at >= 0) take(list.children[at].textContent);
      else return;
      event.preventDefault();
    });
  }

  /** @type {any} */ (window).TimKiemGoiY = attach;
})();
