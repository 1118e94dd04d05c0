"""One address of each kind of page on the real content; budgets and browser tests go through them all."""

# Scripts and sheets that only pages of staff load; these people have other budgets.
STAFF_FILES = {"staff.css", "desk.css", "editor.css", "editor.js", "keeping.js", "circulars.js"}
LISTS = {
    "/truong/": 20,
    "/nganh/": 20,
    "/nghe/": 20,
    "/tuyen-sinh/": 20,
    "/tuyen-sinh/2025": 20,
    "/tuyen-sinh/2026": 20,
    "/truong/?khu-vuc=56&vao=lop-9": 20,
    "/thi-truong/doanh-nghiep-khu-cong-nghiep": 20,
    "/chinh-sach/": 20,
    "/van-ban/": 20,
    "/thi-truong/": 20,
    "/viec-lam/": 20,
    "/thong-bao/": 20,
    "/su-kien/": 20,
    "/nguon/": 20,
    "/so-do-trang": 20,
    "/thi-truong/sau-lop-9": 20,
    "/muc-tieu": 20,
    "/ket-noi/": 20,
    "/ket-noi/truong-pho-thong": 20,
    "/tim-kiem?q=sua o to": 20,
    "/tim-kiem?q=asdkjh qwe": 20,
    "/tim-kiem": 20,
}
DETAILS = {
    "/": 14,
    "/lop-9": 14,
    "/lop-12": 14,
    "/phu-huynh": 14,
    "/tu-van-vien": 14,
    "/gioi-thieu": 14,
    "/ho-tro-tiep-can": 14,
    "/quyen-rieng-tu": 14,
    "/lien-he": 14,
    "/en": 14,
    "/nguon/inst-16": 14,
    "/truong/cao-dang-bach-khoa-tay-nguyen": 14,
    "/truong/cao-dang-dak-lak": 14,
    "/truong/tt-gdnn-gdtx-buon-ho": 14,
    "/nganh/cong-nghe-o-to": 14,
    "/nghe/tho-sua-chua-o-to": 14,
    "/chinh-sach/mien-hoc-phi-thcs-hoc-trung-cap": 14,
    "/van-ban/nd-238-2025": 14,
    "/lo-trinh/": 14,
    "/lo-trinh/tot-nghiep-thcs": 14,
    "/thi-truong/vn-thatnghiep-tn": 14,
    "/thi-truong/vn-thunhap": 14,
    "/thi-truong/doanh-nghiep-khu-cong-nghiep": 14,
    "/thi-truong/ghi-chu/bo-ty-le-phan-luong": 14,
    "/thong-bao/bmtc-trung-cap-2025": 14,
}
# Largest size of the page itself as sent (gzip, KB): the hard caps of the brief for pages and for long lists.
CAPS = DETAILS | LISTS
PAGES = list(CAPS)
