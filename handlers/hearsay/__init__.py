"""What staff hear a supplier say outside Steget: written down, it counts, and the supplier may object."""
