// @ts-check
/**
 * Quizzes. What is asked lies in script files (bookcase/pages/reading/quiz.py); here it is asked, marked, and written as a code
 * that a teacher's page marks again. The first part needs no page: tests run it in Node beside a marking in Python.
 */
"use strict";

((root) => {
  /** @typedef {{kieu: string, loi: string, chon: string[], dung: number[], giai?: string, dan?: string[], cau: Cau[]}} Cau
   *  A question: kind, words, answers, which are right, why, the provision; a case has questions of its own. */
  /** @typedef {{ten: string, nhan: string, ban: string, url: string, dat: number, phut: number, cau: Cau[]}} Bo
   *  A quiz: name, title, version, page, per cent to pass, minutes, questions. */
  /** @typedef {{bai: {ten: string, ban: string, chon: number[]}[], phut: number, lop: string, hat: number, an: boolean}} De
   *  What is set: of which quizzes which questions (from 1, none for all), minutes, class, seed, whether marks stay hidden. */
  /** @typedef {{bai: {ten: string, ban: string, dap: string[]}[], ten: string, lop: string, giay: number, ngay: string}} Phieu
   *  A result: of which quizzes which answers (letters; "-" for none, "" where not asked), name, class, seconds, day. */

  /** The questions to be answered, those of cases in their place. @param {Bo} bo */
  const single = (bo) => bo.cau.flatMap((one) => (one.kieu === "case" ? one.cau : [one]));
  /** @param {number[]} chosen */
  const letters = (chosen) => String.fromCharCode(...chosen.map((at) => 97 + at)) || "-";
  /** @param {string} word */
  const numbers = (word) => [...word.replace("-", "")].map((letter) => letter.charCodeAt(0) - 97);
  /** @param {Cau} cau @param {number[]} chosen */
  const isRight = (cau, chosen) => chosen.length > 0 && chosen.join() === cau.dung.join();

  /** Mark the answers to a quiz; null where they are not as many as it has questions. @param {Bo} bo @param {string[]} dap */
  function cham(bo, dap) {
    const all = single(bo);
    if (dap.length !== all.length) return null;
    const cau = dap.map((word, at) => (word ? isRight(all[at], numbers(word)) : null));
    return { dung: cau.filter((one) => one).length, tong: cau.filter((one) => one !== null).length, cau };
  }

  /** Return numbers below a count in an order that follows from a seed. @param {number} count @param {number} seed */
  function xao(count, seed) {
    let state = seed | 0;
    const next = () => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    };
    const order = Array.from({ length: count }, (_, at) => at);
    for (let at = count - 1; at > 0; at--) {
      const to = Math.floor(next() * (at + 1));
      [order[at], order[to]] = [order[to], order[at]];
    }
    return order;
  }

  /** Four signs by which a code that lost a letter is known (FNV-1a). @param {string} text */
  function sum(text) {
    let hash = 0x811c9dc5;
    for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
    return hash.toString(36).padStart(4, "0").slice(-4).toUpperCase();
  }

  /** @param {string} text */
  const clean = (text) => text.normalize("NFC").replace(/[|\s]+/g, " ").trim().slice(0, 60).trim();

  /** Write a result as a code: KQ1|bài~bản+…|a.cd.-+…|tên|lớp|giây|ngày|kiểm. @param {Phieu} phieu */
  function maHoa(phieu) {
    const { bai, ten, lop, giay, ngay } = phieu;
    const parts = [bai.map((one) => `${one.ten}~${one.ban}`).join("+"), bai.map((one) => one.dap.join(".")).join("+"), clean(ten), clean(lop)];
    const told = `KQ1|${parts.join("|")}|${giay}|${ngay}`;
    return `${told}|${sum(told)}`;
  }

  /** Read a code; a text tells what is wrong with it. @param {string} code @returns {Phieu | string} */
  function giaiMa(code) {
    const parts = code.normalize("NFC").replace(/\s+/g, " ").trim().split("|");
    if (parts[0] !== "KQ1") return "Đây không phải mã kết quả.";
    const [, names, answers, ten, lop, giay, ngay, check] = parts;
    if (parts.length !== 8 || sum(parts.slice(0, 7).join("|")) !== check.toUpperCase()) return "Mã bị thiếu hoặc sai chữ. Hãy lấy lại cả mã.";
    const lists = answers.split("+");
    const bai = names.split("+").map((one, at) => ({ ten: one.split("~")[0], ban: one.split("~")[1], dap: (lists[at] ?? "").split(".") }));
    return { bai, ten, lop, giay: Number(giay), ngay };
  }

  /** Write what is set as the end of an address. @param {De} de */
  function vietDe(de) {
    const bai = de.bai.map((one) => `${one.ten}~${one.ban}${one.chon.length ? `:${one.chon.join(".")}` : ""}`).join(",");
    const more = Object.entries({ phut: de.phut, lop: encodeURIComponent(de.lop), hat: de.hat, an: de.an ? 1 : 0 });
    return `?bai=${bai}${more.filter((one) => one[1]).map((one) => `&${one.join("=")}`).join("")}`;
  }

  /** Read what is set; what is no quiz's name is left out. @param {string} search @returns {De} */
  function docDe(search) {
    const told = new URLSearchParams(search);
    const found = (told.get("bai") ?? "").split(",").map((one) => /^([a-z0-9-]+)(?:~([0-9a-f]{6}))?(?::([\d.]+))?$/.exec(one));
    const bai = found.flatMap((one) => (one ? [{ ten: one[1], ban: one[2] ?? "", chon: (one[3] ?? "").split(".").filter(Boolean).map(Number) }] : []));
    /** @param {string} name */
    const number = (name) => Math.max(0, Math.floor(Number(told.get(name)) || 0));
    return { bai, phut: Math.min(600, number("phut")), lop: clean(told.get("lop") ?? ""), hat: number("hat") % 2 ** 31, an: told.get("an") === "1" };
  }

  const api = { single, letters, numbers, isRight, cham, xao, maHoa, giaiMa, vietDe, docDe };
  root.tracNghiem = api;
  if (!root.document) return;

  // ---- the page ------------------------------------------------------------------------

  const { goc, tao, nut, o, nho, luu, lay } = tuSach;
  const own = /** @type {HTMLScriptElement} */ (document.currentScript).dataset.bo ?? "";

  /** What an order may be put into by buttons and by dragging. @param {Cau} cau @param {number[]} order @param {() => void} changed */
  function ordered(cau, order, changed) {
    const said = tao("p", { className: "bk-an", role: "status" });
    const rows = /** @type {() => HTMLElement[]} */ (() => [...list.children]);
    /** @param {HTMLElement} row */
    const tell = (row) => {
      said.textContent = `${row.dataset.loi}: thứ ${rows().indexOf(row) + 1} trên ${order.length}`;
      changed();
    };
    /** @param {PointerEvent} event @param {HTMLElement} row */
    const drag = (event, row) => {
      if (list.dataset.xong) return;
      list.setPointerCapture(event.pointerId);
      row.classList.add("bk-keo");
      list.onpointermove = (/** @type {PointerEvent} */ { clientY }) => {
        for (const other of rows()) {
          const { top, height } = other.getBoundingClientRect();
          if (other !== row && clientY > top && clientY < top + height) (clientY > top + height / 2 ? other.after(row) : other.before(row));
        }
      };
      list.onpointerup = list.onpointercancel = () => {
        list.onpointermove = list.onpointerup = list.onpointercancel = null;
        row.classList.remove("bk-keo");
        tell(row);
      };
    };
    const list = tao("ol", { className: "bk-xep" }, ...order.map((at) => {
      const loi = cau.chon[at];
      const up = nut("↑", () => {
        row.previousElementSibling?.before(row);
        tell(row);
        up.focus();
      }, { "aria-label": `Đưa lên: ${loi}` });
      const down = nut("↓", () => {
        row.nextElementSibling?.after(row);
        tell(row);
        down.focus();
      }, { "aria-label": `Đưa xuống: ${loi}` });
      const row = tao("li", { "data-o": at, "data-loi": loi },
        tao("span", { className: "bk-xep__tay", "aria-hidden": "true", onpointerdown: (/** @type {PointerEvent} */ event) => drag(event, row) }, "⠿"),
        tao("span", {}, loi), up, down);
      return row;
    }));
    return { list: tao("div", {}, list, said), rows, close: () => { list.dataset.xong = "1"; } };
  }

  /** Ask a question. @param {Cau} cau @param {string} number @param {number} seed @param {() => void} changed */
  function ask(cau, number, seed, changed) {
    const isOrder = cau.kieu === "order";
    let [order, touched] = [cau.chon.map((_, at) => at), false];
    if (isOrder || (seed && cau.kieu !== "true-false")) order = xao(order.length, seed + cau.loi.length);
    if (isOrder && order.join() === cau.dung.join()) order.push(.../** @type {number[]} */ (order.splice(0, 1)));
    const change = () => {
      touched = true;
      changed();
    };
    const type = cau.kieu === "multiple" ? "checkbox" : "radio";
    const put = isOrder ? ordered(cau, order, change) : null;
    const rows = put ? put.rows() : order.map((at) => tao("label", { className: "bk-chon", "data-o": at },
      tao("input", { type, name: `cau-${number}`, onchange: change }), tao("span", {}, cau.chon[at])));
    const box = tao("fieldset", { className: "bk-hoi" }, tao("legend", {}, tao("strong", {}, `Câu ${number}. `), cau.loi), ...(put ? [put.list] : rows));
    /** @param {HTMLElement} row */
    const at = (row) => Number(row.dataset.o);
    const marked = () => rows.filter((row) => row.querySelector("input")?.checked).map(at).sort((a, b) => a - b);
    const chosen = () => (put ? (touched ? put.rows().map(at) : []) : marked());
    return {
      box,
      chosen,
      /** @param {number[]} answer */
      choose(answer) {
        for (const row of rows) {
          const input = row.querySelector("input");
          if (input) input.checked = answer.includes(at(row));
        }
        if (put && answer.length) for (const one of answer) rows[0].parentElement?.append(...rows.filter((row) => at(row) === one));
        touched = answer.length > 0;
      },
      /** Tell what is right, and why. */
      judge() {
        const right = isRight(cau, put ? put.rows().map(at) : chosen());
        put?.close();
        for (const one of box.querySelectorAll("input, button")) one.disabled = true;
        for (const row of put ? [] : rows) {
          const [good, mine] = [cau.dung.includes(at(row)), marked().includes(at(row))];
          if (good || mine) row.append(tao("small", { className: good ? "bk-dung" : "bk-sai" }, good ? "✓ đúng" : "✗ sai"));
        }
        const [words, url, changed] = cau.dan ?? ["", ""];
        const said = tao("div", { className: "bk-giai", tabIndex: -1 },
          tao("p", {}, tao("strong", { className: right ? "bk-dung" : "bk-sai" }, right ? "✓ Đúng. " : "✗ Chưa đúng. "), cau.giai ?? ""),
          put && !right && tao("p", {}, "Thứ tự đúng:"), put && !right && tao("ol", {}, ...cau.chon.map((one) => tao("li", {}, one))),
          words && tao("p", {}, "Căn cứ: ", url ? tao("a", { href: /^https:/.test(url) ? url : goc + url }, words) : words,
            changed && tao("strong", {}, ` (${changed})`)));
        box.append(said);
        return said;
      },
    };
  }

  /**
   * Lay out the questions of a quiz that are set.
   * @param {HTMLElement} place @param {Bo} bo @param {{chon: number[], hat: number, from?: number}} set @param {() => void} changed
   */
  function layOut(place, bo, { chon, hat, from = 0 }, changed) {
    const all = single(bo);
    const tops = bo.cau.filter((_, at) => !chon.length || chon.includes(at + 1));
    return (hat ? xao(tops.length, hat) : tops.map((_, at) => at)).flatMap((which, at) => {
      const [cau, number] = [tops[which], String(from + at + 1)];
      const isCase = cau.kieu === "case";
      const inner = (isCase ? cau.cau : [cau]).map((one, nth) => (
        { at: all.indexOf(one), cau: one, ...ask(one, isCase ? `${number}.${nth + 1}` : number, hat, changed) }));
      const boxes = inner.map((one) => one.box);
      place.append(isCase ? tao("section", { className: "bk-chuyen", "aria-label": `Câu ${number}, tình huống` },
        tao("p", {}, tao("strong", {}, `Câu ${number}. `), cau.loi), ...boxes) : boxes[0]);
      return inner;
    });
  }

  /** Ask one by one, tell at once, and keep on the device how far one came. @param {HTMLElement} place @param {Bo} bo */
  function practise(place, bo) {
    const name = `tu-sach-bai:${bo.ten}`;
    const before = nho(name, {});
    /** @type {{ban: string, dap: Record<string, string>, dat?: boolean}} */
    const kept = before.ban === bo.ban ? before : { ban: bo.ban, dap: {} };
    const [bar, said, list] = [tao("progress", { max: single(bo).length, "aria-label": "Số câu đã trả lời" }), tao("p", { role: "status" }), tao("div")];
    const show = () => {
      const marks = asked.filter((one) => kept.dap[one.at]);
      const right = marks.filter((one) => isRight(one.cau, numbers(kept.dap[one.at]))).length;
      const over = marks.length === asked.length;
      kept.dat = over && right * 100 >= bo.dat * asked.length;
      bar.value = marks.length;
      said.textContent = `Đã trả lời ${marks.length} trên ${asked.length} câu, đúng ${right} câu.`
        + (over && bo.dat ? (kept.dat ? " Bạn đã đạt." : ` Chưa đạt: cần đúng ${bo.dat} %.`) : "");
    };
    const asked = layOut(list, bo, { chon: [], hat: 0 }, () => {});
    for (const one of asked) {
      const button = nut("Trả lời", () => {
        const chosen = one.chosen();
        if (!chosen.length && one.cau.kieu !== "order") return;
        kept.dap[one.at] = letters(chosen.length ? chosen : [...one.box.querySelectorAll("li")].map((row) => Number(row.dataset.o)));
        button.remove();
        one.judge().focus();
        show();
        luu(name, kept);
      });
      one.box.append(button);
      if (kept.dap[one.at]) {
        one.choose(numbers(kept.dap[one.at]));
        button.remove();
        one.judge();
      }
    }
    const again = () => {
      luu(name, null);
      place.replaceChildren();
      practise(place, bo);
    };
    show();
    const minutes = bo.phut ? `&phut=${bo.phut}` : "";
    const test = tao("a", { href: `${goc}lam-bai.html?bai=${bo.ten}${minutes}` }, "Làm như bài kiểm tra");
    place.append(tao("p", {}, test), tao("div", { className: "bk-diem" }, bar, said), list,
      tao("p", { className: "bk-hang" }, nut("Làm lại từ đầu", again), nut("In đề và đáp án", () => print())));
  }

  /** Set what the address says: a name first, then the questions and the clock, then the result. */
  async function exam() {
    const de = docDe(location.search);
    /** @type {Bo[]} */
    const bos = await Promise.all(de.bai.map(({ ten }) => lay("boTracNghiem", "trac-nghiem", ten).catch(() => null)));
    const [form, doing, result] = [o("vao-bai"), o("dang-lam"), o("ket-qua")];
    if (!bos.length || !bos.every(Boolean)) {
      o("khong-co-bai").hidden = false;
      return;
    }
    o("ten-bai").textContent = bos.map((bo) => bo.nhan).join("; ") + (de.phut ? ` (${de.phut} phút)` : "");
    o("khac-ban").hidden = de.bai.every((one, nth) => !one.ban || one.ban === bos[nth].ban);
    const name = `tu-sach-thi:${location.search}:${bos.map((bo) => bo.ban).join()}`;
    /** @type {{ten: string, lop: string, dau: number, dap: string[][], nop?: number}} */
    let kept = nho(name, null);
    const end = () => (de.phut ? kept.dau + de.phut * 60000 : Infinity);

    const bay = (/** @type {() => void} */ changed) => {
      let from = 0;
      o("cau-hoi").replaceChildren();
      return bos.map((bo, nth) => {
        const asked = layOut(o("cau-hoi"), bo, { chon: de.bai[nth].chon, hat: de.hat, from }, changed);
        from += de.bai[nth].chon.length || bo.cau.length;
        for (const one of asked) one.choose(numbers(kept.dap[nth]?.[one.at] ?? ""));
        return asked;
      });
    };
    const answers = (/** @type {ReturnType<typeof bay>} */ all) => bos.map((bo, nth) => single(bo).map((_, at) => {
      const one = all[nth].find((each) => each.at === at);
      return one ? letters(one.chosen()) : "";
    }));

    function show() {
      form.hidden = true;
      o("nop-bai").hidden = o("con-lai").hidden = true;
      const { ten, lop, dau, nop = 0, dap } = kept;
      const ngay = new Date(nop - new Date().getTimezoneOffset() * 60000).toISOString().slice(0, 10);
      const code = maHoa({ bai: bos.map((bo, nth) => ({ ten: bo.ten, ban: bo.ban, dap: dap[nth] })), ten, lop, giay: Math.round((nop - dau) / 1000), ngay });
      const marks = bos.map((bo, nth) => /** @type {NonNullable<ReturnType<typeof cham>>} */ (cham(bo, dap[nth])));
      const [right, all] = [marks.reduce((sum_, one) => sum_ + one.dung, 0), marks.reduce((sum_, one) => sum_ + one.tong, 0)];
      const words = de.an ? "Bài đã nộp. Người giao bài sẽ chấm theo mã dưới đây." : `Đúng ${right} trên ${all} câu, đạt ${Math.round((right * 100) / (all || 1))} %.`;
      o("diem").textContent = words;
      const minutes = `${Math.floor((nop - dau) / 60000)} phút ${Math.round((nop - dau) / 1000) % 60} giây`;
      o("phieu").replaceChildren(...Object.entries({ "Họ và tên": ten, "Lớp, nhóm": lop, Bài: bos.map((bo) => `${bo.nhan} (bản ${bo.ban})`).join("; "), "Thời gian làm": minutes })
        .filter((one) => one[1]).map(([term, told]) => tao("div", {}, tao("dt", {}, term), tao("dd", {}, told))));
      tuSach.qr(code, "Mã QR của phiếu kết quả").then((picture) => o("ma-qr").replaceChildren(picture));
      o("ma").textContent = code;
      tuSach.nutChep(o("chep-ma"), () => code);
      doing.hidden = de.an;
      if (!de.an) for (const one of bay(() => {}).flat()) one.judge();
      result.hidden = false;
      result.focus();
    }

    function run() {
      form.hidden = true;
      doing.hidden = false;
      if (!luu(name, kept)) o("nhac").textContent = "Trình duyệt này không lưu được bài: đừng tải lại trang.";
      const all = bay(() => {
        kept.dap = answers(all);
        luu(name, kept);
      });
      let warned = false;
      const hand = () => {
        clearInterval(clock);
        kept.dap = answers(all);
        kept.nop = Math.min(Date.now(), end());
        luu(name, kept);
        show();
      };
      const tick = () => {
        const left = Math.ceil((end() - Date.now()) / 1000);
        if (left <= 0) return hand();
        o("con-lai").textContent = `Còn ${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
        if (left === 300 || left === 60) o("nhac").textContent = `Còn ${left / 60} phút.`;
      };
      const clock = setInterval(() => de.phut && tick(), 1000);
      o("nop").onclick = () => {
        const left = all.flat().filter((one) => !one.chosen().length).length;
        if (!left || warned) return hand();
        warned = true;
        o("nhac").textContent = `Còn ${left} câu chưa trả lời. Bấm “Nộp bài” lần nữa để nộp luôn.`;
      };
      if (de.phut) tick();
    }

    o("lam-lai").onclick = () => {
      luu(name, null);
      location.reload();
    };
    o("in-phieu").onclick = () => print();
    if (kept?.nop) return show();
    if (kept) return run();
    form.lop.value = de.lop;
    form.hidden = false;
    form.onsubmit = (/** @type {Event} */ event) => {
      event.preventDefault();
      kept = { ten: form.ten.value, lop: form.lop.value, dau: Date.now(), dap: [] };
      run();
    };
  }

  const place = o("lam-thu");
  if (place && root.boTracNghiem?.[own]) practise(place, root.boTracNghiem[own]);
  else if (place) document.documentElement.classList.remove("co-js");
  else if (o("vao-bai")) exam();
})(/** @type {any} */ (globalThis));
