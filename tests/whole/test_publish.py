#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""public/ is replaced as a whole or not at all."""
import os
import shutil
import signal
import subprocess

import tap
from harness import ROOT, STORY, XIANBAO, TemporaryFolder, build, disk_fault, files_of, xianbao

SECOND_READ = os.environ.get('SECOND_READ', str(ROOT / 'build' / 'tests' / 'second_read.so'))


class Publish(TemporaryFolder):
    def setUp(self):
        super().setUp()
        self.make_site(a=STORY)
        self.public = self.folder / 'public'
        build(self.folder, self.public)
        self.before = files_of(self.public)

    def assert_untouched(self):
        self.assertEqual(files_of(self.public), self.before)

    def assert_refused(self, says, *arguments):
        """A build that must fail, name what is wrong and leave the site alone."""
        done = xianbao('build', '-C', self.folder, *arguments)
        self.assertEqual(done.returncode, 2, done.stderr.decode())
        self.assertRegex(done.stderr.decode(), says)
        self.assert_untouched()
        checked = xianbao('check', '-C', self.folder)
        self.assertEqual(checked.returncode, 2, checked.stderr.decode())

    def test_bad_configuration(self):
        self.write('content/site.yaml', 'title: "no end\n')
        self.assert_refused(r'site\.yaml:\d+')
        self.write('content/site.yaml', 'title: [a, b]\n')
        self.assert_refused(r'site\.yaml:1:\d+: error: .*title')

    def test_bad_topics(self):
        self.write('content/topics.yaml', 'topics:\n  - {id: Farm Land, words: 3}\n')
        self.assert_refused(r'topics\.yaml:\d+')

    def test_bad_template(self):
        self.write('templates/story.html', '<html><body><p tal:content="story/headlin">x</p></body></html>')
        self.assert_refused(r'templates/story\.html:1:\d+: error: .*headlin')
        self.write('templates/story.html', '<html><body><p></body></html>')
        self.assert_refused(r'templates/story\.html:1:\d+: error')

    def test_a_story_removed_leaves_the_site(self):
        build(self.folder, self.public)
        (self.folder / 'content' / 'a.txt').write_text(STORY.replace('入秋', '入冬'), encoding='utf-8')
        build(self.folder, self.public)
        stories = [path for path in files_of(self.public) if path.startswith('stories/')]
        self.assertEqual(len(stories), 1)
        self.assertNotIn(stories[0], self.before)

    def test_a_story_that_is_gone_says_so(self):
        site, public = self.folder / 'site', self.folder / 'public'
        (site / 'content').mkdir(parents=True)
        page, other = (site / 'content' / f'2020-01-0{day}-p1.txt' for day in (1, 2))
        page.write_text(STORY, encoding='utf-8')
        other.write_text(STORY.replace('汾河', '沁河'), encoding='utf-8')
        settings = site / 'content' / 'site.yaml'
        settings.write_text('tombstones: true\nbase_url: https://example.org/\n')
        build(site, public)
        address = next((public / 'stories').glob('2020-01-01-*'))
        text = page.read_text(encoding='utf-8')
        page.unlink()
        for _ in range(2):  # it stays
            build(site, public)
            markup = address.read_text(encoding='utf-8')
            self.assertIn(f'编号为 {address.stem} 的报道撤下了', markup)
            self.assertIn('noindex', markup)
            self.assertNotIn('读书会', markup)
            self.assertNotIn(address.stem, (public / 'sitemap.xml').read_text(encoding='utf-8'))
            other.touch()
        self.assertEqual(xianbao('check', '-C', site, '-o', public).returncode, 0)
        page.write_text(text, encoding='utf-8')
        build(site, public)
        self.assertIn('读书会', address.read_text(encoding='utf-8'))
        page.unlink()
        settings.write_text('title: 文存\n', encoding='utf-8')
        build(site, public)
        self.assertFalse(address.exists())

    def test_a_story_that_cannot_be_read_is_not_gone(self):
        """Nor can it by whoever may read all: the build is another user's then."""
        site, public, program = self.folder / 'site', self.folder / 'site' / 'public', self.folder / 'xianbao'
        locked = site / 'content' / 'locked'
        locked.mkdir(parents=True)
        (site / 'content' / 'site.yaml').write_text('tombstones: true\n', encoding='utf-8')
        (site / 'content' / '2020-01-02-p1.txt').write_text(STORY.replace('汾河', '沁河'), encoding='utf-8')
        page = locked / '2020-01-01-p1.txt'
        page.write_text(STORY, encoding='utf-8')
        shutil.copy(XIANBAO, program)
        options = {}
        if os.geteuid() == 0:
            options = {'user': 65534, 'group': 65534, 'extra_groups': []}
            for path in (self.folder, *self.folder.rglob('*')):
                os.chown(path, 65534, 65534)

        def run():
            done = subprocess.run([program, 'build', '-C', site, '-j', '2'], capture_output=True, timeout=120,
                                  check=False, **options)
            self.assertIn(done.returncode, (0, 1), done.stderr)
            return done.stderr.decode()

        run()
        address = next((public / 'stories').glob('locked-2020-01-01-*'))
        before = address.read_bytes()
        for path, mode, name in ((locked, 0o644, 'locked/2020-01-01-p1.txt'), (locked, 0, 'locked'),
                                 (page, 0, 'locked/2020-01-01-p1.txt')):
            usual = path.stat().st_mode
            path.chmod(mode)
            for _ in range(2):
                self.assertIn(f'content/{name}: error: cannot be read: Permission denied', run())
                self.assertEqual(address.read_bytes(), before)
            path.chmod(usual)
        page.unlink()
        run()
        self.assertIn('的报道撤下了', address.read_text(encoding='utf-8'))

    def test_what_xianbao_did_not_write_stays(self):
        (self.public / 'CNAME').write_text('archive.example.org\n', encoding='utf-8')
        (self.public / 'stories' / 'notes.txt').write_text('mine\n', encoding='utf-8')
        build(self.folder, self.public)
        self.assertEqual(files_of(self.public),
                         {**self.before, 'CNAME': b'archive.example.org\n', 'stories/notes.txt': b'mine\n'})

    def test_a_folder_of_somebody_else_is_not_taken(self):
        mine = self.folder / 'photos'
        mine.mkdir()
        (mine / 'index.html').write_text('mine', encoding='utf-8')
        done = xianbao('build', '-C', self.folder, '-o', mine)
        self.assertEqual((mine / 'index.html').read_text(encoding='utf-8'), 'mine', done.stderr)
        self.assertEqual(done.returncode, 2)

    def test_a_page_that_changes_while_it_is_read(self):
        """It is read again for each story: the old site stays, and the next build has the new page."""
        page = self.folder / 'content' / 'b.txt'
        page.write_text(STORY.replace('入秋', '入冬'), encoding='utf-8')
        done = xianbao('build', '-C', self.folder, '-j', 1, env=dict(
            os.environ, LD_PRELOAD=SECOND_READ, ASAN_OPTIONS='verify_asan_link_order=0:exitcode=99', SECOND_READ_OF='content/b.txt',
            XIANBAO_SANDBOX='off'))  # what writes is inside it
        self.assertEqual(done.returncode, 2)
        self.assertIn(b'content/b.txt: error: it changed while it was read; nothing was written; try again\n', done.stderr)
        self.assertEqual(files_of(self.public), self.before)
        self.assertTrue(page.read_text(encoding='utf-8').endswith('\n\n'))
        build(self.folder, self.public)
        self.assertNotEqual(files_of(self.public), self.before)

    def build_with_fault(self, at=None, kills=False):
        """Builds over a copy of the site before; the Nth change to the disk fails or kills."""
        shutil.rmtree(self.public)
        shutil.rmtree(self.folder / '.xianbao', ignore_errors=True)
        shutil.copytree(self.old, self.public)
        return xianbao('build', '-C', self.folder, '-j', 1, env=disk_fault(self.folder / 'count', at, kills))

    def prepare_faults(self):
        """Another site to be built; returns its files and the changes to the disk to fail at."""
        self.old = self.folder / 'old'
        shutil.copytree(self.public, self.old)
        (self.folder / 'content' / 'b.txt').write_text(STORY.replace('入秋', '入冬'), encoding='utf-8')
        self.assertIn(self.build_with_fault().returncode, (0, 1))
        changes = int((self.folder / 'count').read_text(encoding='ascii'))
        self.assertGreater(changes, 20)
        return files_of(self.public), [*range(0, changes - 20, 5), *range(changes - 20, changes)]

    def assert_mends_itself(self, after):
        """The next build gets through, and nothing of the one that failed stays behind."""
        build(self.folder, self.public)
        self.assertEqual(files_of(self.public), after)
        self.assertEqual({path.name for path in self.folder.iterdir()},
                         {'.xianbao', 'content', 'count', 'old', 'public'})

    def test_a_killed_build_leaves_the_old_site_or_the_new(self):
        after, faults = self.prepare_faults()
        for at in faults:
            self.assertEqual(self.build_with_fault(at, kills=True).returncode, -signal.SIGKILL, at)
            self.assertIn(files_of(self.public), (self.before, after), at)
        self.assert_mends_itself(after)

    def test_a_full_disk_leaves_the_old_site(self):
        after, faults = self.prepare_faults()
        failed = 0
        for at in faults:
            done = self.build_with_fault(at)
            if done.returncode == 2:
                self.assert_untouched()
                self.assertRegex(done.stderr.decode(), 'No space')
                failed += 1
            else:  # all that needs room was written by then
                self.assertEqual(files_of(self.public), after, at)
        self.assertGreater(failed, 3)
        self.assert_mends_itself(after)


if __name__ == '__main__':
    tap.main()
