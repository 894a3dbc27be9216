"""The learned coefficients: written by benchmarks/train_grouping.py, by nobody else."""

from tocsin.core.grouping.decision import Coefficients

LEARNED = Coefficients(
    pair=(0.4636, 0.33, 0.1705, 0.0707, 0.0634, -0.08, 0.0687, -0.07, 0.02),
    peak=0.2835,
    cohesion=0.193,
    dated=0.075,
    undated=0.26,
)
