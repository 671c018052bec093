// SPDX-License-Identifier: MIT
// Search in Chromium, from the disk and from a web server: whatever stands in a story is found, and nothing else.
'use strict';

const assert = require('assert');
const childProcess = require('child_process');
const fs = require('fs');
const os = require('os');
const path = require('path');
const {pathToFileURL} = require('url');
const {runInChromium} = require('./chromium.js');
const {dice} = require('./dice.js');
const {serve} = require('./serve.js');
const {test} = require('./tap.js');

const ROOT = path.resolve(__dirname, '..', '..');
const XIANBAO = process.env.XIANBAO || path.join(ROOT, 'build', 'xianbao');
const SUBSTRINGS = 100;
const HIT = '#hits li h3 a';

let browser, folder, server, stories;

// A site of some 800 stories, one page each, and some that are hard on a search.
function build() {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'xianbao-'));
  const content = path.join(folder, 'content');
  fs.mkdirSync(content);
  const known = JSON.parse(fs.readFileSync(path.join(ROOT, 'tests', 'tagging', 'stories.json'), 'utf8'));
  for (const {id, publication, text} of known) {
    fs.writeFileSync(path.join(content, `${id}.txt`),
      (publication ? `---\npublication: ${publication}\n---\n` : '') + `${text}\n`);
  }
  fs.writeFileSync(path.join(content, 'zz-forms.txt'),
    '寬窄字形對照\n\n本报讯（记者 劉 靜）ＧＤＰ增长８％，孙子说“ＡＩ＜ｂ＞真好＜／ｂ＞”。漢語和農業的書，constructor 与 __proto__ 都是词。甲乙甲乙甲乙。\n');
  const done = childProcess.spawnSync(XIANBAO, ['build', '-C', folder]);
  assert.ok(done.status === 0 || done.status === 1, String(done.stderr));
  stories = fs.readFileSync(path.join(folder, 'public', 'data', 'stories.ndjson'), 'utf8').trim().split('\n')
    .map((line) => JSON.parse(line));
}

const address = (base, query) => `${base}search.html?${new URLSearchParams(query)}`;
const onDisk = (query) => address(`${pathToFileURL(path.join(folder, 'public')).href}/`, query);
const onWeb = (query) => address(server.url, query);

async function withPage(options, visit) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.setDefaultTimeout(20000);
  const wrong = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) wrong.push(message.text());
  });
  page.on('pageerror', (error) => wrong.push(String(error)));
  page.on('dialog', (dialog) => wrong.push(`dialog: ${dialog.message()}`));
  try {
    await visit(page, context);
  } finally {
    await context.close();
  }
  assert.deepStrictEqual(wrong, []);
}

// What is said once an answer to QUERY stands there.
async function answer(page, query) {
  await page.waitForFunction((text) => {
    const said = document.getElementById('found').textContent;
    return !document.getElementById('search').hidden && said.includes(text) && !said.includes('正在查');
  }, query.trim());
  return page.textContent('#found');
}

async function ask(page, query) {
  await page.evaluate((text) => {
    document.getElementById('q').value = text;
    document.getElementById('find').requestSubmit();
  }, query);
  return answer(page, query);
}

// The ids of all hits, and how many of them have no mark.
async function hits(page) {
  for (;;) {
    const shown = await page.$$eval(HIT, (links) => links.length);
    if (await page.$eval('#more', (more) => more.hidden)) break;
    await page.click('#more');
    await page.waitForFunction((before) => document.querySelectorAll('#hits li').length > before ||
      document.getElementById('more').hidden, shown); // none of those that were left held the words
  }
  return page.evaluate(() => ({
    ids: [...document.querySelectorAll('#hits li h3 a')].map((link) => link.getAttribute('href').slice(8, -5)),
    unmarked: [...document.querySelectorAll('#hits li')].filter((item) => !item.querySelector('mark')).length,
  }));
}

const textsOf = (story) => story.blocks.filter((block) => block.role !== 'furniture').map((block) => block.text);

// Substrings of two to nine characters, without blanks at their ends, which a query does not have.
function substrings(count) {
  const roll = dice(20), out = [];
  while (out.length < count) {
    const story = stories[roll(stories.length)], texts = story.kind === 'residue' ? [] : textsOf(story);
    const letters = texts.length ? [...texts[roll(texts.length)]] : [];
    const length = 2 + roll(8), at = letters.length > length ? roll(letters.length - length) : 0;
    const query = letters.slice(at, at + length).join('');
    const letter = /[\p{L}\p{N}].*[\p{L}\p{N}]/u; // two of them, for one alone is in most stories
    if (letters.length > length && !/^\s|\s$|\n/.test(query) && letter.test(query)) out.push({query, id: story.id});
  }
  return out;
}

test(`${SUBSTRINGS} substrings of stories are found on the disk, and nothing else`, () => withPage({}, async (page) => {
  await page.goto(onDisk({}));
  const byId = new Map(stories.map((story) => [story.id, textsOf(story).join('\n')]));
  for (const {query, id} of substrings(SUBSTRINGS)) {
    const said = await ask(page, query);
    const {ids, unmarked} = await hits(page);
    assert.ok(ids.includes(id), `${JSON.stringify(query)} of ${id}: ${said}`);
    assert.strictEqual(unmarked, 0, `${JSON.stringify(query)}: hits without a mark`);
    const words = query.split(/\s+/);
    const holding = [...byId].filter(([, text]) => words.every((word) => text.includes(word))).map(([story]) => story);
    assert.ok(holding.every((story) => ids.includes(story)), `${JSON.stringify(query)}: one is missing`);
    if (/^[\u4e00-\u9fff]+$/.test(query)) {
      // 通 讯, which is set wide, holds 通讯.
      const set = [...byId].filter(([, text]) => text.replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
        .includes(query)).map(([story]) => story);
      assert.deepStrictEqual(ids.sort(), set.sort(), query);
    }
  }
}));

for (const [where, at] of [['the disk', onDisk], ['a web server', onWeb]]) {
  test(`a link leads to its hits on ${where}`, () => withPage({viewport: {width: 360, height: 740}}, async (page) => {
    await page.goto(at({q: '养老'}));
    const said = await answer(page, '养老');
    const all = Number(/(\d+) 篇/.exec(said)[1]);
    const county = page.locator('[data-facet=county] input').first();
    const value = await county.getAttribute('value');
    const counted = Number(await page.locator('[data-facet=county] .count').first().textContent());
    await county.check();
    await page.waitForFunction((n) => document.getElementById('found').textContent.includes(`${n} 篇`), counted);
    assert.ok(counted < all);
    assert.strictEqual(new URL(page.url()).searchParams.get('county'), value);
    const address = page.url();
    await page.goto('about:blank');
    await page.goto(address);
    assert.match(await answer(page, '养老'), new RegExp(`${counted} 篇`));
    const [wide, narrow] = await page.evaluate(() =>
      [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    assert.ok(wide <= narrow, `scrolls sideways: ${wide} > ${narrow}`);
  }));
}

test('forms of characters are alike, one letter and several words are found', () => withPage({}, async (page) => {
  await page.goto(onDisk({}));
  for (const query of ['gdp增长8%', 'ＧＤＰ', '汉语和农业的书', '漢語', '宽窄字形', '「ai', '孙子 漢語', '刘静', '記者刘', 'CONSTRUCTOR', '__proto__', '甲', '<b>真好']) {
    assert.match(await ask(page, query), /篇/, query);
    const {ids} = await hits(page);
    assert.ok(ids.some((id) => id.startsWith('zz-forms')), query);
  }
  assert.match(await ask(page, '甲乙丙丁戊'), /没有找到/);
  assert.strictEqual((await hits(page)).ids.length, 0);
  assert.match(await ask(page, '，'), /篇/);
}));

test('hits with the words in the headline come first; others sort by date', () => withPage({}, async (page) => {
  await page.goto(onDisk({q: '养老'}));
  await answer(page, '养老');
  const marked = await page.$$eval('#hits li', (items) => items.map((item) => !!item.querySelector('h3 mark')));
  assert.ok(marked[0] && marked.indexOf(false) > marked.lastIndexOf(true) - 1);
  await page.check('input[name=sort][value=old]');
  await page.waitForFunction(() => new URLSearchParams(location.search).get('sort') === 'old');
  await page.waitForTimeout(300);
  const dates = await page.$$eval('#hits time', (times) => times.map((time) => time.getAttribute('datetime').slice(0, 4)));
  assert.deepStrictEqual(dates, [...dates].sort());
}));

test('the keyboard goes to the box, to the hits and back', () => withPage({}, async (page) => {
  await page.goto(onDisk({q: '养老'}));
  await answer(page, '养老');
  await page.keyboard.press('/');
  assert.strictEqual(await page.evaluate(() => document.activeElement.id), 'q');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  assert.strictEqual(await page.evaluate((hit) => [...document.querySelectorAll(hit)].indexOf(document.activeElement), HIT), 1);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  assert.strictEqual(await page.evaluate(() => document.activeElement.id), 'q');
}));

test('typing searches, and the box of the front page leads there', () => withPage({}, async (page) => {
  await page.goto(`${pathToFileURL(path.join(folder, 'public', 'index.html')).href}`);
  await page.fill('.find input', '养老');
  await page.press('.find input', 'Enter');
  await answer(page, '养老');
  await page.fill('#q', '');
  await page.type('#q', '小学');
  await answer(page, '小学');
  assert.ok((await page.$$(HIT)).length > 0);
}));

test('the way back from a question of the front page leads there again', () => withPage({}, async (page) => {
  await page.goto(`${pathToFileURL(path.join(folder, 'public', 'index.html')).href}`);
  await page.fill('.find input', '养老 服务!');
  await page.press('.find input', 'Enter');
  await answer(page, '养老 服务!');
  await page.goBack();
  await page.waitForFunction(() => location.pathname.endsWith('/index.html'));
}));

test('an address with what there is not asks for what there is', () => withPage({}, async (page) => {
  await page.goto(onDisk({q: '养老', person: 'constructor', county: '__proto__', sort: 'bogus'}));
  await page.waitForFunction(() => document.getElementById('found').textContent.includes('没有找到'));
  const facets = await page.textContent('#filters');
  assert.ok(facets.includes('constructor') && !/native code|object Object/.test(facets), facets);
  assert.ok(await page.isChecked('input[name=sort][value=""]'));
}));

test('a story leads to all of its newspaper', () => withPage({}, async (page) => {
  const story = stories.find((one) => one.publication && stories.filter((other) => other.publication === one.publication).length > 2);
  const all = stories.filter((one) => one.publication === story.publication && one.kind !== 'residue').length;
  await page.goto(pathToFileURL(path.join(folder, 'public', 'stories', `${story.id}.html`)).href);
  await page.click('a[href*="search.html?paper="]');
  await page.waitForFunction((n) => document.getElementById('found').textContent === `${n} 篇`, all);
  assert.strictEqual(new URL(page.url()).searchParams.get('paper'), story.publication);
}));

test('the pages of a county and a topic that a question names stand above the hits', () => withPage({}, async (page) => {
  await page.goto(onDisk({q: '岚县'}));
  await answer(page, '岚县');
  assert.strictEqual(await page.getAttribute('#pages a', 'href'), 'counties/141127.html');
  await ask(page, '养老');
  assert.strictEqual(await page.getAttribute('#pages a', 'href'), 'topics/elderly-care.html');
  await ask(page, '养老院');
  assert.ok(await page.isHidden('#pages'));
}));

test('a county leads to its stories of a topic, which can be widened again', () => withPage({}, async (page) => {
  const county = fs.readdirSync(path.join(folder, 'public', 'counties')).filter((name) => /^\d{5}[1-9]\.html$/.test(name))[0];
  await page.goto(pathToFileURL(path.join(folder, 'public', 'counties', county)).href);
  const link = page.locator('a[href*="search.html?county"]').first();
  const counted = Number(await page.locator('li:has(> a[href*="search.html?county"]) .count').first().textContent());
  await link.click();
  await page.waitForFunction((n) => document.getElementById('found').textContent === `${n} 篇`, counted);
  assert.strictEqual(await page.$$eval(HIT, (links) => links.length), Math.min(counted, 10));
  await page.locator('[data-facet=topic] input:checked').click();
  await page.waitForFunction(() => !new URLSearchParams(location.search).get('topic'));
  await page.locator('[data-facet=county] input:checked').click();
  await page.waitForFunction(() => document.getElementById('search').hidden);
}));

test('marks around a word are not looked for', () => withPage({}, async (page) => {
  await page.goto(onDisk({}));
  const said = await ask(page, '养老'), {ids} = await hits(page);
  assert.match(await ask(page, '“养老”'), /^“养老”：/);
  for (const query of ['“养老”', '《养老》', '养老，', '"养老"']) {
    assert.strictEqual((await ask(page, query)).match(/\d+ 篇/)[0], said.match(/\d+ 篇/)[0], query);
    assert.deepStrictEqual(await hits(page), {ids, unmarked: 0}, query);
  }
  const rate = '8%', held = stories.filter((story) => textsOf(story).some((text) => text.includes(rate))).map((story) => story.id);
  await ask(page, rate);
  const found = await hits(page);
  assert.ok(held.length > 0 && held.every((id) => found.ids.includes(id)), rate);
  assert.strictEqual(found.unmarked, 0, rate);
}));

test('going back takes a choice back, and a choice that leaves nothing is named', () => withPage({}, async (page) => {
  await page.goto(onDisk({q: '养老'}));
  const said = await answer(page, '养老');
  await page.locator('[data-facet=county] input').first().check();
  await page.waitForFunction((before) => document.getElementById('found').textContent !== before, said);
  await page.goBack();
  await page.waitForFunction((before) => document.getElementById('found').textContent === before, said);
  assert.strictEqual(await page.locator('[data-facet=county] input:checked').count(), 0);
  await page.goto(onDisk({q: '养老', county: '999999'}));
  await page.waitForFunction(() => /筛选/.test(document.getElementById('found').textContent));
  await page.goto(onDisk({q: '犄角旮旯', county: '999999'}));
  assert.match(await answer(page, '犄角旮旯'), /没有找到“犄角旮旯”/);
  await page.goto(onDisk({county: '999999'}));
  await page.waitForFunction(() => /筛选/.test(document.getElementById('found').textContent));
}));

test('each question is one step back, however it was typed', () => withPage({}, async (page) => {
  await page.goto(onDisk({}));
  const box = page.locator('input[type=search]');
  for (const query of ['养老', '天镇']) {
    await box.fill(query[0]);
    await page.waitForFunction((q) => new URLSearchParams(location.search).get('q') === q, query[0]);
    await box.fill(query);
    await page.waitForFunction((q) => new URLSearchParams(location.search).get('q') === q, query);
    await box.press('Enter');
  }
  await page.goBack();
  await page.waitForFunction(() => document.querySelector('input[type=search]').value === '养老');
  await page.goBack();
  await page.waitForFunction(() => document.querySelector('input[type=search]').value === '');
}));

test('blanks that set a word wide are marked over', () => withPage({}, async (page) => {
  await page.goto(onDisk({q: '刘静'}));
  await answer(page, '刘静');
  await page.waitForSelector('#hits mark');
  const marks = await page.$$eval('#hits mark', (all) => all.map((mark) => mark.textContent));
  assert.ok(marks.some((mark) => /^劉\s靜$/.test(mark)), marks.join());
}));

test('a file that is gone is named', async () => {
  const page = await browser.newPage();
  fs.renameSync(path.join(folder, 'public', 'search', 'table.js'), path.join(folder, 'public', 'search', 'table.gone'));
  try {
    await page.goto(onDisk({q: '养老'}));
    await page.waitForFunction(() => document.getElementById('found').textContent.includes('search/table.js'));
  } finally {
    await page.close();
    fs.renameSync(path.join(folder, 'public', 'search', 'table.gone'), path.join(folder, 'public', 'search', 'table.js'));
  }
});

test('without a script the page says how else to find things', async () => {
  const context = await browser.newContext({javaScriptEnabled: false});
  const page = await context.newPage();
  await page.goto(onDisk({}));
  const links = await page.$$eval('noscript a', (all) => all.length).catch(() => 0);
  assert.ok(await page.locator('#search').isHidden());
  assert.ok(links === 4 || /县区.*主题.*作者.*年月/s.test(await page.locator('noscript').innerHTML()));
  await context.close();
});

runInChromium(async (started) => {
  browser = started;
  build();
  server = await serve(path.join(folder, 'public'), '/archive/');
}, () => {
  server.close();
  fs.rmSync(folder, {recursive: true, force: true});
});
