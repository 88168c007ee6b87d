"""The state of the city and its phones as the page reads it: plain values, ready for JSON."""

from typing import TypeAlias

from bot.demo.city_description import CityDescription, Coming, DemoCity, Label, PhoneDescription, Step, Way
from bot.demo.local_telegram import Button, Message
from domain.language import Language
from messages.pictures.drawing import Colours
from messages.pictures.goal import GoalPicture
from messages.pictures.goal_drawing import in_words
from messages.pictures.picture import card_of

# A phone shows the end of its chat. Sending all of it at every change keeps the page from missing
# an update; sending more than this would make a long afternoon's chat heavy.
MESSAGES_SHOWN = 100

Json: TypeAlias = dict[str, object]


async def whole_page(city: DemoCity) -> Json:
    """Everything at once: what a page needs that has just been opened or was away."""
    return {"city": await city_state(city), "phones": [phone_state(city, one) for one in known_phones(city)]}


def known_phones(city: DemoCity) -> list[int]:
    """Every phone that the page shows, in its order."""
    return [phone.user_id for phone in city.describe().phones]


async def city_state(city: DemoCity) -> Json:
    """The header's part: the clock, the results, whose phones there are, and what is due next."""
    await city.look_around()
    description = city.describe()
    return _described(description) | {"coming": [_coming(one) for one in await city.coming()]}


def phone_state(city: DemoCity, user_id: int) -> Json:
    """One phone's chat as it stands."""
    phone = city.telegram.phones[user_id]
    return {
        "user_id": user_id,
        "has_started": phone.has_started,
        "has_blocked": phone.has_blocked,
        "language": city.language_of(user_id),
        "commands": [{"command": command, "about": about} for command, about in phone.commands],
        "messages": [_message(message) for message in phone.messages[-MESSAGES_SHOWN:]],
    }


def _described(city: CityDescription) -> Json:
    return {
        "name": city.name,
        "now": city.now.isoformat(),
        "timezone": city.timezone,
        "goal": _goal(city.goal),
        "results": [{"kind": _label(result.kind), "number": result.number} for result in city.results],
        "phones": [_owner(phone) for phone in city.phones],
        "steps": [_step(step) for step in city.steps],
    }


def _goal(goal: GoalPicture) -> Json:
    """Its numbers, the same in words, and what tells one picture of it from the next."""
    return {
        "number": goal.confirmed,
        "goal": goal.goal,
        "in_words": {language.value: in_words(goal, language) for language in Language},
        "picture": card_of(goal, Language.SWEDISH, Colours.LIGHT).hash,
    }


def _owner(phone: PhoneDescription) -> Json:
    return {
        "user_id": phone.user_id,
        "name": phone.name,
        "role": _label(phone.role),
        "belongs_to": phone.belongs_to,
        "supplier": phone.supplier,
        "note": _label(phone.note) if phone.note else None,
    }


def _step(step: Step) -> Json:
    return {"title": _label(step.title), "is_done": step.is_done, "way": _way(step.way) if step.way else None}


def _way(way: Way) -> Json:
    return {"how": _label(way.how), "user_id": way.user_id, "lies_in": way.lies_in, "message_id": way.message_id}


def _coming(coming: Coming) -> Json:
    return {"at": coming.at.isoformat(), "text": _label(coming.text), "to_whom": _label(coming.to_whom)}


def _label(label: Label) -> Json:
    return {"sv": label.sv, "en": label.en}


def _message(message: Message) -> Json:
    return {
        "message_id": message.message_id,
        "from_bot": message.from_bot,
        "kind": message.kind,
        "html": message.html,
        "buttons": [[_button(button) for button in row] for row in message.buttons],
        "at": message.at.isoformat(),
        "edited": message.edited,
        "silent": message.silent,
        "pinned": message.pinned,
        "file_name": message.file_name,
        "has_file": message.file_id is not None,
        "reply_to": message.reply_to,
    }


def _button(button: Button) -> Json:
    return {"text": button.text, "data": button.data, "url": button.url, "style": button.style}
