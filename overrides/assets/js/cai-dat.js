// @ts-check
/* How a reader wants to see the pages: kept on the device, and in force before anything is painted. */
"use strict";

(() => {
  const KEY = "tu-sach-hien-thi";
  const root = document.documentElement;
  root.classList.add("co-js"); // what scripts make may have its room from the start
  /** Below this many pixels, at normal text size, there is one column (bookcase.css). */
  const ROOM = 960;
  /** What can be chosen: the words for it, and the values with theirs; the first stands for what is not chosen.
   * @type {Record<string, [string, Record<string, string>]>} */
  const CHOICES = {
    mau: ["Màu", { "": "Theo máy", sang: "Sáng", toi: "Tối", "tuong-phan": "Tương phản cao" }],
    dong: ["Giãn dòng", { "": "Vừa", 1.9: "Thoáng", 2.2: "Rất thoáng" }],
    chu: ["Chữ của văn bản", { "": "Có chân", "khong-chan": "Không chân" }],
  };
  /** @type {Record<string, string>} */
  let chosen = {};

  /** Take what is kept, and do it. */
  function take() {
    try {
      chosen = JSON.parse(localStorage.getItem(KEY) ?? "{}") ?? {};
    } catch { /* nothing is kept, or nothing can be */ }
    apply();
  }

  /** Do what is chosen. */
  function apply() {
    const size = Math.min(200, Math.max(100, Number(chosen.co) || 100));
    // Material makes 1rem 125 %.
    root.style.fontSize = size > 100 ? `${size * 1.25}%` : "";
    root.style.setProperty("--bk-dong", chosen.dong || "1.6");
    for (const name of ["mau", "chu"]) {
      if (chosen[name]) root.dataset[name] = chosen[name];
      else delete root.dataset[name];
    }
    root.toggleAttribute("data-hep", size > 100 && innerWidth < ROOM * size / 100);
  }

  /** Keep and do a choice. @param {string} name @param {string} value */
  function choose(name, value) {
    if (value) chosen[name] = value;
    else delete chosen[name];
    apply();
    try {
      localStorage.setItem(KEY, JSON.stringify(chosen));
    } catch { /* then it holds for this page */ }
  }

  /** Fill the box in the header: without scripts there is none. */
  function show() {
    const box = document.querySelector(".bk-cai-dat");
    if (!(box instanceof HTMLDetailsElement)) return;
    const make = tuSach.tao;
    const size = make("input", { type: "range", min: "100", max: "200", step: "10", value: chosen.co ?? "100" });
    const said = make("output", {}, `${size.value} %`);
    size.addEventListener("input", () => {
      said.value = `${size.value} %`;
      choose("co", size.value === "100" ? "" : size.value);
    });
    const form = make("form", {}, make("label", {}, make("b", {}, "Cỡ chữ"), size, said));
    for (const [name, [words, values]] of Object.entries(CHOICES)) {
      const one = (/** @type {[string, string]} */ [value, word]) => {
        const input = make("input", { type: "radio", name, value, checked: (chosen[name] ?? "") === value });
        input.addEventListener("change", () => choose(name, value));
        return make("label", {}, input, word);
      };
      form.append(make("fieldset", {}, make("legend", {}, words), ...Object.entries(values).map(one)));
    }
    form.append(make("small", {}, "Máy này nhớ lựa chọn của bạn, không gửi đi đâu."));
    box.append(form);
  }

  take();
  addEventListener("resize", apply);
  addEventListener("storage", take);
  addEventListener("pageshow", (event) => { if (event.persisted) take(); });
  addEventListener("DOMContentLoaded", show);
})();
