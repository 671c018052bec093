#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Fits the weights of src/story/evidence.inc to pages whose reading is known.

  fit.py XIANBAO DIR...      each DIR holds pages/ and gold/, as compose.py and laid.py write them

DIRs with "test" in their names are only reported on; one that is named twice counts twice. Each page gives two
tables of links, as its passages are first put together and as they are at last; both are fitted to and reported on. A logistic regression over all choices gives a start;
a structured perceptron, which runs the same assignment as the program and moves the weights where it chose
wrongly, goes on from there (Collins 2002, averaged), the headlines' aside. Needs numpy and scipy. Writes the table to standard output.
"""
import json
import multiprocessing
import os
import subprocess
import sys

import numpy as np
from scipy.optimize import linear_sum_assignment, minimize

BODY = ('paragraph', 'subhead', 'caption', 'dateline')
PASSES = 12
RUNS = 6  # of the perceptron, in other orders; their mean is taken
SEAM = ('doubtful', 'doubtful_lean', 'runs_on', 'quotes_fit', 'quotes_left_open', 'words', 'rough', 'follows',
        'known_2', 'known_3', 'known_4', 'unknown', 'comma_end', 'digits', 'clause_alone',
        'clause_long')  # say nothing where the sentence is closed
FOR_HEADS = ('one', 'next', 'way', 'backward', 'byline', 'report', 'lead', 'sequel', 'subhead', 'continues',
             'first_line', 'bad_start', 'short_clause', 'scene', 'season')
KINDS = ('open', 'closed', 'head')
HEAD, DOUBTFUL = 2, 3
HOPELESS = -9  # nats
FALSE_SHARE = .15
RARE = 0.25  # a measure that varies less than this is taken to vary so much, lest its weight explode


def is_blank(c):
    return c.isspace() or c in '\u3000\ufeff\u200b'


def lines_of(text):
    """[(first byte, line)]."""
    lines, at = [], 0
    for line in text.split('\n'):
        lines.append((at, line))
        at += len((line + '\n').encode())
    return lines


def truth_of(text, gold):
    """{byte after a character: (byte of the character that is read after it, in the same paragraph)}."""
    lines, after = lines_of(text), {}
    for story in gold['stories']:
        last = None
        for block in story['blocks']:
            if block['role'] not in BODY:
                continue
            same = False
            for first_line, last_line in block['lines']:
                for number in range(first_line, last_line + 1):
                    start, line = lines[number - 1]
                    for c in line:
                        size = len(c.encode())
                        if not is_blank(c):
                            if last is not None:
                                after[last] = start, same
                            last, same = start + size, True
                        start += size
    return after


def firsts_of(text, gold):
    """{byte after a headline: byte of the first character of its story's text}, and the same pairs for
    what else stands in a head, or for another copy of the headline: neither right nor wrong."""
    lines = lines_of(text)

    def edges(block):
        rows = [n for a, z in block['lines'] for n in range(a, z + 1) if not all(map(is_blank, lines[n - 1][1]))]
        start, line = lines[rows[0] - 1]
        lead = next(i for i, c in enumerate(line) if not is_blank(c))
        end, last = lines[rows[-1] - 1]
        while is_blank(last[-1]):
            last = last[:-1]
        return start + len(line[:lead].encode()), end + len(last.encode())
    first, neither = {}, set()
    for story in gold['stories']:
        heads = [b for b in story['blocks'] if b['role'] == 'headline']
        others = [b for b in story['blocks'] if b['role'] in ('kicker', 'subtitle')]
        body = [b for b in story['blocks'] if b['role'] in BODY]
        if heads and body:
            start = edges(body[0])[0]
            first[edges(heads[-1])[1]] = start
            for at, line in (lines[n - 1] for b in heads + others for a, z in b['lines'] for n in range(a, z + 1)):
                neither.add((at + len(line.rstrip(' \u3000\f').encode()), start))
    return first, {(end, start) for end, start in neither if first.get(end) != start}


def used(name, kind):
    if name.startswith('shift'):  # an open sentence goes on whatever is spoken of
        return kind != 0
    if name.startswith('claimed'):
        return kind == 1
    if kind == HEAD:
        return name in FOR_HEADS or name.startswith(('head_', 'picture', 'headed', 'start_'))
    return not name.startswith(('head_', 'picture', 'headed', 'start_')) and (kind == 0 or name not in SEAM)


def dumped(xianbao, folder, name, word):
    """A page's text, its gold reading, and the rows of its dump that begin with WORD, in words; the first of each
    table has the measures' names."""
    with open(os.path.join(folder, 'gold', name), encoding='utf-8') as f:
        gold = json.load(f)
    path = os.path.join(folder, 'pages', gold['source'])
    with open(path, 'rb') as f:
        text = f.read().decode(gold.get('encoding', 'utf-8')).lstrip('\ufeff')
    out = subprocess.run([xianbao, 'split', '--dump=links', path], capture_output=True, check=True)
    return text, gold, [r.split()[1:] for r in out.stdout.decode().split('\n') if r.startswith(word + ' ')]


class Case:
    """A page's table of links: rows of measures, which choices are true, and where they stand in the assignment."""

    def __init__(self, table, after, firsts):
        self.head, *rows = table
        self.read(rows, after, firsts)

    def read(self, rows, after, firsts):
        first, neither = firsts
        self.names = self.head[3:]
        kind = [int(r[2]) for r in rows]
        self.kind = np.array([k % 3 for k in kind], dtype=int)
        self.place(rows, [(r[0], k) for r, k in zip(rows, kind)], [r[1] for r in rows])
        self.y = np.zeros(len(rows), dtype=bool)
        unended = set()
        for i, (r, k) in enumerate(zip(rows, kind)):
            end, start = int(r[0]), int(r[1])
            to, same = after.get(end, (None, False))
            self.y[i] = first.get(end) == start if k == HEAD else to == start and (same or k != DOUBTFUL)
            if k == DOUBTFUL and self.y[i]:
                unended.add(end)
        for i, (r, k) in enumerate(zip(rows, kind)):
            self.y[i] &= int(r[0]) not in unended or k == DOUBTFUL
        self.neither = np.array([k == HEAD and (int(r[0]), int(r[1])) in neither for r, k in zip(rows, kind)], dtype=bool)
        self.x = np.array([r[3:] for r in rows], dtype=np.float32).reshape(-1, len(self.names))
        for k in range(3):
            self.x[self.kind == k] *= np.array([used(name, k) for name in self.names], dtype=np.float32)

    def place(self, rows, ends, starts):
        row, col = {}, {}
        self.row = np.array([row.setdefault(e, len(row)) for e in ends], dtype=int)
        self.col = np.array([col.setdefault(s, len(col)) for s in starts], dtype=int)
        self.shape = len(row), len(col)

    def drop(self, keep):
        """Leaves only the choices that may be made."""
        self.x, self.y, self.kind = self.x[keep], self.y[keep], self.kind[keep]
        self.row, self.col, self.neither = self.row[keep], self.col[keep], self.neither[keep]

    def score(self, weights):
        return np.einsum('ij,ij->i', self.x, weights.reshape(3, -1).astype(np.float32)[self.kind])

    def sum(self, rows):
        """The measures of some choices, added up by kind."""
        total = np.zeros((3, self.x.shape[1]))
        np.add.at(total, self.kind[rows], self.x[rows])
        return total.ravel()

    def choose(self, weights, lean=0.0):
        score = self.score(weights) + lean * np.where(self.y, -1.0, 1.0)
        table = np.full(self.shape, -1e-9)
        place = np.full(self.shape, -1)
        good = score > 0
        table[self.row[good], self.col[good]] = score[good]
        place[self.row[good], self.col[good]] = np.flatnonzero(good)
        rows, cols = linear_sum_assignment(-np.maximum(table, 0))
        picked = place[rows, cols]
        chosen = np.zeros(len(self.y), dtype=bool)
        chosen[picked[picked >= 0]] = True
        return chosen


def logistic(cases, rng):
    """One regression a kind, over all true choices and a share of the false ones."""
    weights = []
    for k in range(3):
        x, y = [], []
        for c in cases:
            mine = (c.kind == k) & (c.y | (rng.random(len(c.y)) < FALSE_SHARE))
            x.append(c.x[mine])
            y.append(c.y[mine])
        x, y = np.concatenate(x).astype(float), np.concatenate(y).astype(float)
        scale = np.maximum(x.std(axis=0), RARE)
        x /= scale

        def loss(w):
            p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
            value = -(y * np.log(p + 1e-12) + (1 - y) * np.log(1 - p + 1e-12)).sum() + 1.5 * (w @ w)
            return value, ((p - y) @ x) + 3 * w
        weights.append(minimize(loss, np.zeros(x.shape[1]), jac=True, method='L-BFGS-B', options={'maxiter': 300}).x / scale)
    return np.concatenate(weights)


def perceptron(cases, weights, rng):
    x = np.concatenate([c.x[rng.random(len(c.y)) < FALSE_SHARE] for c in cases])
    scale = np.tile(np.maximum(x.std(axis=0), RARE), 3)
    w, total, n = weights * scale, np.zeros_like(weights), 0
    start = w.copy()
    for turn in range(PASSES):
        rate = 0.02 / (1 + turn / 2)
        for i in rng.permutation(len(cases)):
            case = cases[i]
            chosen = case.choose(w / scale, lean=1.0)
            step = (case.sum(case.y & ~chosen) - case.sum(chosen & ~case.y & ~case.neither)) / scale
            step[HEAD * len(step) // 3:] = 0  # headlines are too few
            w += rate * step - 0.0004 * (w - start)
            if turn >= PASSES // 3:
                total += w
                n += 1
    return total / n / scale


def count(cases, weights):
    """How many choices of each kind are right, are made, and are true."""
    right, said, true = (np.zeros(len(KINDS), dtype=int) for _ in range(3))
    for case in cases:
        chosen = case.choose(weights)
        for k in range(len(KINDS)):
            mine = case.kind == k
            right[k] += (case.y & chosen & mine).sum()
            said[k] += (chosen & ~case.neither & mine).sum()
            true[k] += (case.y & mine).sum()
    return right, said, true


def report(name, cases, weights):
    line = [f'{word} P {r / max(s, 1):.3f} R {r / max(t, 1):.3f} of {t}' for word, r, s, t in zip(KINDS, *count(cases, weights))]
    print(f'{name:>24}: {"; ".join(line)}', file=sys.stderr)


def cases_of(xianbao, folder, name):
    """A page's cases: its passages as they are first put together, and as they are at last."""
    text, gold, rows = dumped(xianbao, folder, name, 'link')
    heads = [i for i, r in enumerate(rows) if r[0] == 'from'] + [len(rows)]
    after, firsts = truth_of(text, gold), firsts_of(text, gold)
    return [Case(rows[a:z], after, firsts) for a, z in zip(heads, heads[1:])]


def load(xianbao, folders):
    pages = [(xianbao, f, g) for f in folders for g in sorted(os.listdir(os.path.join(f, 'gold')))]
    with multiprocessing.Pool() as pool:
        return [case for cases in pool.starmap(cases_of, pages, chunksize=8) for case in cases]


def main():
    xianbao, folders = sys.argv[1], sys.argv[2:]
    tests = [f for f in folders if 'test' in os.path.basename(os.path.normpath(f))]
    train = [c for c in load(xianbao, [f for f in folders if f not in tests]) if len(c.y)]
    names = train[0].names
    rng = np.random.default_rng(1)
    weights = logistic(train, rng)
    report('logistic, fitted', train, weights)
    held = {t: [c for c in load(xianbao, [t]) if len(c.y)] for t in tests}
    for t in tests:
        report(os.path.basename(t), held[t], weights)
    for case in train:
        case.drop(case.y | (case.score(weights) > HOPELESS))
    weights = np.mean([perceptron(train, weights, np.random.default_rng(run)) for run in range(RUNS)], axis=0)
    report('perceptron, fitted', train, weights)
    for t in tests:
        report(os.path.basename(t), held[t], weights)
    n = len(names)
    for i, name in enumerate(names):
        values = ', '.join(f'{weights[k * n + i]:.2f}' for k in range(3))
        print(f'MEASURE({name}, {values})')


if __name__ == '__main__':
    main()
