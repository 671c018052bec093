#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A story that several papers printed leads to its other printings."""
import tap
from harness import Site, TemporaryFolder, build

SENT = ('　　入秋以来，河边的书屋每到周六都坐满了人。书屋由旧粮站改成，藏书六千余册，去年接待读者一万二千人次，附近的居民吃过晚饭就来，看书的看书，下棋的下棋。\n\n'
        '　　“孩子们放了学就在这里写作业，家里大人下地也放心。”书屋的管理员说，来的人一周比一周多，书架从六排添到了十排，桌椅是村里的木匠自己打的。\n\n'
        '　　今年冬天，书屋还要装上暖气，晚上开到九点。县图书馆每个月送来一批新书，看完了再换，讲课的老师也一月来一回。\n')
OTHER = ('　　入冬以来，县水务局组织技术人员对全县二十三座水库逐一进行检查，发现问题当场登记，限期整改，确保明年春灌用水。\n\n'
         '　　“坝上的裂缝要在上冻以前补好。”技术员周远山说，今年的检查比往年早了半个月，坝坡、涵管、闸门都要一处一处看过。\n')


class Printings(TemporaryFolder):
    def setUp(self):
        super().setUp()
        for paper, headline, text in (('岚县报', '河边书屋坐满人', SENT), ('兴县报', '书屋里的灯亮到九点', '　　本报综合消息。\n\n' + SENT),
                                      ('临县报', '水库上冻前查一遍', OTHER)):
            self.write(f'content/{paper}/publication.yaml', f'title: {paper}\n')
            self.write(f'content/{paper}/2021-10-1{len(text) % 7}/p01.txt', f'{headline}\n\n{text}')
        build(self.folder, self.folder / 'public')
        self.site = Site(self.folder / 'public')
        self.ids = {story['headline']: id for id, story in self.site.stories.items()}

    def test_they_lead_to_each_other(self):
        one, other = self.ids['河边书屋坐满人'], self.ids['书屋里的灯亮到九点']
        first = self.site.stories[one]['first_printing']
        self.assertEqual(first, min(one, other, key=lambda id: self.site.stories[id]['date']['value']))
        self.assertEqual(self.site.stories[other]['first_printing'], first)
        self.assertIsNone(self.site.stories[self.ids['水库上冻前查一遍']]['first_printing'])
        for id, link, paper in (one, other, '兴县报'), (other, one, '岚县报'):
            page = self.site.files[f'stories/{id}.html'].decode()
            part = page[page.index('同文另载'):page.index('<h2 id="cite"')]
            self.assertIn(f'../stories/{link}.html', part)
            self.assertIn(paper, part)
        self.assertNotIn('同文另载', self.site.files[f'stories/{self.ids["水库上冻前查一遍"]}.html'].decode())

    def test_the_table_says_it_too(self):
        first = self.site.stories[self.ids['书屋里的灯亮到九点']]['first_printing']
        head, *rows = self.site.files['data/stories.csv'].decode().splitlines()
        self.assertIn('first_printing', head.split(','))
        self.assertEqual(sum(f',{first},' in row for row in rows), 2)

    def test_lists_say_how_many_there_are(self):
        month = self.site.files['dates/2021-10.html'].decode()
        self.assertEqual(month.count('同文另有 1 处'), 2)

    def test_the_front_page_has_one_of_them(self):
        page = self.site.files['index.html'].decode().replace('<wbr>', '')
        trio = page.index('<section class="trio"')
        chosen = page[page.index('<h2 id="lead">'):page.index('</h2>', page.index('<h2 id="lead">'))] + \
            page[trio:page.index('</section>', trio)]
        self.assertEqual(('河边书屋坐满人' in chosen) + ('书屋里的灯亮到九点' in chosen), 1)


class Many(TemporaryFolder):
    def test_a_story_of_many_printings_names_the_nearest(self):
        for day in range(1, 29):
            self.write(f'content/2021-10-{day:02}/p01.txt', f'书屋里的灯\n\n{SENT}')
        build(self.folder, self.folder / 'public')
        site = Site(self.folder / 'public')
        id, = (id for id, story in site.stories.items() if story['date']['value'] == '2021-10-14')
        page = site.files[f'stories/{id}.html'].decode()
        part = page[page.index('同文另载'):page.index('<h2 id="cite"')]
        self.assertEqual(part.count('<li>'), 12)
        self.assertIn('共 27 处', part)
        self.assertIn('10-13', part)


if __name__ == '__main__':
    tap.main()
