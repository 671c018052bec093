#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A command gives up what it does not need of its user's rights, and does its work as it did with them."""
import errno
import os
import pathlib
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.request

import tap
from harness import ROOT, STORY, XIANBAO, TemporaryFolder, build, files_of, xianbao

TRESPASS = os.environ.get('TRESPASS', str(ROOT / 'build' / 'tests' / 'trespass.so'))
CALLS = ('program', 'kill', 'prlimit', 'tcp', 'udp', 'unix')


class Sandbox(TemporaryFolder):
    def setUp(self):
        super().setUp()
        self.site, self.secret = self.folder / 'site', self.folder / 'secret.txt'
        self.page = self.site / 'content' / 'a.txt'
        self.write('site/content/a.txt', STORY)
        self.write('site/content/big5.txt', '')
        (self.site / 'content' / 'big5.txt').write_bytes('縣報記者昨日在河邊的書屋採訪，讀書會每週六舉行。'.encode('big5') * 9)
        self.write('site/templates/assets/own.css', 'p { color: red }\n')
        self.secret.write_text('secret\n', encoding='utf-8')
        self.public, self.kept = self.site / 'public', self.site / '.xianbao'
        # where each is, whether it is there or not
        self.read = [self.secret, '/etc/passwd', self.page]
        self.write_to = [self.page, self.site / 'content' / 'new.txt', self.site / 'templates' / 'new.html',
                         self.site / 'new', self.folder / 'new', self.secret, self.public / 'new', self.kept / 'new']

    def environment(self, **more):
        return dict(os.environ, LD_PRELOAD=TRESPASS, ASAN_OPTIONS='verify_asan_link_order=0:exitcode=99',
                    TRESPASS_REPORT=str(self.folder / 'report'), TRESPASS_READ=':'.join(map(str, self.read)),
                    TRESPASS_WRITE=':'.join(map(str, self.write_to)), **more)

    def report(self):
        lines = (self.folder / 'report').read_text(encoding='utf-8').splitlines()
        tries = {what: int(error) for what, error in (line.rsplit(' ', 1) for line in lines)}
        for path in self.write_to:  # what could be made was
            if path.name == 'new' or path.name.startswith('new.'):
                path.unlink(missing_ok=True)
        return tries

    def tried(self, *arguments, **more):
        """What became of the tries at the end of a command that did its work."""
        done = xianbao(*arguments, env=self.environment(**more))
        self.assertIn(done.returncode, (0, 1), done.stderr.decode())
        return self.report()

    def assert_tries(self, tries, *, read=(), write=(), calls=()):
        """Those succeed, and all others are refused."""
        expected = {f'read {path}': path in read for path in self.read}
        expected.update({f'write {path}': path in write for path in self.write_to})
        expected.update({call: call in calls for call in CALLS})
        self.assertEqual({what: error == 0 for what, error in tries.items() if what != 'call'}, expected, tries)
        for what, error in tries.items():
            refused = errno.EACCES if what.startswith(('read', 'write')) else errno.EPERM
            self.assertIn(error, (0, refused), what)

    def test_build(self):
        for _ in range(2):  # from nothing, and again
            tries = self.tried('build', '-C', self.site, '--full')
            self.assert_tries(tries, read=(self.page,), write=(self.public / 'new', self.kept / 'new'))

    def test_check(self):
        build(self.site, self.public)
        self.assert_tries(self.tried('check', '-C', self.site), read=(self.page,))

    def test_explain(self):
        build(self.site, self.public)
        self.assert_tries(self.tried('explain', '-C', self.site, self.page), read=(self.page,))

    def test_split(self):
        build(self.site, self.public)
        other = self.folder / 'other.txt'
        other.write_text(STORY, encoding='utf-8')
        self.read.append(other)
        self.assert_tries(self.tried('split', other, cwd='/'), read=(other,))
        self.assert_tries(self.tried('split', '--format=record', '-C', self.site, 'content/a.txt'), read=(self.page,))

    def test_bag(self):
        build(self.site, self.public)
        bag = self.folder / 'bags' / 'bag'
        bag.parent.mkdir()
        tries = self.tried('bag', '-C', self.site, bag)
        self.assertTrue((bag / 'bagit.txt').exists())
        self.assertEqual({what for what, error in tries.items() if what in CALLS and error == 0}, set())
        self.assertNotEqual(tries[f'read {self.secret}'], 0)
        for path in self.secret, self.folder / 'new':  # it publishes first, and so may write into the site's folder
            self.assertNotEqual(tries[f'write {path}'], 0, path)

    def test_split_of_names_that_come_later(self):
        """Any file may be read then, and still none written."""
        build(self.site, self.public)
        names = self.folder / 'names'
        names.write_text(f'{self.page}\n', encoding='utf-8')
        self.assert_tries(self.tried('split', '--files-from', names), read=self.read)

    def test_without(self):
        """All that is tried can be done where nothing is given up."""
        build(self.site, self.public)
        for arguments in (('build', '-C', self.site, '--full'), ('check', '-C', self.site), ('split', self.page)):
            tries = self.tried(*arguments, XIANBAO_SANDBOX='off')
            self.assert_tries(tries, read=self.read, write=self.write_to, calls=CALLS)

    def serve_and_try(self, **more):
        """What became of the tries of a server, whose site is changed meanwhile; one of them to call us."""
        with socket.create_server(('127.0.0.1', 0)) as here:
            environment = self.environment(TRESPASS_AT=str(here.getsockname()[1]), **more)
            server = subprocess.Popen([XIANBAO, 'serve', '-C', self.site, '-p', '0'], env=environment,
                                      stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            try:
                address = server.stdout.readline().decode().split()[-3]
                self.write('site/content/b.txt', STORY.replace('汾河', '沁河'))
                self.write('site/templates/story.html', (ROOT / 'templates' / 'story.html').read_text(encoding='utf-8'))
                for _ in range(200):
                    found = list((self.public / 'stories').glob('b-*.html'))
                    if found:
                        break
                    time.sleep(.05)
                urllib.request.urlopen(address, timeout=20).close()  # it answers when no build goes on
                server.terminate()
                self.assertEqual(server.wait(timeout=20), 0)
            finally:
                server.kill()
                _, messages = server.communicate()
        self.assertTrue(found, messages)
        return self.report()

    def test_serve(self):
        """It can be called, and calls nobody; what is beside public/ it could write to."""
        self.write_to = [self.folder / 'new', self.secret, self.public / 'new', self.kept / 'new']
        shutil.rmtree(self.site / 'templates')  # it comes while the site is served
        tries = self.serve_and_try()
        self.assertEqual(tries['call'], errno.EPERM)
        self.assert_tries(tries, read=(self.page,), write=(self.public / 'new', self.kept / 'new'))
        self.assertEqual(self.serve_and_try(XIANBAO_SANDBOX='off')['call'], 0)

    # ---- the same work

    def assert_same(self, *arguments, out=None, cwd=None):
        """A build gives the same bytes with all rights, and without: of nothing, of a change, and of no change."""
        out = out or self.public
        page = self.page.read_text(encoding='utf-8')
        seen = []
        for switch in ('off', 'on'):
            if out.exists():
                subprocess.run(['find', f'{out}/', '-mindepth', '1', '-delete'], check=True)
            shutil.rmtree(self.kept, ignore_errors=True)
            sites = []
            for text in (page, page + '\n', page + '\n', page):
                self.page.write_text(text, encoding='utf-8')
                done = xianbao('build', *arguments, cwd=cwd, env=dict(os.environ, XIANBAO_SANDBOX=switch))
                sites.append((done.returncode, done.stderr, files_of(out)))
                self.assertIn(done.returncode, (0, 1), done.stderr.decode())
                if len(sites) == 1:
                    (out / 'mine.txt').write_text('mine\n', encoding='utf-8')
                    (out / 'link').symlink_to('nowhere')
                self.assertTrue((out / 'link').is_symlink())
                self.assertFalse([path for path in out.resolve().parent.iterdir() if 'xianbao-' in path.name])
            seen.append(sites)
        self.assertIn(b'color: red', seen[0][0][2]['assets/own.css'])
        self.assertEqual(seen[0], seen[1])

    def test_usual_site(self):
        self.assert_same('-C', self.site)
        self.assert_same(cwd=self.site)

    def test_output_elsewhere(self):
        out = self.folder / 'out' / 'site'
        out.parent.mkdir()
        self.assert_same('-C', self.site, '-o', out, out=out)
        self.assert_same('-C', self.site, '-o', f'{out}/', out=out)
        self.assert_same('-C', self.site, '-o', 'site', out=out, cwd=out.parent)

    def test_output_on_another_disk(self):
        memory = pathlib.Path(tempfile.mkdtemp(prefix='xianbao-', dir='/dev/shm'))
        self.addCleanup(shutil.rmtree, memory)
        self.assert_same('-C', self.site, '-o', memory / 'site', out=memory / 'site')

    def test_links(self):
        """The site, its content and its output may be links, and a page one to another place of content/."""
        away = self.folder / 'away'
        away.mkdir()
        shutil.move(self.site / 'content', away / 'content')
        (self.site / 'content').symlink_to(away / 'content')
        (self.folder / 'linked').symlink_to(self.site)
        (away / 'out').mkdir()
        self.public.symlink_to(away / 'out' / 'site')
        (away / 'out' / 'site').mkdir()
        (self.site / 'content' / 'deep').mkdir()
        (self.site / 'content' / 'deep' / 'c.txt').symlink_to(away / 'content' / 'a.txt')
        self.assert_same('-C', self.folder / 'linked')
        self.assertTrue(list((self.public / 'stories').glob('deep-c-*.html')))

    def test_content_that_cannot_be_written(self):
        (self.site / 'content').chmod(0o555)
        self.addCleanup((self.site / 'content').chmod, 0o755)
        self.assert_same('-C', self.site)

    def test_records(self):
        """--stories names a file that lies anywhere, and split takes pipes."""
        done = xianbao('split', '--format=record', '-C', self.site, 'content/a.txt')
        records = self.folder / 'records'
        records.write_bytes(done.stdout)
        build(self.site, self.public, '--stories', records)
        piped = subprocess.run(['bash', '-c', '"$0" split --format=text <(cat "$1")', XIANBAO, self.page],
                               capture_output=True, check=True)
        self.assertIn('甄思远', piped.stdout.decode())
        with open(self.page, 'rb') as page:
            self.assertEqual(xianbao('split', '--format=text', '/dev/stdin', stdin=page).returncode, 0)

    def test_a_link_in_the_place_of_what_is_kept_opens_nothing(self):
        away = self.folder / 'away'
        away.mkdir()
        self.kept.symlink_to(away)
        self.write_to = [away / 'new', self.public / 'new']
        self.assert_tries(self.tried('build', '-C', self.site), read=(self.page,), write=(self.public / 'new',))

    # ---- kernels

    def test_older_kernels(self):
        """Each takes away what it can, and all build the same; what is not taken away -v tells."""
        build(self.site, self.public)
        before = files_of(self.public)
        for version in range(8):
            done = xianbao('build', '-C', self.site, '--full', '-v', env=self.environment(LANDLOCK_VERSION=str(version)))
            tries = self.report()
            self.assertEqual(files_of(self.public), before)
            told = b'not all rights' in done.stderr
            self.assertEqual(told, version < 2, version)
            self.assertEqual(tries[f'read {self.secret}'] == 0, version < 2, version)
            self.assertEqual(tries['program'], errno.EPERM)
        quiet = xianbao('build', '-C', self.site, '--full', env=self.environment(LANDLOCK_VERSION='0'))
        self.assertNotIn(b'rights', quiet.stderr)


if __name__ == '__main__':
    tap.main()
