"""What the buttons of results carry."""

RESULTS = "rsy"
"""A year's results: the year."""

LIST, CARD = "rsl", "rsk"
"""Earlier results: a page, or one by its id."""

ENTER, CORRECT = "rsn", "rsc"
"""Enter an earlier result; or say what is right instead of one: its id."""

COUNT_PROGRAMME = "ptn"
