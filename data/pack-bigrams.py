#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes bigrams.txt as tables in C: pack-bigrams.py BIGRAMS OUT.c (see src/page/bigrams_table.h)."""
import sys

CHARS = 4096


def write_table(c, name, numbers):
    c.write(f'const {name} = {{\n')
    for at in range(0, len(numbers), 32):
        c.write(','.join(map(str, numbers[at:at + 32])) + ',\n')
    c.write('};\n')


def main():
    with open(sys.argv[1], encoding='utf-8') as bigrams:
        rows = sorted((row.split() for row in bigrams), key=lambda row: ord(row[0]))
    if len(rows) != CHARS:
        sys.exit(f'pack-bigrams.py: {len(rows)} characters; src/page/bigrams_table.h says {CHARS}')
    place = {row[0]: i for i, row in enumerate(rows)}
    pairs, starts = [], [0]
    for _, _, _, *levels in rows:
        pairs += sorted(place[c] << 4 | int(level[0], 16) for level in levels for c in level[1:])
        starts.append(len(pairs))
    with open(sys.argv[2], 'w', encoding='ascii') as c:
        c.write('#include "page/bigrams_table.h"\n')
        write_table(c, 'uint16_t bigram_chars[BIGRAM_CHARS]', [ord(row[0]) for row in rows])
        write_table(c, 'int8_t bigram_out[BIGRAM_CHARS]', [int(row[1]) for row in rows])
        write_table(c, 'int8_t bigram_into[BIGRAM_CHARS]', [int(row[2]) for row in rows])
        write_table(c, 'uint32_t bigram_starts[BIGRAM_CHARS + 1]', starts)
        write_table(c, 'uint16_t bigram_pairs[]', pairs)


main()
