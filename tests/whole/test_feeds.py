#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What programs fetch from a site that knows its address: feeds, sitemap, robots.txt."""
import pathlib
import re
import subprocess
import unittest
import urllib.robotparser
import xml.etree.ElementTree as ElementTree
from urllib.parse import urlsplit

import tap
from harness import STORY, TemporaryFolder, build, files_of, xianbao

ATOM = '{http://www.w3.org/2005/Atom}'
SITEMAP = '{http://www.sitemaps.org/schemas/sitemap/0.9}'
BASE = 'https://example.org/lanxian/'
SCHEMA = pathlib.Path(__file__).with_name('atom.rng')


class Feeds(TemporaryFolder):
    def make(self, *arguments, **pages):
        site = self.make_site(**pages)
        public = self.folder / 'public'
        build(site, public, *arguments)
        return public

    def pages(self):
        return {'2023-10-25-p1': STORY + '\n\n\n岚县谷子熟了\n\n本报讯（记者 王刚 摄影 王刚）岚县的谷子\ufffe熟了，农民忙着收割。\n',
                'undated': '旧事\n\n老人说起从前的水渠，说了很久。\n'}

    def test_none_without_an_address(self):
        public = self.make(**self.pages())
        self.assertEqual([name for name in files_of(public) if name.endswith('.xml') or name == 'robots.txt'], [])

    def check_feed(self, public, path):
        """The feed's entries, after all that RFC 4287 asks of it."""
        root = ElementTree.parse(public / path).getroot()
        self.assertEqual(root.tag, ATOM + 'feed')
        for name in ('id', 'title', 'updated'):
            self.assertEqual(len(root.findall(ATOM + name)), 1, name)
        entries = root.findall(ATOM + 'entry')
        ids = [entry.find(ATOM + 'id').text for entry in entries]
        self.assertEqual(len(ids), len(set(ids)))
        for item in [root, *entries]:
            self.assertRegex(item.find(ATOM + 'updated').text, r'^\d{4}-\d\d-\d\dT00:00:00Z$')
            for link in item.findall(ATOM + 'link'):
                self.assertTrue(link.get('href').startswith(BASE))
                self.assertTrue((public / link.get('href')[len(BASE):]).is_file(), link.get('href'))
        self.assertEqual(root.find(f"{ATOM}link[@rel='self']").get('href'), BASE + path)
        self.assertTrue(root.findall(ATOM + 'author'))
        return entries

    def check_schema(self, *feeds):
        return subprocess.run(['xmllint', '--noout', '--relaxng', SCHEMA, *feeds], capture_output=True, check=False)

    def test_feeds_against_their_schema(self):
        public = self.make('--base-url', BASE, **self.pages())
        feeds = [name for name in files_of(public) if name.endswith('.xml') and not name.startswith('sitemap')]
        checked = self.check_schema(*(public / name for name in feeds))
        self.assertEqual(checked.returncode, 0, checked.stderr.decode())
        wrong = self.folder / 'wrong.xml'
        wrong.write_text((public / 'feed.xml').read_text(encoding='utf-8').replace('<updated>20', '<updated>x', 1),
                         encoding='utf-8')
        self.assertNotEqual(self.check_schema(wrong).returncode, 0)

    def test_feeds(self):
        public = self.make('--base-url', BASE, **self.pages())
        feeds = [name for name in files_of(public) if name.endswith('.xml') and not name.startswith('sitemap')]
        self.assertIn('feed.xml', feeds)
        self.assertIn('counties/141127.xml', feeds)
        self.assertTrue(any(name.startswith('topics/') for name in feeds))
        for name in feeds:
            self.check_feed(public, name)
        entries = self.check_feed(public, 'feed.xml')
        titles = [entry.find(ATOM + 'title').text for entry in entries]
        self.assertIn('岚县谷子熟了', titles)
        self.assertNotIn('旧事', titles)
        entry = entries[titles.index('岚县谷子熟了')]
        self.assertEqual([name.text for name in entry.iter(ATOM + 'name')], ['王刚'])
        self.assertEqual(entry.find(ATOM + 'updated').text, '2023-10-25T00:00:00Z')

    def test_pages_lead_to_their_feeds(self):
        public = self.make('--base-url', BASE, **self.pages())
        for page, feed in (('index.html', 'feed.xml'), ('counties/141127.html', '../counties/141127.xml'),
                           ('people/index.html', '../feed.xml')):
            text = (public / page).read_text()
            self.assertRegex(text, f'<link [^>]*type="application/atom\\+xml" href="{re.escape(feed)}"', page)

    def test_the_sitemap_has_all_pages(self):
        public = self.make('--base-url', BASE, **self.pages())
        urls = [loc.text for loc in ElementTree.parse(public / 'sitemap.xml').getroot().iter(SITEMAP + 'loc')]
        pages = {BASE + name for name in files_of(public) if name.endswith('.html')}
        self.assertEqual(set(urls), pages - {BASE + '404.html', BASE + 'search.html'})
        self.assertEqual(len(urls), len(set(urls)))
        robots = urllib.robotparser.RobotFileParser()
        robots.parse((public / 'robots.txt').read_text().splitlines())
        self.assertEqual(robots.site_maps(), [BASE + 'sitemap.xml'])
        self.assertTrue(robots.can_fetch('*', BASE))

    def test_a_missing_page_is_the_same_at_any_depth(self):
        public = self.make('--base-url', BASE, **self.pages())
        links = re.findall(r'(?:href|src|action)="([^"]*)"', (public / '404.html').read_text())
        self.assertTrue(links)
        for link in links:
            self.assertTrue(link.startswith((urlsplit(BASE).path, '#')), link)
        self.assertNotIn('404.html', xianbao('check', '-C', self.folder, '--base-url', BASE).stderr.decode())


if __name__ == '__main__':
    tap.main()
