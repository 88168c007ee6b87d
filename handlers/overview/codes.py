"""What the buttons of the overview carry; the way to it from other houses is `doorways.OVERVIEW`."""

YEAR_PICTURE = "ovy"
"""A year month by month: the year."""

BREAKDOWN, PART = "ovb", "ovp"
"""A year's parts: the year, the place of the `Breakdown`, and the page; or one of them: what it is of, and the page of
its offers, behind the same."""

BEHIND = "ovs"
"""What a number is made of: the year, the place of the `GoalState`, and the page."""

RESULTS = "ovl"
"""The list of results: the year."""

GOALS, SET_GOAL = "ovg", "ovn"
"""All goals that were ever set: the page. Set one."""
