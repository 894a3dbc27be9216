"""The learned coefficients: written by benchmarks/train_grouping.py, changed by nobody else."""

from tocsin.core.grouping.decision import Coefficients

LEARNED = Coefficients(
    pair=(0.45, 0.33, 0.103, 0.091, 0.052, -0.08, 0.0, -0.074, 0.0),
    peak=0.4,
    cohesion=0.225,
    dated=0.1,
    undated=0.167,
)
