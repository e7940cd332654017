// @ts-check
/**
 * The search page: what is typed, what is found, what is said about it. It fills
 * <div id="tim-kiem" data-goc="…"> (data-goc: the way to the root of the site) and reads
 * the index from assets/tim-kiem/ through script elements, so it works from file:// too.
 * All text from the index goes in as text, never as HTML.
 */
(function () {
  'use strict';

  var place = document.getElementById('tim-kiem');
  if (!place) return;
  var scriptFolder = /** @type {HTMLScriptElement} */ (document.currentScript).src.replace(/[^/]*$/, '');
  var home = place.getAttribute('data-goc') || '';
  var AT_ONCE = 10;
  var MOST = 200;
  var WAIT = 200;

  // ---- pieces of the index -------------------------------------------------------------

  /** @type {Map<string, Promise<string|null>>} */
  var pieces = new Map();
  /** @type {Map<string, string>} */
  var arrived = new Map();

  // Each piece is a script that calls this with its name, its check sum and itself.
  /** @type {any} */ (window).tk = function (/** @type {string} */ name, /** @type {string} */ check,
    /** @type {string} */ text) {
    if (/** @type {any} */ (window).TimKiem.crc32(text) === check) arrived.set(name, text);
  };

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
    var promise = run(home + 'assets/tim-kiem/' + name + '.js').then(function () {
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
  function make(tag, name) {
    var element = document.createElement(tag);
    if (name) element.className = name;
    for (var i = 2; i < arguments.length; i++) if (arguments[i]) element.append(arguments[i]);
    return element;
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
  var button = /** @type {HTMLButtonElement} */ (make('button', 'tk-button', 'Tìm'));
  button.type = 'submit';
  var form = make('form', 'tk-form', label, make('div', 'tk-line', input, button));
  form.setAttribute('role', 'search');
  var said = make('p', 'tk-said');
  said.setAttribute('role', 'status');
  said.setAttribute('aria-live', 'polite');
  var warning = make('p', 'tk-warning');
  warning.setAttribute('role', 'alert');
  warning.hidden = true;
  var tabs = make('div', 'tk-groups');
  tabs.setAttribute('role', 'group');
  tabs.setAttribute('aria-label', 'Lọc theo nhóm');
  var list = make('ol', 'tk-hits');
  var more = /** @type {HTMLButtonElement} */ (make('button', 'tk-more', 'Xem thêm kết quả'));
  more.type = 'button';
  more.hidden = true;
  place.replaceChildren(form, said, warning, tabs, list, more);

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

  /** @param {any} hit */
  function shown(hit) {
    var away = /^https:/.test(hit.url);
    var link = make(hit.url ? 'a' : 'span', 'tk-link', hit.title);
    if (hit.url) link.setAttribute('href', address(hit.url));
    if (away) link.setAttribute('rel', 'external noopener');
    var state = hit.status && (index.directory.states[hit.status] || '');
    var badge = state && make('span', 'tk-state tk-state--' + hit.status.replace(/[^a-z-]/g, ''), state);
    var about = make('p', 'tk-about',
      hit.title === hit.parent ? null : make('span', 'tk-parent', hit.parent),
      hit.number && make('span', 'tk-number', hit.number), badge,
      away ? make('span', 'tk-away', 'mở ở trang ngoài') : null);
    return make('li', 'tk-hit', make('h2', 'tk-title', link), about.childNodes.length ? about : null,
      hit.passage ? marked(hit.passage, hit.marks) : null);
  }

  /** @type {any} */ var index = null;
  /** @type {any} */ var found = null;
  var group = '';
  var wanted = AT_ONCE;
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

  /** Show what was found. @param {boolean} goOn  keep the focus on the first new result */
  function show(goOn) {
    var mine = turn;
    var rows = index.rows(found, Math.min(wanted, MOST) + 1, group);
    var before = goOn ? list.children.length : 0;
    return index.hits(found, rows.slice(0, wanted)).then(function (/** @type {any[]} */ hits) {
      if (mine !== turn) return;
      list.replaceChildren.apply(list, hits.map(shown));
      more.hidden = rows.length <= wanted || wanted >= MOST;
      list.removeAttribute('aria-busy');
      if (!hits.length) say('Không tìm thấy kết quả nào. Hãy thử từ khác, hoặc bớt từ.');
      else say('Đang hiện ' + hits.length + ' kết quả phù hợp nhất' + (more.hidden ? '.' : ', còn nữa.'));
      warn();
      var next = list.children[before];
      if (goOn && next) /** @type {HTMLElement} */ (next.querySelector('.tk-link')).focus();
    });
  }

  /** The buttons that narrow the results to a group. */
  function showGroups() {
    var groups = index.groups(found);
    tabs.replaceChildren();
    if (groups.length < 2) return;
    [['', 'Tất cả']].concat(groups).forEach(function (one) {
      var tab = /** @type {HTMLButtonElement} */ (make('button', 'tk-group', one[1]));
      tab.type = 'button';
      tab.setAttribute('aria-pressed', String(one[0] === group));
      tab.onclick = function () {
        group = one[0];
        wanted = AT_ONCE;
        for (var other of tabs.children) other.setAttribute('aria-pressed', String(other === tab));
        show(false);
      };
      tabs.append(tab);
    });
  }

  /** Search for what is typed. @returns {Promise<void>} */
  function search() {
    var query = input.value.trim();
    var mine = ++turn;
    group = '';
    wanted = AT_ONCE;
    document.title = (query ? query + ' – ' : '') + title;
    if (!query) {
      found = null;
      list.replaceChildren();
      tabs.replaceChildren();
      more.hidden = true;
      say('');
      return Promise.resolve();
    }
    list.setAttribute('aria-busy', 'true');
    if (!list.children.length) say('Đang tìm …');
    return opened().then(function () {
      return index && index.find(query);
    }).then(function (result) {
      if (mine !== turn || !index) return;
      found = result;
      showGroups();
      return show(false);
    }).catch(function () {
      if (mine === turn) say('Có lỗi khi tìm. Hãy tải lại trang rồi thử lại.');
    });
  }

  /** @type {Promise<void>|null} */
  var opening = null;

  /** Open the index, once; again after it failed. @returns {Promise<void>} */
  function opened() {
    if (opening) return opening;
    var core = /** @type {any} */ (window).TimKiem ? Promise.resolve() : run(scriptFolder + 'tim-kiem-loi.js');
    opening = core.then(function () {
      return /** @type {any} */ (window).TimKiem.open(load);
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

  /** The query in the address. */
  function asked() { return new URLSearchParams(location.search).get('q') || ''; }

  /** Keep the query in the address. @param {boolean} step  as a step to come back to */
  function keep(step) {
    var query = input.value.trim();
    if (query === asked()) return;
    var address = location.pathname + (query ? '?q=' + encodeURIComponent(query) : '');
    try {
      if (step) history.pushState(null, '', address); else history.replaceState(null, '', address);
    } catch (refused) { /* some browsers refuse this from file:// */ }
  }

  /** @type {number|undefined} */
  var timer;
  input.addEventListener('input', function () {
    clearTimeout(timer);
    timer = window.setTimeout(function () { keep(false); search(); }, WAIT);
  });
  form.addEventListener('submit', function (event) {
    event.preventDefault();
    clearTimeout(timer);
    keep(true);
    search();
  });
  more.addEventListener('click', function () { wanted += AT_ONCE; show(true); });
  window.addEventListener('popstate', function () { input.value = asked(); search(); });

  // Arrow keys go from the field through the results and back; Escape returns to the field.
  place.addEventListener('keydown', function (event) {
    var links = /** @type {HTMLElement[]} */ (Array.from(list.querySelectorAll('a.tk-link')));
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

  input.value = asked();
  if (input.value) search(); else opened();
  if (!input.value) input.focus();
})();
