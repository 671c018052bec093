#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""`xianbao split`: where pages come from, the formats, what standard output carries."""
import json
import subprocess

import tap
from harness import PAGES, STORY, XIANBAO, TemporaryFolder, split, xianbao


class Split(TemporaryFolder):
    def test_double_dash_ends_options(self):
        (self.folder / '--format=text').write_text(STORY, encoding='utf-8')
        stories = split('--', '--format=text', cwd=self.folder)
        self.assertEqual(stories[0]['source'], '--format=text')

    def test_json_is_the_default(self):
        plain = self.run_and_expect(0, 'split', PAGES[0])
        self.assertEqual(plain.stdout, self.run_and_expect(0, 'split', '--format=json', PAGES[0]).stdout)

    def test_standard_input(self):
        from_file = self.run_and_expect(0, 'split', PAGES[0])
        from_input = self.run_and_expect(0, 'split', input=PAGES[0].read_bytes())
        dash = self.run_and_expect(0, 'split', '-', input=PAGES[0].read_bytes())
        blocks = [[json.loads(line)['blocks'] for line in done.stdout.splitlines()]
                  for done in (from_file, from_input, dash)]
        self.assertEqual(blocks[0], blocks[1])
        self.assertEqual(blocks[0], blocks[2])

    def test_several_files(self):
        together = split(*PAGES)
        apart = [story for page in PAGES for story in split(page)]
        self.assertEqual(together, apart)
        self.assertEqual({story['source'] for story in together}, set(map(str, PAGES)))

    def test_names_from_a_list(self):
        expected = self.run_and_expect(0, 'split', *PAGES).stdout
        names = ''.join(f'{page}\n' for page in PAGES[1:]).encode()
        self.assertEqual(self.run_and_expect(0, 'split', '--files-from=-', PAGES[0], input=names).stdout, expected)
        (self.folder / 'list').write_bytes(names.replace(b'\n', b'\r\n\n'))
        from_file = self.run_and_expect(0, 'split', f'--files-from={self.folder / "list"}', PAGES[0])
        self.assertEqual(from_file.stdout, expected)
        self.assertEqual(self.run_and_expect(0, 'split', '--files-from=-', input=b'').stdout, b'')

    def test_a_list_that_names_what_is_not_there(self):
        done = self.run_and_expect(1, 'split', '--files-from=-', input=f'no-such.txt\n{PAGES[0]}'.encode())
        self.assertIn(b'no-such.txt', done.stderr)
        self.assertEqual(done.stdout, self.run_and_expect(0, 'split', PAGES[0]).stdout)
        done = self.run_and_expect(2, 'split', f'--files-from={self.folder / "none"}')
        self.assertEqual(done.stdout, b'')
        self.assertIn(b'none cannot be read', done.stderr)

    def test_stories_come_as_soon_as_a_name_is_there(self):
        with subprocess.Popen([XIANBAO, 'split', '--files-from=-'], stdin=subprocess.PIPE,
                              stdout=subprocess.PIPE) as process:
            for page in PAGES[:2]:
                process.stdin.write(f'{page}\n'.encode())
                process.stdin.flush()
                self.assertEqual(json.loads(process.stdout.readline())['source'], str(page))
                for _ in split(page)[1:]:
                    process.stdout.readline()
            process.stdin.close()
        self.assertEqual(process.returncode, 0)

    def test_shape_of_json(self):
        keys = {'source', 'id', 'kind', 'headline', 'headline_derived', 'kicker', 'subtitle', 'bylines', 'dateline',
                'date', 'truncated', 'counties', 'passing', 'open', 'regions', 'topics', 'confidence', 'blocks'}
        stories = split(*PAGES)
        self.assertGreater(len(stories), 20)
        for story in stories:
            self.assertEqual(set(story), keys)
            self.assertIn(story['kind'], ('story', 'photo', 'residue'))
            self.assertTrue(story['headline'] or story['kind'] == 'residue')
            for county in story['counties']:
                self.assertRegex(county['code'], r'^\d{6}$')

    def test_markdown_and_text(self):
        for form, start in ('markdown', '---\n'), ('text', '== '):
            done = self.run_and_expect(0, 'split', f'--format={form}', *PAGES)
            printed = done.stdout.decode()
            self.assertTrue(printed.startswith(start))
            for story in split(*PAGES):
                if story['kind'] != 'residue':
                    self.assertIn(story['headline'].split()[0], printed)

    def test_every_stage_can_be_dumped(self):
        for stage in 'lines', 'blocks', 'links', 'fragments', 'confidence', 'stories':
            done = self.run_and_expect(0, 'split', f'--dump={stage}', PAGES[0])
            self.assertGreater(len(done.stdout), 100, stage)

    def test_a_file_that_is_not_there(self):
        done = xianbao('split', PAGES[0], 'nowhere.txt')
        self.assertEqual(done.returncode, 1)
        self.assertTrue(done.stdout)
        self.assertRegex(done.stderr.decode(), r'nowhere\.txt: error: .*; .*')

    def test_output_that_cannot_be_written(self):
        with open('/dev/full', 'wb') as full:
            done = subprocess.run([XIANBAO, 'split', PAGES[0]], stdout=full, stderr=subprocess.PIPE, check=False)
        self.assertEqual(done.returncode, 2)
        self.assertIn('No space', done.stderr.decode())


if __name__ == '__main__':
    tap.main()
