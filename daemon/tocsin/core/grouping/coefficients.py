"""The learned coefficients: written by benchmarks/train_grouping.py, by nobody else."""

from tocsin.core.grouping.decision import Coefficients

LEARNED = Coefficients(
    pair=(
        0.3,
        0.357,
        0.2,
        0.112,
        0.127,
        0.3858,
        0.086,
        -0.091,
        0.066,
        -0.106,
        0.2,
        0.43,
        -0.091,
        -0.1434,
    ),
    peak=0.0375,
    few=0.302,
    cohesion=0.1243,
    dated=0.08,
    undated=0.285,
)
