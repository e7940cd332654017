// @ts-check
/**
 * A title's body and a commune's tail joined to the byte as bookcase/leaflets/join.py joins them, and found where
 * bookcase/leaflets/carried.py puts them; a test holds them together. A classic script: it works from file://.
 */
"use strict";

((root) => {
  const [INFO, ABOUT, BUNDLE, TABLE] = [1, 2, 11, 12];
  /** @typedef {{data: string, identity: string, title: string, table: number, size: number, root: number, info: string[], about: string[]}} Body */
  /** @typedef {{data: string, identity: string, place: string, code: string, offsets: number[][], bundled: number[][]}} Tail */

  /** @param {string} text @returns {Uint8Array<ArrayBuffer>} */
  const utf8 = (text) => new TextEncoder().encode(text);

  /** @param {string} text @returns {Uint8Array<ArrayBuffer>} */
  const unpacked = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

  /** Write a number in so many bytes, big end first. @param {number} value @param {number} count */
  const bytes = (value, count) => Array.from({ length: count }, (_, at) => Math.floor(value / 256 ** (count - 1 - at)) % 256);

  /** The file in pieces. @param {Body} body @param {Tail} tail @returns {Uint8Array<ArrayBuffer>[]} */
  function joined(body, tail) {
    const [start, own] = [unpacked(body.data), unpacked(tail.data)];
    const title = `${body.title} – ${tail.place}`;
    const hex = title.split("").map((unit) => unit.charCodeAt(0).toString(16).padStart(4, "0")).join("");
    const shown = title.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
    const words = body.about.join(shown);
    const info = utf8(`${INFO} 0 obj\n${body.info.join(`<feff${hex}>`)}\nendobj\n`);
    const about = utf8(`${ABOUT} 0 obj\n<</Type/Metadata/Subtype/XML/Length ${utf8(words).length}>>\nstream\n${words}\nendstream\nendobj\n`);
    const ends = start.length + own.length;
    const table = ends + info.length + about.length;
    const [index, rows] = tableOf(tail, start.length, new Map([[INFO, ends], [ABOUT, ends + info.length], [TABLE, table]]));
    const head = `/Type/XRef/W[1 4 2]/Index[${index.join(" ")}]/Size ${body.size}/Root ${body.root} 0 R/Info ${INFO} 0 R` +
      `/ID[<${body.identity}><${tail.identity}>]/Prev ${body.table}/Length ${rows.length}`;
    return [start, own, info, about, utf8(`${TABLE} 0 obj\n<<${head}>>\nstream\n`), rows,
      utf8(`\nendstream\nendobj\nstartxref\n${table}\n%%EOF\n`)];
  }

  /** Where objects lie: runs of numbers, and seven bytes a number.
   * @param {Tail} tail @param {number} start @param {Map<number, number>} found @returns {[number[], Uint8Array<ArrayBuffer>]} */
  function tableOf(tail, start, found) {
    /** @type {Map<number, number[]>} */
    const rows = new Map();
    let place = 0;
    for (const [first, count] of tail.bundled) {
      for (let number = first; number < first + count; number++) rows.set(number, [2, ...bytes(BUNDLE, 4), ...bytes(place++, 2)]);
    }
    for (const [number, at] of tail.offsets) found.set(number, start + at);
    for (const [number, at] of found) rows.set(number, [1, ...bytes(at, 4), 0, 0]);
    const order = [...rows.keys()].sort((a, b) => a - b);
    /** @type {number[]} */
    const index = [];
    for (const number of order) {
      if (rows.has(number - 1)) index[index.length - 1]++;
      else index.push(number, 1);
    }
    return [index, Uint8Array.from(order.flatMap((number) => rows.get(number) ?? []))];
  }

  /** The file that holds a commune's tail. @param {string} place  "04/01321" */
  const tailsOf = (place) => `xa/${place.slice(0, 2)}-${Number(place.slice(-1)) % 2}`;

  root.toGapLoi = { joined, tailsOf, unpacked };
})(/** @type {any} */ (globalThis));
