# SPDX-License-Identifier: MIT
"""Runs the unittest cases of a script and reports each as a line of TAP, which meson reads."""
import sys
import unittest


class TapResult(unittest.TestResult):
    count = 0

    def report(self, good, test, trouble=None):
        self.count += 1
        print(f'{"ok" if good else "not ok"} {self.count} - {test.id().removeprefix("__main__.")}')
        for line in (trouble or '').splitlines():
            print(f'# {line}')
        sys.stdout.flush()

    def addSuccess(self, test):
        self.report(True, test)

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.report(False, test, self.failures[-1][1])

    def addError(self, test, err):
        super().addError(test, err)
        self.report(False, test, self.errors[-1][1])

    def addSkip(self, test, reason):
        self.report(False, test, f'skipped: {reason}')

    def addSubTest(self, test, subtest, err):
        if err:
            super().addSubTest(test, subtest, err)
            self.report(False, subtest, (self.failures or self.errors)[-1][1])


def main():
    """Runs all cases, or those whose names the command line gives."""
    cases = sys.argv[1:] or None
    loader = unittest.defaultTestLoader
    module = sys.modules['__main__']
    suite = loader.loadTestsFromNames(cases, module) if cases else loader.loadTestsFromModule(module)
    result = TapResult()
    suite.run(result)
    print(f'1..{result.count}')
    sys.exit(0 if result.count and result.wasSuccessful() else 1)
