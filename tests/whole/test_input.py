#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Files of every encoding, size and kind, from end to end."""
import json
import os
import pathlib
import re
import resource
import subprocess
import sys

import tap
from harness import PAGES, STORY, XIANBAO, TemporaryFolder, build, files_of, split, xianbao


# Runs a command and says on standard error how many KiB it took. A process of its own: what a child takes counts from
# what its parent had when they parted.
MEASURED = ('import resource, subprocess, sys; code = subprocess.call(sys.argv[1:]); '
            'print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr); sys.exit(code)')


# What meson sets writes to all memory that is asked for; the program touches less.
UNPERTURBED = {name: value for name, value in os.environ.items() if name != 'MALLOC_PERTURB_'}


def told(stories):
    """What the stories say, without where it stands and which file it was."""
    return [[(block['role'], block['text']) for block in story['blocks']]
            + [story['kind'], story['headline'], story['date'], story['truncated'],
               [(line['name'], line['role']) for line in story['bylines']],
               [county['code'] for county in story['counties']],
               [topic['id'] for topic in story['topics']]]
            for story in stories]


class Encodings(TemporaryFolder):
    def assert_same(self, text, data):
        path = self.folder / 'page.txt'
        path.write_text(text, encoding='utf-8', newline='')
        plain = told(split(path))
        path.write_bytes(data)
        self.assertEqual(told(split(path)), plain)

    def test_gb18030(self):
        for page in PAGES:
            with self.subTest(page.name):
                text = page.read_text(encoding='utf-8')
                self.assert_same(text, text.encode('gb18030'))

    def test_utf_16_with_line_ends_of_windows(self):
        for page in PAGES:
            text = page.read_text(encoding='utf-8')
            windows = text.replace('\n', '\r\n')
            for data in windows.encode('utf-16'), windows.encode('utf-16-le'), windows.encode('utf-16-be'):
                self.assert_same(text, data)

    def test_utf_8_with_mark_and_line_ends_of_windows(self):
        text = PAGES[0].read_text(encoding='utf-8')
        self.assert_same(text, text.replace('\n', '\r\n').encode('utf-8-sig'))

    def test_big5(self):
        text = ('金門縣圖書館舉辦讀書會\n\n□ 陳志明\n\n本報訊 入秋以來，讀書會每週六在海邊的書屋舉行，'
                '附近的居民都來參加。書屋的管理員說，來的人一週比一週多，大家輪流朗讀，氣氛熱烈。\n')
        self.assert_same(text, text.encode('big5'))

    def test_the_encoding_that_front_matter_names_wins(self):
        front = '---\nencoding: big5\n---\n'
        path = self.folder / 'page.txt'
        path.write_bytes(front.encode() + '縣城的書屋'.encode('big5'))
        self.assertIn('縣城的書屋', str(told(split(path))))

    def test_undecodable_bytes_are_shown_and_named(self):
        path = self.folder / 'page.txt'
        data = STORY.encode()
        path.write_bytes(data[:30] + b'\xff\xfe\xff' + data[30:])
        done = xianbao('split', path)
        self.assertEqual(done.returncode, 1)
        self.assertIn('\ufffd', done.stdout.decode())
        self.assertRegex(done.stderr.decode(), r'page\.txt:\d+:\d+: (warning|error): .*30')


class Files(TemporaryFolder):
    def outcome(self, data):
        """(exit status, stories, diagnostics) of splitting a file with these bytes."""
        path = self.folder / 'page.txt'
        path.write_bytes(data)
        done = xianbao('split', path)
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def test_empty_file(self):
        for data in b'', b'\xef\xbb\xbf', b' \n\t\r\n \n', '\u3000\u3000\n'.encode():
            status, stories, said = self.outcome(data)
            self.assertIn(status, (0, 1), data)
            self.assertEqual(stories, '', data)
            self.assertTrue(status == 0 or 'page.txt' in said)

    def test_what_is_not_text_is_left_out(self):
        for data in b'%PDF-1.7\n%\xe2\xe3\xcf\xd3\n' + bytes(range(256)) * 40, b'\x7fELF' + bytes(2000), \
                b'PK\x03\x04' + bytes(range(255, -1, -1)) * 40:
            status, stories, said = self.outcome(data)
            self.assertEqual((status, stories), (1, ''))
            self.assertRegex(said, r'page\.txt.*: (warning|error): .*; .*')

    def test_one_bad_file_does_not_keep_the_rest_from_the_site(self):
        site = self.make_site(good=STORY)
        (site / 'content' / 'bad.txt').write_bytes(b'%PDF-1.7\n' + bytes(range(256)) * 40)
        done = build(site, self.folder / 'out')
        self.assertEqual(done.returncode, 1)
        self.assertIn('bad.txt', done.stderr.decode())
        pages = [path for path in files_of(self.folder / 'out') if path.startswith('pages/')]
        self.assertEqual(len(pages), 1)

    def test_nul_and_form_feed(self):
        status, stories, _ = self.outcome(STORY.replace('读书会每周六', '读书会\0每周六').encode() + b'\f\n')
        self.assertIn(status, (0, 1))
        self.assertIn('河边的书屋举行', stories)

    def work_of(self, text):
        """(stories, seconds of work) for a page."""
        path = self.folder / 'page.txt'
        path.write_bytes(text)
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        stories = split(path, timeout=280)
        return stories, resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before

    def assert_linear(self, short, long, times, name=None):
        """Holds what a page takes against one that many times as long, more than once: other programs disturb either."""
        for _ in range(3):
            if (ratio := self.work_of(long)[1] / self.work_of(short)[1]) < 2.5 * times:
                return
        self.fail(f'{name}: {times} times as much takes {ratio} times as long')

    def test_a_page_of_20_megabytes_is_split_in_linear_time(self):
        text = PAGES[3].read_bytes() + b'\n\n'
        short, long = text * (4_000_000 // len(text) + 1), text * (20_000_000 // len(text) + 1)
        stories = [len(self.work_of(page)[0]) for page in (short, long)]
        self.assertAlmostEqual(stories[1] / stories[0], 5, delta=0.25)
        self.assert_linear(short, long, 5)

    def test_place_names_in_one_paragraph_take_linear_time(self):
        for name in '江陵、', '的高阳天镇山', '城关镇、', '山西省吕梁市岚县', '本报岚县消岚县':
            short, long = (('各地\n\n' + name * (size // len(name.encode())) + '\n').encode() for size in (500_000, 2_000_000))
            self.assert_linear(short, long, 4, name)

    def split_in_200_megabytes(self, lines):
        """(stories, messages) for a page of very many lines."""
        path, out = self.folder / 'page.txt', self.folder / 'stories.ndjson'
        path.write_text(lines, encoding='utf-8')
        with open(out, 'wb') as records:
            done = subprocess.run([sys.executable, '-c', MEASURED, XIANBAO, 'split', path], stdout=records,
                                  stderr=subprocess.PIPE, check=False, env=UNPERTURBED)
        *messages, used = done.stderr.decode().splitlines()
        self.assertIn(done.returncode, (0, 1), messages[-3:])
        room = 7 if b'__asan_init' in pathlib.Path(XIANBAO).read_bytes() else 1
        self.assertLess(int(used), room * 200 * 1024)
        return [json.loads(line) for line in out.read_text(encoding='utf-8').splitlines()], '\n'.join(messages)

    def test_a_page_of_100_000_reports_takes_200_megabytes(self):
        chars = '书屋的管理员说一周比多河边秋天读会'
        stories, messages = self.split_in_200_megabytes(''.join(
            f'本报讯（记者 王{chars[i % 17]}{chars[i % 13]}）{chars[i % 11:]}{i}日。\n\n' for i in range(100_000)))
        self.assertEqual(len(stories), 100_000)
        self.assertIn('a page of 100000 blocks with 100000 passages; what stands far apart on it was not joined',
                      messages)

    def test_a_page_of_100_000_subtitles_takes_200_megabytes(self):
        stories, _ = self.split_in_200_megabytes(''.join(
            f'——县委书记农民丰收小麦{i}\n' for i in range(100_000)))
        self.assertEqual(sum(len(block['spans']) for story in stories for block in story['blocks']), 100_000)

    def test_a_page_is_parted_between_stories(self):
        """Pages of very many blocks are put together part by part: no part ends inside a story."""
        chars = '书屋的管理员说一周比多河边秋天读会'
        for shift in range(3):
            page = '本报讯（记者 王小明）书屋开放，读者很多。\n\n' * shift + ''.join(
                f'汾河边的读书会{i}\n——{chars[i % 9:][:6]}侧记\n\n本报讯（记者 王小明）读书会{i}周六举行，{chars[i % 7:]}。\n\n'
                for i in range(2_800))
            (self.folder / 'page.txt').write_text(page, encoding='utf-8')
            wrong = [story['headline'] for story in split(self.folder / 'page.txt')
                     for block in story['blocks'] if block['role'] == 'paragraph' and '读书会' in block['text']
                     and 2_700 < int(re.search(r'读书会(\d+)', block['text'])[1]) < 2_760
                     and re.search(r'\d+', block['text'])[0] not in story['headline']]
            self.assertEqual(wrong, [])

    def test_one_line_of_a_megabyte(self):
        status, stories, _ = self.outcome(('书屋的管理员说，' * 45_000).encode())
        self.assertIn(status, (0, 1))
        self.assertGreater(len(stories.encode()), 1_000_000)

    def test_names_in_chinese_and_folders(self):
        site = self.make_site()
        folder = site / 'content' / '2023-10-17 晋县报'
        folder.mkdir()
        (folder / '03版.txt').write_text(STORY, encoding='utf-8')
        build(site, self.folder / 'out')
        self.assertRegex(' '.join(files_of(self.folder / 'out')), r'dates/2023-10\.html')

    def test_scans_beside_the_pages_are_one_note(self):
        site = self.make_site(p01=STORY, p02=STORY.replace('汾河', '沁河'))
        for name in 'p01.jpg', 'p01.JPG', 'p02.Tiff', '2021/扫描 1.pdf', 'x/mets.xml', 'x/Thumbs.db', 'p01.txt.zip', 'two\nlines.png':
            self.write(f'content/{name}', 'no text')
        (site / 'content' / 'away.jp2').symlink_to('/etc/hostname')
        done = build(site, self.folder / 'out')
        self.assertEqual((done.returncode, done.stderr), (0, b''))
        done = xianbao('check', '-C', site, '-o', self.folder / 'out')
        self.assertEqual(done.returncode, 0)
        notes = [line for line in done.stderr.decode().splitlines() if 'beside' in line]
        self.assertEqual(notes, [f'{site}/content: note: 9 files beside the pages, such as content/2021/扫描 1.pdf; not read'])
        self.assertEqual(b''.join(files_of(self.folder / 'out').values()).count(b'no text'), 0)

    def test_what_may_be_a_page_with_a_wrong_name_is_told(self):
        names = 'p03', 'p03.text', 'p03.doc', 'p03.docx', 'p03.html', 'p03.txt.bak', 'p03.txt~', 'jpg', 'x/thumbs.db.rtf', 'p03.pdf2'
        site = self.make_site(p01=STORY)
        for name in names:
            self.write(f'content/{name}', STORY)
        (site / 'content' / 'P02.TXT').write_text(STORY.replace('汾河', '沁河'), encoding='utf-8')
        done = build(site, self.folder / 'out')
        self.assertEqual(done.returncode, 1)
        told = {line.split(': ')[0] for line in done.stderr.decode().splitlines() if 'neither a page' in line}
        self.assertEqual(told, {f'content/{name}' for name in names})
        self.assertIn('pages/p02.html', files_of(self.folder / 'out'))

    def test_a_folder_of_scans_alone_is_told(self):
        site = self.make_site()
        self.write('content/p01.pdf', 'no text')
        done = build(site, self.folder / 'out')
        self.assertEqual(done.returncode, 1)
        self.assertIn('holds no page (.txt): the text of its files has to be taken out first', done.stderr.decode())

    def test_two_files_whose_names_fall_together(self):
        site = self.make_site(**{'页 一': STORY, '页_一': STORY.replace('甄思远', '甄思近')})
        build(site, self.folder / 'out')
        pages = [path for path in files_of(self.folder / 'out') if path.startswith('pages/')]
        self.assertEqual(len(pages), 2)

    def test_markup_in_a_page_is_shown_not_run(self):
        site = self.make_site(a=STORY.replace('河边的书屋', '<script>alert(1)</script>河边的"书屋"<img src=x onerror=1>'))
        build(site, self.folder / 'out')
        for path, data in files_of(self.folder / 'out').items():
            if path.endswith('.html'):
                self.assertNotIn(b'<script>alert', data)
                self.assertNotIn(b'<img', data)


if __name__ == '__main__':
    tap.main()
