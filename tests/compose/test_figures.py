#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Holds the figures of composed and hand-laid pages: they may rise, never fall.

  test_figures.py XIANBAO                compares them with figures.json
  test_figures.py --regenerate XIANBAO   writes figures.json and says what became of it

The pages are the same ones every time. What they are made of, and what the figures mean, say compose.py,
laid.py and score.py.
"""
import json
import os
import sys
import tempfile

import sets

FIGURES = os.path.join(sets.HERE, 'figures.json')
PAGES, SEED = 16, 7
HELD = ('lost', 'twice', 'spaced', 'separation', 'stories', 'joins', 'hardjoins', 'breaks', 'headline', 'bylines',
        'roles', 'kind', 'cut', 'text')
FEWER_IS_BETTER = ('lost', 'twice', 'spaced')
SLACK = 0.004  # one story of a hundred is no fall


def measure_all(xianbao):
    with tempfile.TemporaryDirectory() as folder:
        made = sets.make(folder, PAGES, SEED)
        return {name: {f: v for f, v in sets.measure(xianbao, *made[name]).items() if f in HELD} for name in made}


def cases(now, then):
    """Yields (name of a case, whether it holds, what to say if not)."""
    for name, figures in then.items():
        for figure, number in figures.items():
            got = now[name].get(figure)
            if figure in FEWER_IS_BETTER:
                yield f'{figure} of {name} pages', got is not None and got <= number, f'was {number}, is {got}'
            else:
                yield f'{figure} of {name} pages', got is not None and got >= number - SLACK, f'was {number}, is {got}'


def main():
    now = measure_all(sys.argv[-1])
    if '--regenerate' in sys.argv[1:-1]:
        text = json.dumps(now, indent=1, sort_keys=True) + '\n'
        old = open(FIGURES, encoding='utf-8').read() if os.path.exists(FIGURES) else None
        with open(FIGURES, 'w', encoding='utf-8') as f:
            f.write(text)
        print('figures.json', 'created' if old is None else 'same' if old == text else 'replaced')
        return 0
    with open(FIGURES, encoding='utf-8') as f:
        results = list(cases(now, json.load(f)))
    print(f'1..{len(results)}')
    for number, (name, holds, why) in enumerate(results, 1):
        print(f'{"ok" if holds else "not ok"} {number} - {name}' + ('' if holds else f'\n# {why}'))
    return not all(holds for _, holds, _ in results)


if __name__ == '__main__':
    sys.exit(main())
