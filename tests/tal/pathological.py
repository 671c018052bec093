#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Templates and data of sizes that nobody writes: each is done or refused within seconds. TAP."""
import json
import pathlib
import subprocess
import sys
import tempfile

MANY = 10_000
LIST = {"list": list(range(100_000)), "text": "<&>" * 500_000, "t": "x"}


def doubling(levels):
    """Macros that each use the next one twice: 2^levels uses."""
    uses = "".join(
        f'<p metal:define-macro="m{i}"><b metal:use-macro="macros/m{i + 1}"/><b metal:use-macro="macros/m{i + 1}"/></p>'
        for i in range(levels))
    return f'<tal:x condition="nothing">{uses}<p metal:define-macro="m{levels}"/></tal:x><p metal:use-macro="macros/m0"/>'


# name, template, what is in standard output, what is in standard error; "": it must be empty
CASES = [
    ("200 elements deep", "<b>" * 200 + "x" + "</b>" * 200, "x</b>", ""),
    ("100,000 elements deep", "<b>" * 100_000 + "</b>" * 100_000, "", "nest more than"),
    ("200 loops deep", "".join(f'<b tal:repeat="v{i} none | default">' for i in range(200)) + "</b>" * 200,
     "<b><b>", ""),
    ("10,000 attributes", "<p " + " ".join(f'a{i}="{i}"' for i in range(MANY)) + "/>", 'a9999="9999"', ""),
    ("2,000 dynamic attributes",
     '<p tal:attributes="' + ";".join(f"a{i} t" for i in range(2_000)) + '"/>', 'a1999="x"', ""),
    ("10,000 definitions", '<p tal:define="' + ";".join(f"v{i} t" for i in range(MANY)) + '" tal:content="v9999"/>',
     "<p>x</p>", ""),
    ("10,000 macros", "".join(f'<i metal:define-macro="m{i}"/>' for i in range(MANY)) +
     '<p metal:use-macro="macros/m9999"/>', "<i></i>", ""),
    ("10,000 macros, all used", "".join(f'<i metal:define-macro="m{i}"/><b metal:use-macro="macros/m{i}"/>'
                                        for i in range(MANY)), "<i></i>", ""),
    ("10,000 macros of one name", '<i metal:define-macro="m"/>' * MANY, "", "more than 100 mistakes"),
    ("100,000 definitions of one name", '<p tal:define="' + "v t;" * 100_000 + '" tal:content="v"/>', "<p>x</p>", ""),
    ("a loop of 100,000", '<p tal:repeat="x list" tal:content="repeat/x/roman"/>', "<p>100000</p>", ""),
    ("a text of 1.5 MB", '<p tal:content="text"/>', "&gt;</p>", ""),
    ("100,000 characters by name", "<p>" + "&nbsp;&copy;" * 50_000 + "</p>", "©</p>", ""),
    ("a line of 5 MB, and a mistake at its end", "x" * 5_000_000 + '<p tal:content="y"/>', "", "1:5000017: error: there is no 'y'"),
    ("macros without end", '<p metal:define-macro="m"><b metal:use-macro="macros/m"/></p>', "", "nested more than 200 deep"),
    ("a macro that extends itself", '<p metal:define-macro="m" metal:extend-macro="macros/m"><i metal:fill-slot="s"/></p>',
     "", "nested more than 200 deep"),
    ("2^20 uses of macros", doubling(20), "<p></p>", ""),
    ("2^60 uses of macros", doubling(60), "", "uses of macros and slots in one page"),
    ("not: 4,000 times", f'<p tal:content="{"not:" * 4_000}t"/>', "<p>True</p>", ""),
    ("not: a million times", f'<p tal:content="{"not:" * 1_000_000}t"/>', "", "longer than 16 KB"),
    ("a path of 5,000 steps", f'<p tal:content="t{"/a" * 5_000} | t"/>', "<p>x</p>", ""),
    ("5,000 alternatives", f'<p tal:content="{"a | " * 3_000}t"/>', "<p>x</p>", ""),
    ("an entity bomb", '<!DOCTYPE x [<!ENTITY a "' + "a" * 10_000 + '"><!ENTITY b "' + "&a;" * 10_000 + '">]><p>&b;</p>',
     "", "declarations of its own"),
    ("an external entity", '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><p>&a;</p>', "", "declarations of its own"),
    ("an external doctype", '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "file:///etc/passwd"><p/>', "<p></p>", ""),
]


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    print(f"1..{len(CASES)}")
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "data.json").write_text(json.dumps(LIST))
        for number, (name, template, output, errors) in enumerate(CASES, 1):
            (folder / "t.html").write_text(template, encoding="utf-8")
            done = subprocess.run([program, "t.html", "data.json"], cwd=folder, capture_output=True, timeout=60)
            out, err = done.stdout.decode(), done.stderr.decode()
            ok = done.returncode == (2 if errors else 0) and output in out and errors in err and bool(out) == bool(output)
            print(f"{'ok' if ok else 'not ok'} {number} - {name}")
            if not ok:
                print(f"# status {done.returncode}, output {out[-200:]!r}, errors {err[:300]!r}")


main()
