#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs the examples in Markdown files and manual pages through tal_render.

An example is a fenced block "html template" and what follows it: "html file NAME" (another template
of the set), "json data", and what is expected: "html output" on standard output, "text errors" on
standard error. Data hold for the examples after them too, until there are others. An example is named
by the heading above it.

  run.py TAL_RENDER FILE.md ...               tests, in TAP
  run.py --regenerate TAL_RENDER FILE.md ...  writes what comes out into the files
"""
import pathlib
import re
import subprocess
import sys
import tempfile

FENCE = re.compile(r"^```(\S+) (template|file|data|output|errors)(?: (\S+))?\n(.*?)^```$", re.M | re.S)
# The same in mdoc: a comment says what the display is.
DISPLAY = re.compile(r'^\.\\" (\S+) (template|file|data|output|errors)(?: (\S+))?\n\.Bd [^\n]*\n(.*?)^\.Ed$', re.M | re.S)
HEADING = re.compile(r"^#+ (.*)$", re.M)


class Example:
    def __init__(self, title, template, data):
        self.title, self.template, self.data = title, template, data
        self.files, self.expected = {}, {}

    def run(self, program):
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            files = {"template.html": self.template, "data.json": self.data, **self.files}
            for name, text in files.items():
                (folder / name).write_text(text, encoding="utf-8", newline="")
            done = subprocess.run([program, *files], cwd=folder, capture_output=True, timeout=60)
        return {"output": done.stdout.decode(), "errors": done.stderr.decode(), "status": done.returncode}


def without_last_newline(text):
    return text[:-1] if text.endswith("\n") else text


def examples_of(text):
    """Yields the examples, and the span of text that each expectation fills."""
    data, example, title = "{}\n", None, ""
    found = sorted([*FENCE.finditer(text), *DISPLAY.finditer(text), *HEADING.finditer(text)], key=lambda m: m.start())
    end = 0
    for match in found:
        if match.start() < end:  # a heading's look-alike inside a block
            continue
        if match.re is HEADING:
            title = match[1]
            continue
        end = match.end()
        kind, name, body = match[2], match[3], match[4]
        if kind == "template":
            if example:
                yield example
            example = Example(title, body, data)
        elif kind == "file":
            example.files[name] = body
        elif kind == "data":
            data = body
            if example and not example.expected:
                example.data = body
        else:
            example.expected[kind] = (match.span(4), body)
    if example:
        yield example


def problems(example, got):
    for kind in ("output", "errors"):
        expected = example.expected.get(kind, (None, ""))[1]
        actual = got[kind]
        if kind == "output":
            expected, actual = without_last_newline(expected), without_last_newline(actual)
        if expected != actual:
            yield f"{kind} expected:\n{expected}\n{kind} got:\n{actual}"
    if got["status"] != (0 if "output" in example.expected else 2):
        yield f"exit status {got['status']}"
    if not example.expected:
        yield "nothing is expected of it"


def test(program, paths):
    number = 0
    for path in paths:
        for example in examples_of(path.read_text(encoding="utf-8")):
            number += 1
            wrong = list(problems(example, example.run(program)))
            title = example.title.replace("#", "")
            print(f"{'not ok' if wrong else 'ok'} {number} - {path.stem}: {title}")
            for problem in wrong:
                print("\n".join("# " + line for line in f"{example.template}{problem}".splitlines()))
    print(f"1..{number}")


def regenerate(program, paths):
    for path in paths:
        text = path.read_text(encoding="utf-8")
        changes = []
        for example in examples_of(text):
            got = example.run(program)
            for kind, (span, _) in example.expected.items():
                body = got[kind] if not got[kind] or got[kind].endswith("\n") else got[kind] + "\n"
                changes.append((span, body))
        new = text
        for (start, stop), body in reversed(changes):
            new = new[:start] + body + new[stop:]
        path.write_text(new, encoding="utf-8")
        print(f"{path}: {'same' if new == text else 'replaced'}")


def main():
    arguments = sys.argv[1:]
    act = test
    if arguments[:1] == ["--regenerate"]:
        act, arguments = regenerate, arguments[1:]
    act(str(pathlib.Path(arguments[0]).resolve()), [pathlib.Path(a) for a in arguments[1:]])


main()
