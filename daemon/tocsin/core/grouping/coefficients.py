"""The learned coefficients: written by benchmarks/train_grouping.py, by nobody else."""

from tocsin.core.grouping.decision import Coefficients

LEARNED = Coefficients(
    pair=(0.4063, 0.2522, 0.1067, 0.09, 0.0348, -0.1168, 0.0299, -0.07, 0.02),
    peak=0.2821,
    cohesion=0.185,
    dated=0.075,
    undated=0.2616,
)
