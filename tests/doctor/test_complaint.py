from focusdesk.doctor.complaint import Complaint


def test_a_complaint_shows_its_command_below_its_sentence() -> None:
    complaint = Complaint("Qt", "Qt is not here.", "bring qt")
    assert str(complaint) == "Qt is not here.\n    bring qt"


def test_a_complaint_that_no_command_mends_is_its_sentence_alone() -> None:
    assert str(Complaint("Screen", "There is no screen here.")) == "There is no screen here."
