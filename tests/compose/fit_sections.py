#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Fits the weights of src/story/sections.inc to pages whose reading is known.

  fit_sections.py XIANBAO DIR...     each DIR holds pages/ and gold/; those with "test" in their names are only reported on

A logistic regression: whether a heading between two texts is a headline or a subhead, given what the program measured.
Needs numpy and scipy. Writes the table to standard output.
"""
import multiprocessing
import os
import sys

import numpy as np
from scipy.optimize import minimize

import fit

HEADS, SUBHEADS = ('headline', 'kicker', 'subtitle'), ('subhead',)


def roles_of(text, gold):
    """{first byte of a line: the role of its block}."""
    lines, roles = fit.lines_of(text), {}
    for story in gold['stories']:
        for block in story['blocks']:
            start, line = lines[block['lines'][0][0] - 1]
            lead = next(i for i, c in enumerate(line) if not fit.is_blank(c))
            roles[start + len(line[:lead].encode())] = block['role']
    return roles


def headings_of(xianbao, folder, name):
    """The measures' names, what was measured of each heading of a page, and what is true (-1: neither)."""
    text, gold, (head, *rows) = fit.dumped(xianbao, folder, name, 'section')
    roles = roles_of(text, gold)
    true = [roles.get(int(r[0])) for r in rows]
    return (head[1:], np.array([r[1:] for r in rows], dtype=float).reshape(-1, len(head) - 1),
            np.array([1 if t in HEADS else 0 if t in SUBHEADS else -1 for t in true], dtype=int))


def load(xianbao, folder):
    with multiprocessing.Pool() as pool:
        pages = [(xianbao, folder, name) for name in sorted(os.listdir(os.path.join(folder, 'gold')))]
        return pool.starmap(headings_of, pages, chunksize=8)


def fitted(x, y):
    def loss(w):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        return -(y * np.log(p + 1e-9) + (1 - y) * np.log(1 - p + 1e-9)).sum() + .5 * (w @ w), (p - y) @ x + w
    return minimize(loss, np.zeros(x.shape[1]), jac=True).x


def flat(pages):
    x, y = (np.concatenate([p[i] for p in pages]) for i in (1, 2))
    return x[y >= 0], y[y >= 0].astype(float)


def report(name, x, y, w):
    said = x @ w > 0
    print(f'{name:>14}: {len(y)}, headlines {int(y.sum())}; right of headlines {(said & (y > 0)).sum() / max(1, y.sum()):.3f}, '
          f'of subheads {(~said & (y == 0)).sum() / max(1, (y == 0).sum()):.3f}; '
          f'by the page {((x[:, 1] >= 0) == (y > 0)).mean():.3f}, now {(said == (y > 0)).mean():.3f}', file=sys.stderr)


def main():
    xianbao, folders = sys.argv[1], sys.argv[2:]
    sets = [(os.path.basename(os.path.normpath(f)), load(xianbao, f)) for f in folders]
    train = [p for name, pages in sets if 'test' not in name for p in pages]
    names = train[0][0]
    w = fitted(*flat(train))
    for name, pages in sets:
        if pages:
            report(name, *flat(pages), w)
    for name, weight in zip(names, w):
        print(f'MEASURE({name}, {weight:.2f})')


if __name__ == '__main__':
    main()
