#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Pages in Traditional characters are put together like the same in Simplified ones, and keep their characters."""
import tap
from harness import PAGES, ROOT, TemporaryFolder, split


def traditional():
    """{Simplified character: a Traditional form of it}."""
    rows = (ROOT / 'data' / 'variants.tsv').read_text(encoding='utf-8').splitlines()
    return {ord(simplified): forms[-1] for simplified, forms in (row.split('\t') for row in rows)}


def shape(stories):
    return [(s['kind'], [(b['role'], b['spans']) for b in s['blocks']]) for s in stories]


def text(stories):
    return ''.join(b['text'] for s in stories for b in s['blocks'])


class Traditional(TemporaryFolder):
    def test_same_stories(self):
        forms = traditional()
        for page in PAGES:
            with self.subTest(page=page.name):
                plain = page.read_text(encoding='utf-8')
                other = self.folder / page.name
                other.write_text(plain.translate(forms), encoding='utf-8')
                self.assertNotEqual(plain.translate(forms), plain)
                as_it_is, folded = split(page), split(other)
                self.assertEqual(shape(folded), shape(as_it_is))
                self.assertEqual(text(folded), text(as_it_is).translate(forms))


if __name__ == '__main__':
    tap.main()
