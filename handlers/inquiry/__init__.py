"""A matcher asks a supplier about a slot through the bot, and the answer is passed back: screened, kept, in order."""
