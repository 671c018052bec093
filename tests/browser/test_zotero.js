// SPDX-License-Identifier: MIT
// What Zotero saves from a story's page, and what it makes of the citations that readers copy there: by its own
// translators, in its own runtime, as the npm package zotero-translators bundles them.
'use strict';

const assert = require('assert');
const childProcess = require('child_process');
const fs = require('fs');
const Module = require('module');
const os = require('os');
const path = require('path');
const {test, run} = require('./tap.js');

const ROOT = path.resolve(__dirname, '..', '..');
const XIANBAO = process.env.XIANBAO || path.join(ROOT, 'build', 'xianbao');
const EMBEDDED_METADATA = '951c027d-74ac-47d4-a107-9c3069ab7b48';
const BIBTEX = '9cb70025-a888-4a29-a210-93ec52da40d4';
const RIS = '32d59d2d-b65a-4da4-b0a3-bdd3cfb979e7';

// The package offers imports alone; its bundle has the rest of Zotero's translation too.
function zotero() {
  const name = require.resolve('zotero-translators');
  const start = 'return __webpack_require__(__webpack_require__.s = 0);';
  const bundle = fs.readFileSync(name, 'utf8');
  assert.ok(bundle.includes(start));
  const module = new Module(name);
  module.filename = name;
  module.paths = Module._nodeModulePaths(path.dirname(name));
  module._compile(bundle.replace(start, `exports.inside = __webpack_require__; ${start}`), name);
  return module.exports.inside(19);
}

const STORY = `岚县：蚕桑园里话丰收

　　本报讯（记者 陆文远 通讯员 王 刚）六月的普明镇，桑树成行，蚕房里一片沙沙声。“今年春蚕卖了两万多元。”养蚕户一边添桑叶一边说。
`;

let Translate, JSDOM, folder;

function build() {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'xianbao-'));
  const paper = path.join(folder, 'content', '岚县报');
  fs.mkdirSync(path.join(paper, '2021-06-18'), {recursive: true});
  fs.writeFileSync(path.join(paper, 'publication.yaml'),
    'title: 岚县报\nplace: "141127"\npublisher: 岚县报社\nissn: 1000-0011\nrights: 版权属岚县报社\n');
  fs.writeFileSync(path.join(paper, '2021-06-18', 'p02.txt'), STORY);
  fs.writeFileSync(path.join(paper, 'p9.txt'), STORY.replace('六月', '党的二十大召开之年，六月'));
  const done = childProcess.spawnSync(XIANBAO, ['build', '-C', folder, '-o', path.join(folder, 'public')]);
  assert.ok(done.status === 0 || done.status === 1, String(done.stderr));
}

function storyOf(page) {
  const stories = path.join(folder, 'public', 'stories');
  const [name] = fs.readdirSync(stories).filter((name) => name.includes(page));
  return new JSDOM(fs.readFileSync(path.join(stories, name)),
    {url: 'https://example.org/archive/stories/' + name, contentType: 'text/html'}).window.document;
}

async function saved(document) {
  const translate = new Translate.Web();
  translate.setDocument(document);
  translate.setTranslator(EMBEDDED_METADATA);
  const items = await translate.translate({libraryID: false});
  assert.strictEqual(items.length, 1);
  return items[0];
}

async function imported(document, id, translator) {
  const translate = new Translate.Import();
  translate.setString(document.getElementById(id).textContent);
  translate.setTranslator(translator);
  const items = await translate.translate({libraryID: false});
  assert.strictEqual(items.length, 1);
  return items[0];
}

const names = (item) => item.creators.map(({firstName, lastName}) => (firstName || '') + lastName);

function assertFields(item, fields) {
  assert.deepStrictEqual(Object.fromEntries(Object.keys(fields).map((name) => [name, item[name]])), fields);
}

test('a story is saved as a newspaper article', async () => {
  const item = await saved(storyOf('p02'));
  assertFields(item, {
    itemType: 'newspaperArticle',
    title: '岚县：蚕桑园里话丰收',
    publicationTitle: '岚县报',
    publisher: '岚县报社',
    date: '2021-06-18',
    place: '山西省吕梁市岚县',
    pages: '2',
    section: '农业',
    ISSN: '1000-0011',
    language: 'zh-Hans',
    rights: '版权属岚县报社',
  });
  assert.deepStrictEqual(names(item), ['陆文远', '王刚']);
  assert.match(item.abstractNote, /^六月的普明镇/);
});

test('a date that was inferred is saved as one', async () => {
  assertFields(await saved(storyOf('p9')), {itemType: 'newspaperArticle', date: '2022?'});
});

test('a copied RIS record is imported', async () => {
  const item = await imported(storyOf('p02'), 'cite-ris', RIS);
  assertFields(item, {
    itemType: 'newspaperArticle',
    title: '岚县：蚕桑园里话丰收',
    publicationTitle: '岚县报',
    pages: '2',
  });
  assert.deepStrictEqual(names(item), ['陆文远', '王刚']);
  assert.match(item.date, /2021/);
});

test('a copied BibTeX record is imported', async () => {
  const item = await imported(storyOf('p02'), 'cite-bib', BIBTEX);
  assertFields(item, {title: '岚县：蚕桑园里话丰收', publicationTitle: '岚县报', date: '2021-06-18', pages: '2'});
  assert.deepStrictEqual(names(item), ['陆文远', '王刚']);
});

async function main() {
  const log = console.log;
  console.log = (line, ...rest) => (rest.length || /^\(\d\)/.test(line) || line === '' ? undefined : log(line)); // Zotero talks
  Translate = zotero();
  ({JSDOM} = require('jsdom'));
  build();
  try {
    await run();
  } finally {
    fs.rmSync(folder, {recursive: true});
  }
}

main().catch((error) => {
  process.stdout.write(`Bail out! ${error.stack}\n`);
  process.exitCode = 1;
});
