// @ts-check
/**
 * The page where a reader compares any two versions of an act. Each version lies beside the
 * page as a classic script that calls `soSanhBan` with its lines, so that this works from a
 * disk too. The address keeps the choice: so-sanh.html?cu=2024-07-01&moi=2026-01-01.
 */
"use strict";

(() => {
  const [form, said, result, legend, old, now] = ["ss-chon", "ss-tin", "ss-ket-qua", "ss-ghi-chu", "ss-cu", "ss-moi"].map(tuSach.o);
  const BACKWARDS =
    "Bản chọn ở ô «Bản cũ» có hiệu lực sau bản ở ô «Bản mới»: phần ghi là thêm thực ra đã bị bỏ, và ngược lại.";
  const folder = tuSach.trang().replace(/[^/]*$/, "");

  /** @type {Map<string, any[]>} */
  const texts = new Map();
  /** The lines that the last script brought. @type {any[]} */
  let brought = [];
  let asked = 0;
  /** @type {any} */ (window).soSanhBan = (/** @type {any[]} */ rows) => { brought = rows; };

  /** Load a version's lines, once. @param {string} name @returns {Promise<any[]>} */
  async function load(name) {
    const path = `${folder}${name}.js`;
    // A script has run when it is loaded, and none between.
    await tuSach.nap(path).then(() => { if (!texts.has(name)) texts.set(name, brought); });
    return texts.get(name) ?? [];
  }

  /** Compare what is chosen, and show it. */
  async function show() {
    const turn = ++asked;
    said.textContent = "Đang so sánh…";
    try {
      const [before, after] = await Promise.all([load(old.value), load(now.value)]);
      if (turn !== asked) return;
      const { compare, html } = /** @type {any} */ (window).SoSanh;
      result.innerHTML = html(compare(before, after), `${old.value}.html`, `${now.value}.html`);
      said.textContent = old.value > now.value ? BACKWARDS : "Đã so sánh xong.";
      legend.hidden = result.hidden = false;
    } catch {
      if (turn === asked) said.textContent = "Không đọc được lời văn của bản này; hãy xem các so sánh làm sẵn bên dưới.";
    }
  }

  /** Choose a version as the address says, else one counted from the end. @param {any} field @param {string} key @param {number} back */
  function choose(field, key, back) {
    const names = Array.from(field.options, (option) => option.value);
    const wanted = new URLSearchParams(location.search).get(key) ?? "";
    field.value = names.includes(wanted) ? wanted : names[Math.max(0, names.length - back)];
  }

  form.onsubmit = (/** @type {Event} */ event) => event.preventDefault();
  form.onchange = () => {
    tuSach.ghi({ cu: old.value, moi: now.value });
    show();
  };
  choose(old, "cu", 2);
  choose(now, "moi", 1);
  form.hidden = false;
  show();
})();
