#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A site whose texts, names and settings try to become something else than text: what programs and terminals get of it."""
import collections
import csv
import io
import json
import pathlib
import re
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

import injected
import tap
from harness import Site, TemporaryFolder, build, xianbao

BASE = 'https://example.org/a\'b&c=(1);x/'
ATOM = '{http://www.w3.org/2005/Atom}'

CONTROLS = '\0-\x08\x0b-\x1f\x7f-\x9f'
ACTING = re.compile(f'[{CONTROLS}\xad\u061c\u115f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff'
                    '\U0001fffe\U000e0001-\U000e007f]')
TURNING = re.compile('[\u202a-\u202e\u2066-\u2069]')


def shown(text):
    """A text as a story has it: what cannot be shown is U+FFFD, and blanks are the layout's."""
    text = re.sub(f'[{CONTROLS}\ufdd0-\ufdef\ufffe\uffff\U0001fffe]', lambda c: c[0] if c[0].isspace() else '\ufffd', text)
    return re.sub(r'[\s\u200b\ufeff]', '', text)


def as_read(text):
    """A text without the marks that are closed, or shown, where it stands among others."""
    return TURNING.sub('', text).replace('\ufffd', '')


def setUpModule():
    global FOLDER, SOURCE, DONE, SITE, LISTED
    FOLDER = tempfile.TemporaryDirectory(prefix='xianbao-')
    SOURCE = pathlib.Path(FOLDER.name) / 'site'
    injected.make_site(SOURCE)
    DONE = build(SOURCE, SOURCE / 'public', '--base-url', BASE, '-v')
    SITE = Site(SOURCE / 'public')
    LISTED = [json.loads(line) for line in SITE.files['data/stories.ndjson'].decode().splitlines()]


def tearDownModule():
    FOLDER.cleanup()


class Messages(unittest.TestCase):
    def assert_harmless(self, output):
        text = output.decode()  # which fails where it is not UTF-8
        found = ACTING.search(text)
        self.assertIsNone(found, found and repr(text[max(0, found.start() - 40):found.end() + 40]))

    def check(self, *arguments, statuses=(0, 1), **options):
        done = xianbao(*arguments, **options)
        self.assertIn(done.returncode, statuses, (arguments, done.stderr.decode()))
        self.assert_harmless(done.stderr)
        return done

    def test_what_acts_is_found(self):
        for text in ('\x1b[2J', 'a\rb', '\x9b', '\u202e', '\u2066', '\u200b', '\ufeff', '\x00'):
            with self.assertRaises(AssertionError):
                self.assert_harmless(text.encode())
        self.assertTrue(any(ACTING.search(page.name) for page in SOURCE.rglob('*.txt')))

    def test_a_build_s(self):
        self.assert_harmless(DONE.stderr)
        self.assertIn(rb'\u001b', DONE.stderr)
        self.assertIn(rb'\u202e', DONE.stderr)
        (SOURCE / 'content' / 'site.yaml').touch()
        self.assert_harmless(self.check('build', '-C', SOURCE, '--explain', '--full', '--base-url', BASE).stdout)

    def test_a_check_s(self):
        self.check('check', '-C', SOURCE)

    def test_what_is_explained(self):
        pages = sorted(SOURCE.rglob('*.txt'))[1:]
        names = [story['id'] for story in LISTED[::7] if story['kind'] != 'residue'] + [page.relative_to(SOURCE) for page in pages[::4]]
        self.assert_harmless(self.check('explain', '-v', '-C', SOURCE, *names).stdout)

    def test_what_is_split(self):
        pages = sorted(SOURCE.rglob('*.txt'))
        for how in ('--format=json', '--format=text', *(f'--dump={stage}' for stage in ('lines', 'blocks', 'fragments', 'stories'))):
            with self.subTest(how):
                self.assert_harmless(self.check('split', how, *pages).stdout)
        self.assertNotRegex(self.check('split', '--format=markdown', *pages).stdout.decode(), f'[{CONTROLS}]')

    def test_what_is_said_of_the_command_line(self):
        for i, x in enumerate(injected.PAYLOADS):
            x = x.replace('\0', '') or 'x'
            every = ((x,), ('build', f'--{x}'), ('build', '-C', x), ('build', '--base-url', x), ('split', f'--format={x}'),
                              ('split', x), ('split', f'--files-from={x}'), ('explain', x), ('check', f'--host={x}'))
            for arguments in every if x in ('\x1b[2J', '\u202e', '\x9b2J') else every[i % len(every)::len(every)]:
                done = xianbao(*arguments, cwd=SOURCE / 'content')
                self.assertNotEqual(done.returncode, 0, arguments)
                self.assert_harmless(done.stderr)

    def test_a_new_folder_s(self):
        for i, x in enumerate(('\x1b[2J', '\u202ecod', '\x9b')):
            self.check('init', pathlib.Path(FOLDER.name) / f'{i}{x}', statuses=(0,))


class Published(unittest.TestCase):
    def test_texts_are_what_they_were(self):
        """Each text stands in its places, as far as the page was read as it is set: a long heading is none."""
        said = collections.defaultdict(str)
        for story in LISTED:
            for place in ('headline', 'kicker', 'subtitle', 'publication', 'rights', 'source'):
                said[place] += shown(story[place] or '')
            for block in story['blocks']:
                said[block['role']] += shown(block['text'])
                said['page'] += shown(block['text'])
        every = len(injected.PAYLOADS)
        for place, least in {'page': every, 'headline': 140, 'kicker': 50, 'subtitle': 60, 'publication': 150, 'rights': 150, 'source': 110,
                             'caption': every, 'paragraph': every, 'subhead': 90, 'byline': 90}.items():
            count = sum(shown(x) in said[place] for x in injected.PAYLOADS)
            self.assertGreaterEqual(count, least, place)

    def test_json_ld_says_the_same(self):
        checked = 0
        for story in LISTED:
            if story['kind'] == 'residue':
                continue
            html = SITE.files[story['url']].decode()
            scripts = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
            self.assertEqual(len(scripts), 1, story['url'])
            self.assertNotRegex(scripts[0], '[<>&]')
            said = json.loads(scripts[0])
            self.assertIn(as_read(said['headline']), (as_read(story['headline']), f'〔{as_read(story["headline"])}〕'))
            self.assertEqual(said.get('alternativeHeadline'), story['subtitle'])
            self.assertEqual(said.get('copyrightNotice'), story['rights'])
            self.assertEqual(said.get('isPartOf', {}).get('name'), story['publication'])
            checked += '<' in story['headline']
        self.assertGreater(checked, 50)

    def test_feeds_and_sitemap(self):
        files = sorted(SOURCE / 'public' / name for name in SITE.files if name.endswith('.xml'))
        self.assertGreater(len(files), 30)
        done = subprocess.run(['xmllint', '--noout', '--nonet', *files], capture_output=True, check=False)
        self.assertEqual((done.returncode, done.stderr), (0, b''))
        titles = set()
        for file in files:
            root = ElementTree.parse(file).getroot()
            self.assertTrue({element.tag.rpartition('}')[2] for element in root.iter()} <= {
                'feed', 'title', 'id', 'link', 'updated', 'author', 'contributor', 'name', 'entry', 'category', 'summary', 'urlset', 'url', 'loc'})
            titles |= {shown(title.text) for title in root.iter(ATOM + 'title')}
            for link in [*root.iter(ATOM + 'link'), *root.iter(ATOM + 'id')]:
                self.assertTrue((link.get('href') or link.text).startswith(BASE))
        known = {as_read(shown(story['headline'])) for story in LISTED if story['headline']}
        plain = {as_read(title).strip('〔〕') for title in titles}
        self.assertGreater(len(known & plain), 50)
        for x in ('<script>', ']]>', '"', '&lt;', '\ufffd'):
            self.assertTrue(any(x in title for title in titles), x)

    def test_robots(self):
        self.assertEqual(SITE.files['robots.txt'].decode(), f'User-agent: *\nAllow: /\n\nSitemap: {BASE}sitemap.xml\n')

    def test_no_cell_computes(self):
        text = SITE.files['data/stories.csv'].decode('utf-8-sig')
        rows = list(csv.DictReader(io.StringIO(text, newline='')))
        self.assertEqual([row['id'] for row in rows], [story['id'] for story in LISTED if story['kind'] != 'residue'])
        computing = re.compile('[\\s\u200b\ufeff]*[=+\\-@＝＋－＠\t\r\n]')
        escaped = 0
        for row, story in zip(rows, (story for story in LISTED if story['kind'] != 'residue')):
            for cell in row.values():
                self.assertNotRegex(cell[:20], f'^{computing.pattern}')
            for name in ('headline', 'kicker', 'subtitle', 'publication', 'rights'):
                escaped += row[name] == "'" + (story[name] or '')
                self.assertIn(row[name], (story[name] or '', f"'{story[name]}"))
        self.assertGreater(escaped, 10)

    def test_files_are_named_plainly(self):
        for name in SITE.files:
            self.assertRegex(name, r'^[a-z0-9/.-]{1,120}$')
        self.assertEqual([str(path) for path in SOURCE.rglob('hit')], [])


class Records(TemporaryFolder):
    # What Markdown becomes that holds the stories, and nothing that acts.
    ALLOWED = {'p', 'em', 'h2', 'pre', 'code', 'br'}

    def test_markdown_holds_nothing_active(self):
        """The records are editorial pages of a site that lets HTML through."""
        records = xianbao('split', '--format=markdown', *sorted(SOURCE.rglob('*.txt'))).stdout.decode()
        parts = re.split(r'(?m)^(?=---\n(?:title|kicker|subtitle|id|kind): )', records)
        self.assertGreater(len(parts), 100)
        self.make_site(a='平常')
        self.write('content/site.yaml', 'html: raw\n')
        for i, part in enumerate(parts[1::4]):
            body = part.split('\n---\n', 1)[1]
            self.write(f'content/r{i}.md', f'---\ntitle: r{i}\n---\n{body}')
        self.write('content/act.md', '---\ntitle: act\n---\n<b onclick="x">x</b>\n')
        build(self.folder, self.folder / 'public')
        made = {}
        for name, page in Site(self.folder / 'public').pages.items():
            prose = next((i for i, element in enumerate(page.elements) if 'prose' in element.classes), None)
            if prose is not None:
                inside = page.elements[prose + 1:next(i for i, e in enumerate(page.elements) if 'colophon' in e.classes)]
                made[name] = {element.name for element in inside}
        self.assertIn('b', made.pop('act.html'))
        self.assertEqual(len(made), len(parts[1::4]))
        self.assertEqual(set().union(*made.values()) - self.ALLOWED, set())


class Settings(TemporaryFolder):
    def refuse(self, *arguments):
        done = self.run_and_expect(2, 'build', '-C', self.folder, '-o', self.folder / 'public', *arguments)
        self.assertFalse((self.folder / 'public').exists())
        self.assertIsNone(ACTING.search(done.stderr.decode()))

    def test_addresses(self):
        self.make_site(a='平常')
        for x in injected.PAYLOADS:
            x = x.replace('\0', '%00')
            if x:
                self.refuse('--base-url', x)
        self.refuse('--base-url', 'https://example.org/\n')

    def test_fields_of_a_form(self):
        self.make_site(a='平常')
        keys = ('base_url', 'contact', 'language', 'html', 'per_page', 'tombstones')
        for i, x in enumerate(injected.PAYLOADS):
            key = keys[i % len(keys)]
            if key not in ('contact', 'language') or not x.isalpha() and not x.startswith('https://'):
                self.write('content/site.yaml', f'{key}: {injected.quoted(x)}\n')
                self.refuse()

    def test_controls(self):
        self.make_site(a='平常')
        for x in injected.PAYLOADS:
            if not injected.can_be_set(x) and not set(x) & set('\n\r\t'):
                self.write('content/site.yaml', f'title: {injected.quoted(x)}\n')
                self.refuse()


if __name__ == '__main__':
    tap.main()
