// Joins leaflets as the browser does: {script, files, pairs: [[title, pack, commune]]} as JSON on standard input,
// the joined files as base64 on standard output.
'use strict';
const fs = require('fs');
const vm = require('vm');

const asked = JSON.parse(fs.readFileSync(0, 'utf8'));
vm.runInThisContext(fs.readFileSync(asked.script, 'utf8'));
const { joined, tailsOf } = globalThis.toGapLoi;
const come = {};
globalThis.toGap = (name, record) => { come[name] = record; };
for (const file of asked.files) vm.runInThisContext(file);
const made = asked.pairs.map(([title, place]) => {
  const tails = come[tailsOf(place)];
  return Buffer.concat(joined(come[title], tails[place.slice(3)])).toString('base64');
});
process.stdout.write(JSON.stringify(made));
