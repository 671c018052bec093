#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Fits the weights of src/story/confidence.inc to pages whose reading is known.

  fit_confidence.py XIANBAO DIR...      each DIR holds pages/ and gold/, as compose.py and laid.py write them

A logistic regression: whether a story is right (its text's characters are those of one true story, Jaccard
.98 or more), given what the program measured. Needs numpy and scipy. Writes the table to standard output.
"""
import json
import os
import subprocess
import sys

import numpy as np
from scipy.optimize import minimize

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'gold'))
import score  # noqa: E402

HEADS = ('headline', 'kicker', 'subtitle', 'byline')
RIGHT = .983  # of those called sure
STEPS = (0, .3, .5, .7, .8, .9, .95, 1.01)


def truth_of(page, gold):
    return [{i for b in s['blocks'] if b['role'] not in HEADS for _, row in page.chars(b['lines']) for i in row}
            for s in gold['stories']]


def split(xianbao, option, path):
    out = subprocess.run([xianbao, 'split', option, path], stdout=subprocess.PIPE, check=False).stdout
    return out.decode().splitlines()


def rows_of(xianbao, folder, name):
    """Yields (what was measured, whether the story is right), and first the measures' names."""
    with open(os.path.join(folder, 'gold', name), encoding='utf-8') as f:
        gold = json.load(f)
    path = os.path.join(folder, 'pages', gold['source'])
    with open(path, 'rb') as f:
        page = score.Page(f.read().decode(gold.get('encoding', 'utf-8')).lstrip('\ufeff'), gold)
    wanted = truth_of(page, gold)
    head, *rows = [r.split()[1:] for r in split(xianbao, '--dump=confidence', path)]
    yield head[1:]
    measured = {r[0]: [float(v) for v in r[1:]] for r in rows}
    for story in map(json.loads, split(xianbao, '--format=json', path)):
        if story['kind'] == 'residue':
            continue
        got = {i for b in story['blocks'] if b['role'] not in HEADS for start, end in b['spans']
               for i in range(page.b2c[start], page.b2c[end]) if not score.is_blank(page.text[i])}
        best = max((len(got & w) / max(1, len(got | w)) for w in wanted), default=0)
        yield measured[str(story['blocks'][0]['spans'][0][0])], best >= .98


def fit(x, y):
    def loss(w):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        return (-(y * np.log(p + 1e-9) + (1 - y) * np.log(1 - p + 1e-9)).sum() + .5 * (w @ w), (p - y) @ x + w)
    return minimize(loss, np.zeros(x.shape[1]), jac=True).x


def main():
    x, y = [], []
    for folder in sys.argv[2:]:
        for name in sorted(os.listdir(os.path.join(folder, 'gold'))):
            names, *rows = rows_of(sys.argv[1], folder, name)
            x += [r[0] for r in rows]
            y += [r[1] for r in rows]
    x, y = np.array(x), np.array(y, dtype=float)
    w = fit(x, y)
    p = 1 / (1 + np.exp(-x @ w))
    for low, high in zip(STEPS, STEPS[1:]):
        mine = (p >= low) & (p < high)
        if mine.any():
            print(f'{low:.2f}-{high:.2f} {mine.sum()} right {y[mine].mean():.3f}', file=sys.stderr)
    order = np.argsort(-p)
    right = np.cumsum(y[order]) / np.arange(1, len(y) + 1)
    safe = np.flatnonzero(right >= RIGHT)
    if len(safe):
        least = p[order][safe[-1]]
        print(f'{safe[-1] + 1} above {least:.3f} are right in {RIGHT}: CAUTION {np.log(least / (1 - least)) - np.log(9):.2f}', file=sys.stderr)
    for name, weight in zip(names, w):
        print(f'    {{"{name}", {weight:.2f}, measure_{name}}},')


if __name__ == '__main__':
    main()
