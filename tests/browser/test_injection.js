// SPDX-License-Identifier: MIT
// A site whose texts, names and settings try to become something else than text, in Chromium.
'use strict';

const assert = require('assert');
const childProcess = require('child_process');
const fs = require('fs');
const http = require('http');
const os = require('os');
const path = require('path');
const {pathToFileURL} = require('url');
const {runInChromium} = require('./chromium.js');
const {serve} = require('./serve.js');
const {test} = require('./tap.js');
const {assertNone, watch} = require('./watch.js');

const ROOT = path.resolve(__dirname, '..', '..');
const XIANBAO = process.env.XIANBAO || path.join(ROOT, 'build', 'xianbao');
const MAKER = path.join(ROOT, 'tests', 'whole', 'injected.py');
const POLICY = /<meta http-equiv="Content-Security-Policy"[^>]*>/;

// What Markdown may become in an archivist's own page, in the element that holds its text.
const MARKDOWN = ['a', 'a[href]', 'a[title]', 'blockquote', 'br', 'code', 'code[class]', 'em', 'h2', 'h2[id]', 'h3', 'h3[id]', 'hr', 'img',
  'img[src]', 'img[alt]', 'img[title]', 'li', 'ol', 'ol[start]', 'p', 'pre', 'strong', 'ul'];

let browser, folder, server, payloads, groups, allowed;

const run = (program, ...words) => {
  const done = childProcess.spawnSync(program, words, {maxBuffer: 1 << 26});
  assert.ok(done.status === 0 || done.status === 1, `${program} ${words}: ${done.status} ${done.stderr}`);
  return String(done.stdout);
};

// Builds the site NAME of the folder FROM; its pages.
function build(name, from) {
  run(XIANBAO, 'build', '-C', from, '-o', path.join(folder, name));
  return fs.readdirSync(path.join(folder, name), {recursive: true}).filter((file) => file.endsWith('.html')).sort();
}

const onDisk = (site, name) => pathToFileURL(path.join(folder, site, name)).href;
const onWeb = (site, name) => `${server.url}${site}/${name}`;

// Visits with a page in which nothing may go wrong.
async function withPage(visit, options = {}) {
  assertNone(await watch(browser, [pathToFileURL(folder).href, server.url], options, visit));
}

// Shows all values of all facets.
async function unfold(page) {
  const buttons = page.locator('#filters .more-hits');
  while (await buttons.count()) await buttons.first().click();
}

const TELLING = ['class', 'rel', 'type', 'http-equiv', 'property', 'role', 'target', 'method', 'style'];

// In the page: its elements and attributes, with the values of those that mean something to a browser or a style sheet;
// what stands in an archivist's own text, apart.
function vocabulary(telling) {
  const spaces = {'http://www.w3.org/1999/xhtml': '', 'http://www.w3.org/2000/svg': 'svg:'};
  const words = {made: new Set(), written: new Set()};
  for (const element of document.querySelectorAll('*')) {
    const written = element.closest('.prose') && !element.matches('.prose');
    const into = written ? words.written : words.made, tag = (spaces[element.namespaceURI] ?? 'else:') + element.localName;
    into.add(tag);
    for (const {name, value} of element.attributes) {
      into.add(`${tag}[${name}]`);
      if (telling.includes(name) && !written) into.add(`${tag}[${name}=${value.replace(/\d+/g, '0')}]`);
    }
  }
  return {made: [...words.made], written: [...words.written]};
}

// The same of markup that is well-formed and harmless, as it is written; tal:attributes are attributes too.
function learn(markup, space = '') {
  markup = markup.replace(/<!--[^]*?-->/g, '').replace(/<svg[^]*?<\/svg>/g, (drawing) => {
    learn(drawing.replace(/svg/g, 'svg:svg').replace(/<(?=[a-z])(?!svg:)/g, '<svg:').replace(/<\/[^>]*>/g, ''));
    return '';
  });
  for (const [, tag, attributes] of markup.matchAll(/<([a-z][a-z0-9:]*)((?:\s+[\w:.-]+="[^"]*")*)\s*\/?>/g)) {
    allowed.add(space + tag);
    for (const [, name, value] of attributes.matchAll(/([\w:.-]+)="([^"]*)"/g)) {
      const given = name === 'tal:attributes' ? value.split(';').map((one) => one.trim().split(' ')[0]) : [name];
      for (const one of given) allowed.add(`${tag}[${one}]`);
      if (TELLING.includes(name)) allowed.add(`${tag}[${name}=${value.replace(/\d+/g, '0')}]`); // tint-3
    }
  }
}

// In the page: addresses that do not lead to a file of the site. An archivist's own page may link to the web.
function strayAddresses(site) {
  const stray = [];
  for (const element of document.querySelectorAll('[href], [src], [action], [formaction], [data], [poster], [srcset]')) {
    const written = element.closest('.prose') && element.localName === 'a';
    for (const name of ['href', 'src', 'action', 'formaction', 'data', 'poster', 'srcset']) {
      const value = element.getAttribute(name);
      if (value === null || value === 'mailto:archive@example.org') continue;
      const url = new URL(value, document.baseURI);
      const good = url.href.startsWith(site) ||
        (written && ['http:', 'https:', 'mailto:', location.protocol].includes(url.protocol));
      if (!good) stray.push(`${element.localName}[${name}=${value}]`);
    }
  }
  return stray;
}

// In the page: words without a mark that turns the direction of writing, which stand the wrong way round all the same; and
// parts of a line that have changed places.
function turnedAround() {
  const wrong = [], range = document.createRange();
  const turning = /[\u0590-\u08ff\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/;
  const boxOf = (node, at) => {
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return range.getBoundingClientRect();
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const first = node.data.search(/\S/), last = node.data.search(/\S\s*$/);
    if (first === last || turning.test(node.data) || node.parentNode.localName === 'mark') continue; // it is in a text
    const start = boxOf(node, first), end = boxOf(node, last);
    if (start.width && end.width && Math.abs(start.bottom - end.bottom) < 1 && end.left < start.left) wrong.push(node.data);
  }
  for (const element of document.querySelectorAll('main :not(svg *, mark), header *, footer *')) {
    const next = element.nextElementSibling;
    if (!next || getComputedStyle(element).display !== 'inline' || getComputedStyle(next).display !== 'inline') continue;
    const before = [...element.getClientRects()].pop(), after = next.getClientRects()[0];
    if (before && after && before.width && after.width && Math.abs(before.bottom - after.bottom) < 1 && after.left < before.left) {
      wrong.push(`${element.textContent.slice(-20)} and ${next.textContent.slice(0, 20)}`);
    }
  }
  return wrong;
}

// What is wrong in the page as it stands now, with all of it unfolded.
async function faults(page, site) {
  const words = await page.evaluate(vocabulary, TELLING);
  await page.evaluate(() => document.querySelectorAll('details').forEach((one) => { one.open = true; }));
  const made = [...words.made.filter((word) => !allowed.has(word)), ...words.written.filter((word) => !MARKDOWN.includes(word))];
  return [...made.map((word) => `made of text: ${word}`), ...await page.evaluate(strayAddresses, site),
    ...(await page.evaluate(turnedAround)).map((text) => `turned around: ${text}`)];
}

async function assertSound(page, site) {
  const found = await faults(page, site);
  assert.strictEqual(found.length, 0, `${page.url()}: ${found.slice(0, 8).join('\n')}`);
}

// What templates and scripts make: as the templates have it, and as it is in a site whose texts are harmless.
async function learnAll(sites) {
  const templates = path.join(ROOT, 'templates');
  fs.readdirSync(templates).filter((name) => name.endsWith('.html'))
    .forEach((name) => learn(fs.readFileSync(path.join(templates, name), 'utf8')));
  for (const [site, names] of Object.entries(sites)) {
    for (const name of names) learn(fs.readFileSync(path.join(folder, site, name), 'utf8'));
  }
  await withPage(async (page) => {
    await page.goto(`${onDisk('plain', 'search.html')}?q=${encodeURIComponent('岚县')}`);
    await page.locator('#hits li').first().waitFor();
    await unfold(page);
    for (const word of (await page.evaluate(vocabulary, TELLING)).made) allowed.add(word);
  });
  ['form[hidden]', 'fieldset[hidden]', 'button[aria-live]'].forEach((word) => allowed.add(word)); // made by scripts
}

let pages;

test('no text becomes an element, an attribute, a script or an address, from the disk', () =>
  withPage(async (page) => {
    for (const name of pages) {
      await page.goto(onDisk('evil', name));
      await assertSound(page, onDisk('evil', ''));
    }
  }));

// Every tenth of a kind: what a page holds is the same.
test('nor from a web server, on a phone', () =>
  withPage(async (page) => {
    for (const name of pages.filter((name, i) => i % 10 === 0 || !name.includes('/'))) {
      await page.goto(onWeb('evil', name));
      await assertSound(page, onWeb('evil', ''));
    }
  }, {viewport: {width: 360, height: 800}}));

test('nothing of a text is lost in the title and the lines of a page', () =>
  withPage(async (page) => {
    // What turns more than 60 levels deep is shown as U+FFFD too; so here all that turns counts as that.
    const seen = (text) => text.replace(/[\s\u200b\ufeff]/g, '')
      .replace(/[\0-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff\u{1fffe}\u202a\u202b\u202d\u202e\u2066-\u2069]/gu, '\ufffd');
    const missing = [], looked = new Set();
    for (const name of pages.filter((name) => name.startsWith('pages/'))) {
      await page.goto(onDisk('evil', name));
      const shown = seen(await page.locator('main').textContent());
      const village = /([\u5e38-\u5eff])\1村/u.exec(shown); // which page it is: village() of injected.py
      for (const x of village ? groups[village[1].codePointAt(0) - 0x5e38] : []) {
        looked.add(x);
        if (!shown.includes(seen(x))) missing.push(`${name}: ${JSON.stringify(x)}`);
      }
    }
    assertNone(missing);
    assertNone(payloads.filter((x) => !looked.has(x)));
  }));

async function assertAnswers(page, query) {
  await page.waitForFunction(() => document.getElementById('search').hidden ||
    !/…$|正在/.test(document.getElementById('found').textContent));
  const said = await page.locator('#found').textContent(), begin = query.trim()[0];
  assert.ok(!begin || said.includes(begin) || said.includes('\ufffd'), `${JSON.stringify(query)}: ${said}`);
  await assertSound(page, page.url().slice(0, page.url().lastIndexOf('search.html')));
}

test('no query becomes anything, typed or in the address', () =>
  withPage(async (page) => {
    await page.goto(onWeb('evil', 'search.html'));
    for (const query of payloads) {
      await page.evaluate((address) => {
        history.pushState(null, '', address);
        dispatchEvent(new PopStateEvent('popstate'));
      }, `search.html?q=${encodeURIComponent(query)}#${encodeURIComponent(query)}`);
      await assertAnswers(page, query);
    }
    for (const query of payloads.filter((query, i) => i % 8 === 0 || /['"\\<]/.test(query) && i % 2)) {
      const coded = encodeURIComponent(query);
      await page.goto(`${onDisk('evil', 'search.html')}?q=${coded}&paper=${coded}&person=${coded}&year=${coded}&sort=${coded}&${coded}=${coded}`);
      await assertAnswers(page, '');
    }
    await page.goto(onDisk('evil', 'search.html'));
    for (const query of payloads.filter((query, i) => i % 8 === 0 && !/[\n\r]/.test(query))) {
      await page.locator('#q').fill(query);
      await page.keyboard.press('Enter');
      await assertAnswers(page, query);
    }
  }));

test('facets whose names are odd can be chosen and left', () =>
  withPage(async (page) => {
    await page.goto(`${onDisk('evil', 'search.html')}?q=%E5%B2%9A%E5%8E%BF`);
    await page.locator('#hits li').first().waitFor();
    await unfold(page);
    const names = await page.locator('[data-facet=paper] input').evaluateAll((all) => all.map((one) => one.value));
    const odd = names.filter((name) => /["'\\<\n]/.test(name));
    assert.ok(odd.length > 20, `only ${odd.length} odd names of ${names.length}`);
    for (const name of odd) {
      const click = () => page.evaluate((value) => {
        const box = [...document.querySelectorAll('[data-facet=paper] input')].find((one) => one.value === value);
        box.focus();
        box.click();
      }, name);
      await click();
      await page.waitForFunction((value) => location.search.includes('paper=') && document.activeElement.value === value &&
        document.querySelectorAll('#hits li').length, name);
      await click();
      await page.waitForFunction(() => !location.search.includes('paper='));
    }
  }));

test('a text that turns around is found where it leaks', () =>
  withPage(async (page) => { // the counter-case of turnedAround()
    await page.goto(onDisk('plain', 'index.html'));
    assert.deepStrictEqual(await page.evaluate(turnedAround), []);
    await page.evaluate(() => document.querySelector('main p').prepend('\u202e'));
    assert.notDeepStrictEqual(await page.evaluate(turnedAround), []);
  }));

test('an element that no template makes is found', () =>
  withPage(async (page) => { // the counter-case of faults()
    await page.goto(onDisk('plain', 'index.html'));
    await assertSound(page, onDisk('plain', ''));
    for (const [html, expected] of [['<blink>x</blink>', /made of text: blink/], ['<p title="x">x</p>', /made of text: p\[title\]/],
      ['<a href="javascript:x">x</a>', /a\[href=javascript:x\]/], ['<a href="data:,x">x</a>', /a\[href=data:,x\]/]]) {
      await page.evaluate((text) => document.querySelector('main').insertAdjacentHTML('beforeend', text), html);
      assert.match((await faults(page, onDisk('plain', ''))).join('\n'), expected);
    }
  }));

// What a text could do that came through as HTML, if it were not for the pages' policy. ELSEWHERE: a server's address.
const breaches = {
  'a script in the page': () => '<script>alert(1)</script>',
  'a handler': () => '<svg onload="alert(1)"></svg>',
  'an address that is a script': () => '<a id="go" href="javascript:alert(1)">x</a>',
  'a script from elsewhere': (elsewhere) => `<script src="${elsewhere}"></script>`,
  'a picture from elsewhere': (elsewhere) => `<img src="${elsewhere}">`,
  'a style sheet from elsewhere': (elsewhere) => `<link rel="stylesheet" href="${elsewhere}">`,
  'a style in the page': (elsewhere) => `<style>main { background: url(${elsewhere}); }</style>`,
  'a style in an attribute': (elsewhere) => `<p style="background: url(${elsewhere})">x</p>`,
  'a frame': (elsewhere) => `<iframe src="${elsewhere}"></iframe>`,
  'an object': (elsewhere) => `<object data="${elsewhere}"></object>`,
  'a film': (elsewhere) => `<video src="${elsewhere}"></video>`,
  'a form to elsewhere': (elsewhere) => `<form action="${elsewhere}"><button id="go">x</button></form>`,
};

// Whether a copy of the front page with HTML in it does something within so many milliseconds: a dialog, or a request to
// elsewhere.
async function acts(html, policy, address, elsewhere, within) {
  const original = fs.readFileSync(path.join(folder, 'plain', 'index.html'), 'utf8');
  const broken = original.replace(/<main [^>]*>/, (main) => main + html).replace(POLICY, (meta) => policy ? meta : '');
  fs.writeFileSync(path.join(folder, 'plain', 'broken.html'), broken);
  const page = await browser.newPage();
  let count = 0;
  page.on('dialog', (dialog) => {
    count++;
    return dialog.dismiss();
  });
  elsewhere.hits = 0;
  await page.goto(address, {waitUntil: 'load'});
  const go = page.locator('#go');
  if (await go.count()) await go.click({noWaitAfter: true});
  for (const end = Date.now() + within; count + elsewhere.hits === 0 && Date.now() < end;) await page.waitForTimeout(10);
  await page.close();
  return count + elsewhere.hits > 0;
}

for (const [where, addressOf] of [['the disk', onDisk], ['a web server', onWeb]]) {
  test(`from ${where} the pages' policy stops what would come through, and without it that acts`, async () => {
    const elsewhere = http.createServer((request, response) => {
      elsewhere.hits++;
      response.writeHead(204).end();
    });
    await new Promise((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
    try {
      const url = `http://127.0.0.1:${elsewhere.address().port}/x`, address = addressOf('plain', 'broken.html');
      for (const [name, htmlOf] of Object.entries(breaches)) {
        const begin = Date.now(); // on a busy machine all takes longer
        assert.ok(await acts(htmlOf(url), false, address, elsewhere, 20000), `${name} does nothing even so`);
        const took = Date.now() - begin;
        assert.ok(!await acts(htmlOf(url), true, address, elsewhere, 150 + took), `${name} is not stopped`);
      }
    } finally {
      elsewhere.close();
    }
  });
}

test('every page has the policy before anything of the site', () => {
  for (const name of pages) {
    const html = fs.readFileSync(path.join(folder, 'evil', name), 'utf8');
    const head = html.slice(0, html.search(POLICY));
    assert.ok(POLICY.test(html) && html.search(POLICY) < html.indexOf('<title>') && !/<script|<link|style=/.test(head), name);
  }
});

runInChromium(async (started) => {
  browser = started;
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'xianbao-'));
  payloads = JSON.parse(run('python3', MAKER, '--payloads'));
  groups = JSON.parse(run('python3', MAKER, '--groups'));
  run('python3', MAKER, path.join(folder, 'sources'));
  run('python3', MAKER, '--plain', path.join(folder, 'plain-sources'));
  pages = build('evil', path.join(folder, 'sources'));
  server = await serve(folder, '/sites/', null);
  allowed = new Set();
  await learnAll({plain: build('plain', path.join(folder, 'plain-sources')), own: build('own', ROOT)});
}, () => {
  server.close();
  fs.rmSync(folder, {recursive: true});
});
