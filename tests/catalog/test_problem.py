from focusdesk.catalog.problem import DefinitionError, Problem


def test_a_problem_says_file_place_and_message_in_one_line() -> None:
    problem = Problem("2014-01/cover.toml", "line item 1, box 16", "It has no place on paper.")

    assert str(problem) == ("2014-01/cover.toml, line item 1, box 16: It has no place on paper.")


def test_a_problem_of_a_whole_file_needs_no_place() -> None:
    assert str(Problem("2014-01/cover.toml", "", "It is empty.")) == (
        "2014-01/cover.toml: It is empty."
    )


def test_a_caret_stands_under_the_character_that_is_wrong() -> None:
    problem = Problem("a/b.toml", "box 3", "This bracket is not closed.", "[1] + [2", 7)

    assert str(problem).splitlines() == [
        "a/b.toml, box 3, character 7: This bracket is not closed.",
        "    [1] + [2",
        "          ^",
    ]


def test_an_error_shows_all_its_problems() -> None:
    error = DefinitionError([Problem("a.toml", "", "One."), Problem("b.toml", "", "Two.")])

    assert [problem.file for problem in error.problems] == ["a.toml", "b.toml"]
    assert str(error) == "a.toml: One.\nb.toml: Two."
