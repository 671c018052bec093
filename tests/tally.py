#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Adds up the test cases that meson ran: tally.py BUILD… ends with "N passed, N failed".

A case is a line of a suite's TAP output; a suite without any is one case. A suite that crashed,
timed out, stopped short or was skipped, and a build that left no log, count as a failed case.
"""
import glob
import json
import os
import re
import sys

TAP_PLAN = re.compile(r'^1\.\.\d+$', re.M)
TAP_CASE = re.compile(r'^(not )?ok\b[ \d-]*(.*?)( # (?:skip|todo).*)?$', re.M | re.I)


def read_log(build):
    paths = glob.glob(os.path.join(glob.escape(build), 'meson-logs', 'testlog*.json'))
    if len(paths) != 1:
        return [{'name': 'was not built or not run', 'result': 'ERROR'}]
    with open(paths[0], encoding='utf-8') as log:
        return [json.loads(line) for line in log]


def cases(suite):
    """Returns (the number of passed cases, the names of failed ones) of a suite's log."""
    output = suite.get('stdout', '')
    found = TAP_CASE.findall(output) if TAP_PLAN.search(output) else []
    failed = [name for bad, name, skipped in found if bad or skipped]
    if suite['result'] != 'OK' and not failed:
        return len(found), [suite['result'].lower()]
    return max(len(found), 1) - len(failed), failed


def main(builds):
    total, failures = 0, []
    for build in builds:
        for suite in read_log(build):
            passed, failed = cases(suite)
            total += passed
            failures += [f'{build}: {suite["name"]}: {name}' for name in failed]
    for name in failures:
        print(f'failed: {name}')
    print(f'{total} passed, {len(failures)} failed')
    return 1 if failures else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
