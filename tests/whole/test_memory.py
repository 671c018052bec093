#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What a story more takes of memory: what lists show of it, and its pairs in the index, but not its text."""
import importlib.machinery
import importlib.util
import os
import subprocess
import sys

import tap
from harness import ROOT, XIANBAO, TemporaryFolder, build

STORIES, MORE = 1200, 2400
STORY_MOST = 6 * 1024  # bytes; one with its text takes three times as much


def bench():
    """bench/build as a module, which composes pages."""
    sys.path.append(str(ROOT / 'bench'))
    loader = importlib.machinery.SourceFileLoader('bench_build', str(ROOT / 'bench' / 'build'))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader('bench_build', loader))
    loader.exec_module(module)
    return module


class Memory(TemporaryFolder):
    def peak(self, site):
        """Bytes that a build takes at most, on one thread."""
        child = subprocess.Popen([XIANBAO, 'build', '-C', site, '-j', '1'], stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        self.assertIn(child.returncode, (0, 1))
        return usage.ru_maxrss * 1024

    def sites(self):
        sites = []
        for stories in STORIES, MORE:
            sites.append(self.folder / str(stories))
            bench().compose(sites[-1] / 'content', stories)
        return sites

    def assert_bounded(self, sites):
        few, many = map(self.peak, sites)
        self.assertLess((many - few) / (MORE - STORIES), STORY_MOST)

    def test_from_nothing_and_after_a_change(self):
        sites = self.sites()
        self.assert_bounded(sites)
        for site in sites:
            build(site, site / 'public')
            page = next((site / 'content').rglob('*.txt'))
            page.write_text(page.read_text(encoding='utf-8') + '\n\n又一次改动。\n', encoding='utf-8')
        self.assert_bounded(sites)


if __name__ == '__main__':
    tap.main()
