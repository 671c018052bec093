#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""docs/format.md is enough to read what xianbao writes."""
import collections
import csv
import json
import re
import shutil

import tap
from format_reader import Index, addresses, slug, story_hash, xxh3
from harness import ROOT, TemporaryFolder, build, files_of, ink, own_site, split

DOCUMENT = (ROOT / 'docs' / 'format.md').read_text(encoding='utf-8')
WORDS = ['养老', '易地搬迁', '农业', '岚县', '刘静', '读书会', '2023', 'APP', '乡村振兴', '，记者', '的', '老']


class Search(TemporaryFolder):
    @classmethod
    def setUpClass(cls):
        cls.site = own_site()
        cls.index = Index(cls.site.folder)
        cls.stories = [cls.site.stories[text[0]] for text in cls.index.texts]

    def test_all_stories_are_in_it_newest_first(self):
        self.assertEqual({text[0] for text in self.index.texts}, set(self.site.stories))
        self.assertEqual(len(self.index.texts), self.index.count)
        dates = [story['date']['value'] or '' for story in self.stories]
        self.assertEqual(dates, sorted(dates, reverse=True))

    def test_its_texts_are_those_of_the_stories(self):
        for text, story in zip(self.index.texts, self.stories):
            said = ''.join(f"{block['text']}\n" for block in story['blocks'] if block['role'] not in ('headline', 'furniture'))
            self.assertEqual(text, [story['id'], int(story['headline_derived']), story['headline'], said])

    def test_every_pair_of_every_text_and_no_other(self):
        pairs = collections.defaultdict(lambda: ([], [], []))
        for number, (_, derived, headline, text) in enumerate(self.index.texts):
            of_headline = [] if derived else list(self.index.pairs_of(headline))
            for pair, times in collections.Counter([*of_headline, *self.index.pairs_of(text)]).items():
                pairs[pair][0].append(number)
                if pair in of_headline:
                    pairs[pair][1].append(number)
                if times >= 3:
                    pairs[pair][2].append(number)
        self.assertGreater(len(pairs), 5000)
        self.assertEqual(self.index.pairs, pairs)
        self.assertEqual(list(self.index.pairs), sorted(pairs))
        self.assertEqual(list(self.index.pairs)[0], self.index.starts[:2])

    def test_words_are_found(self):
        found = 0
        for word in WORDS:
            folded = self.index.fold(word)
            there = [number for number, (_, derived, headline, text) in enumerate(self.index.texts)
                     if folded in self.index.fold(text) or not derived and folded in self.index.fold(headline)]
            found += len(there)
            self.assertEqual(self.index.find(word), there, word)
        self.assertGreater(found, 20)
        self.assertEqual(self.index.find('養老'), self.index.find('养老'))
        self.assertEqual(self.index.find('没有这样的词'), [])

    def test_facets_are_those_of_the_stories(self):
        for (date, inferred, counties, topics, people, papers), story in zip(self.index.facets, self.stories):
            said = story['date']
            self.assertEqual('-'.join(f'{part:02}' for part in date), said['value'] or '')
            self.assertEqual(bool(inferred), said['basis'] in ('dateline', 'text', 'page'))
            self.assertEqual([county[0] for county in counties], [county['code'] for county in story['counties']])
            self.assertEqual([topic[0] for topic in topics], [topic['id'] for topic in story['topics']])
            self.assertEqual(papers, [story['publication']] if story['publication'] else [])
            self.assertTrue(set(people) <= {byline['name'] for byline in story['bylines']}, story['bylines'])
            self.assertEqual(bool(people), bool(story['bylines']))

    def test_a_bit_more_or_less_is_noticed(self):
        folder = self.folder / 'site'
        shutil.copytree(self.site.folder / 'search', folder / 'search')
        path = folder / 'search' / 'pairs-0.js'
        text = path.read_text(encoding='utf-8')
        at = text.rindex('");') - 200
        path.write_text(text[:at] + ('A' if text[at] != 'A' else 'B') + text[at + 1:], encoding='utf-8')
        try:
            pairs = Index(folder).pairs
        except (AssertionError, IndexError, KeyError):
            return
        self.assertNotEqual(pairs, self.index.pairs)


class Files(TemporaryFolder):
    def old_site(self):
        """A small one with base_url, several encodings, and given and numbered ids."""
        shutil.copytree(ROOT / 'tests' / 'old' / 'content', self.folder / 'content')
        (self.folder / 'content' / 'Big File_2.txt').write_text('县里开会\n\n本报讯 县里昨天开会，讨论修路的事情。\n' * 3, encoding='utf-8')
        build(self.folder, self.folder / 'public')
        return files_of(self.folder / 'public')

    def records(self, files):
        return [json.loads(line) for line in files['data/stories.ndjson'].decode().splitlines()]

    def test_every_file_of_a_site_is_named_and_all_that_are_named_are_there(self):
        known = addresses(DOCUMENT)
        self.assertGreater(len(known), 25)
        (self.folder / 'content').mkdir()
        (self.folder / 'content' / 'site.yaml').write_text('per_page: 10\nbase_url: https://example.org/\n', encoding='utf-8')
        for n in range(12):
            (self.folder / 'content' / f'2021-05-0{n % 9 + 1}-p{n}.txt').write_text(
                f'小麦播种\n\n本报讯（记者 王刚） 岚县农业局说，第{n}个村的小麦播种完了，农民说今年小麦会丰收。\n', encoding='utf-8')
        build(self.folder, self.folder / 'public')
        files = {*own_site().files, *files_of(self.folder / 'public')}
        used = set()
        for path in files:
            matching = {cell for cell, form in known.items() if form.fullmatch(path)}
            self.assertTrue(matching, path)
            used |= matching
        self.assertEqual(set(known) - used, {'people/LETTER.html'} - used)
        self.assertFalse([form for form in known.values() if form.fullmatch('stories/a.txt') or form.fullmatch('x/y.html')])

    def test_the_list_of_files(self):
        files = self.old_site()
        lines = files.pop('data/files.txt').decode().splitlines()
        self.assertEqual(lines, [f'{xxh3(data):016x} {len(data)} {path}' for path, data in sorted(files.items())])

    def test_ids_and_slugs_are_made_as_it_says(self):
        records = self.records(self.old_site())
        hashed = [record for record in records if record['id'] != 'heritage-drum']
        self.assertGreater(len(hashed), 10)
        numbered = 0
        for record in hashed:
            below = record['source'].removeprefix('content/')
            stem = record['id'].rsplit(story_hash(record), 1)
            self.assertEqual(len(stem), 2, record)
            self.assertRegex(stem[1], r'^(-[2-9])?$')
            numbered += bool(stem[1])
            if below.isascii():
                self.assertEqual(stem[0], slug(below) + '-')
            self.assertEqual(record['url'], f"stories/{record['id']}.html")
        self.assertGreater(numbered, 0)
        self.assertIn('heritage-drum', [record['id'] for record in records])
        people = {path: xxh3(name.encode()) & 0xffffff for path, name in
                  (('people/lu-wen-yuan-4922e4.html', '陆文远'), ('people/ge-yu-c1905a.html', '盖雨'))}
        for path, digits in people.items():
            self.assertTrue((self.folder / 'public' / path).exists())
            self.assertTrue(path.endswith(f'-{digits:06x}.html'))

    def test_the_keys_of_a_record(self):
        rows = re.search(r'^\| key \| value.*?\n\n', DOCUMENT, re.M | re.S)[0].strip().splitlines()[2:]
        named = [key for row in rows for key in re.findall('`([^`]+)`', row.split('|')[1])]
        for record in self.records(own_site().files):
            self.assertEqual(sorted(record), sorted(named))
        left_out = re.search(r'prints the same objects.*?without (.*?), in the order', DOCUMENT, re.S)[1]
        for record in split(ROOT / 'content' / '000_c97ef8783b84474a.txt'):
            self.assertEqual(sorted(record), sorted(set(named) - set(re.findall('`([^`]+)`', left_out))))

    def test_words_that_values_may_be(self):
        """All of them stand there."""
        for record in [*self.records(own_site().files), *self.records(self.old_site())]:
            words = [record['kind'], record['date']['precision'], record['date']['basis']]
            words += [byline['role'] for byline in record['bylines']] + [block['role'] for block in record['blocks']]
            words += [evidence['kind'] for county in record['counties'] for evidence in county['evidence']]
            for word in words:
                self.assertIn(f'`{word}`', DOCUMENT)

    def test_spans_lead_to_the_words(self):
        """Of files in UTF-8 and in GB18030, with front matter."""
        looked = 0
        for record in self.records(self.old_site()):
            data = (self.folder / record['source']).read_bytes()
            text = data.decode('gb18030' if '/gb/' in record['source'] else 'utf-8').encode()
            for block in record['blocks']:
                printed = b''.join(text[start:end] for start, end in block['spans']).decode()
                self.assertEqual(ink(printed), ink(block['text']))
                looked += 1
        self.assertGreater(looked, 20)

    def test_the_table_is_that_of_the_records(self):
        for files in own_site().files, self.old_site():
            table = files['data/stories.csv'].decode('utf-8')
            self.assertEqual(table[0], '\ufeff')
            self.assertNotRegex(re.sub('"[^"]*"', '', table), '(?<!\r)\n')
            rows = list(csv.DictReader(table[1:].splitlines(keepends=True), strict=True))
            records = self.records(files)
            self.assertEqual(len(rows), len(records))
            for row, record in zip(rows, records):
                for key in 'id', 'url', 'kind', 'source':
                    self.assertEqual(row[key], record[key])
                for key in 'kicker', 'subtitle', 'publication', 'page', 'continues', 'first_printing', 'rights':
                    self.assertEqual(row[key], record[key] or '')
                body = '\n'.join(block['text'] for block in record['blocks']
                                 if block['role'] not in ('kicker', 'headline', 'subtitle'))
                self.assertEqual(row['text'].removeprefix("'"), body)
                self.assertEqual(row['bylines'].split(';') if row['bylines'] else [], [one['name'] for one in record['bylines']])
                self.assertEqual(row['county_codes'], ';'.join(county['code'] for county in record['counties']))
                self.assertEqual(row['date'], record['date']['value'] or '')
                self.assertEqual(row['date_basis'], record['date']['basis'])
                self.assertEqual(row['truncated_end'], str(record['truncated']['end']).lower())

    def test_what_stands_in_the_head_of_a_story(self):
        site = own_site()
        for story in site.stories.values():
            markup = site.files[story['url']].decode()
            article = json.loads(re.search('<script type="application/ld[+]json">(.*?)</script>', markup)[1])
            self.assertEqual(article['@type'], 'NewsArticle')
            self.assertEqual(article['identifier'], story['id'])
            self.assertEqual([place['identifier']['value'] for place in article.get('contentLocation', [])],
                             [place['code'] for place in story['counties'] + story['regions']])
            if story['date']['value']:
                inferred = story['date']['basis'] in ('dateline', 'text', 'page')
                self.assertEqual(article['temporal' if inferred else 'datePublished'],
                                 story['date']['value'] + '?' * inferred)
            self.assertIn(f'<meta name="DC.identifier" content="{story["id"]}">', markup)

    def test_what_is_kept_begins_as_it_says(self):
        self.old_site()
        kept = files_of(self.folder / '.xianbao')
        self.assertTrue({'outputs', 'pairs'} <= set(kept))
        for data in kept.values():
            self.assertEqual(data[:15], b'xianbao kept 1\n')
            self.assertEqual(int.from_bytes(data[23:31], 'little'), xxh3(data[31:]))
        pages = {path.relative_to(self.folder).as_posix() for path in (self.folder / 'content').rglob('*.txt')}
        self.assertEqual({name for name in kept if name.startswith('pages/')},
                         {f'pages/{xxh3(page.encode()):016x}' for page in pages})


if __name__ == '__main__':
    tap.main()
