// @ts-check
/**
 * Comparing two texts without a page: by unit, then by word, then as HTML. The same rules,
 * step for step, as in bookcase/history/diff/*.py and bookcase/pages/compare/redline.py, which say
 * why; a test holds that both say the same. A classic script: it works from file://.
 *
 * @typedef {[number, string, string, string, string]} Row  parent, kind, id, mark, words
 * @typedef {{parent: number, depth: number, kind: string, id: string, mark: string, text: string}} Line
 * @typedef {[sign: string, text: string]} Piece  "=" in both, "-" old only, "+" new only
 * @typedef {[old: number, now: number, size: number]} Block
 * @typedef {{did: string, old: string, now: string, pieces: Piece[], depth: number, what: string,
 *   name: string, oldName: string}} Change
 * @typedef {{row: Change, held: Branch[], changed: boolean}} Branch
 */
(function (root) {
  "use strict";

  // ---- common stretches of two sequences (blocks.py) -------------------------------------

  const GROUP = 3;
  const MOST_EDITS = 1000;

  /** The common stretches, in order. @param {number[]} old @param {number[]} now @returns {Block[]} */
  function blocks(old, now) {
    /** @type {Block[]} */
    const found = [];
    between(old, now, 0, old.length, 0, now.length, found);
    return united(found);
  }

  /** Join blocks that touch, drop empty ones. @param {Block[]} found @returns {Block[]} */
  function united(found) {
    /** @type {Block[]} */
    const made = [];
    for (const [i, j, size] of found) {
      if (!size) continue;
      const last = made[made.length - 1];
      if (last && last[0] + last[2] === i && last[1] + last[2] === j) last[2] += size;
      else made.push([i, j, size]);
    }
    return made;
  }

  /**
   * @param {number[]} old @param {number[]} now @param {number} i @param {number} iEnd
   * @param {number} j @param {number} jEnd @param {Block[]} found
   */
  function between(old, now, i, iEnd, j, jEnd, found) {
    let head = 0;
    while (i + head < iEnd && j + head < jEnd && old[i + head] === now[j + head]) head++;
    found.push([i, j, head]);
    i += head;
    j += head;
    let tail = 0;
    while (i < iEnd - tail && j < jEnd - tail && old[iEnd - tail - 1] === now[jEnd - tail - 1]) tail++;
    iEnd -= tail;
    jEnd -= tail;
    if (i < iEnd && j < jEnd) middle(old, now, i, iEnd, j, jEnd, found);
    found.push([iEnd, jEnd, tail]);
  }

  /**
   * @param {number[]} old @param {number[]} now @param {number} i @param {number} iEnd
   * @param {number} j @param {number} jEnd @param {Block[]} found
   */
  function middle(old, now, i, iEnd, j, jEnd, found) {
    const ours = old.slice(i, iEnd);
    const theirs = now.slice(j, jEnd);
    const tied = ties(ours, theirs);
    if (!tied.length) {
      found.push(...myers(ours, theirs, i, j));
      return;
    }
    let [atOld, atNow] = [i, j];
    for (const [a, b] of tied) {
      if (i + a < atOld || j + b < atNow) continue;
      between(old, now, atOld, i + a, atNow, j + b, found);
      found.push([i + a, j + b, GROUP]);
      [atOld, atNow] = [i + a + GROUP, j + b + GROUP];
    }
    between(old, now, atOld, iEnd, atNow, jEnd, found);
  }

  /** Where groups begin that stand once in either. @param {number[]} old @param {number[]} now */
  function ties(old, now) {
    const theirs = once(now);
    /** @type {[number, number][]} */
    const pairs = [];
    for (const [group, at] of once(old)) {
      const other = theirs.get(group);
      if (other !== undefined) pairs.push([at, other]);
    }
    return rising(pairs.map((pair) => pair[1])).map((at) => pairs[at]);
  }

  /** @param {number[]} words @returns {Map<string, number>} */
  function once(words) {
    const groups = [];
    for (let at = 0; at + GROUP <= words.length; at++) groups.push(words.slice(at, at + GROUP).join());
    const often = counted(groups);
    return new Map(groups.map((group, at) => /** @type {[string, number]} */ ([group, at]))
      .filter(([group]) => often.get(group) === 1));
  }

  /** How often each value occurs. @template T @param {Iterable<T>} values @returns {Map<T, number>} */
  function counted(values) {
    const counts = new Map();
    for (const value of values) counts.set(value, (counts.get(value) || 0) + 1);
    return counts;
  }

  /** The places of a longest rising choice. @param {number[]} values @returns {number[]} */
  function rising(values) {
    /** @type {number[]} */ const tops = [];
    /** @type {number[]} */ const places = [];
    /** @type {number[]} */ const before = [];
    values.forEach((value, place) => {
      let [low, high] = [0, tops.length];
      while (low < high) {
        const half = (low + high) >> 1;
        if (tops[half] < value) low = half + 1;
        else high = half;
      }
      before.push(low ? places[low - 1] : -1);
      tops[low] = value;
      places[low] = place;
    });
    const chosen = [];
    for (let at = places.length ? places[places.length - 1] : -1; at >= 0; at = before[at]) chosen.push(at);
    return chosen.reverse();
  }

  /**
   * The shortest edit script (Myers, greedy), as blocks.
   * @param {number[]} old @param {number[]} now @param {number} baseOld @param {number} baseNow
   * @returns {Block[]}
   */
  function myers(old, now, baseOld, baseNow) {
    /** @type {number[][]} */
    const trail = [];
    const most = Math.min(old.length + now.length, MOST_EDITS);
    for (let edits = 0; edits <= most; edits++) {
      /** @type {number[]} */
      const row = [];
      trail.push(row);
      for (let gone = 0; gone <= edits; gone++) {
        let x = afterEdit(trail, edits, gone);
        let y = x + edits - 2 * gone;
        while (x < old.length && y < now.length && old[x] === now[y]) { x++; y++; }
        row.push(x);
        if (x >= old.length && y >= now.length) return walked(trail, gone, baseOld, baseNow);
      }
    }
    return [];
  }

  /** @param {number[][]} trail @param {number} edits @param {number} gone */
  function afterEdit(trail, edits, gone) {
    if (!edits) return 0;
    const row = trail[edits - 1];
    return comesIn(row, gone) ? row[gone] : row[gone - 1] + 1;
  }

  /** @param {number[]} row @param {number} gone */
  function comesIn(row, gone) {
    return gone === 0 || (gone < row.length && row[gone - 1] < row[gone]);
  }

  /** @param {number[][]} trail @param {number} gone @param {number} baseOld @param {number} baseNow */
  function walked(trail, gone, baseOld, baseNow) {
    /** @type {Block[]} */
    const found = [];
    for (let edits = trail.length - 1; edits >= 0; edits--) {
      const start = afterEdit(trail, edits, gone);
      found.push([baseOld + start, baseNow + start + edits - 2 * gone, trail[edits][gone] - start]);
      if (edits && !comesIn(trail[edits - 1], gone)) gone--;
    }
    return found.reverse();
  }

  // ---- word by word (words.py) -----------------------------------------------------------

  const TOKEN = /([ \t\n\r]*)(\[\^[^\] \t\n\r]+\]|[0-9]+(?:[.,][0-9]+)+|[\p{L}\p{N}_\u0300-\u036f]+|[^ \t\n\r]|$)/gu;
  const LEAST_ALIKE = 0.3;
  const NOTE = /\[\^[^\]\s]+\]/g;

  /** @typedef {[space: string, word: string]} Token */

  /** @param {string} text @returns {Token[]} */
  function tokens(text) {
    /** @type {Token[]} */
    const found = [];
    for (const one of text.matchAll(TOKEN)) if (one[0]) found.push([one[1], one[2]]);
    return found;
  }

  /** Compare two wordings. @param {string} old @param {string} now @returns {Piece[]} */
  function words(old, now) {
    if (old === now) return old ? [["=", old]] : [];
    const before = tokens(old);
    const after = tokens(now);
    const numbers = new Map();
    /** @param {Token} token */
    const number = ([, word]) => {
      if (!numbers.has(word)) numbers.set(word, numbers.size);
      return numbers.get(word);
    };
    const ours = before.map(number);
    const theirs = after.map(number);
    let common = alike(ours, theirs) ? blocks(ours, theirs) : [];
    common = withoutIslands(common, ours.length, theirs.length, before);
    return joined(pieces(before, after, atPhrases(common, before, after)));
  }

  /** @param {number[]} ours @param {number[]} theirs */
  function alike(ours, theirs) {
    const there = counted(theirs);
    let shared = 0;
    for (const [word, count] of counted(ours)) shared += Math.min(count, there.get(word) || 0);
    return 2 * shared >= LEAST_ALIKE * (ours.length + theirs.length);
  }

  /** @param {Block[]} common @param {number} oldSize @param {number} nowSize @param {Token[]} before */
  function withoutIslands(common, oldSize, nowSize, before) {
    const kept = [...common];
    for (let at = 0; at < kept.length;) {
      const [i, j, size] = kept[at];
      const left = at ? kept[at - 1] : [0, 0, 0];
      const right = kept[at + 1] || [oldSize, nowSize, 0];
      const [gone, come] = [i - left[0] - left[2], j - left[1] - left[2]];
      const [goneAfter, comeAfter] = [right[0] - i - size, right[1] - j - size];
      let island = size <= Math.max(gone, come) && size <= Math.max(goneAfter, comeAfter);
      if (!(gone || come) || !(goneAfter || comeAfter)) island = false;
      else if (!(gone || goneAfter) || !(come || comeAfter)) {
        island = !before.slice(i, i + size).some(([, word]) => /^[\p{L}\p{N}]+$/u.test(word));
      }
      if (island) {
        kept.splice(at, 1);
        at = Math.max(0, at - 1);
      } else at++;
    }
    return kept;
  }

  /** @param {Block[]} common @param {Token[]} before @param {Token[]} after */
  function atPhrases(common, before, after) {
    const kept = common.map((block) => /** @type {Block} */ ([...block]));
    for (let at = 0; at + 1 < kept.length; at++) {
      const [i, j, size] = kept[at];
      const [i2, j2, size2] = kept[at + 1];
      let by = 0;
      if (i + size === i2) by = bestShift(after, j + size, j2, size, size2);
      else if (j + size === j2) by = bestShift(before, i + size, i2, size, size2);
      else continue;
      kept[at] = [i, j, size + by];
      kept[at + 1] = [i2 + by, j2 + by, size2 - by];
    }
    return united(kept);
  }

  /** @param {Token[]} side @param {number} start @param {number} end @param {number} left @param {number} right */
  function bestShift(side, start, end, left, right) {
    let on = 0;
    while (on < right && side[start + on][1] === side[end + on][1]) on++;
    let [best, chosen] = [-1, 0];
    for (;; on--) {
      const score = edge(side, start + on) + edge(side, end + on);
      if (score > best) [best, chosen] = [score, on];
      if (on <= -left || side[start + on - 1][1] !== side[end + on - 1][1]) return chosen;
    }
  }

  /** @param {Token[]} side @param {number} at */
  function edge(side, at) {
    if (at === 0 || at === side.length) return 3;
    const [space, word] = side[at];
    if (space.includes("\n")) return 3;
    const before = side[at - 1][1];
    if (";.:".includes(before)) return 2;
    return before === "," || ",;.:".includes(word) ? 1 : 0;
  }

  /** @param {Token[]} before @param {Token[]} after @param {Block[]} common @returns {Piece[]} */
  function pieces(before, after, common) {
    /** @type {Piece[]} */
    const found = [];
    /** @param {Token[]} run */
    const said = (run) => run.map((token) => token.join("")).join("");
    let [atOld, atNow] = [0, 0];
    for (const [i, j, size] of [...common, /** @type {Block} */ ([before.length, after.length, 0])]) {
      found.push(["-", said(before.slice(atOld, i))], ["+", said(after.slice(atNow, j))]);
      for (let step = 0; step < size; step++) {
        const [space, word] = before[i + step];
        const spaceNow = after[j + step][0];
        if (space === spaceNow) found.push(["=", space + word]);
        else found.push(["-", space], ["+", spaceNow], ["=", word]);
      }
      [atOld, atNow] = [i + size, j + size];
    }
    return found;
  }

  /** Join neighbours of one sign. @param {Piece[]} all @returns {Piece[]} */
  function joined(all) {
    /** @type {Piece[]} */
    const found = [];
    let [gone, come] = ["", ""];
    const flush = () => {
      if (gone) found.push(["-", gone]);
      if (come) found.push(["+", come]);
      gone = come = "";
    };
    for (const [sign, text] of all) {
      if (sign === "-") gone += text;
      else if (sign === "+") come += text;
      else if (text) {
        flush();
        const last = found[found.length - 1];
        if (last && last[0] === "=") last[1] += text;
        else found.push(["=", text]);
      }
    }
    flush();
    return found;
  }

  // ---- lines, and what one calls them (lines.py, names.py) -------------------------------

  /** @param {Row[]} rows @returns {Line[]} */
  function lines(rows) {
    /** @type {Line[]} */
    const found = [];
    for (const [parent, kind, id, mark, text] of rows) {
      const depth = parent < 0 ? 0 : found[parent].depth + 1;
      found.push({ parent, depth, kind, id, mark, text });
    }
    return found;
  }

  /** @param {Line} line */
  const behind = (line) => (line.mark && line.text ? ` ${line.text}` : line.text);
  /** @param {Line} line */
  const said = (line) => line.mark + behind(line);
  /** @param {string} words */
  const plain = (words) => words.replace(NOTE, "");

  /** @type {Record<string, string>} */
  const WORDS = {
    capital: "mục ", roman: "mục ", clause: "khoản ", subclause: "khoản ", point: "điểm ",
    subpoint: "điểm ", item: "mục ", dash: "gạch đầu dòng thứ ", plus: "dấu cộng thứ ",
  };
  /** @type {Record<string, string>} */
  const AROUND = { "can-cu": "phần mở đầu", ky: "phần chữ ký", "noi-nhan": "nơi nhận" };

  /** @param {Line[]} all @returns {string[]} */
  function names(all) {
    /** @type {string[]} */
    const found = [];
    for (const line of all) {
      let at = line.parent;
      while (line.kind === "subclause" && at >= 0 && /^(sub)?clause$/.test(all[at].kind)) at = all[at].parent;
      const around = at < 0 ? "" : found[at];
      found.push([own(line), around].filter(Boolean).join(" "));
    }
    return found;
  }

  /** @param {Line} line */
  function own(line) {
    if (line.kind === "frame") return AROUND[line.id.slice(line.id.lastIndexOf(".") + 1)] || "";
    if (line.kind === "attached") return "văn bản kèm theo";
    if (line.kind === "dash" || line.kind === "plus") {
      const number = /[0-9]+(?=(?:~[0-9]+)?$)/.exec(line.id);
      return number ? WORDS[line.kind] + number[0] : "";
    }
    if (!UNITS.has(line.kind)) return "";
    return (WORDS[line.kind] || "") + line.mark.replace(/^[“"]+|[.:)]+$/g, "");
  }

  // ---- which line is which (pairing.py) --------------------------------------------------

  const HOLDERS = new Set(["quote", "frame", "table", "attached"]);
  const COUNTED = new Set([...HOLDERS, "paragraph", "row", "picture", "note", "dash", "plus"]);
  const HEADED = new Set(["attached", "part", "annex", "form", "chapter", "section", "subsection", "article"]);
  const UNITS = new Set([...HEADED, ...Object.keys(WORDS)]);
  const [TELLING, TELLING_AWAY] = [5, 12];
  const [SURE, NAMED, TITLED, ENOUGH, ENOUGH_AWAY] = [0.75, 0.15, 0.5, 0.5, 0.8];
  const MOST_HOLDERS = 30;
  const WORD = /[\p{L}\p{N}_\u0300-\u036f]+/gu;
  const ROOT = -1;

  /** One of the two texts. */
  class Side {
    /** @param {Line[]} all */
    constructor(all) {
      this.lines = all;
      /** @type {Map<number, number[]>} */
      this.held = new Map();
      all.forEach((line, at) => {
        const beside = this.held.get(line.parent);
        if (beside) beside.push(at);
        else this.held.set(line.parent, [at]);
      });
      /** @type {string[]} */
      this.bodies = new Array(all.length).fill("");
      for (let at = all.length - 1; at >= 0; at--) {
        const inner = this.inside(at).map((one) => `${all[one].kind}\x1e${all[one].mark}\x1e${this.bodies[one]}`);
        this.bodies[at] = [plain(all[at].text), ...inner].join("\x1f");
      }
      /** @type {Map<number, Set<string>>} */
      this.known = new Map();
    }

    /** @param {number} at @returns {number[]} */
    inside(at) { return this.held.get(at) || []; }

    /** @param {number} at */
    name(at) {
      const line = this.lines[at];
      const around = line.parent < 0 ? "" : this.lines[line.parent].id;
      return line.id.startsWith(around) ? line.id.slice(around.length) : line.id;
    }

    /** @param {number} at @returns {Set<string>} */
    grams(at) {
      let grams = this.known.get(at);
      if (!grams) {
        const all = this.bodies[at].toLowerCase().match(WORD) || [];
        grams = new Set([...all, ...all.slice(1).map((word, n) => `${all[n]} ${word}`)]);
        this.known.set(at, grams);
      }
      return grams;
    }

    /** @param {number} at */
    counted(at) { return COUNTED.has(this.lines[at].kind); }

    /** @param {number} at @param {number} least */
    tells(at, least) { return (this.bodies[at].match(WORD) || []).length >= least; }
  }

  /** Which old line each new line was. */
  class Pairing {
    /** @param {Side} old @param {Side} now */
    constructor(old, now) {
      this.old = old;
      this.now = now;
      /** @type {Map<number, number>} */
      this.oldOf = new Map();
      /** @type {Map<number, number>} */
      this.nowOf = new Map();
      this.inwards(ROOT, ROOT);
      this.away();
    }

    /** @param {number} a @param {number} b */
    tie(a, b) {
      if (this.nowOf.has(a) || this.oldOf.has(b) || this.old.lines[a].kind !== this.now.lines[b].kind) return false;
      this.nowOf.set(a, b);
      this.oldOf.set(b, a);
      return true;
    }

    /** @param {number[]} olds @param {number[]} nows @returns {[number[], number[]]} */
    left(olds, nows) {
      return [olds.filter((one) => !this.nowOf.has(one)), nows.filter((one) => !this.oldOf.has(one))];
    }

    /** @param {number} from @param {number} to */
    inwards(from, to) {
      const waiting = [[from, to]];
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        const [a, b] = next;
        const [olds, nows] = this.left(this.old.inside(a), this.now.inside(b));
        if (a !== ROOT && this.old.bodies[a] === this.now.bodies[b]) {
          for (let n = 0; n < Math.min(olds.length, nows.length); n++) this.tie(olds[n], nows[n]);
        } else this.siblings(olds, nows);
        for (const one of nows) {
          const was = this.oldOf.get(one);
          if (was !== undefined) waiting.push([was, one]);
        }
      }
    }

    /** @param {number[]} olds @param {number[]} nows */
    siblings(olds, nows) {
      this.byName(olds, nows, (a, b) => !this.old.counted(a)
        && (this.old.bodies[a] === this.now.bodies[b] || this.sameTitle(a, b)));
      this.inOrder(...this.left(olds, nows));
      this.outOfOrder(...this.left(olds, nows), TELLING);
      for (const [score, a, b] of this.alike(...this.left(olds, nows), true)) if (score >= ENOUGH) this.tie(a, b);
      this.byName(...this.left(olds, nows), (a) => !this.old.counted(a) || HOLDERS.has(this.old.lines[a].kind));
    }

    /** @param {number[]} olds @param {number[]} nows @param {(a: number, b: number) => boolean} fits */
    byName(olds, nows, fits) {
      const named = new Map([...olds].reverse().map((one) => [this.old.name(one), one]));
      for (const b of nows) {
        const a = named.get(this.now.name(b));
        if (a !== undefined && fits(a, b)) this.tie(a, b);
      }
    }

    /** @param {number[]} olds @param {number[]} nows */
    inOrder(olds, nows) {
      const numbers = new Map();
      /** @param {Side} side @param {string} mine */
      const number = (side, mine) => (/** @type {number} */ at) => {
        const short = !side.counted(at) && !side.tells(at, TELLING);
        const key = short ? `${mine}${at}` : `${side.lines[at].kind}\x1e${side.bodies[at]}`;
        if (!numbers.has(key)) numbers.set(key, numbers.size);
        return numbers.get(key);
      };
      const ours = olds.map(number(this.old, "-"));
      const theirs = nows.map(number(this.now, "+"));
      for (const [i, j, size] of blocks(ours, theirs)) {
        for (let step = 0; step < size; step++) this.tie(olds[i + step], nows[j + step]);
      }
    }

    /** @param {number[]} olds @param {number[]} nows @param {number} least @returns {number[]} */
    outOfOrder(olds, nows, least) {
      const ours = counted(olds.map((one) => this.old.bodies[one]));
      const often = counted(nows.map((one) => this.now.bodies[one]));
      const theirs = new Map(nows.map((one) => [this.now.bodies[one], one]));
      const tied = [];
      for (const a of olds) {
        const b = theirs.get(this.old.bodies[a]);
        const once = ours.get(this.old.bodies[a]) === 1 && often.get(this.old.bodies[a]) === 1;
        if (once && b !== undefined && this.old.tells(a, least) && this.tie(a, b)) tied.push(b);
      }
      return tied;
    }

    /** @param {number} a @param {number} b */
    sameNumber(a, b) { return !this.old.counted(a) && this.old.name(a) === this.now.name(b); }

    /** @param {number} a @param {number} b */
    sameTitle(a, b) {
      const { kind, text } = this.old.lines[a];
      return HEADED.has(kind) && kind !== "attached" && text !== "" && text === this.now.lines[b].text;
    }

    /** @param {number[]} olds @param {number[]} nows @param {boolean} named @returns {[number, number, number][]} */
    alike(olds, nows, named) {
      /** @type {Map<string, number[]>} */
      const holders = new Map();
      for (const a of olds) {
        for (const gram of this.old.grams(a)) {
          const who = holders.get(gram);
          if (who) who.push(a);
          else holders.set(gram, [a]);
        }
      }
      /** @type {[number, number, number][]} */
      const found = [];
      for (const b of nows) {
        const shared = new Map();
        for (const gram of this.now.grams(b)) {
          const who = holders.get(gram) || [];
          if (who.length <= MOST_HOLDERS) for (const a of who) shared.set(a, (shared.get(a) || 0) + 1);
        }
        for (const [a, count] of shared) {
          if (this.old.lines[a].kind !== this.now.lines[b].kind) continue;
          let score = (2 * count) / (this.old.grams(a).size + this.now.grams(b).size);
          if (named && this.sameNumber(a, b)) score += NAMED + (score >= SURE ? 1 : 0);
          if (named && this.sameTitle(a, b)) score += TITLED;
          found.push([score, a, b]);
        }
      }
      return found.sort((x, y) => y[0] - x[0] || x[1] - y[1] || x[2] - y[2]);
    }

    away() {
      /** @param {Side} side @param {Map<number, number>} paired */
      const some = (side, paired) => [...side.lines.keys()].filter((at) =>
        !paired.has(at) && !side.counted(at) && side.tells(at, TELLING_AWAY));
      const olds = some(this.old, this.nowOf);
      const nows = some(this.now, this.oldOf);
      for (const b of this.outOfOrder(olds, nows, TELLING_AWAY)) this.inwards(/** @type {number} */ (this.oldOf.get(b)), b);
      for (const [score, a, b] of this.alike(...this.left(olds, nows), false)) {
        if (score >= ENOUGH_AWAY && this.tie(a, b)) this.inwards(a, b);
      }
    }
  }

  // ---- the comparison (compare.py) -------------------------------------------------------

  const REPEALED = /^\(?([Đđ]ã )?([Đđ]ược |[Bb]ị )?([Bb]ãi|[Hh]uỷ|[Hh]ủy) bỏ\)?[.;]?$/;

  /** Compare two texts. @param {Row[]} before @param {Row[]} after @returns {Change[]} */
  function compare(before, after) {
    const old = new Side(lines(before));
    const now = new Side(lines(after));
    const { oldOf, nowOf } = new Pairing(old, now);
    const [oldNames, nowNames] = [names(old.lines), names(now.lines)];
    /** @type {Change[]} */
    const rows = [];

    /** @param {string} did @param {number} a @param {number} b @param {Piece[]} made */
    const row = (did, a, b, made) => {
      const was = a < 0 ? undefined : old.lines[a];
      const line = b < 0 ? undefined : now.lines[b];
      const shown = /** @type {Line} */ (line || was);
      rows.push({
        did, old: was ? was.id : "", now: line ? line.id : "", pieces: made, depth: shown.depth,
        what: shown.kind, name: b < 0 ? oldNames[a] : nowNames[b], oldName: a < 0 ? "" : oldNames[a],
      });
    };
    /** @param {string} sign @param {string} text @returns {Piece[]} */
    const whole = (sign, text) => (text ? [[sign, text]] : []);
    /** @param {number[]} olds */
    const gone = (olds) => {
      for (const a of olds) {
        if (nowOf.has(a)) continue;
        row("deleted", a, -1, whole("-", said(old.lines[a])));
        gone(old.inside(a));
      }
    };
    /** @param {number} a @param {number} b */
    const renumbered = (a, b) => old.lines[a].mark !== now.lines[b].mark && !now.counted(b) && old.name(a) !== now.name(b);
    /** @param {number} b @param {boolean} moved */
    const line = (b, moved) => {
      const a = oldOf.get(b);
      if (a === undefined) row("inserted", -1, b, whole("+", said(now.lines[b])));
      else row(done(old.lines[a], now.lines[b], moved || renumbered(a, b)), a, b, changed(old.lines[a], now.lines[b]));
      inside(a === undefined ? null : a, b);
    };
    /** @param {number | null} a @param {number} b */
    const inside = (a, b) => {
      const olds = a === null ? [] : old.inside(a);
      const nows = now.inside(b);
      const place = new Map(olds.map((one, n) => [one, n]));
      /** @param {number} one @returns {number | undefined} */
      const at = (one) => place.get(/** @type {number} */ (oldOf.get(one)));
      const here = nows.filter((one) => at(one) !== undefined);
      const stays = new Set(rising(here.map((one) => /** @type {number} */ (at(one)))).map((n) => here[n]));
      let passed = 0;
      for (const one of nows) {
        if (stays.has(one)) {
          const until = /** @type {number} */ (at(one));
          gone(olds.slice(passed, until));
          passed = until;
        }
        line(one, oldOf.has(one) && !stays.has(one));
      }
      gone(olds.slice(passed));
    };
    inside(ROOT, ROOT);
    return rows;
  }

  /** @param {Line} old @param {Line} now @param {boolean} moved */
  function done(old, now, moved) {
    const differs = plain(said(old)) !== plain(said(now));
    if (differs && repealed(now) && !repealed(old)) return "deleted";
    if (moved) return "moved";
    return differs ? "changed" : "same";
  }

  /** @param {Line} line */
  const repealed = (line) => UNITS.has(line.kind) && REPEALED.test(plain(line.text).trim());

  /** @param {Line} old @param {Line} now @returns {Piece[]} */
  function changed(old, now) {
    if (old.kind !== "row") return joined([...words(old.mark, now.mark), ...words(behind(old), behind(now))]);
    const [ours, theirs] = [old.text.split("\t"), now.text.split("\t")];
    if (ours.length !== theirs.length) return [["-", old.text], ["+", now.text]];
    /** @type {Piece[]} */
    const found = [];
    ours.forEach((cell, n) => {
      if (n) found.push(["=", "\t"]);
      found.push(...words(cell, theirs[n]));
    });
    return joined(found);
  }

  // ---- as HTML (redline.py) --------------------------------------------------------------

  /** @type {Record<string, string>} */
  const DONE = { changed: "sửa", inserted: "thêm", deleted: "bãi bỏ", moved: "chuyển" };
  /** @type {Record<string, string>} */
  const LABELS = { changed: "Sửa", inserted: "Thêm", deleted: "Bãi bỏ", moved: "Chuyển" };
  /** @type {Record<string, string>} */
  const KINDS = {
    attached: "văn bản kèm theo", part: "Phần", annex: "Phụ lục", form: "Mẫu", chapter: "Chương",
    section: "Mục", subsection: "Tiểu mục", article: "Điều", capital: "mục", roman: "mục",
    clause: "khoản", subclause: "khoản", point: "điểm", subpoint: "điểm", item: "mục",
    dash: "gạch đầu dòng", plus: "dấu cộng", paragraph: "đoạn", row: "dòng", picture: "hình",
    note: "chú thích", quote: "lời trích", frame: "phần", table: "bảng",
  };
  const LONG = 60;
  const DEEPEST = 5;

  /** @param {string} value */
  const text = (value) => !/[&<>"]/.test(value) ? value : value.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;").replace(/'/g, "&#x27;");
  /** The number of code points, as Python counts. @param {string} value */
  const length = (value) => [...value].length;

  /** Write a comparison as HTML. @param {Change[]} rows @param {string} oldUrl @param {string} nowUrl */
  function html(rows, oldUrl, nowUrl) {
    const nodes = tree(rows);
    if (!nodes.some((node) => node.changed)) return '<p class="ss-dem">Lời văn hai bản giống nhau.</p>';
    /** @type {string[]} */
    const out = [];
    const body = nodes.filter((node) => node.row.what !== "note");
    const notes = nodes.filter((node) => node.row.what === "note" && node.changed);
    summary(body, out);
    writeInside(body, null, oldUrl, nowUrl, out);
    if (notes.length) {
      out.push(`<details class="ss-chu-thich"><summary>Chú thích cuối trang: ${notes.length} thay đổi</summary>`);
      for (const node of notes) writeNode(node, null, oldUrl, nowUrl, out);
      out.push("</details>");
    }
    return out.join("\n");
  }

  /** @param {Change[]} rows @returns {Branch[]} */
  function tree(rows) {
    /** @type {Branch[]} */ const outer = [];
    /** @type {Branch[]} */ const around = [];
    for (const row of rows) {
      const changed = row.did !== "same";
      const node = { row, held: [], changed };
      around.length = Math.min(around.length, row.depth);
      (around.length ? around[around.length - 1].held : outer).push(node);
      if (changed) for (const one of around) one.changed = true;
      around.push(node);
    }
    return outer;
  }

  /** @param {Branch[]} nodes @param {string[]} out */
  function summary(nodes, out) {
    /** @type {Map<string, Map<string, string>>} */
    const found = new Map(Object.keys(DONE).map((did) => [did, new Map()]));
    /** @param {Branch[]} some @param {Change | null} around */
    const count = (some, around) => {
      for (const { row, held } of some) {
        const whole = around !== null && around.did === row.did && (row.did === "inserted" || row.did === "deleted");
        if (row.did !== "same" && !whole) {
          const name = row.name || "ngoài các điều";
          const did = UNITS.has(row.what) ? row.did : "changed";
          if (![...found.values()].some((list) => list.has(name))) found.get(did)?.set(name, anchor(row));
        }
        count(held, row);
      }
    };
    count(nodes, null);
    const told = [...found].filter(([, list]) => list.size);
    if (!told.length) return;
    const said = told.map(([did, list]) => `${DONE[did]} ${list.size}`).join(", ");
    out.push(`<p class="ss-dem"><strong>${said[0].toUpperCase()}${said.slice(1)} điều khoản.</strong></p>`);
    out.push('<dl class="ss-tom">');
    for (const [did, list] of told) {
      const links = [...list].map(([name, at]) => `<li><a href="#${text(at)}">${text(name)}</a></li>`).join("");
      out.push(`<div class="ss--${did}"><dt>${LABELS[did]}</dt><dd><ul>${links}</ul></dd></div>`);
    }
    out.push("</dl>");
  }

  /** @param {Change} row */
  const anchor = (row) => text(row.now ? `ss-${row.now}` : `ss-cu-${row.old}`);

  /** @param {Branch[]} nodes @param {Change | null} around @param {string} oldUrl @param {string} nowUrl @param {string[]} out */
  function writeInside(nodes, around, oldUrl, nowUrl, out) {
    /** @type {Change[]} */
    let same = [];
    const fold = () => {
      const told = folded(same, around ? around.name : "");
      if (told) out.push(`<p class="ss-nguyen ss-b${Math.min(same[0].depth, DEEPEST)}">… ${text(told)} không đổi</p>`);
      same = [];
    };
    for (const node of nodes) {
      const shown = node.changed || (node.row.what === "row" && node.row.now.includes(".dau-"));
      if (!shown) {
        same.push(node.row);
        continue;
      }
      fold();
      writeNode(node, around, oldUrl, nowUrl, out);
    }
    fold();
  }

  /** @param {Branch} node @param {Change | null} around @param {string} oldUrl @param {string} nowUrl @param {string[]} out */
  function writeNode(node, around, oldUrl, nowUrl, out) {
    const { row } = node;
    const heading = HEADED.has(row.what);
    if (heading) out.push(`<section class="ss-muc" id="${anchor(row)}">`);
    label(row, around, oldUrl, nowUrl, out);
    writeWords(row, out);
    writeInside(node.held, row, oldUrl, nowUrl, out);
    if (heading) out.push("</section>");
  }

  /** @param {Change} row @param {Change | null} around @param {string} oldUrl @param {string} nowUrl @param {string[]} out */
  function label(row, around, oldUrl, nowUrl, out) {
    const whole = around !== null && around.did === row.did && (row.did === "inserted" || row.did === "deleted");
    if (row.did === "same" || (whole && !(row.old && row.now))) return;
    let said = LABELS[row.did];
    if (row.did === "moved") {
      said = !row.oldName || row.oldName === row.name ? "Đổi chỗ" : `${said} từ ${row.oldName}`;
      if (rewritten(row.pieces)) said += ", có sửa";
    }
    let links = "";
    if (UNITS.has(row.what)) {
      if (row.old && oldUrl) links += ` <a href="${text(`${oldUrl}#${row.old}`)}">bản cũ</a>`;
      if (row.now && nowUrl) links += ` <a href="${text(`${nowUrl}#${row.now}`)}">bản mới</a>`;
    }
    const css = `ss-nhan ss--${row.did} ss-b${Math.min(row.depth, DEEPEST)}`;
    out.push(`<p class="${css}"><span>${text(said)}</span>${links}</p>`);
  }

  /** @param {Change} row @param {string[]} out */
  function writeWords(row, out) {
    if (!row.pieces.length) return;
    const heading = HEADED.has(row.what);
    const tag = heading ? `h${Math.min(row.depth + 2, 6)}` : "p";
    const name = heading ? "" : ` id="${anchor(row)}"`;
    const css = `ss-dong ss--${row.did} ss-b${Math.min(row.depth, DEEPEST)}`;
    if (row.what === "row") out.push(`<div class="${css} ss-hang"${name}>${cells(row)}</div>`);
    else {
      const more = exchanged(row.pieces) ? " ss-thay" : "";
      out.push(`<${tag} class="${css}${more}"${name}>${row.pieces.map(piece).join("")}</${tag}>`);
    }
  }

  /** @param {Change[]} rows @param {string} around */
  function folded(rows, around) {
    const told = rows.filter((row) => row.pieces.length);
    const articles = told.filter((row) => row.what === "article");
    let shown = articles.length ? articles : told;
    if (!shown.length) shown = rows.filter((row) => row.what === "table");
    /** @type {Map<string, Change[]>} */
    const counts = new Map();
    for (const row of shown) counts.set(KINDS[row.what], [...(counts.get(KINDS[row.what]) || []), row]);
    return [...counts].map(([kind, some]) => {
      const called = some.map(({ name }) => (around && name.endsWith(around) ? name.slice(0, -around.length) : name).trim());
      if (some.length === 1) return UNITS.has(some[0].what) && called[0] ? called[0] : `1 ${kind}`;
      const count = `${some.length} ${kind}`;
      if (some[0].what !== "article") return count;
      return some.length === 2 ? called.join(" và ") : `${count} (${called[0]} đến ${called[called.length - 1]})`;
    }).join(", ");
  }

  /** @param {Piece[]} made */
  function rewritten(made) {
    const some = made.filter(([sign]) => sign !== "=");
    return some.length > 2 || some.some(([, words]) => length(words) > 12);
  }

  /** @param {Piece[]} made */
  function exchanged(made) {
    const some = made.filter(([sign]) => sign !== "=");
    return some.map(([sign]) => sign).join("") === "-+" && some.every(([, words]) => length(words) > LONG);
  }

  /** @param {Piece} made */
  function piece([sign, words]) {
    const all = text(plain(words)).replace(/\n/g, "<br>");
    const said = all.replace(/^ +/, "");
    if (sign === "=" || !said) return all;
    const [tag, word] = sign === "+" ? ["ins", "thêm"] : ["del", "bỏ"];
    const space = all.slice(0, all.length - said.length);
    return `${space}<${tag}><span class="bk-an">[${word}: </span>${said}<span class="bk-an">]</span></${tag}>`;
  }

  /** @param {Change} row */
  function cells(row) {
    const parts = [[""]];
    row.pieces.forEach(([sign, words], number) => {
      if (number && sign !== "=" && words.includes("\t")) parts.push([""]);
      words.split("\t").forEach((word, place) => {
        const last = parts[parts.length - 1];
        if (place) last.push("");
        last[last.length - 1] += piece([sign, word]);
      });
    });
    return parts.map((some) => some.map((cell) => `<span class="ss-o">${cell}</span>`).join("")).join("");
  }

  /** @type {any} */ (root).SoSanh = { words, compare, html };
})(globalThis);
