"""Inputs that no person would send, for everything that reads what a person sends."""

from donghanh.bench.fuzz.run import INPUTS, fuzz, fuzzed

__all__ = ["INPUTS", "fuzz", "fuzzed"]
