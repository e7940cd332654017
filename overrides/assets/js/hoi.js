// @ts-check
/** A question for the commune's officer, made ready as a letter, a text message or a slip; nothing is sent or kept. */
"use strict";

(() => {
  const { goc, tao, o, chep, noi } = tuSach;
  const { toneless, tinNhan } = /** @type {any} */ (window).tinNhan;
  const form = o("cau-hoi");
  const told = new URLSearchParams(location.search);
  const title = (told.get("ten") ?? "").slice(0, 200);
  const page = /^[a-z0-9/-]+\.html$/.exec(told.get("trang") ?? "")?.[0];
  if (title && page) {
    o("ve-bai").replaceChildren("Hỏi về bài: ", tao("a", { href: goc + page }, title));
    o("ve-bai").hidden = false;
  }

  function text() {
    const { noi, ten, lien, cau } = form;
    return [noi.value && `Kính gửi: ${noi.value}`, ten.value && `Tôi là: ${ten.value}`, title && `Về bài: ${title}`, `Câu hỏi: ${cau.value.trim()}`,
      lien.value && `Xin trả lời qua: ${lien.value}`].filter(Boolean).join("\n");
  }

  function show() {
    const [words, plain] = [text(), o("bo-dau").checked];
    const parts = tinNhan(words, !plain);
    const { href, du } = tuSach.thu(form.thu.value, title ? `Hỏi về: ${title}` : "Câu hỏi về pháp luật", words);
    o("gui-thu").href = href;
    o("gui-thu").onclick = () => du || chep(words).then(() => noi("Nội dung dài nên đã được chép: bạn dán vào thư."));
    o("gui-tin").href = `sms:${form.so.value.replace(/[^\d+]/g, "")}?&body=${encodeURIComponent(plain ? toneless(words) : words)}`;
    o("dem").textContent = !form.cau.value.trim() ? "" : parts.length ? `Tin nhắn gồm ${parts.length} phần, mỗi phần tính tiền một tin.`
      : "Có từ quá dài để nhắn tin. Bạn rút ngắn, hoặc gửi thư.";
    o("cac-phan").replaceChildren(...parts.map((/** @type {string} */ one) => tao("li", {}, one)));
    form.cau.style.height = "auto";
    form.cau.style.height = `${form.cau.scrollHeight + 4}px`;
  }

  /** Fill in whom the reader's commune names for such questions. */
  async function addressee() {
    const commune = await tuSach.xa();
    if (!commune) return;
    const [, role = "Công chức tư pháp – hộ tịch", , phone = "", mail = ""] = commune.goi.find((/** @type {string[]} */ one) => one[0] === "judicial-officer") ?? [];
    form.noi.value = `${role}, ${commune.ten}`;
    [form.so.value, form.thu.value] = [phone, mail];
    o("chon-xa").replaceChildren(phone || mail ? "" : "Nơi này chưa gửi số điện thoại, thư điện tử cho tủ sách: bạn điền nếu biết. ",
      tao("a", { href: commune.trang }, `Trang của ${commune.ten}`));
    show();
  }

  form.oninput = show;
  form.onsubmit = (/** @type {Event} */ event) => event.preventDefault();
  o("bo-dau").onchange = show;
  o("in-phieu").onclick = () => print();
  tuSach.nutChep(o("chep"), text);
  show();
  addressee();
})();
