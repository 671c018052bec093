#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Lays short news and features as pages that somebody typed cleanly, one story after the other.

  typed.py --seed N --pages K --out DIR [--texts FOLDER] [--alone] [--least N] [--most N]

writes DIR/pages/*.txt and DIR/gold/*.json as compose.py does. FOLDER (typed) holds news.txt and features.txt:
`== HEADLINE`, then a paragraph a line, `# ` before a subhead. Unless --alone, the stories of compose.py are laid too:
their first paragraphs as short news, and those with subheads, whole or of one paragraph a section.
"""
import argparse
import glob
import json
import os
import random

HERE = os.path.dirname(os.path.abspath(__file__))
NAMES = '王建国 李秀英 张少军 陈玉兰 吴海燕 何志强 林清河 段小军 赵文博 周春生'.split()


def read(path):
    """[(headline, [(role, text)])]."""
    stories = []
    with open(path, encoding='utf-8') as f:
        for line in filter(None, map(str.strip, f)):
            if line.startswith('== '):
                stories.append((line[3:], []))
            else:
                stories[-1][1].append(('subhead', line[2:]) if line.startswith('# ') else ('paragraph', line))
    return stories


def shortened(body):
    """One paragraph above the first subhead, and one below each."""
    return [b for i, b in enumerate(body) if b[0] == 'subhead' or i == 0 or body[i - 1][0] == 'subhead']


def laid_by_compose(news, features):
    for path in sorted(glob.glob(os.path.join(HERE, 'stories', '*.json'))):
        with open(path, encoding='utf-8') as f:
            for s in json.load(f):
                body = [(b['role'], b['text']) for b in s['body'] if b['role'] in ('paragraph', 'subhead')]
                if not s['headline'] or s['kind'] != 'story' or not body or body[0][0] != 'paragraph':
                    continue
                if any(role == 'subhead' for role, _ in body):
                    features += [(s['headline'], body), (s['headline'], shortened(body))]
                elif len(body[0][1]) <= 200 and body[0][1][-1] in '。！？”':
                    news += [(s['headline'], body[:1])]


class Sheet:
    """A page in the making."""

    def __init__(self, rng):
        self.rng, self.lines, self.stories = rng, [], []
        self.indent = '\u3000\u3000' if rng.random() < .6 else ''
        self.around = rng.choice((1, 1, 1, 0))      # blank lines below a headline
        self.between = rng.choice((1, 1, 1, 2)) if self.around else rng.choice((0, 1, 1))  # ... and between stories
        self.apart = rng.choice((0, 0, 1))          # ... and between paragraphs
        self.width = rng.choice((None, None, None, 18, 24, 36))
        self.report = rng.choice((0, 0, .3, 1))     # how many begin with 本报讯
        self.signed = rng.choice((0, 0, .4))

    def put(self, blocks, role, text):
        rows = [text]
        if role == 'paragraph':
            rows = [self.indent + text]
            if self.width:
                rows = wrap(self.indent + text, self.width)
        first = len(self.lines) + 1
        self.lines += rows
        blocks.append({'role': role, 'lines': [[first, len(self.lines)]], 'text': text})

    def blank(self, n):
        self.lines += [''] * n

    def add(self, headline, body, short):
        if self.lines:
            self.blank(self.between)
        blocks, people, signed = [], [], self.rng.random() < self.signed
        self.put(blocks, 'headline', headline)
        if signed and not short:
            people = [self.rng.choice(NAMES)]
            self.put(blocks, 'byline', '□ ' + people[0])
        self.blank(self.around)
        for i, (role, text) in enumerate(body):
            if i:
                self.blank(self.around if 'subhead' in (role, body[i - 1][0]) else self.apart)
            if i == 0 and short and not text.startswith('本报讯') and self.rng.random() < self.report:
                text = '本报讯 ' + text
            self.put(blocks, role, text)
        if signed and short:
            people = [self.rng.choice(NAMES)]
            self.put(blocks, 'credit', f'（{people[0]}）')
        self.stories.append({
            'id': str(len(self.stories)), 'kind': 'story', 'headline': headline, 'headline_alternatives': [], 'kicker': None, 'subtitle': None,
            'bylines': [{'name': name, 'role': 'author'} for name in people], 'truncated': {'start': False, 'end': False},
            'counties': [], 'topics': {'must': [], 'may': []}, 'blocks': blocks})


def wrap(text, width):
    """Lines of WIDTH characters, none of which begins with a stop."""
    rows = []
    while text:
        end = width
        while end < len(text) and text[end] in '，。、；：？！”’）》':
            end += 1
        rows.append(text[:end])
        text = text[end:]
    return rows


def compose(news, features, rng, least, most):
    sheet = Sheet(rng)
    manner = rng.random()
    some = rng.randint(least, most) if manner < .85 else 0
    stories = [(s, True) for s in rng.sample(news, min(some, len(news)))]
    if manner > .55:
        stories += [(s, False) for s in rng.sample(features, 1 if manner < .95 else 2)]
    rng.shuffle(stories)
    heads = set()
    for (headline, body), short in stories:
        if headline not in heads:
            sheet.add(headline, body, short)
        heads.add(headline)
    return sheet


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--seed', type=int, required=True)
    ap.add_argument('--pages', type=int, default=40)
    ap.add_argument('--out', required=True)
    ap.add_argument('--texts', default=os.path.join(HERE, 'typed'))
    ap.add_argument('--alone', action='store_true')
    ap.add_argument('--least', type=int, default=3, help='short news on a page')
    ap.add_argument('--most', type=int, default=10)
    a = ap.parse_args()
    news, features = (read(os.path.join(a.texts, name)) for name in ('news.txt', 'features.txt'))
    if not a.alone:
        laid_by_compose(news, features)
    for d in ('pages', 'gold'):
        os.makedirs(os.path.join(a.out, d), exist_ok=True)
    for i in range(a.pages):
        sheet, name = compose(news, features, random.Random(f'{a.seed}/typed/{i}'), a.least, a.most), f'typed_{i + 1:02d}'
        with open(os.path.join(a.out, 'pages', name + '.txt'), 'w', encoding='utf-8') as f:
            f.write('\n'.join(sheet.lines) + '\n')
        with open(os.path.join(a.out, 'gold', name + '.json'), 'w', encoding='utf-8') as f:
            json.dump({'source': name + '.txt', 'stories': sheet.stories, 'residue': [], 'optional_breaks': []}, f, ensure_ascii=False, indent=1)


if __name__ == '__main__':
    main()
