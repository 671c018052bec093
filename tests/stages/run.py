#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Pages and what the splitter makes of them, as pairs to be read.

  run.py XIANBAO FILE…                compares
  run.py --regenerate XIANBAO FILE…   writes what the splitter makes of them now and says what changed

A case is a line "== what it shows", the lines of a page, a line "-- STAGE", and the lines that
`xianbao split --dump=STAGE` prints for it. In pages · stands for a blank at a line's end, ␌ for a form
feed. Lines before the first case are the file's own. How sure a story is changes whenever weights are fitted
and is left out: tests/story/test_confidence.c tests it.
"""
import re
import subprocess
import sys

STAGES = ('lines', 'blocks', 'fragments', 'stories')
CONFIDENCE = re.compile(r'^(story|photo) [01]\.\d\d', re.M)


def read_cases(path):
    """Returns the lines before the first case, and [name, page, stage, expected] of each."""
    head, cases, part = [], [], None
    for line in open(path, encoding='utf-8').read().split('\n'):
        if line.startswith('== '):
            part = []
            cases.append([line[3:], part, None, []])
        elif line.startswith('-- ') and line[3:] in STAGES:
            part = []
            cases[-1][2:] = [line[3:], part]
        else:
            (head if part is None else part).append(line)
    return head, [[name, trim(page), stage, CONFIDENCE.sub(r'\1', trim(expected))] for name, page, stage, expected in cases]


def trim(lines):
    while lines and not lines[-1]:
        lines.pop()
    return '\n'.join(lines + ['']) if lines else ''


def page_of(text):
    return '\n'.join(line[:-1] + ' ' if line.endswith('·') else line
                     for line in text.replace('␌', '\f').split('\n'))


def split(xianbao, stage, page):
    run = subprocess.run([xianbao, 'split', f'--dump={stage}'], input=page_of(page).encode(),
                         capture_output=True, check=False)
    return CONFIDENCE.sub(r'\1', run.stdout.decode())


def regenerate(xianbao, path):
    head, cases = read_cases(path)
    text = '\n'.join(head).rstrip('\n') + '\n\n' if any(head) else ''
    states = []
    for name, page, stage, expected in cases:
        made = split(xianbao, stage or 'stories', page)
        states.append('created' if stage is None else 'same' if made == expected else 'replaced')
        text += f'== {name}\n{page}-- {stage or "stories"}\n{made}\n'
        if states[-1] != 'same':
            print(f'{path}: {name}: {states[-1]}')
    with open(path, 'w', encoding='utf-8') as f:
        f.write(text.rstrip('\n') + '\n')
    print(f'{path}:', ', '.join(f'{states.count(s)} {s}' for s in ('created', 'replaced', 'same')))


def main():
    arguments = sys.argv[1:]
    if arguments[0] == '--regenerate':
        for path in arguments[2:]:
            regenerate(arguments[1], path)
        return
    number = 0
    for path in arguments[1:]:
        for name, page, stage, expected in read_cases(path)[1]:
            number += 1
            made = split(arguments[0], stage or 'stories', page)
            print(f'{"ok" if made == expected else "not ok"} {number} - {name}')
            if made != expected:
                print(''.join(f'# wanted: {line}\n' for line in expected.split('\n')[:-1]) +
                      ''.join(f'# made:   {line}\n' for line in made.split('\n')[:-1]), end='')
    print(f'1..{number}')


main()
