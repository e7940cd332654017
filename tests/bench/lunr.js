// lunr as it comes: node lunr.js FOLDER, with {records, queries} as JSON on standard
// input; FOLDER holds node_modules. The references of the best ten of each.
'use strict';
const { createRequire } = require('module');
const fs = require('fs');
const path = require('path');

const lunr = createRequire(path.join(process.argv[2], 'x.js'))('lunr');
const { records, queries } = JSON.parse(fs.readFileSync(0, 'utf8'));
const index = lunr(function () {
  this.ref('ref');
  for (const field of ['parent', 'title', 'text']) this.field(field);
  records.forEach((one) => this.add(one));
});
// Its own language gives signs a meaning.
const bare = (query) => query.replace(/[^\p{L}\p{N}]/gu, ' ');
const best = (query) => index.search(bare(query)).slice(0, 10).map((one) => Number(one.ref));
process.stdout.write(JSON.stringify(queries.map(best)));
