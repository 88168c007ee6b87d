"""How the page says what to try, in its two languages. A button or a command is named as it stands on the phone."""

from bot.demo.city_description import Label

REPORT = Label("Erbjud en plats", "Offer a place")
CLAIM = Label("Ta den som matchare", "Claim it as a matcher")
START = Label("Bekräfta en start", "Confirm a start")
IMPORT = Label("Ta in avtal", "Take contracts in")
INVITE = Label("Bjud in någon", "Invite somebody")
MEETING = Label("Boka ett möte", "Book a meeting")
CLOCK = Label("Flytta fram klockan", "Move the clock")

MOVE_CLOCK = Label(
    "Tryck på en av klockans knappar, så kommer påminnelser och frågor till telefonerna.",
    "Press one of the clock's buttons: reminders and questions come to the phones.",
)


def write(command: str, name: str) -> Label:
    """A command that begins a form."""
    return Label(
        f"Skriv {command} hos {name}, och svara på frågorna.",
        f"Write {command} on {name}'s phone, and answer the questions.",
    )


def write_and_press(command: str, name: str, button: str) -> Label:
    """A command whose answer has the button."""
    return Label(
        f"Skriv {command} hos {name}, och tryck på ”{button}”.",
        f"Write {command} on {name}'s phone, and press “{button}”.",
    )


def write_and_open(command: str, name: str, button: str) -> Label:
    """A command whose list leads to a card with the button."""
    return Label(
        f"Skriv {command} hos {name}, öppna erbjudandet och tryck på ”{button}”.",
        f"Write {command} on {name}'s phone, open the offer, and press “{button}”.",
    )


def press(button: str, name: str) -> Label:
    """A button that is there already."""
    return Label(f"Tryck på ”{button}” hos {name}.", f"Press “{button}” on {name}'s phone.")


def send_sample(name: str) -> Label:
    """The sample file, by the paperclip."""
    return Label(
        f"Tryck på gemet hos {name}, och skicka exempelfilen med avtal.",
        f"Press the paperclip on {name}'s phone, and send the sample file with contracts.",
    )


def choose_how(name: str) -> Label:
    """The file is shown, and waits for a word."""
    return Label(
        f"Läs vad filen ändrar hos {name}, och välj hur avtalen ska tas in.",
        f"Read what the file changes on {name}'s phone, and choose how to take the contracts in.",
    )


def open_link(name: str) -> Label:
    """The invitation is there, and nobody has come in by it."""
    return Label(
        f"Tryck på länken i inbjudan hos {name}, och öppna den på en ny telefon.",
        f"Press the link in the invitation on {name}'s phone, and open it on a new phone.",
    )
