#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes files as C arrays: embed.py OUT.c ARRAY ROOT FILE... (see src/base/embedded.h)."""
import os
import sys


def main():
    out, array, root, files = sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4:]
    with open(out, 'w', encoding='ascii') as c:
        c.write('#include "base/embedded.h"\n')
        for i, path in enumerate(files):
            with open(path, 'rb') as f:
                data = f.read()
            c.write(f'static const unsigned char file_{i}[] = {{\n')
            for at in range(0, len(data), 32):
                c.write(','.join(map(str, data[at:at + 32])) + ',\n')
            c.write('0};\n')
        c.write(f'const struct embedded_file {array}[] = {{\n')
        for i, path in enumerate(files):
            c.write(f'{{"{os.path.relpath(path, root)}", file_{i}, sizeof file_{i} - 1}},\n')
        c.write('{0}};\n')


main()
