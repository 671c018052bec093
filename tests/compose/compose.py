#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Lays stories out as pages of raw newspaper text, with gold readings.

  compose.py --seed N --level easy|medium|hard|scrambled|columns --pages K --out DIR [--stories FILE] [--as-written]

writes DIR/pages/*.txt and DIR/gold/*.json. Every physical line carries the story, block and place it
came from, so the gold's line ranges are read off the finished page and never guessed; at the end each
page is read back through its gold and compared with the clean text. Bylines are varied over the forms
that papers use, with made-up names, unless --as-written. Without --stories all of stories/*.json are laid:
seeds.json holds the stories of the pages in content/, the others were written for this, each of another region.
The level columns is like hard, on pages set in columns whose ends alone leave gaps, inside texts or not, with most
headlines in a heap at the page's end or top and the bylines in another.
"""
import argparse, datetime, glob, json, os, random, re
from collections import Counter
HERE = os.path.dirname(os.path.abspath(__file__))

HAN = r'[\u3400-\u9fff]'
WIDE = r'[\u2010-\u2027\u3000-\u303f\u3400-\u9fff\uff00-\uffef\u2014\u2018-\u201d\u2026㎡]'
SENT_END = '。！？!?'
NOT_FIRST = set('，。、；：？！”’）》…,;:?!)%℃·')
NOT_LAST = set('“‘（《(')
HALF = str.maketrans({'，': ',', '；': ';', '：': ':', '？': '?', '！': '!', '（': '(', '）': ')'})
WEEK = '一二三四五六日'


def squeeze(s):
    """Takes out the layout's spaces."""
    s = s.strip()
    s = re.sub(rf'(?<={WIDE})[ \u3000]+', '', s)
    return re.sub(rf'[ \u3000]+(?={WIDE})', '', s)


def nospace(s):
    return re.sub(r'[\s\u3000]+', '', s)


class L:
    """A physical line and where it belongs: story index (None for residue), block, place in the block."""
    __slots__ = ('text', 'st', 'bl', 'seq', 'glue', 'frag', 'para_end')

    def __init__(self, text, st=None, bl=None, seq=0, glue=False):
        self.text, self.st, self.bl, self.seq, self.glue = text, st, bl, seq, glue
        self.frag = 0
        self.para_end = False


class Block:
    def __init__(self, role, text):
        self.role, self.text = role, text
        self.optional = False


# ---------------------------------------------------------------- bylines

def byline(s, rng, half):
    """-> dict: prefix (start of the first paragraph), head (lines), inline (end of the last paragraph),
    own (lines after the body), and for each of them the people it names."""
    st, ppl = s['style'], s['people']
    show = []
    wide = rng.random() < .15
    for p in ppl:
        d = p['display']
        if ' ' in d and wide:
            d = d.replace(' ', '\u3000')
        show.append(d)
    box = rng.choices(['□ ', '□', '■ ', '◎ '], [75, 12, 9, 4])[0]
    space = rng.random() < .75
    sp = ' ' if space else ''
    rep = [d for d, p in zip(show, ppl) if p['role'] == 'reporter']
    cor = [d for d, p in zip(show, ppl) if p['role'] == 'correspondent']
    txt = [d for d, p in zip(show, ppl) if p['role'] == 'text']
    pho = [d for d, p in zip(show, ppl) if p['role'] == 'photographer']
    many = ' '.join(show)
    o = {'prefix': '', 'head': [], 'inline': '', 'own': [], 'who': {'prefix': [], 'head': [], 'inline': [], 'own': []}}
    W = o['who']

    def at(where, value, people=ppl):
        o[where] = value
        W[where] = list(people)
    gap = rng.choice(['', '', ' '])          # 本报讯（记者…）or 本报讯 （记者…）
    after = '' if rng.random() < .8 else ' '
    if st == 'none':
        pass
    elif st == 'box_rep':
        at('head', [f'{box}本报记者 {many}'])
    elif st == 'box_special':
        at('head', [f'{box}特约通讯员 {many}'])
    elif st in ('box', 'box_one'):
        at('head', [f'{box}{many}'])
    elif st == 'box_rep_cor_2':
        at('head', [f'{box}本报记者 {" ".join(rep)}', f'通讯员 {" ".join(cor)}'])
    elif st == 'rep_cor':
        at('head', [f'本报记者 {" ".join(rep)} 通讯员 {" ".join(cor)}'])
    elif st == 'rep_cor_plain':
        at('head', [f'记者 {" ".join(rep)} 通讯员 {" ".join(cor)}'])
    elif st == 'rm_rep':
        at('head', [f'{rng.choice(["", "□ "])}融媒体记者 {many}'])
    elif st == 'wentu':
        at('head', [f'文/图 {many}'] if rng.random() < .6 else [f'□ 文/图 {many}'])
    elif st == 'wt_head':
        at('head', [f'{rng.choice(["□ ", ""])}文/{" ".join(txt)} 图/{" ".join(pho)}'])
    elif st == 'wt_end':
        v = f'（文/{" ".join(txt)} 图/{" ".join(pho)}）'
        at('inline', ' ' + v) if rng.random() < .6 else at('own', [v])
    elif st == 'dl_rep_cor':
        a = f'记者{sp}{" ".join(rep)}' + (f' 通讯员{sp}{" ".join(cor)}' if cor else '')
        at('prefix', f'本报讯{gap}（{a}）{after}')
    elif st == 'dl_cor':
        at('prefix', f'本报讯{gap}（通讯员{sp}{" ".join(cor)}）{after}')
    elif st == 'xbx_all':
        at('prefix', f'{s["paper"]}讯（全媒体记者{sp}{" ".join(rep)}）{after}')
    elif st == 'xinhua':
        sep = rng.choice(['、', ' ', '、'])
        at('prefix', f'新华社{s["city"]}{s["date"]}电（记者{sp}{sep.join(rep)}）{after}')
    elif st in ('dl_end', 'dl_end_inline', 'dl_org'):
        o['prefix'] = '本报讯 '
        v = f'（{many}）'
        at('inline', v) if st == 'dl_end_inline' else at('own', [v])
    elif st == 'end_rep':
        v = f'（{rng.choice(["记者", "本报记者"])} {many}）'
        at('inline', v) if rng.random() < .5 else at('own', [v])
    elif st == 'org_end':
        at('own', [f'（{many}）'])
    elif st == 'org_end_src':
        at('own', [f'来源：{many}'])
    elif st == 'notice_sign':
        at('own', [many, '2023年10月26日'])
    elif st == 'photo_rep':
        v = rng.choice(['记者', '本报记者', '记者', '本报记者']) + ' ' + many + rng.choice([' 摄', '摄', ' 摄'])
        at('inline', ' ' + v) if rng.random() < .35 else at('own', [v])
    elif st == 'photo_she':
        v = f'{many} 摄'
        at('inline', ' ' + v) if rng.random() < .35 else at('own', [v])
    elif st == 'photo_baodao':
        v = f'{many} 摄影报道'
        at('inline', ' ' + v) if rng.random() < .35 else at('own', [v])
    elif st == 'photo_org':
        at('own', [f'{many} 供图'])
    else:
        raise ValueError(st)
    if half:
        o['prefix'] = o['prefix'].translate(HALF)
        o['inline'] = o['inline'].translate(HALF)
        o['own'] = [x.translate(HALF) for x in o['own']]
    return o


# ---------------------------------------------------------------- lines

def width(s):
    return sum(.5 if ord(c) < 0x2000 else 1 for c in s)


def tokens(s):
    return re.findall(r'[0-9A-Za-z][0-9A-Za-z.\-–]*%?|——|……|.', s)


def wrap(text, w, first):
    """Break as a typesetter does; the first line is `first` shorter (the indent)."""
    out, cur, room = [], '', w - first
    for t in tokens(text):
        if t == ' ' and (not cur or width(cur) >= room - .5):
            if cur:
                out.append(cur)
                cur, room = '', w
            continue
        tw = width(t)
        if not cur or width(cur) + tw <= room:
            cur += t
            continue
        over = width(cur) + tw - room
        if t[0] in NOT_FIRST and over <= 1.0:            # let the mark hang
            cur += t
            continue
        if t[0] in NOT_FIRST and len(cur) > 3:           # or take the last character along
            last = tokens(cur)[-1]
            out.append(cur[:-len(last)].rstrip())
            cur, room = last + t, w
            continue
        carry = ''
        while cur and cur[-1] in NOT_LAST:
            carry = cur[-1] + carry
            cur = cur[:-1]
        out.append(cur.rstrip())
        cur, room = carry + ('' if t == ' ' else t), w
    if cur.strip():
        out.append(cur.rstrip())
    return [x for x in out if x]


def space_digits(s, after):
    s = re.sub(rf'(?<={HAN})(?=[0-9])', ' ', s)
    if after:
        s = re.sub(rf'(?<=[0-9%])(?={HAN})', ' ', s)
    return s


def justify(s, rng):
    """A line set wide: a space between all characters."""
    toks = [t for t in tokens(s) if t.strip()]
    tight = rng.random() < .8
    out = toks[0]
    for a, b in zip(toks, toks[1:]):
        if tight and (a in '，、。；：' or a in '《（'):
            out += b
        else:
            out += ' ' + b
    return out


def bigrams(stories):
    c = Counter()
    for s in stories:
        for b in s['body']:
            t = b['text']
            for x in set(zip(t, t[1:])):
                c[x[0] + x[1]] += 1
    return c


BIG = Counter()


def cut_quality(text, k):
    """How well a reader can tell that text[:k] goes on with text[k:]; 0: no place to cut."""
    if k < 6 or k > len(text) - 4:
        return 0
    l, r = text[k - 1], text[k]
    if r in NOT_FIRST or l in NOT_LAST or r == ' ' or l == ' ':
        return 0
    if l.isascii() and r.isascii():
        return 0
    before, after = text[:k], text[k:]
    d = min((len(before) - 1 - before.rfind(c) for c in SENT_END if c in before), default=k)
    e = min((after.find(c) for c in SENT_END + '…' if c in after), default=99)
    if d < 5 or e < 3:
        return 0
    if not re.match(HAN, l) and l not in '，、：,:' and not l.isdigit():
        return 0
    q = 1.0
    if l in '，、,':
        q = .25
    elif BIG[l + r] >= 4 and re.match(HAN, l) and re.match(HAN, r):
        q = 4.0
    if before.count('“') > before.count('”'):
        q *= 1.6
    return q


# ---------------------------------------------------------------- a story on the page

class Laid:
    """One story as laid: header lines, fragments of body lines, gold."""


def lay(idx, s, o, rng):
    """o: page options. Returns Laid with .head (list of L groups), .frags (list of lists of L)."""
    r = Laid()
    r.s, r.idx, r.blocks = s, idx, []
    half = o['half']
    bl = byline(s, rng, half)
    r.who = []
    r.trunc = [False, False]
    r.notice_end = r.notice_start = None

    def block(role, text):
        b = Block(role, text)
        r.blocks.append(b)
        return b
    # --- header
    r.head, r.by = [], []
    r.kicker = r.headline = r.subtitle = None
    r.prefix = ''
    show_head = bool(s['headline']) and not o.get('no_head')
    pre = []
    if show_head:
        dbl = o.get('double')

        def hlines(text, parts):
            return [double(x) if dbl else x for x in (parts or [text])]
        if s['kicker'] and not o.get('no_kicker'):
            r.kicker = s['kicker']
            pre.append(('kicker', hlines(s['kicker'], None)))
        r.headline = s['headline']
        parts = None
        if o.get('digest') and s.get('place') and '：' not in s['headline'] and s['counties'][0]['name'][:2] not in s['headline']:
            r.prefix = s['place'] + o['digest']
        if o.get('split_head'):
            parts = s.get('headline_lines') or (s['headline'].split(' ') if ' ' in s['headline'] else None)
            if not parts and '，' in s['headline']:
                a, b = s['headline'].split('，', 1)
                if min(len(a), len(b)) >= 5:
                    parts = [a + '，', b]
        hl = hlines(s['headline'], parts)
        if r.prefix:
            hl[0] = r.prefix + hl[0]
        pre.append(('headline', hl))
        if s['subtitle'] and not o.get('no_sub'):
            r.subtitle = s['subtitle']
            sub = s['subtitle'] if rng.random() < .85 else s['subtitle'].replace('——', '—', 1)
            r.subtitle = sub
            pre.append(('subtitle', hlines(sub, None)))
    for role, ls in pre:
        b = block(role, ' '.join(ls))
        group = [L(t, idx, b, i, glue=i + 1 < len(ls)) for i, t in enumerate(ls)]
        r.head += group
    if bl['head'] and not o.get('no_by') and (show_head or o.get('by_alone')):
        b = block('byline', ' '.join(bl['head']))
        r.by = [L(t, idx, b, i, glue=i + 1 < len(bl['head'])) for i, t in enumerate(bl['head'])]
        r.who += bl['who']['head']
    # --- body text
    body = [[b['role'], b['text']] for b in s['body']]
    if bl['prefix']:
        body[0][1] = bl['prefix'] + body[0][1]
    if bl['inline']:
        body[-1][1] += bl['inline']
    if half:
        body = [[a, t.translate(HALF)] for a, t in body]
    who_start, who_end = bl['who']['prefix'], bl['who']['inline'] + bl['who']['own']
    own = list(bl['own'])
    # cut the story short at its end / begin it in the middle
    total = sum(len(t) for _, t in body)
    if o.get('shangjie'):
        pos = choose_cut(body, o['shangjie'] * total, total, rng, tol=.12)
        if pos:
            p, k = pos
            body = [[body[p][0], body[p][1][k:]]] + body[p + 1:]
            r.trunc[0] = True
            r.who_lost = who_start
            who_start = []
            v = o['shangjie_text'].translate(HALF) if half else o['shangjie_text']
            if o.get('shangjie_own'):
                r.notice_start = v
            else:
                body[0][1] = v + body[0][1]
    if o.get('trunc') and not o['wrapped']:
        pos = choose_cut(body, o['trunc'] * total, total, rng, tol=.15)
        if pos:
            p, k = pos
            body = body[:p] + [[body[p][0], body[p][1][:k]]]
            r.trunc[1] = True
            own, who_end = [], []
    r.who += who_start
    # --- lines
    wrapped = o['wrapped']
    if wrapped:
        w = o['width']
        if s['kind'] == 'photo':
            w = o['cap_width']
    paras = []
    for role, t in body:
        b = Block(role, squeeze(t))
        if wrapped:
            ind = 0 if role == 'subhead' else 2
            ls = wrap(t, w, ind if o['indent_short'] else 0)
        else:
            ls = [t.strip()]
        paras.append((b, ls))
    if o.get('trunc') and wrapped:
        # the column ends at a full line, in the middle of a sentence
        cand, acc = [], 0
        for pi, (b, ls) in enumerate(paras):
            done = 0
            for li, x in enumerate(ls):
                acc += len(x)
                done += len(x)
                if b.role == 'paragraph' and li + 1 < len(ls) and abs(acc - o['trunc'] * total) < .15 * total:
                    left, right = ''.join(ls[:li + 1]), ''.join(ls)
                    ql = cut_quality(right, len(left))
                    if ql and not x[-1].isdigit():
                        cand.append((pi, li, ql))
        if cand:
            pi, li, _ = rng.choices(cand, [x[2] for x in cand])[0]
            b, ls = paras[pi]
            ls, whole = ls[:li + 1], ''.join(ls)
            if o.get('trunc_notice') and not o.get('trunc_own'):
                # room for the notice in the last line
                n = sum(len(x) for x in ls)
                for d in (6, 5, 7, 4, 8):
                    if len(ls[-1]) > d + 2 and cut_quality(whole, n - d):
                        ls = ls[:-1] + [ls[-1][:-d]]
                        break
            b.text = squeeze(''.join(ls))
            paras = paras[:pi] + [(b, ls)]
            r.trunc[1] = True
            own, who_end = [], []
    if r.trunc[1] and o.get('trunc_notice'):
        v = o['trunc_notice'].translate(HALF) if half else o['trunc_notice']
        if o.get('trunc_own'):
            r.notice_end = v
        else:
            b, ls = paras[-1]
            ls[-1] += v
            b.text += v
    if r.notice_start:
        b = block('notice', r.notice_start)
        first_notice = L(r.notice_start, idx, b, 0)
    rows = []
    for pi, (b, ls) in enumerate(paras):
        r.blocks.append(b)
        for i, t in enumerate(ls):
            rows.append(L(t, idx, b, i))
            rows[-1].para_end = i + 1 == len(ls)
    if r.notice_end:
        b = block('notice', r.notice_end)
        rows.append(L(r.notice_end, idx, b, 0))
        rows[-1].para_end = True
    if r.notice_start:
        rows.insert(0, first_notice)
        first_notice.para_end = True
    r.paras = paras
    # paragraph breaks that the page does not show
    if wrapped and not o['indent_kept'] and not o['para_blank']:
        for (b0, l0), (b1, l1) in zip(paras, paras[1:]):
            full = width(l0[-1]) > w - (2 if len(l0) > 1 else 4)
            if full and not (len(l1) > 1 and width(l1[0]) <= w - 1.8 and o['indent_short']):
                b1.optional = True
            elif full:
                b1.optional = True
        for b, ls in paras:
            for i in range(len(ls) - 1):
                if ls[i].rstrip('”’』」）)')[-1:] in tuple(SENT_END) and width(ls[i + 1]) <= w - 1.5:
                    for x in rows:
                        if x.bl is b and x.seq == i + 1:
                            x.glue = x.glue          # marked below through opt_lines
                            r.__dict__.setdefault('opt_lines', []).append(x)
    r.paras = paras
    if own:
        b = block('credit', ' '.join(own))
        last = rows[-1]
        for i, t in enumerate(own):
            rows.append(L(t, idx, b, i, glue=i + 1 < len(own)))
            rows[-1].para_end = True
        if o['credit_glue'] and s['kind'] == 'photo':
            last.glue = True
        r.who += who_end
    else:
        r.who += who_end
    r.rows = rows
    return r


def double(s):
    if s.startswith('——'):
        return '————' + s[2:] * 2
    if s.startswith('—'):
        return '——' + s[1:] * 2
    return ' '.join(p + p for p in s.split(' '))


def candidates(body):
    pos = 0
    for p, (role, t) in enumerate(body):
        if role == 'paragraph':
            for k in range(6, len(t) - 3):
                q = cut_quality(t, k)
                if q:
                    yield pos + k, p, k, q
        pos += len(t)


def choose_cut(body, target, total, rng, tol=.12):
    c = [x for x in candidates(body) if abs(x[0] - target) <= tol * total]
    if not c:
        return None
    x = rng.choices(c, [y[3] for y in c])[0]
    return x[1], x[2]


def fragment(r, n, o, rng, min_chars=60):
    """Cut the laid story's rows into n fragments in the middle of sentences; fills r.frags."""
    rows = r.rows
    total = sum(len(x.text) for x in rows)
    r.frags = [rows]
    if n < 2 or total < n * min_chars * 1.3:
        n = min(n, int(total / (min_chars * 1.3)))
        if n < 2:
            return
    cuts = []
    if o['wrapped']:
        pos = 0
        cand = []
        by_block = {}
        for i, x in enumerate(rows):
            by_block.setdefault(id(x.bl), []).append(i)
        acc = 0
        for i, x in enumerate(rows):
            acc += len(x.text)
            nxt = rows[i + 1] if i + 1 < len(rows) else None
            if nxt is not None and nxt.bl is x.bl and x.bl.role == 'paragraph':
                left = ''.join(rows[j].text for j in by_block[id(x.bl)] if j <= i)
                whole = ''.join(rows[j].text for j in by_block[id(x.bl)])
                q = cut_quality(whole, len(left))
                if q and not x.text[-1].isdigit() and not nxt.text[0].isdigit():
                    cand.append((acc, i, None, q))
    else:
        cand = []
        acc = 0
        for i, x in enumerate(rows):
            if x.bl.role == 'paragraph':
                for k in range(6, len(x.text) - 3):
                    q = cut_quality(x.text, k)
                    if q:
                        cand.append((acc + k, i, k, q))
            acc += len(x.text)
    for j in range(1, n):
        target = total * j / n
        lo = (cuts[-1][0] if cuts else 0) + min_chars
        hi = total - min_chars * (n - j)
        c = [x for x in cand if lo <= x[0] <= hi and abs(x[0] - target) < total / n * .45]
        if c:
            cuts.append(rng.choices(c, [x[3] for x in c])[0])
    if not cuts:
        return
    if o['wrapped']:
        edge = [0] + [c[1] + 1 for c in cuts] + [len(rows)]
        r.frags = [rows[a:b] for a, b in zip(edge, edge[1:])]
    else:
        frags, cur, done = [], [], 0
        at = {}
        for c in cuts:
            at.setdefault(c[1], []).append(c[2])
        for i, x in enumerate(rows):
            if i not in at:
                cur.append(x)
                continue
            ks = [0] + sorted(at[i]) + [len(x.text)]
            for a, (k0, k1) in enumerate(zip(ks, ks[1:])):
                y = L(x.text[k0:k1], x.st, x.bl, x.seq + a / 100, x.glue and k1 == len(x.text))
                y.para_end = x.para_end and k1 == len(x.text)
                cur.append(y)
                if k1 != len(x.text):
                    frags.append(cur)
                    cur = []
        frags.append(cur)
        r.frags = frags
        r.rows = [x for f in frags for x in f]


# ---------------------------------------------------------------- page furniture

PAPERS = ['晨光日报', '新风周报', '四方晚报', '乡音报', '朝霞导报', '田园新报']
SECTIONS = ['综合新闻', '县域新闻', '要 闻', '民生', '乡村版', '社会新闻', '视点']
EDITORS = ['林 晓', '吴 迪', '宋佳音', '耿 浩', '梅雪晴', '薄 云', '尉迟静', '乔 木', '解 晨', '甄 真', '杭 宇', '缪 青']


def furniture(rng):
    d = datetime.date(2023, 10, 23) + datetime.timedelta(days=rng.randrange(9))
    date = f'{d.year}年{d.month}月{d.day}日'
    week = f'星期{WEEK[d.weekday()]}'
    no = rng.randrange(1, 9)
    paper = rng.choice(PAPERS)
    sec = rng.choice(SECTIONS)
    e = rng.sample(EDITORS, 4)
    top = rng.choice([
        [paper, f'{date} {week}', f'{no}版 {sec}'],
        [f'{date} {week} {rng.choice(["责任编辑", "责编", "本版编辑"])}：{e[0]} 版式：{e[1]} 校对：{e[2]}'],
        [f'{no:02d} {sec}', f'{date} {week}', f'责任编辑：{e[0]} 版式：{e[1]}'],
        [f'{sec}', f'{no}', f'{date} {week}'],
        [f'{paper} {date} {week} 第{no}版'],
        [f'{date}', week, f'版式编辑：{e[0]} 责任校对：{e[1]}'],
    ])
    foot = rng.choice([
        [f'责任编辑：{e[0]} 版式：{e[1]} 校对：{e[3]}'],
        [f'新闻热线：78{rng.randrange(10000, 99999)} E-mail：xwb{rng.randrange(10, 99)}@{rng.choice(["xinfeng", "xiangyin"])}.example'],
        [f'编辑：{e[0]} 美编：{e[1]}', f'电话：78{rng.randrange(10000, 99999)}'],
        [f'投稿邮箱：bjb{rng.randrange(100, 999)}@{rng.choice(["cgrb", "sfwb"])}.example'],
        [f'本报地址：人民路{rng.randrange(3, 200)}号 邮编：7{rng.randrange(10000, 99999)} 广告部：78{rng.randrange(10000, 99999)}'],
        [f'{no}'],
    ])
    return top, foot, no


# ---------------------------------------------------------------- a page

def as_hard(level):
    return 'hard' if level == 'columns' else level


def page_options(level, rng):
    R = rng.random
    columns = level == 'columns'
    level = as_hard(level)
    P = dict(easy=dict(wrap=.45, half=.2, res=.6, photos=[0, 1, 1], k=(3, 6), ind=.4, dbl=.1, split=.2, digits=.4),
             medium=dict(wrap=.65, half=.15, res=.7, photos=[0, 1, 1, 2], k=(4, 7), ind=.15, dbl=.35, split=.5, digits=.8),
             hard=dict(wrap=.5, half=.15, res=.75, photos=[0, 1, 1, 2], k=(4, 9), ind=.1, dbl=.35, split=.5, digits=.8),
             scrambled=dict(wrap=.5, half=.1, res=.6, photos=[0, 1, 1], k=(3, 6), ind=.1, dbl=.3, split=.4, digits=.8))[level]
    o = {'level': level, 'wrapped': R() < P['wrap'], 'res': R() < P['res']}
    o['half'] = not o['wrapped'] and R() < P['half'] * 2
    o['digest'] = rng.choice(['： ', '： ', ' ', '']) if o['half'] and R() < .7 else ''
    if o['digest']:
        o['double'] = False
    o['photos'] = rng.choice(P['photos'])
    o['k'] = rng.randint(*P['k'])
    o['indent_kept'] = o['wrapped'] and R() < P['ind']
    o['indent_short'] = True
    o['double'] = R() < P['dbl'] and not o['digest']
    o['split'] = P['split']
    o['digits'] = R() < (P['digits'] if o['wrapped'] else P['digits'] * .2)
    o['blank'] = rng.choices(['spaced', 'dense', 'para_blank'], [60, 25, 15] if level == 'easy' else [65, 32, 3])[0] if o['wrapped'] else 'unwrapped'
    o['para_blank'] = o['blank'] == 'para_blank'
    o['credit_glue'] = R() < .6
    o['justify'] = R() < .75
    o['trunc_full'] = True
    hm = dict(easy=[('inline', 1)], medium=[('inline', 4), ('end', 5), ('after', 1)],
              hard=[('inline', 5), ('end', 3), ('mixed', 3)], scrambled=[('inline', 4), ('end', 3), ('mixed', 2)])[level]
    o['head_mode'] = rng.choices([a for a, _ in hm], [b for _, b in hm])[0]
    o['miss'] = dict(easy=0, medium=.08, hard=.2, scrambled=.15)[level]
    if columns:
        o['wrapped'], o['half'], o['digest'] = True, False, ''
        o['double'] = R() < .1
        o['indent_kept'] = R() < .4
        o['blank'], o['para_blank'] = 'columns', False
        o['between'] = rng.choice([0, 1, 1])          # blank lines between stories
        o['column'] = rng.randint(14, 40)             # lines
        o['page_width'] = rng.choice([12, 14, 15, 16, 18, 20, 22]) if R() < .7 else None
        o['head_mode'] = rng.choices(['end', 'top', 'both', 'inline'], [5, 2, 2, 1])[0]
        o['miss'] = .08
        o['heads_apart'] = R() < .5                   # blank lines between headlines
        o['bylines_apart'] = R() < .4
    o['end_by'] = R() < .75                      # headlines at the end keep their bylines
    o['by_split'] = R() < .3                     # ... or the byline stays before the body
    return o


def pick(stories, level, o, rng, used):
    text = [s for s in stories if s['kind'] == 'story']
    photo = [s for s in stories if s['kind'] == 'photo']
    k = max(2 if level == 'scrambled' else 3, o['k'] - o['photos'])
    pool = text
    got = []
    if rng.random() < .45:
        cl = rng.choice('ABCD')
        mine = sorted([s for s in text if s['cluster'] == cl], key=lambda s: (used[s['id']], rng.random()))
        got = mine[:rng.randint(2, min(4, k))]
    rest = sorted([s for s in pool if s not in got], key=lambda s: (used[s['id']], rng.random()))
    # a page does not carry two stories of places of one name
    names = {c['name'] for s in got for c in s['counties']}
    for s in rest:
        if len(got) >= k:
            break
        mine = {c['name'] for c in s['counties']}
        amb = mine & {'城区', '郊区', '朝阳区', '鼓楼区', '和平区', '新华区', '市中区', '白云区'}
        if amb & names:
            continue
        got.append(s)
        names |= mine
    ph = sorted(photo, key=lambda s: (used[s['id']], rng.random()))
    ph = [p for p in ph if not ({c['name'] for c in p['counties']} & names & {'城区', '郊区', '朝阳区', '鼓楼区', '和平区', '新华区', '市中区', '白云区'})][:o['photos']]
    rng.shuffle(got)
    for s in got + ph:
        used[s['id']] += 1
    return got, ph


def gap_in_heap(o):
    return int(o['heads_apart']) if 'heads_apart' in o else None


def compose(stories, level, rng, used):
    o = page_options(level, rng)
    level = as_hard(level)
    texts, photos = pick(stories, level, o, rng, used)
    top, foot, no = furniture(rng)
    laid = []
    tags = Counter()
    tags['wrapped' if o['wrapped'] else 'unwrapped'] += 1
    if o['wrapped']:
        tags['lines ' + o['blank']] += 1
        tags['indent kept' if o['indent_kept'] else 'indent lost'] += 1
    tags['headlines ' + o['head_mode']] += 1
    for f in ('half', 'digits', 'digest'):
        tags[f] += bool(o[f])
    # which stories are cut short, begun elsewhere, headless
    long_enough = [i for i, s in enumerate(texts) if s['han'] >= 300 and s['style'] != 'notice_sign']
    n_trunc = {'easy': rng.random() < .15, 'medium': rng.random() < .5, 'hard': rng.choice([0, 1, 1, 2]), 'scrambled': rng.choice([0, 0, 1])}[level]
    trunc = set(rng.sample(long_enough, min(int(n_trunc), len(long_enough))))
    sj = {i for i in long_enough if i not in trunc and texts[i]['han'] >= 330
          and rng.random() < {'easy': 0, 'medium': .05, 'hard': .1, 'scrambled': .07}[level]}
    sj = set(sorted(sj)[:1])                     # one continued story a page at most
    for i, s in enumerate(texts + photos):
        q = dict(o)
        q['width'] = o.get('page_width') or rng.choice([12, 13, 14, 15, 16, 18, 19, 20, 20, 21, 22, 24, 26, 28, 30])
        q['cap_width'] = rng.choice([24, 28, 30, 36, 60])
        q['double'] = o['double'] and rng.random() < .6
        q['split_head'] = rng.random() < o['split']
        is_photo = s['kind'] == 'photo'
        q['no_head'] = rng.random() < o['miss']
        if s['kicker'] and rng.random() < .15:
            q['no_kicker'] = True
        if o['head_mode'] == 'mixed' and rng.random() < .2:
            q['no_head'] = True
        if q['no_head'] and not is_photo and rng.random() < .5:
            q['by_alone'] = True
        if not q['no_head'] and o['head_mode'] in ('end', 'mixed') and not o['end_by'] and not o.get('bylines_apart'):
            q['no_by'] = rng.random() < .8
        elif rng.random() < {'easy': 0, 'medium': .05, 'hard': .08, 'scrambled': .05}[level]:
            q['no_by'] = True
        if i in trunc:
            q['trunc'] = rng.uniform(.62, .85)
            how = rng.random()
            if how < .6:
                q['trunc_notice'] = f'（下转{rng.choice([2, 3, 4, 4, 6])}版）'
                q['trunc_own'] = how < .09
        if i in sj:
            q['shangjie'] = rng.uniform(.15, .3)
            q['shangjie_text'] = f'（上接{rng.choice([1, 1, 1, 2])}版）'
            q['shangjie_own'] = rng.random() < .2
            q['by_alone'] = False
            if rng.random() < .5:
                q['no_head'] = True
        r = lay(i, s, q, rng)
        r.q = q
        laid.append(r)
    T = len(texts)
    # --- fragments
    plan = {}
    whole = [i for i in range(T) if sum(len(x.text) for x in laid[i].rows) > 170]
    rng.shuffle(whole)
    # the best cut-candidates are the long ones, but not always the same ones
    whole.sort(key=lambda i: -len(texts[i]['body']) * rng.random())
    if level == 'easy':
        if whole and rng.random() < .5:
            plan[whole[0]] = rng.choice(['next', 'gap', 'gap'])
    elif level == 'medium':
        for i in whole[:rng.choice([1, 2, 2])]:
            plan[i] = rng.choice(['next', 'gap', 'after', 'photo'])
    elif level == 'hard':
        for i in whole[:rng.choice([2, 3, 3])]:
            plan[i] = rng.choice(['gap', 'after', 'after', 'before', 'before', 'photo', 'after2'])
    else:
        n = rng.choice([1, 2, 2])
        for i in sorted(whole, key=lambda i: -texts[i]['han'] * rng.uniform(.6, 1))[:n]:
            plan[i] = rng.choice(['shuffle', 'shuffle', 'spread'])
        for i in [x for x in whole if x not in plan][:rng.choice([0, 1, 2])]:
            plan[i] = rng.choice(['after', 'before', 'gap'])
    if not any(p == 'photo' for p in plan.values()):
        pass
    free_photos = list(range(T, T + len(photos)))
    for i, p in list(plan.items()):
        if p == 'photo' and not free_photos:
            plan[i] = p = 'gap'
        n = 2
        if p in ('shuffle', 'spread'):
            n = rng.choice([3, 3, 4, 4, 5])
        elif p == 'after2':
            n = 3
        fragment(laid[i], n, laid[i].q, rng)
        if len(laid[i].frags) < 2:
            del plan[i]
        else:
            tags['cut: ' + p] += 1
    for i, r in enumerate(laid):
        if not hasattr(r, 'frags'):
            r.frags = [r.rows]
        for n, f in enumerate(r.frags):
            for x in f:
                x.frag = n
    # --- spaces inside lines, after cutting
    for r in laid:
        q = r.q
        for b_rows in [r.rows]:
            after = True
            for x in b_rows:
                if x.bl.role not in ('paragraph', 'caption', 'subhead'):
                    continue
                w = q['cap_width'] if r.s['kind'] == 'photo' else q['width']
                if o['wrapped'] and o['justify'] and not x.para_end and x.seq > 0 and len(x.text) > 6:
                    slack = w - width(x.text)
                    if rng.random() < (.5 if slack >= 1.5 else .15 if slack >= .5 else .012):
                        x.text = justify(x.text, rng)
                        continue
                if o['digits']:
                    if rng.random() < .5:
                        after = not after
                    x.text = space_digits(x.text, after)
        if o['indent_kept']:
            for x in r.rows:
                if x.seq == 0 and x.bl.role in ('paragraph', 'caption'):
                    x.text = '\u3000\u3000' + x.text
    # --- chunks
    ends, away = [], []             # header groups for the end and for the top of the page
    tops, bylines_of = [], {}       # those heaped at the top; what stands after the heaps
    seq = []                        # list of [lines, story index, gap before or None]

    def chunk(lines, i, gap=None):
        return {'lines': lines, 'i': i, 'gap': gap}
    first = {}
    for i in range(T):
        r = laid[i]
        mode = o['head_mode']
        if mode == 'mixed':
            mode = rng.choice(['inline', 'end'])
        heap = ends
        if mode == 'both':
            mode = rng.choice(['top', 'end'])
        if mode == 'top':
            mode, heap = 'end', tops
        head = []
        tail = []
        if mode == 'inline':
            head = r.head + r.by
            if r.head and r.by and rng.random() < {'easy': 0, 'medium': .05, 'hard': .1, 'scrambled': .06}[level]:
                head = r.by                       # the headline stands at the top or the foot of the page, far from its story
                (away if rng.random() < .5 else ends).append(r.head)
                tags['headline far from its story'] += 1
        elif mode == 'end':
            if r.head:
                if r.by and o.get('bylines_apart'):
                    heap.append(r.head)
                    bylines_of[id(r.head)] = r.by
                    tags['byline in another heap'] += 1
                elif r.by and o['by_split']:
                    heap.append(r.head)
                    head = r.by
                    tags['byline parted from its headline'] += 1
                else:
                    if r.by and rng.random() < .5:
                        r.head[-1].glue = True
                    heap.append(r.head + r.by)
            else:
                head = r.by
        else:                        # after the body
            tail = r.head + r.by
        r.mode = mode
        frs = r.frags
        p = plan.get(i)
        if tail and len(frs) > 1 and p not in ('next', 'gap'):
            p = plan[i] = 'gap'
        if p == 'shuffle' or p == 'spread':
            order = list(range(len(frs)))
            for _ in range(20):
                rng.shuffle(order)
                if order != sorted(order):
                    break
            r.order = order
        first[i] = head
        r.tail = tail
    order = list(range(T))
    rng.shuffle(order)
    for i in order:
        r = laid[i]
        p = plan.get(i)
        frs = r.frags
        if p in ('next', 'gap'):
            seq.append(chunk(first[i] + frs[0], i))
            for f in frs[1:]:
                seq.append(chunk(f, i, rng.choice([2, 3, 3, 4]) if p == 'gap' else None))
            if r.tail:
                seq[-1]['lines'] = seq[-1]['lines'] + r.tail
        elif p == 'photo':
            j = free_photos.pop(0) if free_photos else None
            seq.append(chunk(first[i] + frs[0], i))
            if j is not None:
                ph = laid[j]
                lines = (ph.head if o['head_mode'] == 'inline' else []) + ph.rows
                if o['head_mode'] != 'inline' and ph.head:
                    ends.append(ph.head)
                seq.append(chunk(lines, j))
                tags['photo inside a paragraph'] += 1
            for f in frs[1:]:
                seq.append(chunk(f, i))
        elif p == 'shuffle':
            parts = [chunk(frs[k], i) for k in r.order]
            if rng.random() < .5:                      # the headline stands over the columns, whatever their order
                parts[0]['lines'] = first[i] + parts[0]['lines']
            else:
                for c, k in zip(parts, r.order):
                    if k == 0:
                        c['lines'] = first[i] + c['lines']
            seq += parts
        elif p == 'spread':
            parts = []
            for k in r.order:
                c = chunk((first[i] if k == 0 else []) + frs[k], i)
                c['spread'] = True
                parts.append(c)
            seq.append(parts[0])
            for c in parts[1:]:
                c['late'] = True
                seq.append(c)
        else:
            c = chunk(first[i] + frs[0] + (r.tail if len(frs) == 1 else []), i)
            seq.append(c)
            r.pending = [chunk(f, i) for f in frs[1:]]
    # after / before: put the continuations in their places
    for i in order:
        r = laid[i]
        p = plan.get(i)
        pend = getattr(r, 'pending', [])
        if not pend or p not in ('after', 'after2', 'before'):
            continue
        at = next(n for n, c in enumerate(seq) if c['i'] == i)
        if p == 'before':
            cand = [n for n in range(0, at + 1) if n == 0 or seq[n - 1]['i'] != seq[n]['i'] or n == at]
            n = rng.choice(cand)
            for c in reversed(pend):
                seq.insert(n, c)
            tags['continuation before its headline'] += 1
        else:
            n = at + 1
            for c in pend:
                step = rng.choice([1, 1, 2])
                n = min(len(seq), n + step)
                if n == at + 1 and at > 0:             # the story was last: go to the top instead
                    n = 0
                    at += 1
                seq.insert(n, c)
                n += 1
            tags['continuation after another story'] += 1
    late = [c for c in seq if c.get('late')]
    seq = [c for c in seq if not c.get('late')]
    for c in late:
        # keep apart from the other pieces of its story where the page allows it
        n = rng.randrange(0, len(seq) + 1)
        for _ in range(12):
            if (n == 0 or seq[n - 1]['i'] != c['i']) and (n == len(seq) or seq[n]['i'] != c['i']):
                break
            n = rng.randrange(0, len(seq) + 1)
        seq.insert(n, c)
    # photos
    for j in free_photos:
        ph = laid[j]
        inline = o['head_mode'] in ('inline', 'after', 'top') or (o['head_mode'] == 'mixed' and rng.random() < .5)
        lines = (ph.head if inline else []) + ph.rows
        if not inline and ph.head:
            ends.append(ph.head)
        c = chunk(lines, j)
        inside = level != 'easy' and rng.random() < .5
        if inside:
            spots = [(n, m) for n, d in enumerate(seq) if d['i'] is not None and d['i'] < T
                     for m in range(2, len(d['lines'])) if d['lines'][m].bl is not d['lines'][m - 1].bl
                     and d['lines'][m].bl.role == 'paragraph' and d['lines'][m - 1].bl.role == 'paragraph']
            if spots:
                n, m = rng.choice(spots)
                d = seq[n]
                seq[n:n + 1] = [chunk(d['lines'][:m], d['i'], d['gap']), c, chunk(d['lines'][m:], d['i'])]
                tags['photo between paragraphs'] += 1
                continue
        seq.insert(rng.randrange(0, len(seq) + 1) if o['head_mode'] != 'end' else len(seq), c)
    # residue
    residue = []

    def res(text):
        residue.append(L(text))
        return residue[-1]
    if not o['wrapped'] and rng.random() < {'easy': .25, 'medium': .3, 'hard': .4, 'scrambled': .3}[level]:
        spots = [(n, m) for n, d in enumerate(seq) if d['i'] is not None and d['i'] < T and laid[d['i']].s['kind'] == 'story'
                 for m in range(1, len(d['lines'])) if d['lines'][m].bl is not d['lines'][m - 1].bl
                 and d['lines'][m].bl.role == 'paragraph' and d['lines'][m - 1].bl.role in ('paragraph', 'headline')]
        for _ in range(rng.choice([1, 1, 2])):
            if not spots:
                break
            n, m = rng.choice(spots)
            d = seq[n]
            seq[n:n + 1] = [chunk(d['lines'][:m], d['i'], d['gap']),
                            chunk([res(rng.choice(['资料图片', '资料图片', '（资料图片）', '资料图']))], None, rng.choice([1, 3])),
                            chunk(d['lines'][m:], d['i'])]
            tags['placeholder'] += 1
            spots = []
    if o['res']:
        lines_top = [res(t) for t in top]
        where = rng.choice(['top', 'top', 'bottom'] if level in ('easy', 'medium') else ['top', 'bottom', 'middle'])
        if where == 'top':
            seq.insert(0, chunk(lines_top, None))
        elif where == 'bottom':
            ends_after = True
            seq.append(chunk(lines_top, None))
        else:
            spots = [n for n in range(1, len(seq)) if seq[n]['i'] != seq[n - 1]['i']] or [len(seq)]
            seq.insert(rng.choice(spots), chunk(lines_top, None))
        tags['furniture ' + where] += 1
        if rng.random() < .45 and len(top) < 3:
            seq.append(chunk([res(t) for t in foot], None))
            tags['furniture foot'] += 1
    # headlines collected at the end, in another order
    rng.shuffle(ends)
    rng.shuffle(tops)
    tops, ends = ([chunk(h, h[0].st, gap_in_heap(o)) for h in heads] +
                  [chunk(bylines_of[id(h)], h[0].st, gap_in_heap(o)) for h in heads if id(h) in bylines_of]
                  for heads in (tops, ends))
    if tops:
        at = 1 if seq[0]['i'] is None else 0
        seq[at:at] = tops
        tags['headlines at the top'] += 1
    for h in away:
        seq.insert(0, chunk(h, h[0].st))
    if ends:
        at = len(seq)
        if o['res'] and seq and seq[-1]['i'] is None and rng.random() < .5:
            while at > 0 and seq[at - 1]['i'] is None:
                at -= 1
        seq[at:at] = ends
    # --- emit
    out, gold_line = [], {}

    def put(x):
        out.append(x.text)
        gold_line[id(x)] = len(out)

    def blanks(n):
        for _ in range(n):
            out.append('')
    if o['wrapped']:
        between = {'spaced': 1, 'dense': rng.choice([0, 1, 1]) if level != 'easy' else 1, 'para_blank': rng.choice([1, 2]),
                   'columns': o.get('between')}[o['blank']]
        if o['blank'] == 'dense':
            tags['no blank line between stories'] += between == 0
    else:
        between = 1
    if not o['wrapped']:
        blanks(rng.choice([0, 1, 2, 4]))
    prev, column = None, 0
    for c in seq:
        if prev is not None:
            g = c['gap'] if c['gap'] is not None else between
            if c['gap'] is None and not o['wrapped'] and rng.random() < .12:
                g = rng.choice([2, 3, 3, 4])
            # in real pages a column's end is now and then a gap
            if o['wrapped'] and o['blank'] in ('dense', 'columns') and c['i'] is None:
                g = max(g, between)
            if o['blank'] == 'columns' and prev['i'] == c['i'] is not None:
                g, column = min(g, 1), 0
            blanks(g)
        for a, x in enumerate(c['lines']):
            if a:
                y = c['lines'][a - 1]
                if y.glue:
                    n = 0
                elif not o['wrapped']:
                    n = 1
                elif o['blank'] == 'spaced':
                    n = 0 if (y.text.rstrip()[-1:].isdigit() and y.bl is x.bl) else 1
                elif o['blank'] == 'dense':
                    n = 0
                elif o['blank'] == 'columns':
                    column += 1
                    n = int(column > o['column'] and not y.text.rstrip()[-1:].isdigit())
                    column = 0 if n else column
                else:
                    n = 0 if y.bl is x.bl else 1
                if x.st is None and y.st is None and o['wrapped'] and o['blank'] in ('dense', 'columns'):
                    n = 0
                blanks(n)
            put(x)
            if x.bl is not None and x.glue and a + 1 < len(c['lines']) and c['lines'][a + 1].st != x.st:
                raise AssertionError('glued to another story')
        prev = c
    blanks(rng.choice([0, 1, 1]))
    if o['wrapped'] and out and not o['indent_kept'] and rng.random() < .7:
        out[0] = ' ' + out[0]
    # --- gold
    gold = {'stories': [], 'residue': [], 'optional_breaks': []}
    order_on_page = sorted(range(len(laid)), key=lambda i: min(gold_line[id(x)] for x in laid[i].rows))
    for i in order_on_page:
        r = laid[i]
        all_lines = r.head + r.by + r.rows
        blocks = []
        for b in r.blocks:
            ls = sorted([x for x in all_lines if x.bl is b], key=lambda x: x.seq)
            nums = [gold_line[id(x)] for x in ls]
            if not nums:
                raise AssertionError('block without lines')
            ranges = []
            for n in nums:
                if ranges and n > ranges[-1][1] and not any(out[m - 1].strip() for m in range(ranges[-1][1] + 1, n)):
                    ranges[-1][1] = n
                else:
                    ranges.append([n, n])
            text = b.text if b.role in ('paragraph', 'caption', 'subhead') else ' '.join(x.text for x in ls)
            read = ''.join(out[m - 1] for a, z in ranges for m in range(a, z + 1))
            if nospace(read) != nospace(text):
                raise AssertionError(f'{r.s["id"]} {b.role}: page says {read!r}, gold {text!r}')
            blocks.append({'role': b.role, 'lines': ranges, 'text': text})
            if b.optional:
                gold['optional_breaks'].append(nums[0])
        for x in getattr(r, 'opt_lines', []):
            if x in r.rows:
                gold['optional_breaks'].append(gold_line[id(x)])
        # blocks in reading order: the body order is that of r.paras; headers first, credit last
        rank = {'kicker': 0, 'headline': 1, 'subtitle': 2, 'byline': 3, 'credit': 6}
        first_notice = [b for b in blocks if b['role'] == 'notice' and b['text'].startswith(('（上接', '(上接'))]
        blocks = ([b for b in blocks if b['role'] in rank and rank[b['role']] < 4] + first_notice +
                  [b for b in blocks if b['role'] in ('paragraph', 'caption', 'subhead')] +
                  [b for b in blocks if b['role'] == 'notice' and b not in first_notice] + [b for b in blocks if b['role'] == 'credit'])
        visible = nospace(''.join(b['text'] for b in blocks))
        # doubled headlines say a name twice, which is no matter here
        counties = [c['code'] for c in r.s['counties'] if any(all(e in visible for e in alt) for alt in c['evidence'])]
        alt = []
        if r.headline and r.kicker:
            alt = [r.kicker, r.kicker + ' ' + r.headline]
        if r.prefix:
            alt.append(r.prefix + r.headline)
        bylines, seen = [], set()
        for p in r.who:
            if p['name'] not in seen:
                seen.add(p['name'])
                bylines.append({'name': p['name'], 'role': p['role']})
        gold['stories'].append({'id': r.s['id'], 'kind': r.s['kind'], 'headline': r.headline, 'headline_alternatives': alt, 'kicker': r.kicker,
                                'subtitle': r.subtitle, 'bylines': bylines, 'truncated': {'start': r.trunc[0], 'end': r.trunc[1]},
                                'counties': counties, 'topics': r.s['topics'], 'blocks': blocks})
        tags['truncated end'] += r.trunc[1]
        tags['truncated start'] += r.trunc[0]
        tags['headline missing'] += r.headline is None and r.s['headline'] is not None
        tags['notice on its own line'] += any(b['role'] == 'notice' for b in blocks)
        tags['notice inside a line'] += any(re.search('[（(](下转|上接)', b['text']) for b in blocks if b['role'] == 'paragraph')
        tags['headline doubled'] += bool(r.headline) and r.q['double']
        tags['headline over lines'] += any(b['role'] == 'headline' and b['lines'][0][1] > b['lines'][0][0] for b in blocks)
        tags['bylines missing'] += bool(r.s['people']) and not bylines
    for x in residue:
        n = gold_line[id(x)]
        gold['residue'].append({'lines': [[n, n]], 'text': x.text.strip()})
    gold['optional_breaks'].sort()
    # every line of the page is used once
    used_lines = Counter()
    for s in gold['stories']:
        for b in s['blocks']:
            for a, z in b['lines']:
                for n in range(a, z + 1):
                    used_lines[n] += bool(out[n - 1].strip())
    for r_ in gold['residue']:
        used_lines[r_['lines'][0][0]] += 1
    for n, t in enumerate(out, 1):
        if used_lines[n] != bool(t.strip()):
            raise AssertionError(f'line {n} used {used_lines[n]} times: {t!r}')
    return out, gold, +tags, o


ENC = {'easy': ('gb18030', b'', '\n'), 'medium': ('utf-16', b'\xff\xfe', '\r\n'), 'hard': ('utf-8-sig', b'\xef\xbb\xbf', '\r\n'),
       'scrambled': ('gb18030', b'', '\r\n')}


SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文'
GIVEN = '建国志强丽娟晓东海燕文博雅琴宏伟春生玉兰俊杰佳慧子涵秀英永福红梅振华彩霞少军瑞明小平'
STYLES = {'story': ['box_rep', 'box_special', 'box', 'box_one', 'box_rep_cor_2', 'rep_cor', 'rep_cor_plain', 'rm_rep', 'wentu', 'wt_head', 'wt_end',
                    'dl_rep_cor', 'dl_rep_cor', 'dl_cor', 'xbx_all', 'xinhua', 'dl_end', 'dl_end_inline', 'end_rep', 'org_end', 'none'],
          'photo': ['photo_rep', 'photo_she', 'photo_baodao']}


def vary(stories, rng):
    """Other byline forms and names for two stories in three."""
    def name():
        n = rng.choice(SURNAMES) + ''.join(rng.choice(GIVEN) for _ in range(rng.choice((1, 2, 2, 2))))
        return {'name': n, 'display': n[0] + ' ' + n[1] if len(n) == 2 and rng.random() < .5 else n}
    for s in stories:
        if rng.random() < .34 or s['style'] in ('notice_sign', 'photo_org', 'dl_org', 'org_end_src'):
            continue
        st = s['style'] = rng.choice(STYLES[s['kind']])
        if st == 'none':
            s['people'] = []
        elif st == 'org_end':
            n = (s['counties'][0]['name'] if s['counties'] else '市') + rng.choice(['融媒体中心', '委宣传部', '农业农村局'])
            s['people'] = [{'name': n, 'display': n, 'role': 'organisation'}]
        elif st in ('wt_head', 'wt_end'):
            s['people'] = [dict(name(), role='text'), dict(name(), role='photographer')]
        elif st in ('box_rep_cor_2', 'rep_cor', 'rep_cor_plain'):
            s['people'] = [dict(name(), role='reporter')] + [dict(name(), role='correspondent') for _ in range(rng.choice((1, 1, 2)))]
        elif st == 'dl_rep_cor':
            s['people'] = [dict(name(), role='reporter')] + [dict(name(), role='correspondent') for _ in range(rng.choice((0, 1, 1)))]
        else:
            role = {'box_rep': 'reporter', 'rm_rep': 'reporter', 'xbx_all': 'reporter', 'xinhua': 'reporter', 'end_rep': 'reporter', 'dl_cor': 'correspondent',
                    'box_special': 'correspondent'}.get(st, 'photographer' if s['kind'] == 'photo' else 'author')
            s['people'] = [dict(name(), role=role) for _ in range(1 if st == 'box_one' else rng.choice((1, 1, 2, 3)))]
            seen = set()
            s['people'] = [p for p in s['people'] if not (p['name'] in seen or seen.add(p['name']))]


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--seed', type=int, required=True)
    ap.add_argument('--level', choices=['easy', 'medium', 'hard', 'scrambled', 'columns'], required=True)
    ap.add_argument('--pages', type=int, default=12)
    ap.add_argument('--out', required=True)
    ap.add_argument('--stories', help='one file or several, with commas')
    ap.add_argument('--as-written', action='store_true')
    a = ap.parse_args()
    files = a.stories.split(',') if a.stories else sorted(glob.glob(os.path.join(HERE, 'stories', '*.json')))
    stories = [s for f in files for s in json.load(open(f, encoding='utf-8'))]
    if not a.as_written:
        vary(stories, random.Random(f'{a.seed}/bylines'))
    BIG.update(bigrams(stories))
    for d in ('pages', 'gold'):
        os.makedirs(os.path.join(a.out, d), exist_ok=True)
        for f in os.listdir(os.path.join(a.out, d)):
            os.remove(os.path.join(a.out, d, f))
    used, total, pages_tags = Counter(), Counter(), {}
    for i in range(a.pages):
        rng = random.Random(f'{a.seed}/{a.level}/{i}')
        lines, gold, tags, o = compose(stories, a.level, rng, used)
        name = f'{a.level}_{i + 1:02d}'
        enc, bom, eol = ENC[as_hard(a.level)] if i % 12 == 6 else ('utf-8', b'', '\n')
        data = bom + eol.join(lines).encode({'utf-16': 'utf-16-le', 'utf-8-sig': 'utf-8'}.get(enc, enc))
        with open(os.path.join(a.out, 'pages', name + '.txt'), 'wb') as f:
            f.write(data)
        g = {'source': name + '.txt'}
        if enc != 'utf-8':
            g['encoding'] = enc
            tags['encoding ' + enc + (' CRLF' if eol != '\n' else '')] += 1
        g.update(gold)
        with open(os.path.join(a.out, 'gold', name + '.json'), 'w', encoding='utf-8') as f:
            json.dump(g, f, ensure_ascii=False, indent=1)
        pages_tags[name] = dict(tags)
        total.update({k: 1 if k in ('x',) else v for k, v in tags.items()})
    json.dump({'level': a.level, 'seed': a.seed, 'total': dict(sorted(total.items())), 'pages': pages_tags, 'used': dict(used)},
              open(os.path.join(a.out, 'coverage.json'), 'w', encoding='utf-8'), ensure_ascii=False, indent=1)
    print(a.level, a.pages, 'pages;', ', '.join(f'{k} {v}' for k, v in sorted(total.items())))


if __name__ == '__main__':
    main()
