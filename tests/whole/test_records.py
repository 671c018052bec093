#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Other machines put pages together, and one makes the site: the same bytes as if it had done all."""
import json
import shutil

import tap
from harness import PAGES, STORY, TemporaryFolder, build, files_of, split, xianbao


class Records(TemporaryFolder):
    def setUp(self):
        super().setUp()
        self.site = self.folder / 'site'
        paper = self.site / 'content' / '甲报'
        paper.mkdir(parents=True)
        (paper / 'publication.yaml').write_text('title: 甲报\nplace: "141127"\n', encoding='utf-8')
        issue = paper / '2020-01-01'
        issue.mkdir()
        for i, page in enumerate(PAGES):
            shutil.copy(page, issue / f'{4 * i + 2}版.txt')  # 10, 14, 18, 2, 6 by name
        (self.site / 'content' / 'a.txt').write_text(STORY, encoding='utf-8')
        self.names = [str(path.relative_to(self.site)) for path in sorted(self.site.rglob('*.txt'))]
        build(self.site, self.folder / 'plain')
        self.plain = files_of(self.folder / 'plain')
        shutil.rmtree(self.site / '.xianbao')

    def test_what_front_matter_sets_right(self):
        """Shown, told, in the JSON, the same from records and when nothing but it has changed."""
        def filed():
            stories = split('-C', self.site, self.site / 'content' / 'a.txt')
            return next(story for story in stories if story['kind'] == 'story')

        first = filed()
        self.assertNotIn('given', json.dumps(first))
        lines = ['---', 'stories:', f'  - id: {first["id"]}', '    places: ["141100", "141127"]', '    topics: [law]',
                 '    date: 2019-05-04', '---', '']
        (self.site / 'content' / 'a.txt').write_text('\n'.join(lines) + STORY, encoding='utf-8')
        story = filed()
        self.assertEqual(story['id'], first['id'])
        self.assertEqual([(county['code'], county['given']) for county in story['counties']], [('141127', True)])
        self.assertEqual([(region['code'], region['given']) for region in story['regions']], [('141100', True)])
        self.assertEqual([(topic['id'], topic['given']) for topic in story['topics']], [('law', True)])
        self.assertEqual(story['date'], {'value': '2019-05-04', 'precision': 'day', 'basis': 'front-matter'})
        for output in 'anew', 'cached':
            build(self.site, self.folder / output)
        shutil.rmtree(self.site / '.xianbao')
        records = self.records(self.names)
        build(self.site, self.folder / 'joined', '--stories=-', input=records)
        anew = files_of(self.folder / 'anew')
        self.assertEqual(files_of(self.folder / 'cached'), anew)
        self.assertEqual(files_of(self.folder / 'joined'), anew)
        self.assertIn('整理者著录', anew[f'stories/{story["id"]}.html'].decode())
        self.assertIn(story['id'], anew['counties/141127.html'].decode())
        told = self.run_and_expect(0, 'explain', '-C', self.site, story['id']).stdout.decode()
        self.assertEqual(told.count("the page's front matter says"), 3)

    def test_that_front_matter_says_none(self):
        (self.site / 'content' / 'a.txt').write_text(
            f'---\nstories: [{{id: {split("-C", self.site, self.site / "content" / "a.txt")[0]["id"]}, places: [none], '
            'topics: [none]}]\n---\n' + STORY, encoding='utf-8')
        stories = split('-C', self.site, self.site / 'content' / 'a.txt')
        story = next(story for story in stories if story['kind'] == 'story')
        self.assertEqual((story['counties'], story['regions'], story['topics']), ([], [], []))
        self.assertTrue(story['places_given'] and story['topics_given'])
        build(self.site, self.folder / 'none')
        page = (self.folder / 'none' / 'stories' / f'{story["id"]}.html').read_text(encoding='utf-8')
        self.assertIn('不归入任何地方：整理者著录', page)
        self.assertIn('不归入任何主题：整理者著录', page)

    def records(self, names, where=None):
        """The lines of the pages, as a machine makes them that has a copy of the site's folder."""
        listed = ''.join(f'{name}\n' for name in names).encode()
        return xianbao('split', '-C', where or self.site, '--format=record', '--files-from=-', input=listed).stdout

    def made(self):
        return {path.name: path.stat().st_mtime_ns for path in (self.site / '.xianbao' / 'pages').iterdir()}

    def test_two_machines(self):
        elsewhere = self.folder / 'elsewhere'
        shutil.copytree(self.site, elsewhere)
        files = []
        for part in range(2):
            files.append(self.folder / f'{part}.ndjson')
            files[-1].write_bytes(self.records(self.names[part::2], elsewhere))
        build(self.site, self.folder / 'joined', *(f'--stories={file}' for file in files))
        self.assertEqual(files_of(self.folder / 'joined'), self.plain)

    def test_through_a_pipe_in_any_order(self):
        lines = self.records(reversed(self.names))
        self.assertEqual([json.loads(line)['source'] for line in lines.splitlines()], self.names[::-1])
        done = xianbao('build', '-C', self.site, '-o', self.folder / 'joined', '--stories=-', input=lines)
        self.assertIn(done.returncode, (0, 1))
        self.assertEqual(files_of(self.folder / 'joined'), self.plain)

    def test_a_page_that_changed_since_is_put_together_here(self):
        file = self.folder / 'a.ndjson'
        file.write_bytes(self.records(self.names))
        (self.site / 'content' / 'a.txt').write_text(STORY.replace('汾河', '沁河'), encoding='utf-8')
        build(self.site, self.folder / 'joined', f'--stories={file}')
        shutil.rmtree(self.site / '.xianbao')
        build(self.site, self.folder / 'plain')
        self.assertEqual(files_of(self.folder / 'joined'), files_of(self.folder / 'plain'))
        said = build(self.site, self.folder / 'joined', f'--stories={file}').stderr
        self.assertIn(f'1 of {len(self.names)} records are not of'.encode(), said)

    def test_lines_that_are_no_records(self):
        file = self.folder / 'a.ndjson'
        whole = self.records(self.names[:1])
        record = json.loads(whole)
        bad = [b'junk', b'{}', b'[1]', whole[:200], json.dumps(dict(record, record='x')).encode(),
               json.dumps(dict(record, made_of='12')).encode(), json.dumps(dict(record, source='')).encode(), b'\xff\xfe']
        file.write_bytes(b'\n'.join(bad) + b'\n\n' + whole)
        said = build(self.site, self.folder / 'joined', f'--stories={file}').stderr.decode()
        self.assertEqual([int(line.split(':')[1]) for line in said.splitlines() if 'no line of' in line],
                         list(range(1, len(bad) + 1)))
        self.assertEqual(files_of(self.folder / 'joined'), self.plain)

    def test_what_cannot_be(self):
        done = xianbao('build', '-C', self.site, '-o', self.folder / 'joined', '--stories=/nowhere')
        self.assertEqual(done.returncode, 2)
        self.assertFalse((self.folder / 'joined').exists())
        self.assertEqual(xianbao('build', '-C', self.site, '--full', '--stories=/nowhere').returncode, 2)
        done = xianbao('split', '-C', self.site, '--format=record', 'content/none.txt', '../a.txt')
        self.assertEqual((done.returncode, done.stdout), (1, b''))
        self.assertEqual(done.stderr.count(b'no such page'), 2)
        self.assertEqual(xianbao('split', '-C', self.site, '--format=record').returncode, 2)
        self.assertEqual(xianbao('split', '-C', self.site, '--format=record', '--dump=lines', 'content/a.txt').returncode, 2)
        self.assertEqual(xianbao('split', '-C', self.site, '--format=record', './content/a.txt').stdout,
                         self.records(['content/a.txt']))
        shutil.rmtree(self.site / '.xianbao')
        (self.site / '.xianbao').write_text('a file')
        file = self.folder / 'a.ndjson'
        file.write_bytes(self.records(self.names))
        done = xianbao('build', '-C', self.site, '-o', self.folder / 'joined', f'--stories={file}')
        self.assertEqual(done.returncode, 2)
        self.assertIn(b'.xianbao cannot be written', done.stderr)


if __name__ == '__main__':
    tap.main()
