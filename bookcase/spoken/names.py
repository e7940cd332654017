"""Abbreviations of law and of everyday life, and how they are said in full."""

from __future__ import annotations

TYPES = {
    "NQ": "nghị quyết",
    "NQLT": "nghị quyết liên tịch",
    "NĐ": "nghị định",
    "QĐ": "quyết định",
    "TT": "thông tư",
    "TTLT": "thông tư liên tịch",
    "CT": "chỉ thị",
    "PL": "pháp lệnh",
    "L": "lệnh",
    "CV": "công văn",
    "KH": "kế hoạch",
    "TB": "thông báo",
    "VBHN": "văn bản hợp nhất",
}
"""The kinds of act in the middle of a number: 14/2019/QĐ-TTg."""

ISSUERS = {
    "QH": "Quốc hội",
    "UBTVQH": "Ủy ban Thường vụ Quốc hội",
    "VPQH": "Văn phòng Quốc hội",
    "CTN": "Chủ tịch nước",
    "CP": "Chính phủ",
    "TTg": "Thủ tướng Chính phủ",
    "HĐTP": "Hội đồng Thẩm phán",
    "TANDTC": "Tòa án nhân dân tối cao",
    "VKSNDTC": "Viện kiểm sát nhân dân tối cao",
    "HĐND": "Hội đồng nhân dân",
    "UBND": "Ủy ban nhân dân",
    "BTP": "Bộ Tư pháp",
    "BCA": "Bộ Công an",
    "BQP": "Bộ Quốc phòng",
    "BNV": "Bộ Nội vụ",
    "BTC": "Bộ Tài chính",
    "BCT": "Bộ Công thương",
    "BYT": "Bộ Y tế",
    "BXD": "Bộ Xây dựng",
    "BNG": "Bộ Ngoại giao",
    "BGDĐT": "Bộ Giáo dục và Đào tạo",
    "BKHCN": "Bộ Khoa học và Công nghệ",
    "BNNMT": "Bộ Nông nghiệp và Môi trường",
    "BNNPTNT": "Bộ Nông nghiệp và Phát triển nông thôn",
    "BTNMT": "Bộ Tài nguyên và Môi trường",
    "BGTVT": "Bộ Giao thông vận tải",
    "BTTTT": "Bộ Thông tin và Truyền thông",
    "BLĐTBXH": "Bộ Lao động, Thương binh và Xã hội",
    "BVHTTDL": "Bộ Văn hóa, Thể thao và Du lịch",
    "BDTTG": "Bộ Dân tộc và Tôn giáo",
    "BKHĐT": "Bộ Kế hoạch và Đầu tư",
    "NHNN": "Ngân hàng Nhà nước",
    "TTCP": "Thanh tra Chính phủ",
}

SPOKEN = {
    **ISSUERS,
    "BHYT": "bảo hiểm y tế",
    "BHXH": "bảo hiểm xã hội",
    "BHTN": "bảo hiểm thất nghiệp",
    "CCCD": "căn cước công dân",
    "CMND": "chứng minh nhân dân",
    "GCN": "giấy chứng nhận",
    "HĐLĐ": "hợp đồng lao động",
    "NLĐ": "người lao động",
    "NSDLĐ": "người sử dụng lao động",
    "BLDS": "Bộ luật Dân sự",
    "BLHS": "Bộ luật Hình sự",
    "MTTQ": "Mặt trận Tổ quốc",
    "TGPL": "trợ giúp pháp lý",
    "PBGDPL": "phổ biến, giáo dục pháp luật",
    "TAND": "Tòa án nhân dân",
    "VKSND": "Viện kiểm sát nhân dân",
    "THCS": "trung học cơ sở",
    "THPT": "trung học phổ thông",
    "TP": "thành phố",
    "TP.HCM": "Thành phố Hồ Chí Minh",
    "HCM": "Hồ Chí Minh",
    "MAU": "mẫu",
    "VND": "đồng",
    "VNĐ": "đồng",
    "SMS": "tin nhắn",
    "QR": "quy-rờ",
    "USB": "u-ét-bê",
    "HIV": "hát-i-vê",
    "ATM": "a-tê-mờ",
    "CSGT": "cảnh sát giao thông",
    "GPLX": "giấy phép lái xe",
    "QSDĐ": "quyền sử dụng đất",
    "BS": "bác sĩ",
    "TS": "tiến sĩ",
    "USD": "đô la Mỹ",
    "COVID-19": "cô-vít mười chín",
    "VNeID": "Vi-en-i-ai-đi",
}
"""What an abbreviation that stands alone is read as."""

UNITS = {
    "km/h": "ki-lô-mét một giờ",
    "km²": "ki-lô-mét vuông",
    "km": "ki-lô-mét",
    "m²": "mét vuông",
    "m2": "mét vuông",
    "m³": "mét khối",
    "m3": "mét khối",
    "cm": "xăng-ti-mét",
    "mm": "mi-li-mét",
    "m": "mét",
    "ha": "héc-ta",
    "kg": "ki-lô-gam",
    "mg": "mi-li-gam",
    "g": "gam",
    "lít": "lít",
    "ml": "mi-li-lít",
    "l": "lít",
    "L": "lít",
    "kWh": "ki-lô-oát giờ",
    "kW": "ki-lô-oát",
    "cm³": "xăng-ti-mét khối",
    "°C": "độ xê",
    "đ": "đồng",
    "%": "phần trăm",
    "‰": "phần nghìn",
}
"""Units behind a number."""

EACH = ("ngày", "tuần", "tháng", "quý", "năm", "giờ", "người", "hộ", "lần", "cây")
"""What something may be for each of: đồng/người/tháng."""

PER = {**UNITS, **{one: one for one in EACH}}
"""What a measure may be for each of: mg/lít, %/năm."""

COUNTED = ("đồng", "lần", "lượt", "viên", "điểm", "suất", "bữa", "triệu", "nghìn", "tỷ")
"""What may be counted for each of something."""

PLACES = {
    "TP": "thành phố", "TX": "thị xã", "TT": "thị trấn", "Q": "quận", "P": "phường",
}  # fmt: skip
"""Kinds of places before a name: *TP. Huế*."""

LETTERS = {
    "a": "a", "b": "bê", "c": "xê", "d": "dê", "đ": "đê", "e": "e", "g": "giê",
    "h": "hát", "i": "i", "k": "ca", "l": "e-lờ", "m": "em-mờ", "n": "en-nờ", "o": "o",
    "p": "pê", "q": "quy", "r": "e-rờ", "s": "ét-xì", "t": "tê", "u": "u", "v": "vê",
    "x": "ích-xì", "y": "i dài", "f": "ép-phờ", "j": "gi", "w": "vê kép", "z": "dét",
}  # fmt: skip
"""Letters by their names: *điểm b* is *điểm bê*."""

SIGNS = {"&": "và", "+": "cộng", "=": "bằng", "≥": "từ", "≤": "đến", "×": "nhân"}
