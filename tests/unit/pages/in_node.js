// Runs a script of the site's in Node: {core, ask} as JSON on standard input; `ask` is
// the body of a function of the script's own value, its answer is JSON on standard output.
'use strict';
const fs = require('fs');
const vm = require('vm');

const { core, name, ask, given } = JSON.parse(fs.readFileSync(0, 'utf8'));
vm.runInThisContext(fs.readFileSync(core, 'utf8'));
process.stdout.write(JSON.stringify(new Function('it', 'given', ask)(globalThis[name], given)));
