"""How the components of the look are worked out before a template draws them."""
