#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Where memory runs out, in xianbao or in a library, it says so and ends; the site is the old or the new one.

XIANBAO_FAULTS=all fails an allocation for each way in which the program comes to one.
"""
import os
import random
import resource

import tap
from faulty_site import ALL, SAYS, FaultySite, look, sample
from harness import ROOT, xianbao

MEMORY_FAULT = os.environ.get('MEMORY_FAULT', str(ROOT / 'build' / 'tests' / 'memory_fault.so'))


class OutOfMemory(FaultySite):
    preload = MEMORY_FAULT

    def places(self, *arguments):
        """The numbers of allocations, one for each way to come to one."""
        sites = self.folder / 'sites'
        self.run_with(*arguments, MEMORY_FAULT_SITES=str(sites))
        return [int(line) for line in sites.read_text(encoding='ascii').split()]

    def run_with(self, *arguments, **environment):
        return xianbao(*arguments, env=self.environment(**environment))

    def assert_ended(self, done, state, about):
        """Status 2 with a message, or it got over it; no half a site, no signal."""
        said = done.stderr.decode()
        self.assertIn(done.returncode, (0, 1, 2), (about, said))
        if done.returncode == 2:
            self.assertRegex(said, SAYS, about)
            self.assertTrue(self.site_is(self.state, state), about)
        else:
            self.assertTrue(self.site_is(state), (about, said))
        return done.returncode == 2

    def test_build(self):
        for arguments in (), ('--full',):
            command = ('build', '-C', self.site, '-j', 1, *arguments)
            state, ended = self.other(), 0
            before = look(self.site / 'content')
            places = self.places(*command)
            self.assert_mends_itself(state)
            state = self.other()
            before = look(self.site / 'content')
            tried = [(place, on) for place in sample(places, 70) for on in ({}, {'MEMORY_FAULT_ON': 'yes'})]
            for place, on in tried:
                done = self.run_with(*command, MEMORY_FAULT_AT=str(place), **on)
                ended += self.assert_ended(done, state, (place, on))
                self.assertEqual(look(self.site / 'content'), before)
                if not self.site_is(self.state):
                    self.assert_mends_itself(state)
                    state = self.other()
                    before = look(self.site / 'content')
            print(f'# {len(places)} places; {ended} of {len(tried)} builds ended')
            self.assertGreater(ended, len(tried) // 2)
            self.assert_mends_itself(state)

    def test_on_many_threads(self):
        """One of them ends the program while the others go on."""
        dice, state, last = random.Random(5), self.other(), max(self.places('build', '-C', self.site, '-j', 1, '--full'))
        self.assert_mends_itself(state)
        for _ in range(400 if ALL else 30):
            state, at = self.other(), dice.randrange(1, last + 1)
            done = self.run_with('build', '-C', self.site, '-j', 4, '--full', MEMORY_FAULT_AT=str(at))
            self.assert_ended(done, state, at)
            self.assert_mends_itself(state)

    def test_results(self):
        """What split, check and explain say is whole, or they end."""
        page = self.site / 'content' / '2020-01-01-p1.txt'
        for command in (('split', page), ('split', '--format=markdown', page), ('check', '-C', self.site, '-j', 1),
                        ('split', '-C', self.site, '--format=record', 'content/2020-01-01-p1.txt'),
                        ('explain', '-C', self.site, '2020-01-01-p1')):
            whole, ended = self.run_with(*command), 0
            self.assertIn(whole.returncode, (0, 1), whole.stderr)
            places = sample(self.places(*command), 25)
            for place in places:
                done = self.run_with(*command, MEMORY_FAULT_AT=str(place))
                about = command, place, done.stderr
                self.assertGreaterEqual(done.returncode, 0, about)
                if done.returncode == 2:
                    self.assertIn(b'error: ', done.stderr, about)
                    ended += 1
                elif done.returncode == 0 or done.stdout:
                    self.assertEqual((done.returncode, done.stdout), (whole.returncode, whole.stdout), about)
                else:
                    self.assertIn(b'Cannot allocate memory', done.stderr, about)
            self.assertGreater(ended, len(places) // 2, command)

    def test_too_little_for_the_process(self):
        """The same by the system's own limit."""
        statuses = set()
        for size in sample(range(8 << 20, 120 << 20, 2 << 20), 12):
            state = self.other()
            done = xianbao('build', '-C', self.site, '-j', 1, '--full', env=self.environment(), preexec_fn=lambda size=size: resource.setrlimit(
                resource.RLIMIT_AS, (size, size)))
            if done.returncode == 127 and b'error while loading shared libraries' in done.stderr:
                continue
            self.assert_ended(done, state, size)
            statuses.add(done.returncode)
            self.assert_mends_itself(state)
        self.assertEqual(statuses, {0, 2})


if __name__ == '__main__':
    tap.main()
