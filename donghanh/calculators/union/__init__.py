"""Calculators of the union’s money: members’ dues and the employer’s fund."""

from donghanh.calculators.union import dues, fund

__all__ = ["dues", "fund"]
