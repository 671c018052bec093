#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A site that an older version made: its ids and addresses stay, and what that version kept does no harm.

tests/old/ has its content; `addresses.txt`, its stories, source pages and people; and `site.tar.xz`, its public/ and
.xianbao/, as commit 5c7566c made them.
"""
import json
import random
import shutil
import tarfile

import tap
from harness import ROOT, TemporaryFolder, build, files_of

OLD = ROOT / 'tests' / 'old'
ADDRESSES = set((OLD / 'addresses.txt').read_text(encoding='ascii').split())


def addresses_of(files):
    return {path for path in files
            if path.startswith(('stories/', 'pages/', 'people/')) and not path.endswith('/index.html')}


class Old(TemporaryFolder):
    def setUp(self):
        super().setUp()
        shutil.copytree(OLD / 'content', self.folder / 'content')
        self.public, self.kept = self.folder / 'public', self.folder / '.xianbao'

    def unpack(self):
        for folder in self.public, self.kept:
            shutil.rmtree(folder, ignore_errors=True)
        with tarfile.open(OLD / 'site.tar.xz') as archive:
            archive.extractall(self.folder, filter='data')

    def build(self):
        """What the build says, and the files of the site."""
        return build(self.folder, self.public).stderr.decode(), files_of(self.public)

    def from_nothing(self):
        """The same of the same content where no site is, and nothing is kept."""
        other = self.folder / 'nothing'
        shutil.copytree(self.folder / 'content', other / 'content')
        said = build(other, other / 'public').stderr.decode()
        files = files_of(other / 'public')
        shutil.rmtree(other)
        return said, files

    def test_the_old_site_is_what_it_says(self):
        self.unpack()
        files = files_of(self.public)
        self.assertEqual(addresses_of(files), ADDRESSES)
        self.assertEqual({path.name for path in self.kept.iterdir()}, {'last', 'pages'})
        self.assertEqual(len([path for path in (self.kept / 'pages').rglob('*') if path.is_file()]), 6)

    def test_ids_and_addresses_stay(self):
        _, files = self.build()
        self.assertEqual(addresses_of(files), ADDRESSES)
        ids = {json.loads(line)['id'] for line in files['data/stories.ndjson'].decode().splitlines()}
        self.assertTrue({path.split('/')[1].removesuffix('.html') for path in ADDRESSES if path.startswith('stories/')} <= ids)

    def test_an_address_is_of_its_words(self):
        page = self.folder / 'content' / 'twice' / 'p1.txt'
        page.write_text(page.read_text(encoding='utf-8').replace('昨夜', '今晨'), encoding='utf-8')
        addresses = addresses_of(self.build()[1])
        self.assertEqual(ADDRESSES - addresses, {'stories/twice-p1-1ea5d1.html', 'stories/twice-p1-1ea5d1-2.html'})
        self.assertEqual(len(addresses), len(ADDRESSES))

    def test_a_build_over_it_makes_what_one_from_nothing_makes(self):
        self.unpack()
        before = files_of(self.public)
        made, nothing = self.build(), self.from_nothing()
        self.assertEqual(made, nothing)
        self.assertNotEqual(made[1], before)

    def test_what_is_gone_goes_and_what_is_foreign_stays(self):
        for tombstones in False, True:
            self.unpack()
            (self.public / 'CNAME').write_text('example.org\n', encoding='utf-8')
            (self.folder / 'content' / 'twice' / 'p1.txt').unlink(missing_ok=True)
            with open(self.folder / 'content' / 'site.yaml', 'a', encoding='utf-8') as settings:
                settings.write('tombstones: true\n' * tombstones)
            files = self.build()[1]
            self.assertEqual(files['CNAME'], b'example.org\n')
            gone = ADDRESSES - addresses_of(files)
            stories = {'stories/twice-p1-1ea5d1.html', 'stories/twice-p1-1ea5d1-2.html'}
            self.assertEqual(gone, {'pages/twice-p1.html'} if tombstones else {'pages/twice-p1.html', *stories})
            if tombstones:
                self.assertIn('的报道撤下了', files['stories/twice-p1-1ea5d1.html'].decode())

    def harms(self, path):
        """The file as it would be found after this and that."""
        whole, dice = path.read_bytes(), random.Random(path.name)
        flipped = bytearray(whole)
        flipped[dice.randrange(len(flipped))] ^= 1 << dice.randrange(8)
        yield bytes(flipped)
        yield whole[:dice.randrange(len(whole))]
        yield b''
        yield dice.randbytes(len(whole))
        yield whole + whole

    def damage(self, keeps):
        """Builds over what KEEPS put there, harmed in each way: the site is what one from nothing is."""
        nothing = self.from_nothing()
        for number in range(6):
            keeps()
            for path in sorted(path for path in self.kept.rglob('*') if path.is_file()):
                if number < 5:
                    path.write_bytes([*self.harms(path)][number])
                else:  # a folder where a file was
                    path.unlink()
                    path.mkdir()
            self.assertEqual(self.build(), nothing)

    def test_what_was_kept_then_may_be_damaged(self):
        """Its records stood in folders; here they stand also where they stand now."""
        def keeps():
            self.unpack()
            for path in [*(self.kept / 'pages').rglob('*/*')]:
                shutil.copy(path, self.kept / 'pages' / (path.parent.name + path.name))

        keeps()
        self.assertEqual(self.build(), self.from_nothing())
        self.damage(keeps)

    def test_what_is_kept_now_may_be_damaged(self):
        def keeps():
            shutil.rmtree(self.kept, ignore_errors=True)
            shutil.rmtree(self.public, ignore_errors=True)
            self.build()
            self.assertTrue({'outputs', 'pages', 'pairs'} <= {path.name for path in self.kept.iterdir()})

        self.damage(keeps)

    def test_a_site_of_which_parts_are_missing(self):
        nothing = self.from_nothing()
        for missing in 'data', 'search', 'stories', 'index.html', 'data/files.txt':
            self.unpack()
            path = self.public / missing
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()
            if missing.startswith('data'):  # nobody knows who wrote the rest
                for left in self.public.iterdir():
                    if left.name in nothing[1] or left.is_dir():
                        shutil.rmtree(left) if left.is_dir() else left.unlink()
            self.assertEqual(self.build(), nothing)


if __name__ == '__main__':
    tap.main()
