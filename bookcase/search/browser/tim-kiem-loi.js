// @ts-check
/**
 * Search without a page: words of a text, the plan of a query, postings, scores, passages.
 * The same rules, step for step, as in bookcase/search/*.py; the table of letters and all
 * figures come with the index. A classic script without dependency: it works from file://.
 *
 * @typedef {(name: string) => Promise<string|null>} Load  gives a piece of the index, or null
 * @typedef {{at: number[], times: number[]}} Held  rows or pages, and how often each has a term
 * @typedef {{texts: Held, names: Held}} Postings
 * @typedef {{heavy: Set<string>, others: Object<string, string>}} Usage  what an index tells about its words
 * @typedef {{terms: Map<string, number>, spare: Map<string, number>, names: string[], less: string[], article: string,
 *   clause: string, phrases: string[][], required: string[], without: string[]}} Plan  spare words are terms
 *   only if nothing else is found; phrases are of exact words
 * @typedef {{scores: Int32Array, direct: number[], plan: Plan, left: number[]|null, said: string,
 *   offer: string, absent: boolean, noArticle: string}} Found  absent: a number was asked for that no document
 *   has; noArticle: the article that the first result was asked for and has not; left is what quotes leave, the best first; null when the query has none;
 *   said is the query as it was searched for, offer what may have been meant instead
 * @typedef {{values: Object<string, string>, state: string, day: string}} Narrowing  keys by facet; a
 *   day as 2026-01-31
 * @typedef {{url: string, page: number, number: string, title: string, parent: string, kind: string,
 *   status: string, group: string, passage: string, marks: number[][], score: number}} Hit
 */
(function (root) {
  'use strict';

  var MOST_WORDS = 40;
  var WIDTH = 220;
  var LEAD = 30;
  var UNIT = 1000;

  // ---- bits and pieces -----------------------------------------------------------------

  // Four tables, for four bytes at a time: all that is loaded goes through here.
  var CRC = new Int32Array(1024);
  for (var n = 0; n < 256; n++) {
    var c = n;
    for (var bit = 0; bit < 8; bit++) c = c & 1 ? (c >>> 1) ^ -306674912 : c >>> 1;
    CRC[n] = c;
  }
  for (; n < 1024; n++) CRC[n] = CRC[CRC[n - 256] & 255] ^ (CRC[n - 256] >>> 8);

  /** The check sum of a text in UTF-8, as zlib counts it, in hexadecimal. @param {string} text */
  function crc32(text) {
    var bytes = new TextEncoder().encode(text);
    var sum = -1;
    for (var i = 0; i + 3 < bytes.length; i += 4) {
      sum ^= bytes[i] | (bytes[i + 1] << 8) | (bytes[i + 2] << 16) | (bytes[i + 3] << 24);
      sum = CRC[768 + (sum & 255)] ^ CRC[512 + ((sum >>> 8) & 255)] ^ CRC[256 + ((sum >>> 16) & 255)] ^ CRC[sum >>> 24];
    }
    for (; i < bytes.length; i++) sum = CRC[(sum ^ bytes[i]) & 255] ^ (sum >>> 8);
    return ((sum ^ -1) >>> 0).toString(16);
  }

  /** How many of a sorted list are not above a value. @param {ArrayLike<any>} list @param {any} value */
  function notAbove(list, value) {
    var low = 0;
    var high = list.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (list[middle] <= value) low = middle + 1; else high = middle;
    }
    return low;
  }

  // ---- words ---------------------------------------------------------------------------

  /** The normaliser, made from the table. @param {any} table */
  function Words(table) {
    this.table = table;
    this.token = new RegExp(table.grouped + '|[' + table.word + ']+|[' + table.cut + ']', 'g');
    this.exactly = new RegExp(table.grouped + '|[' + table.word + ']+|[^' + table.hidden + table.word + ']', 'g');
    this.quoted = new RegExp(table.quoted, 'g');
    this.without = new RegExp(table.without, 'g');
    this.number = new RegExp(
      '[0-9]+(?:/[' + table.word + ']+(?:[-\\u2013][' + table.word + ']+)*)+', 'g');
    this.date = new RegExp(table.date, 'g');
    this.marks = new RegExp(table.marks, 'g');
    this.article = new RegExp(table.article);
    this.shortArticle = new RegExp(table.shortArticle);
    this.loose = new RegExp(table.looseNumber);
    this.glued = new RegExp(table.glued);
    this.year = new RegExp(table.year);
    this.typed = new RegExp(table.typed);
    this.joining = new Set(table.joining);
    this.naming = new Set(table.naming);
    /** @type {Map<string, string>} */
    this.letters = new Map();
    for (var base in table.letters)
      for (var letter of table.letters[base]) this.letters.set(letter, base);
    for (var out of table.drop) this.letters.set(out, '');
    this.drop = new RegExp('[' + table.drop + ']', 'g');
  }

  Words.prototype = {
    /** The word that a token stands for; empty for a mark that ends a phrase. @param {string} token */
    fold: function (token) {
      if (/^[.;:!?\n]$/.test(token)) return '';
      var plain = '';
      for (var letter of this.spelt(token).replace(this.marks, '')) {
        var base = this.letters.get(letter);
        plain += base === undefined ? letter : base;
      }
      plain = plain.toLowerCase().replace(/\./g, '');
      return /^0[0-9]*$/.test(plain) ? plain.replace(/^0+/, '') || '0' : plain;
    },

    /** The exact word that a token stands for. @param {string} token */
    spelt: function (token) {
      return token.toLowerCase().replace(this.drop, '').normalize('NFC');
    },

    /** Exact words and signs in order. @param {string} text @returns {string[]} */
    exact: function (text) {
      return (text.match(this.exactly) || []).map(this.spelt, this).filter(Boolean);
    },

    /** All words in order, an empty one where a phrase ends. @param {string} text @returns {string[]} */
    tokens: function (text) {
      return (text.match(this.token) || []).map(this.fold, this);
    },

    /** Words with their places: [start, end, word]. @param {string} text @returns {any[][]} */
    spans: function (text) {
      var self = this;
      return Array.from(text.matchAll(this.token), function (match) {
        return [match.index, match.index + match[0].length, self.fold(match[0])];
      });
    },

    /** The one form of a document number. @param {string} number */
    whole: function (number) {
      var self = this;
      return number.split('/').map(function (piece) {
        return self.fold(piece.replace(/[-\u2013]/g, ''));
      }).join('/');
    },

    /** Document numbers and dates, whole. @param {string} text @returns {string[]} */
    numbers: function (text) {
      var dates = Array.from(text.matchAll(this.date), function (one) { return Number(one[1]) + '/' + Number(one[2]) + '/' + one[3]; });
      return (text.match(this.number) || []).map(this.whole, this).concat(dates);
    },

    /** The word under which an exact name is found. @param {string} plain */
    key: function (plain) {
      return '=' + crc32(plain);
    },
  };

  // ---- the plan of a query -------------------------------------------------------------

  /** What a query asks for. @param {Words} words @param {string} query @param {Usage} usage
   * @param {string} [page]  the document that the reader comes from @returns {Plan} */
  function planOf(words, query, usage, page) {
    /** @type {string[]} */ var quoted = [];
    /** @type {string[]} */ var without = [];
    query = Array.from(query).slice(0, MOST_WORDS * 32).join('');
    var said = query.replace(words.quoted, function (_, inside) { quoted.push(inside); return '\n'; })
      .replace(words.without, function (_, word) {
        without.push.apply(without, words.tokens(word).filter(Boolean));
        return ' ';
      });
    var plan = simplePlan(words, [said].concat(quoted).join('\n'), usage, page || '');
    quoted.map(words.exact, words).forEach(function (phrase) {
      if (phrase.length > 1) plan.phrases.push(phrase);
      else if (phrase.length) plan.required.push.apply(plan.required, words.tokens(phrase[0]).filter(Boolean));
    });
    plan.without = without;
    return plan;
  }

  /** The same for what has no quotes in it. @param {Words} words @param {string} query @param {Usage} usage
   * @param {string} page @returns {Plan} */
  function simplePlan(words, query, usage, page) {
    var found = words.tokens(query).slice(0, 2 * MOST_WORDS);
    /** @type {Map<string, number>} */
    var terms = new Map();
    found.forEach(function (word) { if (word) terms.set(word, 1); });
    words.numbers(query).forEach(function (number) { terms.set(number, 1); });
    pairsOf(found).forEach(function (pair) { terms.set(pair, 2); });
    var plain = found.filter(Boolean).join(' ');
    for (var say in usage.others) {
      if ((' ' + plain + ' ').indexOf(' ' + say + ' ') < 0) continue;
      var law = usage.others[say].split(' ');
      law.forEach(function (word) { if (!terms.has(word)) terms.set(word, 1); });
      pairsOf(law).forEach(function (pair) { if (!terms.has(pair)) terms.set(pair, 2); });
    }
    var long = words.article.exec(plain);
    var place = long || words.shortArticle.exec(plain);
    if (!place) return spared(terms, usage, namesOf(words, query, plain), looseOf(words, plain), '', '');
    var rest = trimmed(words, plain.slice(0, place.index) + ' ' + plain.slice(place.index + place[0].length));
    var clause = place[1] || place[3] || '';
    // A bare "d5" beside other words may be a class or a road: then only the name of a document decides.
    if (long || clause || !rest) terms.set('#' + place[2], 2);
    var names = page && !rest ? [words.key(page)] : namesOf(words, query, rest);
    return spared(terms, usage, names, looseOf(words, rest), '#' + place[2], clause);
  }

  /** Each two words side by side within a phrase. @param {string[]} found */
  function pairsOf(found) {
    var pairs = [];
    for (var i = 1; i < found.length; i++)
      if (found[i - 1] && found[i]) pairs.push(found[i - 1] + ' ' + found[i]);
    return pairs;
  }

  /** The plan, without the heavy words that two pairs or more stand for.
   * @param {Map<string, number>} terms @param {Usage} usage @param {string[]} names @param {string[]} less
   * @param {string} article @param {string} clause @returns {Plan} */
  function spared(terms, usage, names, less, article, clause) {
    var paired = Array.from(terms.keys()).filter(function (term) { return term.indexOf(' ') > 0; });
    var told = new Set(paired.length > 1 ? paired.join(' ').split(' ') : []);
    /** @type {Map<string, number>} */
    var spare = new Map();
    terms.forEach(function (boost, word) {
      if (told.has(word) && usage.heavy.has(word)) spare.set(word, boost);
    });
    spare.forEach(function (_, word) { terms.delete(word); });
    return { terms: terms, spare: spare, names: names, less: less, article: article, clause: clause,
      phrases: [], required: [], without: [] };
  }

  /** Words that the name of a page must have. @param {Words} words @param {string} query @param {string} plain */
  function namesOf(words, query, plain) {
    var whole = words.numbers(query);
    var ofNumbers = new Set();
    (query.match(words.number) || []).forEach(function (number) {
      words.tokens(number).forEach(function (word) { ofNumbers.add(word); });
    });
    // A number with its type at its end tells it twice: "nd05" is then "nd 5".
    var full = (query.match(words.number) || []).some(function (number) { return /\/.*\//.test(number); });
    var said = full ? partedType(words, plain).split(' ').map(words.fold, words) : plain.split(' ');
    var noMore = said.every(function (word) {
      return !word || ofNumbers.has(word) || words.naming.has(word) || words.joining.has(word);
    });
    if (whole.length && noMore) return whole.map(words.key);
    var apart = partedType(words, plain);
    var forms = [plain, apart, apart.replace(words.year, ' $2'), apart.replace(words.year, '')];
    return Array.from(new Set(forms)).filter(Boolean).map(words.key);
  }

  /** A number with each two different digits side by side exchanged, up to the year. @param {string} number */
  function swapped(number) {
    var end = number.split('/').slice(0, 2).join('/').length;
    var all = [];
    for (var at = 0; at < end - 1; at++)
      if (number[at] !== number[at + 1] && (at || number[1] !== '0') && /^[0-9]{2}$/.test(number.slice(at, at + 2)))
        all.push(number.slice(0, at) + number[at + 1] + number[at] + number.slice(at + 2));
    return all;
  }

  /** `nd 100` for `nd100`. @param {Words} words @param {string} plain */
  function partedType(words, plain) { return plain.replace(words.glued, '$1 $2'); }

  /** Names of a number written loosely, for when no page has its name. @param {Words} words
   * @param {string} plain @returns {string[]} */
  function looseOf(words, plain) {
    var found = words.loose.exec(partedType(words, plain));
    if (!found || !found[1].split(' ').every(function (word) {
      return !word || words.naming.has(word) || words.joining.has(word);
    })) return [];
    var start = found[2] + '/' + found[3];
    var whole = found[4] ? start + '/' + found[4].replace(/ /g, '') : start;
    return Array.from(new Set([whole, start])).map(words.key);
  }

  /** A name without joining words around it. @param {Words} words @param {string} plain */
  function trimmed(words, plain) {
    var found = plain.split(' ').filter(Boolean);
    while (found.length && words.joining.has(found[0])) found.shift();
    while (found.length && words.joining.has(found[found.length - 1])) found.pop();
    return found.join(' ');
  }

  // ---- the index -----------------------------------------------------------------------

  /** An opened index. @param {any} directory @param {Load} load */
  function Index(directory, load) {
    this.directory = directory;
    this.words = new Words(directory.table);
    /** @type {Set<string>} names of the pieces that could not be read */
    this.missing = new Set();
    this._load = load;
    /** @type {Map<string, Promise<Postings>>} */
    this._postings = new Map();
    /** @type {Usage} */
    this.usage = { heavy: new Set(directory.heavy.split(' ')), others: directory.others };
    this._digits = new Uint8Array(128);
    for (var i = 0; i < directory.digits.length; i++)
      this._digits[directory.digits.charCodeAt(i)] = i;
    this.firstRows = [0].concat(this._sums(directory.records));
    this.records = this.firstRows[this.firstRows.length - 1];
    /** @type {number[]} the acts' pages of today for those of other days' texts, which come last */
    this._dated = this.decode(directory.dated);
    this.undated = this.firstRows.length - 1 - this._dated.length;
    this._lengths = this._relative(directory.words[0]);
    this._nameLengths = this._relative(directory.words[1]);
    this._segments = directory.segments.map((/** @type {any} */ told) => new Segment(told, this));
  }

  Index.prototype = {
    /** Numbers from their characters; see bookcase/search/alphabet.py. @param {string} text @returns {number[]} */
    decode: function (text) {
      var digits = this._digits;
      var values = [];
      for (var i = 0; i < text.length; i++) {
        var first = digits[text.charCodeAt(i)];
        if (first < 52) values.push(first);
        else if (first < 76) values.push(52 + (first - 52) * 90 + digits[text.charCodeAt(++i)]);
        else if (first < 89) {
          var high = (first - 76) * 90 + digits[text.charCodeAt(++i)];
          values.push(2212 + high * 90 + digits[text.charCodeAt(++i)]);
        } else {
          var value = 0;
          for (var k = 0; k < 5; k++) value = value * 90 + digits[text.charCodeAt(++i)];
          values.push(value);
        }
      }
      return values;
    },

    /** @param {string} text @returns {number[]} */
    _sums: function (text) {
      var sum = 0;
      return this.decode(text).map(function (step) { return (sum += step); });
    },

    /** The length in mean lengths that each character stands for. @param {number} total  words of all
     * records that count @returns {Float64Array} */
    _relative: function (total) {
      var mean = total / Math.max(this.directory.counted, 1) || 1;
      var lengths = new Float64Array(128);
      for (var i = 0; i < this.directory.steps.length; i++)
        lengths[this.directory.digits.charCodeAt(i)] = this.directory.steps[i] / mean;
      return lengths;
    },

    /** @param {string} name @returns {Promise<string|null>} */
    _piece: function (name) {
      var self = this;
      return this._load(name).then(function (text) {
        if (text === null) self.missing.add(name); else self.missing.delete(name);
        return text;
      });
    },

    /** The entries of a term, one a segment, empty where it has none. @param {string} term @returns {Promise<string[]>} */
    _entries: function (term) {
      var self = this;
      return Promise.all(this._segments.map(function (/** @type {any} */ segment) {
        var number = notAbove(segment.shards, term) - 1;
        return number < 0 ? '' : self._piece('t/' + segment.prefix + number)
          .then(function (shard) { return shard === null ? '' : entryOf(shard, term); });
      }));
    },

    /** Who has a term; a query asks for some terms twice. @param {string} term @returns {Promise<Postings>} */
    postings: function (term) {
      var self = this;
      var kept = this._postings.get(term);
      if (kept) return kept;
      if (this._postings.size >= MOST_WORDS) this._postings.clear();
      var asked = this._entries(term).then(function (entries) {
        var all = { texts: { at: [], times: [] }, names: { at: [], times: [] } };
        entries.forEach(function (entry, at) {
          var parts = entry.split(' ');
          self._hold(all.texts, parts[1] || '', self._segments[at].rows);
          self._hold(all.names, parts[2] || '', self._segments[at].pages);
        });
        return all;
      });
      this._postings.set(term, asked);
      return asked;
    },

    /** Take in what a segment holds. @param {Held} held @param {string} text @param {Int32Array|null} places */
    _hold: function (held, text, places) {
      var values = this.decode(text);
      for (var i = 0, at = 0; i < values.length; i++) {
        at += values[i] >> 1;
        var times = values[i] & 1 ? values[++i] + 2 : 1;
        var place = places ? places[at] : at;
        if (place < 0) continue;
        held.at.push(place);
        held.times.push(times);
      }
    },

    /** @param {number} row */
    pageOf: function (row) { return notAbove(this.firstRows, row) - 1; },

    /** The page of today for one of another day's text; else itself. @param {number} page @returns {number} */
    actOf: function (page) { return page < this.undated ? page : this._dated[page - this.undated]; },

    /** The key of the group that a row belongs to. @param {number} row @returns {string} */
    groupOf: function (row) { return this._group(this.pageOf(row))[0]; },

    /** The key and the name of the group of a page. @param {number} page @returns {string[]} */
    _group: function (page) {
      return this.directory.groups[this._digits[this.directory.pageGroups.charCodeAt(page)]];
    },

    /** Score all records for a query, or for what it was meant to be. @param {string} query
     * @param {string} [page]  the document that the reader comes from @returns {Promise<Found>} */
    find: function (query, page) {
      var self = this;
      this._postings.clear();
      return this._find(query, page || '').then(function (found) {
        return self._otherNumber(found, query).then(function (other) {
          found.offer = other;
          return other || found.direct.length ? found : self._unknown(query).then(function (unknown) {
            if (!unknown.length) return found;
            return self._meant(found, query, unknown, page || '').then(function (it) {
              it.absent = found.absent;
              return it;
            });
          });
        });
      });
    },

    /** A query with its number put right, where no document has it; see bookcase/search/mistyped.py.
     * @param {Found} found @param {string} query @returns {Promise<string>} */
    _otherNumber: function (found, query) {
      var self = this;
      var words = this.words;
      var said = words.numbers(query);
      if (!said.length || said.map(words.key).join() !== found.plan.names.join()) return Promise.resolve('');
      var has = function (/** @type {Postings} */ one) { return one.names.at.length; };
      return Promise.all(found.plan.names.map(this.postings, this)).then(function (named) {
        found.absent = !named.some(has);
        var typed = found.absent ? (query.match(words.number) || [''])[0] : '';
        // A number of no type is some other document's as likely.
        var all = typed === query.trim() && typed.split('/').length < 3 ? [] : swapped(typed);
        if (!all.length) return '';
        return Promise.all([
          Promise.all(said.map(self.postings, self)),
          Promise.all(all.map(function (number) { return self.postings(words.key(words.whole(number))); })),
        ]).then(function (held) {
          // What a text cites is no mistake.
          var cited = held[0].some(function (one) { return one.texts.at.length; });
          var at = held[1].findIndex(has);
          return cited || at < 0 ? '' : query.replace(typed, all[at]);
        });
      });
    },

    /** @param {string} query @param {string} page @returns {Promise<Found>} */
    _find: function (query, page) {
      var self = this;
      var plan = planOf(this.words, query, this.usage, page);
      var articles = plan.article ? [plan.article] : [];
      return Promise.all([
        this._scores(plan.terms).then(function (scores) {
          return scores.some(Boolean) ? scores : self._scores(plan.spare);
        }),
        Promise.all(articles.map(this.postings, this)),
        this._named(plan),
      ]).then(function (found) {
        var narrows = plan.phrases.length + plan.required.length + plan.without.length;
        var direct = narrows ? [] : self._direct(found[0], found[1][0], found[2]);
        var all = { scores: found[0], direct: direct, plan: plan, left: null, said: query, offer: '', absent: false,
          noArticle: '' };
        if (direct.length && self._isWhole(direct[0])) all.noArticle = plan.article.slice(1);
        return narrows ? self._narrowed(all) : all;
      });
    },

    /** Whether a row is the own one of a page that has others. @param {number} row */
    _isWhole: function (row) {
      var page = this.pageOf(row);
      return page < this.undated && row === this.firstRows[page] && this.firstRows[page + 1] > row + 1;
    },

    /** Who has the names of a plan, or else the loose ones. @param {Plan} plan @returns {Promise<Postings[]>} */
    _named: function (plan) {
      var self = this;
      return Promise.all(plan.names.map(this.postings, this)).then(function (found) {
        if (found.some(function (one) { return one.names.at.length; })) return found;
        return Promise.all(plan.less.map(self.postings, self));
      });
    },

    /** Words that no record has: [start, end, word, the word before, the word after]; quotes are
     * exempt. @param {string} query @returns {Promise<any[][]>} */
    _unknown: function (query) {
      var self = this;
      if (query.search(this.words.quoted) >= 0 || query.search(this.words.without) >= 0) return Promise.resolve([]);
      var everyday = new Set(Object.keys(this.usage.others).join(' ').split(' '));
      var cut = Array.from(query).slice(0, MOST_WORDS * 32).join('');
      var spans = this.words.spans(cut).slice(0, 2 * MOST_WORDS);
      var asked = spans.map(function (span, at) {
        return span.concat(at ? spans[at - 1][2] : '', spans[at + 1] ? spans[at + 1][2] : '');
      }).filter(function (span) {
        return self.words.typed.test(span[2]) && !self.usage.heavy.has(span[2]) && // known, and dear to load
          !everyday.has(span[2]);
      });
      return Promise.all(asked.map(function (span) { return self.postings(span[2]); })).then(function (found) {
        return asked.filter(function (_, at) { return !found[at].texts.at.length && !found[at].names.at.length; });
      });
    },

    /** What is found when unknown words are put right. @param {Found} found @param {string} query
     * @param {any[][]} unknown @param {string} page @returns {Promise<Found>} */
    _meant: function (found, query, unknown, page) {
      var self = this;
      return this._known().then(function (known) {
        return Promise.all(unknown.map(function (span) { return self._likeliest(span, known); }))
          .then(function (fixes) { return readingOf(query, unknown, fixes); });
      }).then(function (read) {
        return (read.said === query ? Promise.resolve(found) : self._find(read.said, page)).then(function (it) {
          if (read.guess && !it.scores.some(Boolean)) return self._find(read.guess, page);
          it.offer = read.guess;
          return it;
        });
      });
    },

    /** What an unknown word was meant for: [for certain, or nothing; by likelihood].
     * @param {any[]} span @param {Map<string, number>} known @returns {Promise<string[]>} */
    _likeliest: function (span, known) {
      var self = this;
      var certain = typedAs(span[2]).find(function (one) { return known.has(one); });
      if (certain) return Promise.resolve([certain, certain]);
      var near = nearTo(span[2], known);
      return Promise.all(near.map(function (word) {
        var pairs = (known.has(span[3]) ? [span[3] + ' ' + word] : []).concat(known.has(span[4]) ? [word + ' ' + span[4]] : []);
        return Promise.all(pairs.map(self.postings, self)).then(function (found) {
          return found.reduce(function (sum, one) { return sum + one.texts.at.length; }, 0);
        });
      })).then(function (counts) {
        return ['', near[counts.indexOf(Math.max.apply(null, counts))] || ''];
      });
    },

    /** The commoner words, with how many records have each. @returns {Promise<Map<string, number>>} */
    _known: function () {
      var self = this;
      return this._piece('tu').then(function (text) {
        var known = new Map();
        (text || '').split('|').forEach(function (entry) {
          var two = entry.split(' ');
          if (two[1]) known.set(two[0], self.decode(two[1])[0]);
        });
        return known;
      });
    },

    /** What quotes and `-` leave of what was found. @param {Found} found @returns {Promise<Found>} */
    _narrowed: function (found) {
      var self = this;
      var plan = found.plan;
      var rowsOf = function (/** @type {Postings} */ postings) {
        var rows = new Set(postings.texts.at);
        postings.names.at.forEach(function (page) {
          for (var row = self.firstRows[page]; row < self.firstRows[page + 1]; row++) rows.add(row);
        });
        return rows;
      };
      var having = plan.phrases.map(this._rowsWith, this).concat(
        plan.required.map(function (word) { return self.postings(word).then(rowsOf); }));
      return Promise.all([Promise.all(having), Promise.all(plan.without.map(this.postings, this))])
        .then(function (all) {
          var sets = all[0];
          var not = all[1].map(rowsOf);
          var first = sets.length ? Array.from(sets[0]) : Array.from(found.scores.keys())
            .filter(function (row) { return found.scores[row] > 0; });
          var left = first.filter(function (row) {
            return sets.every(function (set) { return set.has(row); }) &&
              !not.some(function (set) { return set.has(row); });
          });
          var kept = new Set(left);
          var scores = found.scores.map(function (score, row) { return kept.has(row) ? score : 0; });
          return { scores: scores, direct: [], plan: plan, left: best(scores, left), said: found.said,
            offer: '', absent: false, noArticle: '' };
        });
    },

    /** The rows that have an exact phrase; see bookcase/search/phrases.py.
     * @param {string[]} phrase @returns {Promise<Set<number>>} */
    _rowsWith: function (phrase) {
      /** @type {Promise<number[]>[]} */
      var each = this._segments.map((/** @type {any} */ segment) => this._ownRowsWith(phrase, segment));
      return Promise.all(each).then(function (all) {
        var rows = new Set();
        all.forEach(function (some) { some.forEach(function (row) { if (row >= 0) rows.add(row); }); });
        return rows;
      });
    },

    /** The same in one segment; what is dead is below 0. @param {string[]} phrase @param {any} segment
     * @returns {Promise<number[]>} */
    _ownRowsWith: function (phrase, segment) {
      var self = this;
      if (!segment.phrases) {
        segment.phrases = this._piece(segment.prefix + 'cum-tu').then(function (text) {
          var directory = text === null ? { rows: '', shards: '' } : JSON.parse(text);
          var end = 0;
          return {
            ends: self.decode(directory.rows).map(function (size) { return (end += size + 1); }),
            shards: directory.shards ? directory.shards.split('|') : [],
          };
        });
      }
      return segment.phrases.then(function (/** @type {any} */ directory) {
        /** @type {number[]} */
        var offsets = [];
        for (var at = 0; at < phrase.length - 1; at += 2) offsets.push(at);
        if (phrase.length % 2) offsets.push(phrase.length - 2);
        return Promise.all(offsets.map(function (at) {
          return self._places(segment.prefix, directory.shards, phrase[at], phrase[at + 1]);
        })).then(function (lists) {
          /** @type {any} */
          var begins = null;
          lists.forEach(function (places, n) {
            var found = new Set();
            places.forEach(function (place) {
              if (!begins || begins.has(place - offsets[n])) found.add(place - offsets[n]);
            });
            begins = found;
          });
          return Array.from(begins || new Set(), function (place) {
            var row = notAbove(directory.ends, place);
            return segment.rows ? segment.rows[row] : row;
          });
        });
      });
    },

    /** The places of two exact words side by side. @param {string} prefix @param {string[]} shards
     * @param {string} first @param {string} second @returns {Promise<number[]>} */
    _places: function (prefix, shards, first, second) {
      var self = this;
      var number = notAbove(shards, first + ' ' + second) - 1;
      if (number < 0) return Promise.resolve([]);
      return this._piece('p/' + prefix + number).then(function (text) {
        var entry = '';
        (text || '').split('|').forEach(function (group) {
          if (!group.startsWith(first + '~')) return;
          group.split('~').slice(1).forEach(function (one) {
            if (one.startsWith(second + ' ')) entry = one.slice(second.length + 1);
          });
        });
        return self._sums(entry);
      });
    },

    /** The score of every record. @param {Map<string, number>} terms @returns {Promise<Int32Array>} */
    _scores: function (terms) {
      var self = this;
      var asked = Array.from(terms.keys());
      return Promise.all(asked.map(this.postings, this)).then(function (found) {
        var scores = new Int32Array(self.records);
        asked.forEach(function (term, at) {
          self._score(scores, found[at], terms.get(term) || 0);
        });
        return scores;
      });
    },

    /** Add what one term gives. @param {Int32Array} scores @param {Postings} postings @param {number} boost */
    _score: function (scores, postings, boost) {
      var d = this.directory;
      var firsts = this.firstRows;
      var texts = postings.texts;
      var names = postings.names;
      var having = 0;
      for (var i = 0; i < texts.at.length; i++) if (texts.at[i] < d.counted) having++;
      for (i = 0; i < names.at.length; i++)
        having += Math.max(0, Math.min(firsts[names.at[i] + 1], d.counted) - firsts[names.at[i]]);
      var idf = Math.log(1 + Math.abs((d.counted - having + 0.5) / (having + 0.5)));
      var weight = function (/** @type {number} */ count, /** @type {number} */ length,
        /** @type {number} */ field) {
        var fraction = ((d.k1 + 1) * count) / (d.k1 * (1 - d.b + d.b * length) + count);
        return boost * Math.floor(idf * fraction * field * UNIT + 0.5);
      };
      // Bare names have half of their score, see bookcase/search/query.py.
      var end = firsts[this.undated];
      var add = function (/** @type {number} */ row, /** @type {number} */ points) {
        scores[row] += row < d.counted || row >= end ? points : points >> 1;
      };
      for (i = 0; i < texts.at.length; i++)
        add(texts.at[i], weight(texts.times[i], this._lengths[d.lengths.charCodeAt(texts.at[i])], 1));
      for (i = 0; i < names.at.length; i++) {
        var page = names.at[i];
        var points = weight(names.times[i], this._nameLengths[d.nameLengths.charCodeAt(page)], d.nameBoost);
        for (var row = firsts[page]; row < firsts[page + 1]; row++) add(row, points);
      }
    },

    /** Rows that the query names outright: the likelier name first, then what is in force.
     * @param {Int32Array} scores @param {Postings|undefined} articles @param {Postings[]} named
     * @returns {number[]} */
    _direct: function (scores, articles, named) {
      var self = this;
      /** @type {Map<number, number>} */
      var pages = new Map();
      named.forEach(function (postings, place) {
        postings.names.at.forEach(function (page, at) {
          if (!pages.has(page)) pages.set(page, place * 100 - postings.names.times[at]);
        });
      });
      var rows = Array.from(pages.keys(), function (page) { return self.firstRows[page]; });
      var act = function (/** @type {number} */ row) { return self.actOf(self.pageOf(row)); };
      var exact = pages.size && articles ? articles.texts.at.filter(function (row) { return pages.has(act(row)); }) : [];
      var dated = exact.filter(function (row) { return row >= self.firstRows[self.undated]; });
      if (exact.length > dated.length) rows = exact; else rows = rows.concat(dated);
      var place = function (/** @type {number} */ row) { return pages.get(act(row)) || 0; };
      return rows.sort(function (a, b) {
        return place(a) - place(b) || scores[b] - scores[a] || a - b;
      });
    },

    /** The best rows, those gone to directly first. @param {Found} found @param {number} limit
     * @param {string} group  empty for all @param {Uint8Array|null} [kept]  1 for each page that is
     * wanted @param {Set<number>} [not]  rows that are not @returns {number[]} */
    rows: function (found, limit, group, kept, not) {
      var self = this;
      var end = kept ? this.records : this.firstRows[this.undated];
      var wanted = function (/** @type {number} */ row) {
        return row < end && (!group || self.groupOf(row) === group) && (!kept || kept[self.pageOf(row)] === 1) &&
          !(not && not.has(row));
      };
      if (found.left) return found.left.filter(wanted).slice(0, limit);
      var scores = found.scores;
      /** @type {number[]} */ var rows = [];
      var least = 1;
      for (var row = 0; row < end; row++) {
        if (scores[row] < least || ((group || kept) && !wanted(row))) continue;
        rows.push(row);
        if (rows.length < 8 * limit) continue;
        best(scores, rows).length = limit;
        least = scores[rows[limit - 1]] + 1; // of the same score, rows that come later stand behind
      }
      var all = found.direct.filter(wanted).concat(best(scores, rows));
      return Array.from(new Set(all)).slice(0, limit);
    },

    /** Which pages have anything that was found, all or those of one group.
     * @param {Found} found @param {string} [group] @returns {Uint8Array} */
    pages: function (found, group) {
      var firsts = this.firstRows;
      var have = new Uint8Array(firsts.length - 1);
      for (var page = 0; page < have.length; page++)
        for (var row = firsts[page]; row < firsts[page + 1] && !have[page]; row++)
          if (found.scores[row]) have[page] = 1;
      var self = this;
      found.direct.concat(found.left || []).forEach(function (row) { have[self.pageOf(row)] = 1; });
      if (group) have.forEach(function (has, page) { if (has && self._group(page)[0] !== group) have[page] = 0; });
      return have;
    },

    /** Groups in which anything was found, in the directory's order, with how many documents.
     * @param {Found} found @param {Uint8Array|null} [kept] @returns {any[][]} */
    groups: function (found, kept) {
      var self = this;
      /** @type {Map<string, number>} */
      var have = new Map();
      (kept || this.pages(found)).forEach(function (has, page) {
        if (!has || page >= self.undated) return;
        var group = self._group(page)[0];
        have.set(group, (have.get(group) || 0) + 1);
      });
      return this.directory.groups.filter(function (/** @type {string[]} */ one) { return have.has(one[0]); })
        .map(function (/** @type {string[]} */ one) { return [one[0], one[1], have.get(one[0])]; });
    },

    /** Rows by their documents, in the order of the best row of each. @param {number[]} rows
     * @returns {number[][]} */
    byPage: function (rows) {
      /** @type {Map<number, number[]>} */
      var pages = new Map();
      var self = this;
      rows.forEach(function (row) {
        var page = self.actOf(self.pageOf(row));
        var held = pages.get(page);
        if (held) held.push(row); else pages.set(page, [row]);
      });
      return Array.from(pages.values());
    },

    /** What pages can be narrowed by; null where it cannot be read. @returns {Promise<any>} */
    facts: function () {
      var self = this;
      return this._piece('loc').then(function (text) {
        return text === null ? null : new Facts(JSON.parse(text), self);
      });
    },

    /** What may be offered to a reader who has typed this much. @param {string} typed @returns {Promise<string[]>} */
    offers: function (typed) {
      var self = this;
      var plain = this.words.tokens(typed).filter(Boolean).join(' ');
      if (!plain) return Promise.resolve([]);
      return this._piece('goi-y').then(function (text) {
        var firsts = text ? text.split('|') : [];
        var first = 0;
        while (first + 1 < firsts.length && firsts[first + 1] < plain) first++;
        var pieces = [];
        for (var n = first; n < firsts.length && n < first + 3 && firsts[n] <= plain + '\uffff'; n++)
          pieces.push(self._piece('g/' + n));
        return Promise.all(pieces);
      }).then(function (pieces) {
        /** @type {any[][]} */ var fit = [];
        pieces.forEach(function (text) {
          if (text) fit = fit.concat(JSON.parse(text).filter(function (/** @type {any[]} */ one) { return one[0].startsWith(plain); }));
        });
        fit.sort(function (a, b) {
          return a[1] - b[1] || a[0].length - b[0].length || (a[0] < b[0] ? -1 : Number(a[0] > b[0]));
        });
        return Array.from(new Set(fit.map(function (one) { return one[2]; }))).slice(0, 8);
      });
    },

    /** What is shown of some rows; a row whose piece cannot be read is left out.
     * @param {Found} found @param {number[]} rows @returns {Promise<Hit[]>} */
    hits: function (found, rows) {
      var self = this;
      return Promise.all(rows.map(function (row) {
        var home = self._home(row);
        var shown = home.segment.shown;
        var piece = notAbove(shown, home.row) - 1;
        return self._piece('d/' + home.segment.prefix + piece).then(function (text) {
          return text === null ? null : self._hit(found, row, JSON.parse(text), home.row - shown[piece]);
        });
      })).then(function (hits) { return /** @type {Hit[]} */ (hits.filter(Boolean)); });
    },

    /** The segment of a row, and its number there. @param {number} row @returns {{segment: any, row: number}} */
    _home: function (row) {
      var page = this.pageOf(row);
      for (var segment of this._segments) {
        var own = segment.pages ? segment.pages.indexOf(page) : page;
        if (own >= 0) return { segment: segment, row: segment.firsts[own] + row - this.firstRows[page] };
      }
      throw new Error('no segment has row ' + row);
    },

    /** @param {Found} found @param {number} row @param {any[][]} pages @param {number} at  the place in these
     * @returns {Hit|null} */
    _hit: function (found, row, pages, at) {
      for (var page of pages) {
        var shown = page[6][at];
        if (shown) {
          var said = passageOf(this.words, shown[2], new Map([...found.plan.terms, ...found.plan.spare]));
          var unit = unitOf(shown, found.plan);
          return {
            url: page[0] + (unit && '#' + unit), page: this.pageOf(row), number: page[1], parent: page[2], kind: page[3],
            status: page[4], group: page[5], title: shown[1], passage: said[0], marks: said[1],
            score: found.scores[row] / UNIT,
          };
        }
        at -= page[6].length;
      }
      return null;
    },
  };

  /** Pages that were written together; see bookcase/search/segments.py. Where it holds all pages there are,
   * its own numbers are those of all. @param {any} told @param {any} index */
  function Segment(told, index) {
    this.prefix = told.id ? told.id + '-' : '';
    this.shards = told.shards ? told.shards.split('|') : [];
    /** @type {number[]} */ this.shown = index._sums(told.shown);
    /** @type {number[]} */ this.firsts = index.firstRows;
    /** @type {Int32Array|null} where its pages stand among all; below 0 what is dead */ this.pages = null;
    /** @type {Int32Array|null} */ this.rows = null;
    this.phrases = null;
    if (!told.places) return;
    this.firsts = [0].concat(index._sums(told.records));
    this.pages = new Int32Array(this.firsts.length - 1).fill(-1);
    this.rows = new Int32Array(this.firsts[this.firsts.length - 1]).fill(-1);
    var runs = index.decode(told.places);
    for (var i = 0, own = 0, place = 0; i < runs.length; i += 3) {
      own += runs[i];
      place += runs[i + 2] & 1 ? -(runs[i + 2] + 1) / 2 : runs[i + 2] / 2;
      for (var left = runs[i + 1]; left > 0; left--, own++, place++) {
        this.pages[own] = place;
        for (var row = this.firsts[own]; row < this.firsts[own + 1]; row++)
          this.rows[row] = index.firstRows[place] + row - this.firsts[own];
      }
    }
  }

  // ---- facts of pages, see bookcase/search/facts.py ------------------------------------

  /** @param {any} piece @param {any} index */
  function Facts(piece, index) {
    this.facets = piece.facets;
    this.states = piece.states;
    this._holding = new Set(piece.holding);
    this._sets = piece.facets.map(function (/** @type {any} */ facet) { return index.decode(facet.pages); });
    this._turns = parted(index.decode(piece.turns));
    this._versions = parted(index.decode(piece.versions));
    this._dated = parted(index.decode(piece.dated));
    this._firstRows = index.firstRows;
    this.undated = index.undated;
  }

  Facts.prototype = {
    /** Keys and words that a page has of a facet. @param {string} key @param {number} page @returns {string[][]} */
    values: function (key, page) {
      var at = this.facets.findIndex(function (/** @type {any} */ facet) { return facet.key === key; });
      var facet = this.facets[at];
      if (!facet) return [];
      return facet.sets[this._sets[at][page]].map(function (/** @type {number} */ n) { return facet.values[n]; });
    },

    /** The state of a page's document on a day; empty for what has none. @param {number} page @param {string} day */
    state: function (page, day) {
      var turn = lastUpTo(this._turns[page], dayNumber(day) * 16 + 15);
      return turn < 0 ? '' : this.states[turn % 16];
    },

    /** The first day of the text that stood on a day, of several; or nothing. @param {number} page
     * @param {string} day */
    version: function (page, day) {
      var start = lastUpTo(this._versions[page], dayNumber(day));
      return start < 0 ? '' : new Date(Date.UTC(1899, 11, 31) + start * 864e5).toISOString().slice(0, 10);
    },

    /** Whether a page is wanted. @param {Narrowing} narrowing @param {number} page @returns {boolean} */
    allows: function (narrowing, page) {
      for (var key in narrowing.values)
        if (!this.values(key, page).some(function (one) { return one[0] === narrowing.values[key]; })) return false;
      if (!narrowing.day) return page < this.undated;
      if (page >= this.undated && !this.stands(page, narrowing.day)) return false;
      if (this._turns[page][0] >= (dayNumber(narrowing.day) + 1) * 16) return false; // not made yet
      var state = this.state(page, narrowing.day);
      return narrowing.state ? state === narrowing.state : !state || this._holding.has(state);
    },

    /** Whether a page of another day's text stood on a day. @param {number} page @param {string} day */
    stands: function (page, day) {
      var dated = this._dated[page - this.undated];
      return lastUpTo(this._versions[dated[0]], dayNumber(day)) === dated[1];
    },

    /** Rows that are not wanted on a day: other words stand for them. @param {string} day @returns {Set<number>} */
    otherwise: function (day) {
      var self = this;
      // A dated page's own record only names it.
      var rows = new Set(this._firstRows.slice(this.undated));
      this._dated.forEach(function (/** @type {number[]} */ dated, /** @type {number} */ at) {
        if (day && self.stands(self.undated + at, day))
          dated.slice(2).forEach(function (record) { rows.add(self._firstRows[dated[0]] + record); });
      });
      return rows;
    },

    /** Which of some pages are wanted: 1 for each. An act counts if its text of the day has anything.
     * @param {Narrowing} narrowing @param {Uint8Array} pages */
    kept: function (narrowing, pages) {
      var self = this;
      var kept = pages.map(function (has, page) { return Number(has && self.allows(narrowing, page)); });
      this._dated.forEach(function (/** @type {number[]} */ dated, /** @type {number} */ at) {
        if (kept[self.undated + at]) kept[dated[0]] = 1;
      });
      return kept;
    },

    /** Values of a facet in some pages, with their counts, the commonest first.
     * @param {string} key @param {Uint8Array} pages @returns {any[][]} */
    counts: function (key, pages) {
      /** @type {Map<string, any[]>} */
      var counts = new Map();
      var self = this;
      pages.forEach(function (has, page) {
        if (!has || page >= self.undated) return;
        self.values(key, page).forEach(function (one) {
          var count = counts.get(one[0]);
          if (count) count[2]++; else counts.set(one[0], [one[0], one[1], 1]);
        });
      });
      return Array.from(counts.values()).sort(function (a, b) { return b[2] - a[2] || (a[0] < b[0] ? -1 : 1); });
    },

    /** A hit as of a day: the text that stood on it, and its state. @param {Hit} hit @param {string} day @returns {Hit} */
    onDay: function (hit, day) {
      var version = this.version(hit.page, day);
      var parts = hit.url.split('#');
      if (version) parts[0] = parts[0].replace(/\.html$/, '') + '/' + version + '.html';
      return Object.assign({}, hit, { url: parts.join('#'), status: this.state(hit.page, day) || hit.status });
    },
  };

  /** Lists that each begin with their length. @param {number[]} values @returns {number[][]} */
  function parted(values) {
    var lists = [];
    for (var at = 0; at < values.length; at += values[at] + 1) lists.push(values.slice(at + 1, at + 1 + values[at]));
    return lists;
  }

  /** The last of a sorted list that is not above a value; -1 for none. @param {number[]} list @param {number} most */
  function lastUpTo(list, most) {
    var at = notAbove(list, most);
    return at ? list[at - 1] : -1;
  }

  /** Days since the last of 1899; before that none. @param {string} day */
  function dayNumber(day) {
    return Math.max(0, Math.round((Date.parse(day + 'T00:00:00Z') - Date.UTC(1899, 11, 31)) / 864e5)) || 0;
  }

  /** Rows in order: the higher score first, then the lower row. @param {Int32Array} scores @param {number[]} rows */
  function best(scores, rows) {
    return rows.sort(function (a, b) { return scores[b] - scores[a] || a - b; });
  }

  /** The entry of a term in a shard, or nothing. @param {string} shard @param {string} term */
  function entryOf(shard, term) {
    var words = term.split(' ');
    for (var group of shard.split('|')) {
      if (!group.startsWith(words[0] + ' ')) continue;
      var entries = group.split('~');
      if (words.length === 1) return entries[0];
      for (var i = 1; i < entries.length; i++)
        if (entries[i].startsWith(words[1] + ' ')) return entries[i];
    }
    return '';
  }

  /** The unit, down to the clause asked for where the article has it. @param {string[]} shown @param {Plan} plan */
  function unitOf(shown, plan) {
    var last = shown[0].slice(shown[0].lastIndexOf('.') + 1);
    if (!plan.clause || last !== 'd' + plan.article.slice(1)) return shown[0];
    var clause = new RegExp('^' + plan.clause + '\\. ', 'm');
    return clause.test(shown[2]) ? shown[0] + '.k' + plan.clause : shown[0];
  }

  // ---- words that the index does not know ----------------------------------------------

  /** A query with unknown words put right: said for certain, guess by likelihood.
   * @param {string} query @param {any[][]} unknown @param {string[][]} fixes */
  function readingOf(query, unknown, fixes) {
    var said = '';
    var guess = '';
    var guessed = false;
    var at = 0;
    unknown.forEach(function (span, n) {
      var between = query.slice(at, span[0]);
      var typed = query.slice(span[0], span[1]);
      guessed = guessed || fixes[n][0] !== fixes[n][1];
      said += between + (fixes[n][0] || typed);
      guess += between + (fixes[n][1] || typed);
      at = span[1];
    });
    guessed = guessed && !/[<=]/.test(query); // what was pasted is not guessed at
    return { said: said + query.slice(at), guess: guessed ? guess + query.slice(at) : '' };
  }

  /** What Telex or VNI keys may have been meant for, folded. @param {string} word @returns {string[]} */
  function typedAs(word) {
    var single = function (/** @type {string} */ text) { return text.replace(/aa|ee|oo|dd/g, function (two) { return two[0]; }); };
    var bare = word.replace(/([a-z])[0-9]{1,3}/g, '$1');
    var plain = single(word.replace(/^([^aeiouyw]*)w/, '$1u').replace(/([aou])w/g, '$1'));
    var all = /[aeiouy]/.test(bare) ? [bare, plain] : [plain];
    for (var at = plain.length - 1; at > 0; at--)
      if (/[sfrxjzw]/.test(plain[at]))
        all.push(single((plain.slice(0, at) + plain.slice(at + 1)).replace(/([aou])w/g, '$1')));
    all.push(plain.slice(0, 1) + plain.slice(1).replace(/[sfrxjzw]/g, ''));
    return all;
  }

  /** The known words one step away, the commonest first; or some run together. @param {string} word
   * @param {Map<string, number>} known @returns {string[]} */
  function nearTo(word, known) {
    if (word.length < 3) return [];
    var count = function (/** @type {string} */ one) { return known.get(one) || 0; };
    var near = Array.from(new Set(oneStep(word))).filter(function (one) { return known.has(one); });
    near.sort(function (a, b) { return count(b) - count(a) || (a < b ? -1 : 1); });
    if (near.length) return near.slice(0, 8);
    var parted = partedOf(word, count);
    return parted ? [parted] : [];
  }

  /** The fewest known syllables that make a word, of as few the commonest; or nothing. @param {string} word
   * @param {(one: string) => number} count */
  function partedOf(word, count) {
    /** @type {any[][]} */ var best = [[0, Infinity, '']];
    for (var end = 2; end <= word.length; end++)
      for (var start = Math.max(0, end - 7); start < end - 1; start++) {
        var one = word.slice(start, end);
        if (!best[start] || !count(one) ||
          !/^[bcdghklmnpqrstvx]{0,3}(?!aa|ee|ii|uu|yy)[aeiouy]{1,3}(ch|n[gh]?|[cmpt])?$/.test(one)) continue;
        var made = [best[start][0] + 1, Math.min(best[start][1], count(one)), (best[start][2] + ' ' + one).trim()];
        if (!best[end] || made[0] < best[end][0] || (made[0] === best[end][0] && made[1] > best[end][1])) best[end] = made;
      }
    return best[word.length] ? best[word.length][2] : '';
  }

  /** Words that one letter more, less, changed or moved makes. @param {string} word */
  function oneStep(word) {
    var all = [];
    for (var at = 0; at <= word.length; at++) {
      var head = word.slice(0, at);
      var tail = word.slice(at);
      if (tail) all.push(head + tail.slice(1));
      if (tail.length > 1) all.push(head + tail[1] + tail[0] + tail.slice(2));
      for (var letter of 'abcdeghiklmnopqrstuvxy') {
        all.push(head + letter + tail);
        if (tail) all.push(head + letter + tail.slice(1));
      }
    }
    return all;
  }

  // ---- passages ------------------------------------------------------------------------

  /** The stretch of a text that has most of the terms, and where they stand in it.
   * @param {Words} words @param {string} text @param {Map<string, number>} terms
   * @returns {[string, number[][]]} */
  function passageOf(words, text, terms) {
    var spans = words.spans(text);
    var found = spans.filter(function (span) { return terms.has(span[2]); });
    var start = found.length && text.length > WIDTH ? startOf(spans, found[bestOf(found)][0]) : 0;
    var end = endOf(spans, start, text.length);
    var before = start ? '… ' : '';
    var marks = found.filter(function (span) { return start <= span[0] && span[1] <= end; })
      .map(function (span) {
        return [span[0] - start + before.length, span[1] - start + before.length];
      });
    var said = text.slice(start, end).replace(/\n/g, ' ');
    return [before + said + (end < text.length ? ' …' : ''), marks];
  }

  /** Which found word begins the stretch with the most different words. @param {any[][]} found */
  function bestOf(found) {
    var at = 0;
    var most = 0;
    for (var i = 0; i < found.length; i++) {
      var different = new Set();
      for (var k = i; k < found.length && found[k][0] <= found[i][0] + WIDTH - 2 * LEAD; k++)
        different.add(found[k][2]);
      if (different.size > most) { at = i; most = different.size; }
    }
    return at;
  }

  /** Back to the beginning of the phrase, or a few words. @param {any[][]} spans @param {number} at */
  function startOf(spans, at) {
    var start = at;
    for (var i = spans.length - 1; i >= 0; i--) {
      if (spans[i][1] > at) continue;
      if (!spans[i][2] || at - spans[i][0] > LEAD) break;
      start = spans[i][0];
    }
    return start && start === spans[0][0] ? 0 : start;
  }

  /** On to the last word that the width has room for. @param {any[][]} spans @param {number} start @param {number} length */
  function endOf(spans, start, length) {
    if (length - start <= WIDTH) return length;
    return spans.reduce(function (end, span) {
      return start < span[1] && span[1] <= start + WIDTH ? Math.max(end, span[1]) : end;
    }, start);
  }

  /** Pieces that have come, by name, until they are taken. @type {Map<string, string>} */
  var arrived = new Map();

  // Each piece is a script that calls this with its name, its check sum and itself.
  root.tk = function (/** @type {string} */ name, /** @type {string} */ check, /** @type {string} */ text) {
    if (crc32(text) === check) arrived.set(name, text);
  };

  root.TimKiem = {
    arrived: arrived,
    crc32: crc32,
    Words: Words,
    plan: planOf,
    passage: passageOf,
    /** Open an index. @param {Load} load @returns {Promise<any>}  null when there is none */
    open: function (load) {
      return load('muc-luc').then(function (text) {
        var directory = text === null ? {} : JSON.parse(text);
        return directory.version === 7 ? new Index(directory, load) : null;
      });
    },
  };
})(/** @type {any} */ (typeof window === 'undefined' ? globalThis : window));
