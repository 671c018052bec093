#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Splits the short pages beside this script and compares what comes out.

A case is a file NAME.txt: a page, a line "%%", the stories that 'xianbao split --format=text NAME.txt'
prints and, if it warns, another line "%%" and the warnings.

  run.py XIANBAO               tests, in TAP
  run.py --regenerate XIANBAO  writes what comes out into the cases; read the difference before you keep it
"""
import difflib
import pathlib
import subprocess
import sys
import tempfile

SEPARATOR = "\n%%\n"


def split(program, name, page):
    """What the program makes of a page, in the form of a case."""
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / name).write_text(page, encoding="utf-8", newline="")
        done = subprocess.run([program, "split", "--format=text", name], cwd=folder, capture_output=True, timeout=60)
    stories, warnings = done.stdout.decode(), done.stderr.decode()
    if done.returncode != (1 if warnings else 0):
        raise RuntimeError(f"exit status {done.returncode}: {warnings}")
    return SEPARATOR.join([page, stories, warnings] if warnings else [page, stories])


def read_case(path):
    """The case as it is, and its page."""
    text = path.read_bytes().decode()
    return text, text.partition(SEPARATOR)[0]


def difference(expected, got):
    return difflib.unified_diff(expected.splitlines(), got.splitlines(), "expected", "got", lineterm="")


def test(program, paths):
    failed = 0
    print(f"1..{len(paths)}")
    for number, path in enumerate(paths, 1):
        expected, page = read_case(path)
        try:
            got = split(program, path.name, page)
        except RuntimeError as error:
            got = str(error)
        failed += got != expected
        print(f"{'ok' if got == expected else 'not ok'} {number} - {path.stem}")
        for line in difference(expected, got):
            print(f"# {line}")
    return 1 if failed or not paths else 0


def regenerate(program, paths):
    for path in paths:
        old, page = read_case(path)
        new = split(program, path.name, page)
        path.write_bytes(new.encode())
        print(f"{path.name}: {'same' if new == old else 'replaced' if SEPARATOR in old else 'created'}")
    return 0


def main():
    arguments = sys.argv[1:]
    act = test
    if arguments[:1] == ["--regenerate"]:
        act, arguments = regenerate, arguments[1:]
    if len(arguments) != 1:
        sys.exit(__doc__)
    program = str(pathlib.Path(arguments[0]).resolve())
    sys.exit(act(program, sorted(pathlib.Path(__file__).resolve().parent.glob("*.txt"))))


main()
