"""Official reports: what stands in them, how they are sealed, written out and compared."""
