"""The sections of the site as its map shows them: (title, [(name, endpoint, what one finds there)])."""

SECTIONS = [
    (
        "Bắt đầu từ em",
        [
            ("Em học lớp 9", "guides.grade_9", "các đường đi tiếp sau trung học cơ sở"),
            ("Em học lớp 12", "guides.grade_12", "các đường đi tiếp sau trung học phổ thông"),
            ("Phụ huynh", "guides.parents", "chi phí, hỗ trợ, giấy tờ"),
            ("Thầy cô tư vấn", "guides.counselors", "dùng trang này trong tiết hướng nghiệp"),
            ("Lộ trình", "pathways.pathway_list", "từng chặng và điều kiện để sang chặng khác"),
        ],
    ),
    (
        "Tra cứu",
        [
            ("Trường, trung tâm", "catalogue.institution_list", "ai được học, học gì, ở đâu, gọi ai"),
            ("Ngành đào tạo", "catalogue.programme_list", "mã ngành, nơi dạy, học phí"),
            ("Nghề nghiệp", "careers.career_list", "làm gì, cần gì, thu nhập theo nguồn nào"),
            ("Tuyển sinh", "admissions.admission_list", "hạn nộp, chỉ tiêu từng năm"),
            ("Chính sách hỗ trợ", "policies.policy_list", "miễn giảm học phí, học bổng, vay vốn"),
            ("Văn bản", "policies.legal_document_list", "số, ngày, còn hiệu lực hay không"),
            ("Thị trường lao động", "labour_market.labour_market", "số liệu, doanh nghiệp, khu công nghiệp"),
            ("Mục tiêu của các kế hoạch", "monitoring.target_list", "mục tiêu nào đã qua, mục tiêu nào còn"),
            ("Đơn vị cùng làm", "partners.partner_list", "doanh nghiệp, cơ quan làm cùng trường"),
            ("Trường phổ thông", "partners.secondary_school_list", "trường trung học trong vùng"),
            ("Tìm kiếm", "search.search", "gõ có dấu hay không dấu đều được"),
        ],
    ),
    (
        "Tin",
        [
            ("Thông báo", "noticeboard.announcement_list", "tuyển sinh, học bổng, tin của trường"),
            ("Sự kiện", "noticeboard.event_list", "ngày hội, buổi tư vấn"),
            ("Việc làm", "noticeboard.vacancy_list", "tin tuyển dụng có nguồn"),
        ],
    ),
    (
        "Hỏi đáp",
        [
            ("Câu hỏi thường gặp", "questions.faq_list", "câu nhiều người hỏi, đã có trả lời"),
            ("Đặt câu hỏi", "questions.question_new", "hỏi mà không cần tên, không cần tài khoản"),
            ("Xem câu trả lời", "questions.answer", "bằng mã nhận được khi gửi"),
            ("Báo thông tin sai", "questions.report_new", "thấy chỗ nào sai thì báo ở đây"),
        ],
    ),
    (
        "Về trang này",
        [
            ("Giới thiệu", "guides.about", ""),
            ("Nguồn và cách làm", "sources.source_list", "mỗi con số lấy từ đâu, tin được đến đâu"),
            ("Liên hệ", "guides.contact", ""),
            ("Hỗ trợ tiếp cận", "guides.accessibility", "dùng trang bằng bàn phím, trình đọc màn hình"),
            ("Quyền riêng tư", "guides.privacy", "trang không thu thập những gì"),
            ("English", "guides.english", "structure of the site and contacts"),
        ],
    ),
]
