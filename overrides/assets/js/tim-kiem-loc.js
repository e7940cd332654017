// @ts-check
/**
 * The fields that narrow the results: one for each facet, with how many documents each
 * choice would leave, the state, and the day. Loaded when a reader opens them.
 *
 * @typedef {{asked: any, facts: any, states: Object<string, string>, pages: Uint8Array, today: string,
 *   make: (tag: string, name: string, ...inside: (string|Node|null)[]) => HTMLElement,
 *   button: (name: string, words: string, press: () => void) => HTMLElement, changed: () => void}} FilterHelp
 */
(function () {
  'use strict';

  var MOST = 200;

  /** Fill the fields. @param {HTMLElement} place @param {FilterHelp} help */
  function show(place, help) {
    var focused = document.activeElement && document.activeElement.id;
    var fields = help.make('div', 'tk-loc__o');
    help.facts.facets.forEach(function (/** @type {any} */ facet) {
      var field = facetField(facet, help);
      if (field) fields.append(field);
    });
    fields.append(stateField(help), dayField(help));
    var asked = help.asked;
    var bottom = Object.keys(asked.values).length || asked.tt || asked.ngay
      ? help.button('bk-nut-chu', 'Bỏ mọi bộ lọc', function () {
        asked.values = {};
        asked.tt = asked.ngay = '';
        help.changed();
      }) : null;
    place.replaceChildren(place.children[0], fields);
    if (bottom) place.append(bottom);
    var again = focused && document.getElementById(focused);
    if (again && place.contains(again)) again.focus();
  }

  /** The documents that all choices but one leave. @param {string} but @param {FilterHelp} help @returns {Uint8Array} */
  function others(but, help) {
    var values = Object.assign({}, help.asked.values);
    delete values[but];
    // What is in a commune is in its province: without the one the other says nothing.
    if (but === 'tinh') delete values.xa;
    var state = but === 'tt' ? '' : help.asked.tt;
    var day = but === 'tt' ? '' : help.asked.ngay || (state && help.today);
    return help.facts.kept({ values: values, state: state, day: day }, help.pages);
  }

  /** A field of a facet; null where there is nothing to choose. @param {any} facet @param {FilterHelp} help */
  function facetField(facet, help) {
    var chosen = help.asked.values[facet.key] || '';
    if (facet.key === 'xa' && !chosen && !help.asked.values.tinh) return null;
    var counts = help.facts.counts(facet.key, others(facet.key, help));
    if (facet.key === 'nam') counts.sort(function (/** @type {any[]} */ a, /** @type {any[]} */ b) { return a[0] < b[0] ? 1 : -1; });
    if (counts.length < 2 && !chosen) return null;
    return field(facet.key, facet.name, counts, chosen, help, function (value) {
      if (value) help.asked.values[facet.key] = value; else delete help.asked.values[facet.key];
      if (facet.key === 'tinh') delete help.asked.values.xa;
    });
  }

  /** @param {FilterHelp} help */
  function stateField(help) {
    var day = help.asked.ngay || help.today;
    /** @type {Map<string, number>} */
    var counts = new Map();
    others('tt', help).forEach(function (has, page) {
      var state = has && page < help.facts.undated && help.facts.state(page, day);
      if (state) counts.set(state, (counts.get(state) || 0) + 1);
    });
    var values = help.facts.states.filter(function (/** @type {string} */ one) { return counts.has(one); })
      .map(function (/** @type {string} */ one) { return [one, help.states[one] || one, counts.get(one)]; });
    return field('tt', 'Tình trạng hiệu lực', values, help.asked.tt, help, function (value) { help.asked.tt = value; });
  }

  /** A list to choose from. @param {string} key @param {string} name @param {any[][]} values
   * @param {string} chosen @param {FilterHelp} help @param {(value: string) => void} choose */
  function field(key, name, values, chosen, help, choose) {
    var select = /** @type {HTMLSelectElement} */ (help.make('select', ''));
    select.id = 'tk-' + key;
    select.append(new Option('Tất cả', ''));
    values.slice(0, MOST).forEach(function (one) { select.append(new Option(one[1] + ' (' + one[2] + ')', one[0])); });
    if (chosen && !values.slice(0, MOST).some(function (one) { return one[0] === chosen; }))
      select.append(new Option(chosen + ' (0)', chosen));
    select.value = chosen;
    select.addEventListener('change', function () {
      choose(select.value);
      help.changed();
    });
    return labelled(name, select, help);
  }

  /** @param {FilterHelp} help */
  function dayField(help) {
    var input = /** @type {HTMLInputElement} */ (help.make('input', ''));
    input.type = 'date';
    input.id = 'tk-ngay';
    input.value = help.asked.ngay;
    input.addEventListener('change', function () {
      help.asked.ngay = input.value;
      help.changed();
    });
    return labelled('Kết quả tại ngày', input, help);
  }

  /** @param {string} name @param {HTMLElement} control @param {FilterHelp} help */
  function labelled(name, control, help) {
    var label = /** @type {HTMLLabelElement} */ (help.make('label', '', name));
    label.htmlFor = control.id;
    return help.make('div', 'tk-loc__mot', label, control);
  }

  /** @type {any} */ (window).TimKiemLoc = { show: show };
})();
