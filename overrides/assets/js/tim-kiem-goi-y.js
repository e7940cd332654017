// @ts-check
/**
 * Offers while a reader types: a list below the field, by the combobox pattern of WAI-ARIA.
 * Arrow keys choose, Enter takes, Escape closes; the field keeps the focus throughout.
 *
 * @typedef {{make: (tag: string, name: string, ...inside: (string|Node|null)[]) => HTMLElement,
 *   chosen: () => void, offers: (text: string) => Promise<string[]>}} OfferHelp
 */
(function () {
  'use strict';

  var WAIT = 120;

  /** @param {HTMLInputElement} input @param {OfferHelp} help */
  function attach(input, help) {
    var list = help.make('ul', 'tk-goi-y');
    list.id = 'tk-goi-y';
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', 'Gợi ý');
    list.hidden = true;
    var told = help.make('span', 'bk-an');
    told.setAttribute('role', 'status');
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-controls', list.id);
    /** @type {HTMLElement} */ (input.parentElement).append(list, told);
    var at = -1;
    var turn = 0;
    /** @type {number|undefined} */
    var timer;

    /** Point at an offer; -1 points at none. @param {number} to */
    function point(to) {
      at = to;
      Array.from(list.children).forEach(function (option, n) {
        option.setAttribute('aria-selected', String(n === at));
      });
      if (at < 0) input.removeAttribute('aria-activedescendant');
      else input.setAttribute('aria-activedescendant', list.children[at].id);
    }

    /** Show some offers; none closes the list. @param {string[]} offers */
    function show(offers) {
      list.replaceChildren.apply(list, offers.map(function (text, n) {
        var option = help.make('li', '', text);
        option.id = 'tk-goi-y-' + n;
        option.setAttribute('role', 'option');
        // Before the field loses the focus.
        option.addEventListener('mousedown', function (event) { event.preventDefault(); });
        option.addEventListener('click', function () { take(text); });
        return option;
      }));
      list.hidden = !offers.length;
      input.setAttribute('aria-expanded', String(!list.hidden));
      told.textContent = offers.length ? offers.length + ' gợi ý, chọn bằng phím mũi tên.' : '';
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

    function look() {
      var mine = ++turn;
      var text = input.value.trim();
      (text ? help.offers(text) : Promise.resolve([])).then(function (offers) {
        if (mine !== turn || document.activeElement !== input) return;
        show(offers.filter(function (one) { return one.toLowerCase() !== text.toLowerCase(); }));
      });
    }

    input.setAttribute('aria-expanded', 'false');
    // What was typed before this came.
    if (document.activeElement === input) timer = window.setTimeout(look, WAIT);
    input.addEventListener('input', function () {
      clearTimeout(timer);
      timer = window.setTimeout(look, WAIT);
    });
    input.addEventListener('blur', close);
    /** @type {HTMLFormElement} */ (input.form).addEventListener('submit', close);
    input.addEventListener('keydown', function (event) {
      var count = list.children.length;
      if (list.hidden || event.isComposing) return;
      if (event.key === 'ArrowDown') point(at + 1 < count ? at + 1 : -1);
      else if (event.key === 'ArrowUp') point(at < 0 ? count - 1 : at - 1);
      else if (event.key === 'Escape') close();
      else if (event.key === 'Enter' && at >= 0) take(list.children[at].textContent || '');
      else return;
      event.preventDefault();
    });
  }

  /** @type {any} */ (window).TimKiemGoiY = { attach: attach };
})();
