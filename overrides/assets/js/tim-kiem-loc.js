// @ts-check
/**
 * The fields that narrow the results: one for each facet, with how many documents each
 * choice would leave, the state, and the day. Loaded when a reader opens them.
 *
 * @typedef {{asked: any, facts: any, states: Object<string, string>, pages: Uint8Array, today: string, changed: () => void}} FilterHelp
 */
"use strict";

(() => {
  const { tao, nut, o } = tuSach;
  const MOST = 200;

  /** Fill the fields. @param {HTMLElement} place @param {FilterHelp} help */
  function show(place, help) {
    const { asked, facts } = help;
    const focused = document.activeElement?.id ?? "";
    const fields = tao("div", { className: "tk-loc__o" }, ...facts.facets.map((/** @type {any} */ facet) => facetField(facet, help)),
      stateField(help), labelled("ngay", "Kết quả tại ngày", tao("input", { type: "date", value: asked.ngay }), help, (value) => { asked.ngay = value; }));
    const some = Object.keys(asked.values).length || asked.tt || asked.ngay;
    place.replaceChildren(place.children[0], fields, some ? nut("Bỏ mọi bộ lọc", () => {
      Object.assign(asked, { values: {}, tt: "", ngay: "" });
      help.changed();
    }, { className: "bk-nut-chu" }) : "");
    if (place.contains(o(focused))) o(focused).focus();
  }

  /** The documents that all choices but one leave. @param {string} but @param {FilterHelp} help @returns {Uint8Array} */
  function others(but, { asked, facts, today, pages }) {
    const values = { ...asked.values };
    delete values[but];
    // What is in a commune is in its province: without the one the other says nothing.
    if (but === "tinh") delete values.xa;
    const state = but === "tt" ? "" : asked.tt;
    const day = but === "tt" ? "" : asked.ngay || (state && today);
    return facts.kept({ values, state, day }, pages);
  }

  /** A field of a facet; null where there is nothing to choose. @param {any} facet @param {FilterHelp} help */
  function facetField({ key, name }, help) {
    const { values } = help.asked;
    const chosen = values[key] ?? "";
    if (key === "xa" && !chosen && !values.tinh) return null;
    const counts = help.facts.counts(key, others(key, help));
    if (key === "nam") counts.sort((/** @type {any[]} */ a, /** @type {any[]} */ b) => (a[0] < b[0] ? 1 : -1));
    if (counts.length < 2 && !chosen) return null;
    return field(key, name, counts, chosen, help, (value) => {
      if (value) values[key] = value;
      else delete values[key];
      if (key === "tinh") delete values.xa;
    });
  }

  /** @param {FilterHelp} help */
  function stateField(help) {
    const { asked, facts, states, today } = help;
    /** @type {Map<string, number>} */
    const counts = new Map();
    others("tt", help).forEach((has, page) => {
      const state = has && page < facts.undated && facts.state(page, asked.ngay || today);
      if (state) counts.set(state, (counts.get(state) ?? 0) + 1);
    });
    const values = facts.states.filter((/** @type {string} */ one) => counts.has(one)).map((/** @type {string} */ one) => [one, states[one] ?? one, counts.get(one)]);
    return field("tt", "Tình trạng hiệu lực", values, asked.tt, help, (value) => { asked.tt = value; });
  }

  /** A list to choose from. @param {string} key @param {string} name @param {any[][]} values
   * @param {string} chosen @param {FilterHelp} help @param {(value: string) => void} choose */
  function field(key, name, values, chosen, help, choose) {
    const shown = values.slice(0, MOST);
    if (chosen && !shown.some((one) => one[0] === chosen)) shown.push([chosen, chosen, 0]);
    const select = tao("select", {}, new Option("Tất cả", ""), ...shown.map(([value, words, count]) => new Option(`${words} (${count})`, value)));
    select.value = chosen;
    return labelled(key, name, select, help, choose);
  }

  /** A control with its label. @param {string} key @param {string} name @param {any} control @param {FilterHelp} help @param {(value: string) => void} choose */
  function labelled(key, name, control, help, choose) {
    control.id = `tk-${key}`;
    control.onchange = () => {
      choose(control.value);
      help.changed();
    };
    return tao("div", { className: "tk-loc__mot" }, tao("label", { htmlFor: control.id }, name), control);
  }

  /** @type {any} */ (window).TimKiemLoc = show;
})();
