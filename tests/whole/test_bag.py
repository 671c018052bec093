#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""`xianbao bag`: all of an archive for keeping, whole or not at all."""
import os
import shutil
import signal
import subprocess
import time

import tap
from bagit_check import BadBag, check
from harness import ROOT, STORY, XIANBAO, TemporaryFolder, build, disk_fault, files_of, xianbao

READDIR_REVERSED = os.environ.get('READDIR_REVERSED', str(ROOT / 'build' / 'tests' / 'readdir_reversed.so'))

SETTINGS = """title: 石泉文存
description: 县里的事，一篇一篇
publisher: 石泉县档案馆
contact: archive@example.org
base_url: https://example.org/archive/
"""
HOSTILE = ['a b.jpg', ' first', 'last ', '蚕桑园.jpg', 'two\nlines.jpg', 'cr\rlf\r\n.jpg', '100%.jpg', '%0A.jpg', '%250a',
           'wide\u3000', '~home', '-rf', '*', '"quoted"', 'back\\slash', '.hidden/.file', 'deep/' * 40 + 'x', 'e\u0301.jpg', 'x' * 255,
           '县' * 85, '\x01\x7f', 'C:', 'nul']


class Bag(TemporaryFolder):
    def setUp(self):
        super().setUp()
        self.site = self.folder / 'site'
        self.bag = self.folder / 'bag'
        self.write('site/content/site.yaml', SETTINGS)
        self.write('site/content/2021-06-18/p02.txt', STORY)
        self.write('site/content/2021-06-18/publication.yaml', 'title: 石泉报\n')
        self.write('site/content/about.md', '# 关于\n')
        self.write('site/templates/assets/extra.css', 'p {}\n')

    def pack(self, status=0, *arguments, **options):
        done = xianbao('bag', '-C', self.site, *arguments, self.bag, **options)
        self.assertEqual(done.returncode, status, done.stderr.decode())
        return done.stderr.decode()

    def assert_refused(self, says, *arguments, left=('site',), **options):
        """No bag was made, and nothing of one is left."""
        self.assertRegex(self.pack(2, *arguments, **options), says)
        self.assertEqual({path.name for path in self.folder.iterdir()}, set(left))

    def test_a_bag_has_all_and_is_valid(self):
        self.assertEqual(self.pack(), '')
        payload, info = check(self.bag)
        for name in 'content', 'public', 'templates':
            self.assertEqual(files_of(self.bag / 'data' / name), files_of(self.site / name))
        self.assertIn('data/public/data/stories.ndjson', payload)
        version = xianbao('--version').stdout.decode().strip()
        sizes = [path.stat().st_size for path in (self.bag / 'data').rglob('*') if path.is_file()]
        self.assertEqual(info, [
            ('Source-Organization', '石泉县档案馆'), ('Contact-Email', 'archive@example.org'),
            ('External-Description', '石泉文存: 县里的事，一篇一篇'),
            ('External-Identifier', 'https://example.org/archive/'),
            ('Payload-Oxum', f'{sum(sizes)}.{len(sizes)}'),
            ('Internal-Sender-Description',
             '1 stories from 1 newspaper pages: the pages and what was said about them in data/content, the site that was '
             'made of them in data/public'),
            ('Bag-Software-Agent', version)])
        for name in 'docs/format.md', 'docs/reconstruction.md', 'docs/search.md', 'docs/topics.md', 'man/xianbao-site.5':
            self.assertEqual((self.bag / 'documentation' / name).read_bytes(), (ROOT / name).read_bytes())
        for name in 'manifest-sha256.txt', 'tagmanifest-sha256.txt':
            subprocess.run(['sha256sum', '--quiet', '--strict', '-c', name], cwd=self.bag, check=True)

    def test_the_checker_refuses_what_is_no_bag(self):
        self.pack()
        whole = self.folder / 'whole'
        self.bag.rename(whole)

        def flip(path, at=-2):
            changed = bytearray((self.bag / path).read_bytes())
            changed[at] ^= 1
            (self.bag / path).write_bytes(changed)

        harms = {
            'a byte of a page': lambda: flip('data/content/2021-06-18/p02.txt'),
            'a byte of the site': lambda: flip('data/public/index.html', 100),
            'a byte of bag-info.txt': lambda: flip('bag-info.txt'),
            'a byte of the manifest': lambda: flip('manifest-sha256.txt', 3),
            'a file more': lambda: (self.bag / 'data' / 'content' / 'more').write_bytes(b''),
            'a file less': lambda: (self.bag / 'data' / 'content' / 'about.md').unlink(),
            'a tag file more': lambda: (self.bag / 'fetch.txt').write_bytes(b''),
            'another version': lambda: flip('bagit.txt', 15),
        }
        for name, harm in harms.items():
            with self.subTest(name):
                shutil.copytree(whole, self.bag)
                check(self.bag)
                harm()
                self.assertRaises(BadBag, check, self.bag)
                shutil.rmtree(self.bag)

    def test_names_of_all_kinds(self):
        for name in HOSTILE:
            self.write(f'site/content/scans/{name}', name)
        self.write('site/content/two\nlines.txt', STORY.replace('汾河', '沁河'))
        said = self.pack(1)
        payload, _ = check(self.bag)
        self.assertEqual(files_of(self.bag / 'data' / 'content'), files_of(self.site / 'content'))
        self.assertTrue({f'data/content/scans/{name}' for name in HOSTILE} <= payload)
        text = (self.bag / 'manifest-sha256.txt').read_bytes().decode()
        for line in ('/two%0Alines.jpg\n', '/cr%0Dlf%0D%0A.jpg\n', '/100%25.jpg\n', '/%250A.jpg\n', '/%25250a\n', '/ first\n'):
            self.assertIn(line, text)
        told = [line for line in said.splitlines() if 'many programs that check bags' in line]
        self.assertEqual([line.split(': ')[0].rpartition('/')[2] for line in told], ['%0A.jpg', '%250a', '100%.jpg', 'last ', 'wide\u3000'])

    def test_a_name_that_no_bag_can_have(self):
        (self.site / 'content' / os.fsdecode(b'\xd5\xf2.jpg')).write_bytes(b'')
        self.assert_refused(r'cannot list it: its name is not UTF-8.*; no bag was made\n')

    def test_links_and_what_is_no_file(self):
        content = self.site / 'content'
        outside = self.folder / 'site' / 'outside'
        outside.mkdir()
        (outside / 'scan.pdf').write_bytes(b'%PDF')
        (content / 'scans').mkdir()
        (content / 'scans' / 'one.pdf').write_bytes(b'%PDF')
        (content / 'scan.pdf').symlink_to('scans/one.pdf')
        (content / 'away.pdf').symlink_to('../outside/scan.pdf')
        (content / 'folder').symlink_to('../outside')
        (content / 'nowhere').symlink_to('none')
        (content / '.loop').symlink_to('.')
        os.mkfifo(content / 'fifo')
        (content / 'empty').mkdir()
        said = self.pack(1, '-v')
        payload, _ = check(self.bag)
        self.assertEqual((self.bag / 'data/content/scan.pdf').read_bytes(), b'%PDF')
        for name in 'folder', 'nowhere', '.loop':
            self.assertIn(f'content/{name}: warning: a symbolic link to what is no file; not in the bag\n', said)
        self.assertIn('content/away.pdf: warning: a symbolic link out of its folder; not in the bag\n', said)
        self.assertIn('content/fifo: warning: not a file; not in the bag\n', said)
        self.assertIn('content/scan.pdf: note: a symbolic link; the bag has the file that it leads to\n', said)
        self.assertEqual(len([path for path in payload if path.startswith('data/content/')]), 6)

    def test_what_cannot_be_read_is_told_and_no_bag_made(self):
        """Nor can it by whoever may read all: the bag is another user's then."""
        program, options = self.folder / 'site' / 'xianbao', {}
        shutil.copy(XIANBAO, program)
        (self.site / 'content' / 'locked').mkdir()
        scan = self.site / 'content' / 'locked' / 'scan.pdf'
        scan.write_bytes(b'')
        if os.geteuid() == 0:
            options = {'user': 65534, 'group': 65534, 'extra_groups': []}
            for path in (self.folder, *self.folder.rglob('*')):
                os.chown(path, 65534, 65534)
        for path, mode, name in (scan, 0, 'locked/scan.pdf'), (scan.parent, 0, 'locked'):
            usual = path.stat().st_mode
            path.chmod(mode)
            done = subprocess.run([program, 'bag', '-C', self.site, self.bag], capture_output=True, check=False, **options)
            self.assertEqual(done.returncode, 2)
            self.assertRegex(done.stderr.decode(), f'content.*: error: cannot .*; no bag was made\n')
            self.assertEqual([path.name for path in self.folder.iterdir()], ['site'])
            path.chmod(usual)
        subprocess.run([program, 'bag', '-q', '-C', self.site, self.bag], **options)
        check(self.bag)

    def test_the_same_files_make_the_same_bag(self):
        self.pack()
        first = files_of(self.bag)
        shutil.rmtree(self.bag)
        reversed_ = dict(os.environ, LD_PRELOAD=READDIR_REVERSED, ASAN_OPTIONS='verify_asan_link_order=0:exitcode=99', TZ='Asia/Shanghai',
                         SOURCE_DATE_EPOCH='1')
        self.pack(0, '-j', '1', env=reversed_)
        self.assertEqual(files_of(self.bag), first)
        other = self.folder / 'other'
        shutil.copytree(self.site / 'content', other / 'content')
        shutil.copytree(self.site / 'templates', other / 'templates')
        done = xianbao('bag', self.folder / 'again', cwd=other)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(files_of(self.folder / 'again'), first)

    def test_a_date_is_told_where_it_is_given(self):
        self.pack(0, '--date=2024-02-29')
        self.assertIn(('Bagging-Date', '2024-02-29'), check(self.bag)[1])
        for wrong in '2023-02-29', '2024-13-01', '2024-2-3', '2024-02-29x', '2024-02', '', 'today', '0000-00-00':
            done = xianbao('bag', '-C', self.site, '--date', wrong, self.folder / 'x')
            self.assertEqual((done.returncode, done.stderr.count(b'\n')), (2, 1))
            self.assertIn(f"the date is a day such as 2026-11-30, not '{wrong}'", done.stderr.decode())
        self.assertFalse((self.folder / 'x').exists())

    def test_the_site_is_what_its_sources_make(self):
        build(self.site, self.site / 'public')
        self.write('site/content/2021-06-19/p02.txt', STORY.replace('汾河', '沁河'))
        (self.site / 'public' / 'index.html').write_text('changed by hand', encoding='utf-8')
        (self.site / 'public' / 'CNAME').write_text('example.org\n', encoding='utf-8')
        self.pack()
        check(self.bag)
        packed = files_of(self.bag / 'data' / 'public')
        self.assertEqual(packed.pop('CNAME'), b'example.org\n')
        build(self.site, self.site / 'anew', '--full')
        self.assertEqual(packed, files_of(self.site / 'anew'))
        self.assertEqual(len([path for path in packed if path.startswith('stories/')]), 2)

    def test_a_site_that_stands_elsewhere_and_has_no_templates(self):
        shutil.rmtree(self.site / 'templates')
        self.pack(0, '-o', self.site / 'docs', '--base-url=https://example.com/')
        self.assertEqual(files_of(self.bag / 'data' / 'public'), files_of(self.site / 'docs'))
        payload, info = check(self.bag)
        self.assertIn(('External-Identifier', 'https://example.com/'), info)
        self.assertFalse([path for path in payload if path.startswith('data/templates')])

    def test_no_bag_of_what_cannot_be_built(self):
        self.write('site/content/site.yaml', 'title: [a]\n')
        self.assert_refused(r'site\.yaml:1:\d+: error: .*title')

    def test_only_what_is_empty_is_written_to(self):
        self.bag.mkdir(mode=0o700)
        self.pack()
        check(self.bag)
        self.assertEqual(self.bag.stat().st_mode & 0o777, 0o700)
        before = files_of(self.bag)
        self.assert_refused('bag: error: it is not empty; choose another folder; no bag was made\n', left=('site', 'bag'))
        self.assertEqual(files_of(self.bag), before)
        shutil.rmtree(self.bag)
        self.bag.write_text('mine', encoding='utf-8')
        self.assert_refused('cannot replace it', left=('site', 'bag'))
        self.assertEqual(self.bag.read_text(encoding='utf-8'), 'mine')

    def test_what_comes_into_its_folder_meanwhile_stays(self):
        self.bag.mkdir()
        with self.stopped_while_packing() as packing:
            (self.bag / 'mine').write_text('mine', encoding='utf-8')
        said = packing.wait()
        self.assertEqual(packing.returncode, 2, said)
        self.assertEqual(files_of(self.bag), {'mine': b'mine'})
        self.assertEqual({path.name for path in self.folder.iterdir()}, {'site', 'bag'})

    def test_not_among_its_sources(self):
        self.pack()
        shutil.rmtree(self.bag)
        before = files_of(self.site)
        for place in 'content/bag', 'templates/x', 'public/bag', 'public', '.xianbao/bag', '.', '..':
            done = xianbao('bag', place, cwd=self.site)
            self.assertEqual(done.returncode, 2)
            self.assertIn('; no bag was made\n', done.stderr.decode())
            self.assertEqual((files_of(self.site), done.stderr.count(b'\n')), (before, 1))
        self.run_and_expect(0, 'bag', 'bags', cwd=self.site)
        check(self.site / 'bags')

    def test_usage(self):
        for arguments in (), ('a', 'b'), ('--full', 'a'):
            done = self.run_and_expect(2, 'bag', *arguments, cwd=self.site)
            self.assertIn("nothing was done, see 'xianbao help bag'\n", done.stderr.decode())

    def stopped_while_packing(self):
        """A process that packs, stopped inside the `with` while it does."""
        big = self.site / 'content' / 'big.bin'
        big.touch()
        os.truncate(big, 64 << 20)
        return Stopped(self.site, self.bag, self.folder / '.bag.xianbao-new' / 'data' / 'content' / 'big.bin')

    def test_a_signal_leaves_nothing(self):
        with self.stopped_while_packing() as packing:
            packing.process.send_signal(signal.SIGTERM)
        self.assertIn('no bag was made\n', packing.wait())
        self.assertEqual(packing.returncode, -signal.SIGTERM)
        self.assertEqual([path.name for path in self.folder.iterdir()], ['site'])

    def test_what_changes_while_it_is_packed(self):
        for name in 'content/2021-06-18/p02.txt', 'public/index.html', 'templates/assets/extra.css', 'content/new.jpg':
            with self.subTest(name):
                with self.stopped_while_packing() as packing:
                    with open(self.site / name, 'a', encoding='utf-8') as file:
                        file.write('\n')
                packing.wait()
                self.assertEqual(packing.returncode, 2, packing.said)
                self.assertIn(f'{name.split("/")[0]}: error: it changed while it was packed; try again; no bag was made\n',
                              packing.said)
                self.assertEqual([path.name for path in self.folder.iterdir()], ['site'])
        with self.stopped_while_packing() as packing:
            pass
        packing.wait()
        self.assertEqual(packing.returncode, 1, packing.said)  # of big.bin it is said that it is no page
        check(self.bag)

    def pack_with_fault(self, at=None, kills=False):
        shutil.rmtree(self.bag, ignore_errors=True)
        return xianbao('bag', '-C', self.site, self.bag, env=disk_fault(self.site / 'count', at, kills))

    def prepare_faults(self):
        """Returns the bag's files and the changes to the disk to fail at."""
        time.sleep(.1)
        for _ in range(2):  # the site is built the first time
            self.assertEqual(self.pack_with_fault().returncode, 0)
        changes = int((self.site / 'count').read_text(encoding='ascii'))
        self.assertGreater(changes, 60)
        return files_of(self.bag), [*range(0, changes - 12, 9), *range(changes - 12, changes)]

    def test_a_killed_one_leaves_no_bag_or_a_whole_one(self):
        whole, faults = self.prepare_faults()
        for at in faults:
            self.assertEqual(self.pack_with_fault(at, kills=True).returncode, -signal.SIGKILL, at)
            self.assertIn(files_of(self.bag) if self.bag.exists() else None, (None, whole), at)
        shutil.rmtree(self.bag, ignore_errors=True)
        self.pack()
        self.assertEqual(files_of(self.bag), whole)
        self.assertEqual({path.name for path in self.folder.iterdir()}, {'site', 'bag'})

    def test_a_full_disk_leaves_no_bag(self):
        whole, faults = self.prepare_faults()
        failed = 0
        for at in faults:
            done = self.pack_with_fault(at)
            if done.returncode == 2:
                self.assertRegex(done.stderr.decode(), 'No space.*no bag was made')
                self.assertEqual([path.name for path in self.folder.iterdir()], ['site'])
                failed += 1
            else:  # all that needs room was written by then
                self.assertEqual(files_of(self.bag), whole, at)
        self.assertGreater(failed, 5)


class Stopped:
    """A process, stopped as soon as a file that it makes is there, until the `with` ends."""

    def __init__(self, site, bag, until):
        self.process = subprocess.Popen([XIANBAO, 'bag', '-C', site, bag], stderr=subprocess.PIPE)
        end = time.monotonic() + 60
        while not until.exists():
            if self.process.poll() is not None or time.monotonic() > end:
                raise AssertionError(f'it did not begin: {self.process.stderr.read()}')
        self.process.send_signal(signal.SIGSTOP)
        self.said = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGCONT)

    def wait(self):
        self.said = self.process.communicate(timeout=60)[1].decode()
        return self.said

    @property
    def returncode(self):
        return self.process.returncode


if __name__ == '__main__':
    tap.main()
