# SPDX-License-Identifier: MIT
"""A strict reader of BagIt bags of version 1.0, written from RFC 8493: `check` says what is wrong with one."""
import hashlib
import os
import pathlib
import re

DECLARATION = b'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'
MANIFEST, TAG_MANIFEST = 'manifest-sha256.txt', 'tagmanifest-sha256.txt'


class BadBag(Exception):
    pass


def insist(good, *what):
    if not good:
        raise BadBag(*what)


def decoded(path):
    """A path as it stands on disk: of names in manifests '%', CR and LF are percent-encoded, and nothing else (2.1.3)."""
    insist(not re.search('%(?!25|0A|0D)', path), 'percent', path)
    return re.sub('%(25|0A|0D)', lambda m: chr(int(m[1], 16)), path)


def manifest(bag, name):
    """{path: hash} of a manifest."""
    text = (bag / name).read_bytes().decode()
    insist(text.endswith('\n'), name, 'does not end its last line')
    listed = {}
    for line in text[:-1].split('\n'):
        match = re.fullmatch('([0-9a-f]{64})  (.+)', line)
        insist(match, name, 'has the line', line)
        path = decoded(match[2])
        insist(path not in listed, name, 'lists twice', path)
        insist(not path.startswith('/') and '..' not in path.split('/'), name, 'leads out', path)
        listed[path] = match[1]
    return listed


def files_below(folder):
    """Paths of all that is no folder, told from links."""
    found = set()
    for above, folders, files in os.walk(folder):
        for name in folders + files:
            path = pathlib.Path(above, name)
            insist(not path.is_symlink(), 'link', path)
            if not path.is_dir():
                insist(path.is_file(), 'no file', path)
                found.add(path.relative_to(folder).as_posix())
    return found


def compare(bag, listed, there, name):
    insist(set(listed) == there, name, 'differs from what is there', set(listed) ^ there)
    for path, digest in listed.items():
        insist(hashlib.sha256((bag / path).read_bytes()).hexdigest() == digest, name, 'has another hash of', path)


def info(bag):
    """[(label, value)] of bag-info.txt; no line is continued."""
    lines = (bag / 'bag-info.txt').read_bytes().decode().split('\n')
    insist(lines.pop() == '', 'bag-info.txt does not end its last line')
    pairs = [re.fullmatch(r'([A-Z][A-Za-z-]*): (\S.*)', line) for line in lines]
    insist(all(pairs), 'bag-info.txt', lines)
    return [match.groups() for match in pairs]


def check(bag):
    """Raises BadBag, or returns the paths in data/ and bag-info.txt."""
    bag = pathlib.Path(bag)
    insist((bag / 'bagit.txt').read_bytes() == DECLARATION, 'bagit.txt')
    there = files_below(bag)
    payload = {path for path in there if path.startswith('data/')}
    tags = there - payload
    insist({'bagit.txt', 'bag-info.txt', MANIFEST, TAG_MANIFEST} <= tags and 'fetch.txt' not in tags, tags)
    compare(bag, manifest(bag, TAG_MANIFEST), tags - {TAG_MANIFEST}, TAG_MANIFEST)
    compare(bag, manifest(bag, MANIFEST), payload, MANIFEST)
    pairs = info(bag)
    size = sum((bag / path).stat().st_size for path in payload)
    insist(dict(pairs)['Payload-Oxum'] == f'{size}.{len(payload)}', 'Payload-Oxum', pairs)
    return payload, pairs
