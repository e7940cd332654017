"""Vietnamese words for invented law: they read like law and say nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

# NFC, two syllables or more, none of them the word that opens a unit.
_TERMS = tuple(
    """
    cơ quan quản lý/tổ chức dịch vụ/cá nhân đăng ký/hộ gia đình/người đề nghị
    bên cung cấp/nhà nước/địa phương/trung ương/người đại diện/đơn vị sự nghiệp
    doanh nghiệp nhỏ/hợp tác xã/cộng đồng dân cư/người hưởng lợi/hội đồng thẩm định
    tổ công tác/cán bộ chuyên môn/hệ thống thông tin/cơ sở dữ liệu/cổng dịch vụ công
    hồ sơ điện tử/giấy chứng nhận/giấy phép hoạt động/biên bản kiểm tra
    tờ khai bổ sung/bản sao hợp lệ/báo cáo định kỳ/kế hoạch hằng năm/đề án chi tiết
    phương án tài chính/hợp đồng mẫu/danh mục hàng hóa/tiêu chuẩn kỹ thuật
    quy chuẩn an toàn/chỉ tiêu chất lượng/mức thu tối đa/nguồn kinh phí
    ngân sách địa phương/quỹ hỗ trợ/khoản chi thường xuyên/giá trị còn lại
    chi phí phát sinh/thuế suất ưu đãi/lệ phí thẩm định/tiền bảo đảm
    thời hạn giải quyết/ngày làm việc/thời điểm tiếp nhận/giai đoạn chuyển tiếp
    trường hợp khẩn cấp/điều kiện cần thiết/căn cứ thực tế/lý do chính đáng
    quyền khiếu nại/nghĩa vụ tài chính/trách nhiệm giải trình/thẩm quyền quyết định
    thủ tục rút gọn/trình tự thực hiện/nguyên tắc công khai/hình thức trực tuyến
    kiểm tra đột xuất/thanh tra chuyên ngành/giám sát độc lập/đánh giá tác động
    xử lý vi phạm/biện pháp khắc phục/đình chỉ tạm thời/thu hồi giấy phép
    bồi thường thiệt hại/bảo vệ môi trường/sử dụng đất/khai thác nước/trồng rừng
    xây dựng công trình/vận chuyển hành khách/an toàn giao thông
    phòng cháy chữa cháy/ứng phó thiên tai/khám bệnh/chữa bệnh/bảo hiểm y tế
    an sinh xã hội/chăm sóc trẻ em/hỗ trợ người cao tuổi/giáo dục phổ thông
    đào tạo nghề/nghiên cứu khoa học/chuyển giao công nghệ/di sản văn hóa
    hoạt động thể thao/du lịch cộng đồng/thông tin cơ sở/chữ ký số/lao động nữ
    hợp đồng lao động/tiền lương tối thiểu/thời giờ nghỉ ngơi/tai nạn lao động
    sản xuất sạch/chế biến nông sản/thức ăn chăn nuôi/nuôi trồng thủy sản
    giống cây trồng/thương mại điện tử/bảo vệ người tiêu dùng/cạnh tranh lành mạnh
    xuất xứ hàng hóa/phù hợp với/được bảo đảm bởi/có liên quan đến/kể từ khi
    trong phạm vi/theo đề nghị của/không phụ thuộc vào/trên cơ sở/thông qua
    trước khi/sau khi/cùng với/bao gồm cả/phải được công khai/có quyền yêu cầu
    có trách nhiệm phối hợp/được xem xét/chịu trách nhiệm về/tiếp nhận và trả lời
    lập và lưu giữ/thông báo bằng văn bản
    """.replace("\n", "/").split("/")
)
TERMS = tuple(filter(None, map(str.strip, _TERMS)))

ROMAN = (
    *("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII"),
    *("XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX", "XXI", "XXII", "XXIII", "XXIV"),
)
LETTERS = ("a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m")


def phrase(random: Random, least: int, most: int) -> str:
    """Return a few terms in a row; the counts are of terms, both included."""
    return " ".join(random.choices(TERMS, k=random.randint(least, most)))


def sentence(random: Random, least: int, most: int) -> str:
    """Return a phrase that begins with a capital letter, without a full stop."""
    words = phrase(random, least, most)
    return words[0].upper() + words[1:]


def roman(number: int) -> str:
    """Return a number from 1 in Roman figures.

    >>> roman(29)
    'XXIX'
    """
    tens, rest = divmod(number, 10)
    return "X" * tens + (ROMAN[rest - 1] if rest else "")
