#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Holds the figures of composed and hand-laid pages: none may fall by more than .01.

  test_figures.py XIANBAO            compares them with figures.json
  test_figures.py --update XIANBAO   writes figures.json and says what rose and what fell

The pages are the same ones every time, PAGES of each level of compose.py from all story files, as many of
typed.py, and those of laid.py; who adds a story or a page updates the figures in the same commit. What they mean, score.py says.
"""
import json
import os
import sys
import tempfile

import sets

FIGURES = os.path.join(sets.HERE, 'figures.json')
PAGES, SEED = 40, 31
HELD = ('lost', 'twice', 'spaced', 'separation', 'stories', 'joins', 'hardjoins', 'breaks', 'headline', 'bylines',
        'roles', 'kind', 'cut', 'text')
FEWER_IS_BETTER = ('lost', 'twice', 'spaced')  # counts, which may not rise at all
TOLERANCE = .01 + 1e-9


def measure_all(xianbao):
    """{set: {figure: number}}; test_gold.py holds those of the real pages."""
    with tempfile.TemporaryDirectory() as folder:
        made = sets.make(folder, PAGES, SEED)
        del made['real']
        return {name: {f: v for f, v in sets.measure(xianbao, *made[name]).items() if f in HELD} for name in made}


def holds(figure, now, then):
    if now is None:
        return False
    return now <= then if figure in FEWER_IS_BETTER else now >= then - TOLERANCE


def cases(now, then):
    """Yields (name of a case, whether it holds, what to say if not)."""
    for name, figures in then.items():
        for figure, number in figures.items():
            got = now.get(name, {}).get(figure)
            yield f'{figure} of {name} pages', holds(figure, got, number), f'was {number}, is {got}'
    for name in now:
        if name not in then:
            yield f'{name} pages have figures', False, 'test_figures.py --update writes them'


def read_figures():
    if not os.path.exists(FIGURES):
        return {}
    with open(FIGURES, encoding='utf-8') as f:
        return json.load(f)


def update(now):
    then = read_figures()
    with open(FIGURES, 'w', encoding='utf-8') as f:
        f.write(json.dumps(now, indent=1, sort_keys=True) + '\n')
    for name, figures in now.items():
        for figure, number in figures.items():
            was = then.get(name, {}).get(figure)
            if was != number:
                print(f'{name:>10} {figure:<11} {"new" if was is None else was} → {number}')
    print('figures.json', 'created' if not then else 'same' if then == now else 'replaced')


def main():
    now = measure_all(sys.argv[-1])
    if '--update' in sys.argv[1:-1]:
        update(now)
        return 0
    results = list(cases(now, read_figures()))
    failed = sum(not good for _, good, _ in results)
    print(f'1..{len(results)}')
    for number, (name, good, why) in enumerate(results, 1):
        print(f'{"ok" if good else "not ok"} {number} - {name}' + ('' if good else f'\n# {why}'))
    print(f'# {len(results) - failed} passed, {failed} failed')
    return failed > 0


if __name__ == '__main__':
    sys.exit(main())
