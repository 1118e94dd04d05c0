"""Wording that pushes pupils away from grade 10 is told from wording that informs about it."""

import pytest

from vocational.noticeboard import wording

PUSHING = [
    "xin không thi lớp 10",
    "Đơn xin không thi lớp 10",
    "don xin khong thi lop 10",
    "ĐƠN TỰ NGUYỆN KHÔNG THI",
    "đơn tự nguyện không dự thi tuyển sinh vào lớp 10",
    "Đơn xin không tham gia kỳ thi tuyển sinh vào lớp 10 THPT",
    "Phụ huynh nộp đơn xin không thi vào lớp 10 trước 20/4",
    "Học sinh ký cam kết không thi lớp 10",
    "bản cam kết không đăng ký dự tuyển lớp 10",
    "x i n   k h ô n g   t h i   l ớ p   1 0",
    "x i n k h ô n g t h i l ớ p 1 0",
    "x.i.n k.h.ô.n.g t.h.i lớp 10",
    "xin không  thi   lớp   10",
    "xin-không-thi-lớp-10",
    "xin **không** thi *lớp* 10",
    "xin không thi lớp 10",
    "xin khoong thi lowps 10",
    "ddown xin khoong thi lowps 10",
    "don9 xin kho6ng thi lo7p1 10",
    "xin kh0ng thi lớp 10",
    "xin ko thi lớp 10",
    "xin khỏi thi lớp 10",
    "xin thôi thi lớp 10",
    "xin không học lớp 10",
    "xin không lên lớp 10",
    "xin rút hồ sơ thi lớp 10",
    "xin rút nguyện vọng vào lớp 10",
    "Đề nghị phụ huynh cho con không thi lớp 10",
    "Em học yếu nên không thi lớp 10 mà đi học nghề",
    "Giáo viên chủ nhiệm vận động học sinh yếu không đăng ký thi lớp 10",
    "Hãy bỏ thi lớp 10 để học nghề sớm",
    "Đừng thi lớp 10, học trung cấp được miễn học phí",
    "Không nên thi lớp 10 nếu điểm trung bình dưới 6",
    "Khuyến khích học sinh không dự tuyển lớp 10 công lập",
    "Thay vì thi lớp 10, các em hãy đăng ký học nghề",
    "Thi lớp 10 làm gì khi học nghề được miễn phí",
    "Tự nguyện không thi vào THPT",
    "xin không thi lớp mười",
    "Mẫu đơn: xin không dự thi cấp 3",
    "Yêu cầu học sinh xếp loại trung bình không nộp hồ sơ thi vào 10",
    "xin không thi l10",
    "xin k\u200bhông thi l\u200bớp 10",
    "xin khô\u200bng thi lớp 10",
    "ｘｉｎ ｋｈôｎｇ ｔｈｉ ｌớｐ １０",
    "xin kh**ô**ng th<b>i</b> lớp 10",
    "xin khôngthi lớp10",
    "Xin kg thi lớp 10",
    "nhà trường định hướng các em không thi vào lớp 10",
    "Phiếu đăng ký không dự thi lớp 10",
    "Hãy tự nguyện không thi vào lớp 10 và đăng ký học nghề",
    "Phụ huynh đồng ý cho con không thi lớp 10",
    "Viết đơn không thi lớp 10 rồi nộp cho cô chủ nhiệm",
    "xin cho con không thi lớp 10",
    "donxinkhongthilop10",
    "Đơn xin\n\nKHÔNG THI LỚP 10",
]
INFORMING = [
    "Không thi lớp 10 thì có những đường nào?",
    "không thi lớp 10 thì có những đường nào",
    "Nếu em không thi lớp 10, em vẫn có thể học trung cấp.",
    "Không đỗ lớp 10 thì học ở đâu",
    "Không trúng tuyển lớp 10 công lập, em còn nhiều lựa chọn",
    "Học sinh không thi lớp 10 có được miễn học phí không?",
    "Không ai được ép em không thi lớp 10.",
    "Nghiêm cấm vận động học sinh không thi lớp 10",
    "Nhà trường không được yêu cầu học sinh viết đơn xin không thi lớp 10",
    "Không trường nào được bắt em viết đơn xin không thi lớp 10",
    "Nếu bị yêu cầu viết đơn xin không thi lớp 10, em hãy báo cho phòng giáo dục",
    "Em thi lớp 10 không đỗ thì xin học nghề được không?",
    "Ngày hội tư vấn cho học sinh không thi vào lớp 10",
    "Lịch thi lớp 10 năm 2027",
    "Hạn đăng ký thi lớp 10 là 20/4",
    "Đơn xin dự thi lớp 10 nộp tại trường",
    "Đơn đăng ký dự tuyển lớp 10 nộp trước ngày 20/4, không nhận qua bưu điện",
    "Trung cấp tuyển thẳng, không thi tuyển",
    "Trường không thi tuyển, chỉ xét học bạ",
    "Xét tuyển bằng học bạ, không thi",
    "Học sinh lớp 9 có thể học trung cấp, không phải thi lớp 10",
    "Phân luồng: 30% học sinh không thi lớp 10 vào học nghề",
    "Tỉ lệ học sinh không đăng ký thi lớp 10 năm 2025 là 12%",
    "Mọi học sinh đủ điều kiện đều có quyền đăng ký dự tuyển vào lớp 10",
    "Các em hãy ôn tập để thi lớp 10 thật tốt",
    "Em nên thi lớp 10 và vẫn tìm hiểu học nghề",
    "Hãy đăng ký thi lớp 10 trước hạn; không nộp muộn",
    "Học bổng cho học sinh lớp 10",
    "Không nên bỏ lỡ kỳ thi lớp 10",
    "Phụ huynh xin giấy xác nhận tại trường, không thu phí. Thi lớp 10 ngày 3/6.",
    "Thí sinh không được mang điện thoại vào phòng thi",
    "Học sinh xin chuyển trường lớp 10",
    "Hồ sơ gồm: đơn xin nhập học, học bạ; không cần giấy báo điểm thi lớp 10",
    "Đơn xin học nghề dành cho học sinh không thi lớp 10",
    "Kế hoạch tổ chức thi tay nghề, học sinh không dự thi xin báo trước",
    "Em muốn hỏi: không học lớp 10 thì sau này có thi tốt nghiệp THPT được không?",
    "Tuyển thợ hàn, không cần bằng cấp 3",
    "Tuyển lao động phổ thông, không yêu cầu tốt nghiệp THPT",
    "Yêu cầu: tốt nghiệp THPT, không cần kinh nghiệm",
    "Yêu cầu: không cần bằng THPT",
    "Nên chọn trường không thu học phí hệ THPT",
    "Các trường THPT phải công khai chỉ tiêu, không thu tiền hồ sơ lớp 10",
    "Nếu em học lớp 9 mà không muốn học lên lớp 10, hãy gặp thầy cô tư vấn",
    "Không thi lớp 10 vẫn học được văn hóa THPT ở trung tâm giáo dục thường xuyên",
    "Đừng quên đăng ký thi lớp 10 trước ngày 20/4",
    "Đừng bỏ thi lớp 10 chỉ vì lo lắng",
    "Đừng ngại thi lớp 10",
    "Xin hỏi: em không thi lớp 10 thì học gì?",
    "Trường đón các em không thi lớp 10 đến tham quan",
    "Đề nghị các trường báo cáo số học sinh không thi lớp 10",
    "Xin mời các em không thi lớp 10 đến dự ngày hội",
    "Học kỳ 2, học sinh không thi lớp 10 được học thêm nghề",
    "Không được ép buộc học sinh không thi lớp 10",
    "Phiếu khảo sát học sinh không thi lớp 10",
    "Kỳ tuyển sinh này, em nào không thi lớp 10 vẫn học được nghề",
    "Hãy chuẩn bị kỹ, không đi muộn trong kỳ thi tuyển sinh lớp 10",
    "Đơn xin phúc khảo bài thi lớp 10",
]
FORBIDDING = [
    "Không ai được ép em viết đơn xin không thi lớp 10.",
    "Nghiêm cấm vận động học sinh không thi lớp 10",
    "Nếu bị yêu cầu viết đơn xin không thi lớp 10, em hãy báo cho phòng giáo dục",
]


@pytest.mark.parametrize("text", PUSHING)
def test_pushing_away_from_grade_10_is_seen_however_it_is_typed(text):
    assert wording.pushes(text)


@pytest.mark.parametrize("text", INFORMING)
def test_informing_about_other_ways_is_no_pushing(text):
    assert not wording.pushes(text)


@pytest.mark.parametrize("text", FORBIDDING)
def test_forbidding_it_is_allowed_but_noticed(text):
    assert not wording.pushes(text)
    assert wording.mentions(text)


def test_a_promise_of_keeping_an_oath_is_no_prohibition():
    assert wording.pushes("Học sinh cam kết: em ký cam kết không thi lớp 10")


def test_a_forbidding_sentence_does_not_excuse_the_next():
    assert wording.pushes("Nghiêm cấm thu tiền. Phụ huynh nộp đơn xin không thi lớp 10 trước 20/4.")
