"""What is asked about accounts."""

from donghanh.accounts.queries.factors import (
    WAIVED,
    Factors,
    factors_of,
    lacks_second_factor,
    second_factor_is_waived,
)
from donghanh.accounts.queries.sessions import open_sessions

__all__ = ["WAIVED", "Factors", "factors_of", "lacks_second_factor", "open_sessions", "second_factor_is_waived"]
