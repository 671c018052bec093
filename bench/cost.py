# SPDX-License-Identifier: MIT
"""What running a command costs, and how much it made."""
import os
import statistics
import subprocess
import sys
import time


class Cost:
    """Seconds, processor seconds and memory of runs of a command; FINE are the exit statuses that do not end the program."""

    def __init__(self, fine=(0,)):
        self.fine, self.seconds, self.processor, self.memory = fine, [], [], 0

    def run(self, *command):
        started = time.monotonic()
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
        self.seconds.append(time.monotonic() - started)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode not in self.fine:
            sys.exit(f'bench: {" ".join(map(str, command))}: exit {child.returncode}')
        self.processor.append(usage.ru_utime + usage.ru_stime)
        self.memory = max(self.memory, usage.ru_maxrss)

    def __add__(self, then):
        both = Cost()
        both.seconds = [sum(pair) for pair in zip(self.seconds, then.seconds)]
        both.processor = [sum(pair) for pair in zip(self.processor, then.processor)]
        both.memory = max(self.memory, then.memory)
        return both

    def say(self, name, against, other):
        mine, theirs = statistics.median(self.seconds), statistics.median(other.seconds)
        share = statistics.median(self.processor) / statistics.median(other.processor)
        print(f'  {name:18} {mine:7.2f} s, {statistics.median(self.processor):6.2f} s of processor, {self.memory / 1024:4.0f} MiB; '
              f'{against} {theirs:.2f} s, ratio {mine / theirs:.2f}, of processor {share:.2f}')


def settle():
    """Waits until what the last command wrote is on the disk, lest it slow the next; and until files' times can be relied on."""
    os.sync()
    time.sleep(.1)


def size(folder):
    files = [path.stat().st_size for path in folder.rglob('*') if path.is_file()]
    return f'{len(files)} files, {sum(files) / 1e6:.1f} MB'
