#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What a disk holds when the power goes away during a build: power_loss.py [MOMENTS]; as root, by hand.

A site is built on an ext4 in a file. At a moment the build is stopped, and the file copied: that is what was written by then,
and nothing of what the kernel still had in memory. The copy is mounted, which mends it by its journal, and looked at.
"""
import os
import random
import signal
import subprocess
import sys
import time

from faulty_site import FaultySite
from harness import ROOT, XIANBAO, files_of

IO_FAULT = os.environ.get('IO_FAULT', str(ROOT / 'build' / 'tests' / 'io_fault.so'))


def run(*command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


class Disk:
    """Commits nothing by itself, and meta-data before data when another has it commit."""
    def __init__(self, folder):
        self.file, self.at, self.copy, self.copy_at = (folder / name for name in ('disk', 'at', 'copy', 'copy-at'))
        self.at.mkdir()
        self.copy_at.mkdir()
        run('truncate', '-s', '48M', self.file)
        run('mkfs.ext4', '-q', '-E', 'lazy_itable_init=0,lazy_journal_init=0', self.file)
        run('mount', '-o', 'loop,commit=300,data=writeback,noauto_da_alloc', self.file, self.at)

    def sites(self, after_loss):
        """What AFTER_LOSS tells of the site's folder as it would be found."""
        run('cp', '--sparse=always', self.file, self.copy)
        run('mount', '-o', 'loop', self.copy, self.copy_at)
        try:
            return after_loss(self.copy_at / 'site')
        finally:
            run('umount', self.copy_at)


class PowerLoss(FaultySite):
    preload = IO_FAULT

    def setUp(self):
        super().setUp()
        self.disk = Disk(self.folder)
        self.addCleanup(run, 'umount', self.disk.at)
        run('mv', self.site, self.disk.at)
        self.site, self.public = self.disk.at / 'site', self.disk.at / 'site' / 'public'
        self.build(self.site, '--full')

    def lose(self, seconds, **environment):
        """A build that is stopped after so long, or ended before; what the disk holds then: A, B, or neither."""
        with subprocess.Popen([XIANBAO, 'build', '-C', self.site], env=self.environment(**environment),
                              stderr=subprocess.PIPE) as process:
            time.sleep(seconds)
            process.send_signal(signal.SIGSTOP)
            ended = process.poll() is not None
            if ended and environment:  # somebody else has the disk write its journal
                other = os.open(self.disk.at / 'other', os.O_WRONLY | os.O_CREAT)
                os.fsync(other)
                os.close(other)
            found = self.disk.sites(lambda site: files_of(site / 'public'))
            mended = None if environment else self.disk.sites(self.mend)
            process.send_signal(signal.SIGCONT)
        return ended, next((state for state in 'AB' if found == self.fresh[state]), None), mended

    def mend(self, site):
        """What a build makes of the site after the loss; its content is that of now, on a disk that has it."""
        run('rm', '-r', site / 'content')
        run('cp', '-r', self.site / 'content', site / 'content')
        self.build(site)
        return files_of(site / 'public')

    def run_moments(self, moments, **environment):
        dice, seen = random.Random(time.time_ns()), {}
        for _ in range(moments):
            run('sync', '-f', self.site)
            old, new = self.state, self.other()
            started = time.monotonic()
            ended, found, mended = self.lose(3 if environment else dice.random() * .3, **environment)
            seen[found == new if found else None, ended] = seen.get((found == new if found else None, ended), 0) + 1
            if not environment:
                self.assertIn(found, (old, new), time.monotonic() - started)
                self.assertTrue(not ended or found == new)
                self.assertEqual(mended, self.fresh[new])
            self.assert_mends_itself(new)
        return seen


def main():
    case = PowerLoss()
    case.runTest = lambda: None
    case.setUp()
    try:
        print('(the new site, the build had ended): how often')
        print(case.run_moments(int(sys.argv[1]) if len(sys.argv) > 1 else 50))
        print('without syncs; None: half a site:', case.run_moments(5, IO_FAULT_UNSYNCED='yes'))
    finally:
        case.doCleanups()


if __name__ == '__main__':
    main()
