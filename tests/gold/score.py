#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Scores how well pages were split into stories, against gold readings.

  score.py --cmd 'build/xianbao split --format=json' --pages DIR --gold DIR [--json] [--only NAME] [--show]

For each PAGE.txt in --pages that has a PAGE.json in --gold, it runs CMD with the page's path
as its last argument and reads JSON lines from its standard output: one object per story or residue,
as xianbao(1) describes. Source positions are byte offsets into the page's text as UTF-8.

Figures (1.000 is best unless the name says otherwise):
  lost       source characters (blanks aside) that no block accounts for          (best 0)
  twice      source characters that more than one block accounts for              (best 0)
  separation B-cubed F1 over characters: which characters belong to one story
  stories    share of gold stories that some output story matches with character Jaccard >= 0.98, heads and byline aside
  joins      share of the gold's line-to-line joins inside a paragraph that the output makes,
             both characters adjacent in one block
  hardjoins  F1 of the joins inside a paragraph that skip other text or go back in the file
  breaks     F1 of paragraph breaks between neighbouring lines of one story
  headline   share of gold stories whose headline is right (spaces aside; none where the page has none)
  bylines    F1 of (story, name); names of output stories that match no gold story count as wrong
  roles      share of matched names whose role class is right (text or photo)
  kind       share of gold stories whose kind (story, photo) is right
  cut        share of gold stories whose two flags for text missing at the start and at the end are right
  counties   F1 of (story, county code), likewise
  topics     share of gold stories with every must-topic found and none outside must and may
  spaced     blanks left between two Han characters in paragraphs                  (best 0)
  text       1 - character error rate of the story bodies, layout blanks aside
"""
import argparse, json, os, re, shlex, subprocess, sys
from collections import Counter, defaultdict

HAN = r'[\u3400-\u9fff]'
FIGS = ['lost', 'twice', 'separation', 'stories', 'joins', 'hardjoins', 'breaks', 'headline', 'bylines', 'roles', 'kind', 'cut',
        'counties', 'topics', 'spaced', 'text']


def nospace(s):
    return re.sub(r'[\s\u3000]+', '', s or '')


def is_blank(ch):
    return ch.isspace() or ch in '\u3000\ufeff\u200b'


class Page:
    def __init__(self, text, gold):
        self.text, self.gold = text, gold
        self.lines = text.split('\n')
        self.start = []
        p = 0
        for l in self.lines:
            self.start.append(p)
            p += len(l) + 1
        self.b2c = {}
        off = 0
        for i, ch in enumerate(text):
            self.b2c[off] = i
            off += len(ch.encode('utf-8', 'surrogatepass'))
        self.b2c[off] = len(text)

    def chars(self, ranges):
        """Positions of the non-blank characters of line ranges, in reading order, per line."""
        out = []
        for a, b in ranges:
            for n in range(a, b + 1):
                s = self.start[n - 1]
                row = [s + i for i, ch in enumerate(self.lines[n - 1]) if not is_blank(ch)]
                if row:
                    out.append((n, row))
        return out


def lev(a, b):
    """Edit distance (Myers 1999, bit-parallel)."""
    if a == b:
        return 0
    if not a or not b:
        return len(a) or len(b)
    m, mask = len(a), (1 << len(a)) - 1
    peq = defaultdict(int)
    for i, ch in enumerate(a):
        peq[ch] |= 1 << i
    pv, mv, d = mask, 0, m
    for ch in b:
        eq = peq.get(ch, 0)
        xv = eq | mv
        xh = (((eq & pv) + pv) ^ pv) | eq
        ph = mv | ~(xh | pv) & mask
        mh = pv & xh
        if ph >> (m - 1) & 1:
            d += 1
        elif mh >> (m - 1) & 1:
            d -= 1
        ph = (ph << 1 | 1) & mask
        mh = mh << 1 & mask
        pv = mh | ~(xv | ph) & mask
        mv = ph & xv
    return d


def out_of_brackets(s):
    """A paragraph without its reporter's bracket or credit, where spaces stand between names."""
    s = re.sub(r'[（(][^（）()]{0,60}[）)]', lambda m: '' if re.search('记者|通讯员|文|图|报道|摄| ', m.group()) else m.group(), s)
    return re.sub(r'\s*(?:本报|特约|融媒体|全媒体)?(?:记者|通讯员)?[ \u3000]*[\u4e00-\u9fff· \u3000]{2,24}摄(?:影报道)?$', '', s)


def f1(tp, n_out, n_gold):
    if n_out == 0 and n_gold == 0:
        return 1.0
    p = tp / n_out if n_out else 0.0
    r = tp / n_gold if n_gold else 0.0
    return 2 * p * r / (p + r) if p + r else 0.0


PHOTO = {'photographer', 'photo', 'image'}


def score_page(page, out, show=False):
    text, gold = page.text, page.gold
    n = len(text)
    # --- output: which story and which neighbours each source character has
    owner = {}
    count = Counter()
    nxt = {}
    body_next = set()
    block_of = {}
    out_chars = defaultdict(set)     # all of a story but its heads and byline
    HEADS = ('headline', 'kicker', 'subtitle', 'byline')
    for si, st in enumerate(out):
        for bi, b in enumerate(st.get('blocks', [])):
            pos = []
            for s, e in b.get('spans', []):
                if s not in page.b2c or e not in page.b2c:
                    raise ValueError(f'span [{s},{e}] does not lie on character boundaries of the page')
                for i in range(page.b2c[s], page.b2c[e]):
                    if not is_blank(text[i]):
                        pos.append(i)
            for i in pos:
                count[i] += 1
                owner[i] = si
                block_of[i] = (si, bi)
                if b.get('role') not in HEADS:
                    out_chars[si].add(i)
            for a, b2 in zip(pos, pos[1:]):
                nxt[a] = b2
                if b.get('role') in ('paragraph', 'caption', 'subhead'):
                    body_next.add((a, b2))
    solid = [i for i, ch in enumerate(text) if not is_blank(ch)]
    following = dict(zip(solid, solid[1:]))
    fig = {}
    lost = [i for i in solid if count[i] == 0]
    fig['lost'] = len(lost)
    fig['twice'] = sum(1 for i in solid if count[i] > 1)
    # --- gold
    g_owner, g_chars = {}, []
    for gi, st in enumerate(gold['stories']):
        cs = set()
        for b in st['blocks']:
            for _, row in page.chars(b['lines']):
                for i in row:
                    g_owner[i] = gi
                if b['role'] not in HEADS:
                    cs.update(row)
        g_chars.append(cs)
    for ri, r in enumerate(gold.get('residue', [])):
        for _, row in page.chars(r['lines']):
            for i in row:
                g_owner[i] = ('r', ri)
    res = {si for si, st in enumerate(out) if st.get('kind') == 'residue'}
    # residue is one cluster each way; whether it is one object or several does not matter
    og = {i: ('R' if isinstance(g_owner.get(i), tuple) else g_owner.get(i)) for i in solid}
    oo = {i: ('R' if owner.get(i) in res else ('lost', i) if i not in owner else owner[i]) for i in solid}
    joint, cg, co = Counter(), Counter(), Counter()
    for i in solid:
        joint[(og[i], oo[i])] += 1
        cg[og[i]] += 1
        co[oo[i]] += 1
    prec = sum(v * v / co[o] for (g, o), v in joint.items()) / len(solid)
    rec = sum(v * v / cg[g] for (g, o), v in joint.items()) / len(solid)
    fig['separation'] = 2 * prec * rec / (prec + rec)
    # --- match stories
    match = {}
    pairs = sorted(((len(cs & out_chars[si]) / max(1, len(cs | out_chars[si])), gi, si)
                    for gi, cs in enumerate(g_chars) for si in out_chars if si not in res), reverse=True)
    used = set()
    for j, gi, si in pairs:
        if j > 0 and gi not in match and si not in used:
            match[gi] = (si, j)
            used.add(si)
    ng = len(gold['stories'])
    fig['stories'] = sum(1 for gi in match if match[gi][1] >= 0.98) / ng
    # --- joins and breaks
    join_ok = join_n = 0
    gold_hard = set()
    optional = set(gold.get('optional_breaks', []))
    seams = []
    for gi, st in enumerate(gold['stories']):
        prev = None
        for b in st['blocks']:
            if b['role'] not in ('paragraph', 'caption', 'subhead'):
                continue
            rows = page.chars(b['lines'])
            for k, (ln, row) in enumerate(rows):
                if k == 0:
                    if prev is not None:
                        seams.append((prev[1][-1], row[0], True, ln))
                else:
                    a, c = rows[k - 1][1][-1], row[0]
                    if ln not in optional:
                        ok = nxt.get(a) == c
                        join_n += 1
                        join_ok += ok
                        if following.get(a) != c:
                            gold_hard.add((a, c))
                        if show and not ok:
                            print(f'    join missed at line {ln}: …{text[max(0,a-8):a+1]!r} + {text[c:c+9]!r}…', file=sys.stderr)
                    seams.append((a, c, False, ln))
                prev = (ln, row)
    tp = no = ngb = 0
    for a, c, brk, ln in seams:
        if ln in optional:
            continue
        said = a in block_of and c in block_of and block_of[a] != block_of[c]
        ngb += brk
        no += said
        tp += brk and said
        if show and said != brk:
            print(f'    paragraph break {"missed" if brk else "wrongly made"} at line {ln}: {text[c:c+12]!r}', file=sys.stderr)
    fig['joins'] = join_ok / join_n if join_n else 1.0
    out_hard = {(p, q) for p, q in body_next if following.get(p) != q}
    fig['hardjoins'] = f1(len(gold_hard & out_hard), len(out_hard), len(gold_hard)) if gold_hard or out_hard else None
    if show:
        for p, q in sorted(out_hard - gold_hard):
            print(f'    joined wrongly: …{text[max(0,p-8):p+1]!r} + {text[q:q+9]!r}…', file=sys.stderr)
    fig['breaks'] = f1(tp, no, ngb)
    # --- fields
    hl = kind = cut = topics = 0
    bt = bo = bg = rt = rn = ct = cto = cg_ = 0
    terr = tlen = 0
    for gi, st in enumerate(gold['stories']):
        o = out[match[gi][0]] if gi in match else {}
        want = [nospace(x) for x in [st['headline']] + st.get('headline_alternatives', []) if x]
        for extra in (st.get('kicker'), st.get('subtitle')):
            pass
        got = nospace(o.get('headline')) if not o.get('headline_derived') else ''
        ok = (got in want) if want else (got == '' and bool(o))
        hl += ok
        if show and not ok:
            print(f'    headline: want {want[:1]} got {got!r}', file=sys.stderr)
        kind += o.get('kind') == st['kind']
        cut += bool(o) and all(bool(o.get('truncated', {}).get(k)) == st['truncated'][k] for k in ('start', 'end'))
        gn = {nospace(b['name']): b['role'] for b in st['bylines']}
        on = defaultdict(set)
        for b in o.get('bylines', []):
            on[nospace(b.get('name'))].add(b.get('role') in PHOTO)
        hit = set(gn) & set(on)
        bt += len(hit)
        bg += len(gn)
        bo += len(on)
        if show and set(gn) != set(on):
            print(f'    bylines: want {sorted(gn)} got {sorted(on)}', file=sys.stderr)
        for x in hit:
            rn += 1
            rt += (gn[x] in PHOTO) in on[x]
        gc, oc = set(st['counties']), {c.get('code') for c in o.get('counties', [])}
        ct += len(gc & oc)
        cg_ += len(gc)
        cto += len(oc)
        if show and gc != oc:
            print(f'    counties: want {sorted(gc)} got {sorted(x or "" for x in oc)}  ({st["headline"]})', file=sys.stderr)
        ot = {t.get('id') if isinstance(t, dict) else t for t in o.get('topics', [])}
        must, may = set(st['topics']['must']), set(st['topics']['may'])
        tok = must <= ot and ot <= (must | may)
        topics += tok
        if show and not tok:
            print(f'    topics: must {sorted(must)} may {sorted(may)} got {sorted(ot)}  ({st["headline"]})', file=sys.stderr)
        gtext = nospace(''.join(b['text'] for b in st['blocks'] if b['role'] in ('paragraph', 'caption', 'subhead')))
        otext = nospace(''.join(b.get('text', '') for b in o.get('blocks', []) if b.get('role') in
                                ('paragraph', 'caption', 'subhead', 'dateline', 'credit', 'notice')))
        # a credit set inside the last line may stand in the gold body; compare with credits on both sides
        gfull = nospace(''.join(b['text'] for b in st['blocks'] if b['role'] in ('paragraph', 'caption', 'subhead', 'credit', 'notice')))
        terr += min(lev(gtext, otext), lev(gfull, otext))
        tlen += max(len(gtext), 1)
    for si, o in enumerate(out):
        if si not in used and si not in res:
            bo += len(o.get('bylines', []))
            cto += len(o.get('counties', []))
    fig['headline'] = hl / ng
    fig['bylines'] = f1(bt, bo, bg)
    fig['roles'] = rt / rn if rn else 1.0
    fig['kind'] = kind / ng
    fig['cut'] = cut / ng
    fig['counties'] = f1(ct, cto, cg_)
    fig['topics'] = topics / ng
    fig['spaced'] = sum(len(re.findall(rf'(?<={HAN})[ \u3000]+(?={HAN})', out_of_brackets(b.get('text', ''))))
                        for st in out for b in st.get('blocks', []) if b.get('role') in ('paragraph',))
    fig['text'] = max(0.0, 1 - terr / tlen)
    fig['_n'] = ng
    # what a figure over several pages is made of: right, said, true
    fig['_c'] = {'joins': (join_ok, join_n, join_n), 'hardjoins': (len(gold_hard & out_hard), len(out_hard), len(gold_hard)),
                 'breaks': (tp, no, ngb), 'bylines': (bt, bo, bg), 'counties': (ct, cto, cg_), 'roles': (rt, rn, rn)}
    return fig


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--cmd', required=True)
    ap.add_argument('--pages', required=True)
    ap.add_argument('--gold', required=True)
    ap.add_argument('--only')
    ap.add_argument('--json', action='store_true')
    ap.add_argument('--show', action='store_true', help='say on standard error what was missed')
    a = ap.parse_args()
    rows, failed = {}, {}
    for g in sorted(os.listdir(a.gold)):
        if not g.endswith('.json') or (a.only and a.only not in g):
            continue
        gold = json.load(open(os.path.join(a.gold, g), encoding='utf-8'))
        path = os.path.join(a.pages, gold['source'])
        raw = open(path, 'rb').read()
        text = raw.decode(gold.get('encoding', 'utf-8')).lstrip('\ufeff')
        if a.show:
            print(gold['source'], file=sys.stderr)
        try:
            r = subprocess.run(shlex.split(a.cmd) + [path], capture_output=True, timeout=60)
            if r.returncode:
                raise ValueError(f'exit status {r.returncode}: {r.stderr.decode("utf-8", "replace")[:200]}')
            out = [json.loads(l) for l in r.stdout.decode('utf-8').split('\n') if l.strip()]
            rows[gold['source']] = score_page(Page(text, gold), out, a.show)
        except Exception as e:
            failed[gold['source']] = f'{type(e).__name__}: {e}'
    mean = {}
    for f in FIGS:
        v = [(r[f], r['_n']) for r in rows.values() if r[f] is not None]
        if rows and f in next(iter(rows.values()))['_c']:
            t = [sum(r['_c'][f][k] for r in rows.values()) for k in range(3)]
            if t[1] or t[2]:
                mean[f] = f1(*t)
        elif f in ('lost', 'twice', 'spaced'):
            mean[f] = sum(x for x, _ in v)
        elif v:
            mean[f] = sum(x * w for x, w in v) / sum(w for _, w in v)
    if a.json:
        json.dump({'pages': rows, 'mean': mean, 'failed': failed}, sys.stdout, ensure_ascii=False)
        print()
    else:
        print('page'.ljust(26) + ''.join(f[:9].rjust(11) for f in FIGS))
        for name, r in list(rows.items()) + [('ALL (by story)', mean)]:
            print(name[:25].ljust(26) + ''.join(('-' if r.get(f) is None else str(r[f]) if isinstance(r[f], int) else f'{r[f]:.3f}').rjust(11)
                                                for f in FIGS))
        for name, why in failed.items():
            print(f'FAILED {name}: {why}')
    sys.exit(1 if failed else 0)


if __name__ == '__main__':
    main()
