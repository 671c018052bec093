#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Nothing is lost or invented, as seen from outside: page texts against what came out."""
import unittest
from collections import Counter

import tap
from harness import PAGES, ROOT, ink, own_site, split


def blank(character):
    return not ink(character)


class Conservation(unittest.TestCase):
    def setUp(self):
        self.site = own_site()

    def source_pages(self):
        """(text, HTML page) of each page of content/; slugs begin like the files' names."""
        for path in PAGES:
            slug = path.stem.lower().replace('_', '-')
            found = [page for name, page in self.site.pages.items() if name == f'pages/{slug}.html']
            self.assertEqual(len(found), 1, slug)
            yield path.read_text(encoding='utf-8'), found[0]

    def test_every_character_is_in_one_span(self):
        self.assertGreaterEqual(len(PAGES), 5)
        for path in PAGES:
            with self.subTest(path.name):
                data = path.read_bytes()
                covered = Counter(at for story in split(path) for block in story['blocks']
                                  for start, end in block['spans'] for at in range(start, end))
                at = 0
                for character in data.decode():
                    size = len(character.encode())
                    if not blank(character):
                        self.assertEqual({covered[i] for i in range(at, at + size)}, {1}, (at, character))
                    at += size
                self.assertLess(max(covered), len(data))

    def test_every_text_is_what_its_spans_hold(self):
        for path in PAGES:
            data = path.read_bytes()
            for story in split(path):
                for block in story['blocks']:
                    held = ink(''.join(data[start:end].decode() for start, end in block['spans']))
                    text = ink(block['text'])
                    if block['role'] not in ('kicker', 'headline', 'subtitle'):
                        self.assertEqual(text, held)
                    elif text != held:  # doubled letters made single
                        self.assertEqual(Counter(text).keys(), Counter(held).keys())
                        self.assertLessEqual(len(held), 2 * len(text))

    def test_source_pages_show_the_page_as_it_came(self):
        for text, page in self.source_pages():
            shown = ''.join(line.text for line in page.by_class('ln'))
            self.assertEqual(ink(shown), ink(text), page.path)

    def test_story_pages_show_all_of_the_story_but_the_form_of_its_bylines(self):
        signatures = 'byline', 'credit', 'dateline'
        for story in self.site.stories.values():
            shown = ink(self.site.pages[f'stories/{story["id"]}.html'].elements[0].text)
            for line in story['bylines']:
                self.assertIn(line['name'], shown, story['id'])
            for block in story['blocks']:
                if block['role'] not in signatures:
                    self.assertIn(ink(block['text']), shown, story['id'])

    def test_the_data_file_holds_what_split_prints(self):
        printed = [story for path in PAGES for story in split(path.relative_to(ROOT), cwd=ROOT)]
        for story in printed:
            if story['kind'] != 'residue':
                self.assertEqual(self.site.stories[story['id']]['blocks'], story['blocks'])


if __name__ == '__main__':
    tap.main()
