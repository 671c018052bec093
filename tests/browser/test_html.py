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
    return [f'{message.get("url", "")}:{message.get("lastLine", 0)}: {message["message"]}'
            for message in json.loads(done.stderr)['messages']
            if (message['type'] == 'error' or message.get('subType') == 'warning') and not mistaken(message)]


def mistaken(message):
    """Where the checker takes a policy for more than browsers do; what they let through is for test_site.js to say.

    On disk a page has no host, and 'self' is nothing to the checker. And a script of data is not a script: HTML's
    "prepare the script element" leaves before it asks the policy.
    """
    text = message['message']
    return text.startswith('Resource violates Content Security Policy') or (
        text.startswith('Inline script violates Content Security Policy')
        and '<script type="application/ld+json">' in message.get('extract', ''))


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
