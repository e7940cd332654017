// @ts-check
/** A question for the commune's officer, made ready as a letter, a text message or a slip; nothing is sent or kept. */
"use strict";

((root) => {
  const LETTER = 1900; // mail programs cut longer addresses
  const { goc = "" } = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;

  addEventListener("DOMContentLoaded", () => {
    const { tao, chep, nap, noi } = tuSach;
    const { toneless, tinNhan } = root.tinNhan;
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
      part("cac-phan").replaceChildren(...parts.map((/** @type {string} */ one) => tao("li", {}, one)));
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
