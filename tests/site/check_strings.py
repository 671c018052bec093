#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Every message is used, every message that is used exists, and its slots are filled:
check_strings.py ROOT.

Templates use text/KEY; C names a key in a string literal, either in a call or in a table, and fills
the slots in the call: {"first", …}."""
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
messages = (root / 'templates/zh-Hans.yaml').read_text(encoding='utf-8')
keys = set(re.findall(r'^([a-z0-9-]+):', messages, re.M))
slots = {key: set(re.findall(r'{(\w+)}', text))
         for key, text in re.findall(r'^([a-z0-9-]+):(.*)', messages, re.M)}

templates = {p.name: p.read_text(encoding='utf-8') for p in (root / 'templates').glob('*.html')}
sources = {p.name: p.read_text(encoding='utf-8') for p in (root / 'src/site').rglob('*.c')}

CALL = re.compile(r'\b(?:strings_get|strings_fill|strings_join|sentence_say(?:_all)?|message)'
                  r'\([^";{]*"([^"]*)"')

FILL = re.compile(r'\b(?:strings_fill|sentence_say)\(([^;]*);')

faults = []
used = set()
for name, text in templates.items():
    for key in re.findall(r'(?<![\w/-])text/([\w-]+)', text):
        used.add(key)
        if key not in keys:
            faults.append(f'{name}: text/{key} is not in zh-Hans.yaml')
for name, text in sources.items():
    used |= keys & set(re.findall(r'"([a-z0-9-]+)"', text))
    for key in CALL.findall(text):
        if key not in keys:
            faults.append(f'{name}: "{key}" is not in zh-Hans.yaml')
    for call in FILL.findall(text):
        filled = set(re.findall(r'{"(\w+)",', call))
        for key in keys & set(re.findall(r'(?<!{)"([a-z0-9-]+)"', call)):
            for slot in sorted(slots[key] - filled):
                faults.append(f'{name}: nothing fills {{{slot}}} of "{key}"')
faults += [f'zh-Hans.yaml: nobody uses "{key}"' for key in sorted(keys - used)]

print('\n'.join(faults) or f'{len(keys)} messages, all used')
sys.exit(bool(faults))
