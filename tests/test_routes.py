"""Who may open what: each address has an entry here, compared with the mark its view really bears."""

import pytest

from vocational.web.access import access_of

PUBLIC = """
    labour_market.labour_market labour_market.indicator labour_market.student_flow labour_market.employers
    labour_market.note monitoring.target_list partners.partner_list partners.secondary_school_list
    policies.policy_list policies.policy policies.legal_document_list policies.legal_document
    pathways.pathway_list pathways.pathway
    careers.career_list careers.career
    noticeboard.announcement_list noticeboard.announcement noticeboard.event_list noticeboard.event
    noticeboard.vacancy_list noticeboard.vacancy
""".split()
MACHINE = "web.alive web.ready web.styles".split()


def endpoints(site):
    return {rule.endpoint for rule in site.url_map.iter_rules()}


def test_every_endpoint_stands_in_the_access_table(site):
    assert endpoints(site) == {*PUBLIC, *MACHINE}


@pytest.mark.parametrize(("mark", "names"), [("public", PUBLIC), ("machine", MACHINE)])
def test_the_table_says_what_the_views_say(site, mark, names):
    assert {name: access_of(site.view_functions[name]) for name in names} == dict.fromkeys(names, mark)


def test_a_view_and_its_template_share_one_name(site):
    pages = [name for name in PUBLIC if name.split(".")[0] not in {"guides"}]

    assert all(site.view_functions[name].__name__ == name.split(".")[1] for name in pages)


def test_no_address_takes_an_untyped_part(site):
    loose = [rule.rule for rule in site.url_map.iter_rules() if "<" in rule.rule and ":" not in rule.rule]

    assert not loose


def test_nothing_but_reading_is_allowed(site):
    assert {method for rule in site.url_map.iter_rules() for method in rule.methods} == {"GET", "HEAD", "OPTIONS"}
