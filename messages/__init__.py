"""Every word that the bot says: one template a message and language, labels, formats, menus."""
