#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""explain: a story, a page, what is not known; that its numbers add up and its words can be trusted."""
import re
import shutil
import unicodedata

import tap
from harness import PAGES, ROOT, STORY, TemporaryFolder, build, split, xianbao

SCORE = re.compile(r'score ([+-]\d+\.\d)')
NUMBER = re.compile(r' ([+-]\d+\.\d)(?=;|$)')
PAGE = PAGES[0]


def joined(text):
    """The paragraphs of an explanation, each on a line of its own: a line at an odd column goes on."""
    lines = []
    for line in text.splitlines():
        if lines and (len(line) - len(line.lstrip())) % 2:
            lines[-1] += ' ' + line.strip()
        else:
            lines.append(line.strip())
    return lines


def width(line):
    return sum(2 if unicodedata.east_asian_width(c) in 'WF' else 1 for c in line)


class Explain(TemporaryFolder):
    def explained(self, *arguments, status=0, **options):
        return self.run_and_expect(status, 'explain', *arguments, **options).stdout.decode()

    def ids(self, page=PAGE):
        return [story['id'] for story in split(page) if story['kind'] != 'residue']

    def test_a_story_by_its_id(self):
        story = next(story for story in split(PAGE) if story['kind'] == 'story')
        text = self.explained('-C', ROOT, story['id'])
        self.assertEqual(text.splitlines()[0], story['headline'])
        self.assertIn(f'{story["id"]}, story on content/{PAGE.name}', text)
        for part in 'Put together', 'Head', 'Text', 'Filed', 'Places', 'Topics', 'Date', 'Bylines', 'Scores':
            self.assertRegex(text, rf'(?m)^ *{part}\b')
        self.assertEqual(text.count(', story on '), 1)

    def test_a_page_by_its_path_from_here_and_from_the_site(self):
        there = self.explained('-C', ROOT, PAGE)
        for story in self.ids():
            self.assertIn(f'\n{story}, ', there)
        self.assertEqual(self.explained(f'content/{PAGE.name}', cwd=ROOT), there)
        self.assertEqual(self.explained(PAGE.stem.replace('_', '-'), cwd=ROOT), there)

    def test_a_page_of_no_site(self):
        self.write('alone.txt', STORY)
        text = self.explained('-C', self.folder, self.folder / 'alone.txt')
        self.assertIn('汾河边的读书会', text)
        self.assertEqual(self.explained('-', input=STORY.encode()).count(', story on -'), 1)

    def test_every_story_of_the_real_pages(self):
        for page in PAGES:
            text = self.explained(page, cwd=ROOT)
            for story in self.ids(page):
                self.assertIn(f'\n{story}, ', '\n' + text)
            for line in text.splitlines():
                self.assertLessEqual(width(line), 100, line)

    def test_what_is_said_for_and_against_adds_up_to_the_score(self):
        checked = 0
        for page in PAGES:
            lines = joined(self.explained(page, cwd=ROOT))
            for at, line in enumerate(lines):
                score = SCORE.search(line)
                below = [text for text in lines[at + 1:at + 3] if text.startswith(('for: ', 'against: '))]
                if not score or not below or lines[at + 1] not in below:
                    continue
                parts = [float(number) for text in below for number in NUMBER.findall(text)]
                self.assertAlmostEqual(sum(parts), float(score[1]), delta=.06 * (len(parts) + 1), msg=(line, below))
                checked += 1
        self.assertGreater(checked, 20)

    def test_all_measures_add_up_to_the_score(self):
        checked = 0
        score, parts = None, []
        for line in self.explained('-v', PAGE, cwd=ROOT).splitlines() + ['      end, score +0.0']:
            part = re.match(r' {12}([+-]\d+\.\d\d) \w+: ', line)
            if part:
                parts.append(float(part[1]))
            elif re.match(r' {6}\S', line):
                if score is not None and parts:
                    self.assertAlmostEqual(sum(parts), score, delta=.06 + .006 * len(parts))
                    checked += 1
                score, parts = None, []
            found = SCORE.search(line)
            if found and score is None and not parts:
                score = float(found[1])
        self.assertGreater(checked, 20)

    def test_the_runner_up_is_another(self):
        seen = 0
        for page in PAGES:
            for line in joined(self.explained(page, cwd=ROOT)):
                found = re.search(r'goes on in (lines? [\d-]+).*next best: (lines? [\d-]+|the story ends here)', line)
                if found:
                    self.assertNotEqual(found[1], found[2])
                    seen += 1
        self.assertGreater(seen, 20)

    def test_a_story_by_the_address_of_its_page(self):
        first = self.ids()[0]
        by_id = self.explained('-C', ROOT, first)
        for address in (f'stories/{first}.html', f'file:///srv/public/stories/{first}.html#p2'):
            self.assertEqual(self.explained('-C', ROOT, address), by_id)
        self.run_and_expect(2, 'explain', '-C', ROOT, 'stories/no-such-story.html')

    def test_a_page_of_a_folder_with_a_longer_name_is_not_the_site_s(self):
        self.write('s/content/x.txt', '站内的标题\n\n本报讯　站内的谷子熟了。\n')
        self.write('scontent/x.txt', '站外的标题\n\n本报讯　站外的谷子熟了。\n')
        text = self.explained('-C', self.folder / 's', self.folder / 'scontent/x.txt')
        self.assertIn('站外的标题', text)
        self.assertNotIn('站内的标题', text)

    def test_an_unknown_id_is_told_what_is_near(self):
        first = self.ids()[0]
        done = self.run_and_expect(2, 'explain', '-C', ROOT, first[:-1] + ('0' if first[-1] != '0' else '1'))
        self.assertEqual(done.stdout, b'')
        self.assertIn(f"did you mean '{first}'?", done.stderr.decode())
        done = self.run_and_expect(2, 'explain', '-C', ROOT, PAGE.stem.replace('_', '-')[1:] + first[-7:])
        self.assertIn(f"did you mean '{first}'?", done.stderr.decode())
        done = self.run_and_expect(2, 'explain', '-C', ROOT, 'no-such-story')
        self.assertIn("has the id 'no-such-story'; nothing", done.stderr.decode())
        done = self.run_and_expect(2, 'explain', '-C', self.folder, 'no-such-story')
        self.assertIn('content: error: there is no such folder', done.stderr.decode())

    def test_nothing_to_explain(self):
        self.assertIn(b'no story or page was named', self.run_and_expect(2, 'explain').stderr)
        done = self.run_and_expect(1, 'explain', self.folder / 'nothing.txt')
        self.assertIn(b'cannot be read', done.stderr)
        self.write('content/blank.txt', '\n\n')
        self.assertIn('There is no story on content/blank.txt.', self.explained(
            '-C', self.folder, self.folder / 'content/blank.txt', status=1))

    def test_a_page_in_a_folder_has_what_the_folder_says(self):
        self.write('content/a/publication.yaml', "title: 岚县报\nplace: '141127'\n")
        self.write('content/a/2023-10-17/p02.txt', '全县冬修水利\n\n本报讯 我县冬修水利开工，水库和水渠都要修。\n')
        build(self.folder, self.folder / 'out')
        story, = (self.folder / 'out/stories').glob('a-2023-10-17-p02-*.html')
        text = self.explained('-C', self.folder, story.stem)
        self.assertIn('山西省吕梁市岚县: weight', text)
        self.assertIn('which the paper says of its own', ' '.join(text.split()))
        self.assertIn('2023-10-17: the name of the page', text)

    def test_pages_with_one_slug(self):
        self.write('content/a b.txt', STORY)
        self.write('content/a-b.txt', STORY.replace('读书会', '垂钓会'))
        build(self.folder, self.folder / 'out')
        told = {}
        for story in (self.folder / 'out/stories').glob('*.html'):
            told[story.stem] = re.search(r'on (content/.*)', self.explained('-C', self.folder, story.stem))[1]
        self.assertEqual(sorted(told.values()), ['content/a b.txt', 'content/a-b.txt'])
        for id, page in told.items():
            self.assertIn(id, self.explained('-C', self.folder, self.folder / page))

    def test_an_id_that_the_front_matter_gives(self):
        self.write('content/a.txt', f'---\nid: my-own\n---\n{STORY}')
        self.write('content/b.txt', STORY)
        self.assertIn('my-own, story on content/a.txt', self.explained('-C', self.folder, 'my-own'))

    def test_what_is_in_no_story(self):
        self.write('content/a.txt', '孤零零的一个标题没有正文\n\n资料图片\n\n' + STORY)
        idle, = (story['id'] for story in split(self.folder / 'content/a.txt')
                 if story['kind'] == 'residue' and '孤零零' in str(story['blocks']))
        text = ' '.join(self.explained('-C', self.folder, idle).split())
        self.assertIn('a heading for which no text was found', text)
        self.assertRegex(text, r'the likeliest text for it: line \d+ 「.*」, score [+-][\d.]+, (but that goes with|which is)')
        page = self.folder / 'content/a.txt'
        self.assertNotIn('in no story', self.explained('-C', self.folder, page))
        self.assertIn('stands where a picture was', self.explained('-v', '-C', self.folder, page))

    def test_a_county_names_its_rivals(self):
        self.write('content/a.txt', '朝阳区供热\n\n本报讯 长春市的供热已经开始。朝阳区的居民家里都暖和了。\n')
        text = ' '.join(self.explained('-C', self.folder, 'a').split())
        self.assertIn('吉林省长春市朝阳区: weight', text)
        self.assertRegex(text, '「朝阳区」, not that of (北京市|辽宁省)')
        full = ' '.join(self.explained('-v', '-C', self.folder, 'a').split())
        self.assertRegex(full, r'吉林省长春市朝阳区 \+[\d.]+: .*the story names its prefecture')

    def test_a_name_that_is_left_open(self):
        self.write('content/a.txt', '社区的冬天\n\n本报讯 供热已经开始。鼓楼区的居民家里都暖和了。\n')
        text = ' '.join(self.explained('-C', self.folder, 'a').split())
        self.assertRegex(text, 'left open: 「鼓楼区」 in 「.*」 may be any of')

    def test_a_topic_that_just_fails_is_named(self):
        text = self.explained(PAGE, cwd=ROOT)
        self.assertRegex(text, r'not \S+: score [\d.]+ of the [\d.]+ that')
        for score, least in re.findall(r'not \S+: score ([\d.]+) of the ([\d.]+) that', text):
            self.assertLess(float(score), float(least))

    def test_nothing_of_a_page_controls_the_terminal(self):
        self.write('content/a.txt', STORY.replace('入秋', '入\x1b[31m秋\u202e').replace('甄思远', '甄\x1b]0;x\x07思远'))
        for options in (), ('-v',):
            done = xianbao('explain', '-C', self.folder, *options, self.folder / 'content/a.txt')
            self.assertFalse(re.search(r'[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]', done.stdout.decode()))

    def test_it_changes_nothing(self):
        site = self.folder / 'site'
        shutil.copytree(ROOT / 'content', site / 'content')
        before = sorted((path, path.stat().st_mtime_ns) for path in site.rglob('*'))
        self.explained('-C', site, site / 'content' / PAGE.name)
        self.assertEqual(sorted((path, path.stat().st_mtime_ns) for path in site.rglob('*')), before)


if __name__ == '__main__':
    tap.main()
