"""The shipped definition files, their schemas and the form's dataclasses say the same."""

import json
import tomllib
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any, cast

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from focusdesk.catalog.source import EditionFile, SignCheck, TotalCheck
from focusdesk.form.box import Box, BoxKind
from focusdesk.form.edit_check import CarriedFigure, EditCheck
from focusdesk.form.page import Column, DatePart, Ornament, PageCell, PageLayout
from focusdesk.form.schedule import LineItem, LineStyle, Schedule
from focusdesk.form.standing import Level, Standing
from focusdesk.form.text_format import TextFormat
from focusdesk.resources import resource_path

FORMS = resource_path("forms")
FILES = sorted(FORMS.glob("*/*.toml"))
Json = dict[str, Any]

# Singular in the files: lists of tables are written one table at a time.
PLURALS = {
    "line_items": "line_item",
    "checks": "check",
    "figures": "carried_figure",
    "levels": "level",
    "minimums": "minimum",
    "columns": "column",
    "cells": "cell",
    "ornaments": "ornament",
}


def read(path: Path) -> Json:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def schema(name: str) -> Json:
    return cast("Json", json.loads((FORMS / name).read_text(encoding="utf-8")))


def schema_name(path: Path) -> str:
    return "edition.schema.json" if path.name == "edition.toml" else "schedule.schema.json"


# The edition's schema refers to the schedule's.
REGISTRY = cast("Any", Registry)().with_resources(
    (name, Resource.from_contents(schema(name)))
    for name in ("edition.schema.json", "schedule.schema.json")
)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_definition_file_keeps_to_its_schema(path: Path) -> None:
    validator = cast("Any", Draft202012Validator)(schema(schema_name(path)), registry=REGISTRY)

    assert [error.message for error in validator.iter_errors(read(path))] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_editor_finds_the_schema_by_the_first_line(path: Path) -> None:
    first, _, _ = path.read_text(encoding="utf-8").partition("\n")

    assert first == f"#:schema ../{schema_name(path)}"
    assert (path.parent / first.removeprefix("#:schema ")).is_file()


@pytest.mark.parametrize(
    ("kind", "definition"),
    [
        (Schedule, schema("schedule.schema.json")),
        (Standing, schema("schedule.schema.json")["$defs"]["standing"]),
        (Level, schema("schedule.schema.json")["$defs"]["level"]),
        (LineItem, schema("schedule.schema.json")["$defs"]["line_item"]),
        (Box, schema("schedule.schema.json")["$defs"]["box"]),
        (EditCheck, schema("schedule.schema.json")["$defs"]["check"]),
        (PageLayout, schema("schedule.schema.json")["$defs"]["page"]),
        (Column, schema("schedule.schema.json")["$defs"]["column"]),
        (PageCell, schema("schedule.schema.json")["$defs"]["cell"]),
        (Ornament, schema("schedule.schema.json")["$defs"]["ornament"]),
        (EditionFile, schema("edition.schema.json")),
        (SignCheck, schema("edition.schema.json")["properties"]["sign_check"]),
        (TotalCheck, schema("edition.schema.json")["properties"]["total_check"]),
        (CarriedFigure, schema("edition.schema.json")["properties"]["carried_figure"]["items"]),
    ],
)
def test_the_schemas_know_every_key_that_the_form_knows(kind: type, definition: Json) -> None:
    own = {PLURALS.get(field.name, field.name): field for field in fields(kind) if field.init}
    required = {key for key, field in own.items() if field.default is MISSING}
    # A box without a kind is an amount; no default of the form says so.
    required.discard("kind" if kind is Box else "")

    assert set(definition["properties"]) == set(own)
    assert set(definition.get("required", [])) == required
    assert definition["additionalProperties"] is False
    for key, field in own.items():
        default = definition["properties"][key].get("default", field.default)
        assert (kind, key) == (Box, "kind") or default == field.default, key


@pytest.mark.parametrize(
    ("table", "key", "choices"),
    [
        ("box", "kind", BoxKind),
        ("box", "format", TextFormat),
        ("line_item", "style", LineStyle),
        ("cell", "part", DatePart),
    ],
)
def test_the_schemas_know_every_choice(table: str, key: str, choices: type[BoxKind]) -> None:
    assert schema("schedule.schema.json")["$defs"][table]["properties"][key]["enum"] == [
        str(choice) for choice in choices
    ]
