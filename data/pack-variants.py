#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes variants.tsv as a C array, the Simplified form of each Han character: pack-variants.py IN.tsv OUT.c"""
import sys

FIRST, LAST = 0x4e00, 0x9fff


def main():
    table = [0] * (LAST - FIRST + 1)
    with open(sys.argv[1], encoding='utf-8') as rows:
        for row in rows:
            simplified, forms = row.rstrip('\n').split('\t')
            for form in forms:
                table[ord(form) - FIRST] = ord(simplified)
    with open(sys.argv[2], 'w', encoding='ascii') as c:
        c.write('#include "page/variants_table.h"\n')
        c.write('const uint16_t variants_table[VARIANTS_LAST - VARIANTS_FIRST + 1] = {\n')
        for at in range(0, len(table), 24):
            c.write(','.join(map(str, table[at:at + 24])) + ',\n')
        c.write('};\n')


main()
