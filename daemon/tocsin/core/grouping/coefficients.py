"""The learned coefficients: written by benchmarks/train_grouping.py, by nobody else."""

from tocsin.core.grouping.decision import Coefficients

LEARNED = Coefficients(
    pair=(0.34, 0.2235, 0.1899, 0.15, 0.0634, -0.08, 0.03, -0.09, 0.12, 0.25, -0.05, -0.1411),
    peak=0.3385,
    cohesion=0.3704,
    dated=0.075,
    undated=0.2404,
)
