#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A site that is served on this computer while somebody works on it."""
import http.client
import os
import pathlib
import re
import signal
import socket
import subprocess
import time

import tap
from harness import STORY, TemporaryFolder, XIANBAO


class Serve(TemporaryFolder):
    def setUp(self):
        super().setUp()
        self.site = self.make_site(p1=STORY)
        self.server = None

    def tearDown(self):
        self.stop()
        super().tearDown()

    def start(self, *arguments):
        self.server = subprocess.Popen([XIANBAO, 'serve', '-C', self.site, '-p', '0', *arguments],
                                       stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding='utf-8')
        self.port = int(re.search(r'http://127\.0\.0\.1:(\d+)/', self.server.stdout.readline())[1])

    def stop(self):
        if not self.server:
            return None
        self.server.send_signal(signal.SIGINT)
        _, messages = self.server.communicate(timeout=20)
        status, self.server = self.server.returncode, None
        self.assertIn(status, (0, -signal.SIGINT))  # that, where it was building
        return messages

    def get(self, path, method='GET', body=None, **headers):
        """(status, headers, text) of an answer."""
        connection = http.client.HTTPConnection('127.0.0.1', self.port, timeout=20)
        connection.request(method, path, body=body, headers=headers)
        answer = connection.getresponse()
        text = answer.read().decode('utf-8', 'replace')
        connection.close()
        return answer.status, answer.headers, text

    def await_text(self, path, text):
        for _ in range(100):
            if text in (answer := self.get(path)[2]):
                return answer
            time.sleep(0.1)
        self.fail(f'{path} never had {text}: {answer}')

    def test_the_site_is_shown(self):
        self.start()
        status, headers, page = self.get('/')
        self.assertEqual((status, headers['Content-Type']), (200, 'text/html; charset=utf-8'))
        self.assertIn('</html>', page)
        self.assertIn('<script src="/.xianbao/live.js"', page)
        self.assertNotIn('xianbao-messages', page)
        self.assertEqual(self.get('/assets/site.css')[1]['Content-Type'], 'text/css; charset=utf-8')
        self.assertEqual(self.get('/counties')[1]['Location'].replace('%', ''), '636F756E74696573/')
        self.assertEqual(self.get('/counties/')[0], 200)
        self.assertEqual(self.get('/', 'HEAD')[::2], (200, ''))
        status, _, page = self.get('/nowhere.html')
        self.assertEqual(status, 404)
        self.assertIn('</html>', page)

    def assert_shown_whole(self, path):
        """That a page for what is not there has its style, and its links lead on, on this host."""
        status, _, page = self.get(path)
        self.assertEqual(status, 404)
        found = [url for url in re.findall(r'(?:href|src|action)="([^"]*)"', page) if not url.startswith('#')]
        self.assertGreater(len(found), 5)
        for url in found:
            self.assertTrue(url.startswith('/'), url)
            self.assertEqual(self.get(url)[0], 200, url)

    def test_what_is_not_there_is_told_on_this_host_too(self):
        self.write('content/site.yaml', 'base_url: https://example.org/\n')
        self.start()
        self.assert_shown_whole('/stories/nowhere.html')
        self.write('content/site.yaml', 'base_url: https://example.org/a/%E5%B2%9A/\n')
        self.await_text('/nowhere.html', '"/a/%E5%B2%9A/assets/site.css"')
        self.assert_shown_whole('/stories/nowhere.html')
        self.assert_shown_whole('/a/%E5%B2%9A/stories/nowhere.html')
        self.assertEqual(self.get('/a/%E5%B2%9A/')[2], self.get('/')[2])
        self.assertEqual(self.get('/a/%E5%B2%9A/counties')[1]['Location'].replace('%', ''), '636F756E74696573/')
        for path in ('/a/', '/%E5%B2%9A/index.html', '/a/%E5%B2%9A/a/lanxian/index.html', '/a/%E5%B2%9A/../%E5%B2%9A/index.html'):
            self.assertEqual(self.get(path)[0], 404, path)

    def test_what_is_built_has_none_of_it(self):
        self.start()
        self.stop()
        self.assertNotIn('.xianbao', (self.site / 'public' / 'index.html').read_text(encoding='utf-8'))

    def test_nothing_else_is_shown(self):
        self.write('secret.txt', 'secret')
        self.start()
        public = self.site / 'public'
        (public / '.hidden').write_text('secret', encoding='utf-8')
        (public / 'link.txt').symlink_to(self.site / 'secret.txt')
        (public / 'folder').symlink_to(self.site)
        for path in ('/../secret.txt', '/%2e%2e/secret.txt', '/stories/..%2f..%2fsecret.txt', '/.hidden', '/link.txt',
                     '/folder/secret.txt', '//etc/passwd', f'/{self.site}/secret.txt', '/stories/../.hidden', '/a\\..\\b',
                     '/' + 'a' * 300, '/.xianbao/nothing.js', '/.xianbao/../index.html'):
            status, _, text = self.get(path)
            self.assertEqual(status, 404, path)
            self.assertNotIn('secret', text.split('</html>')[-1], path)
        for method in ('POST', 'PUT', 'DELETE', 'OPTIONS'):
            self.assertEqual(self.get('/', method)[0], 405)
            self.assertEqual(self.get('/', method, body='x' * 100_000)[0], 405)

    def raw(self, request):
        """The answer to a request as it stands."""
        with socket.create_connection(('127.0.0.1', self.port), timeout=40) as to:
            try:
                to.sendall(request)
            except (BrokenPipeError, ConnectionResetError):
                pass  # it was told enough
            answer = b''
            try:
                while step := to.recv(1 << 16):
                    answer += step
            except ConnectionResetError:
                pass
            return answer

    def ask(self, path):
        return self.raw(b'GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nConnection: close\r\n\r\n' % (path, self.port))

    def test_no_path_leaves_the_site(self):
        self.write('secret.txt', 'secret')
        self.start()
        public = self.site / 'public'
        (public / 'out.html').symlink_to(self.site / 'secret.txt')
        (public / 'stories' / 'up').symlink_to('../..')
        (public / 'loop').symlink_to('loop')
        os.mkfifo(public / 'pipe.html')
        for path in (
                b'/../secret.txt', b'/%2e%2e/secret.txt', b'/%2E%2E%2Fsecret.txt', b'/..%2fsecret.txt', b'/%252e%252e/secret.txt',
                b'/stories/../../secret.txt', b'/stories/%2e%2e/%2e%2e/secret.txt', b'/./../secret.txt', b'/..;/secret.txt',
                b'/%c0%ae%c0%ae/secret.txt', b'/%u002e%u002e/secret.txt', b'/..\\secret.txt', b'/%5c..%5csecret.txt',
                b'/out.html', b'/stories/up/secret.txt', b'/stories/up/content/p1.txt', b'/loop', b'/loop/', b'/pipe.html', b'/pipe.html/',
                b'//secret.txt', b'///etc/passwd', b'/' + os.fsencode(self.site) + b'/secret.txt', b'../secret.txt', b'secret.txt',
                b'http://127.0.0.1/../secret.txt', b'file:///etc/passwd', b'*', b'/%00/../secret.txt', b'/../secret.txt%00.html',
                b'/stories/..%00/', b'/index.html/', b'/index.html/../../secret.txt', b'/%', b'/%zz', b'/' + b'%2e' * 3000,
                b'/' + b'a' * 20_000, b'/' + b'a/' * 5_000, b'/.xianbao/../../secret.txt', b'/.xianbao/live.js/../../../secret.txt'):
            head, _, text = self.ask(path).partition(b'\r\n\r\n')
            if b'%00' not in path:  # what stands after it is not looked at
                self.assertNotIn(b' 200 ', head.split(b'\r\n')[0], path)
            self.assertNotIn(b'secret', text.split(b'</html>')[-1], path)
            self.assertNotIn(b'root:', text, path)
        self.assertIn(b' 200 ', self.ask(b'/%69ndex.html').split(b'\r\n')[0])

    def test_requests_of_impossible_sizes(self):
        self.start()
        host = b'Host: 127.0.0.1:%d\r\n' % self.port
        for request in (b'GET /' + b'a' * 10_000_000 + b' HTTP/1.1\r\n' + host + b'\r\n',
                        b'GET / HTTP/1.1\r\n' + host + b'X: ' + b'a' * 10_000_000 + b'\r\n\r\n',
                        b'GET / HTTP/1.1\r\n' + host + b'X: a\r\n' * 1_000_000 + b'\r\n',
                        b'GET / HTTP/1.1\r\n' + host + b'Cookie: ' + b'a=b; ' * 1_000_000 + b'\r\n\r\n',
                        b'A' * 10_000_000, b'\0' * 1_000_000, b'\r\n' * 1_000_000 + b'GET'):
            answer = self.raw(request + b'\r\n\r\n')
            self.assertNotIn(b' 200 ', answer.split(b'\r\n')[0], request[:40])
        self.assertEqual(self.get('/')[0], 200)
        memory = re.search(r'VmHWM:\s+(\d+) kB', pathlib.Path(f'/proc/{self.server.pid}/status').read_text())[1]
        room = 7 if b'__asan_init' in pathlib.Path(XIANBAO).read_bytes() else 1
        self.assertLess(int(memory), room * 100 * 1024)

    def test_many_who_say_nothing(self):
        """They keep nobody else from an answer."""
        self.start()
        silent = [socket.create_connection(('127.0.0.1', self.port), timeout=20) for _ in range(200)]
        for number, to in enumerate(silent):
            to.sendall(b'GET / HT'[:number % 9])
        self.assertEqual(self.get('/')[0], 200)
        for to in silent:
            to.close()

    def test_no_other_site_may_load_it(self):
        self.start()
        for path in '/', '/search/table.js', '/.xianbao/live.js':
            headers = self.get(path)[1]
            self.assertEqual(headers['Cross-Origin-Resource-Policy'], 'same-origin', path)
            self.assertEqual(headers['X-Frame-Options'], 'SAMEORIGIN', path)

    def test_only_this_computer_is_answered(self):
        self.start()
        self.assertEqual(self.get('/', Host='evil.example')[0], 421)
        self.assertEqual(self.get('/', Host=f'localhost:{self.port}')[0], 200)
        with self.assertRaises(ConnectionRefusedError):  # of this computer too, but not the one that is listened on
            socket.create_connection(('127.0.0.2', self.port), timeout=5)

    def test_a_change_is_built_and_told(self):
        self.start()
        build = re.search(r'data-build="(\d+)"', self.get('/')[2])[1]
        changed = f'/.xianbao/changed.js?since={build}'
        self.assertEqual(self.get(changed)[2].strip(), ';')
        self.assertIn('location.reload()', self.get('/.xianbao/changed.js?since=1')[2])  # of an older run
        self.write('content/site.yaml', 'title: 岚县旧报\n')
        self.await_text('/', '岚县旧报')
        self.assertIn('location.reload()', self.get(changed)[2])
        self.write('content/p2.txt', STORY.replace('读书会', '棋会'))
        self.await_text('/data/stories.csv', '棋会')
        (self.site / 'content' / 'p2.txt').unlink()
        for _ in range(100):
            if '棋会' not in self.get('/data/stories.csv')[2]:
                return
            time.sleep(0.1)
        self.fail('what was taken away is still there')

    def test_errors_are_shown_and_go(self):
        self.start()
        self.write('content/site.yaml', 'title: <b>[\ntitle: 2\n')
        page = self.await_text('/', 'xianbao-messages')
        self.assertIn("site.yaml:2:1: error: 'title' is already on line 1; nothing was written", page)
        self.assertIn('汾河边的读书会', page.replace('<wbr>', ''))
        self.write('content/site.yaml', 'title: 岚县旧报\n')
        page = self.await_text('/', '岚县旧报')
        self.assertNotIn('xianbao-messages', page)
        said = self.stop()
        self.assertIn('is already on line 1', said)
        self.assertTrue(said.endswith('\nthe site is built again, and nothing is wrong any more\n'), said)

    def test_it_is_said_when_all_is_well_again(self):
        well, built = 'the site is built again, and nothing is wrong any more\n', 'the site is built again\n'
        self.start()
        self.write('content/site.yaml', 'title: 一\n')
        self.await_text('/', '一')
        self.write('content/site.yaml', 'title: 二\nno_such_key: x\n')
        self.await_text('/', '二')
        self.write('content/site.yaml', 'title: 三\n')
        self.await_text('/', '三')
        self.write('content/site.yaml', 'title: [\n')
        self.await_text('/', 'xianbao-messages')
        self.write('content/site.yaml', 'title: 四\nno_such_key: x\n')
        self.await_text('/', '四')
        said = self.stop()
        self.assertEqual([said.count(line) for line in (well, built)], [1, 1], said)
        self.assertLess(said.index(well), said.index(built))

    def test_quiet_says_errors_alone(self):
        self.start('-q')
        self.write('content/site.yaml', 'title: [\n')
        self.await_text('/', 'xianbao-messages')
        self.write('content/site.yaml', 'title: 一\n')
        self.await_text('/', '一')
        self.assertEqual(self.stop().count('\n'), 1)

    def test_without_a_site_there_is_a_page_that_says_why(self):
        self.write('content/site.yaml', 'no_such_key_<b>: 1\ntitle: 1\ntitle: 2\n')
        self.start()
        status, _, page = self.get('/stories/')
        self.assertEqual(status, 503)
        self.assertIn('is already on line 2', page)
        self.assertIn('live.js', page)
        self.write('content/site.yaml', 'title: 岚县旧报\n')
        self.await_text('/', '岚县旧报')

    def test_a_port_that_is_taken(self):
        self.start()
        done = subprocess.run([XIANBAO, 'serve', '-C', self.site, '-p', str(self.port)], capture_output=True,
                              timeout=60, check=False, encoding='utf-8')
        self.assertEqual(done.returncode, 2)
        self.assertIn(f'cannot listen on 127.0.0.1:{self.port}', done.stderr)


if __name__ == '__main__':
    tap.main()
