#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes townships.tsv and former-townships.tsv as tables in C: pack-townships.py DIVISIONS TOWNSHIPS FORMER OUT.c (see
src/enrich/townships_table.h).

Held are the names that texts may be searched for: those of streets, towns and townships (codes below 400, or a
township's ending), of three characters or more.
"""
import re
import sys

BITS = 16  # the table of first characters has 2**BITS slots
FILTER_BITS = 19  # … and the filters before it so many bits
LEAST_CHARS, MOST_CHARS = 3, 12
ENDINGS = ('镇', '乡', '街道', '苏木', '农场', '林场', '牧场')
NATIONS = ('壮 满 回 苗 维吾尔 土家 彝 蒙古 藏 布依 侗 瑶 朝鲜 白 哈尼 哈萨克 黎 傣 畲 傈僳 仡佬 东乡 拉祜 水 佤 纳西 羌 土 仫佬 '
           '锡伯 柯尔克孜 达斡尔 景颇 毛南 撒拉 布朗 塔吉克 阿昌 普米 鄂温克 怒 京 基诺 德昂 保安 俄罗斯 裕固 乌孜别克 门巴 '
           '鄂伦春 独龙 塔塔尔 赫哲 珞巴').split()
NATION = f'(?:{"|".join(sorted(NATIONS, key=len, reverse=True))})'
OF_NATIONS = re.compile(f'(..+?)(?:(?:{NATION}族)+|(?:{NATION}族?)*(?:少数)?民族|各族)([乡镇])')


def counties_of(path):
    """{code: its place among all counties}, as src/enrich/gazetteer.c counts them."""
    with open(path, encoding='utf-8') as table:
        codes = [row.split('\t')[0] for row in table]
    return {code: i for i, code in enumerate(c for c in codes if not c.endswith('00'))}


def name_of(entry):
    """The name of an entry of the table, if it is one to look for; else None."""
    code, name = int(entry[:3]), entry[3:].split(':')[0]
    least = 2 if name.endswith(('镇', '乡')) else LEAST_CHARS  # 侯镇, but not 林场
    fits = least <= len(name) <= MOST_CHARS and re.fullmatch('[\u3400-\u9fff]+', name)
    return name if fits and (code < 400 or name.endswith(ENDINGS)) else None


def names_of(name):
    """How texts call it: 河镇彝族苗族乡 is 河镇乡 too."""
    nations = name and OF_NATIONS.fullmatch(name)
    if not nations or nations[1] in NATIONS:
        return [name] if name else []
    if nations[1].endswith(('族', '少数')):
        sys.exit(f'pack-townships.py: {name} is not parted from its nationality')
    return [name, nations[1] + nations[2]]


def renamed(name):
    """What a township was called before it became a town, or is called since: 平泉乡 for 平泉镇; None for a street."""
    levels = {'镇': '乡', '乡': '镇'}
    return name[:-1] + levels[name[-1]] if name[-1] in levels and len(name) >= LEAST_CHARS else None


def slot_of(head):
    """The slot of a name's first two characters; as in src/enrich/townships.c."""
    return hash_of(head[:2], BITS)


def hash_of(chars, bits):
    """word_pair_hash() and word_head_hash() of src/enrich/words.h, of two characters and of three."""
    key = 0
    for char in chars:
        key = key << 16 ^ ord(char)
    return (key * 0x9e3779b97f4a7c15 >> (64 - bits)) & ((1 << bits) - 1)


def filter_of(names, chars):
    bits = bytearray(1 << FILTER_BITS >> 3)
    for name in names:
        at = hash_of(name[:chars], FILTER_BITS)
        bits[at >> 3] |= 1 << (at & 7)
    return bits


def write(c, kind, name, values):
    c.write(f'const {kind} townships_{name}[] = {{\n')
    for at in range(0, len(values), 24):
        c.write(','.join(map(str, values[at:at + 24])) + ',\n')
    c.write('};\n')


def former_name_of(entry):
    """The name of an entry of the other table, which begins with a year, if it is one to look for; else None."""
    return entry[4:] if LEAST_CHARS <= len(entry[4:]) <= MOST_CHARS else None


def bearers_of(path, counties, name_of):
    """{name: the counties that have it}."""
    bearers = {}
    with open(path, encoding='utf-8') as table:
        for row in table:
            code, entries = row.rstrip('\n').split('\t')
            for name in (n for entry in entries.split(' ') for n in names_of(name_of(entry))):
                mine = bearers.setdefault(name, [])
                if counties[code] not in mine:
                    mine.append(counties[code])
    return bearers


def main():
    counties = counties_of(sys.argv[1])
    bearers = bearers_of(sys.argv[2], counties, name_of)
    former = bearers_of(sys.argv[3], counties, former_name_of)
    others = {renamed(name): name for name in bearers if renamed(name) and renamed(name) not in bearers}
    # of names with the same first two characters the longest stand first
    names = sorted({*bearers, *others, *former}, key=lambda n: (n[:2], -len(n), n))
    refs, places = [], {}
    slots, text, rows = [0] * (1 << BITS), bytearray(), []
    for i, name in enumerate(names):
        if i == 0 or names[i - 1][:2] != name[:2]:
            at = slot_of(name)
            while slots[at]:
                at = (at + 1) & ((1 << BITS) - 1)
            slots[at] = i + 1
        now = bearers.get(others.get(name, name), [])
        gone = [county for county in former.get(name, []) if county not in now]
        all_of_it = tuple(now + gone)
        if all_of_it not in places:
            places[all_of_it] = len(refs)
            refs += all_of_it
        rows.append(f'{{{len(text)},{len(gone)},{int(name not in bearers)},{places[all_of_it]},{len(now)},{len(name.encode())}}}')
        text += name.encode()
    if max(map(len, bearers.values())) > 255 or max(map(len, former.values())) > 127 or max(len(refs), len(rows)) > 65535:
        sys.exit('pack-townships.py: there are more than src/enrich/townships_table.h has room for')
    if slots.count(0) < len(slots) // 2:
        sys.exit('pack-townships.py: the table is too full; raise BITS here and in src/enrich/townships_table.h')
    with open(sys.argv[4], 'w', encoding='ascii') as c:
        c.write('#include "enrich/townships_table.h"\n')
        write(c, 'unsigned char', 'text', text)
        write(c, 'uint16_t', 'counties', refs)
        write(c, 'struct township_row', 'rows', rows)
        c.write(f'const size_t townships_len = {len(rows)};\n')
        write(c, 'uint16_t', 'slots', slots)
        write(c, 'unsigned char', 'heads', filter_of(names, 3))
        write(c, 'unsigned char', 'pairs', filter_of(names, 2))


main()
