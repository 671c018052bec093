#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The command line: options, help, standard output, exit statuses, the form of diagnostics."""
import re
import time

import tap
from harness import PAGES, STORY, TemporaryFolder, files_of, split, xianbao

COMMANDS = 'build', 'split', 'check', 'explain', 'bag', 'help'
DIAGNOSTIC = re.compile(r'[^:\n]+(:\d+(:\d+)?)?: (note|warning|error): [^;\n]+.*; [^\n]+')


class CommandLine(TemporaryFolder):
    def assert_usage_error(self, hint, *arguments):
        done = self.run_and_expect(2, *arguments, cwd=self.folder)
        self.assertEqual(done.stdout, b'')
        self.assertIn(hint, done.stderr.decode())
        self.assertLessEqual(len(done.stderr.splitlines()), 3)
        self.assertEqual(files_of(self.folder), {})

    def test_version(self):
        done = self.run_and_expect(0, '--version')
        self.assertRegex(done.stdout.decode(), r'^xianbao \d+\.\d+\.\d+\n$')
        self.assertEqual(done.stderr, b'')

    def test_help_names_every_command(self):
        for arguments in ('help',), ('--help',), ('-h',):
            done = self.run_and_expect(0, *arguments)
            for command in COMMANDS:
                self.assertIn(command, done.stdout.decode())

    def test_help_of_each_command(self):
        for command in COMMANDS:
            asked = self.run_and_expect(0, 'help', command)
            self.assertIn(f'xianbao {command}', asked.stdout.decode())
            self.assertEqual(self.run_and_expect(0, command, '--help').stdout, asked.stdout)
            self.assertLessEqual(max(map(len, asked.stdout.decode().splitlines())), 100)

    def test_help_names_every_option_of_build(self):
        text = self.run_and_expect(0, 'help', 'build').stdout.decode()
        for option in '--base-url', '--full', '--jobs', '--output', '--directory', '--quiet', '--verbose':
            self.assertIn(option, text)

    def test_a_site_is_not_written_over_its_sources(self):
        self.write('content/a.txt', STORY)
        self.write('templates/assets/extra.css', '')
        before = files_of(self.folder)
        for out in '.', '..', 'content', 'content/x', 'templates', f'{self.folder}/content/':
            done = self.run_and_expect(2, 'build', '-o', out, cwd=self.folder)
            self.assertIn('choose another with -o; nothing was written', done.stderr.decode())
            self.assertEqual(done.stderr.count(b'\n'), 1)
            self.assertEqual(files_of(self.folder), before)

    def test_an_archive_without_pages_says_so(self):
        self.write('content/about.md', '# About\n')
        done = self.run_and_expect(1, 'build', cwd=self.folder)
        self.assertIn('holds no page (.txt); the site has no stories', done.stderr.decode())

    def test_a_folder_that_is_no_site(self):
        for arguments in ('build',), ('check',), ('bag', 'b'), ('build', '-C', 'none'):
            done = self.run_and_expect(2, *arguments, cwd=self.folder)
            self.assertEqual(done.stderr.decode().split(': ', 1)[1],
                             "error: there is no such folder (-C DIR names a site's folder, 'xianbao init' makes one); "
                             'nothing was written\n')
        self.write('content', 'a file')
        done = self.run_and_expect(2, 'build', cwd=self.folder)
        self.assertEqual(done.stderr, b'content: error: cannot be read: Not a directory; nothing was written\n')

    def test_nothing_to_do(self):
        self.assert_usage_error('help')

    def test_unknown_command_is_told_what_is_near(self):
        self.assert_usage_error('build', 'biuld')
        self.assert_usage_error('split', 'spilt')
        self.assert_usage_error('help', 'frobnicate')

    def test_unknown_option_is_told_what_is_near(self):
        self.assert_usage_error('--full', 'build', '--fulll')
        self.assert_usage_error('--format', 'split', '--fromat=json')
        self.assert_usage_error('-x', 'build', '-x')

    def test_values_that_are_missing_or_wrong(self):
        self.assert_usage_error('--output', 'build', '--output')
        self.assert_usage_error('--full', 'build', '--full=yes')
        for wrong in '0', '-1', 'two', '2x', '', '99999999999999999999':
            self.assert_usage_error('threads', 'build', '--jobs=' + wrong)
        self.assert_usage_error('json', 'split', '--format=xml')
        self.assert_usage_error('blocks', 'split', '--dump=stanzas')
        self.assert_usage_error('build', 'build', 'more')

    def test_every_option_with_and_without_equals_sign(self):
        site, output = self.make_site(a=STORY), self.folder / 'out'
        forms = (
            ['--directory', site, '--output', output, '--base-url', 'https://example.org/a/', '--jobs', 2],
            [f'--directory={site}', f'--output={output}', '--base-url=https://example.org/a/', '--jobs=2'],
            ['-C', site, '-o', output, '--base-url=https://example.org/a/', '-j', 2, '--full', '--quiet'],
            [f'-C{site}', f'-o{output}', '--base-url=https://example.org/a/', '-j2', '-q', '-v', '--verbose'],
        )
        built = []
        for form in forms:
            done = xianbao('build', *form)
            self.assertIn(done.returncode, (0, 1), done.stderr)
            built.append(files_of(output))
        self.assertGreater(len(built[0]), 5)
        self.assertEqual(built[1:], built[:-1])

    def test_default_folders_are_here(self):
        self.make_site(a=STORY)
        self.assertIn(xianbao('build', cwd=self.folder).returncode, (0, 1))
        self.assertIn('public/index.html', files_of(self.folder))

    def test_relative_output_is_beside_the_caller_or_the_site(self):
        self.make_site(a=STORY)
        (self.folder / 'elsewhere').mkdir()
        done = xianbao('build', '-C', '..', '-o', 'out', cwd=self.folder / 'elsewhere')
        self.assertIn(done.returncode, (0, 1))
        self.assertEqual(sum(path.endswith('out/index.html') for path in files_of(self.folder)), 1)


class Diagnostics(TemporaryFolder):
    def test_form_and_place(self):
        site = self.make_site(a='---\ndate: 2023-10-17\nheadwear: hat\n---\n' + STORY)
        done = self.run_and_expect(1, 'build', '-C', site, '-o', self.folder / 'out')
        self.assertEqual(done.stdout, b'')
        lines = done.stderr.decode().splitlines()
        self.assertTrue(any('a.txt:3:1: warning: ' in line and 'headwear' in line for line in lines), lines)
        for line in lines:
            self.assertRegex(line, DIAGNOSTIC)

    def test_good_content_says_nothing_where_there_is_no_terminal(self):
        done = self.run_and_expect(0, 'build', '-C', self.make_site(a=STORY), '-o', self.folder / 'out')
        self.assertEqual((done.stdout, done.stderr), (b'', b''))

    def test_no_control_characters_reach_the_terminal(self):
        site = self.make_site(**{'a\u202e': '---\nheadwear: hat\n---\n' + STORY, 'b\x1b[31m': STORY})
        done = self.run_and_expect(1, 'build', '-C', site, '-o', self.folder / 'out')
        self.assertIn(r'a\u202e.txt:2:1: warning', done.stderr.decode())
        self.assertIn(r'b\u001b[31m.txt: warning', done.stderr.decode())

    def test_check_looks_at_the_built_site(self):
        site = self.make_site(a=STORY)
        self.run_and_expect(0, 'build', '-C', site)
        self.run_and_expect(0, 'check', '-C', site)
        page = site / 'public' / 'index.html'
        page.write_text(page.read_text(encoding='utf-8').replace('href="', 'href="no'), encoding='utf-8')
        done = self.run_and_expect(1, 'check', '-C', site)
        self.assertRegex(done.stderr.decode(), r'index\.html:\d+: error: link to no')

    def test_check_reports_the_same_and_writes_nothing(self):
        site = self.make_site(a='---\nheadwear: hat\n---\n' + STORY)
        before = files_of(site)
        checked = self.run_and_expect(1, 'check', '-C', site)
        self.assertEqual(files_of(site), before)
        self.assertIn('headwear', checked.stderr.decode())

    def test_check_for_a_host_tells_of_a_site_that_is_not_of_today(self):
        site = self.make_site(a=STORY)
        self.run_and_expect(0, 'build', '-C', site)  # of what was written just now
        for spelled in (site, f'{site}/', f'{site}/content/..'):
            checked = self.run_and_expect(0, 'check', '--host=github', '-C', spelled)
            self.assertNotIn(b'as they are now', checked.stderr)
        (site / 'content' / 'b.txt').write_text(STORY, encoding='utf-8')
        checked = self.run_and_expect(0, 'check', '--host=github', '-C', site)
        self.assertIn(b'public: note: nothing shows that it was made of the sources as they are now', checked.stderr)
        self.assertNotIn(b'as they are now', self.run_and_expect(0, 'check', '-C', site).stderr)

    def test_check_of_good_content(self):
        done = self.run_and_expect(0, 'check', '-C', self.make_site(a=STORY))
        self.assertNotIn(b'warning', done.stderr)

    def test_check_names_what_to_look_at_first(self):
        site = self.make_site(**{page.stem: page.read_text(encoding='utf-8') for page in PAGES})
        doubts = [story['confidence'] for story in split(*sorted((site / 'content').glob('*.txt')))
                  if story['kind'] != 'residue' and story['confidence'] < .895]
        checked = self.run_and_expect(0, 'check', '-C', site).stderr.decode()
        told = re.findall(r'^\S+\.txt:\d+:\d+: note: the story .*\(confidence (0\.\d\d)\); ', checked, re.M)
        self.assertEqual(told, sorted(told))
        self.assertGreaterEqual(len(told), min(len(doubts), 20))
        self.assertLessEqual(len(told), 20)
        self.assertNotIn(b'confidence', self.run_and_expect(0, 'check', '-q', '-C', site).stderr)

    def test_check_names_all_that_is_to_be_looked_at_where_it_is_asked_to(self):
        site = self.make_site(**{f'p{number}': f'　　本报讯 今天下了第{number}场雨。\n' for number in range(25)})
        named = r'note: the story .* \(confidence 0\.\d\d\)'
        first = self.run_and_expect(0, 'check', '-C', site).stderr.decode()
        self.assertEqual(len(re.findall(named, first)), 20)
        self.assertIn('note: 5 more stories have a confidence below 0.9; not named, for those above come first; -v names all\n', first)
        every = self.run_and_expect(0, 'check', '-v', '-C', site).stderr.decode()
        self.assertEqual(len(re.findall(named, every)), 25)
        self.assertNotIn('more stories have', every)

    def test_check_of_a_folder_that_is_no_site(self):
        self.run_and_expect(2, 'check', '-C', self.folder)
        self.run_and_expect(2, 'build', '-C', self.folder)
        self.assertEqual(files_of(self.folder), {})


if __name__ == '__main__':
    tap.main()
