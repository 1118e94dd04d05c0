"""What forms say, in Vietnamese: what to do, not what failed."""

WORDS = {
    "This field is required.": "Hãy điền ô này.",
    "Not a valid choice.": "Hãy chọn một trong các mục có sẵn.",
    "Not a valid choice": "Hãy chọn một trong các mục có sẵn.",
    "Invalid Choice: could not coerce.": "Hãy chọn một trong các mục có sẵn.",
    "Not a valid date value.": "Hãy viết ngày như 30/08/2027.",
    "Not a valid datetime value.": "Hãy viết ngày và giờ như 30/08/2027 07:30.",
    "Not a valid time value.": "Hãy viết giờ như 07:30.",
    "Not a valid integer value.": "Hãy viết một số nguyên.",
    "Not a valid decimal value.": "Hãy viết một số.",
    "Not a valid float value.": "Hãy viết một số.",
    "Invalid email address.": "Hãy viết địa chỉ như ten@coquan.vn.",
    "Invalid URL.": "Hãy viết địa chỉ đầy đủ, bắt đầu bằng https://",
    "Invalid input.": "Nội dung này chưa đúng dạng.",
    "Invalid value, must be one of: %(values)s.": "Hãy chọn một trong: %(values)s.",
    "Field must be equal to %(other_name)s.": "Hai ô phải giống nhau.",
    "Field must be between %(min)d and %(max)d characters long.": "Hãy viết từ %(min)d đến %(max)d ký tự.",
    "Field must be exactly %(max)d character long.": "Hãy viết đúng %(max)d ký tự.",
    "Field must be exactly %(max)d characters long.": "Hãy viết đúng %(max)d ký tự.",
    "Field must be at least %(min)d character long.": "Hãy viết ít nhất %(min)d ký tự.",
    "Field must be at least %(min)d characters long.": "Hãy viết ít nhất %(min)d ký tự.",
    "Field cannot be longer than %(max)d character.": "Hãy viết nhiều nhất %(max)d ký tự.",
    "Field cannot be longer than %(max)d characters.": "Hãy viết nhiều nhất %(max)d ký tự.",
    "Number must be between %(min)s and %(max)s.": "Hãy viết số từ %(min)s đến %(max)s.",
    "Number must be at least %(min)s.": "Hãy viết số từ %(min)s trở lên.",
    "Number must be at most %(max)s.": "Hãy viết số không quá %(max)s.",
    "'%(value)s' is not a valid choice for this field.": "Hãy chọn một trong các mục có sẵn.",
    "'%(value)s' are not valid choices for this field.": "Hãy chọn một trong các mục có sẵn.",
}


class Vietnamese:
    """The words of WTForms for its readers here."""

    def gettext(self, text: str) -> str:
        """Return a message in Vietnamese."""
        return WORDS.get(text, text)

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        """Return a message in Vietnamese, which has one form for all numbers."""
        return WORDS.get(plural, WORDS.get(singular, plural))
