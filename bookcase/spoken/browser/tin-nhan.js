// @ts-check
/** Text messages counted and parted as bookcase/spoken/sms.py does; a test holds the two together. */
"use strict";

((root) => {
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

  root.tinNhan = { toneless, tinNhan };
})(/** @type {any} */ (globalThis));
