#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Pages laid by hand → the raw page and a careful reader's reading of it.

  laid.py --out DIR [FILE.page …]     writes DIR/pages/NAME.txt and DIR/gold/NAME.json
  laid.py --read FILE.page …          prints how the stories read, to look over

A .page file says of every line of a newspaper page where it belongs. It opens with a line a story,

  story A kind=story start=no end=yes
  by A 王洋 reporter
  also A 另一种可以接受的标题

and after a line `---` comes the page, one physical line a row, `TAG|the line as it stands on the page`:

  A.h1|谱好安居乐业幸福曲      h headline, k kicker, s subtitle, b byline, p paragraph, u subhead,
  A.b2|□ 本报记者 王 洋        c caption, r credit, n notice; the number is the block's place in the story
  A.p3|行走在易地扶贫搬迁      as it is to be read; lines of one tag are one block, in the file's order,
  A.p3.2|第一现场，            or where a second number says so, in the order of those
  -|第3版                      residue: mastheads, page numbers, editors, contents
  |                            an empty line
  A.p4?|……                     a line that may as well begin a paragraph as go on with one

`\\f` stands for a form feed. Headline, kicker and subtitle are read off their lines.
"""
import argparse, json, os, re, sys

ROLES = {'h': 'headline', 'k': 'kicker', 's': 'subtitle', 'b': 'byline', 'p': 'paragraph', 'u': 'subhead',
         'c': 'caption', 'r': 'credit', 'n': 'notice'}
PEOPLE = {'reporter', 'correspondent', 'text', 'photographer', 'author', 'editor', 'organisation'}
WIDE = r'[\u2010-\u2027\u3000-\u303f\u3400-\u9fff\uff00-\uffef\u2014\u2018-\u201d\u2026]'
TAG = re.compile(r'([A-Z])\.([hkbspucrn])(\d+)(?:\.(\d+))?(\?)?$')


class Wrong(Exception):
    pass


def squeeze(text):
    """Takes out the blanks that the layout put in."""
    text = re.sub(rf'(?<={WIDE})[ \u3000\t]+', '', text.replace('\f', '').strip(' \u3000\t'))
    return re.sub(rf'[ \u3000\t]+(?={WIDE})', '', text)


class Story:
    def __init__(self, words):
        self.kind, self.start, self.end = 'story', False, False
        self.people, self.also, self.blocks = [], [], {}
        for word in words:
            key, _, value = word.partition('=')
            if key == 'kind' and value in ('story', 'photo'):
                self.kind = value
            elif key in ('start', 'end') and value in ('yes', 'no'):
                setattr(self, key, value == 'yes')
            else:
                raise Wrong(f'"{word}" says nothing about a story')

    def add(self, tag, line, text):
        role, number, place = ROLES[tag[2]], int(tag[3]), int(tag[4] or 0)
        block = self.blocks.setdefault(number, (role, []))
        if block[0] != role:
            raise Wrong(f'line {line}: block {number} is a {block[0]} and a {role}')
        block[1].append((place, line, text))

    def read(self):
        """The blocks in reading order: role, line numbers, text."""
        for number in sorted(self.blocks):
            role, rows = self.blocks[number]
            rows = [row for _, row in sorted(enumerate(rows), key=lambda x: (x[1][0], x[0]))]
            join = ' ' if role in ('headline', 'kicker', 'subtitle', 'byline', 'credit') else ''
            parts = [row[2].strip(' \u3000\t\f') for row in rows]
            text = join.join(parts) if join else squeeze('\n'.join(parts).replace('\n', ''))
            yield role, [row[1] for row in rows], text

    def gold(self):
        blocks = [{'role': role, 'lines': ranges(lines), 'text': text} for role, lines, text in self.read()]

        def first(role):
            return next((' '.join(b['text'] for b in blocks if b['role'] == role) for b in blocks if b['role'] == role), None)
        return {'kind': self.kind, 'headline': first('headline'), 'headline_alternatives': self.also,
                'kicker': first('kicker'), 'subtitle': first('subtitle'), 'bylines': self.people,
                'truncated': {'start': self.start, 'end': self.end}, 'counties': [],
                'topics': {'must': [], 'may': []}, 'blocks': blocks}


def ranges(lines):
    out = []
    for line in lines:
        if out and out[-1][1] == line - 1:
            out[-1][1] = line
        else:
            out.append([line, line])
    return out


def read_head(rows, stories):
    for row in rows:
        words = row.split()
        if not words or words[0] == '#':
            continue
        if words[0] == 'story':
            stories[words[1]] = Story(words[2:])
        elif words[0] == 'by' and len(words) >= 4 and words[-1] in PEOPLE:
            stories[words[1]].people.append({'name': ''.join(words[2:-1]), 'role': words[-1]})
        elif words[0] == 'also':
            stories[words[1]].also.append(row.split(None, 2)[2])
        else:
            raise Wrong(f'"{row}" is neither story nor by nor also')


def read_page(path):
    """→ the page's lines, its gold reading, its stories by name."""
    head, _, body = open(path, encoding='utf-8').read().partition('\n---\n')
    stories, lines, residue, optional = {}, [], [], []
    read_head(head.split('\n'), stories)
    rows = body.split('\n')
    while rows and not rows[-1]:
        rows.pop()
    for number, row in enumerate(rows, 1):
        tag, bar, text = row.partition('|')
        if not bar:
            raise Wrong(f'page line {number} has no |: {row}')
        text = text.replace('\\f', '\f')
        lines.append(text)
        match = TAG.match(tag)
        if tag == '-':
            residue.append(number)
        elif match and match[1] in stories:
            stories[match[1]].add(match, number, text)
            if match[5]:
                optional.append(number)
        elif tag or text.strip():
            raise Wrong(f'page line {number}: "{tag}" is no tag')
    gold = {'source': os.path.splitext(os.path.basename(path))[0] + '.txt',
            'stories': [s.gold() for s in stories.values()],
            'residue': [{'lines': [r]} for r in ranges(residue)], 'optional_breaks': optional}
    return lines, gold, stories


def show(path):
    _, gold, _ = read_page(path)
    for story in gold['stories']:
        print(f"\n== {story['kind']} {story['truncated']} {[b['name'] + '/' + b['role'] for b in story['bylines']]}")
        for block in story['blocks']:
            print(f"{block['role']:>10} {block['lines']} {block['text']}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--out')
    parser.add_argument('--read', action='store_true')
    parser.add_argument('files', nargs='*')
    args = parser.parse_args()
    here = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'pages')
    files = args.files or sorted(os.path.join(here, f) for f in os.listdir(here) if f.endswith('.page'))
    bad = 0
    for path in files:
        try:
            if args.read:
                show(path)
                continue
            lines, gold, _ = read_page(path)
        except (Wrong, KeyError, IndexError) as e:
            print(f'{path}: {type(e).__name__}: {e}', file=sys.stderr)
            bad = 1
            continue
        for folder in ('pages', 'gold'):
            os.makedirs(os.path.join(args.out, folder), exist_ok=True)
        with open(os.path.join(args.out, 'pages', gold['source']), 'w', encoding='utf-8') as f:
            f.write('\n'.join(lines) + '\n')
        with open(os.path.join(args.out, 'gold', gold['source'][:-4] + '.json'), 'w', encoding='utf-8') as f:
            json.dump(gold, f, ensure_ascii=False, indent=1)
    return bad


if __name__ == '__main__':
    sys.exit(main())
