#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The built site as it is makes a ZIM archive, which readers carry on phones, and the checker of such finds nothing."""
import struct
import subprocess
import zlib

import tap
from harness import ROOT, TemporaryFolder, build


def png(side):
    """A grey picture, for the archive's cover."""
    def chunk(kind, data):
        return struct.pack('>I4s', len(data), kind) + data + struct.pack('>I', zlib.crc32(kind + data))
    rows = (b'\0' + b'\x80' * side) * side
    return b'\x89PNG\r\n\x1a\n' + b''.join((
        chunk(b'IHDR', struct.pack('>IIBBBBB', side, side, 8, 0, 0, 0, 0)),
        chunk(b'IDAT', zlib.compress(rows)), chunk(b'IEND', b'')))


class Zim(TemporaryFolder):
    def check(self, page=None):
        """What zimcheck says of the site of this repository, with PAGE in place of a page of it."""
        public, archive = self.folder / 'public', self.folder / 'archive.zim'
        build(ROOT, public)
        (public / 'cover.png').write_bytes(png(48))
        if page:
            (public / 'about.html').write_text(page, encoding='utf-8')
        subprocess.run(['zimwriterfs', '--welcome=index.html', '--illustration=cover.png', '--language=zho', '--title=县报',
                        '--description=县报文存', '--creator=县档案馆', '--publisher=县档案馆', public, archive],
                       check=True, capture_output=True, timeout=120)
        return subprocess.run(['zimcheck', archive], capture_output=True, timeout=120, check=False, encoding='utf-8')

    def test_the_checker_finds_nothing(self):
        done = self.check()
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertIn('Overall Test Status: Pass', done.stdout)
        self.assertNotIn('WARNING', done.stdout)

    def test_the_checker_finds_what_is_wrong(self):
        done = self.check('<!DOCTYPE html><title>x</title><a href="nowhere.html">x</a>')
        self.assertIn('nowhere.html', done.stdout)
        self.assertNotEqual(done.returncode, 0)


if __name__ == '__main__':
    tap.main()
