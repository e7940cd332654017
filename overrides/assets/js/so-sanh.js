// @ts-check
/**
 * The page where a reader compares any two versions of an act. Each version lies beside the
 * page as a classic script that calls `soSanhBan` with its lines, so that this works from a
 * disk too. The address keeps the choice: so-sanh.html?cu=2024-07-01&moi=2026-01-01.
 */
"use strict";

(() => {
  /** @type {HTMLElement[]} */
  const [form, said, result, legend] = ["ss-chon", "ss-tin", "ss-ket-qua", "ss-ghi-chu"].map((id) => /** @type {any} */ (document.getElementById(id)));
  const [old, now] = ["ss-cu", "ss-moi"].map((id) => /** @type {HTMLSelectElement} */ (document.getElementById(id)));
  if (!form || !said || !result || !legend || !old || !now) return;

  const BACKWARDS =
    "Bản chọn ở ô «Bản cũ» có hiệu lực sau bản ở ô «Bản mới»: phần ghi là thêm thực ra đã bị bỏ, và ngược lại.";

  /** @type {Map<string, Promise<any[]>>} */
  const texts = new Map();
  let asked = 0;

  /** @type {any} */ (window).soSanhBan = (/** @type {any[]} */ rows) => {
    const script = /** @type {any} */ (document.currentScript);
    if (script && script.take) script.take(rows);
  };

  /** Load a version's lines, once. @param {string} name @returns {Promise<any[]>} */
  function load(name) {
    let text = texts.get(name);
    if (!text) {
      text = new Promise((resolve, reject) => {
        const script = document.createElement("script");
        /** @type {any} */ (script).take = resolve;
        script.onerror = () => {
          texts.delete(name);
          reject(new Error(name));
        };
        script.src = `${name}.js`;
        document.head.append(script);
      });
      texts.set(name, text);
    }
    return text;
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

  /** Choose as the address says; else the last version and the one before it. */
  function choose() {
    const wanted = new URLSearchParams(location.search);
    const names = [...old.options].map((option) => option.value);
    const [cu, moi] = [wanted.get("cu") ?? "", wanted.get("moi") ?? ""];
    old.value = names.includes(cu) ? cu : names[Math.max(0, names.length - 2)];
    now.value = names.includes(moi) ? moi : names[names.length - 1];
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", () => {
    const query = `?cu=${encodeURIComponent(old.value)}&moi=${encodeURIComponent(now.value)}`;
    history.replaceState(null, "", query);
    show();
  });
  choose();
  form.hidden = false;
  show();
})();
