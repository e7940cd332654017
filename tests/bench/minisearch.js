// MiniSearch as it comes: node minisearch.js FOLDER, with {records, queries} as JSON on
// standard input; FOLDER holds node_modules. The references of the best ten of each.
'use strict';
const { createRequire } = require('module');
const fs = require('fs');
const path = require('path');

const found = createRequire(path.join(process.argv[2], 'x.js'))('minisearch');
const MiniSearch = found.default || found;
const { records, queries } = JSON.parse(fs.readFileSync(0, 'utf8'));
const index = new MiniSearch({ fields: ['parent', 'title', 'text'], idField: 'ref' });
index.addAll(records);
const best = (query) => index.search(query).slice(0, 10).map((one) => one.id);
process.stdout.write(JSON.stringify(queries.map(best)));
