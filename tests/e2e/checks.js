/* Run inside a page by the tests: what a reader of any kind would stumble over. */

/** Return a line for each fault of the page's structure. */
function faults() {
  const out = [];
  const all = (selector) => [...document.querySelectorAll(selector)];
  const seen = (selector) => all(selector).filter((one) => one.checkVisibility());
  const name = (one) => (one.getAttribute("aria-label") ?? "") || one.textContent.trim()
    || [...one.querySelectorAll("img")].map((image) => image.alt).join("");
  const expect = (good, words) => { if (!good) out.push(words); };

  expect(document.documentElement.lang, "the page has no language");
  expect(document.title.trim(), "the page has no title");
  expect(all("h1").length === 1, `${all("h1").length} headings of level 1`);
  for (const part of ["body > header", "main", "footer"]) {
    expect(all(part).length === 1, `${all(part).length} × ${part}`);
  }

  let level = 0;
  for (const heading of seen("h1, h2, h3, h4, h5, h6")) {
    const now = Number(heading.tagName[1]);
    expect(now <= level + 1, `h${level} is followed by h${now}: ${heading.textContent}`);
    level = now;
  }

  const ids = all("[id]").map((one) => one.id);
  for (const id of ids.filter((one, at) => ids.indexOf(one) !== at)) out.push(`twice #${id}`);
  for (const input of seen("input, select, textarea")) {
    expect(input.labels.length || input.getAttribute("aria-label"), `unlabelled: ${input.outerHTML}`);
  }
  for (const image of all("img")) expect(image.hasAttribute("alt"), `no alt: ${image.outerHTML}`);
  for (const one of seen("a[href], button, summary")) expect(name(one), `nameless: ${one.outerHTML}`);
  for (const one of all("summary a, a a, a button, button a")) out.push(`nested: ${one.outerHTML}`);
  for (const picture of all("svg:not([aria-label])")) {
    expect(picture.getAttribute("aria-hidden") === "true", "a picture that says nothing is read aloud");
  }
  const navs = seen("nav").map((one) => one.getAttribute("aria-label"));
  expect(navs.every(Boolean) && new Set(navs).size === navs.length, `navs not told apart: ${navs}`);
  const searches = seen("[role=search]").map((one) => one.getAttribute("aria-label"));
  expect(new Set(searches).size === searches.length, `searches not told apart: ${searches}`);
  for (const one of all("[lang]")) expect(/^[a-z]{2,3}(-|$)/.test(one.lang), `language ${one.lang}`);
  return out;
}

/** Return the texts whose contrast with their ground is less than a ratio. */
function pale(least) {
  const parse = (colour) => {
    const numbers = colour.match(/[\d.]+/g).map(Number);
    return numbers.length < 4 ? [...numbers, 1] : numbers;
  };
  const ground = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const colour = parse(getComputedStyle(one).backgroundColor);
      if (colour[3] === 1) return colour;
    }
    return [255, 255, 255, 1];
  };
  const light = (colour) => {
    const [r, g, b] = colour.slice(0, 3).map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const found = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !element.checkVisibility() || element.closest("script, noscript")) continue;
    const [one, other] = [parse(getComputedStyle(element).color), ground(element)].map(light);
    const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    if (ratio < least) found.add(`${ratio.toFixed(2)} ${element.tagName}.${element.className}: ${walker.currentNode.data.trim().slice(0, 30)}`);
  }
  return [...found].slice(0, 5);
}

/** Resolve to how much the page has moved by itself since it began to load. */
function moved() {
  return new Promise((resolve) => {
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) sum += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
    setTimeout(() => resolve(sum), 150);
  });
}
