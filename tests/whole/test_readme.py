#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What README.md shows is what comes out."""
import re

import tap
from harness import ROOT, TemporaryFolder, build, files_of, xianbao

README = (ROOT / 'README.md').read_text(encoding='utf-8')


def block(name):
    """The text of README's fenced block of that name."""
    return re.search(rf'^```{name}\n(.*?)^```$', README, re.M | re.S)[1]


class Readme(TemporaryFolder):
    page = 'content/2021-06-18/p02.txt'

    def setUp(self):
        super().setUp()
        path = self.folder / self.page
        path.parent.mkdir(parents=True)
        path.write_text(block('page'), encoding='utf-8')

    def test_the_page_splits_into_the_stories_shown(self):
        done = xianbao('split', '--format=text', self.page, cwd=self.folder)
        self.assertEqual(done.stdout.decode().strip(), block('stories').strip())

    def test_the_files_named_are_there(self):
        build(self.folder, self.folder / 'public')
        table = README[README.index('| file |'):README.index('## Try it')]
        named = set(re.findall(r'`([a-z]+/[^`]+|index\.html)`', table))
        self.assertGreater(len(named), 8)
        self.assertEqual(named - set(files_of(self.folder / 'public')), set())

    def test_every_link_of_the_documents_leads_to_a_file(self):
        for document in ROOT.glob('*.md'), (ROOT / 'docs').glob('*.md'):
            for path in document:
                for target in re.findall(r'\]\(([^)#:]+)\)', path.read_text(encoding='utf-8')):
                    self.assertTrue((path.parent / target).exists(), f'{path}: {target}')


if __name__ == '__main__':
    tap.main()
