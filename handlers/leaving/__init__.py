"""What becomes of what is open for somebody who leaves, hands it over or can no longer be reached."""
