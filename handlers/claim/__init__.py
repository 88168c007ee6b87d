"""A matcher looks at an alert and takes the slot on."""
