// @ts-check
/* Nothing stands at this address: search for its words, and offer what is near to it. */
"use strict";

(async () => {
  const { tao, goc, o, trang } = tuSach;
  const box = o("khong-thay");
  const parts = trang().replace(/\.html?$/, "").split("/").filter(Boolean);
  /** The last name, and where it says little the one above: `25-2008-qh12` is a number, a number finds its act. */
  const words = (parts.slice(-1)[0] === "index" ? parts.slice(-2)[0] : parts.slice(-1)[0]) ?? "";
  const number = /^(\d+[a-z]*)-(\d{4})-([a-z0-9-]+)$/.exec(words);
  const query = number ? `${number[1]}/${number[2]}/${number[3].toUpperCase()}` : words.replace(/[-_~+.]+/g, " ").trim();
  if (!query) return;
  const link = box.querySelector("p a");
  link.href += `?q=${encodeURIComponent(query)}`;
  link.textContent = `Tìm «${query}»`;
  box.hidden = false;
  const index = await tuSach.moTim();
  if (!index) return;
  const found = await index.find(query);
  /** @type {Map<string, string>} */
  const pages = new Map();
  for (const { url, parent, title } of await index.hits(found, index.rows(found, 12))) {
    const page = url.split("#")[0];
    if (!pages.has(page) && !/^[a-z]+:/.test(page)) pages.set(page, parent || title);
  }
  box.querySelector("ul").append(...[...pages].slice(0, 5).map(([page, name]) => tao("li", {}, tao("a", { href: goc + page }, name))));
})().catch(() => {});
