"""Being away until a day, and who stands in meanwhile."""
