// SPDX-License-Identifier: MIT
// The built site in Chromium, from the disk and from a web server, on a phone and on a desk.
'use strict';

const assert = require('assert');
const childProcess = require('child_process');
const fs = require('fs');
const os = require('os');
const path = require('path');
const {pathToFileURL} = require('url');
const {runInChromium} = require('./chromium.js');
const {serve} = require('./serve.js');
const {test} = require('./tap.js');
const {assertNone, watch} = require('./watch.js');

const ROOT = path.resolve(__dirname, '..', '..');
const XIANBAO = process.env.XIANBAO || path.join(ROOT, 'build', 'xianbao');
const WIDTHS = [360, 1280];

let browser, folder, files, server;

function build() {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'xianbao-'));
  const done = childProcess.spawnSync(XIANBAO, ['build', '-C', ROOT, '-o', path.join(folder, 'public')]);
  assert.ok(done.status === 0 || done.status === 1, String(done.stderr));
  files = fs.readdirSync(path.join(folder, 'public'), {recursive: true})
    .filter((name) => name.endsWith('.html')).sort();
}

// One page of each kind; of the kinds that have many, the longest too.
function samples() {
  const groups = new Map();
  for (const name of files) {
    const kind = /index\.html$/.test(name) ? name
      : path.dirname(name) === '.' ? name
        : path.dirname(name) + (/^dates\/\d{4}\.html$/.test(name) ? '/year'
          : /-whole\.html$/.test(name) ? '/whole'
            : /^counties\/\d\d0000\.html$/.test(name) ? '/province'
              : /^counties\/\d{4}00\.html$/.test(name) ? '/prefecture' : '');
    groups.set(kind, [...groups.get(kind) || [], name]);
  }
  const size = (name) => fs.statSync(path.join(folder, 'public', name)).size;
  const longest = (names) => names.reduce((best, name) => size(name) > size(best) ? name : best);
  return [...groups.values()].flatMap((names) => [...new Set([names[0], longest(names)])]);
}

const onDisk = (name) => pathToFileURL(path.join(folder, 'public', name)).href;
const onWeb = (name) => server.url + name;

// Calls visit(page) and insists that nothing goes wrong in the page.
async function withPage(options, visit) {
  assertNone(await watch(browser, [pathToFileURL(folder).href, server.url], options, visit));
}

async function assertFits(page) {
  const [wide, narrow] = await page.evaluate(() =>
    [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  assert.ok(wide <= narrow, `${page.url()} scrolls sideways: ${wide} > ${narrow}`);
}

for (const width of WIDTHS) {
  test(`every page loads from the disk and fits at ${width} px`, () =>
    withPage({viewport: {width, height: 800}}, async (page) => {
      for (const name of files) {
        await page.goto(onDisk(name));
        await assertFits(page);
      }
    }));

  test(`each kind of page loads from a web server and fits at ${width} px`, () =>
    withPage({viewport: {width, height: 800}}, async (page) => {
      for (const name of samples()) {
        const response = await page.goto(onWeb(name));
        assert.strictEqual(response.status(), 200);
        await assertFits(page);
      }
    }));
}

for (const colorScheme of ['light', 'dark']) {
  test(`axe finds nothing to object to in ${colorScheme} colours`, async () => {
    const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
    await withPage({colorScheme, viewport: {width: 360, height: 800}}, async (page) => {
      const found = [];
      for (const name of samples()) {
        await page.goto(onDisk(name));
        await page.evaluate(axe);
        const {violations} = await page.evaluate(() => window.axe.run(document, {resultTypes: ['violations'], preload: false}));
        for (const {id, nodes} of violations) {
          found.push(`${name}: ${id}: ${nodes.slice(0, 3).map((node) => node.html).join(' ')}`);
        }
      }
      assertNone(found);
    });
  });
}

// 178 mm, what the margins leave of A4, at 96 pixels to the inch.
test('each kind of page prints, without what only a screen needs', () =>
  withPage({viewport: {width: 672, height: 1000}}, async (page) => {
    for (const name of samples()) {
      await page.goto(onDisk(name));
      await page.emulateMedia({media: 'print'});
      await assertFits(page);
      const left = await page.$$eval('.site-nav, .skip, button', (all) => all.filter((one) => one.offsetParent).length);
      assert.strictEqual(left, 0, `${name}: ${left} of them are printed`);
      const pdf = await page.pdf({format: 'A4', preferCSSPageSize: true});
      const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g);
      assert.ok(pdf.subarray(0, 5).toString() === '%PDF-' && sheets && sheets.length > 0, name);
    }
  }));

test('stories and source pages read without JavaScript', () =>
  withPage({javaScriptEnabled: false}, async (page) => {
    for (const name of samples().filter((name) => /^(stories|pages)\//.test(name))) {
      await page.goto(onDisk(name));
      const main = page.locator('main');
      assert.ok((await main.innerText()).length > 100, name);
      assert.strictEqual(await page.locator('[data-copy]:visible').count(), 0, 'a dead button shows');
    }
  }));

test('without JavaScript links lead from the front page to a story and to its lines', () =>
  withPage({javaScriptEnabled: false}, async (page) => {
    await page.goto(onDisk('index.html'));
    await page.locator('main a[href^="stories/"]').first().click();
    const title = await page.locator('h1').innerText();
    await page.locator('main a[href*="/pages/"], main a[href^="../pages/"]').first().click();
    assert.match(page.url(), /\/pages\/[^/]+\.html#/);
    const plain = (text) => text.replace(/\s|〔|〕/g, '');
    assert.ok(plain(await page.locator('main').innerText()).includes(plain(title)));
  }));

test('a citation is copied', () =>
  withPage({}, async (page, context) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], {origin: new URL(server.url).origin});
    await page.goto(onWeb(files.find((name) => name.startsWith('stories/'))));
    const buttons = page.locator('[data-copy]');
    assert.ok(await buttons.count() >= 1);
    for (const button of await buttons.all()) {
      await button.click();
      const source = await page.locator('#' + await button.getAttribute('data-copy')).textContent();
      await page.waitForFunction((text) => navigator.clipboard.readText().then((now) => now === text), source);
    }
  }));

test('a citation can be copied from the disk', () =>
  withPage({}, async (page) => {
    await page.goto(onDisk(files.find((name) => name.startsWith('stories/'))));
    const button = page.locator('[data-copy]').first();
    await button.click();
    await page.waitForFunction((node) => /^已(复制|选中)/.test(node.textContent), await button.elementHandle());
  }));

test('every page can be read with the keyboard alone', () =>
  withPage({}, async (page) => {
    for (const name of samples()) {
      await page.goto(onDisk(name));
      if (name === 'search.html') { // starts in its field; the skip link is found going back
        await page.waitForFunction(() => document.activeElement.type === 'search');
        await page.locator('a[href="#main"]').focus();
      } else {
        await page.keyboard.press('Tab');
      }
      const first = await page.evaluate(() => document.activeElement.getAttribute('href'));
      assert.strictEqual(first, '#main', name);
      await page.keyboard.press('Enter');
      await page.waitForURL(/#main$/);
    }
  }));

runInChromium(async (started) => {
  browser = started;
  build();
  server = await serve(path.join(folder, 'public'), '/county/archive/');
}, () => {
  server.close();
  fs.rmSync(folder, {recursive: true});
});
