import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from focusdesk.doctor import screen
from focusdesk.doctor.screen import is_screenless, screen_complaint, screen_name

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is a screen")


@pytest.fixture
def wayland(tmp_path: Path) -> Iterator[dict[str, str]]:
    with socket.socket(socket.AF_UNIX) as compositor:
        compositor.bind(str(tmp_path / "wayland-1"))
        compositor.listen()
        yield {"WAYLAND_DISPLAY": "wayland-1", "XDG_RUNTIME_DIR": str(tmp_path)}


def test_without_a_display_the_sentence_says_what_works_all_the_same() -> None:
    complaint = screen_complaint({})
    assert complaint is not None
    assert complaint.sentence.startswith("There is no screen here (neither DISPLAY")
    assert "focusdesk export" in complaint.sentence


@pytest.mark.parametrize("display", [":4711", "unix:4711", "nonsense", "127.0.0.1:1.0"])
def test_a_display_that_does_not_answer_is_no_screen(display: str) -> None:
    complaint = screen_complaint({"DISPLAY": display})
    assert complaint is not None
    assert f"nothing answers at {display}" in complaint.sentence


def test_a_display_that_answers_is_a_screen(wayland: dict[str, str]) -> None:
    assert screen_complaint(wayland) is None
    assert screen_name(wayland) == "wayland-1"


def test_a_display_across_the_network_is_asked_at_its_port(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        port = int(server.getsockname()[1])
        monkeypatch.setattr(screen, "_FIRST_X_PORT", port - 3)
        assert screen_complaint({"DISPLAY": "127.0.0.1:3.0"}) is None


def test_a_wayland_socket_that_nobody_serves_is_no_screen(wayland: dict[str, str]) -> None:
    complaint = screen_complaint({**wayland, "WAYLAND_DISPLAY": "wayland-2"})
    assert complaint is not None


def test_qt_without_a_screen_needs_none() -> None:
    environment = {"QT_QPA_PLATFORM": "offscreen"}
    assert is_screenless(environment)
    assert screen_complaint(environment) is None
    assert not is_screenless({})


def test_no_screen_is_named_so() -> None:
    assert screen_name({}) == "none"
