from threading import Event

from vocational.web import background


def test_work_of_one_name_is_done_once_at_a_time(app):
    begun, may_end, ended = Event(), Event(), Event()

    def work():
        begun.set()
        may_end.wait(5)
        ended.set()

    assert background.start_once(app, "slow", work) and begun.wait(5)
    assert not background.start_once(app, "slow", work)
    may_end.set()
    assert ended.wait(5)


def test_work_that_fails_may_be_tried_again(app, caplog):
    def fails():
        raise OSError("đĩa đầy")

    background._run(app, "bad", fails)

    assert "đĩa đầy" in caplog.text and "bad" not in background._under_way
