# SPDX-License-Identifier: MIT
"""What the tests of the whole share: running xianbao, and reading the site that it built."""
import functools
import html.parser
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest
from urllib.parse import unquote, urldefrag, urlsplit

ROOT = pathlib.Path(__file__).resolve().parents[2]
XIANBAO = os.environ.get('XIANBAO', str(ROOT / 'build' / 'xianbao'))
DISK_FAULT = os.environ.get('DISK_FAULT', str(ROOT / 'build' / 'tests' / 'disk_fault.so'))

PAGES = sorted((ROOT / 'content').rglob('*.txt'))
STORY = ('汾河边的读书会\n\n□ 甄思远\n\n本报讯 入秋以来，读书会每周六在河边的书屋举行，附近的居民都来参加。'
         '书屋的管理员说，来的人一周比一周多。\n')

os.environ.setdefault('ASAN_OPTIONS', 'exitcode=99')  # 1 is an exit status of xianbao's own

URL_ATTRIBUTES = {'action', 'cite', 'data', 'formaction', 'href', 'poster', 'src', 'srcset', 'xlink:href'}
VOID = {'area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'}


def xianbao(*arguments, timeout=120, **options):
    """Runs xianbao with bytes in and out; the result has returncode, stdout and stderr."""
    command = [XIANBAO, *map(str, arguments)]
    options.setdefault('stdin', subprocess.DEVNULL if 'input' not in options else None)
    return subprocess.run(command, capture_output=True, timeout=timeout, check=False, **options)


def build(site, output, *arguments, **options):
    """Builds a site and insists that it was written; 1 says that something needs a person."""
    done = xianbao('build', '-C', site, '-o', output, *arguments, **options)
    if done.returncode not in (0, 1):
        raise AssertionError(f'build: exit {done.returncode}: {done.stderr.decode()}')
    return done


def split(*arguments, **options):
    """The stories of `split --format=json` as objects."""
    done = xianbao('split', '--format=json', *arguments, **options)
    if done.returncode not in (0, 1):
        raise AssertionError(f'split: exit {done.returncode}: {done.stderr.decode()}')
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def disk_fault(count, at=None, kills=False):
    """The environment in which the changes to the disk are counted into a file; the Nth, AT, fails or kills."""
    environment = dict(os.environ, LD_PRELOAD=DISK_FAULT, ASAN_OPTIONS='verify_asan_link_order=0:exitcode=99',
                       DISK_FAULT_COUNT=str(count))
    if at is not None:
        environment['DISK_FAULT_AT'] = str(at)
    if kills:
        environment['DISK_FAULT_KILLS'] = 'yes'
    return environment


def files_of(folder):
    """{relative path: bytes} of every file below a folder."""
    folder = pathlib.Path(folder)
    return {path.relative_to(folder).as_posix(): path.read_bytes()
            for path in folder.rglob('*') if path.is_file()}


def ink(text):
    """The text without its blanks, as conservation counts them."""
    return ''.join(text.split()).replace('\ufeff', '')


class TemporaryFolder(unittest.TestCase):
    maxDiff = 3000

    """A case with a folder of its own."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='xianbao-'))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding='utf-8')

    def run_and_expect(self, status, *arguments, **options):
        done = xianbao(*arguments, **options)
        self.assertEqual(done.returncode, status, (arguments, done.stderr.decode()))
        return done

    def make_site(self, **pages):
        """A site in the folder, with content/NAME.txt for each NAME=text."""
        content = self.folder / 'content'
        content.mkdir(exist_ok=True)
        for name, text in pages.items():
            (content / f'{name}.txt').write_text(text, encoding='utf-8', newline='')
        return self.folder


class Element:
    """An HTML element: name, attributes, the text below it."""

    def __init__(self, name, attributes):
        self.name, self.attributes, self.texts = name, attributes, []

    @property
    def text(self):
        return ''.join(self.texts)

    @property
    def classes(self):
        return (self.attributes.get('class') or '').split()


class HtmlPage(html.parser.HTMLParser):
    """A page as a flat list of its elements, in document order."""

    def __init__(self, path, markup):
        super().__init__()
        self.path, self.elements, self.open = path, [], []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag, attrs):
        element = Element(tag, dict(attrs))
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag, attrs):
        self.elements.append(Element(tag, dict(attrs)))

    def handle_endtag(self, tag):
        if any(element.name == tag for element in self.open):
            while self.open.pop().name != tag:
                pass

    def handle_data(self, data):
        for element in self.open:
            element.texts.append(data)

    @functools.cached_property
    def ids(self):
        return [e.attributes['id'] for e in self.elements if 'id' in e.attributes]

    @functools.cached_property
    def references(self):
        """(element, attribute, url) of all that point anywhere."""
        found = []
        for element in self.elements:
            for name, value in element.attributes.items():
                if name == 'srcset':
                    found += [(element, name, part.split()[0]) for part in value.split(',')]
                elif name in URL_ATTRIBUTES:
                    found.append((element, name, value or ''))
        return found

    @functools.cached_property
    def links(self):
        """The site's paths that a reader can go to from here."""
        return [resolve(self.path, url)[0] for element, _, url in self.references if element.name == 'a']

    def by_class(self, name):
        return [element for element in self.elements if name in element.classes]


def resolve(page, url):
    """(path in the site, fragment) that a relative url on a page means."""
    address, fragment = urldefrag(url)
    path = urlsplit(address).path
    if not path:
        return page, unquote(fragment)
    return os.path.normpath(os.path.join(os.path.dirname(page), unquote(path))), unquote(fragment)


class Site:
    """A site on disk."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.files = files_of(folder)
        self.pages = {path: HtmlPage(path, data.decode())
                      for path, data in self.files.items() if path.endswith('.html')}

    @functools.cached_property
    def stories(self):
        """The objects of data/stories.ndjson that have a page of their own, by id."""
        lines = self.files['data/stories.ndjson'].decode().splitlines()
        objects = map(json.loads, lines)
        return {story['id']: story for story in objects if story['kind'] != 'residue'}


@functools.cache
def own_site():
    """The site of the repository's own content, built once for all cases of a script."""
    folder = tempfile.TemporaryDirectory(prefix='xianbao-')
    build(ROOT, folder.name + '/public')
    site = Site(folder.name + '/public')
    site.keep = folder
    return site
