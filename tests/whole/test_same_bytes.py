#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The same input gives the same bytes, whatever the machine, time and way of calling."""
import os
import pathlib
import shutil
import tempfile

import tap
from harness import ROOT, TemporaryFolder, build, files_of, own_site

READDIR_REVERSED = os.environ.get('READDIR_REVERSED', str(ROOT / 'build' / 'tests' / 'readdir_reversed.so'))


class SameBytes(TemporaryFolder):
    def assert_same(self, output):
        built, expected = files_of(output), own_site().files
        self.assertEqual(sorted(built), sorted(expected))
        self.assertEqual([path for path in built if built[path] != expected[path]], [])

    def built(self, *arguments, site=ROOT, **options):
        output = self.folder / 'public'
        build(site, output, *arguments, **options)
        self.assert_same(output)

    def test_other_time_zone_and_locale(self):
        for zone, locale in ('Pacific/Kiritimati', 'tr_TR.UTF-8'), ('America/Adak', 'C'), ('', 'zh_CN.GB18030'):
            with self.subTest(zone):
                self.built(env=dict(os.environ, TZ=zone, LANG=locale, LC_ALL=locale))

    def test_one_and_two_threads(self):
        self.built('-j', '1')
        self.built('-j', '2')

    def test_again_over_itself_and_in_full(self):
        self.built()
        self.built()
        self.built('--full')

    def test_folders_listed_backwards(self):
        preload = dict(os.environ, LD_PRELOAD=READDIR_REVERSED, ASAN_OPTIONS='verify_asan_link_order=0:exitcode=99',
                       READDIR_REVERSED_COUNT=str(self.folder / 'count'))
        self.built(env=preload)
        self.assertGreater((self.folder / 'count').stat().st_size, 0, 'the shim was not used')

    def test_copied_in_another_order_to_another_file_system(self):
        memory = pathlib.Path(tempfile.mkdtemp(prefix='xianbao-', dir='/dev/shm'))
        self.addCleanup(shutil.rmtree, memory)
        (memory / 'content').mkdir()
        for path in sorted((ROOT / 'content').iterdir(), reverse=True):
            shutil.copy(path, memory / 'content')
            os.utime(memory / 'content' / path.name, (1, 1))
        self.built(site=memory)

    def test_called_from_elsewhere(self):
        self.built(cwd='/')
        self.built(site='.', cwd=ROOT)
        self.built(site=os.path.relpath(ROOT, self.folder), cwd=self.folder)


if __name__ == '__main__':
    tap.main()
