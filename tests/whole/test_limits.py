#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Inputs of impossible sizes and shapes: what they take grows as they do, and what is refused is told."""
import base64
import importlib.machinery
import importlib.util
import json
import os
import pathlib
import sys

import tap
from harness import ROOT, STORY, XIANBAO, TemporaryFolder, build, files_of, split, xianbao

sys.dont_write_bytecode = True
SANITIZED = b'__asan_init' in pathlib.Path(XIANBAO).read_bytes()
ROOM = 7 if SANITIZED else 1
SHORT, TIMES = 150_000, 4  # bytes; the long ones have so many times as many
MOST_TIMES = 10  # as long as the short ones, and a step on the way to 16, which would be quadratic
BASE, A_MEGABYTE = 100, 140  # MiB of memory


def bench():
    """bench/limits as a module, which has the shapes."""
    loader = importlib.machinery.SourceFileLoader('bench_limits', str(ROOT / 'bench' / 'limits'))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader('bench_limits', loader))
    loader.exec_module(module)
    return module


LIMITS = bench()

MARKDOWN = {
    'quotes in quotes': lambda size: '>' * (size // 2) + '\n' + '> a\n' * (size // 8),
    'lists in lists': lambda size: ''.join('  ' * (i % 100) + '- a\n' for i in range(size // 100)),
    'brackets that open': lambda size: '[' * size,
    'links in brackets': lambda size: '[a](b.html) ' * (size // 12),
    'pictures in pictures': lambda size: '![' * (size // 20) + 'a' + '](b.png)' * (size // 20),
    'stress in stress': lambda size: '*a **b ' * (size // 14) + 'c** d* ' * (size // 14),
    'stress over lines': lambda size: '*a\n' * (size // 6) + '*\n' * (size // 6),
    'ticks': lambda size: ''.join('a' + '`' * (i % 500) for i in range(size // 250)),
    'one heading again and again': lambda size: '# 关于\n\n' * (size // 10),
    'headings': lambda size: ''.join(f'# 关于 {i}\n\n' for i in range(size // 16)),
    'raw HTML': lambda size: '<b>a</b>\n' * (size // 9),
    'tags that open': lambda size: '<a ' * (size // 3),
    'references': lambda size: '[a]: b.html\n' * (size // 24) + '[a] ' * (size // 8),
    'entities': lambda size: '&amp;' * (size // 5),
}


class Measured(TemporaryFolder):
    def assert_linear(self, name, measure, most=MOST_TIMES):
        """MEASURE(size) returns (seconds, MiB): other programs disturb it, so it may be tried again."""
        tries = []
        for _ in range(4):
            (short, _), (long, memory) = measure(SHORT), measure(SHORT * TIMES)
            self.assertLess(memory, ROOM * (BASE + A_MEGABYTE * SHORT * TIMES / 1e6), name)
            if long < most * short:
                return
            tries.append((short, long))
        self.fail(f'{name}: {TIMES} times as much takes, in seconds: {tries}')

    def cost(self, *arguments, statuses=(0, 1)):
        status, seconds, memory, said = LIMITS.measure(XIANBAO, *arguments)
        self.assertIn(status, statuses, said[-500:])
        return seconds, memory


class Pages(Measured):
    def test_what_a_page_takes_grows_as_it_does(self):
        page = self.folder / 'page.txt'
        for name, shape in LIMITS.SHAPES.items():
            def measure(size):
                page.write_bytes(shape(size))
                return self.cost('split', '-q', page)
            with self.subTest(name):
                self.assert_linear(name, measure)

    def test_nothing_of_it_is_lost(self):
        page = self.folder / 'page.txt'
        for name, shape in LIMITS.SHAPES.items():
            if name in ('GB18030', 'UTF-16', 'bytes that cannot be decoded'):
                continue
            data = shape(40_000)
            data = data[:40_000].decode(errors='ignore').encode()
            page.write_bytes(data)
            spans = sorted(span for story in split(page) for block in story['blocks'] for span in block['spans'])
            at, left = 0, b''
            for start, end in spans:
                self.assertLessEqual(at, start, name)
                left += data[at:start]
                at = end
            left = (left + data[at:]).decode().replace('\ufeff', '')
            self.assertEqual(left.split(), [], (name, len(left)))

    def test_ten_thousand_quotes_in_each_other(self):
        for opens, closes in ('“', '”'), ('（', '）'), ('《', '》'), ('「', '」'), ('[', ']'):
            text = opens * 10_000 + '书屋' + closes * 10_000
            (self.folder / 'page.txt').write_text(text, encoding='utf-8')
            stories = split(self.folder / 'page.txt')
            self.assertEqual(''.join(block['text'] for story in stories for block in story['blocks']), text)

    def test_one_story_of_many_megabytes_is_published_and_found(self):
        """Its page, and the index of search, take as long as it is."""
        for name in 'one line of text', 'one repeated paragraph', 'place names', 'quotes in quotes':
            def measure(size):
                site = self.folder / 'site'
                (site / 'content').mkdir(parents=True, exist_ok=True)
                (site / 'content' / 'page.txt').write_bytes(LIMITS.SHAPES[name](size))
                return self.cost('build', '-C', site, '--full')
            self.assert_linear(name, measure)

    def test_front_matter_that_is_too_much(self):
        for text, says in (
                ('rights: x\n' + ''.join(f'key{i}: x\n' for i in range(5_000)), "unknown key 'key0'; ignored"),
                ('rights: "' + 'x' * 70_000 + '"\n', 'the line --- that closes the front matter is missing; read as part of the page'),
                ('date: ' + '[' * 20_000 + '\n', 'nested more than 16 levels deep; read as part of the page'),
                ('date: &a [x]\nrights: *a\n', 'an anchor (&name) cannot be used here')):
            (self.folder / 'page.txt').write_text(f'---\n{text}---\n\n{STORY}', encoding='utf-8')
            done = xianbao('split', self.folder / 'page.txt', timeout=60)
            self.assertEqual(done.returncode, 1)
            self.assertIn(says, done.stderr.decode())
            self.assertIn('每周六在河边', done.stdout.decode())


class Sites(Measured):
    def setUp(self):
        super().setUp()
        self.site = self.make_site(good=STORY)
        (self.site / 'templates').mkdir()

    def assert_refused(self, says, statuses=(2,)):
        """A build that ends soon, takes little memory, and says what is wrong."""
        status, seconds, memory, said = LIMITS.measure(XIANBAO, 'build', '-C', self.site)
        self.assertIn(status, statuses, said[:500])
        self.assertRegex(said, says)
        self.assertLess(seconds, ROOM * 10)
        self.assertLess(memory, ROOM * 200)
        self.assertLess(len(said), 1_000_000)

    def test_settings_that_explode_or_have_no_end(self):
        laughs = 'a0: &a0 [x]\n' + ''.join(f'a{i}: &a{i} [*a{i - 1}, *a{i - 1}]\n' for i in range(1, 60))
        for name in 'site.yaml', 'topics.yaml', 'publication.yaml':
            path = self.site / 'content' / name
            for text, says in ((laughs, 'an anchor (&name) cannot be used here'.replace('(', r'\(').replace(')', r'\)')),
                               ('[' * 100_000, 'nested more than 16 levels deep|block sequence'),
                               ('{a: ' * 100_000, 'nested more than 16 levels deep'),
                               ('- ' * 100_000, 'nested more than 16 levels deep'),
                               ('a:\n' + ' ' * 3_000_000, '(unknown key|expected)'),
                               ('"' + 'x' * 3_900_000 + '": 1\n', 'not well-formed YAML')):
                path.write_text(text, encoding='utf-8')
                self.assert_refused(says, (1, 2))
            os.truncate(path, 100_000_000)
            self.assert_refused('larger than 4 MiB; nothing was written')
            path.unlink()

    def test_topics_that_are_too_many(self):
        path = self.site / 'content' / 'topics.yaml'
        path.write_text(''.join(f'- {{id: t{i}, label: 农, words: [农业{i}]}}\n' for i in range(1_001)), encoding='utf-8')
        self.assert_refused('1001 topics of 1001 words: there can be 1000 of 20000; nothing was written')
        path.write_text(f'- {{id: t, label: 农, words: [{",".join(f"农业{i}" for i in range(20_001))}]}}\n', encoding='utf-8')
        self.assert_refused('1 topics of 20001 words')
        path.write_text(''.join(f'- {{id: t{i}, label: 农, words: [{",".join(f"农业{i}和{k}" for k in range(20))}]}}\n'
                                for i in range(1_000)), encoding='utf-8')
        self.assert_refused('^', (0, 1))

    def test_templates_that_use_themselves(self):
        template = self.site / 'templates' / 'story.html'
        for text, says in (
                ('<p metal:define-macro="m"><b metal:use-macro="macros/m"/></p>', 'nested more than 200 deep'),
                ('<p metal:use-macro="story.html/macros/m" metal:define-macro="m"/>', 'error: '),
                ('<b>' * 100_000 + '</b>' * 100_000, 'nest more than'),
                ('<!DOCTYPE html [<!ENTITY a "' + 'a' * 10_000 + '"><!ENTITY b "' + '&a;' * 10_000 + '">]><p>&b;</p>',
                 'a doctype with declarations of its own'),
                (None, 'larger than 64 MB')):
            if text:
                template.write_text(text, encoding='utf-8')
            else:
                os.truncate(template, 65 << 20)
            status, seconds, _, said = LIMITS.measure(XIANBAO, 'build', '-C', self.site)
            self.assertEqual(status, 2)
            self.assertRegex(said, says)
            self.assertLess(seconds, ROOM * 10)

    def test_editorial_pages(self):
        for name, shape in MARKDOWN.items():
            def measure(size):
                (self.site / 'content' / 'about.md').write_text('文字\n\n' + shape(size // 5), encoding='utf-8')
                return self.cost('build', '-q', '-C', self.site)
            with self.subTest(name):
                self.assert_linear(name, measure)

    def test_records_of_many_megabytes(self):
        record = json.loads(xianbao('split', '-C', self.site, '--format=record', 'content/good.txt').stdout)
        path = self.folder / 'records'
        huge = base64.b64encode(b'x' * 30_000_000).decode()
        path.write_text('\n'.join((json.dumps(record | {'record': huge}), '{"a":' * 100_000, '[' * 10_000_000,
                                   '"' + 'x' * 20_000_000 + '"', json.dumps(record))), encoding='utf-8')
        _, seconds, memory, said = LIMITS.measure(XIANBAO, 'build', '-C', self.site, f'--stories={path}')
        self.assertEqual([line.split(':')[1] for line in said.splitlines() if 'this is no line of' in line], ['2', '3', '4'])
        self.assertLess(seconds, ROOM * 10)
        self.assertLess(memory, ROOM * 300)
        self.assertTrue(list((self.site / 'public' / 'stories').glob('good-*')))

    def test_many_files(self):
        """Each takes the same, in time and in memory."""
        costs = []
        for site, count in ((self.folder / 'few', 1_000), (self.folder / 'many', 1_000 * TIMES)):
            for i in range(count):
                folder = site / 'content' / str(i // 100)
                folder.mkdir(parents=True, exist_ok=True)
                (folder / f'{i}.txt').write_text(f'本报讯 第{i}号读书会每周六举行。\n', encoding='utf-8')
            costs.append(self.cost('build', '-q', '-C', site))
            pages = [path for path in (site / 'public' / 'pages').iterdir() if path.name != 'index.html']
            self.assertEqual(len(pages), count)
        (few, few_memory), (many, memory) = costs
        self.assertLess(many, MOST_TIMES * few)
        self.assertLess(memory - few_memory, ROOM * 3_000 * 8 / 1024)  # 8 KiB a file

    def test_a_year_of_many_stories(self):
        """Its tenth page is not October's."""
        text = '\n\n'.join(STORY.replace('汾河', f'第{i}河').replace('书屋', f'书屋{i}') for i in range(470))
        self.write('content/year.txt', f'---\ndate: 2023\n---\n\n{text}')
        self.write('content/month.txt', f'---\ndate: 2023-10\n---\n\n{STORY.replace("汾河", "沁河")}')
        build(self.site, self.site / 'public')
        dates = [path for path in files_of(self.site / 'public') if path.startswith('dates/2023')]
        self.assertIn('dates/2023-10.html', dates)
        self.assertIn('dates/2023-year-10.html', dates)
        done = self.run_and_expect(0, 'check', '-q', '-C', self.site)
        self.assertEqual(done.stderr, b'')


if __name__ == '__main__':
    tap.main()
