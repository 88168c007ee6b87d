"""The weeks ahead: what the bot will send to whom if nothing happens before; now, or once a file is taken in."""
