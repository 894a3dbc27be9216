"""The learned coefficients: written by benchmarks/train_grouping.py, by nobody else."""

from tocsin.core.grouping.decision import Coefficients

LEARNED = Coefficients(
    pair=(
        0.3,
        0.357,
        0.2,
        0.16,
        0.1267,
        0.4154,
        0.0747,
        -0.07,
        0.048,
        -0.0825,
        0.2,
        0.33,
        -0.07,
        -0.1388,
    ),
    peak=0.0848,
    few=0.2543,
    cohesion=0.1174,
    dated=0.08,
    undated=0.285,
)
