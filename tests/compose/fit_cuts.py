#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Fits the weights of src/story/cuts.c to pages whose reading is known.

  fit_cuts.py XIANBAO NAME,... DIR...   each DIR holds pages/ and gold/, as compose.py and laid.py write them

DIRs with "test" in their names are only reported on. A logistic regression over all pairs of lines that a
block joined: whether they are of two texts. Only the measures NAMEd are fitted, the others keep their
weights: pages of one kind would pull them apart. Needs numpy and scipy. Writes the table to standard output.
"""
import multiprocessing
import os
import re
import sys

import numpy as np
from scipy.optimize import minimize

import fit

SOURCE = os.path.join(os.path.dirname(__file__), '../../src/story/cuts.c')
BARS = (-3, -4, -5)  # nats


def read(xianbao, folder, name):
    """The measures' names; for each pair of lines what was measured, and whether they are of two texts."""
    text, gold, (head, *rows) = fit.dumped(xianbao, folder, name, 'cut')
    after = fit.truth_of(text, gold)
    apart = [after.get(int(r[0])) != (int(r[1]), True) for r in rows]
    return head[2:], np.array([r[2:] for r in rows], dtype=float).reshape(-1, len(head) - 2), np.array(apart, dtype=bool)


def load(xianbao, folders):
    pages = [(xianbao, f, g) for f in folders for g in sorted(os.listdir(os.path.join(f, 'gold')))]
    with multiprocessing.Pool() as pool:
        names, x, y = zip(*pool.starmap(read, pages, chunksize=8))
    return names[0], np.concatenate(x), np.concatenate(y)


def logistic(x, y, known):
    """Weights for X, which adds to the evidence KNOWN."""
    scale = np.maximum(x.std(axis=0), fit.RARE)
    x = x / scale

    def loss(w):
        p = 1 / (1 + np.exp(-np.clip(known + x @ w, -30, 30)))
        value = -(y * np.log(p + 1e-12) + (1 - y) * np.log(1 - p + 1e-12)).sum() + 0.5 * (w @ w)
        return value, (p - y) @ x + w
    return minimize(loss, np.zeros(x.shape[1]), jac=True, method='L-BFGS-B', options={'maxiter': 500}).x / scale


def report(name, x, y, weights):
    score = x @ weights
    bars = ', '.join(f'{(y & (score >= bar)).sum()} right of {(score >= bar).sum()} above {bar}' for bar in BARS)
    print(f'{name:>24}: {bars}; of {y.sum()}', file=sys.stderr)


def main():
    xianbao, fitted, folders = sys.argv[1], sys.argv[2].split(','), sys.argv[3:]
    tests = [f for f in folders if 'test' in os.path.basename(os.path.normpath(f))]
    names, x, y = load(xianbao, [f for f in folders if f not in tests])
    with open(SOURCE, encoding='utf-8') as f:
        old = dict(re.findall(r'{"(\w+)", (-?[\d.]+), measure_', f.read()))
    use = np.array([name in fitted for name in names])
    weights = np.array([float(old[name]) for name in names])
    report('before', x, y, weights)
    weights[use] = logistic(x[:, use], y, x[:, ~use] @ weights[~use])
    report('fitted', x, y, weights)
    for t in tests:
        _, *held = load(xianbao, [t])
        report(os.path.basename(t), *held, weights)
    for name, weight in zip(names, weights):
        print(f'    {{"{name}", {weight:.2f}, measure_{name}}},')


if __name__ == '__main__':
    main()
