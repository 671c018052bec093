#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What README.md shows is what comes out."""
import re
import unittest

import tap
from harness import ROOT, TemporaryFolder, build, files_of, xianbao

README = (ROOT / 'README.md').read_text(encoding='utf-8')


def block(name):
    """The text of README's fenced block of that name."""
    return re.search(rf'^```{name}\n(.*?)^```$', README, re.M | re.S)[1]


class Readme(TemporaryFolder):
    page = re.search(r'This page, saved as `([^`]+)`', README)[1]

    def setUp(self):
        super().setUp()
        path = self.folder / self.page
        path.parent.mkdir(parents=True)
        path.write_text(block('page'), encoding='utf-8')

    def test_the_page_splits_into_the_stories_shown(self):
        _, *command = re.search(r'`(build/xianbao split [^`]+)`', README)[1].split()
        done = xianbao(*command, cwd=self.folder)
        self.assertEqual(done.stdout.decode().strip(), block('stories').strip())

    def test_the_files_named_are_there(self):
        build(self.folder / 'my-archive', self.folder / 'my-archive' / 'public')
        table = README[README.index('| file |'):README.index('## Try it')]
        named = set(re.findall(r'`([a-z]+/[^`]+|index\.html)`', table))
        self.assertGreater(len(named), 8)
        self.assertEqual(named - set(files_of(self.folder / 'my-archive' / 'public')), set())


class Documents(unittest.TestCase):
    def test_every_file_that_they_name_is_there(self):
        for path in [*ROOT.glob('*.md'), *ROOT.glob('docs/*.md')]:
            text = path.read_text(encoding='utf-8')
            named = re.findall(r'\]\(([^)#:]+)[)#]', text)
            self.assertEqual([name for name in named if not (path.parent / name).exists()], [], path)
            named = re.findall(r'`((?:src|docs|man|templates)/[a-z_/.0-9-]+)`', text)
            self.assertEqual([name for name in named if not (ROOT / name).exists()], [], path)


if __name__ == '__main__':
    tap.main()
