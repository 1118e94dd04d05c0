"""The real targets: what is over, what is a draft, what holds."""

from vocational.monitoring import queries


def ids(plans):
    return {target.id for plan in plans for target in plan.targets}


def test_real_targets_stand_where_they_belong(published):
    with published.app_context():
        found = queries.targets_by_standing(today=published.config["TODAY"])

    assert "qd525-2030-hoan-thanh-thpt" in ids(found.present)
    assert {"buonho-2025-thcs-vao-gdnn", "ninhthuan-2025-thcs-vao-gdnn"} <= ids(found.past)
    assert ids(found.draft) == {"du-thao-nd-20-nguoi-15-25-hoc-nghe"}


def test_no_document_of_a_real_target_is_unknown(published):
    page = published.test_client().get("/muc-tieu").get_data(as_text=True)

    assert "chưa rõ văn bản" not in page
