"""Is a request, or an answer, true to the Bot API? Checked against the facts that take_facts.py took along."""

import json
from pathlib import Path
from typing import Any

FACTS_FILE = Path(__file__).with_name("bot_api_facts.json")

PRIMITIVES: dict[str, tuple[type, ...]] = {
    "Integer": (int,),
    "Float": (int, float),
    "String": (str,),
    "Boolean": (bool,),
}


class BotApiFacts:
    """What the Bot API says of its methods and types."""

    def __init__(self, facts: dict[str, Any]) -> None:
        self._methods: dict[str, Any] = facts["methods"]
        self._types: dict[str, Any] = facts["types"]

    def check_request(self, method: str, params: dict[str, Any]) -> list[str]:
        """What is wrong with a request: parameters unknown, missing, or of another type."""
        if method not in self._methods:
            return [f"{method}: no such method"]
        known = self._methods[method]["params"]
        problems = [f"{method}.{name}: no such parameter" for name in params if name not in known]
        for name, param in known.items():
            if name in params:
                value = _unpacked(param["types"], params[name])
                problems += self._check_any(f"{method}.{name}", param["types"], value)
            elif param["required"]:
                problems.append(f"{method}.{name}: missing")
        return problems

    def check_result(self, method: str, result: Any) -> list[str]:
        """What is wrong with the result of a method."""
        return self._check_any(method, self._methods[method]["returns"], result)

    def check_value(self, type_name: str, value: Any) -> list[str]:
        """What is wrong with a value that should be of that type ("Update", "Array of Update", …)."""
        return self._check(type_name, type_name, value)

    def _check_any(self, where: str, type_names: list[str], value: Any) -> list[str]:
        """Right if it is right as one of the types; otherwise what the nearest of them says."""
        return min((self._check(where, name, value) for name in type_names), key=len)

    def _check(self, where: str, type_name: str, value: Any) -> list[str]:
        if type_name == "InputFile":  # bytes that came as a part of the body, whatever holds them
            return [f"{where}: not a file"] if isinstance(value, (dict, list, int, str)) else []
        if type_name.startswith("Array of "):
            return self._check_array(where, type_name.removeprefix("Array of "), value)
        if type_name in PRIMITIVES:
            return _check_primitive(where, type_name, value)
        if type_name not in self._types:
            return [f"{where}: {type_name} is not among the types of take_facts.py"]
        if subtypes := self._types[type_name].get("subtypes"):
            return self._check_any(where, subtypes, value)
        return self._check_fields(where, type_name, value)

    def _check_array(self, where: str, type_name: str, value: Any) -> list[str]:
        if not isinstance(value, list):
            return [f"{where}: not an Array"]
        return [
            problem for index, item in enumerate(value) for problem in self._check(f"{where}[{index}]", type_name, item)
        ]

    def _check_fields(self, where: str, type_name: str, value: Any) -> list[str]:
        if not isinstance(value, dict):
            return [f"{where}: not a {type_name}"]
        fields = self._types[type_name]["fields"]
        problems = [f"{where}.{name}: no field of {type_name}" for name in value if name not in fields]
        for name, field in fields.items():
            if name in value:
                problems += self._check_any(f"{where}.{name}", field["types"], value[name])
            elif field["required"]:
                problems.append(f"{where}.{name}: missing in {type_name}")
        return problems


def _check_primitive(where: str, type_name: str, value: Any) -> list[str]:
    is_right = isinstance(value, PRIMITIVES[type_name])
    is_truth = isinstance(value, bool)  # Python's bool is an int, but Telegram's isn't
    return [] if is_right and is_truth == (type_name == "Boolean") else [f"{where}: not of type {type_name}"]


def _unpacked(type_names: list[str], value: Any) -> Any:
    """A form carries everything as text; what should be no text is unpacked before it is checked."""
    if not isinstance(value, str) or "String" in type_names:
        return value
    try:
        return json.loads(value)
    except json.JSONDecodeError:
        return value


def load_facts() -> BotApiFacts:
    """The facts that were taken along."""
    return BotApiFacts(json.loads(FACTS_FILE.read_text("utf-8")))
