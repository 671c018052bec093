#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Whatever goes wrong during a build, the site is the old or the new one, the next build is right, and content/ untouched.

XIANBAO_FAULTS=all has every call to the disk fail in turn, XIANBAO_KILLS=1000 kills as many builds.
"""
import errno
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import time

import tap
from faulty_site import ALL, FaultySite, look, sample
from harness import ROOT, STORY, XIANBAO, files_of, xianbao

IO_FAULT = os.environ.get('IO_FAULT', str(ROOT / 'build' / 'tests' / 'io_fault.so'))
KILLS = int(os.environ.get('XIANBAO_KILLS', '30'))


class Faults(FaultySite):
    preload = IO_FAULT

    # ---- the disk

    CALLS = {'read': 'EIO', 'pread': 'EIO', 'readdir': 'EIO', 'opendir': 'EMFILE', 'open': 'EMFILE', 'stat': 'EIO',
             'write': 'ENOSPC', 'pwrite': 'ENOSPC', 'close': 'EDQUOT', 'mkdir': 'ENOSPC', 'link': 'EDQUOT', 'unlink': 'EIO',
             'rename': 'EIO', 'sync': 'EIO', 'chmod': 'EPERM', 'truncate': 'EIO'}

    def test_a_call_that_fails(self):
        """Once, or from then on: each kind of call, at several moments."""
        counts = {}
        for call, error in self.CALLS.items():
            count = self.folder / 'count'
            self.trial('-j', 1, IO_FAULT_IN=call, IO_FAULT_COUNT=str(count))
            statuses = set()
            calls = int(count.read_text(encoding='ascii'))
            for at in sample(range(1, calls + 1), 7):
                for on in ({}, {'IO_FAULT_ON': 'yes'}):
                    done = self.trial('-j', 1, about=(call, at, on), IO_FAULT_IN=call, IO_FAULT_AT=str(at),
                                      IO_FAULT_ERROR=str(getattr(errno, error)), **on)
                    statuses.add(done.returncode)
            counts[call] = calls, statuses
        print('#', counts)
        for call in 'read', 'open', 'readdir', 'write', 'sync', 'rename':
            self.assertIn(2, counts[call][1], call)  # else nothing was hit
        for call, (calls, _) in counts.items():
            self.assertGreater(calls, 0, f'{call} is never called: the shim misses what takes its place')

    def test_a_page_that_the_disk_does_not_give(self):
        """It is not left out, as one is that nobody may read: its stories would be gone."""
        for call, error in ('read', errno.EIO), ('open', errno.EMFILE):
            name, count = self.site / 'content' / '2020-01-01-p1.txt', self.folder / 'count'
            about = f'content/{name.name}: error: cannot be read'
            self.trial('-j', 1, IO_FAULT_IN=call, IO_FAULT_COUNT=str(count))
            said = set()
            for at in range(1, int(count.read_text(encoding='ascii')) + 1):
                done = self.trial('-j', 1, IO_FAULT_IN=call, IO_FAULT_AT=str(at), IO_FAULT_ERROR=str(error))
                said |= {line for line in done.stderr.decode().splitlines() if f'content/{name.name}: ' in line}
                if f'{about}: {os.strerror(error)}; nothing was written; try again' in said:
                    break
            self.assertTrue(all('nothing was written; try again' in line for line in said), said)
            self.assertIn(f'{about}: {os.strerror(error)}; nothing was written; try again', said)

    def test_what_is_done_by_halves(self):
        """Reads and writes that stop half-way, and signals in between, change nothing."""
        for arguments in ((), ('--full',)) * 2:
            self.assertEqual(self.trial(*arguments, IO_FAULT_HALVES='yes').returncode, 0)

    # ---- a full one: tmpfs, where that may be mounted

    @staticmethod
    def may_mount():
        return subprocess.run(['unshare', '-rm', 'mount', '-t', 'tmpfs', 'none', '/mnt'], capture_output=True,
                              check=False).returncode == 0

    def on_a_disk(self, script, *arguments):
        """Runs a shell script that may mount; $0 is xianbao, $1 the site."""
        return subprocess.run(['unshare', '-rm', 'sh', '-euc', script, XIANBAO, self.site, *map(str, arguments)],
                              capture_output=True, timeout=120, check=False, env=self.environment())

    def test_a_full_disk(self):
        """A disk of every size, from one on which nothing can be written to one that is large enough."""
        if not self.may_mount():
            print('# no mount is allowed here: the disk is full by the preloaded library')
            for at in sample(range(1, 80), 20):
                self.trial('-j', 1, IO_FAULT_IN='write pwrite mkdir link open', IO_FAULT_AT=str(at), IO_FAULT_ON='yes',
                           IO_FAULT_ERROR=str(errno.ENOSPC))
            return
        state, kept, failed = self.other(), self.folder / 'kept', 0
        used = int(subprocess.run(['du', '-sk', self.site], stdout=subprocess.PIPE, check=True).stdout.split()[0])
        script = '''
            mount -t tmpfs -o size=$2k none /mnt
            cp -a "$1" /mnt/site
            status=0; "$0" build -C /mnt/site || status=$?
            cp -a /mnt/site "$3"
            mount -o remount,size=100m /mnt
            again=0; "$0" build -C /mnt/site || again=$?
            cp -a /mnt/site "$3/again"
            echo $status $again'''
        enough = False
        for size in sample(range(used - 80, used + 240, 4), 24):
            shutil.rmtree(kept, ignore_errors=True)
            before = look(self.site)
            done = self.on_a_disk(script, size, kept)
            said = done.stderr.decode()
            if said.startswith('cp: '):
                continue  # not even the old site fits
            status, again = map(int, done.stdout.split())
            self.assertEqual(files_of(kept / 'public'), self.fresh[self.state if status else state], (size, said))
            self.assertEqual((again, files_of(kept / 'again' / 'public')), (0, self.fresh[state]), (size, said))
            self.assertEqual(files_of(kept / 'content'), files_of(self.site / 'content'))
            self.assertEqual({path.name for path in (kept / 'again').iterdir()}, {'.xianbao', 'content', 'public'})
            self.assertEqual(look(self.site), before)
            self.assertIn(status, (0, 2))
            if status:
                self.assertIn('No space left on device; the site stays as it was', said)
                self.assertFalse((kept / '.public.xianbao-new').exists())
            failed, enough = failed + (status == 2), enough or status == 0
        self.assertGreater(failed, 3)
        self.assertTrue(enough)
        print('#', failed, 'disks were too small')

    def test_nothing_can_be_kept(self):
        """A cache on a disk that is full, or may not be written to, is done without."""
        if not self.may_mount():
            print('# no mount is allowed here: the cache is full by the preloaded library')
            self.assertEqual(self.trial(IO_FAULT_IN='pwrite', IO_FAULT_AT='1', IO_FAULT_ON='yes').returncode, 0)
            return
        for options in 'size=4k', 'size=4k,nr_inodes=2', 'ro', 'size=100k':
            for arguments in '', '--full':
                state = self.other()
                done = self.on_a_disk('mount -t tmpfs -o "$2" none "$1/.xianbao"; exec "$0" build -C "$1" $3',
                                      options, arguments)
                self.assertEqual((done.returncode, done.stderr), (0, b''), options)
                self.assertTrue(self.site_is(state), options)
                self.assert_mends_itself(state, options)

    # ---- limits

    def limited(self, **limits):
        def run(*arguments, **options):
            def limit():
                for name, value in limits.items():
                    resource.setrlimit(getattr(resource, name), (value, value))
            return xianbao(*arguments, preexec_fn=limit, **options)
        return run

    def test_limits(self):
        self.assertEqual(self.trial('-j', 8, run=self.limited(RLIMIT_NOFILE=32)).returncode, 0)
        for files in range(4, 14):
            done = self.trial('-j', 2, run=self.limited(RLIMIT_NOFILE=files))
            if done.returncode == 2:
                self.assertIn(b'Too many open files', done.stderr)
        for size in 0, 1000, 4000, 20000:
            done = self.trial('-j', 2, run=self.limited(RLIMIT_FSIZE=size))
            self.assertEqual(done.returncode, 2 if size < 5000 else done.returncode, size)
            if done.returncode == 2:
                self.assertIn(b'File too large', done.stderr)

    # ---- the end of the process

    def run_for(self, seconds, number, *arguments):
        """A build that gets a signal after so long; its status."""
        with subprocess.Popen([XIANBAO, 'build', '-C', self.site, *arguments], stdout=subprocess.DEVNULL,
                              stderr=subprocess.PIPE, env=self.environment()) as process:
            try:
                process.wait(seconds)
            except subprocess.TimeoutExpired:
                process.send_signal(number)
            self.said = process.communicate(timeout=120)[1]
            return process.returncode

    def longest(self, *arguments):
        """How long a build takes, about."""
        started = time.monotonic()
        self.build(self.site, *arguments)
        return time.monotonic() - started

    def test_killed_at_any_moment(self):
        dice, killed = random.Random(time.time_ns()), 0
        long = {arguments: self.longest(*arguments) for arguments in ((), ('--full',), ('-j', '1'))}
        for number in range(KILLS):
            arguments = dice.choice(list(long))
            state = self.other() if dice.random() < .7 else self.state
            before = look(self.site / 'content')
            seconds = dice.random() * long[arguments] * 1.2
            status = self.run_for(seconds, signal.SIGKILL, *arguments)
            self.assertIn(status, (0, -signal.SIGKILL), self.said)
            killed += status < 0
            self.assertTrue(self.site_is(self.state, state) if status else self.site_is(state), (number, seconds))
            self.assertEqual(look(self.site / 'content'), before)
            self.assert_mends_itself(state, (number, seconds))
        print(f'# {killed} of {KILLS} builds were killed')
        self.assertGreater(killed, KILLS // 3)

    def test_killed_before_there_is_a_site(self):
        dice, made = random.Random(time.time_ns()), 0
        for _ in range(max(KILLS // 5, 6)):
            shutil.rmtree(self.public)
            shutil.rmtree(self.site / '.xianbao')
            self.run_for(dice.random() * .2, signal.SIGKILL)
            expected = {path: bytes_ for path, bytes_ in self.fresh['A'].items() if path != 'CNAME'}
            if self.public.exists():
                made += 1
                self.assertEqual(files_of(self.public), expected)
            self.build(self.site)
            self.assertEqual(files_of(self.public), expected)

    def test_asked_to_stop(self):
        """SIGINT, SIGTERM and SIGHUP leave the old site, and nothing beside it."""
        dice, stopped = random.Random(time.time_ns()), 0
        long = self.longest('--full')
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP) * (8 if ALL else 4):
            state = self.other()
            seconds = dice.random() * long
            status = self.run_for(seconds, number, '--full')
            self.assertIn(status, (0, -number), self.said)
            if status and b'the site stays as it was' in self.said:
                stopped += 1
                self.assertTrue(self.site_is(self.state), seconds)
            else:  # the signal came before it was looked for, or when all was done
                self.assertTrue(self.site_is(self.state, state), seconds)
            if status and self.said:
                self.assertEqual({path.name for path in self.site.iterdir()}, {'.xianbao', 'content', 'public'}, seconds)
                self.assertFalse((self.site / '.xianbao' / 'new').exists())
            self.assert_mends_itself(state)
        self.assertGreater(stopped, 3)

    def test_who_asks_to_stop(self):
        """A shell sees 128 and the signal's number; a build that was started to ignore it goes on."""
        long = self.longest('--full')
        for begins, expected in ('', 128 + signal.SIGHUP), ("trap '' HUP;", 0):
            for part in 3, 6, 12, 24:  # of the time that it takes; a build that is done sooner is not asked
                state = self.other()
                script = f'{begins} "$0" build -C "$1" --full & sleep {long / part:.3f}; kill -HUP $!; wait $!; echo $?'
                done = subprocess.run(['sh', '-c', script, XIANBAO, self.site], capture_output=True, timeout=120, check=False,
                                      env=self.environment(), preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_DFL))  # for nohup
                if int(done.stdout.split()[-1]) == expected:
                    break
                self.state = state
            self.assertEqual(int(done.stdout.split()[-1]), expected, done.stderr)
            self.assertTrue(self.site_is(self.state if expected else state))
            self.assert_mends_itself(state)

    # ---- the streams

    def test_closed_streams(self):
        """No file that is opened takes the place of a stream that was closed."""
        for closed in '<&-', '>&-', '2>&-', '<&- >&- 2>&-', '>&- 2>&-', '2>/dev/full':
            for arguments in '', '--full --explain', '-o /dev/null/x':
                state = self.other()
                before = look(self.site / 'content')
                command = f'exec "$0" build -C "$1" {arguments} {closed}'
                done = subprocess.run(['sh', '-c', command, XIANBAO, self.site], capture_output=True, timeout=120, check=False, env=self.environment())
                fails = '-o' in arguments or ('--explain' in arguments and '>&- ' in closed.replace('2>&-', '') + ' ')
                self.assertEqual(done.returncode, 2 if fails else 0, (closed, arguments, done.stderr))
                self.assertTrue(self.site_is(self.state if '-o' in arguments else state), (closed, arguments))
                self.assertEqual(look(self.site / 'content'), before)
                self.assert_mends_itself(state)

    def test_results_that_nobody_takes(self):
        page = self.site / 'content' / '2020-01-01-p1.txt'
        for where in '>&-', '>/dev/full':
            done = subprocess.run(['sh', '-c', f'exec "$0" split "$1" {where}', XIANBAO, page], capture_output=True,
                                  timeout=60, check=False)
            self.assertEqual(done.returncode, 2)
            self.assertIn(b'cannot write to standard output', done.stderr)
        state = self.other()
        reader, writer = os.pipe()
        os.close(reader)
        status = subprocess.run([XIANBAO, 'build', '-C', self.site, '--explain'], stdout=writer, stderr=writer, timeout=60,
                                check=False, env=self.environment()).returncode
        os.close(writer)
        self.assertEqual(status, -signal.SIGPIPE)
        self.assertTrue(self.site_is(self.state, state))
        self.assert_mends_itself(state)

    # ---- a machine that loses its power

    @staticmethod
    def unsafe(log, site, public):
        """What in a log of changes to the disk could leave half a site, if the power went away."""
        wrong, dirty, renamed = [], False, False
        for line in log:
            what, *rest = line.split(' ')
            if what == 'syncfs':
                dirty = False
            elif what == 'rename' and rest[1] == str(site) and rest[2] == public:
                wrong += ['what was exchanged is not on the disk'] if dirty else []
                renamed = True
            elif what == 'fsync' and rest[0] == str(site):
                renamed = False
            elif what in ('write', 'create', 'mkdir', 'link'):
                dirty = True
            elif what == 'unlink' and renamed:
                wrong.append('the old site goes before the new one is sure to stay')
        return wrong + (['the exchange is never made sure'] if renamed else [])

    def test_order_of_what_is_written(self):
        """All of the new site is on the disk before it is exchanged, and that before the old one is removed."""
        number, log = self.site.stat().st_ino, self.folder / 'log'
        for arguments in ((), ('--full',), ('first',)):
            if arguments == ('first',):
                shutil.rmtree(self.public)
                arguments = ()
            log.unlink(missing_ok=True)
            self.other()
            done = xianbao('build', '-C', self.site, '-j', 1, *arguments, env=self.environment(IO_FAULT_LOG=str(log)))
            self.assertEqual(done.returncode, 0)
            lines = log.read_text(encoding='utf-8').splitlines()
            self.assertTrue([line for line in lines if line.startswith('rename ') and line.endswith(f' {number} public')])
            self.assertEqual(self.unsafe(lines, number, 'public'), [])
            for sync in 'syncfs', f'fsync {number}':
                self.assertIn(sync, lines)
                self.assertTrue(self.unsafe([line for line in lines if line != sync], number, 'public'), sync)
            self.state = 'B' if self.state == 'A' else 'A'
            self.build(self.site)

    def test_a_cache_that_was_not_on_the_disk_yet(self):
        """Its files are not synced: after the power went away, each may be empty, cut, or the one before."""
        dice = random.Random(3)
        older = self.folder / 'older'
        for _ in range(60 if ALL else 8):
            shutil.rmtree(older, ignore_errors=True)
            shutil.copytree(self.site / '.xianbao', older)
            state = self.other()
            self.build(self.site)
            self.state, lost = state, 0
            for path in sorted((self.site / '.xianbao').rglob('*')):
                before, how = older / path.relative_to(self.site / '.xianbao'), dice.randrange(5)
                if path.is_dir() or how > 3:
                    continue
                data, lost = path.read_bytes(), lost + 1
                if how == 0:
                    path.write_bytes(b'')
                elif how == 1:
                    path.write_bytes(data[:dice.randrange(len(data) + 1)] + b'\0' * 512)
                elif how == 2 and before.exists():
                    shutil.copyfile(before, path)
                else:
                    path.unlink()
            self.assertGreater(lost, 0)
            self.assert_mends_itself(self.other())

    # ---- clocks

    def test_times_that_mean_nothing(self):
        """A page changes within a second, keeps its size, and bears whatever time it is given."""
        page = self.site / 'content' / '2020-01-01-p1.txt'
        clocks = '0', '-86400', '86400', '-3'
        for number in range(60 if ALL else 20):
            state = self.other()
            when = (0, 10 ** 9, 4 * 10 ** 9, 4 * 10 ** 9 + number % 2)[number % 4]
            for path in (self.site / 'content').rglob('*'):
                os.utime(path, (when, when))
            self.assertEqual(page.stat().st_size, len(STORY.encode()))
            for _ in range(1 + number % 2):
                done = xianbao('build', '-C', self.site, env=self.environment(
                    IO_FAULT_CLOCK=clocks[number // 2 % 4]))
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertTrue(self.site_is(state), (number, when))
            self.state = state

    def test_a_page_that_changes_all_the_time(self):
        """The site is of a page as it stood at one moment, or stays; and is right once it is left alone."""
        page = self.site / 'content' / '2020-01-01-p1.txt'
        texts = [STORY.replace('每周六', f'每周{day}').encode() for day in '一二三四五日']
        writer = subprocess.Popen([sys.executable, '-c', '''if True:
            import itertools, os, sys
            page, *texts = [os.fsencode(word) for word in sys.argv[1:]]
            fd = os.open(page, os.O_WRONLY)
            for text in itertools.cycle(texts):
                os.pwrite(fd, text, 0)''', page, *texts])
        self.addCleanup(writer.kill)
        statuses = set()
        try:
            for _ in range(40 if ALL else 12):
                done = xianbao('build', '-C', self.site, env=self.environment())
                statuses.add(done.returncode)
                days = {day for path, data in files_of(self.public).items() if path.startswith(('stories/2020-01-01', 'pages/2020-01-01'))
                        for day in re.findall('每周(.)', re.sub('<[^>]*>', '', data.decode()))}
                self.assertEqual(len(days), 1, (days, done.stderr))
        finally:
            writer.kill()
            writer.wait()
        print('# statuses:', statuses)
        self.assertLessEqual(statuses, {0, 2})
        self.put(self.site, 'A')
        self.assert_mends_itself('A')


if __name__ == '__main__':
    tap.main()
