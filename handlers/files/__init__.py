"""Files of what is kept: who asks for which, and how one is made, slice by slice."""
