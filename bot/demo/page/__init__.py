"""The demo's web page: what it is told, what it may ask for, and the files that the browser gets."""
