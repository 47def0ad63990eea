"""How what happened is told to the addresses that asked for it."""
