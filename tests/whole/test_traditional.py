#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Pages in Traditional characters are put together and filed like the same in Simplified ones, and keep their characters."""
import tap
from harness import PAGES, ROOT, TemporaryFolder, split


def forms_of():
    """{Simplified character: its Traditional forms}."""
    rows = (ROOT / 'data' / 'variants.tsv').read_text(encoding='utf-8').splitlines()
    return dict(row.split('\t') for row in rows)


def traditional(text, forms):
    """A text in Traditional characters, each with the next of its forms, so that one that is out of place shows."""
    return ''.join(forms[c][i % len(forms[c])] if c in forms else c for i, c in enumerate(text))


def ink(text):
    return [c for c in text if '\u4e00' <= c <= '\u9fff']


def shape(stories):
    return [(s['kind'], [(b['role'], b['spans']) for b in s['blocks']]) for s in stories]


def filed(story):
    """What a story is filed under, and where on the page the words stand that say so."""
    places = [(p['code'], [e['span'] for e in p['evidence']]) for p in story['counties'] + story['passing'] + story['regions']]
    return places, [(t['id'], t['score'], len(t['evidence'])) for t in story['topics']], story['date']


def words(story):
    """The words that say what a story is filed under."""
    return ([e['text'] for p in story['counties'] + story['passing'] + story['regions'] for e in p['evidence']] +
            [word for t in story['topics'] for word in t['evidence']])


def singled(block):
    return block['role'] in ('kicker', 'headline', 'subtitle')


class Traditional(TemporaryFolder):
    def test_same_stories(self):
        forms = forms_of()
        for page in PAGES:
            with self.subTest(page=page.name):
                plain = page.read_text(encoding='utf-8')
                other = self.folder / page.name
                folded_page = traditional(plain, forms)
                other.write_text(folded_page, encoding='utf-8')
                self.assertNotEqual(folded_page, plain)
                as_it_is, folded = split(page), split(other)
                self.assertEqual(shape(folded), shape(as_it_is))
                self.assertEqual([filed(s) for s in folded], [filed(s) for s in as_it_is])
                raw = folded_page.encode()
                for story in folded:
                    self.assertFalse([word for word in words(story) if ink(word) and ''.join(ink(word)) not in
                                      ''.join(ink(''.join(block['text'] for block in story['blocks'])))])
                for block in (b for s in folded for b in s['blocks'] if not singled(b)):
                    lines = ''.join(raw[a:z].decode() for a, z in block['spans'])
                    self.assertEqual(ink(block['text']), ink(lines))


if __name__ == '__main__':
    tap.main()
