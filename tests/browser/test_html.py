#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Every page of the built site is valid HTML, in the opinion of the Nu checker; and so is its CSS."""
import json
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / 'whole'))

import unittest  # noqa: E402

import tap  # noqa: E402
from harness import own_site  # noqa: E402

CHECKER = HERE / 'node_modules' / 'vnu-jar' / 'build' / 'dist' / 'vnu.jar'


def complaints(folder):
    """The checker's errors and warnings on all HTML and CSS files below a folder, a line each."""
    done = subprocess.run(['java', '-jar', CHECKER, '--format', 'json', '--also-check-css', '--also-check-svg',
                           '--skip-non-html', folder], capture_output=True, check=False, timeout=300)
    # On disk a page has no host, and the checker then takes 'self' in a policy for nothing; browsers
    # do not. Whether the policy lets the site's files through is for test_site.js to say.
    return [f'{message.get("url", "")}:{message.get("lastLine", 0)}: {message["message"]}'
            for message in json.loads(done.stderr)['messages']
            if (message['type'] == 'error' or message.get('subType') == 'warning')
            and not message['message'].startswith('Resource violates Content Security Policy')]


class Validity(unittest.TestCase):
    maxDiff = 4000

    def test_every_page_is_valid(self):
        self.assertEqual(complaints(own_site().folder), [])

    def test_the_checker_finds_what_is_wrong(self):
        folder = own_site().folder.parent / 'wrong'
        folder.mkdir()
        (folder / 'x.html').write_text('<!DOCTYPE html><title>x</title><p><div></p>', encoding='utf-8')
        self.assertNotEqual(complaints(folder), [])


if __name__ == '__main__':
    tap.main()
