// The browser's ranking of plain queries, for Node and for a page: rows by score alone.
// In Node: node ranking.js CORE INDEX, queries as JSON on standard input, rows on standard output.
'use strict';

/** @param {any} core @param {(name: string) => Promise<string|null>} load @param {string[]} queries @param {number} top */
async function ranking(core, load, queries, top) {
  const index = await core.open(load);
  const all = [];
  for (const query of queries) {
    const plan = core.plan(index.words, query, index.usage);
    let scores = await index._scores(plan.terms);
    if (!scores.some(Boolean)) scores = await index._scores(plan.spare);
    const rows = Array.from(scores.keys()).filter((row) => scores[row]);
    all.push(rows.sort((a, b) => scores[b] - scores[a] || a - b).slice(0, top));
  }
  return all;
}

if (typeof process !== 'undefined' && process.argv) {
  const fs = require('fs');
  const vm = require('vm');
  const [core, folder] = process.argv.slice(2);
  vm.runInThisContext(fs.readFileSync(core, 'utf8'));
  const kept = new Map();
  const load = (name) => {
    if (!kept.has(name)) {
      const tk = (id, check, text) => kept.set(id, text);
      vm.runInNewContext(fs.readFileSync(`${folder}/${name}.js`, 'utf8'), { tk });
    }
    return Promise.resolve(kept.get(name));
  };
  const { queries, top } = JSON.parse(fs.readFileSync(0, 'utf8'));
  ranking(globalThis.TimKiem, load, queries, top).then((rows) => process.stdout.write(JSON.stringify(rows)));
}
