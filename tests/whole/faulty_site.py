# SPDX-License-Identifier: MIT
"""A site that is built while things go wrong: what the tests of faults share."""
import os
import pathlib
import shutil
import tempfile

from harness import STORY, TemporaryFolder, files_of, xianbao

ALL = os.environ.get('XIANBAO_FAULTS') == 'all'
# Each build has the disk write all that it has; a disk in memory does not have others' to write.
WHERE = None if 'TMPDIR' in os.environ or not os.access('/dev/shm', os.W_OK) else '/dev/shm'
SAYS = r'(?m)^.*: error: .*; (nothing was written.*|the site stays as it was|stopped)$'


def sample(numbers, count):
    """COUNT of the numbers, the first and the last among them; with XIANBAO_FAULTS=all, each."""
    numbers = list(numbers)
    if ALL or len(numbers) <= count:
        return numbers
    return sorted({numbers[i * (len(numbers) - 1) // (count - 1)] for i in range(count)})


def look(folder):
    """All that a program could do to the files of a folder."""
    return {path: (st.st_ino, st.st_mode, st.st_nlink, st.st_mtime_ns, st.st_ctime_ns, path.is_file() and path.read_bytes())
            for path in sorted(folder.rglob('*')) for st in [path.lstat()]}


class FaultySite(TemporaryFolder):
    """A site whose content goes back and forth between two states, A and B, and what builds from nothing make of them.

    All builds have the same library preloaded, for what is kept is of the same program alone."""
    preload = None

    def setUp(self):
        super().setUp()
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='xianbao-', dir=WHERE))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.site = self.folder / 'site'
        self.public = self.site / 'public'
        self.fresh = {}
        for state in 'AB':
            self.put(self.folder / state, state)
            self.build(self.folder / state)
            self.fresh[state] = {**files_of(self.folder / state / 'public'), 'CNAME': b'example.org\n'}
            shutil.rmtree(self.folder / state)
        self.assertNotEqual(self.fresh['A'], self.fresh['B'])
        self.put(self.site, 'A')
        self.build(self.site)
        (self.public / 'CNAME').write_text('example.org\n')
        self.build(self.site)
        self.state = 'A'

    def environment(self, **more):
        """That of a program with the library, which is to do MORE."""
        return dict(os.environ, LD_PRELOAD=str(self.preload), ASAN_OPTIONS='verify_asan_link_order=0:exitcode=99', **more)

    def build(self, site, *arguments):
        """A build in which nothing goes wrong."""
        done = xianbao('build', '-C', site, *arguments, env=self.environment())
        self.assertEqual((done.returncode, done.stderr), (0, b''))

    @staticmethod
    def put(site, state):
        content = site / 'content'
        (content / '甲报').mkdir(parents=True, exist_ok=True)
        pages = {'2020-01-01-p1.txt': STORY.replace('每周六', '每周日' if state == 'A' else '每周三'),
                 '2020-01-02-p1.txt': STORY.replace('汾河', '沁河'),
                 '甲报/2020-01-03-p2.txt': STORY.replace('汾河', '岚县的河'),
                 '2020-01-04-p1.txt': STORY.replace('汾河', '漳河') if state == 'B' else None,
                 'site.yaml': 'title: 文存\nbase_url: https://example.org/\n',
                 '甲报/publication.yaml': 'title: 甲报\nplace: "141127"\n',
                 'about.md': '# 关于\n\n一个*文存*。\n'}
        for name, text in pages.items():
            path = content / name
            if text is None:
                path.unlink(missing_ok=True)
            elif not path.exists() or path.read_text(encoding='utf-8') != text:
                path.write_text(text, encoding='utf-8')

    def other(self):
        """Changes the content to the other state; returns its name."""
        state = 'B' if self.state == 'A' else 'A'
        self.put(self.site, state)
        return state

    def assert_mends_itself(self, state, about=''):
        """The next build makes what a build from nothing makes, and nothing stays beside it."""
        self.build(self.site)
        self.assertEqual(files_of(self.public), self.fresh[state], about)
        self.assertEqual({path.name for path in self.site.iterdir()}, {'.xianbao', 'content', 'public'}, about)
        self.state = state

    def site_is(self, *states):
        return files_of(self.public) in [self.fresh[state] for state in states]

    def trial(self, *arguments, about='', run=xianbao, **environment):
        """One build in which something goes wrong; it may say so, or get over it."""
        state = self.other()
        before = look(self.site / 'content')
        done = run('build', '-C', self.site, *arguments, env=self.environment(**environment))
        said = done.stderr.decode()
        self.assertIn(done.returncode, (0, 1, 2), (about, said))
        self.assertTrue(self.site_is(self.state if done.returncode == 2 else state), (about, done.returncode, said))
        if done.returncode == 2:
            self.assertRegex(said, SAYS, about)
        self.assert_mends_itself(state, about)
        self.assertEqual(look(self.site / 'content'), before, about)
        return done
