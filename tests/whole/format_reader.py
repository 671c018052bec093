# SPDX-License-Identifier: MIT
"""Reads what xianbao writes, by docs/format.md alone: nothing here was taken from xianbao's source."""
import ctypes
import ctypes.util
import itertools
import json
import pathlib
import re

DIGITS = ' !#$%&\'()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~'
BODY = 'paragraph', 'caption', 'subhead'


def xxh3(data, library=ctypes.CDLL(ctypes.util.find_library('xxhash') or 'libxxhash.so.0')):
    """H(x)."""
    library.XXH3_64bits.restype = ctypes.c_uint64
    return library.XXH3_64bits(ctypes.c_char_p(data), ctypes.c_size_t(len(data)))


class Numbers:
    """A string of numbers, read bit by bit."""

    def __init__(self, text):
        values = [DIGITS.index(c) for c in text]
        self.bits = ''.join(f'{91 * a + b:013b}' for a, b in zip(values[::2], values[1::2], strict=True))
        self.at = 0

    def plain(self, count):
        self.at += count
        return int(self.bits[self.at - count:self.at] or '0', 2)

    def run(self, bit):
        begin = self.at
        while self.bits[self.at] == bit:
            self.at += 1
        return self.at - begin

    def gamma(self):
        return self.plain(self.run('0') + 1)

    def rising(self, count, below):
        shift = max([s for s in range(17) if 3 * count << s <= 2 * below], default=0)
        found = []
        for _ in range(count):
            ones = self.run('1')
            self.plain(1)
            found.append((ones << shift) + self.plain(shift) + (found[-1] + 1 if found else 0))
        return found

    def left(self):
        return self.bits[self.at:]


class Index:
    """The search index of a site, all of it."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder) / 'search'
        (self.count, per_file, self.starts, source, target, separators, self.counties, self.topics, self.people,
         self.papers, facets) = self.arguments('table')
        self.folded = dict(zip(source, target, strict=True))
        self.separating = {chr(code) for first, last in zip(separators[::2], separators[1::2], strict=True)
                           for code in range(ord(first), ord(last) + 1)}
        self.texts = [story for n in range(-(-self.count // per_file)) for story in self.arguments(f'texts-{n}')[1]]
        self.pairs = {}
        for n in range(len(self.starts) // 2):
            self.read_pairs(*self.arguments(f'pairs-{n}')[1:])
        self.facets = self.read_facets(Numbers(facets))

    def arguments(self, name):
        line = (self.folder / f'{name}.js').read_text(encoding='utf-8')
        kind, *rest = json.loads('[' + re.fullmatch('xianbao[(](.*)[)];\n', line)[1] + ']')
        assert kind == name.split('-')[0]
        return rest

    def read_pairs(self, letters, coded):
        numbers = Numbers(coded)
        for part in letters.split('\n'):
            for second in part[1:]:
                count = numbers.gamma()
                stories = numbers.rising(count, self.count)
                headline = numbers.rising(numbers.gamma() - 1, count)
                dense = numbers.rising(numbers.gamma() - 1, count)
                self.pairs[part[0] + second] = (stories, [stories[i] for i in headline], [stories[i] for i in dense])
        assert len(numbers.left()) < 13 and '1' not in numbers.left()

    def read_facets(self, numbers):
        stories = []
        for _ in range(self.count):
            known, inferred = numbers.plain(2), numbers.plain(1)
            date = [numbers.plain(bits) for bits in (8, 4, 5)[:known]]
            if date:
                date[0] += 1900
            places = [[entries[numbers.plain((len(entries) - 1).bit_length())] for _ in range(numbers.gamma() - 1)]
                      for entries in (self.counties, self.topics, self.people, self.papers)]
            stories.append((date, inferred, *places))
        assert len(numbers.left()) < 13 and '1' not in numbers.left()
        return stories

    def fold(self, text):
        """Folded, without the blanks that only set a word wide."""
        text = ''.join(self.folded.get(c, c) for c in text)
        return re.sub('(?<=[\u3400-\u9fff]) +(?=[\u3400-\u9fff])', '', text)

    def pairs_of(self, text):
        """The pairs of a text, as often as they are there."""
        for line in self.fold(text).split('\n'):
            letters = ''.join(' ' if c in self.separating else c for c in line) + ' '
            yield from (a + b for a, b in itertools.pairwise(letters) if a != ' ')

    def find(self, word):
        """Numbers of the stories that have a word."""
        word = self.fold(word)
        wanted = [*self.pairs_of(word)]
        if word[-1] not in self.separating:
            wanted.pop()
        stories = [set(self.pairs.get(pair, ([],))[0]) for pair in wanted]
        if not wanted:
            stories = [{story for pair, (stories, *_) in self.pairs.items() if pair[0] == word for story in stories}]
        return sorted(number for number in set.intersection(*stories)
                      if word in self.fold(self.texts[number][3]) or word in self.fold(self.texts[number][2]))


def story_hash(record):
    """The digits at the end of a story's id."""
    blocks = [b['text'] for b in record['blocks'] if b['role'] in BODY] or [b['text'] for b in record['blocks']]
    start = ''.join(''.join(blocks).split())[:32]
    return f'{xxh3(start.encode()) & 0xffffff:06x}'


def slug(path):
    """Of a path below content/ that is all ASCII."""
    text = re.sub('[^a-z0-9]+', '-', path.removesuffix('.txt').lower()).strip('-')
    return text if 0 < len(text) <= 72 else f'{text[:63]}-{xxh3(path.encode()) & 0xffffffff:08x}'


def addresses(document):
    """What may stand in public/, as a regular expression for each address of the table."""
    table = re.search(r'^\| address .*?\n\n', document, re.M | re.S)[0]
    cells = [re.findall('`([^`]+)`', row.split('|')[1]) for row in table.strip().splitlines()[2:]]
    marks = {'ID': '[a-z0-9-]{1,80}', 'SLUG': '[a-z0-9-]{1,81}', 'CODE': r'\d{6}', 'KEY': '[a-z0-9-]+', 'YYYY': r'\d{4}',
             'MM': r'\d\d', 'NAME': '[a-z0-9._-]+', 'LETTER': '(?:[a-z]|none|org)', 'N': r'\d+', 'LIST': '(?:[a-z]+/)[a-z0-9-]+'}
    return {cell: re.compile(''.join(marks.get(part, re.escape(part)) for part in re.split('([A-Z]+)', cell)))
            for row in cells for cell in row}
