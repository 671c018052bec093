#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""What each kind of evidence is good for: fits the weights without it, and says what that costs.

  ablate.py [--write] XIANBAO DIR...     DIRs as for fit.py; those with "test" in their names are held out

For each group of measures below, its columns are emptied, the logistic regression of fit.py is fitted
to the rest, and the page's assignment is made with that. The table has the F1 of the choices on the held-out
pages: what an open sentence goes on in, what a closed one does, which headline begins which text. --write puts it
into docs/reconstruction.md. Needs numpy and scipy.
"""
import copy
import fnmatch
import os
import sys

import numpy as np

import fit

DOCUMENT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'docs', 'reconstruction.md')
START, END = '<!-- ablate.py writes from here -->\n', '<!-- to here -->\n'
GROUPS = {
    'nearness: next, how far, backwards': 'next way backward after_open start_after_open brief',
    'that lines were joined before they were parted': 'parted',
    'what stands between: headings': 'headline lean headline_short *across_headline doubtful* subhead* after_subhead',
    'what stands between: bylines, signatures, jumps, pictures': 'byline sign_off jump photo residue head_signed',
    'how they begin and end: report, lead, sequel, section, speaker':
        'report lead sequel quotation numbered scene season outlook closing lead_common both_speak one_speaks same_mark'
        ' first_item list_opens',
    'setting: columns, indents, gaps, rows': 'continues first_line runs_on *_column both_rows one_row gap',
    'marks at the seam: quotations, commas, digits': 'quotes_* bad_start comma_end digits short_clause clause_alone clause_long '
        'commas_differ',
    'words at the seam: the dictionary': 'words rough initial han_start',
    'words at the seam: how characters follow each other': 'follows',
    'words at the seam: runs of the page': 'known_* unknown',
    'what is spoken of: words': 'common log_common near_common best_of_* apart depth wanted_common',
    'what is spoken of: characters': 'chars chars_across_headline',
    'what is spoken of: places': 'places_*',
    'what is spoken of: where it changes in a text': 'shift*',
    'headlines: what they speak of': 'head_ahead head_mutual claimed claimed_next',
    'headlines: where they stand, how sure they are':
        'head_short head_lean head_crowded head_crowd head_heaped head_heap_next head_first head_inside head_elsewhere headed picture picture_next',
    'how many texts lack a headline': 'wanted wanted_common expect',
}


def members(names, patterns):
    return [n for n in names if any(fnmatch.fnmatchcase(n, p) for p in patterns.split())]


def groups_of(names):
    """{group: its measures}, and those of no group under "others"."""
    groups = {title: members(names, patterns) for title, patterns in GROUPS.items()}
    others = [n for n in names if n != 'one' and not any(n in g for g in groups.values())]
    if others:
        groups['others: ' + ', '.join(others)] = others
    return groups


def without(cases, names, group):
    keep = np.array([n not in group for n in names], dtype=np.float32)
    emptied = [copy.copy(case) for case in cases]
    for case in emptied:
        case.x = case.x * keep
    return emptied


def f1(cases, weights):
    """The F1 of each kind of choice over all pages."""
    right, said, true = fit.count(cases, weights)
    return 2 * right / np.maximum(said + true, 1)


def fitted(cases, names):
    """Of the false choices only a share was taken; the weights are set right for that."""
    weights = fit.logistic(cases, np.random.default_rng(1))
    weights[names.index('one')::len(names)] += np.log(SHARE)
    return weights


SHARE = fit.FALSE_SHARE


def sample(cases):
    """Leaves of the false choices as many as fit.py takes, the same ones for every fit."""
    rng = np.random.default_rng(2)
    for case in cases:
        case.drop(case.y | (rng.random(len(case.y)) < SHARE))
    fit.FALSE_SHARE = 1.0


def rows_of(train, held, names):
    """Yields (what was left out, the three F1)."""
    yield 'nothing', f1(held, fitted(train, names))
    for title, group in groups_of(names).items():
        if group:
            weights = fitted(without(train, names, group), names)
            yield title, f1(without(held, names, group), weights)


def write(table):
    with open(DOCUMENT, encoding='utf-8') as f:
        text = f.read()
    before, rest = text.split(START)
    with open(DOCUMENT, 'w', encoding='utf-8') as f:
        f.write(before + START + table + END + rest.split(END)[1])


def main():
    arguments = [a for a in sys.argv[1:] if a != '--write']
    xianbao, folders = arguments[0], arguments[1:]
    tests = [f for f in folders if 'test' in os.path.basename(os.path.normpath(f))]
    train = [c for c in fit.load(xianbao, [f for f in folders if f not in tests]) if len(c.y)]
    held = [c for c in fit.load(xianbao, tests) if len(c.y)]
    if not train or not held:
        sys.exit('ablate.py: there must be folders to fit to, and folders with "test" in their names')
    sample(train)
    table = '| without | ' + ' | '.join(fit.KINDS) + ' |\n|---|' + '---|' * len(fit.KINDS) + '\n'
    print(table, end='')
    for title, figures in rows_of(train, held, train[0].names):
        row = f'| {title} | ' + ' | '.join(f'{v:.3f}' for v in figures) + ' |\n'
        print(row, end='', flush=True)
        table += row
    if '--write' in sys.argv:
        write(table)


if __name__ == '__main__':
    main()
