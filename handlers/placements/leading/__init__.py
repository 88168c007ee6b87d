"""What the matcher says of a placement, from that they have met until somebody begins, or nothing comes of it."""
