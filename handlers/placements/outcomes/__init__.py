"""What became of somebody: the matcher is asked, and no supplier is told."""
