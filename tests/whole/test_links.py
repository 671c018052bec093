#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The links of the built site: a second opinion to src/site/links.c, and a reader's walks."""
import json
import re
import unittest

import tap
from harness import STORY, Site, TemporaryFolder, build, own_site, resolve, xianbao


class Links(unittest.TestCase):
    def setUp(self):
        self.site = own_site()

    def references(self):
        for page in self.site.pages.values():
            for element, attribute, url in page.references:
                yield page, element, attribute, url

    def test_there_is_something_to_check(self):
        self.assertGreater(len(self.site.pages), 50)
        self.assertGreater(sum(1 for _ in self.references()), 1000)

    def test_every_link_names_a_file(self):
        broken = [(page.path, url) for page, _, _, url in self.references()
                  if resolve(page.path, url)[0] not in self.site.files]
        self.assertEqual(broken, [])

    def test_every_fragment_is_there(self):
        broken = []
        for page, _, _, url in self.references():
            target, fragment = resolve(page.path, url)
            if fragment and fragment not in self.site.pages[target].ids:
                broken.append((page.path, url))
        self.assertEqual(broken, [])

    def test_ids_are_unique_on_a_page(self):
        twice = [(page.path, name) for page in self.site.pages.values()
                 for name in set(page.ids) if page.ids.count(name) > 1]
        self.assertEqual(twice, [])

    def test_no_link_is_absolute_or_remote(self):
        remote = [(page.path, url) for page, _, _, url in self.references()
                  if re.match(r'/|[a-z][a-z0-9+.-]*:', url, re.I)]
        self.assertEqual(remote, [])

    def test_no_style_or_script_refers_outside(self):
        for path, data in self.site.files.items():
            if path.endswith(('.css', '.js')):
                with self.subTest(path):
                    self.assertIsNone(re.search(rb'@import|(https?:)?//[a-z]|\bfetch\(|XMLHttpRequest|url\((?!data:)',
                                                data))

    def test_no_code_or_style_stands_in_a_page(self):
        for page in self.site.pages.values():
            for element in page.elements:
                handlers = [name for name in element.attributes if name.startswith('on') or name == 'style']
                self.assertEqual(handlers, [], page.path)
                self.assertNotIn(element.name, ('style', 'base', 'iframe', 'object', 'embed'), page.path)
                if element.attributes.get('type') == 'application/ld+json':  # data, which no browser runs
                    self.assertEqual(json.loads(element.text)['@context'], 'https://schema.org', page.path)
                elif element.name == 'script':
                    self.assertEqual(element.text.strip(), '', page.path)
                    self.assertNotEqual(element.attributes.get('type'), 'module', page.path)

    def test_names_are_short_lower_case_ascii(self):
        odd = [path for path in self.site.files
               if not re.fullmatch(r'[a-z0-9._/-]+', path)
               or max(map(len, path.split('/'))) > 100]
        self.assertEqual(odd, [])

    def test_every_page_is_linked_from_another(self):
        linked = {target for page in self.site.pages.values() for target in page.links if target != page.path}
        self.assertEqual(set(self.site.pages) - linked - {'404.html', 'index.html'}, set())


class Walks(unittest.TestCase):
    """From the front page over pages of one kind to the stories, as a reader goes."""

    def setUp(self):
        self.site = own_site()

    def stories_by(self, kind):
        seen, todo, found = {'index.html'}, ['index.html'], set()
        while todo:
            for target in self.site.pages[todo.pop()].links:
                if target.startswith('stories/') and seen != {'index.html'}:
                    found.add(target)
                elif target.startswith(kind + '/') and target not in seen:
                    seen.add(target)
                    todo.append(target)
        return found

    def assert_reached(self, kind, facts):
        wanted = {f'stories/{story["id"]}.html' for story in self.site.stories.values() if facts(story)}
        self.assertGreater(len(wanted), 10)
        self.assertEqual(wanted - self.stories_by(kind), set())

    def test_by_county(self):
        self.assert_reached('counties', lambda story: story['counties'])

    def test_by_topic(self):
        self.assert_reached('topics', lambda story: story['topics'])

    def test_by_person(self):
        self.assert_reached('people', lambda story: story['bylines'])

    def test_by_date_dated_or_not(self):
        self.assert_reached('dates', lambda story: True)

    def test_every_story_has_a_page_and_no_other_is_there(self):
        pages = {path for path in self.site.pages if path.startswith('stories/')}
        self.assertEqual(pages, {f'stories/{name}.html' for name in self.site.stories})

    def test_from_a_story_to_its_lines_on_the_source_page_and_back(self):
        for name in self.site.stories:
            story = self.site.pages[f'stories/{name}.html']
            places = {resolve(story.path, url) for element, _, url in story.references
                      if element.name == 'a' and '/pages/' in url}
            self.assertTrue(any(fragment for _, fragment in places), story.path)
            self.assertEqual(len({path for path, _ in places}), 1, story.path)
            source = self.site.pages[places.pop()[0]]
            self.assertIn(story.path, source.links)


class PageDates(TemporaryFolder):
    """A page's date need not be that of any story."""

    def test_they_lead_to_a_list_that_is_there(self):
        pages = {'year-of-a-day': '---\ndate: 2023\n---\n10月25日 星期三\n\n' + STORY,
                 'year-alone': '---\ndate: 2022\n---\n' + STORY,
                 'year-of-nothing': '---\ndate: 1987\n---\n',
                 'months-apart': '村里办晚会\n\n本报讯 2021年10月8日，村里办了一场晚会，来的人很多。\n\n\n'
                                 '河边修步道\n\n本报讯 2021年11月3日，河边的步道修好了，老人都说好走。\n'}
        build(self.make_site(**pages), self.folder / 'public')
        done = xianbao('check', '-C', self.folder)
        self.assertNotIn('error', done.stderr.decode())


class Issues(TemporaryFolder):
    """Newspaper pages, whatever they are called and whether they have stories or not."""

    def issue(self, paper, day, *names, text=STORY):
        self.write(f'content/{paper}/publication.yaml', f'title: {paper}\n')
        for name in names:
            self.write(f'content/{paper}/{day}/{name}.txt', text)

    def built(self):
        output = self.folder / 'public'
        build(self.folder, output)
        return Site(output)

    def called(self, site, path):
        """What the page at a path is called in its heading."""
        return next(element.text for element in site.pages[path].elements if element.name == 'h1')

    def test_they_are_turned_by_number(self):
        self.issue('甲报', '2014-09-26', '1版', '2版', '3版', '9版', '10版', '11版', 'A2版', 'A10版', 'B1版', 'p04')
        self.issue('乙报', '2014-09-26', '1版')
        site = self.built()
        path, seen = next(path for path in site.pages if path.endswith('/jia-bao-2014-09-26-1-ban.html')), []
        while path:
            seen.append(self.called(site, path))
            following = [url for element, _, url in site.pages[path].references if element.attributes.get('rel') == 'next']
            path = following and resolve(path, following[0])[0]
        self.assertEqual(seen, [f'甲报 2014年9月26日 第{n}版' for n in (1, 2, 3, 4, 9, 10, 11, 'A2', 'A10', 'B1')])
        stories = [path.rsplit('-', 1)[0] for path in site.pages['dates/2014-09.html'].links
                   if path.startswith('stories/jia-bao')]
        self.assertEqual(stories, [f'stories/jia-bao-2014-09-26-{name}' for name in (
            '1-ban', '2-ban', '3-ban', 'p04', '9-ban', '10-ban', '11-ban', 'a2-ban', 'a10-ban', 'b1-ban')])

    def test_a_reader_comes_by_each(self):
        masthead = '甲报\n2014年9月26日\n责任编辑：王强\n'
        self.issue('甲报', '2014-09-26', '1版', '2版')
        self.issue('甲报', '2014-09-26', '3版', text=masthead)
        self.issue('甲报', '2015-03-01', '1版', text=masthead.replace('2014年9月26日', ''))
        self.write('content/x.txt', '责任编辑：王强\n')
        for i in range(30):
            self.write(f'content/{1980 + i}/p{i}.txt', f'---\ndate: {1980 + i}\n---\n责任编辑：王强\n')
        site = self.built()
        seen, todo = {'index.html'}, ['index.html']
        while todo:
            for target in site.pages[todo.pop()].links:
                if target in site.pages and target not in seen:
                    seen.add(target)
                    todo.append(target)
        self.assertEqual(sum(path.startswith('pages/') for path in seen), 35)
        self.assertEqual(set(site.pages) - seen, {'404.html'})
        self.assertNotIn('no other page', xianbao('check', '-C', self.folder).stderr.decode())

    def test_check_tells_of_those_that_nothing_leads_to(self):
        self.write('templates/issues.html', '<!DOCTYPE html>\n<html><body></body></html>\n')
        self.issue('甲报', '2014-09-26', '1版', text='责任编辑：王强\n')
        for i in range(10):
            self.issue('甲报', f'2015-01-{10 + i}', '1版')
        self.built()
        said = xianbao('check', '-C', self.folder).stderr.decode()
        self.assertIn('public/pages/jia-bao-2014-09-26-1-ban.html: warning: no other page leads to it', said)


class Pictures(TemporaryFolder):
    """What an editorial page shows lies in templates/assets/."""

    def check(self, markdown):
        """What a check says of the page."""
        self.write('content/关于.md', markdown)
        build(self.make_site(a=STORY), self.folder / 'public')
        return [line for line in xianbao('check', '-C', self.folder).stderr.decode().splitlines() if 'guan-yu' in line]

    def test_a_picture_among_the_assets_is_shown(self):
        self.write('templates/assets/1986/photo.jpg', 'picture')
        self.assertEqual(self.check('![书屋](assets/1986/photo.jpg)\n'), [])
        self.assertEqual((self.folder / 'public/assets/1986/photo.jpg').read_text(), 'picture')

    def test_one_beside_the_page_is_not_and_that_is_told(self):
        self.write('content/photo.jpg', 'picture')
        said = self.check('![书屋](photo.jpg)\n')
        self.assertFalse((self.folder / 'public/photo.jpg').exists())
        self.assertEqual(len(said), 1)
        self.assertRegex(said[0], r'guan-yu\.html:\d+: error: link to photo\.jpg: there is no such file \(the page is made of '
                                  r'content/关于\.md; its pictures lie in templates/assets/')


if __name__ == '__main__':
    tap.main()
