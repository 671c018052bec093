# SPDX-License-Identifier: MIT
"""Sets of pages whose reading is known, and what a xianbao makes of them."""
import json
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.join(HERE, '..', '..')
LEVELS = ('easy', 'medium', 'hard', 'columns', 'scrambled')


def run(*command):
    subprocess.run([sys.executable, *command], check=True, stdout=subprocess.DEVNULL)


def make(folder, pages, seed):
    """Writes the sets below FOLDER, PAGES pages of each level. Returns {name: (pages, gold)}."""
    sets = {'real': (os.path.join(ROOT, 'content'), os.path.join(ROOT, 'tests', 'gold', 'pages'))}
    for level in LEVELS:
        out = os.path.join(folder, level)
        run(os.path.join(HERE, 'compose.py'), '--seed', str(seed), '--level', level, '--pages', str(pages), '--out', out)
        sets[level] = (os.path.join(out, 'pages'), os.path.join(out, 'gold'))
    out = os.path.join(folder, 'typed')
    run(os.path.join(HERE, 'typed.py'), '--seed', str(seed), '--pages', str(pages), '--out', out)
    sets['typed'] = (os.path.join(out, 'pages'), os.path.join(out, 'gold'))
    out = os.path.join(folder, 'laid')
    run(os.path.join(HERE, '..', 'laid', 'laid.py'), '--out', out)
    sets['laid'] = (os.path.join(out, 'pages'), os.path.join(out, 'gold'))
    return sets


def measure(xianbao, pages, gold):
    """{figure: number} over all pages of a set."""
    out = subprocess.run(
        [sys.executable, os.path.join(HERE, '..', 'gold', 'score.py'), '--json', '--cmd',
         f'"{xianbao}" split --format=json', '--pages', pages, '--gold', gold],
        capture_output=True, text=True, check=False)
    if out.returncode:
        raise RuntimeError(f'{pages} cannot be scored: {out.stdout[-300:]}{out.stderr[-300:]}')
    return {name: round(number, 3) for name, number in json.loads(out.stdout)['mean'].items() if number is not None}
