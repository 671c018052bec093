// SPDX-License-Identifier: MIT
// A site that is served while it is worked on: the browser shows each change, and each mistake, by itself.
'use strict';

const assert = require('assert');
const childProcess = require('child_process');
const fs = require('fs');
const os = require('os');
const path = require('path');
const readline = require('readline');
const {runInChromium} = require('./chromium.js');
const {test} = require('./tap.js');

const ROOT = path.resolve(__dirname, '..', '..');
const XIANBAO = process.env.XIANBAO || path.join(ROOT, 'build', 'xianbao');

let browser, folder, server, address;

const settings = (text) => fs.writeFileSync(path.join(folder, 'content', 'site.yaml'), text);

async function start(started) {
  browser = started;
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'xianbao-'));
  fs.cpSync(path.join(ROOT, 'content'), path.join(folder, 'content'), {recursive: true});
  server = childProcess.spawn(XIANBAO, ['serve', '-C', folder, '-p', '0'], {stdio: ['ignore', 'pipe', 'ignore']});
  for await (const line of readline.createInterface({input: server.stdout})) {
    address = line.match(/http:\S+/)[0];
    break;
  }
}

test('a page that is looked at follows the sources', async () => {
  const page = await browser.newPage();
  const wrong = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) wrong.push(message.text());
  });
  page.on('pageerror', (error) => wrong.push(String(error)));
  await page.goto(address);
  settings('title: 岚县旧报\n');
  await page.waitForFunction(() => document.title.includes('岚县旧报'), null, {timeout: 20000});
  settings('title: 岚县旧报\ntitle: 又一个\n');
  const messages = page.locator('.xianbao-messages');
  await messages.waitFor({timeout: 20000});
  assert.match(await messages.innerText(), /site\.yaml:2:1: error: 'title' is already on line 1/);
  assert.notStrictEqual(await messages.evaluate((node) => getComputedStyle(node).backgroundColor), 'rgba(0, 0, 0, 0)');
  settings('title: 岚县新报\n');
  await page.waitForFunction(() => document.title.includes('岚县新报'), null, {timeout: 20000});
  assert.strictEqual(await messages.count(), 0);
  assert.deepStrictEqual(wrong, []);
  await page.close();
});

runInChromium(start, () => {
  server.kill('SIGINT');
  fs.rmSync(folder, {recursive: true});
});
