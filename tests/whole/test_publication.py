#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""publication.yaml says what the pages of a folder do not."""
import tap
from harness import TemporaryFolder, build, xianbao

NANNIES = '天镇的保姆进了城\n\n天镇的保姆进了城，她们在城里的人家做饭、看孩子，一个月挣四千元。\n'
GULOU = '街道修了\n\n鼓楼区的街道修好了，附近的居民都说走起来方便，晚上的灯也亮了。\n'


class Publication(TemporaryFolder):
    def setUp(self):
        super().setUp()
        self.site = self.make_site()
        self.public = self.folder / 'public'

    def built(self):
        build(self.site, self.public)
        return {path.stem: path.read_text(encoding='utf-8') for path in (self.public / 'stories').glob('*.html')}

    def test_pages_inherit_what_they_do_not_say(self):
        self.write('content/大同日报/publication.yaml',
                   'title: 大同日报\nplace: "140200"\npublisher: 大同日报社\ncn: CN 14-0005\nissn: 1000-0011\n'
                   'language: zh-Hans-CN\n')
        self.write('content/大同日报/2023/p1.txt', NANNIES)
        story, = self.built().values()
        for said in ('大同日报　第\xa01\xa0版', '大同日报社', 'CN 14-0005　ISSN 1000-0011', '<div class="body" lang="zh-Hans-CN">', '<h1 class="title" lang="zh-Hans-CN">',
                     '../counties/140222.html'):
            self.assertIn(said, story)

    def test_the_innermost_and_the_page_itself_come_first(self):
        self.write('content/publication.yaml', 'title: 外报\nplace: "320100"\npublisher: 外社\n')
        self.write('content/a/publication.yaml', 'title: 内报\nplace: "350100"\n')
        self.write('content/a/p1.txt', GULOU)
        self.write('content/a/p2.txt', '---\npublication: 本报\nplace: "320300"\n---\n' + GULOU)
        self.write('content/p3.txt', GULOU)
        self.write('content/ab/p4.txt', GULOU)
        stories = self.built()
        for page, said in (('p1', ('内报', '350102', '外社')), ('p2', ('本报', '320302', '外社')),
                           ('p3', ('外报', '320106')), ('p4', ('外报', '320106'))):
            story, = (text for name, text in stories.items() if page in name)
            for word in said:
                self.assertIn(word, story, page)

    def test_a_faulty_one_stops_the_build(self):
        self.write('content/a/p1.txt', GULOU)
        for fault in ('cn: 14-05', 'language: 中文'):
            self.write('content/a/publication.yaml', f'title: 报\n{fault}\n')
            self.assertEqual(xianbao('build', '-C', self.site).returncode, 2)
        self.write('content/a/publication.yaml', 'title: 报\nissn: 1000-0012\n')
        done = xianbao('build', '-C', self.site)
        self.assertEqual(done.returncode, 2)
        self.assertRegex(done.stderr.decode(), r'content/a/publication\.yaml:2:7: error: issn: .*1000-0012')
        self.assertFalse(self.public.exists())

    def test_a_place_that_is_none_stops_the_build_at_its_line(self):
        self.write('content/a/p1.txt', GULOU)
        self.write('content/a/publication.yaml', 'title: 报\nplace: "141199"\n')
        done = xianbao('build', '-C', self.site)
        self.assertEqual(done.returncode, 2)
        self.assertRegex(done.stderr.decode(), r'^content/a/publication\.yaml:2:8: error: place: .*141199')
        self.assertFalse(self.public.exists())
        for place in ('350102', '350100', '350000'):
            self.write('content/a/publication.yaml', f'title: 报\nplace: "{place}"\n')
            self.assertIn('350102', ''.join(self.built().values()), place)

    def test_what_was_meant_is_said(self):
        self.write('content/a/p1.txt', GULOU)
        self.write('content/a/publication.yaml', 'publication: 报\n')
        self.assertIn("'publication': did you mean 'title'?", xianbao('check', '-C', self.site).stderr.decode())
        for name, meant in (('a/publication.yml', 'publication.yaml'), ('a/Publication.yaml', 'publication.yaml'),
                            ('site.yml', 'site.yaml'), ('a/site.yml', None), ('a/notes.yml', None)):
            self.write(f'content/{name}', '')
            told = [line for line in xianbao('check', '-C', self.site).stderr.decode().splitlines() if f'{name}:' in line]
            self.assertEqual([f"did you mean '{meant}'" in line for line in told], [meant is not None], told)


if __name__ == '__main__':
    tap.main()
