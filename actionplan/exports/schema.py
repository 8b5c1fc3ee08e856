"""JSON Schemas of the documents, made from the models: keys and words as authors spell them, told in their language."""

from __future__ import annotations

from typing import TypeAlias

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from actionplan.documents import Kind
from actionplan.language.keys import SPANISH, KeyLanguage
from actionplan.language.messages import Translate, msg, spanish
from actionplan.model import MODELS, Part, Refers, Required, Vocabulary, field_order, mark_of

Schema: TypeAlias = JsonSchemaValue

DUE = "x-debido"
"""Our own keyword: the field is due, although its absence may be declared instead."""

NAMES = "x-nombra"
"""Our own keyword: where the value, or each of its items, must be defined: a kind of document, and the list in it."""

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_DAY = r"^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$"
_PARTIAL_DAY = r"^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$"

_LIMITS = {"gt": "exclusiveMinimum", "ge": "minimum", "lt": "exclusiveMaximum", "le": "maximum"}


def schema_of(kind: Kind, keys: KeyLanguage = SPANISH, translate: Translate = spanish) -> Schema:
    """Return the JSON Schema (2020-12) of the front matter of a kind of document.

    What no schema can say stays with ``plan check``: that a date exists, that a reference leads somewhere.

    Args:
        kind: Which documents.
        keys: How their authors spell keys and words.
        translate: Into the language of titles and descriptions.
    """

    class InTheirWords(_Generator):
        author = keys

        def say(self, text: str) -> str:
            return translate(text)

    found = MODELS[kind].model_json_schema(schema_generator=InTheirWords)
    return {"$schema": _DIALECT, "title": keys.author_word("Kind", kind), **found}


class _Generator(GenerateJsonSchema):
    author = SPANISH

    def say(self, text: str) -> str:
        """Return a text of ours in the language of the schema."""
        return spanish(text)

    def model_schema(self, schema: core_schema.ModelSchema) -> Schema:
        """Describe a record, with its keys as authors spell them, and what each is for."""
        found = super().model_schema(schema)
        part: type[Part] = schema["cls"]
        found.pop("title", None)
        found.pop("description", None)  # ours are for developers
        properties = found.get("properties", {})
        found["properties"] = {
            self.author.author(name): self._told(name, part, properties[name]) for name in field_order(part)
        }
        if "required" in found:
            found["required"] = [self.author.author(name) for name in found["required"]]
        return found

    def _told(self, name: str, part: type[Part], about: Schema) -> Schema:
        field = part.model_fields[name]
        title = {"title": self.say(field.title)} if field.title else {}
        required = mark_of(field.metadata, Required)
        due = required is not None and not required.when
        refers = mark_of(field.metadata, Refers)
        texts = [about.pop("description", "")]
        if due:
            texts.append(
                self.say(msg("Si no se conoce, se anota en «{unavailable}» con su motivo.")).format(
                    unavailable=self.author.author("unavailable")
                )
            )
        description = " ".join(filter(None, texts))
        about = {_LIMITS.get(key, key): value for key, value in about.items() if key != "title"}
        return {
            **title,
            **({"description": description} if description else {}),
            **about,
            **({DUE: True} if due else {}),
            **({NAMES: self._place_of(refers)} if refers else {}),
        }

    def _place_of(self, refers: Refers) -> str:
        within = [self.author.author(refers.within)] if refers.within else []
        return "/".join([self.author.author_word("Kind", refers.kind), *within])

    def nullable_schema(self, schema: core_schema.NullableSchema) -> Schema:
        """Describe a value that may be left out; it is never written empty."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> Schema:
        """Describe a value without its default, which is the model's affair."""
        return self.generate_inner(schema["schema"])

    def literal_schema(self, schema: core_schema.LiteralSchema) -> Schema:
        """Describe the kind of a document, as authors spell it."""
        return {"const": self.author.author_word("Kind", str(schema["expected"][0]))}

    def function_plain_schema(self, schema: core_schema.PlainValidatorFunctionSchema) -> Schema:
        """Describe a word of a closed list, or a date of which a part is known."""
        vocabulary = getattr(schema["function"]["function"], "__self__", None)
        if isinstance(vocabulary, type) and issubclass(vocabulary, Vocabulary):
            words = {self.author.author_word(vocabulary.__name__, item.word): item.label for item in vocabulary}
            told = ", ".join(f"{word} ({self.say(label)})" for word, label in words.items())
            return {"enum": list(words), "description": self.say(msg("Uno de: {words}.")).format(words=told)}
        return {
            "type": "string",
            "pattern": _PARTIAL_DAY,
            "description": self.say(msg('Fecha, mes o año, entre comillas: "2020-06-30", "2020-06", "2020".')),
        }

    def date_schema(self, schema: core_schema.DateSchema) -> Schema:
        """Describe a whole day, as text."""
        del schema
        return {
            "type": "string",
            "format": "date",
            "pattern": _DAY,
            "description": self.say(msg('Fecha como año-mes-día, entre comillas: "2020-06-30".')),
        }

    def decimal_schema(self, schema: core_schema.DecimalSchema) -> Schema:
        """Describe a number that is not written as text; its limits stand with the field."""
        del schema
        return {"type": "number"}
