#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Whatever lies in a site's folder, and whatever it is called: nothing outside is read or written, and nothing hangs."""
import json
import os
import shutil
import pathlib
import re
import resource
import socket
import stat
import subprocess
import unicodedata

import tap
from harness import ROOT, STORY, XIANBAO, TemporaryFolder, build, files_of, xianbao

SECRET = '保险柜的密码写在这里，谁也不该读到它。'
PORTABLE = re.compile(r'(?!(con|prn|aux|nul|com\d|lpt\d)(\.|$))[a-z0-9_-][a-z0-9._-]{0,98}[a-z0-9_-]|[a-z0-9_-]')


def told_of(done, name):
    """What standard error says of a file."""
    return [line for line in done.stderr.decode().splitlines() if line.split(': ')[0].endswith(name)]


class Site(TemporaryFolder):
    """A site with one good page, beside a folder that is none of its business."""

    def setUp(self):
        super().setUp()
        self.addCleanup(subprocess.run, ['rm', '-rf', self.folder], check=False)  # also what is too deep for Python
        self.site, self.outside = self.folder / 'site', self.folder / 'outside'
        self.content, self.public = self.site / 'content', self.site / 'public'
        self.content.mkdir(parents=True)
        self.outside.mkdir()
        (self.content / 'good.txt').write_text(STORY, encoding='utf-8')
        for name in 'page.txt', 'about.md', 'style.css', 'base.html', 'site.yaml', 'topics.yaml', 'publication.yaml':
            (self.outside / name).write_text(SECRET, encoding='utf-8')
        self.before = files_of(self.outside)

    def page(self, name, text=None):
        """A page of a name that may be bytes; its story is another than all others."""
        name = os.fsencode(name)
        path = os.path.join(os.fsencode(self.content), name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, 'wb') as file:
            file.write((text or STORY.replace('汾河', '沁河' + name.hex())).encode())

    def build(self, *arguments, **options):
        return build(self.site, self.public, *arguments, timeout=60, **options)

    def assert_safe(self):
        """The good page is published, what lies outside is as it was and nowhere to be read."""
        self.assertEqual(files_of(self.outside), self.before)
        files = files_of(self.public)
        self.assertTrue(any(path.startswith('stories/good-') for path in files))
        for path, data in files.items():
            self.assertNotIn(SECRET.encode(), data, path)
            for name in path.split('/'):
                self.assertRegex(name, f'^({PORTABLE.pattern})$')
        self.assertEqual(len({path.lower() for path in files}), len(files))

    def assert_refused(self, name, says, *arguments):
        """A build that writes nothing and says why."""
        done = xianbao('build', '-C', self.site, *arguments, timeout=60)
        self.assertEqual(done.returncode, 2, done.stderr.decode())
        self.assertRegex('\n'.join(told_of(done, name)), says, done.stderr.decode())
        self.assertFalse(self.public.exists())
        self.assertEqual(files_of(self.outside), self.before)


class Links(Site):
    def test_links_in_content(self):
        links = {
            'page.txt': self.outside / 'page.txt',
            'up.txt': '../../outside/page.txt',
            'about.md': self.outside / 'about.md',
            'dangling.txt': 'nowhere.txt',
            'loop.txt': 'loop.txt',
            'folder': self.outside,
            'folder.txt': self.outside,
            'zero.txt': '/dev/zero',
            'above': '..',
        }
        for name, target in links.items():
            (self.content / name).symlink_to(target)
        done = self.build()
        self.assertEqual(done.returncode, 1)
        for name in links:
            out = name in ('page.txt', 'up.txt', 'about.md')
            why = 'a symbolic link out of content/: put the file itself there' if out \
                else 'a symbolic link to what is no file'
            self.assertEqual(told_of(done, f'content/{name}'), [f'content/{name}: warning: {why}; left out'])
        self.assert_safe()

    def test_a_built_file_that_became_a_link_out_of_the_site(self):
        self.build()
        self.assertEqual(xianbao('check', '-C', self.site).returncode, 0)
        (self.public / 'index.html').unlink()
        (self.public / 'index.html').symlink_to(self.outside / 'page.txt')
        done = xianbao('check', '-C', self.site)
        self.assertEqual(done.returncode, 1)
        self.assertIn('index.html: warning: it is a symbolic link out of the site: take it away; left out', done.stderr.decode())
        self.page('more.txt')
        done = xianbao('build', '-C', self.site)
        self.assertEqual(done.returncode, 2)
        self.assertIn('something stands there that xianbao did not write; move it away', done.stderr.decode())
        (self.public / 'index.html').unlink()
        self.build()
        self.assert_safe()

    def test_links_that_stay_in_content_are_followed(self):
        (self.content / 'deep').mkdir()
        (self.content / 'deep' / 'original.orig').write_text(STORY.replace('汾河', '沁河'), encoding='utf-8')
        (self.content / 'linked.txt').symlink_to('deep/original.orig')
        done = self.build()
        self.assertEqual(told_of(done, 'linked.txt'), [])
        self.assertTrue(list(self.public.glob('stories/linked-*.html')))

    def test_content_and_templates_may_be_links_themselves(self):
        elsewhere = self.folder / 'elsewhere'
        elsewhere.mkdir()
        self.content.rename(elsewhere / 'texts')
        self.content.symlink_to(elsewhere / 'texts')
        (elsewhere / 'theme').mkdir()
        (elsewhere / 'theme' / 'zh-Hans.yaml').write_bytes((ROOT / 'templates' / 'zh-Hans.yaml').read_bytes())
        (self.site / 'templates').symlink_to(elsewhere / 'theme')
        self.build()
        self.assert_safe()
        for out in elsewhere, elsewhere / 'texts', elsewhere / 'texts' / 'x', elsewhere / 'theme':
            done = xianbao('build', '-C', self.site, '-o', out, '--shared')
            self.assertEqual(done.returncode, 2, done.stderr)
            self.assertRegex(done.stderr.decode(), r"is where the site's (content|templates) lies?.*nothing was written")

    def test_what_says_how_the_site_is_made_is_a_file_of_its_own(self):
        """Without it another site would be made."""
        for name in 'site.yaml', 'topics.yaml', 'publication.yaml', 'a/publication.yaml':
            path = self.content / name
            path.parent.mkdir(exist_ok=True)
            for target in self.outside / path.name, 'nowhere':
                path.symlink_to(target)
                self.assert_refused(f'content/{name}', 'error: a symbolic link .*; nothing was written')
                path.unlink()
            os.mkfifo(path)
            self.assert_refused(f'content/{name}', 'error: not a file; nothing was written')
            path.unlink()
        self.build()

    def test_links_in_templates(self):
        templates = self.site / 'templates'
        for name in 'base.html', 'assets/style.css', 'fr.yaml', 'note.txt':
            path = templates / name
            path.parent.mkdir(parents=True, exist_ok=True)
            for target, says in ((self.outside / 'style.css', 'a symbolic link out of templates/'),
                                 ('nowhere', 'a symbolic link to what is no file'),
                                 (self.outside, 'a symbolic link to what is no file')):
                path.symlink_to(target)
                self.assert_refused(f'templates/{name}', f'error: cannot be read: it is {says}')
                path.unlink()
            os.mkfifo(path)
            self.assert_refused(f'templates/{name}', 'error: cannot be read: it is not a file')
            path.unlink()
        os.rmdir(templates / 'assets')
        os.rmdir(templates)
        templates.symlink_to('nowhere')
        self.assert_refused('templates', 'error: the folder cannot be read')
        templates.unlink()
        templates.write_text('')
        self.assert_refused('templates', 'error: the folder cannot be read')

    def test_hard_links_out_of_the_site_are_not_written_through(self):
        self.build()
        shared = self.outside / 'index.html'
        (self.public / 'index.html').unlink()
        shared.write_bytes(SECRET.encode())
        os.link(shared, self.public / 'index.html')
        self.before['index.html'] = SECRET.encode()
        self.page('more.txt')
        self.build()
        self.assert_safe()

    def test_links_that_wait_where_a_build_writes(self):
        (self.site / '.public.xianbao-new').symlink_to(self.outside)
        (self.site / '.public.xianbao-old').symlink_to(self.outside)
        done = xianbao('build', '-C', self.site)
        self.assertEqual(done.returncode, 2)
        self.assertIn('the site stays as it was', done.stderr.decode())
        self.assertEqual(files_of(self.outside), self.before)
        (self.site / '.public.xianbao-new').unlink()
        self.build()
        self.assert_safe()

    def test_init_writes_into_no_linked_folder(self):
        new = self.folder / 'new'
        for name in 'content', 'templates', 'templates/assets':
            (new / name).parent.mkdir(parents=True, exist_ok=True)
            (new / name).symlink_to(self.outside)
            done = self.run_and_expect(2, 'init', new)
            self.assertRegex(done.stderr.decode(), r'cannot be written: its folder is a symbolic link; what was made')
            self.assertEqual(files_of(self.outside), self.before)
            (new / name).unlink()
        self.run_and_expect(0, 'init', new)


class SpecialFiles(Site):
    def test_what_is_no_file_blocks_nothing(self):
        names = ['pipe.txt', 'pipe.md', 'socket.txt']
        for name in names[:2]:
            os.mkfifo(self.content / name)
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind(str(self.content / 'socket.txt'))
            if os.geteuid() == 0:  # who else may make a device
                os.mknod(self.content / 'device.txt', stat.S_IFCHR | 0o666, os.makedev(1, 5))
                names.append('device.txt')
            for arguments in (), ('--full',):
                done = self.build(*arguments)
                for name in names:
                    self.assertEqual(told_of(done, f'content/{name}'), [f'content/{name}: warning: not a file; left out'])
                self.assert_safe()
            self.assertEqual(xianbao('check', '-C', self.site, timeout=60).returncode, 1)

    def test_a_file_without_end(self):
        """It is not read at all: a terabyte, of which nothing is on the disk."""
        for name in 'huge.txt', 'huge.md':
            with open(self.content / name, 'wb') as file:
                file.truncate(1 << 40)
        done = self.build()
        for name in 'huge.txt', 'huge.md':
            self.assertEqual(told_of(done, name), [
                f'content/{name}: error: larger than 256 MiB: cut it into a file for each page or issue; left out'])
        self.assert_safe()
        (self.content / 'site.yaml').touch()
        os.truncate(self.content / 'site.yaml', 1 << 40)
        done = xianbao('build', '-C', self.site)
        self.assertEqual((done.returncode, told_of(done, 'site.yaml')),
                         (2, ['content/site.yaml: error: larger than 4 MiB; nothing was written']))

    def test_streams_without_end(self):
        for arguments in ('split', '/dev/zero'), ('explain', '/dev/zero'):
            done = xianbao(*arguments, cwd=self.site)
            self.assertEqual((done.returncode, done.stdout), (1, b''))
            self.assertIn('/dev/zero: error: larger than 256 MiB', done.stderr.decode())
        done = xianbao('split', '--files-from=/dev/zero')
        self.assertEqual(done.returncode, 2)
        self.assertIn('/dev/zero cannot be read: it has a line that is too long for a name; stopped', done.stderr.decode())


class Names(Site):
    def assert_all_published(self, *names):
        for name in names:
            self.page(name)
        done = self.build()
        self.assert_safe()
        stories = {json.loads(line)['source'] for line in files_of(self.public)['data/stories.ndjson'].splitlines()}
        self.assertEqual(stories, {f'content/{name}' for name in (*names, 'good.txt')})
        self.assertEqual(len(list(self.public.glob('pages/*.html'))), len(names) + 1)
        return done

    def test_names_that_differ_in_case_alone(self):
        done = self.assert_all_published('Page.txt', 'page.txt', 'PAGE.TXT', 'a/B.txt', 'A/b.txt')
        self.assertIn('the second has a hash after it', done.stderr.decode())

    def test_names_that_differ_in_normalisation_alone(self):
        name = 'Émile 岚県 가.txt'
        forms = [unicodedata.normalize(form, name) for form in ('NFC', 'NFD')]
        self.assertNotEqual(*forms)
        self.assert_all_published(*forms)

    def test_names_that_other_systems_keep_for_themselves(self):
        self.assert_all_published(
            'con.txt', 'NUL.txt', 'aux.TXT', 'prn.old.txt', 'com1.txt', 'lpt9.txt', 'COM0.txt', 'sub/nul.txt',
            'ends in dots....txt', 'ends in blanks   .txt', ' .txt', 'a:b.txt', 'a\\b.txt', 'C:\\x.txt', 'a*?"<>|.txt',
            '-o.txt', '--full.txt', '~.txt', '$HOME.txt', '%2e%2e%2f.txt', 'a;rm -rf x.txt')

    def test_names_of_255_bytes_and_long_paths(self):
        long = '岚' * 83 + 'a.txt'
        self.assertEqual(len(long.encode()), 254)
        folders = '/'.join(['d' * 200] * 15)
        self.assert_all_published(long, 'x' * 251 + '.txt', 'x' * 250 + '.txt', f'{folders}/{"y" * 250}.txt')

    def test_names_that_cannot_be_shown(self):
        names = {b'new\nline.txt': r'new\u000aline.txt', b'bell\x07.txt': r'bell\u0007.txt', b'\x1b[31mred.txt': r'\u001b[31mred.txt',
                 b'delete\x7f.md': r'delete\u007f.md', '\u0085.txt'.encode(): r'\u0085.txt',
                 b'\xb8\xde.txt': r'\xb8\xde.txt', b'\xed\xa0\x80.md': r'\xed\xa0\x80.md', b'a\xff/page.txt': r'a\xff/page.txt'}
        for name in names:
            self.page(name)
        done = self.build()
        self.assertEqual(done.returncode, 1)
        self.assertNotIn(b'\x1b', done.stderr)
        for name, shown in names.items():
            said = [line for line in done.stderr.decode().splitlines() if shown in line]
            self.assertEqual(len(said), 1, (name, done.stderr))
            self.assertRegex(said[0], 'warning: its name (is not UTF-8|holds a control character): give it another; left out')
        self.assert_safe()

    def test_folders_that_are_too_deep(self):
        """More than 64 folders in each other, or too long a path."""
        for name, times in (('d', 300), ('e' * 250, 20)):
            at = os.open(self.content, os.O_RDONLY)
            for _ in range(times):
                os.mkdir(name, dir_fd=at)
                below = os.open(name, os.O_RDONLY, dir_fd=at)
                os.close(at)
                at = below
            with open(os.open('deep.txt', os.O_CREAT | os.O_WRONLY, dir_fd=at), 'w', encoding='utf-8') as page:
                page.write(STORY)
            os.close(at)
        limit = lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (128, 128))
        for _ in range(2):
            done = self.build(preexec_fn=limit)
            self.assertEqual(done.returncode, 1)
            said = done.stderr.decode()
            self.assertRegex(said, r'content/(d/){64}d: error: cannot be read: File name too long; left out')
            self.assertRegex(said, r'content/(e+/)+(e+|deep\.txt): error: cannot be read: File name too long; left out')
            self.assert_safe()

    def test_names_that_content_gives(self):
        """Nothing that is written in a page, a list or a setting makes a file of its own name elsewhere."""
        for number, name in enumerate(('../../outside/x', '/etc/x', 'aux', 'a/b', 'a\\b', '..', 'A', 'x' * 81)):
            self.page(f'{number}.txt', f"---\nid: '{name}'\n---\n\n{STORY.replace('汾河', f'沁河{number}')}")
        done = self.build()
        for number in range(8):
            self.assertRegex('\n'.join(told_of(done, f'content/{number}.txt:2:5') + told_of(done, f'content/{number}.txt:1')),
                             'warning: .*; (taken as unknown|ignored)', number)
        self.assert_safe()
        for key in 'id', 'page', 'publication', 'place', 'language':
            self.page('0.txt', f'---\n{key}: ../../../outside/page.txt\n---\n\n{STORY}')
            self.build()
            self.assert_safe()

    def test_names_that_settings_give(self):
        for name, text, says in (
                ('content/site.yaml', 'language: ../../outside/site\n', 'language'),
                ('content/site.yaml', f'language: {self.outside}/site\n', 'language'),
                ('content/topics.yaml', '- {id: ../x, label: 农, words: [农业]}\n', 'an id has only a-z'),
                ('content/topics.yaml', '- {id: con, label: 农, words: [农业]}\n', 'no device of Windows')):
            self.write(f'site/{name}', text)
            done = self.run_and_expect(2, 'build', '-C', self.site)
            self.assertIn(says, done.stderr.decode())
            self.assertFalse(self.public.exists())
            (self.site / name).unlink()

    def test_names_that_templates_give(self):
        for use in '../../outside/base.html/macros/x', f'{self.outside}/base.html/macros/x', 'file:///etc/passwd', \
                'templates/../outside/macros/x', '${here/path}/macros/x':
            self.write('site/templates/note.html', f'<html metal:use-macro="{use}"><p/></html>')
            done = xianbao('build', '-C', self.site)
            self.assertEqual(done.returncode, 2, use)
            self.assertRegex(done.stderr.decode(), r'templates/note\.html:1:\d+: error: ')
            self.assertFalse(self.public.exists())
        (self.site / 'templates' / 'note.html').unlink()
        for target in '../../outside/page.txt', f'{self.outside}/page.txt':
            self.write('site/templates/404.html', f'<!DOCTYPE html [<!ENTITY x SYSTEM "{target}">]><p>&x;</p>')
            done = self.run_and_expect(2, 'build', '-C', self.site)
            self.assertRegex(done.stderr.decode(), r'templates/404\.html:1:\d+: error: ')
            self.assertFalse(self.public.exists())
            self.write('site/templates/404.html', '<html><head><title>x</title></head><body><p xmlns:xi="http://www.w3.org/2001/XInclude">'
                       f'<xi:include href="{target}" parse="text"/>here</p></body></html>')
            xianbao('build', '-C', self.site)
            shown = (self.public / '404.html').read_text(encoding='utf-8')
            self.assertIn('here', shown)
            self.assertNotIn(SECRET, shown)
            shutil.rmtree(self.public)
        (self.site / 'templates' / '404.html').unlink()
        for name in 'assets/con.css', 'assets/Logo.png', 'assets/a b.css', 'assets/x.', 'assets/nul', 'assets/aux/x.css':
            self.write(f'site/templates/{name}', 'x')
            done = xianbao('build', '-C', self.site)
            self.assertEqual(done.returncode, 2)
            self.assertRegex(done.stderr.decode(), r'templates/assets/\S.*: error: cannot be published: (the names of|Windows can)')
            (self.site / 'templates' / name).unlink()

    def test_names_that_records_and_lists_give(self):
        record = json.loads(self.run_and_expect(0, 'split', '-C', self.site, '--format=record', 'content/good.txt').stdout)
        names = '../outside/page.txt', f'{self.outside}/page.txt', 'content/../../outside/page.txt', 'content//good.txt', '', 'x\0y'
        lines = '\n'.join(json.dumps(record | {'source': name}) for name in names)
        self.build('--stories=-', input=lines.encode())
        self.assert_safe()
        for name in names[:4]:
            done = self.run_and_expect(1, 'split', '-C', self.site, '--format=record', '--files-from=-', input=name.encode())
            self.assertIn('error: the site has no such page', done.stderr.decode())
            self.assertEqual(done.stdout, b'')
        both = str(self.content / 'good.txt').encode() + b'\0' + str(self.content / 'good.txt').encode()  # find -print0
        done = self.run_and_expect(1, 'split', '--files-from=-', input=both)
        self.assertEqual(done.stdout, b'')
        self.assertIn(r'good.txt\u0000', done.stderr.decode())
        done = self.run_and_expect(2, 'split', '--files-from=-', input=b'x' * 100_000)
        self.assertIn('a line that is too long for a name; stopped', done.stderr.decode())


class Targets(Site):
    def test_a_folder_that_holds_something_else(self):
        mine = self.folder / 'mine'
        (mine / 'letters').mkdir(parents=True)
        (mine / 'letters' / 'a.doc').write_text('mine')
        for command in ('build',), ('build', '--full'):
            done = self.run_and_expect(2, *command, '-C', self.site, '-o', mine)
            self.assertRegex(done.stderr.decode(), "mine: error: it holds 'letters', which is no part of a site: choose another "
                                                   'with -o, or let the site stand beside that with --shared; nothing was written')
            self.assertEqual(files_of(mine), {'letters/a.doc': b'mine'})
        build(self.site, mine, '--shared')
        self.assertTrue((mine / 'index.html').exists())
        self.page('more.txt')
        build(self.site, mine)  # it is a site's now
        self.assertEqual((mine / 'letters' / 'a.doc').read_text(), 'mine')

    def test_what_hosts_keep_beside_a_site_does_not_matter(self):
        for name in '.git/HEAD', '.nojekyll', 'CNAME', '.well-known/security.txt':
            self.write(f'site/public/{name}', 'x')
        self.build()
        self.assert_folder_has('.git/HEAD', '.nojekyll', 'CNAME', 'index.html')

    def assert_folder_has(self, *names):
        for name in names:
            self.assertTrue((self.public / name).exists(), name)

    def test_a_list_of_files_that_is_none_makes_no_site(self):
        self.write('mine/data/files.txt', 'my files\n')
        self.run_and_expect(2, 'build', '-C', self.site, '-o', self.folder / 'mine')
        self.assertEqual(files_of(self.folder / 'mine'), {'data/files.txt': b'my files\n'})

    def test_folders_that_hold_the_site_or_are_somebody_s(self):
        home = self.folder / 'home'
        home.mkdir()
        (self.site / 'templates').mkdir()
        (home / '.profile').write_text('mine')
        before = files_of(self.folder)
        for out in '/', '/.', '/tmp/..', self.folder, self.site, self.site / '.', self.content, self.content / 'new', \
                self.content / '..', f'{self.content}//', self.site / 'templates' / '..' / 'content', home, \
                home / '..' / 'home', self.site / '.xianbao', self.site / 'templates':
            done = self.run_and_expect(2, 'build', '-C', self.site, '-o', out)
            self.assertRegex(done.stderr.decode(), 'choose another with -o', out)
            self.assertEqual(done.stderr.count(b'\n'), 1)
            self.assertEqual(files_of(self.folder), before)
        link = self.folder / 'link'
        for target in self.site, self.content, home:
            link.symlink_to(target)
            self.run_and_expect(2, 'build', '-C', self.site, '-o', link)
            link.unlink()
            self.assertEqual(files_of(self.folder), before)

    def test_targets_that_are_no_folders(self):
        for name, make in (('file', pathlib.Path.touch), ('pipe', os.mkfifo), ('loop', lambda path: path.symlink_to('loop')),
                           ('dangling', lambda path: path.symlink_to('nowhere'))):
            make(self.folder / name)
            done = self.run_and_expect(2, 'build', '-C', self.site, '-o', self.folder / name, timeout=60)
            self.assertRegex(done.stderr.decode(), f'{name}: error: cannot (find|replace) it: .*; the site stays as it was')
        for option in '-o', '-C':
            done = self.run_and_expect(2, 'build', option, '', cwd=self.site)
            self.assertIn("the folder's name is empty after", done.stderr.decode())
        done = self.run_and_expect(2, 'build', '-C', self.site, '-o', self.folder / ('x' * 300))
        self.assertIn('File name too long', done.stderr.decode())
        self.assertFalse(self.public.exists())

    def test_public_that_leads_to_somebody_s_folder(self):
        self.public.symlink_to(self.outside)
        done = self.run_and_expect(2, 'build', '-C', self.site)
        self.assertIn("it holds 'about.md'", done.stderr.decode())
        self.assertEqual(files_of(self.outside), self.before)

    def test_a_folder_that_may_not_be_looked_into(self):
        """Whoever may read all looks into it all the same: the build is another user's then."""
        closed, program = self.folder / 'closed', self.folder / 'xianbao'
        closed.mkdir()
        (closed / 'mine').write_text('mine')
        program.write_bytes(pathlib.Path(XIANBAO).read_bytes())
        program.chmod(0o755)
        options = {}
        if os.geteuid() == 0:
            options = {'user': 65534, 'group': 65534, 'extra_groups': []}
            for path in (self.folder, *self.folder.rglob('*')):
                os.chown(path, 65534, 65534)
        closed.chmod(0)
        done = subprocess.run([program, 'build', '-C', self.site, '-o', closed], capture_output=True, timeout=60, check=False, **options)
        closed.chmod(0o700)
        self.assertEqual(done.returncode, 2, done.stderr)
        self.assertIn('Permission denied', done.stderr.decode())
        self.assertEqual([path.name for path in closed.iterdir()], ['mine'])


if __name__ == '__main__':
    tap.main()
