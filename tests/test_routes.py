"""Who may open what: each address has an entry here, compared with the mark its view really bears."""

from pathlib import Path

import pytest

from vocational.accounts import roles
from vocational.web.access import READING, access_of

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"
PUBLIC = """
    guides.home guides.grade_9 guides.grade_12 guides.parents guides.counselors guides.about
    guides.accessibility guides.privacy guides.contact guides.english guides.site_map
    sources.source_list sources.source search.search search.suggestion_list
    catalogue.institution_list catalogue.institution catalogue.programme_list catalogue.programme
    admissions.admission_list admissions.admission_year admissions.deadlines_calendar
    admissions.admission_year_csv admissions.admission_year_xlsx
    policies.policy_list policies.policy policies.legal_document_list policies.legal_document
    pathways.pathway_list pathways.pathway careers.career_list careers.career
    labour_market.labour_market labour_market.indicator labour_market.student_flow labour_market.employers
    labour_market.note monitoring.target_list partners.partner_list partners.secondary_school_list
    noticeboard.announcement_list noticeboard.announcement noticeboard.event_list noticeboard.event
    noticeboard.vacancy_list noticeboard.vacancy writing.attachment questions.faq_list questions.faq
    sharing.feed sharing.calendar sharing.item_calendar sharing.share sharing.sheet
    open_data.sitemap open_data.robots open_data.search_description
    open_data.search_results open_data.api_description
""".split()  # noqa: SIM905 – a long table reads better as words
MACHINE = ["web.alive", "web.ready", "web.styles"]
# Forms of those without an account: open to all, and each protects itself.
FORMS = ["questions.question_new", "questions.answer", "questions.report_new"]
DOOR = """
    accounts.sign_in accounts.second_step accounts.second_step_setup accounts.password_new
    accounts.password_forgotten
""".split()  # noqa: SIM905
# Endpoint → what somebody must be allowed to do, somewhere.
STAFF = {
    "desk.desk": "desk.open",
    "desk.desk_search": "desk.open",
    "desk.desk_activity": "desk.open",
    "desk.counselor_guide": "desk.open",
    "desk.editor_guide": "desk.open",
    "desk.admin_guide": "desk.open",
    "accounts.sign_out": "desk.open",
    "accounts.sign_out_everywhere": "desk.open",
    "accounts.account": "desk.open",
    "accounts.password_edit": "desk.open",
    "accounts.recovery_codes": "desk.open",
    "search.staff_words": "search.read",
    "search.staff_words_csv": "search.read",
    "search.staff_additions_yaml": "search.read",
    "search.staff_synonym_new": "search.teach",
    "search.staff_abbreviation_new": "search.teach",
    "search.staff_addition_withdraw": "search.teach",
    "administration.account_list": "account.manage",
    "administration.account_new": "account.manage",
    "administration.account": "account.manage",
    "administration.account_edit": "account.manage",
    "administration.account_disable": "account.manage",
    "administration.account_enable": "account.manage",
    "administration.account_link": "account.manage",
    "administration.account_hand_over": "account.manage",
    "administration.second_step_reset": "account.manage",
    "administration.assignment_new": "account.manage",
    "administration.assignment_end": "account.manage",
    "administration.unit_list": "unit.manage",
    "administration.unit_new": "unit.manage",
    "administration.unit_load": "unit.manage",
    "administration.unit": "unit.manage",
    "administration.unit_edit": "unit.manage",
    "administration.audit_list": "audit.read",
    "administration.audit_csv": "audit.read",
    "circulars.circular_list": "circular.send",
    "circulars.circular_new": "circular.send",
    "circulars.circular_edit": "circular.send",
    "circulars.circular_extras": "circular.send",
    "circulars.reference_add": "circular.send",
    "circulars.reference_remove": "circular.send",
    "circulars.circular_schools": "circular.send",
    "circulars.circular_preview": "circular.send",
    "circulars.circular_send": "circular.send",
    "circulars.circular_discard": "circular.send",
    "circulars.circular": "circular.send",
    "circulars.circular_version": "circular.send",
    "circulars.circular_history": "circular.send",
    "circulars.circular_history_csv": "circular.send",
    "circulars.circular_paper": "circular.send",
    "circulars.circular_csv": "circular.send",
    "circulars.circular_xlsx": "circular.send",
    "circulars.circular_remind": "circular.send",
    "circulars.circular_withdraw": "circular.send",
    "circulars.circular_restore": "circular.send",
    "circulars.circular_correct": "circular.send",
    "circulars.paper_handed_over": "circular.send",
    "circulars.file_add": "circular.send",
    "circulars.file_remove": "circular.send",
    "circulars.file_sent": "circular.send",
    "circulars.file_received": "circular.read",
    "circulars.received_list": "circular.read",
    "circulars.received": "circular.read",
    "circulars.received_confirm": "circular.confirm",
}
STAFF |= {
    "questions.staff_question_list": "question.read",
    "questions.staff_question": "question.read",
    "questions.staff_question_answer": "question.answer",
    "questions.staff_question_merge": "question.answer",
    "questions.staff_question_refuse": "question.moderate",
    "questions.staff_question_hand_on": "question.moderate",
    "questions.staff_question_reopen": "question.moderate",
    "questions.staff_report_list": "correction.handle",
    "questions.staff_report": "correction.handle",
    "questions.staff_report_hand_on": "correction.handle",
    "questions.staff_faq_list": "question.answer",
    "questions.staff_faq_new": "question.answer",
    "questions.staff_faq_edit": "question.answer",
    "questions.staff_faq_publish": "faq.publish",
    "questions.staff_faq_return": "faq.publish",
    "questions.staff_faq_withdraw": "faq.publish",
}
STAFF |= {
    "writing.item_new": "notice.write",
    "writing.item_edit": "notice.write",
    "writing.draft_keep": "notice.write",
    "writing.draft_drop": "notice.write",
    "writing.preview": "notice.write",
}
STAFF |= {
    "publication.review_list": "notice.approve",
    "publication.item_list": "notice.read",
    "publication.item": "notice.read",
    "publication.step": "notice.write",
    "publication.version": "notice.read",
    "publication.comparison": "notice.read",
}
# These answer no page of their own name: downloads, and what changes something and leads on.
WITHOUT_PAGE = """
    writing.draft_keep writing.draft_drop writing.preview writing.attachment
    sharing.feed sharing.calendar sharing.item_calendar publication.step
    accounts.sign_out accounts.sign_out_everywhere
    administration.account_disable administration.account_enable administration.account_hand_over
    administration.second_step_reset administration.assignment_end administration.unit_load
    administration.audit_csv
    search.staff_words_csv search.staff_additions_yaml search.staff_addition_withdraw
    circulars.reference_add circulars.reference_remove circulars.circular_send circulars.circular_discard
    circulars.circular_csv circulars.circular_xlsx circulars.circular_history_csv
    circulars.circular_restore circulars.circular_correct
    circulars.paper_handed_over circulars.received_confirm
    circulars.file_add circulars.file_remove circulars.file_sent circulars.file_received
    questions.staff_question_answer questions.staff_question_merge questions.staff_question_refuse
    questions.staff_question_hand_on questions.staff_question_reopen questions.staff_report_hand_on
    questions.staff_faq_publish questions.staff_faq_return questions.staff_faq_withdraw
""".split()  # noqa: SIM905


def endpoints(site):
    return {rule.endpoint for rule in site.url_map.iter_rules()}


def test_every_endpoint_stands_in_the_access_table(site):
    assert endpoints(site) == {*PUBLIC, *MACHINE, *FORMS, *DOOR, *STAFF}


@pytest.mark.parametrize(
    ("mark", "names"), [("public", PUBLIC), ("machine", MACHINE), ("door", [*DOOR, *FORMS])]
)
def test_the_table_says_what_the_views_say(site, mark, names):
    assert {name: access_of(site.view_functions[name]) for name in names} == dict.fromkeys(names, mark)


def test_the_table_says_which_verb_a_view_asks_for(site):
    assert {name: access_of(site.view_functions[name]) for name in STAFF} == STAFF
    assert set(STAFF.values()) <= set(roles.VERBS)


def test_a_view_and_its_template_share_one_name(site):
    without_page = {"admissions.deadlines_calendar", "open_data.sitemap", "open_data.robots"}
    without_page |= {"open_data.search_description", "admissions.admission_year_csv"}
    without_page |= {"admissions.admission_year_xlsx", "search.suggestion_list"}
    without_page |= {"open_data.search_results", "open_data.api_description"}
    without_page |= {*WITHOUT_PAGE}
    all_pages = [name for name in [*PUBLIC, *FORMS, *DOOR, *STAFF] if name not in without_page]
    pages = [name for name in all_pages if name.split(".")[0] != "guides"]

    assert all(site.view_functions[name].__name__ == name.split(".")[1] for name in pages)
    assert not [name for name in pages if not (TEMPLATES / f"{name.replace('.', '/')}.html").exists()]


def test_no_address_takes_an_untyped_part(site):
    loose = [rule.rule for rule in site.url_map.iter_rules() if "<" in rule.rule and ":" not in rule.rule]

    assert not loose


def test_nothing_but_reading_is_allowed_to_the_public(site):
    changing = {rule.endpoint for rule in site.url_map.iter_rules() if rule.methods - READING}

    assert changing <= {*FORMS, *DOOR, *STAFF}


def test_staff_work_under_one_address(site):
    addresses = [rule.rule for rule in site.url_map.iter_rules() if rule.endpoint in {*DOOR, *STAFF}]

    assert not [address for address in addresses if not address.startswith("/ban-lam-viec/")]
