# SPDX-License-Identifier: MIT
"""Hugo, and Pagefind over what it made, for bench/build: the stories of a built site, as Markdown below bench/hugo/'s templates.

They get the stories as xianbao has split and filed them, and have less to do: no splitting or filing, no views of the newspaper's
pages, no lists by date, nothing related, no exports. The templates are no more than headline, facts, text, and lists of headlines.
"""
import json
import pathlib
import re
import shutil
import subprocess
import sys

from cost import Cost, settle, size

TEMPLATES = pathlib.Path(__file__).resolve().parent / 'hugo'
SAYS_VERSION = {'hugo': 'version', 'pagefind': '--version'}


def find(pagefind=None):
    """The paths of the peers that are installed, by name; Pagefind's is PAGEFIND, or looked for."""
    paths = {'hugo': shutil.which('hugo'), 'pagefind': shutil.which(pagefind or 'pagefind')}
    for name, path in paths.items():
        if not path:
            print(f'{name}: not installed')
    return {name: path for name, path in paths.items() if path and paths['hugo']}


def version(name, path):
    said = subprocess.run([path, SAYS_VERSION[name]], capture_output=True, text=True, check=True).stdout
    return f'{name} {re.search(r"[0-9.]+[0-9]", said)[0]}'


def markdown(story):
    facts = {'title': story['headline'], 'date': story['date'] and story['date']['value'],
             'counties': [county['name'] for county in story['counties']],
             'topics': [topic['id'] for topic in story['topics']],
             'people': list(dict.fromkeys(byline['name'] for byline in story['bylines']))}
    body = ['## ' * (block['role'] == 'subhead') + block['text'] for block in story['blocks'] if block['role'] != 'headline']
    return json.dumps(facts, ensure_ascii=False, indent=1) + '\n\n' + '\n\n'.join(body) + '\n'


class Peers:
    """What the peers at PATHS cost that build one site below FOLDER."""

    def __init__(self, paths, folder):
        self.paths, self.folder, self.public, self.stories = paths, folder, folder / 'public', 0
        self.costs = {name: Cost() for name in paths}

    def write_site(self, public):
        shutil.copytree(TEMPLATES, self.folder)
        content = self.folder / 'content' / 'stories'
        content.mkdir(parents=True)
        with open(public / 'data' / 'stories.ndjson', encoding='utf-8') as lines:
            for self.stories, story in enumerate(map(json.loads, lines), 1):
                (content / f'{story["id"]}.md').write_text(markdown(story), encoding='utf-8')

    def run(self, public):
        """Builds the site of the stories in xianbao's PUBLIC, from nothing."""
        if self.paths and not self.stories:
            self.write_site(public)
        shutil.rmtree(self.public, ignore_errors=True)
        settle()
        if 'hugo' in self.paths:
            self.costs['hugo'].run(self.paths['hugo'], '--quiet', '-s', self.folder, '--cacheDir', self.folder / 'cache')
            self.check('hugo', len(list((self.public / 'stories').glob('*.html'))))
        if 'pagefind' in self.paths:
            self.costs['pagefind'].run(self.paths['pagefind'], '--site', self.public)
            entry = json.loads((self.public / 'pagefind' / 'pagefind-entry.json').read_text(encoding='utf-8'))
            self.check('pagefind', sum(language['page_count'] for language in entry['languages'].values()))

    def check(self, name, count):
        if count != self.stories:
            sys.exit(f'bench: {name} has {count} of {self.stories} stories')

    def say(self, xianbao):
        if self.paths:
            versions = ', '.join(version(name, path) for name, path in self.paths.items())
            print(f'{versions}, over the {self.stories} stories that were found: {size(self.public)}')
        for name, cost in self.costs.items():
            cost.say(name, 'xianbao', xianbao)
        if len(self.costs) == 2:
            (self.costs['hugo'] + self.costs['pagefind']).say('hugo and pagefind', 'xianbao', xianbao)
