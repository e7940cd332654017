// Runs the browser's half of comparisons in Node: {core, words, texts} as JSON on standard
// input, what it says of each pair as JSON on standard output.
'use strict';
const fs = require('fs');
const vm = require('vm');

const asked = JSON.parse(fs.readFileSync(0, 'utf8'));
vm.runInThisContext(fs.readFileSync(asked.core, 'utf8'));
const { SoSanh } = globalThis;

function rowsOf(script) {
  let rows = null;
  vm.runInNewContext(script, { soSanhBan: (given) => { rows = given; } });
  return rows;
}

process.stdout.write(JSON.stringify({
  words: asked.words.map(([old, now]) => SoSanh.words(old, now)),
  texts: asked.texts.map(([old, now]) => SoSanh.html(SoSanh.compare(rowsOf(old), rowsOf(now)), 'cu.html', 'moi.html')),
}));
