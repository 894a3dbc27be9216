"""The learned coefficients: written by benchmarks/train_grouping.py, by nobody else."""

from tocsin.core.grouping.decision import Coefficients

LEARNED = Coefficients(
    pair=(0.34, 0.3586, 0.19, 0.15, 0.05, -0.0536, 0.03, -0.09, 0.12, 0.25, -0.05, -0.1965),
    peak=0.1714,
    cohesion=0.2888,
    dated=0.075,
    undated=0.25,
)
