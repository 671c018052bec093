#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A new site's folder has what a site begins with, and making it takes nothing away."""
import os

import tap
from harness import ROOT, STORY, TemporaryFolder, build, files_of, xianbao


class Init(TemporaryFolder):
    def setUp(self):
        super().setUp()
        self.site = self.folder / 'new' / 'archive'

    def test_a_new_folder_has_the_default_templates(self):
        done = xianbao('init', self.site)
        self.assertEqual(done.returncode, 0, done.stderr)
        made = files_of(self.site)
        templates = {f'templates/{name}': text for name, text in files_of(ROOT / 'templates').items()}
        self.assertEqual({name: text for name, text in made.items() if name.startswith('templates/')}, templates)
        self.assertEqual(made.keys() - templates.keys(), {'content/about.md', 'content/site.yaml'})
        self.assertIn(f'made {len(made)} files in {self.site}; put the text', done.stderr.decode())

    def test_it_builds_what_the_built_in_templates_build(self):
        xianbao('init', self.site)
        (self.site / 'content' / 'p1.txt').write_text(STORY, encoding='utf-8')
        done = build(self.site, self.folder / 'own')
        self.assertNotIn(b'site.yaml', done.stderr)
        for path in sorted((self.site / 'templates').rglob('*'), reverse=True):
            path.unlink() if path.is_file() else path.rmdir()
        build(self.site, self.folder / 'built-in')
        self.assertIn('about.html', files_of(self.folder / 'own'))
        self.assertEqual(files_of(self.folder / 'own'), files_of(self.folder / 'built-in'))

    def test_what_is_there_stays(self):
        self.site.mkdir(parents=True)
        (self.site / 'content').mkdir()
        (self.site / 'content' / 'site.yaml').write_text('title: 岚县旧报\n', encoding='utf-8')
        (self.site / 'templates').mkdir()
        (self.site / 'templates' / 'home.html').symlink_to('nowhere')
        done = xianbao('init', '-v', cwd=self.site)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual((self.site / 'content' / 'site.yaml').read_text(encoding='utf-8'), 'title: 岚县旧报\n')
        self.assertEqual(os.readlink(self.site / 'templates' / 'home.html'), 'nowhere')
        self.assertIn('content/site.yaml: note: is there already; left as it was', done.stderr.decode())
        self.assertIn(', 2 were there and stay', done.stderr.decode())

    def test_what_cannot_be_written_is_told(self):
        (self.folder / 'new').write_text('', encoding='utf-8')
        done = xianbao('init', self.site)
        self.assertEqual(done.returncode, 2)
        self.assertIn(f'{self.site}: error: cannot be made a folder: Not a directory', done.stderr.decode())

    def test_one_folder_at_a_time(self):
        done = xianbao('init', self.folder / 'a', self.folder / 'b')
        self.assertEqual(done.returncode, 2)
        self.assertEqual(files_of(self.folder), {})


if __name__ == '__main__':
    tap.main()
