// @ts-check
/* What a page does beyond showing its text: everything here is an extra, and no page needs it. */
"use strict";

(() => {
  /** @type {{ngay: string, dem: Record<string, number>} | undefined} */
  const stamp = /** @type {any} */ (window).banDung;

  /** Say as of which day the bookcase speaks; a copy older than 30 days says so. */
  function showStamp() {
    if (!stamp) return;
    const [year, month, day] = stamp.ngay.split("-");
    const words = `Tình trạng hiệu lực tính đến ngày ${day}/${month}/${year}`;
    const age = (Date.now() - Date.parse(stamp.ngay)) / 86400000;
    const old = age > 30 ? `. Bản này đã ${Math.floor(age)} ngày tuổi, hãy tìm bản mới hơn` : "";
    for (const place of document.querySelectorAll(".bk-ban-dung a, #ban-dung")) {
      place.textContent = words + old + ".";
    }
  }

  /** Fold the contents on a narrow screen, where they would push the text away. */
  function foldContents() {
    const contents = document.querySelector(".bk-muc-luc > details");
    if (contents instanceof HTMLDetailsElement && innerWidth < 960) contents.open = false;
  }

  /** Show the way to the article before and after the one being read. */
  function followArticles() {
    const text = document.querySelector(".bk-luat");
    const articles = [...document.querySelectorAll(".bk-luat section.article")];
    if (!text || articles.length < 2) return;
    const bar = document.createElement("nav");
    bar.className = "bk-dieu-huong";
    bar.setAttribute("aria-label", "Điều trước và điều sau");
    const before = document.createElement("a");
    const after = document.createElement("a");
    bar.append(before, after);
    text.append(bar);
    let current = -1;

    /** @param {HTMLAnchorElement} link @param {Element | undefined} article @param {string} pattern */
    function point(link, article, pattern) {
      link.style.visibility = article ? "visible" : "hidden";
      if (!article) return;
      const name = article.querySelector("a")?.textContent?.replace(/[.:]$/, "") ?? "";
      link.href = `#${article.id}`;
      link.textContent = pattern.replace("%", name);
    }

    function update() {
      let now = 0;
      articles.forEach((article, index) => {
        if (article.getBoundingClientRect().top < 140) now = index;
      });
      if (now === current) return;
      current = now;
      point(before, articles[now - 1], "‹ %");
      point(after, articles[now + 1], "% ›");
      mark(articles[now].id);
    }

    /** @param {string} id */
    function mark(id) {
      document.querySelector(".bk-muc-luc [aria-current]")?.removeAttribute("aria-current");
      document.querySelector(`.bk-muc-luc a[href="#${CSS.escape(id)}"]`)?.setAttribute("aria-current", "true");
    }

    let waiting = false;
    addEventListener("scroll", () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        update();
      });
    }, { passive: true });
    addEventListener("keydown", (event) => {
      const typing = event.target instanceof HTMLElement && /INPUT|TEXTAREA|SELECT/.test(event.target.tagName);
      if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "[") before.click();
      if (event.key === "]") after.click();
    });
    update();
  }

  /** Let `/` lead to the search box. */
  function searchByKey() {
    addEventListener("keydown", (event) => {
      const typing = event.target instanceof HTMLElement && /INPUT|TEXTAREA|SELECT/.test(event.target.tagName);
      if (event.key !== "/" || typing) return;
      const box = document.querySelector("input[type=search]");
      if (box instanceof HTMLInputElement) {
        event.preventDefault();
        box.focus();
      }
    });
  }

  showStamp();
  foldContents();
  followArticles();
  searchByKey();
})();
