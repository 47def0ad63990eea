"""What may change: a level is proposed by one officer and approved by another."""

from donghanh.calculators.services.rates import approve_rate, propose_rate, refuse_rate, withdraw_rate

__all__ = ["approve_rate", "propose_rate", "refuse_rate", "withdraw_rate"]
