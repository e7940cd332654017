// @ts-check
/* Nothing stands at this address: search for its words, and offer what is near to it. */
"use strict";

addEventListener("DOMContentLoaded", () => {
  const box = document.querySelector("#khong-thay");
  const link = box?.querySelector("p a");
  const list = box?.querySelector("ul");
  if (!(box instanceof HTMLElement) || !(link instanceof HTMLAnchorElement) || !list) return;
  const root = new URL(`${box.dataset.goc ?? "."}/`, location.href).href;
  const path = decodeURI(location.href.replace(/[?#].*/, "")).replace(root, "").replace(/\.html?$/, "");
  const parts = path.split("/").filter(Boolean);
  /** The last name, and where it says little the one above: `25-2008-qh12` is a number, a number finds its act. */
  const words = parts.slice(-1)[0] === "index" ? parts.slice(-2)[0] : parts.slice(-1)[0];
  const number = /^(\d+[a-z]*)-(\d{4})-([a-z0-9-]+)$/.exec(words ?? "");
  const query = number ? `${number[1]}/${number[2]}/${number[3].toUpperCase()}` : (words ?? "").replace(/[-_~+.]+/g, " ").trim();
  if (!query) return;
  link.href += `?q=${encodeURIComponent(query)}`;
  link.textContent = `Tìm «${query}»`;
  box.hidden = false;

  /** @param {string} name */
  const load = async (name) => {
    await tuSach.nap(`${root}assets/tim-kiem/${name}.js`).catch(() => {});
    return /** @type {any} */ (window).TimKiem.arrived.get(name) ?? null;
  };
  (async () => {
    const index = await /** @type {any} */ (window).TimKiem?.open(load);
    if (!index) return;
    const found = await index.find(query);
    const seen = new Set();
    for (const hit of await index.hits(found, index.rows(found, 12))) {
      const page = hit.url.split("#")[0];
      if (seen.size > 4 || seen.has(page) || /^[a-z]+:/.test(page)) continue;
      seen.add(page);
      list.append(tuSach.tao("li", {}, tuSach.tao("a", { href: root + page }, hit.parent || hit.title)));
    }
  })().catch(() => {});
});
