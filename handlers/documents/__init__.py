"""Documents: ordered here, made when they are sent, registered by people."""
