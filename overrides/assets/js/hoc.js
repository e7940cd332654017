// @ts-check
/* Pages of learning: a course is ticked on the device; the lines of a recording lead to their place, and follow it. */
"use strict";

(() => {
  const { tao, nut, nho, luu } = tuSach;

  /** Let steps be ticked; a quiz that was passed ticks its own. @param {HTMLElement} list */
  function course(list) {
    const name = `tu-sach-khoa:${list.dataset.khoa}`;
    const steps = /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll("[data-buoc]"));
    const done = new Set(nho(name, []));
    const [bar, said] = [tao("progress", { max: steps.length, "aria-label": "Số bước đã xong" }), tao("p", { role: "status" })];
    const show = () => {
      bar.value = [...steps].filter((one) => done.has(one.dataset.buoc)).length;
      said.textContent = `Đã xong ${bar.value} trên ${steps.length} bước.${bar.value === steps.length ? " Bạn đã học hết khóa này." : ""}`;
    };
    for (const step of steps) {
      const { buoc = "" } = step.dataset;
      const quiz = /^trac-nghiem\/(.+)\.html$/.exec(buoc);
      if (quiz && nho(`tu-sach-bai:${quiz[1]}`, {}).dat) done.add(buoc);
      const box = tao("input", { type: "checkbox", checked: done.has(buoc), onchange: () => {
        if (box.checked) done.add(buoc);
        else done.delete(buoc);
        luu(name, [...done]);
        show();
      } });
      step.append(tao("label", { className: "bk-xong bk-khong-in" }, box, " Đã xong bước này"));
    }
    tuSach.o("tien-do")?.append(bar, said);
    show();
  }

  /** @param {HTMLMediaElement} media */
  function player(media) {
    const track = media.querySelector("track");
    /** @type {{row: HTMLElement, start: number, end: number}[]} */
    const lines = [];
    for (const row of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".bk-dong li"))) {
      const [start, end] = [Number(row.dataset.giay), Number(row.dataset.het)];
      const button = nut("", () => {
        media.currentTime = start;
        media.play();
      });
      button.append(...(row.firstElementChild?.childNodes ?? []));
      row.replaceChildren(button);
      if (end) lines.push({ row, start, end });
    }
    if (track && location.protocol === "file:") {
      track.remove();  // a disk gives a page no captions: they are made of the lines
      const made = media.addTextTrack("captions", track.label, track.srclang);
      for (const { row, start, end } of lines) made.addCue(new VTTCue(start, end, (row.lastChild?.lastChild?.textContent ?? "").trim()));
      made.mode = "showing";
    } else if (track) track.track.mode = "showing";
    const spoken = document.querySelector(".bk-dang-noi");
    media.addEventListener("timeupdate", () => {
      const now = lines.find((one) => one.start <= media.currentTime && media.currentTime < one.end)?.row;
      const before = lines.find((one) => one.row.hasAttribute("aria-current"))?.row;
      if (now === before) return;
      before?.removeAttribute("aria-current");
      now?.setAttribute("aria-current", "true");
      if (spoken) spoken.textContent = (now?.lastChild?.lastChild?.textContent ?? "").trim();
      const list = now?.parentElement;
      if (now && list) list.scrollTop = now.offsetTop - list.offsetTop - list.clientHeight / 3;
    });
  }

  const list = document.querySelector("[data-khoa]");
  if (list instanceof HTMLElement) course(list);
  const media = document.querySelector(".bk-may video, .bk-may audio");
  if (media instanceof HTMLMediaElement) player(media);
})();
