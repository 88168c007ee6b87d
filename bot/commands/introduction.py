"""Ask Telegram once who the bot is."""

from telegram import Bot
from telegram.error import TelegramError

from bot.request import AiohttpRequest
from bot.settings import Settings


async def introduced(settings: Settings) -> str | None:
    """The bot's user name; None without a token, with a wrong one, or where Telegram can't be reached."""
    if settings.telegram_token is None:
        return None
    request = AiohttpRequest()
    bot = Bot(settings.token, base_url=f"{settings.telegram_api}/bot", request=request, get_updates_request=request)
    try:
        return (await bot.get_me()).username
    except TelegramError:
        return None
    finally:
        await request.shutdown()
