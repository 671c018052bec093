#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A build goes on from what the last one found out, and makes what a build from nothing makes."""
import os
import random
import shutil
import subprocess
import time

import tap
from harness import PAGES, ROOT, STORY, XIANBAO, TemporaryFolder, build, files_of, xianbao

SECOND_READ = os.environ.get('SECOND_READ', str(ROOT / 'build' / 'tests' / 'second_read.so'))
EDITS = int(os.environ.get('XIANBAO_EDITS', '24'))


class Editor:
    """Somebody who works on a site's content, at random."""

    def __init__(self, folder, seed):
        self.content, self.dice = folder / 'content', random.Random(seed)
        self.texts = [path.read_text(encoding='utf-8', errors='replace') for path in PAGES]
        self.content.mkdir()

    def pages(self):
        return sorted(path for path in self.content.rglob('*.txt'))

    def new_name(self):
        if self.dice.random() < .3:  # of one issue
            number = self.dice.randrange(1, 13)
            return self.content / '甲报' / '2015-05-05' / self.dice.choice([f'{number}版.txt', f'p{number:02}.txt'])
        day = self.dice.randrange(1, 29)
        return self.content / self.dice.choice(['', '甲报/', '甲报/1版/', 'b/']) / \
            f'{self.dice.randrange(1998, 2024)}-0{self.dice.randrange(1, 10)}-{day:02}-p{self.dice.randrange(1, 5)}.txt'

    def put(self, path, text):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding='utf-8')

    def add(self):
        text = self.dice.choice(self.texts) if self.dice.random() < .3 else STORY
        self.put(self.new_name(), text.replace('甄思远', self.dice.choice(['王 刚', '祁子荣', '欧阳文'])))

    def change(self):
        path = self.dice.choice(self.pages())
        lines = path.read_text(encoding='utf-8').split('\n')
        at = self.dice.randrange(len(lines))
        lines[at:at + 1] = self.dice.choice([[], [lines[at], ''], [lines[at] + '岚县的路修好了。'], [lines[at]] * 2])
        self.put(path, '\n'.join(lines))

    def rename(self):
        path, to = self.dice.choice(self.pages()), self.new_name()
        to.parent.mkdir(parents=True, exist_ok=True)
        path.rename(to)

    def swap(self):
        a, b = self.dice.choice(self.pages()), self.dice.choice(self.pages())
        texts = a.read_text(encoding='utf-8'), b.read_text(encoding='utf-8')
        self.put(a, texts[1])
        self.put(b, texts[0])

    def delete(self):
        if len(self.pages()) > 3:
            self.dice.choice(self.pages()).unlink()

    def publication(self):
        place = self.dice.choice(['141127', '140222', '110105'])
        self.put(self.content / '甲报' / 'publication.yaml', f'title: 甲报\nplace: "{place}"\n')

    def topics(self):
        path = self.content / 'topics.yaml'
        if path.exists():
            path.unlink()
        else:
            self.put(path, '- id: reading\n  label: 阅读\n  strong: [读书会, 书屋]\n')

    def configure(self):
        self.put(self.content / 'site.yaml', f'title: 文存{self.dice.randrange(3)}\n')

    def front_matter(self):
        path = self.dice.choice(self.pages())
        text = path.read_text(encoding='utf-8')
        if not text.startswith('---'):
            day = f'201{self.dice.randrange(10)}-05-0{self.dice.randrange(1, 9)}'
            self.put(path, f'---\npublication: 乙报\ndate: {day}\npage: {self.dice.randrange(1, 13)}\n---\n{text}')

    def edit(self):
        if len(self.pages()) < 3:
            return self.add()
        return self.dice.choice([self.add, self.add, self.change, self.change, self.change, self.rename, self.swap,
                                 self.delete, self.publication, self.topics, self.configure, self.front_matter])()


class Cache(TemporaryFolder):
    def setUp(self):
        super().setUp()
        self.site = self.folder / 'site'
        self.site.mkdir()
        self.kept = self.site / '.xianbao'

    def fresh(self):
        """What a build from nothing says and makes of the site."""
        other = self.folder / 'fresh'
        shutil.rmtree(other, ignore_errors=True)
        other.mkdir()
        shutil.copytree(self.site / 'content', other / 'content')
        said = build(other, other / 'public')
        return said.stderr, files_of(other / 'public')

    def assert_as_fresh(self, about=''):
        said = build(self.site, self.site / 'public').stderr
        expected_said, expected = self.fresh()
        built = files_of(self.site / 'public')
        self.assertEqual(sorted(built), sorted(expected), about)
        self.assertEqual([path for path in built if built[path] != expected[path]], [], about)
        self.assertEqual(said, expected_said, about)

    def two_pages(self):
        (self.site / 'content').mkdir()
        for name, text in ('2020-01-01-p1', STORY), ('2020-01-02-p1', STORY.replace('汾河', '沁河')):
            (self.site / 'content' / f'{name}.txt').write_text(text, encoding='utf-8')

    def times(self):
        return {path.name: path.stat().st_mtime_ns for path in (self.kept / 'pages').rglob('*') if path.is_file()}

    def built_site(self):
        """The site of two pages, built when its files were no longer new, so that the next build can rely on their times."""
        self.two_pages()
        time.sleep(.05)
        build(self.site, self.site / 'public')
        self.assertTrue((self.kept / 'last').exists())

    def assert_known(self, known, **options):
        """Whether a build knows without looking at any page that it has nothing to do."""
        before = self.times()
        for path in (self.kept / 'pages').rglob('*'):
            if path.is_file():
                path.unlink()
        done = build(self.site, self.site / 'public', **options)
        self.assertEqual(not self.times() and bool(before), known)
        return done

    def test_random_edits(self):
        editor = Editor(self.site, 1)
        for edit in range(EDITS):
            for _ in range(editor.dice.randrange(1, 4)):
                editor.edit()
            self.assert_as_fresh(f'edit {edit}')
            if edit % 5 == 0:
                time.sleep(.05)
                self.assert_as_fresh(f'after edit {edit}')
                self.assert_as_fresh(f'nothing after edit {edit}')
                self.assertTrue((self.kept / 'last').exists())

    def test_a_page_that_did_not_change_is_not_read_anew(self):
        self.two_pages()
        build(self.site, self.site / 'public')
        before = self.times()
        self.assertEqual(len(before), 2)
        (self.site / 'content' / '2020-01-02-p1.txt').write_text(STORY, encoding='utf-8')
        build(self.site, self.site / 'public')
        changed = [name for name, time in self.times().items() if before[name] != time]
        self.assertEqual(len(changed), 1)
        build(self.site, self.site / 'public', '--full')
        self.assertTrue(all(before[name] != time for name, time in self.times().items()))

    def test_what_is_kept_of_a_page_goes_with_it(self):
        self.two_pages()
        build(self.site, self.site / 'public')
        (self.site / 'content' / '2020-01-02-p1.txt').unlink()
        self.assert_as_fresh()
        self.assertEqual(len(self.times()), 1)

    def test_damaged_cut_and_foreign_records(self):
        self.two_pages()
        build(self.site, self.site / 'public')
        dice = random.Random(2)
        for _ in range(15):
            (self.kept / 'last').unlink(missing_ok=True)
            for path in (self.kept / 'pages').rglob('*'):
                if not path.is_file():
                    continue
                data = bytearray(path.read_bytes())
                if dice.random() < .3:
                    del data[dice.randrange(len(data)):]
                elif data:
                    data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
                path.write_bytes(data)
            self.assert_as_fresh()

    def test_a_record_of_another_page_is_not_taken(self):
        self.two_pages()
        build(self.site, self.site / 'public')
        first, second = sorted(path for path in (self.kept / 'pages').rglob('*') if path.is_file())
        data = first.read_bytes()
        first.write_bytes(second.read_bytes())
        second.write_bytes(data)
        self.assert_as_fresh()

    def test_where_nothing_can_be_kept(self):
        self.two_pages()
        self.kept.write_text('a file')
        self.assert_as_fresh()
        self.kept.unlink()
        outside = self.folder / 'outside'
        outside.mkdir()
        self.kept.mkdir()
        (self.kept / 'pages').symlink_to(outside)
        self.assert_as_fresh()
        self.assertEqual(list(outside.iterdir()), [], 'wrote through a link')

    def test_links_lead_nowhere(self):
        self.two_pages()
        outside = self.folder / 'outside'
        (outside / 'pages').mkdir(parents=True)
        mine = outside / 'pages' / 'mine.txt'
        mine.write_text('mine')
        self.kept.symlink_to(outside)
        self.assert_as_fresh()
        self.assertEqual([path.name for path in outside.rglob('*')], ['pages', 'mine.txt'])
        self.kept.unlink()
        self.kept.mkdir()
        self.assert_as_fresh()
        (self.kept / 'pages' / 'mine.txt').write_text('mine')
        page = next(path for path in (self.kept / 'pages').iterdir() if path.name != 'mine.txt')
        page.unlink()
        page.symlink_to(mine)
        build(self.site, self.site / 'public', '--full')
        self.assertEqual(mine.read_text(), 'mine')
        self.assertEqual((self.kept / 'pages' / 'mine.txt').read_text(), 'mine')
        self.assertEqual(xianbao('build', '-C', self.site, '-o', self.kept / 'pages').returncode, 2)

    def explained(self):
        """What build --explain says of each file that it writes."""
        done = xianbao('build', '-C', self.site, '--explain')
        return dict(line.split(': ', 1) for line in done.stdout.decode().splitlines())

    def test_templates_that_count_the_archive(self):
        self.two_pages()
        (self.site / 'templates').mkdir()
        markup = (ROOT / 'templates' / 'story.html').read_text(encoding='utf-8')
        for name in 'archive/stories', 'here/archive/stories':
            counted = markup.replace('<div class="story-grid">', f'<div class="story-grid"><b tal:content="{name}"/>')
            (self.site / 'templates' / 'story.html').write_text(counted, encoding='utf-8')
            build(self.site, self.site / 'public')
            page = self.site / 'content' / f'2020-02-0{len(name) % 9 + 1}-p1.txt'
            page.write_text(STORY.replace('汾河', '黄河'), encoding='utf-8')
            build(self.site, self.site / 'public')
            made = files_of(self.site / 'public')
            build(self.site, self.site / 'public', '--full')
            self.assertEqual(made, files_of(self.site / 'public'))

    def test_two_pages_of_one_address(self):
        (self.site / 'content' / '2020-01-01').mkdir(parents=True)
        (self.site / 'content' / '2020-01-01-p1.txt').write_text(STORY, encoding='utf-8')
        (self.site / 'content' / '2020-01-01' / 'p1.txt').write_text((STORY + '\n') * 2, encoding='utf-8')
        self.assert_as_fresh()
        self.assert_as_fresh()

    def test_a_build_that_fails_explains_nothing(self):
        self.two_pages()
        build(self.site, self.site / 'public')
        (self.site / 'public' / 'hilfe.html').write_text('mine')
        (self.site / 'content' / 'hilfe.md').write_text('# Hilfe\n')
        done = xianbao('build', '-C', self.site, '--explain')
        self.assertEqual((done.returncode, done.stdout), (2, b''))
        (self.site / 'public' / 'hilfe.html').unlink()
        with open('/dev/full', 'wb') as full:
            self.assertEqual(subprocess.run([XIANBAO, 'build', '-C', str(self.site), '--explain'], stdout=full,
                                            stderr=subprocess.DEVNULL, check=False).returncode, 2)

    def test_why_a_file_is_written(self):
        self.two_pages()
        first = self.explained()
        self.assertEqual(set(first), {str(path) for path in files_of(self.site / 'public')} - {'data/files.txt'})
        self.assertEqual(self.explained(), {})
        page = self.site / 'content' / '2020-01-01-p1.txt'
        page.write_text(page.read_text(encoding='utf-8').replace('每周六', '每周日'), encoding='utf-8')
        said = self.explained()
        self.assertEqual(said['pages/2020-01-01-p1.html'], 'content/2020-01-01-p1.txt, or what is said of its publication, changed')
        self.assertEqual(said['data/stories.csv'],
                         'it is made anew each time, and is other than it was')
        self.assertNotIn('pages/2020-01-02-p1.html', said)
        (self.site / 'templates').mkdir()
        markup = (ROOT / 'templates' / 'page.html').read_text(encoding='utf-8')
        (self.site / 'templates' / 'page.html').write_text(markup.replace('</main>', '<p>x</p></main>'), encoding='utf-8')
        said = self.explained()
        self.assertEqual({path for path, why in said.items() if 'template' in why},
                         {'pages/2020-01-01-p1.html', 'pages/2020-01-02-p1.html'})
        self.assertEqual([path for path in said if path.startswith('stories/')], [])

    def test_what_is_no_record(self):
        self.built_site()
        page = next((self.kept / 'pages').iterdir())
        for path in page, self.kept / 'last', self.kept / 'outputs':
            path.unlink()
            os.mkfifo(path)
        self.assert_as_fresh()
        (self.kept / 'last').unlink()
        with open(self.kept / 'last', 'wb') as f:
            f.truncate(1 << 40)
        self.assert_as_fresh()

    def test_what_could_not_be_read_is_tried_again(self):
        self.built_site()
        gone = self.site / 'content' / '2020-01-03-p1.txt'
        gone.symlink_to('.elsewhere')
        gone.resolve().mkdir()
        time.sleep(.05)
        build(self.site, self.site / 'public')
        gone.resolve().rmdir()
        gone.resolve().write_text(STORY, encoding='utf-8')
        self.assert_as_fresh()

    def test_nothing_changed(self):
        (self.site / 'content').mkdir()
        (self.site / 'content' / '2020-13-01.txt').write_bytes(STORY.encode() + b'\xff\xfe\n')
        time.sleep(.05)
        first = build(self.site, self.site / 'public')
        self.assertTrue(first.stderr)
        files = files_of(self.site / 'public')
        second = self.assert_known(True)
        self.assertEqual((second.returncode, second.stderr), (first.returncode, first.stderr))
        self.assertEqual(files_of(self.site / 'public'), files)

    def test_any_change_is_noticed(self):
        self.built_site()
        page = self.site / 'content' / '2020-01-01-p1.txt'
        home = self.site / 'public' / 'index.html'

        def same_size_and_time():
            was = page.stat()
            page.write_text(page.read_text(encoding='utf-8').replace('每周六', '每周日'), encoding='utf-8')
            os.utime(page, ns=(was.st_atime_ns, was.st_mtime_ns))

        def template():
            (self.site / 'templates').mkdir()
            markup = (ROOT / 'templates' / '404.html').read_text(encoding='utf-8')
            (self.site / 'templates' / '404.html').write_text(markup, encoding='utf-8')

        changes = [same_size_and_time, template,
                   lambda: home.write_text('by hand'), home.unlink,
                   lambda: (self.site / 'public' / 'CNAME').write_text('example.org'),
                   lambda: page.rename(page.with_name('2020-01-01-p2.txt')),
                   lambda: (self.site / 'content' / 'site.yaml').write_text('title: 另一个\n', encoding='utf-8'),
                   lambda: (self.kept / 'last').write_bytes(b'nonsense'),
                   lambda: (self.kept / 'last').unlink()]
        for i, change in enumerate(changes):
            with self.subTest(i):
                change()
                self.assert_known(False)
                time.sleep(.05)
                build(self.site, self.site / 'public')
                self.assert_known(True)
                build(self.site, self.site / 'public', '--full')
        self.assertEqual((self.site / 'public' / 'CNAME').read_text(), 'example.org')
        (self.site / 'public' / 'CNAME').unlink()
        done = build(self.site, self.site / 'public', '--base-url=https://example.org/')
        self.assertIn(b'https://example.org/', (self.site / 'public' / 'sitemap.xml').read_bytes(), done.stderr)

    def test_a_damaged_list_of_the_last_build(self):
        self.built_site()
        whole = (self.kept / 'last').read_bytes()
        for at in range(0, len(whole), 11):
            (self.kept / 'last').write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1:])
            build(self.site, self.site / 'public')
            (self.kept / 'last').write_bytes(whole[:at])
            build(self.site, self.site / 'public')
        self.assert_as_fresh()

    def files_read(self):
        """How many files of content/ a build opens, each time that it does."""
        count = self.folder / 'count'
        count.unlink(missing_ok=True)
        build(self.site, self.site / 'public', env=dict(
            os.environ, LD_PRELOAD=SECOND_READ, ASAN_OPTIONS='verify_asan_link_order=0:exitcode=99', SECOND_READ_COUNT=str(count)))
        return count.stat().st_size

    def test_texts_that_are_as_they_were_are_read_once(self):
        """The index and the exports take them from what was kept, and so do the pages of stories."""
        pages = 40
        (self.site / 'content').mkdir()
        for i in range(pages):
            (self.site / 'content' / f'2020-02-{i // 2 + 1:02}-p{i % 2}.txt').write_text(
                STORY.replace('汾河', f'{"一二三四五六七八九十"[i % 10]}号河'), encoding='utf-8')
        self.assertGreater(self.files_read(), 3 * pages)
        page = self.site / 'content' / '2020-02-03-p1.txt'
        page.write_text(STORY.replace('汾河', '沁河'), encoding='utf-8')
        self.assertLess(self.files_read(), 1.5 * pages)
        page.unlink()
        self.assertLess(self.files_read(), 1.5 * pages)
        self.assert_as_fresh()

    def test_damaged_pairs_of_the_index(self):
        """What is kept of the index is not used, whatever is wrong with it; and is used where nothing is."""
        self.built_site()
        page = sorted((self.site / 'content').rglob('*.txt'))[0]
        first = page.read_text(encoding='utf-8')
        whole = (self.kept / 'pairs').read_bytes()
        for at in range(0, len(whole), len(whole) // 9):
            for damaged in whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1:], whole[:at], whole + b'.':
                page.write_text(first, encoding='utf-8')
                build(self.site, self.site / 'public')
                self.assertEqual((self.kept / 'pairs').read_bytes(), whole)
                (self.kept / 'pairs').write_bytes(damaged)
                page.write_text(first + f'\n\n又是{at}日。\n', encoding='utf-8')
                build(self.site, self.site / 'public')
                self.assert_as_fresh()
        self.assertFalse((self.kept / 'new').exists())

    def test_check_and_explain_keep_nothing(self):
        self.two_pages()
        xianbao('check', '-C', self.site)
        xianbao('explain', '-C', self.site, '2020-01-01-p1')
        self.assertFalse(self.kept.exists())
        build(self.site, self.site / 'public')
        with_cache = xianbao('check', '-C', self.site), xianbao('explain', '-C', self.site, '2020-01-01-p1')
        shutil.rmtree(self.kept)
        without = xianbao('check', '-C', self.site), xianbao('explain', '-C', self.site, '2020-01-01-p1')
        for a, b in zip(with_cache, without):
            self.assertEqual((a.returncode, a.stdout, a.stderr), (b.returncode, b.stdout, b.stderr))


if __name__ == '__main__':
    tap.main()
