// @ts-check
/**
 * The search page: what is typed, what is found, what is said about it. It fills
 * <div id="tim-kiem" data-goc="…"> (data-goc: the way to the root of the site) and reads
 * the index from assets/tim-kiem/ through script elements, so it works from file:// too.
 * All text from the index goes in as text, never as HTML.
 *
 * The address keeps everything: q what is typed, vb the document that the reader comes from,
 * nhom the group, trang how many tens are shown, ngay the day, tt the state, and a key for
 * each facet (loai, co-quan, cap, tinh, xa, nam, linh-vuc).
 *
 * localStorage "tu-sach-xa" may hold the reader's commune as "province/commune" codes
 * ("38/16279"): what is local is then shown nearest first.
 */
(function () {
  'use strict';

  var place = document.getElementById('tim-kiem');
  if (!place) return;
  var scriptFolder = /** @type {HTMLScriptElement} */ (document.currentScript).src.replace(/[^/]*$/, '');
  var home = place.getAttribute('data-goc') || '';
  var AT_ONCE = 10;
  var SOONER = 3;
  var MOST = 200;
  var WAIT = 200;

  // ---- pieces of the index -------------------------------------------------------------

  /** @type {Map<string, Promise<string|null>>} */
  var pieces = new Map();
  /** Run a script; fulfilled whether it could be run or not. @param {string} address @returns {Promise<void>} */
  function run(address) {
    return new Promise(function (done) {
      var script = document.createElement('script');
      script.src = address;
      script.onload = script.onerror = function () { script.remove(); done(); };
      document.head.appendChild(script);
    });
  }

  /** A piece of the index; null when it is missing or damaged, and asked for again next time.
   * @param {string} name @returns {Promise<string|null>} */
  function load(name) {
    var asked = pieces.get(name);
    if (asked) return asked;
    var arrived = /** @type {any} */ (window).TimKiem.arrived;
    // The page itself has asked for the first piece.
    var come = arrived.has(name) ? Promise.resolve() : run(home + 'assets/tim-kiem/' + name + '.js');
    var promise = come.then(function () {
      var text = arrived.get(name);
      arrived.delete(name);
      if (text === undefined) pieces.delete(name);
      return text === undefined ? null : text;
    });
    pieces.set(name, promise);
    return promise;
  }

  // ---- the page ------------------------------------------------------------------------

  /** An element with its class, its text and what is in it.
   * @param {string} tag @param {string} name @param {...(string|Node|null)} inside @returns {HTMLElement} */
  function make(tag, name, ...inside) {
    var element = document.createElement(tag);
    if (name) element.className = name;
    inside.forEach(function (one) { if (one) element.append(one); });
    return element;
  }

  /** A button. @param {string} name @param {string} words @param {() => void} press */
  function button(name, words, press) {
    var element = /** @type {HTMLButtonElement} */ (make('button', name, words));
    element.type = 'button';
    element.addEventListener('click', press);
    return element;
  }

  /** A link within the site. @param {string} page @param {string} words */
  function way(page, words) {
    var link = make('a', '', words);
    link.setAttribute('href', home + page);
    return link;
  }

  var input = /** @type {HTMLInputElement} */ (make('input', 'tk-input'));
  input.type = 'search';
  input.name = 'q';
  input.id = 'tk-q';
  input.autocomplete = 'off';
  input.maxLength = 500;
  input.placeholder = 'Ví dụ: đăng ký khai sinh, điều 5 luật cư trú, 31/2024/QH15';
  var label = /** @type {HTMLLabelElement} */ (make('label', 'tk-label', 'Bạn cần tìm gì?'));
  label.htmlFor = input.id;
  var send = /** @type {HTMLButtonElement} */ (make('button', 'tk-button', 'Tìm'));
  send.type = 'submit';
  var form = make('form', 'tk-form', label, make('div', 'tk-line', input, send));
  form.setAttribute('role', 'search');
  var said = make('p', 'tk-said');
  said.setAttribute('role', 'status');
  said.setAttribute('aria-live', 'polite');
  var offer = make('p', 'tk-offer');
  offer.hidden = true;
  var warning = make('p', 'tk-warning bk-bao bk-bao--warning');
  warning.setAttribute('role', 'alert');
  warning.hidden = true;
  var filters = make('details', 'tk-loc', make('summary', '', 'Lọc kết quả'));
  filters.hidden = true;
  var tabs = make('div', 'tk-groups bk-nhom');
  tabs.setAttribute('role', 'group');
  tabs.setAttribute('aria-label', 'Chọn nhóm');
  // On a phone they go on to the side: a browser leaves one cut off that has the focus.
  tabs.addEventListener('focusin', function (event) {
    /** @type {Element} */ (event.target).scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
  var list = make('ol', 'tk-hits');
  var more = button('tk-more', 'Xem thêm kết quả', function () {
    asked.trang++;
    keep(true);
    show(true);
  });
  more.hidden = true;
  var elsewhere = make('p', 'tk-elsewhere', 'Bạn cũng có thể tra ', way('ke/a-z.html', 'tên từ A đến Z'), ', xem ',
    way('ke/index.html', 'các kệ sách'), ' hoặc tìm ', way('dia-phuong/index.html', 'xã, phường của bạn'), '.');
  elsewhere.hidden = true;
  place.replaceChildren(form, said, offer, warning, filters, tabs, list, more, elsewhere);

  // ---- what is asked, as the address keeps it -------------------------------------------

  var FACETS = ['loai', 'co-quan', 'cap', 'tinh', 'xa', 'nam', 'linh-vuc'];
  /** @type {{q: string, vb: string, nhom: string, trang: number, ngay: string, tt: string,
   *   values: Object<string, string>}} */
  var asked = fromAddress();

  function fromAddress() {
    var given = new URLSearchParams(location.search);
    var get = function (/** @type {string} */ key) { return (given.get(key) || '').slice(0, 500); };
    /** @type {Object<string, string>} */
    var values = {};
    FACETS.forEach(function (key) { if (get(key)) values[key] = get(key); });
    var day = get('ngay');
    return {
      q: get('q'), vb: get('vb'), nhom: get('nhom'), tt: get('tt'), values: values,
      ngay: isDay(day) ? day : '',
      trang: Math.min(Math.max(parseInt(get('trang'), 10) || 1, 1), MOST / AT_ONCE),
    };
  }

  /** Whether there is such a day, as 2026-01-31. @param {string} day */
  function isDay(day) {
    var read = new Date(day + 'T00:00:00Z');
    return !isNaN(read.getTime()) && read.toISOString().slice(0, 10) === day;
  }

  /** Keep what is asked in the address. @param {boolean} step  as a step to come back to */
  function keep(step) {
    /** @type {string[]} */
    var parts = [];
    var add = function (/** @type {string} */ key, /** @type {string} */ value) {
      if (value) parts.push(key + '=' + encodeURIComponent(value));
    };
    add('q', asked.q);
    add('vb', asked.vb);
    add('nhom', asked.nhom);
    FACETS.forEach(function (key) { add(key, asked.values[key] || ''); });
    add('tt', asked.tt);
    add('ngay', asked.ngay);
    add('trang', asked.trang > 1 ? String(asked.trang) : '');
    var query = parts.length ? '?' + parts.join('&') : '';
    if (query === location.search) return;
    try {
      if (step) history.pushState(null, '', location.pathname + query);
      else history.replaceState(null, '', location.pathname + query);
    } catch (refused) { /* some browsers refuse this from file:// */ }
  }

  /** Whether only a part of what is found is wanted. */
  function narrows() { return Boolean(asked.tt || asked.ngay || Object.keys(asked.values).length); }

  /** Today, by the reader's clock, as 2026-01-31. */
  function today() {
    var now = new Date();
    return new Date(now.getTime() - now.getTimezoneOffset() * 6e4).toISOString().slice(0, 10);
  }

  // ---- results -------------------------------------------------------------------------

  /** A text with some stretches marked. @param {string} text @param {number[][]} marks */
  function marked(text, marks) {
    var line = make('p', 'tk-passage');
    var at = 0;
    marks.forEach(function (mark) {
      line.append(text.slice(at, mark[0]), make('mark', '', text.slice(mark[0], mark[1])));
      at = mark[1];
    });
    line.append(text.slice(at));
    return line;
  }

  /** Where a result leads: into the site, or to an https address. @param {string} url */
  function address(url) {
    if (/^https:\/\//.test(url)) return url;
    return /^[a-z][a-z0-9+.-]*:|^\/\//i.test(url) ? '' : url && home + url;
  }

  /** @param {any} hit @param {boolean} within  below another result of its document */
  function shown(hit, within) {
    if (facts && asked.ngay) hit = facts.onDay(hit, asked.ngay);
    var since = asked.ngay && /\/([0-9]{4})-([0-9]{2})-([0-9]{2})\.html/.exec(hit.url);
    var away = /^https:/.test(hit.url);
    var link = make(hit.url ? 'a' : 'span', 'tk-link', hit.title);
    if (hit.url) link.setAttribute('href', address(hit.url));
    if (away) link.setAttribute('rel', 'external noopener');
    var state = hit.status && (index.directory.states[hit.status] || '');
    var badge = state && make('span', 'tk-state bk-hieu ' + hit.status.replace(/[^a-z-]/g, ''), state);
    var about = within ? make('p', '') : make('p', 'tk-about',
      hit.title === hit.parent ? null : make('span', 'tk-parent', hit.parent),
      // Most titles hold the number already.
      hit.parent.indexOf(hit.number) < 0 ? make('span', 'tk-number', hit.number) : null, badge,
      since ? make('span', 'tk-since', 'lời văn từ ' + since.slice(1).reverse().join('/')) : null,
      away ? make('span', 'tk-away', 'mở ở trang ngoài') : null);
    return make('li', 'tk-hit', make(within ? 'h3' : 'h2', 'tk-title', link),
      about.childNodes.length ? about : null, hit.passage ? marked(hit.passage, hit.marks) : null);
  }

  /** The best result of a document, and a way to its others. @param {any} hit @param {number[]} others */
  function shownPage(hit, others) {
    var item = shown(hit, false);
    if (!others.length) return item;
    var inner = make('ol', 'tk-within');
    inner.hidden = true;
    var words = 'Thêm ' + others.length + ' điều, mục của ' + (hit.number ? 'văn bản' : 'bài') + ' này';
    var open = button('tk-others bk-nut-chu', words, function () {
      var wide = open.getAttribute('aria-expanded') !== 'true';
      open.setAttribute('aria-expanded', String(wide));
      inner.hidden = !wide;
      if (!wide || inner.children.length) return;
      index.hits(found, others).then(function (/** @type {any[]} */ hits) {
        inner.append.apply(inner, hits.map(function (one) { return shown(one, true); }));
        warn();
      });
    });
    open.setAttribute('aria-expanded', 'false');
    item.append(open, inner);
    return item;
  }

  /** @type {any} */ var index = null;
  /** @type {any} */ var found = null;
  /** @type {any} */ var facts = null;
  var turn = 0;

  /** Say how it stands. @param {string} text */
  function say(text) { said.textContent = text; }

  /** Say which pieces could not be read. */
  function warn() {
    var count = index ? index.missing.size : 0;
    warning.hidden = !count;
    warning.textContent = count ? 'Không đọc được ' + count + ' phần của chỉ mục tìm kiếm, nên kết quả có ' +
      'thể thiếu. Hãy tải lại trang hoặc chép lại tủ sách.' : '';
  }

  /** Ask what was meant, or say what was searched for instead. @param {any[]} hits */
  function ask(hits) {
    var other = found.offer || (found.said === asked.q ? '' : found.said);
    var meant = other && dressed(other, hits);
    offer.hidden = !meant || meant.toLowerCase() === asked.q.toLowerCase();
    if (offer.hidden) return;
    if (!found.offer) {
      offer.replaceChildren('Đang hiện kết quả cho: ', make('strong', '', meant));
      return;
    }
    offer.replaceChildren('Có phải bạn tìm: ', button('tk-meant bk-nut-chu', meant, function () {
      input.value = meant;
      typed(true);
    }), '?');
  }

  /** Nothing has exactly these words: offer the same without quotes. */
  function offerWithoutQuotes() {
    var plain = asked.q.replace(index.words.quoted, ' $1 ').replace(/\s+/g, ' ').trim();
    if (plain === asked.q) return;
    offer.hidden = false;
    offer.replaceChildren('Trong ngoặc kép phải đúng từng chữ, từng dấu. ',
      button('tk-meant bk-nut-chu', 'Tìm không có ngoặc kép', function () {
        input.value = plain;
        typed(true);
      }));
  }

  /** Folded words as the results write them. @param {string} plain @param {any[]} hits */
  function dressed(plain, hits) {
    /** @type {Map<string, string>} */
    var forms = new Map();
    hits.forEach(function (hit) {
      var text = hit.title + '\n' + hit.passage;
      var spans = index.words.spans(text);
      spans.forEach(function (/** @type {any[]} */ span, /** @type {number} */ at) {
        var before = at ? spans[at - 1][2] + ' ' : '';
        [before + span[2], span[2]].forEach(function (key) {
          if (!forms.has(key)) forms.set(key, text.slice(span[0], span[1]).toLowerCase());
        });
      });
    });
    var last = '';
    return plain.split(' ').map(function (word) {
      var folded = index.words.fold(word);
      var form = word === folded && (forms.get(last + ' ' + folded) || forms.get(folded));
      last = folded;
      return form || word;
    }).join(' ');
  }

  /** The reader's province and commune, if the site was told. @returns {string[]} */
  function nearby() {
    try {
      return (localStorage.getItem('tu-sach-xa') || '').split('/').filter(Boolean);
    } catch (refused) { return []; }
  }

  /** Documents, the reader's commune and province first. @param {number[][]} pages @returns {number[][]} */
  function nearestFirst(pages) {
    var codes = facts ? nearby() : []; // what the browser keeps is slow to ask for
    if (codes.length < 2) return pages;
    var distance = function (/** @type {number[]} */ rows) {
      var page = index.pageOf(rows[0]);
      var has = function (/** @type {string} */ key, /** @type {string} */ code) {
        return facts.values(key, page).some(function (/** @type {string[]} */ one) { return one[0] === code; });
      };
      if (has('xa', codes[1])) return 0;
      return has('tinh', codes[0]) && !facts.values('xa', page).length ? 1 : 2;
    };
    return pages.slice().sort(function (a, b) { return distance(a) - distance(b); });
  }

  /** The day as of which is searched; nothing where that does not matter. */
  function dayAsked() { return asked.ngay || (asked.tt && today()); }

  /** Which pages are wanted, or null for all. @returns {Uint8Array|null} */
  function kept() {
    if (!facts || !narrows()) return null;
    return facts.kept({ values: asked.values, state: asked.tt, day: dayAsked() }, index.pages(found));
  }

  /** Load what narrows, where it is needed. @returns {Promise<any>} */
  function withFacts() {
    var local = /dia-phuong/.test(asked.nhom) && nearby().length;
    if (facts || !(narrows() || local || /** @type {HTMLDetailsElement} */ (filters).open)) return Promise.resolve();
    return index.facts().then(function (/** @type {any} */ read) { facts = read; });
  }

  /** Show what was found: the best few before the rest has come.
   * @param {boolean} goOn  keep the focus on the first new result @returns {Promise<void>} */
  function show(goOn) {
    var mine = turn;
    return withFacts().then(function () {
      var wanted = kept();
      var not = wanted && facts.otherwise(dayAsked());
      // Where the group has nothing of what is wanted now, all groups are shown.
      if (asked.nhom && !hasGroup(index.groups(found, wanted))) {
        asked.nhom = '';
        keep(false);
      }
      var pages = nearestFirst(index.byPage(index.rows(found, MOST, asked.nhom, wanted, not)));
      var now = pages.slice(0, asked.trang * AT_ONCE);
      var before = goOn ? list.children.length : 0;
      var best = hitsOf(now.slice(0, goOn ? now.length : SOONER));
      var rest = hitsOf(now.slice(goOn ? now.length : SOONER));
      // While these are on their way.
      showGroups(wanted);
      showFilters();
      return best.then(function (hits) {
        if (mine !== turn) return;
        list.replaceChildren.apply(list, hits.map(shownOf(now)));
        return rest.then(function (others) {
          if (mine !== turn) return;
          list.append.apply(list, others.map(shownOf(now)));
          more.hidden = pages.length <= now.length;
          list.removeAttribute('aria-busy');
          hits = hits.concat(others);
          sayCount(hits);
          elsewhere.hidden = hits.length > 0;
          ask(hits);
          if (!hits.length && found.left) offerWithoutQuotes();
          warn();
          var next = list.children[before];
          if (goOn && next) /** @type {HTMLElement} */ (next.querySelector('.tk-link')).focus();
        });
      });
    });
  }

  /** The best results of some documents. @param {number[][]} pages @returns {Promise<any[]>} */
  function hitsOf(pages) {
    return index.hits(found, pages.map(function (rows) { return rows[0]; }));
  }

  /** What shows a result, with a way to its document's others. @param {number[][]} pages */
  function shownOf(pages) {
    return function (/** @type {any} */ hit) {
      var rows = pages.find(function (rows) { return index.pageOf(rows[0]) === hit.page; });
      return shownPage(hit, rows ? rows.slice(1) : []);
    };
  }

  /** What the first result was asked for and has not. @param {any} first */
  function lacking(first) {
    var plan = found.plan;
    if (!found.direct.length || index.pageOf(found.direct[0]) !== first.page) return '';
    var of = ' của «' + first.parent + '». ';
    if (found.noArticle) return 'Không có Điều ' + found.noArticle + of;
    var asks = plan.clause && first.url.split(/[#.]/).pop() === 'd' + plan.article.slice(1);
    return asks ? 'Không có khoản ' + plan.clause + ' trong Điều ' + plan.article.slice(1) + of : '';
  }

  /** @param {any[]} hits */
  function sayCount(hits) {
    var count = hits.length;
    var day = asked.ngay && ' tại ngày ' + asked.ngay.split('-').reverse().join('/');
    if (count && found.absent) say('Tủ sách chưa có văn bản mang đúng số này. Đang hiện ' + count + ' kết quả gần nhất.');
    else if (count) say(lacking(hits[0]) + 'Đang hiện ' + count + ' kết quả phù hợp nhất' + day + (more.hidden ? '.' : ', còn nữa.'));
    else if (index.missing.size) say('Chưa đọc được kết quả nào. Bạn xem các kệ sách ở dưới.');
    else if (narrows() || asked.nhom) say('Không có kết quả nào' + day + ' khi lọc như thế này. Hãy bỏ bớt bộ lọc.');
    else say('Không tìm thấy kết quả nào. Hãy thử từ khác, hoặc bớt từ.');
  }

  /** Whether the group asked for is among some. @param {any[][]} groups */
  function hasGroup(groups) { return groups.some(function (one) { return one[0] === asked.nhom; }); }

  /** The buttons that narrow the results to a group. @param {Uint8Array|null} wanted */
  function showGroups(wanted) {
    var groups = index.groups(found, wanted);
    var focused = tabs.contains(document.activeElement);
    tabs.replaceChildren();
    if (groups.length < 2) return;
    [['', 'Tất cả', 0]].concat(groups).forEach(function (one) {
      var here = one[0] === asked.nhom;
      var tab = button('tk-group', String(one[1]), function () {
        asked.nhom = String(one[0]);
        asked.trang = 1;
        keep(true);
        show(false);
      });
      if (one[2]) tab.append(' ', make('span', 'tk-count', String(one[2])));
      tab.setAttribute('aria-pressed', String(here));
      tabs.append(tab);
      if (here && focused) tab.focus();
    });
  }

  /** The fields that narrow the results, once a reader opens them. */
  function showFilters() {
    filters.hidden = false;
    var count = Object.keys(asked.values).length + Number(Boolean(asked.tt)) + Number(Boolean(asked.ngay));
    filters.children[0].textContent = count ? 'Lọc kết quả (' + count + ')' : 'Lọc kết quả';
    if (!facts || !/** @type {HTMLDetailsElement} */ (filters).open) return;
    part('tim-kiem-loc.js', 'TimKiemLoc').then(function (it) {
      if (it && found) it.show(filters, { asked: asked, facts: facts, states: index.directory.states,
        pages: index.pages(found, asked.nhom), today: today(), make: make, button: button, changed: function () {
          asked.trang = 1;
          keep(true);
          show(false);
        } });
    });
  }

  /** Search for what is asked. @returns {Promise<void>} */
  function search() {
    var mine = ++turn;
    document.title = (asked.q ? asked.q + ' – ' : '') + title;
    if (!asked.q) {
      found = null;
      list.replaceChildren();
      tabs.replaceChildren();
      more.hidden = offer.hidden = filters.hidden = elsewhere.hidden = true;
      say('');
      return Promise.resolve();
    }
    list.setAttribute('aria-busy', 'true');
    if (!list.children.length) say('Đang tìm …');
    return opened().then(function () {
      return index && index.find(asked.q, asked.vb);
    }).then(function (result) {
      if (mine !== turn || !index) return;
      found = result;
      return show(false);
    }).catch(function () {
      if (mine === turn) say('Có lỗi khi tìm. Hãy tải lại trang rồi thử lại.');
    });
  }

  /** @type {Promise<void>|null} */
  var opening = null;

  /** A part of the program that not every reader needs. @param {string} file @param {string} name */
  function part(file, name) {
    var there = function () { return /** @type {any} */ (window)[name]; };
    return there() ? Promise.resolve(there()) : run(scriptFolder + file).then(there);
  }

  /** Open the index, once; again after it failed. @returns {Promise<void>} */
  function opened() {
    if (opening) return opening;
    opening = part('tim-kiem-loi.js', 'TimKiem').then(function (core) {
      return core && core.open(load);
    }).then(function (it) {
      index = it;
      if (it) return;
      opening = null;
      say('Không mở được chỉ mục tìm kiếm. Bạn có thể tìm theo các kệ sách.');
    });
    return opening;
  }

  // ---- typing, keys, address -----------------------------------------------------------

  var title = document.title;
  /** @type {number|undefined} */
  var timer;

  /** Take what is typed. @param {boolean} step  as a step to come back to */
  function typed(step) {
    clearTimeout(timer);
    if (input.value.trim() !== asked.q) {
      asked.q = input.value.trim();
      asked.nhom = '';
      asked.trang = 1;
    }
    keep(step);
    search();
  }

  input.addEventListener('input', function () {
    clearTimeout(timer);
    timer = window.setTimeout(typed, WAIT, false);
  });
  form.addEventListener('submit', function (event) {
    event.preventDefault();
    typed(true);
  });
  filters.addEventListener('toggle', function () { if (found) show(false); });
  window.addEventListener('popstate', function () {
    asked = fromAddress();
    input.value = asked.q;
    search();
  });

  // Arrow keys go from the field through the results and back; Escape returns to the field.
  place.addEventListener('keydown', function (event) {
    if (event.defaultPrevented) return;
    var links = /** @type {HTMLElement[]} */ (Array.from(list.querySelectorAll('a.tk-link')))
      .filter(function (link) { return link.offsetParent; });
    var at = links.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    var there = at >= 0 || document.activeElement === input;
    if (event.key === 'ArrowDown' && there && links[at + 1]) links[at + 1].focus();
    else if (event.key === 'ArrowUp' && at >= 0) (links[at - 1] || input).focus();
    else if (event.key === 'Escape' && at >= 0) input.focus();
    else return;
    event.preventDefault();
  });
  document.addEventListener('keydown', function (event) {
    var target = /** @type {HTMLElement} */ (event.target);
    if (event.key !== '/' || /^(input|textarea|select)$/i.test(target.tagName)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    input.focus();
  }, true);

  // Offers while typing: not needed for the first results, so loaded with the first touch.
  input.addEventListener('focus', function () {
    part('tim-kiem-goi-y.js', 'TimKiemGoiY').then(function (it) {
      if (it) it.attach(input, { make: make, chosen: function () { typed(true); },
        offers: function (/** @type {string} */ text) {
          return opened().then(function () { return index ? index.offers(text) : []; });
        } });
    });
  }, { once: true });

  input.value = asked.q;
  if (asked.q) search(); else opened();
  if (!asked.q) input.focus();
})();
