// @ts-check
/** A question for the commune's officer, made ready as a letter, a text message or a slip; nothing is sent or kept. */
"use strict";

((root) => {
  // Text messages are counted and parted as bookcase/spoken/sms.py does; a test holds the two together.
  const LETTER = 1900; // mail programs cut longer addresses
  const LIMITS = { basic: 160, other: 70 };
  const BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  const EXTENDED = "^{}\\[~]|€\f";
  const LOOKS = /** @type {Record<string, string>} */ ({ đ: "d", Đ: "D", "“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "•": "-",
    "\u00a0": " ", "²": "2", "³": "3", "×": "x", "≥": ">=", "≤": "<=", "→": "->", "°": " do ", "«": '"', "»": '"', "₫": "d" });
  const BONDS = [
    /(?:^|[^\p{L}\p{N}_])(?:điều|dieu|khoản|khoan|điểm|diem|mục|muc|chương|chuong|số|so|ngày|ngay|tháng|thang|gọi|goi)(?= [\dIVXa-zđ]{1,7}(?![\p{L}\p{N}_]))/giu,
    /\d(?= \d)/g,
    /\d(?= (?:ngày|ngay|tháng|thang|năm|nam|giờ|gio|phút|phut|tuổi|tuoi|đồng|dong|triệu|trieu|tỷ|ty|nghìn|nghin|lần|lan|km|kg|m²|m2|ha|%))/giu,
  ];

  /** @param {string} text */
  const toneless = (text) => text.replace(/[^]/gu, (one) => LOOKS[one] ?? one).normalize("NFD").replace(/\p{M}/gu, "").normalize("NFC");

  /** Part a text into messages. @param {string} text @param {boolean} tones @returns {string[]} */
  function tinNhan(text, tones) {
    const plain = text.normalize("NFC").trim().split(/\s+/).join(" ");
    const words = tones ? plain : toneless(plain);
    const basic = [...words].every((one) => (BASIC + EXTENDED).includes(one));
    const limit = basic ? LIMITS.basic : LIMITS.other;
    /** @param {string} one */
    const length = (one) => one.length + (basic ? [...one].filter((letter) => EXTENDED.includes(letter)).length : 0);
    if (length(words) <= limit) return words ? [words] : [];
    const bound = BONDS.reduce((held, bond) => held.replace(bond, "$&\0"), words).replace(/\0 /g, "\0");
    /** @type {string[]} */
    let lines = [];
    for (const digits of ["9", "99"]) {
      const room = limit - `(${digits}/${digits}) `.length;
      const pieces = bound.split(" ").map((one) => one.replace(/\0/g, " ")).flatMap((one) => (length(one) <= room ? [one] : one.split(" ")));
      if (pieces.some((one) => length(one) > room)) return [];
      lines = [];
      for (const piece of pieces) {
        const longer = lines.length ? `${lines[lines.length - 1]} ${piece}` : piece;
        if (lines.length && length(longer) <= room) lines[lines.length - 1] = longer;
        else lines.push(piece);
      }
      if (lines.length <= Number(digits)) break;
    }
    return lines.map((line, at) => `(${at + 1}/${lines.length}) ${line}`);
  }

  root.hoiCanBo = { tinNhan };
  if (!root.document) return;

  const { goc = "" } = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;

  addEventListener("DOMContentLoaded", () => {
    const { tao, chep, nap, noi } = tuSach;
    /** @param {string} id @returns {any} */
    const part = (id) => document.getElementById(id);
    const form = part("cau-hoi");
    const told = new URLSearchParams(location.search);
    const title = (told.get("ten") ?? "").slice(0, 200);
    const page = /^[a-z0-9/-]+\.html$/.test(told.get("trang") ?? "") ? told.get("trang") : "";
    if (title && page) {
      part("ve-bai").replaceChildren("Hỏi về bài: ", tao("a", { href: goc + page }, title));
      part("ve-bai").hidden = false;
    }

    const text = () => {
      const { noi, ten, lien, cau } = form;
      return [noi.value && `Kính gửi: ${noi.value}`, ten.value && `Tôi là: ${ten.value}`, title && `Về bài: ${title}`, `Câu hỏi: ${cau.value.trim()}`,
        lien.value && `Xin trả lời qua: ${lien.value}`].filter(Boolean).join("\n");
    };
    const show = () => {
      const [words, plain] = [text(), part("bo-dau").checked];
      const parts = tinNhan(words, !plain);
      const letter = (/** @type {string} */ body) => `mailto:${encodeURIComponent(form.thu.value).replace("%40", "@")}`
        + `?subject=${encodeURIComponent(title ? `Hỏi về: ${title}` : "Câu hỏi về pháp luật")}&body=${encodeURIComponent(body)}`;
      const whole = letter(words.replace(/\n/g, "\r\n"));
      part("gui-thu").href = whole.length < LETTER ? whole : letter("(dán nội dung vào đây)");
      part("gui-thu").onclick = () => whole.length < LETTER || chep(words).then(() => noi("Nội dung dài nên đã được chép: bạn dán vào thư."));
      part("gui-tin").href = `sms:${form.so.value.replace(/[^\d+]/g, "")}?&body=${encodeURIComponent(plain ? toneless(words) : words)}`;
      part("dem").textContent = !form.cau.value.trim() ? "" : parts.length ? `Tin nhắn gồm ${parts.length} phần, mỗi phần tính tiền một tin.`
        : "Có từ quá dài để nhắn tin. Bạn rút ngắn, hoặc gửi thư.";
      part("cac-phan").replaceChildren(...parts.map((one) => tao("li", {}, one)));
      form.cau.style.height = "auto";
      form.cau.style.height = `${form.cau.scrollHeight + 4}px`;
    };
    /** Fill in whom the reader's commune names for such questions. */
    async function addressee() {
      const place = localStorage.getItem("tu-sach-xa") ?? "";
      if (!/^\d\d\/\d{5}$/.test(place)) return;
      await nap(`${goc}assets/xa/tinh-${place.slice(0, 2)}.js`);
      const commune = root.diaPhuong?.[`tinh-${place.slice(0, 2)}`]?.xa[place.slice(3)];
      const [, role = "Công chức tư pháp – hộ tịch", , phone = "", mail = ""] = commune?.goi?.find((/** @type {string[]} */ one) => one[0] === "judicial-officer") ?? [];
      if (!commune) return;
      form.noi.value = `${role}, ${commune.ten}`;
      [form.so.value, form.thu.value] = [phone, mail];
      part("chon-xa").replaceChildren(phone || mail ? "" : "Nơi này chưa gửi số điện thoại, thư điện tử cho tủ sách: bạn điền nếu biết. ",
        tao("a", { href: `${goc}dia-phuong/${place}.html` }, `Trang của ${commune.ten}`));
      show();
    }

    form.addEventListener("input", show);
    form.onsubmit = (/** @type {Event} */ event) => event.preventDefault();
    part("bo-dau").onchange = show;
    part("in-phieu").onclick = () => print();
    part("chep").onclick = async (/** @type {Event} */ event) => {
      /** @type {HTMLElement} */ (event.target).textContent = (await chep(text())) ? "Đã chép" : "Không chép được";
    };
    show();
    addressee().catch(() => {});
  });
})(/** @type {any} */ (globalThis));
