// @ts-check
/** The teacher's page: what is set becomes a link, and the codes that come back are marked again. */
"use strict";

(() => {
  const NAME = "tu-sach-bang-diem";
  const { goc, tao, o, nho, luu, lay, bang, nut, nutChep, qr } = tuSach;
  const { cham, giaiMa, vietDe } = /** @type {any} */ (window).tracNghiem;
  /** @type {Record<string, any>} */
  const held = {};

  /** Return a quiz of this copy, null where there is none. @param {string} name */
  async function quiz(name) {
    held[name] ??= /^[a-z0-9-]+$/.test(name) ? await lay("boTracNghiem", "trac-nghiem", name).catch(() => null) : null;
    return held[name];
  }

  // ---- setting -------------------------------------------------------------------------

  const form = o("giao-bai");
  for (const row of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-bo]"))) {
    const name = row.dataset.bo ?? "";
    const [label, box, title] = [row.querySelector("label"), row.querySelector("input"), row.querySelector("a")];
    if (!label || !box || !title) continue;
    title.replaceWith(title.textContent ?? "");
    row.append(tao("a", { href: title.href, target: "_blank" }, "Xem bài"));
    box.onchange = async () => {
      row.querySelector("fieldset")?.remove();
      const bo = box.checked && (await quiz(name));
      if (!bo || !box.checked) return;
      if (!form.phut.value && bo.phut) form.phut.value = bo.phut;
      row.append(tao("fieldset", {}, tao("legend", {}, "Chọn câu"), ...bo.cau.map((/** @type {any} */ cau, /** @type {number} */ at) =>
        tao("label", {}, tao("input", { type: "checkbox", checked: true, value: at + 1 }), ` ${at + 1}. ${cau.loi}`))));
    };
    if (new URLSearchParams(location.search).get("bai") === name) box.click();
  }
  form.onsubmit = (/** @type {Event} */ event) => {
    event.preventDefault();
    const bai = [...form.querySelectorAll("[data-bo]")].filter((row) => row.querySelector("label > input:checked") && held[row.dataset.bo]).map((row) => {
      const boxes = [...row.querySelectorAll(":scope > fieldset input")];
      const chon = boxes.filter((one) => one.checked).map((one) => Number(one.value));
      return { ten: row.dataset.bo, ban: held[row.dataset.bo].ban, chon: chon.length === boxes.length ? [] : chon, none: !chon.length };
    }).filter((one) => !one.none);
    const set = { bai, phut: Number(form.phut.value), lop: form.lop.value.trim(), hat: form.xao.checked ? 1 + Math.floor(Math.random() * 9999) : 0, an: form.an.checked };
    const url = new URL(goc + "lam-bai.html", location.href).href + vietDe(set);
    const square = tao("span");
    qr(url, "Mã QR của đường dẫn").then((picture) => square.append(picture));
    const copy = nutChep(nut("Chép đường dẫn", () => {}), () => url);
    o("duong-dan").replaceChildren(...(bai.length ? [
      tao("p", {}, tao("label", {}, "Đường dẫn gửi cho lớp", tao("input", { readOnly: true, value: url }))),
      tao("p", { className: "bk-hang" }, copy, tao("a", { href: url, target: "_blank" }, "Mở thử")), square,
      location.protocol === "file:" ? tao("p", { className: "bk-ke__phu" }, "Bạn đang mở tủ sách từ đĩa: đường dẫn này chỉ chạy trên máy để tủ sách ở đúng chỗ ấy.") : "",
    ] : [tao("p", {}, "Hãy chọn ít nhất một bài, một câu.")]));
  };

  // ---- marking -------------------------------------------------------------------------

  /** @type {string[]} */
  let codes = nho(NAME, []);
  /** @type {any[][]} */
  let rows = [];

  /** Mark a code: a row for each of its quizzes; a text tells why it cannot be read. @param {string} code */
  async function mark(code) {
    const result = giaiMa(code);
    if (typeof result === "string") return result;
    const made = [];
    for (const { ten, ban, dap } of result.bai) {
      const bo = await quiz(ten);
      const marks = bo && cham(bo, dap);
      const note = !bo ? "Tủ sách ở máy này không có bài này." : !marks ? "Bộ câu hỏi đã khác, không chấm được."
        : bo.ban === ban ? "" : `Bộ câu hỏi khác bản: người làm dùng bản ${ban}, máy này bản ${bo.ban}. Điểm có thể sai.`;
      const share = marks ? Math.round((marks.dung * 100) / (marks.tong || 1)) : "";
      made.push([result.ten, result.lop, bo?.nhan ?? ten, marks ? `${marks.dung}/${marks.tong}` : "", share,
        marks && bo.dat ? (marks.dung * 100 >= bo.dat * marks.tong ? "Đạt" : "Chưa đạt") : "", Math.ceil(result.giay / 60), result.ngay, note, code]);
    }
    return made;
  }

  /** Show all that was read; keep it where that was asked. */
  async function show() {
    const marked = await Promise.all(codes.map(mark));
    rows = marked.flatMap((one) => (typeof one === "string" ? [] : one));
    rows.sort((a, b) => `${a[1]} ${a[0]}`.localeCompare(`${b[1]} ${b[0]}`, "vi"));
    o("khung-bang").hidden = !rows.length;
    o("bang").tBodies[0].replaceChildren(...rows.map((row) => {
      const away = nut("Bỏ", () => {
        codes = codes.filter((one) => one !== row[9]);
        show();
      }, { "aria-label": `Bỏ dòng của ${row[0]}` });
      return tao("tr", {}, ...row.slice(0, 9).map((cell) => tao("td", {}, String(cell))), tao("td", { className: "bk-khong-in" }, away));
    }));
    if (o("giu-bang").checked) luu(NAME, codes);
  }

  /** Take codes in; tell which could not be read. @param {string[]} told */
  async function take(told) {
    const wrong = [];
    for (const code of told.map((one) => one.trim()).filter(Boolean)) {
      const read = await mark(code);
      if (typeof read === "string") wrong.push(`${read} «${code.slice(0, 40)}»`);
      else if (codes.includes(code)) wrong.push(`Mã của ${read[0]?.[0]} đã có trong bảng.`);
      else codes.push(code);
    }
    o("loi-ma").replaceChildren(...wrong.map((one) => tao("p", {}, one)));
    await show();
    return wrong.length;
  }

  o("nhan-ma").onsubmit = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!(await take(o("ma").value.split(/\n+(?=\s*KQ1\|)|\n+/)))) o("ma").value = "";
  };
  o("tai-csv").onclick = () => bang("ket-qua.csv", [["Họ và tên", "Lớp", "Bài", "Đúng", "Phần trăm", "Kết quả", "Phút", "Ngày", "Ghi chú", "Mã"], ...rows]);
  o("in-bang").onclick = () => print();
  o("xoa-bang").onclick = () => {
    codes = [];
    show();
  };
  o("giu-bang").checked = codes.length > 0;
  o("giu-bang").onchange = () => luu(NAME, o("giu-bang").checked ? codes : null);

  // ---- codes in pictures ---------------------------------------------------------------

  const { BarcodeDetector } = /** @type {any} */ (window);
  const reader = BarcodeDetector && new BarcodeDetector({ formats: ["qr_code"] });
  /** @param {any} picture */
  const found = async (picture) => (await reader.detect(picture)).map((/** @type {any} */ one) => one.rawValue);
  o("tu-anh").hidden = !reader;
  o("khong-doc-anh").hidden = Boolean(reader);
  o("may-anh").hidden = !reader || !navigator.mediaDevices;
  o("anh").onchange = async () => {
    for (const file of o("anh").files) {
      const read = await found(await createImageBitmap(file)).catch(() => []);
      await (read.length ? take(read) : o("loi-ma").append(tao("p", {}, `Không thấy mã QR trong ảnh «${file.name}».`)));
    }
  };
  o("may-anh").onclick = async () => {
    const lens = o("ong-kinh");
    if (lens.srcObject) return end();
    try {
      lens.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    } catch {
      return o("loi-ma").replaceChildren(tao("p", {}, "Không mở được máy ảnh. Hãy cho phép trình duyệt dùng máy ảnh, hoặc dán mã."));
    }
    lens.hidden = false;
    o("may-anh").textContent = "Tắt máy ảnh";
    await lens.play();
    while (lens.srcObject) {
      const read = (await found(lens).catch(() => [])).filter((/** @type {string} */ one) => !codes.includes(one));
      if (read.length) await take(read);
      await new Promise((done) => setTimeout(done, 400));
    }
  };
  function end() {
    const lens = o("ong-kinh");
    for (const one of lens.srcObject.getTracks()) one.stop();
    lens.srcObject = null;
    lens.hidden = true;
    o("may-anh").textContent = "Đọc mã bằng máy ảnh";
  }

  show();
})();
