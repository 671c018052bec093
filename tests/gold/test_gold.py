#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Holds the figures of the five real pages: they may rise, never fall.

  test_gold.py XIANBAO            compares them with figures.json
  test_gold.py --regenerate XIANBAO   writes figures.json and says what became of it

The figures are those of score.py, per page and over all; pages/ holds what a careful reader made of
the pages in content/.
"""
import json
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
CONTENT = os.path.join(HERE, '..', '..', 'content')
FIGURES = os.path.join(HERE, 'figures.json')
FEWER_IS_BETTER = ('lost', 'twice', 'spaced')
# What a figure over all pages has to be in any case.
LEAST = {'separation': .90, 'joins': .97, 'breaks': .90, 'bylines': .90}
MOST = {'lost': 0, 'twice': 0, 'spaced': 0}


def measure(xianbao):
    """Returns {page: {figure: number}}, with the figures over all pages under "all"."""
    out = subprocess.run(
        [sys.executable, os.path.join(HERE, 'score.py'), '--json', '--cmd',
         f'"{xianbao}" split --format=json', '--pages', CONTENT, '--gold', os.path.join(HERE, 'pages')],
        capture_output=True, text=True, check=False)
    if out.returncode:
        sys.exit(f'1..1\nnot ok 1 - pages can be scored\n# {out.stdout}{out.stderr}')
    scored = json.loads(out.stdout)
    rows = dict(scored['pages'], all=scored['mean'])
    return {page: {figure: round(number, 3) for figure, number in row.items()
                   if not figure.startswith('_') and number is not None}
            for page, row in rows.items()}


def regenerate(figures):
    text = json.dumps(figures, indent=1, sort_keys=True) + '\n'
    old = open(FIGURES, encoding='utf-8').read() if os.path.exists(FIGURES) else None
    with open(FIGURES, 'w', encoding='utf-8') as f:
        f.write(text)
    print('figures.json', 'created' if old is None else 'same' if old == text else 'replaced')


def cases(now, then):
    """Yields (name of a case, whether it holds, what to say if not)."""
    for page, row in then.items():
        for figure, number in row.items():
            got = now.get(page, {}).get(figure)
            fell = got is None or (got > number if figure in FEWER_IS_BETTER else got < number)
            yield f'{figure} of {page}', not fell, f'was {number}, is {got}'
    for figure, least in LEAST.items():
        yield f'{figure} at least {least}', now['all'][figure] >= least, f'is {now["all"][figure]}'
    for figure, most in MOST.items():
        yield f'{figure} at most {most}', now['all'][figure] <= most, f'is {now["all"][figure]}'


def main():
    arguments = sys.argv[1:]
    now = measure(arguments[-1])
    if arguments[0] == '--regenerate':
        return regenerate(now)
    with open(FIGURES, encoding='utf-8') as f:
        results = list(cases(now, json.load(f)))
    print(f'1..{len(results)}')
    for number, (name, holds, why) in enumerate(results, 1):
        print(f'{"ok" if holds else "not ok"} {number} - {name}' + ('' if holds else f': {why}'))
    return None


main()
