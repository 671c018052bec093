#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes lexicon.txt as tables in C: pack-lexicon.py LEXICON OUT.c (see src/page/lexicon_table.h)."""
import math
import sys

BITS = 18  # the table has 2**BITS slots
PAIR_BITS = 20  # … and 2**PAIR_BITS bits are for pairs of characters
FIRST = 0x4e00
CHARS = 0xa000 - FIRST


def slot_of(key, bits=BITS):
    return (key * 0x9e3779b97f4a7c15 >> (64 - bits)) & ((1 << bits) - 1)


def write_counts(c, name, counts):
    c.write('const unsigned char lexicon_' + name + '[LEXICON_CHARS] = {\n')
    levels = [round(8 * math.log(n)) for n in counts]
    for at in range(0, CHARS, 32):
        c.write(','.join(map(str, levels[at:at + 32])) + ',\n')
    c.write('};\n')


def write_words(c, name, size, words):
    c.write(f'const uint64_t lexicon_{name}[{size}] = {{\n')
    for at in range(0, len(words), 16):
        c.write(','.join(f'{w:#x}' if w else '0' for w in words[at:at + 16]) + ',\n')
    c.write('};\n')


def main():
    slots = [0] * (1 << BITS)
    pairs = [0] * (1 << PAIR_BITS - 6)
    begins, goes_on, ends = [1.0] * CHARS, [1.0] * CHARS, [1.0] * CHARS
    with open(sys.argv[1], encoding='utf-8') as lexicon:
        for row in lexicon:
            level, *words = row.split()
            for word in words:
                key = 0
                for c in word:
                    key = key << 15 | ord(c) - FIRST + 1
                for a, b in zip(word, word[1:]):
                    bit = slot_of(ord(a) - FIRST + 1 << 15 | ord(b) - FIRST + 1, PAIR_BITS)
                    pairs[bit >> 6] |= 1 << (bit & 63)
                begins[ord(word[0]) - FIRST] += math.exp(int(level))
                for c in word[1:]:
                    goes_on[ord(c) - FIRST] += math.exp(int(level))
                ends[ord(word[-1]) - FIRST] += math.exp(int(level))
                at = slot_of(key & (1 << 64) - 1)
                while slots[at]:
                    at = (at + 1) & ((1 << BITS) - 1)
                slots[at] = key << 4 | int(level) + 1
    if slots.count(0) < len(slots) // 4:
        sys.exit('pack-lexicon.py: the table is too full; raise BITS here and in src/page/lexicon_table.h')
    with open(sys.argv[2], 'w', encoding='ascii') as c:
        c.write('#include "page/lexicon_table.h"\n')
        write_words(c, 'table', 'LEXICON_SLOTS', slots)
        write_words(c, 'pairs', 'LEXICON_PAIR_WORDS', pairs)
        write_counts(c, 'begins', begins)
        write_counts(c, 'goes_on', goes_on)
        write_counts(c, 'ends', ends)


main()
