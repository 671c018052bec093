#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What fuzzers begin with, out of the project's own files: seeds.py SOURCE-FOLDER OUT [DEPFILE].

Writes OUT/TARGET/NUMBER, small files; DEPFILE names what they are made of, for ninja.
"""
import json
import pathlib
import re
import shutil
import sys

TEMPLATE = re.compile(r'^```html (?:template|file)[^\n]*\n(.*?)^```$', re.M | re.S)
MOST = 4000  # bytes of a seed: longer ones only slow the fuzzer down


class Sources:
    def __init__(self, top):
        self.top, self.read_paths = pathlib.Path(top), set()

    def read(self, pattern):
        paths = sorted(self.top.glob(pattern))
        if not paths:
            sys.exit(f'seeds.py: {pattern}: there is no such file')
        self.read_paths.update(paths)
        return [path.read_text(encoding='utf-8') for path in paths]


def parts(text, most=MOST):
    """Cuts a text at line ends into parts of at most so many bytes, as far as lines allow it."""
    made = ['']
    for line in text.splitlines(keepends=True):
        if made[-1] and len((made[-1] + line).encode()) > most:
            made.append('')
        made[-1] += line
    return made


def in_encodings(text):
    for encoding in ['utf-8', 'utf-8-sig', 'gb18030', 'big5', 'utf-16', 'utf-16-be', 'utf-16-le']:
        yield text.encode(encoding, errors='replace')


def seeds(sources):
    pages = sources.read('content/*.txt')
    cases = [text.split('\n%%\n')[0] for text in sources.read('tests/cases/*.txt')]
    stories = [story['text'] for name in ['stories', 'dates', 'bylines']
               for story in json.loads(sources.read(f'tests/tagging/{name}.json')[0])[:40]]
    markdown = [*sources.read('content/*.md'), *sources.read('docs/*.md'), *sources.read('README.md')]
    templates = sources.read('templates/*.html')
    examples = [found for text in [*sources.read('tests/tal/*.md'), *sources.read('docs/templates.md')]
                for found in TEMPLATE.findall(text)]
    short = [part for page in pages for part in parts(page, 1500)]
    yaml = [*sources.read('content/site.yaml'), *sources.read('data/starter/content/site.yaml'),
            *parts(sources.read('data/topics.yaml')[0])[:6], *parts(sources.read('templates/zh-Hans.yaml')[0])]
    front = [text.split('---\n')[1] for text in cases if text.startswith('---\n')]
    yield 'decode', [coded for text in [*short[:6], *cases] for coded in in_encodings(text[:500])]
    yield 'yaml', [*yaml, *front, 'title: 吕梁日报\nplace: "141100"\nissn: 1001-0000\n',
                   '- id: farming\n  label: 农业\n  words: [春耕, {word: 水稻, weight: 2}]\n']
    yield 'split', [*cases, *[part for page in pages for part in parts(page)]]
    yield 'enrich', stories
    yield 'template', [*examples, *[text for text in templates if len(text) < 2 * MOST]]
    yield 'site', [*cases, *short[:20], '“<b>”标题 & "引号"\n\n本报讯（记者 <i>）岚县\'s <script>…</script>。\n']
    yield 'markdown', [part for text in markdown for part in parts(text, 2000)]
    yield 'kept', [bytes([kind]) + bytes((i * step) % 256 for i in range(3 * count))
                   for kind in range(4) for step in [1, 7, 67] for count in [1, 2, 8]]
    yield 'build', [bytes([kind]) + bytes(3 * [count]) for kind in [0, 1, 2, 3, 128, 129, 130, 131, 193, 194]
                    for count in [0, 9]] + [b'\x04{"source": "content/a.txt", "made_of": "0123456789abcdef", "record": "AAEC"}\n']
    yield 'options', ['build\n-C\ndir\n--base-url=https://example.org/a\n-j4\n--stories\na.ndjson\n--full',
                      'split\n--format=json\n--dump\nblocks\n--\na.txt\nb.txt', 'serve\n-p80\n-qv',
                      'check\n--host=github\n--help', 'explain\n--verb\na-1', 'help\nbuild', 'init\n-q\n.']
    yield 'urls', ['/', '/a/', '/a/b.css', '/a', '/../secret', '/a/../../secret', '/%2e%2e/secret',
                   '/link', '/up/secret', '/.hidden/', '/pipe', '/.xianbao/live.js', 'https://a.example:80/b?c#d',
                   'mailto:a@b', 'java\tscript:x', '//host/', '\\\\host', '?q=1#x', 'changed.js']
    yield 'published', ['0123456789abcdef 12 a/b.html\nfedcba9876543210 7 index.html\n',
                        '@import "a.css"; .a { background: url( "b.png" ) }',
                        *[part for text in templates for part in parts(text, 1500)]]

    yield 'growth', [bytes([kind]) + text.encode() for kind, texts in enumerate(
        [['本报讯（记者 王洋）', '标题\n\n', '县。\n', '　　'], ['# a\n', '*a\n', '![', '> ', '[a](b.md)\n'],
         ['- a: b\n', 'a: [', '{', '"'], ['<p tal:content="a">', '<a b="c"/>', '&nbsp;', '<!-- -->'],
         ['<a href="b" id="c">', 'url("a")', '0123456789abcdef 12 a/b.html\n']]) for text in texts]


def main(top, out, depfile=None):
    sources, out = Sources(top), pathlib.Path(out)
    shutil.rmtree(out, ignore_errors=True)
    for target, texts in seeds(sources):
        folder = out / target
        folder.mkdir(parents=True)
        for number, text in enumerate(texts):
            (folder / f'{number:03}').write_bytes(text.encode() if isinstance(text, str) else text)
    if depfile:
        paths = ' '.join(str(path) for path in sorted(sources.read_paths))
        pathlib.Path(depfile).write_text(f'{out}: {paths}\n')


if __name__ == '__main__':
    main(*sys.argv[1:])
