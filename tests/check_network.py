#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""That a program calls nobody and starts no other: check_network.py PROGRAM COMPILER...

Of the C library's ways to call or to ask for an address it must use none. (To be called, `serve` loads libmicrohttpd, which
no other command does.) A small program that does call shows that it would be seen.
"""
import os
import subprocess
import sys
import tempfile

CALLS = {'accept', 'accept4', 'bind', 'connect', 'getaddrinfo', 'gethostbyaddr', 'gethostbyname', 'gethostbyname2', 'gethostbyname_r',
         'getnameinfo', 'listen', 'recv', 'recvfrom', 'recvmmsg', 'recvmsg', 'res_query', 'res_search', 'send', 'sendmmsg', 'sendmsg',
         'sendto', 'socket', 'socketpair'}
PROGRAMS = {'execl', 'execle', 'execlp', 'execv', 'execve', 'execveat', 'execvp', 'execvpe', 'fexecve', 'fork', 'popen', 'posix_spawn',
            'posix_spawnp', 'system', 'vfork'}
LIBRARIES = ('curl', 'gnutls', 'microhttpd', 'nghttp', 'ssl')


def symbols(program):
    """What a program takes from libraries."""
    lines = subprocess.run(['nm', '-D', '--undefined-only', program], capture_output=True, check=True).stdout.decode()
    return {line.split()[-1].split('@')[0] for line in lines.splitlines()}


def libraries(program):
    lines = subprocess.run(['ldd', program], capture_output=True, check=True).stdout.decode().splitlines()
    return [line.split()[0] for line in lines]


def caller(folder, compiler):
    source, program = os.path.join(folder, 'call.c'), os.path.join(folder, 'call')
    with open(source, 'w', encoding='ascii') as file:
        file.write('#include <stdlib.h>\n#include <sys/socket.h>\nint main(void) { return connect(socket(AF_INET, SOCK_STREAM, 0), 0, 0) + system(""); }\n')
    subprocess.run([*compiler, '-w', source, '-o', program], check=True)
    return program


def main():
    program, compiler = sys.argv[1], sys.argv[2:]
    used, loaded = symbols(program), libraries(program)
    with tempfile.TemporaryDirectory() as folder:
        seen = symbols(caller(folder, compiler)) & (CALLS | PROGRAMS)
    lines = [(f'calls nobody: {sorted(used & CALLS)}', bool(used) and not used & CALLS),
             (f'starts no other program: {sorted(used & PROGRAMS)}', not used & PROGRAMS),
             ('loads no library for that', any(name.startswith('libc.') for name in loaded) and
              not any(word in name for word in LIBRARIES for name in loaded)),
             ('seen where it is done', seen == {'connect', 'socket', 'system'})]
    for number, (name, good) in enumerate(lines, 1):
        print(f'{"ok" if good else "not ok"} {number} - {name}')
    print(f'1..{len(lines)}')
    sys.exit(not all(good for _, good in lines))


main()
