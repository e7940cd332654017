// @ts-check
/* The reader's commune: chosen by its name of today or before, kept on the device only; and what it tells. Data: assets/xa/, see pages/places/placefiles.py. */
"use strict";

((root) => {
  /** @typedef {{noi: string, ten: string, khi: string}} Heir  a commune of today: "04/01321", its name, its province */
  /** @typedef {{ten: string, o: string, nay: Heir[], cu: boolean}} Named  a name, where that is, what it is today */
  const [MOST, FILES] = [8, 3];
  /** @type {Record<string, string>} */
  const KINDS = { x: "Xã ", p: "Phường ", t: "Thị trấn ", k: "Đặc khu ", "-": "" };

  /** Without accents and signs, as bookcase/pages/places/placefiles.py folds. @param {string} text */
  const folded = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/[^\p{L}\p{N}]+/gu, " ").trim();

  /** What was typed, folded, without the word for what a place is. @param {string} typed */
  const asked = (typed) => folded(typed).replace(/^(xa|phuong|thi tran|dac khu|p|x|tt|tx) (?=.)/, "");

  /** Whether too little was typed to look for: a letter, or what a place is. @param {string} query */
  const short = (query) => query.length < 2 && !/^\d/.test(query) || ["xa", "phuong", "thi tran", "dac khu"].some((kind) => kind.startsWith(query));

  /** Which files may hold names that begin as asked. @param {string[]} firsts @param {string} query @returns {number[]} */
  function files(firsts, query) {
    if (short(query)) return [];
    const words = query.split(" ");
    const start = words.length > 1 && /^\d+$/.test(words[0]) ? `${words[0]} ` : words.slice(0, 2).join(" ");
    let first = firsts.findIndex((one) => one >= start) - 1;
    if (first === -2) first = firsts.length - 1;
    let end = firsts.findIndex((one) => one > `${start}\uffff`);
    if (end < 0) end = firsts.length;
    return Array.from({ length: end - Math.max(first, 0) }, (_, at) => Math.max(first, 0) + at);
  }

  /** @param {string} letter @param {string} [provinces] */
  const spelt = (letter, provinces = "") => (KINDS[letter[0]] ?? "") + letter.slice(1) + provinces;

  /** Read the names of a file. @param {string} text @param {string[][]} index  codes and names of provinces @returns {Named[]} */
  const named = (text, [codes, names]) => text.split("|").map((line) => {
    const [name, district, province, heirs] = line.split("~");
    const nay = heirs.split(";").map((heir) => {
      const place = heir.slice(0, 8);
      return { noi: place, ten: spelt(heir.slice(8) || name), khi: names[codes.indexOf(place.slice(0, 2))] };
    });
    return { ten: spelt(name), o: [district, names[Number(province)]].filter(Boolean).join(", "), nay, cu: Boolean(district) };
  });

  /** The names that fit what was asked, the nearest first. @param {Named[]} all @param {string} query @returns {Named[]} */
  function fitting(all, query) {
    const fit = all.map((one) => {
      const name = asked(one.ten);
      const rest = query.startsWith(`${name} `) ? query.slice(name.length + 1).split(" ") : null;
      const where = ` ${folded(one.o)} ${folded(one.ten)}`;
      const fits = rest ? rest.every((word) => where.includes(` ${word}`)) : name.startsWith(query);
      return { one, name, fits };
    }).filter(({ fits }) => fits);
    fit.sort((a, b) => a.name.length - b.name.length || Number(a.one.cu) - Number(b.one.cu) || (a.one.o < b.one.o ? -1 : 1));
    const today = new Set(fit.filter(({ one }) => !one.cu).map(({ one }) => one.nay[0].noi));
    return fit.map(({ one }) => one).filter((one) => !one.cu || one.nay.length > 1 || !today.has(one.nay[0].noi) || one.ten !== one.nay[0].ten);
  }

  root.XaCuaToi = { folded, asked, files, named, fitting };
  if (!root.document) return;

  // ---- the page ------------------------------------------------------------------------

  const { goc, tao, nut, muc, o, lay, noiToi } = tuSach;
  /** @param {string} name */
  const data = (name) => lay("diaPhuong", "assets/xa", name);

  /** @param {any[]} contact */
  function call([, role, name, phone, email]) {
    return tao("span", {}, role, name && `: ${name}`, phone && ", ", phone && tao("a", { href: `tel:${phone.replace(/[^+\d]/g, "")}` }, phone),
      !phone && email && ", ", !phone && email && tao("a", { href: `mailto:${email}` }, email));
  }

  /** The contacts of some roles, in the order of these. @param {any} commune @param {string[]} roles @returns {any[][]} */
  const fit = (commune, roles) => roles.flatMap((role) => commune.goi.filter((/** @type {any[]} */ one) => one[0] === role));

  /** Let a reader choose, and show what the chosen commune tells. @param {HTMLElement} panel */
  function choosing(panel) {
    const asking = [...panel.childNodes];
    const [form, input, said, list] = ["form", "input", "[role=status]", "ul"].map((one) => /** @type {any} */ (panel.querySelector(one)));
    let turn = 0;

    /** @param {string} place */
    function choose(place) {
      if (tuSach.nhoNoi(place)) show().then(() => place ? panel.querySelector("h2")?.focus() : input.focus());
      else said.textContent = "Trình duyệt này không cho ghi nhớ.";
    }

    async function look() {
      const [now, query] = [++turn, asked(input.value)];
      list.replaceChildren();
      said.textContent = query.length > 2 && short(query) ? "Bạn gõ thêm vài chữ nữa." : "";
      if (short(query)) return;
      const [codes, names, firsts] = await data("muc-luc");
      const wanted = files(firsts.split("|"), query);
      if (wanted.length > FILES) {
        said.textContent = "Nhiều nơi có tên bắt đầu như vậy. Bạn gõ thêm vài chữ nữa.";
        return;
      }
      const all = await Promise.all(wanted.map((one) => data(`ten-${one}`)));
      if (now !== turn) return;
      const found = fitting(all.flatMap((one) => named(one, [codes, names])), query);
      said.textContent = !found.length ? "Không thấy nơi nào có tên ấy. Bạn thử tên khác, cả tên cũ."
        : found.length > MOST ? `Có ${found.length} nơi, dưới đây là ${MOST} nơi đầu. Gõ thêm tên huyện hoặc tỉnh để thu hẹp.` : `Có ${found.length} nơi. Chọn nơi của bạn.`;
      list.replaceChildren(...found.slice(0, MOST).map(offer));
    }

    /** A name to choose; a divided commune asks which part. @param {Named} one */
    function offer(one) {
      const to = one.nay[0];
      const now = one.cu ? one.nay.length > 1 ? `nay chia về ${one.nay.length} nơi` : `nay thuộc ${to.ten}, ${to.khi}` : "";
      const button = nut("", () => {
        if (one.nay.length === 1) return choose(to.noi);
        said.textContent = `${one.ten} (${one.o}) đã chia về ${one.nay.length} nơi. Nhà bạn nay thuộc nơi nào?`;
        list.replaceChildren(...one.nay.map((heir) => tao("li", {}, nut(`${heir.ten}, ${heir.khi}`, () => choose(heir.noi)))));
        list.querySelector("button").focus();
      });
      button.append(one.ten, tao("small", {}, ` ${one.o}${now && ` · ${now}`}`));
      return tao("li", {}, button);
    }

    async function show() {
      const commune = await tuSach.xa();
      input.value = "";
      list.replaceChildren();
      said.textContent = "";
      if (!commune) return panel.replaceChildren(...asking);
      panel.replaceChildren(tao("h2", { tabIndex: -1 }, `${commune.ten}, ${commune.tinh.ten}`), ...told(commune),
        tao("p", { className: "bk-xa__nut" }, nut("Chọn nơi khác", () => {
          panel.replaceChildren(...asking);
          input.focus();
        }), nut("Thôi nhớ nơi này", () => choose(""))), tao("p", {}, tao("small", {}, "Nơi này chỉ nhớ trên máy của bạn.")));
    }

    let waiting = 0;
    form.onsubmit = (/** @type {Event} */ event) => {
      event.preventDefault();
      look();
    };
    input.oninput = () => {
      clearTimeout(waiting);
      waiting = setTimeout(look, 250);
    };
    show();
  }

  /** What a commune tells, as parts of a page. @param {any} commune @returns {any[]} */
  function told(commune) {
    const day = tuSach.homNay();
    const seen = (/** @type {string} */ since, /** @type {string} */ until) => day >= since && (!until || day < until);
    const notices = commune.bao.filter((/** @type {string[]} */ one) => seen(one[2], one[3]));
    const ways = tao("p", {}, tao("a", { href: commune.trang }, "Trang của nơi này"), " · ", tao("a", { href: `${commune.trang}#in-ra` }, "Tờ gấp để in"));
    if (document.querySelector(".bk-ban-do")) return [ways];
    const acts = [...commune.vb, ...(commune.tinh.vb ?? [])].slice(0, 4);
    const list = (/** @type {string} */ name, /** @type {any[]} */ items) => items.length && [tao("h3", {}, name), muc(items)];
    return [
      commune.mau && tao("p", {}, tao("small", {}, "Thông tin minh họa: tên người và số điện thoại là giả định.")),
      ...notices.map((/** @type {string[]} */ [title, text]) => tao("p", {}, tao("strong", {}, title), `: ${text}`)),
      ...list("Gọi cho ai", commune.goi.map(call)) || [tao("p", {}, "Nơi này chưa gửi danh bạ cho tủ sách.")],
      ...list("Giờ phát thanh", commune.loa.map((/** @type {string[]} */ [days, time]) => `${days}: ${time}`)) || [],
      ...list("Văn bản của địa phương", acts.map((/** @type {any[]} */ [name, url, , states]) => {
        const state = states.find((/** @type {string[]} */ one) => seen(one[2], one[3]));
        return tao("span", {}, tao("a", { href: goc + url }, name), " ", state && tao("span", { className: `bk-hieu ${state[1]}` }, state[0]));
      })) || [],
      ways,
    ].filter(Boolean);
  }

  /** Say on a page whom to ask in the reader's commune. @param {HTMLElement} place */
  async function ask(place) {
    const commune = await tuSach.xa();
    if (!commune) return;
    const people = fit(commune, (place.dataset.vai ?? "").split(" "));
    const own = tao("a", { href: commune.trang }, commune.ten);
    place.hidden = false;
    if (place.tagName === "SECTION") {
      place.replaceChildren(tao("h2", {}, "Hỏi ai ở ", own), people.length ? muc(people.map(call)) : tao("p", {}, "Nơi này chưa gửi danh bạ cho tủ sách."));
    } else if (people.length) place.replaceChildren("Ở ", own, " của bạn: ", call(people[0]));
    else place.hidden = true;
  }

  if (o("noi-toi-o")) choosing(o("noi-toi-o"));
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-vai]"))) ask(place);
})(/** @type {any} */ (globalThis));
