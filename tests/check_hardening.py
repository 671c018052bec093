#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What a built program has against mistakes in memory: check_hardening.py PROGRAM COMPILER...

Looks at the file, not at how it was built. Then compiles a program that lacks each of it, to see that this is noticed.
"""
import os
import platform
import re
import struct
import subprocess
import sys
import tempfile

X86 = platform.machine() == 'x86_64'
SMALL = '''
#include <stdio.h>
#include <string.h>
int main(int argc, char **argv)
{
    char name[32];
    volatile char pages[70000];
    pages[argc] = 1;
    strcpy(name, argv[0]);
    return puts(name) + pages[0];
}
'''
# What takes each of it away again.
LACKS = {
    'position-independent': ['-no-pie', '-fno-pie'],
    'read-only relocations': ['-Wl,-z,norelro'],
    'bound at the start': ['-Wl,-z,lazy'],
    'stack not executable': ['-Wl,-z,execstack'],
    'no path to libraries': ['-Wl,-rpath,/tmp'],
    'stack protector': ['-fno-stack-protector'],
    'checked calls': ['-U_FORTIFY_SOURCE'],
    'marked targets of jumps': ['-fcf-protection=none'],
    'stack touched page by page': ['-fno-stack-clash-protection'],
}
HAS = ['-O2', '-w', '-fPIE', '-pie', '-Wl,-z,relro', '-Wl,-z,now', '-Wl,-z,noexecstack', '-fstack-protector-strong',
       '-U_FORTIFY_SOURCE', '-D_FORTIFY_SOURCE=2', '-fstack-clash-protection'] + ['-fcf-protection=full'] * X86


def output_of(*command):
    return subprocess.run(command, capture_output=True, check=True, env=dict(os.environ, LC_ALL='C')).stdout.decode()


def properties(program):
    """{name: whether the program has it}."""
    head, segments, dynamic = (output_of('readelf', '-W', flag, program) for flag in ('-h', '-l', '-d'))
    symbols = output_of('readelf', '-W', '--dyn-syms', program)
    found = {
        'position-independent': bool(re.search(r'Type:\s+DYN', head)) and 'PIE' in dynamic,
        'read-only relocations': 'GNU_RELRO' in segments,
        'bound at the start': bool(re.search(r'FLAGS.*\bNOW\b|BIND_NOW', dynamic)),
        'stack not executable': bool(re.search(r'GNU_STACK\s+(0x\w+\s+){5}RW\s', segments)),
        'nothing writable and executable': not re.search(r'LOAD\s+(0x\w+\s+){5}RWE', segments),
        'no path to libraries': not re.search('RPATH|RUNPATH', dynamic),
        'stack protector': '__stack_chk_fail' in symbols,
        'checked calls': bool(re.search(r'__\w+_chk\b', symbols)),
    }
    if X86:
        code = output_of('objdump', '-d', '--no-show-raw-insn', program)
        found['marked targets of jumps'] = bool(re.search(r'<main>:\n[^\n]*endbr64', code))
        found['stack touched page by page'] = bool(re.search(r'\b(or|mov)q\s+\$0x0,\(%rsp\)', code))
    return found


def small_program(folder, compiler, flags):
    """What is found in a small program that is built so."""
    source, program = os.path.join(folder, 'small.c'), os.path.join(folder, 'small')
    with open(source, 'w', encoding='ascii') as file:
        file.write(SMALL)
    subprocess.run([*compiler, *HAS, *flags, source, '-o', program], check=True, stderr=subprocess.DEVNULL)
    return properties(program)


def all_writable(program):
    """What is found once its code may be written to: no linker does that unless it is forced to, so it is patched."""
    with open(program, 'r+b') as file:
        head = file.read(64)
        at, size, count = *struct.unpack_from('<Q', head, 32), *struct.unpack_from('<HH', head, 54)
        for i in range(count):
            file.seek(at + i * size)
            kind, flags = struct.unpack('<II', file.read(8))
            if kind == 1 and flags & 1:
                file.seek(at + i * size)
                file.write(struct.pack('<II', kind, flags | 2))
    return properties(program)


def main():
    program, compiler = sys.argv[1], sys.argv[2:]
    lines = [(f'has: {name}', has) for name, has in properties(program).items()]
    with tempfile.TemporaryDirectory() as folder:
        full = small_program(folder, compiler, [])
        lines.append(('a small program has all of it', all(full.values())))
        name = 'nothing writable and executable'
        lines.append((f'seen where it lacks: {name}', not all_writable(os.path.join(folder, 'small'))[name]))
        for name, flags in LACKS.items():
            if name in full:
                lines.append((f'seen where it lacks: {name}', not small_program(folder, compiler, flags)[name]))
    for number, (name, good) in enumerate(lines, 1):
        print(f'{"ok" if good else "not ok"} {number} - {name}')
    print(f'1..{len(lines)}')
    sys.exit(not all(good for _, good in lines))


main()
