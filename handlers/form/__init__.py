"""Forms: questions in a row, answered by presses or texts, with a way back and a way out at each. Every form is one."""
