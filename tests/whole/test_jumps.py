#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Stories that jump to another page: the halves lead to each other, if both are there."""
import re

import tap
from harness import Site, TemporaryFolder, build

FIRST = ('县里修水渠\n\n□ 记者 陆文远\n\n　　今年以来，县里把修水渠作为农业增收的大事，先后修好二十里，\n'
         '三个乡镇的麦田都浇上了水。水利局派出技术员，逐村检查渠道。\n\n　　“我家的麦子早就浇过了。”村民李润英说，\n{}\n')
SECOND = ('{}乡亲们说，往年要等到下雨才能浇地，今年渠里的水一直流到地头。\n\n'
          '　　下一步，县里还要再修三十里水渠，把水引到山上的果园里。\n')


class Jumps(TemporaryFolder):
    def built(self, first, second, first_path='2023-10-17/p01.txt', second_path='2023-10-17/p04.txt'):
        self.write('content/' + first_path, FIRST.format(first))
        self.write('content/' + second_path, SECOND.format(second))
        build(self.folder, self.folder / 'public')
        return Site(self.folder / 'public')

    def jumps(self, site):
        return {story['id']: story['continues'] for story in site.stories.values() if story['continues']}

    def cuts(self, site, story):
        page = site.pages[f'stories/{story}.html']
        return [element.text for element in page.by_class('cut')], page

    def test_halves_lead_to_each_other(self):
        site = self.built('（下转4版）', '（上接1版）')
        (first, second), = self.jumps(site).items()
        self.assertEqual(site.stories[second]['continued_from'], first)
        self.assertIsNone(site.stories[first]['continued_from'])
        for story, other, words in (first, second, '下接第 4 版的后半篇'), (second, first, '上接第 1 版的前半篇'):
            cuts, page = self.cuts(site, story)
            self.assertEqual(len(cuts), 1)
            self.assertIn(words, cuts[0])
            self.assertIn(site.stories[other]['headline'], cuts[0])
            self.assertIn(f'stories/{other}.html', page.links)
            self.assertNotIn('不在本版面', ''.join(element.text for element in page.by_class('notes')))

    def test_the_table_says_it_too(self):
        site = self.built('（下转4版）', '（上接1版）')
        (first, second), = self.jumps(site).items()
        table = site.files['data/stories.csv'].decode()
        self.assertRegex(table, re.compile(rf'^{first},.*?,true,{second},,', re.M | re.S))

    def test_a_half_alone_is_cut(self):
        for second, path in (('（上接2版）', '2023-10-17/p04.txt'), ('（上接1版）', '2023-10-17/p03.txt'),
                             ('（上接1版）', '2023-10-18/p04.txt')):
            with self.subTest(second + path):
                site = self.built('（下转4版）', second, second_path=path)
                self.assertEqual(self.jumps(site), {})
                first, = (id for id, story in site.stories.items() if story['headline'] == '县里修水渠')
                self.assertEqual(self.cuts(site, first)[0], ['后缺'])
                (self.folder / 'content' / path).unlink()


if __name__ == '__main__':
    tap.main()
