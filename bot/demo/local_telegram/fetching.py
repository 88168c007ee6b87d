"""The methods by which the bot gets its updates: by long poll or by webhook."""

from typing import Any

from bot.demo.local_telegram.parameters import Parameters
from bot.demo.local_telegram.refusal import conflict
from bot.demo.local_telegram.telegram import LocalTelegram

WEBHOOK_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


async def get_updates(telegram: LocalTelegram, parameters: Parameters) -> list[dict[str, Any]]:
    """`getUpdates`: what has happened since, or the first thing that does."""
    if telegram.webhook.url:
        raise conflict(WEBHOOK_ACTIVE)
    _read_allowed_updates(telegram, parameters)
    offset, limit = parameters.integer("offset"), parameters.integer("limit")
    return await telegram.updates.take(offset, limit, parameters.integer("timeout"))


async def set_webhook(telegram: LocalTelegram, parameters: Parameters) -> bool:
    """`setWebhook`: from now on updates are posted; an empty address ends that."""
    if not parameters.text("url"):
        return await delete_webhook(telegram, parameters)
    _read_allowed_updates(telegram, parameters)
    _drop_waiting(telegram, parameters)
    await telegram.webhook.start(parameters.text("url"), parameters.text("secret_token"))
    return True


async def delete_webhook(telegram: LocalTelegram, parameters: Parameters) -> bool:
    """`deleteWebhook`: from now on updates wait to be fetched."""
    await telegram.webhook.stop()
    _drop_waiting(telegram, parameters)
    return True


async def get_webhook_info(telegram: LocalTelegram, _: Parameters) -> dict[str, Any]:
    """`getWebhookInfo`: where updates are posted, and how that goes."""
    return telegram.webhook.described()


def _read_allowed_updates(telegram: LocalTelegram, parameters: Parameters) -> None:
    wanted = parameters.json("allowed_updates", "allowed_updates")
    if isinstance(wanted, list):
        telegram.updates.allowed_updates = [str(kind) for kind in wanted]


def _drop_waiting(telegram: LocalTelegram, parameters: Parameters) -> None:
    if parameters.boolean("drop_pending_updates"):
        telegram.updates.waiting.clear()
