// Runs the browser's half of search in Node: {core, table, usage, index, words, plans,
// passages, queries} as JSON on standard input, the answers as JSON on standard output.
'use strict';
const fs = require('fs');
const vm = require('vm');

const asked = JSON.parse(fs.readFileSync(0, 'utf8'));
vm.runInThisContext(fs.readFileSync(asked.core, 'utf8'));
const { TimKiem } = globalThis;
const words = new TimKiem.Words(asked.table);
const usage = { heavy: new Set(asked.usage.heavy), others: asked.usage.others };
const plain = { heavy: new Set(), others: {} };

function load(name) {
  let piece = null;
  const tk = (id, check, text) => { if (TimKiem.crc32(text) === check) piece = text; };
  vm.runInNewContext(fs.readFileSync(`${asked.index}/${name}.js`, 'utf8'), { tk });
  return Promise.resolve(piece);
}

async function main() {
  const index = await TimKiem.open(load);
  const ranks = [];
  for (const query of asked.queries) {
    const found = await index.find(query, asked.page);
    const rows = index.rows(found, 20, '');
    const hits = await index.hits(found, rows);
    const shown = hits.map((hit) => [hit.url, Math.round(hit.score * 1000), hit.passage, hit.marks.length]);
    ranks.push([found.said, found.offer, found.absent, found.noArticle, shown]);
  }
  const facts = await index.facts();
  const narrowed = [];
  for (const { query, narrowing } of asked.narrowed) {
    const found = await index.find(query);
    const kept = facts.kept(narrowing, index.pages(found));
    const hits = await index.hits(found, index.rows(found, 20, '', kept, facts.otherwise(narrowing.day)));
    narrowed.push(hits.map((hit) => narrowing.day ? facts.onDay(hit, narrowing.day) : hit)
      .map((hit) => [hit.url, hit.status]));
  }
  return {
    narrowed,
    offers: await Promise.all(asked.offers.map((typed) => index.offers(typed))),
    words: asked.words.map((text) => ({ tokens: words.tokens(text), numbers: words.numbers(text), exact: words.exact(text) })),
    plans: asked.plans.map((query) => {
      const plan = TimKiem.plan(words, query, usage);
      return { ...plan, terms: Object.fromEntries(plan.terms), spare: Object.fromEntries(plan.spare) };
    }),
    passages: asked.passages.map(({ query, text }) => {
      const [said, marks] = TimKiem.passage(words, text, TimKiem.plan(words, query, plain).terms);
      return { passage: said, marked: marks.map(([start, end]) => said.slice(start, end)) };
    }),
    ranks,
  };
}

main().then((answer) => process.stdout.write(JSON.stringify(answer)));
