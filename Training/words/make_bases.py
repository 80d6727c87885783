#!/usr/bin/env python3
"""Writes Data/words/bases.tsv and Data/words/clitics.tsv: how often words occur without their clitics, and how often each clitic does.

usage: make_bases.py ARTICLES.jsonl.gz Data/words      (Python 3 standard library only)

Only counts of word forms are taken from the text, which need no labels and keep none of it. Each form is cut in all ways that
the lists below allow; which way is likely is learnt by expectation maximisation from the counts (Dempster, Laird and Rubin
1977): a way's weight is the product of the shares of its beginning, its base and its pronoun, where a base that can be cut
itself counts what it has with the article, and little else. Words of grammar (Data/words/stop-words.tsv) and countries
(Data/places/countries.tsv) are never cut. A base is spelt as it stands alone (مدرستهم: مدرسة), with one alef (ا for أ إ آ),
else as folded at FoldingLevel.letters.
"""
import collections
import gzip
import json
import math
import re
import sys

LIMIT = 6.0  # a base is kept that counts so much
ROUNDS = 6
EVERY_BASE = 0.3  # what a base counts that nothing speaks for
# A form that can be cut speaks little for itself as a base, unless it has the article.
DOUBTED_BEGINNING = 0.05
DOUBTED_END = 0.02
TAKERS = ('preposition', 'conjunction', 'subordinator', 'quantifier', 'negation')
WHOLE = ['الله', 'واحد', 'واحدة', 'المانيا']
FUTURE_SHARE = 0.05  # of what looks like a present
RAREST = 2  # forms that occur less often teach nothing
FOLD = str.maketrans('أإآٱیکہھە', 'اااايكههه')
MARKS = re.compile('[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]')
WORD = re.compile('[\u0621-\u063a\u0641-\u064a]+')

# Before the base, pieces apart by +; what kind of base may follow.
CONJUNCTIONS = ['', 'و', 'ف']
BEGINNINGS = [('', 'any'), ('ال', 'defined'), ('ب', 'any'), ('ل', 'any'), ('ك', 'any'), ('ب+ال', 'defined'), ('ك+ال', 'defined'),
              ('ل+ل', 'defined'), ('س', 'present')]
PRONOUNS = ['ه', 'ها', 'هم', 'هن', 'هما', 'ك', 'كم', 'كن', 'كما', 'نا', 'ني', 'ي']
# Shares that are set: endings that are mostly letters of the word itself.
SET_SHARES = {'ي': 3e-4, 'ني': 2e-5, 'ك': 1e-4, 'كن': 1e-6, 'كما': 1e-6, 'هن': 1e-4}
# A base of one letter stands before a pronoun only: له، به، كهذا.
ONE_LETTER = {'ب', 'ل'}


def forms_of(path):
    counts = collections.Counter()
    with gzip.open(path, 'rt', encoding='utf-8') as lines:
        for line in lines:
            article = json.loads(line)
            text = (article.get('title') or '') + '\n' + (article.get('text') or '')
            counts.update(WORD.findall(MARKS.sub('', text).translate(FOLD)))
    return counts


def bases_before(stem):
    """What stands alone for a stem before a pronoun."""
    yield stem
    last = stem[-1]
    if last == 'ت': yield stem[:-1] + 'ة'
    elif last in 'ئؤ': yield stem[:-1] + 'ء'
    elif last == 'ا': yield stem[:-1] + 'ى'
    elif last == 'ي': yield stem[:-1] + 'ى'
    elif last == 'و': yield stem + 'ا'


def ways(form, known, closed, counts):
    """All (beginning, base, pronoun) of a form whose base is known, and the form itself."""
    found = [('', form, '')]
    if form in closed.whole: return found
    if form[0] in 'وف' and form[1:] in closed.whole: return [(form[0], form[1:], '')]
    for conjunction in CONJUNCTIONS:
        if not form.startswith(conjunction): continue
        for beginning, kind in BEGINNINGS:
            written = conjunction + beginning.replace('+', '')
            if not form.startswith(written): continue
            rest = form[len(written):]
            name = '+'.join(piece for piece in (conjunction, beginning) if piece)
            if kind == 'present' and not (len(rest) >= 3 and rest[0] in 'يتنا'): continue
            if kind == 'defined' and rest in closed.particles: continue
            # للقاء is ل and لقاء, its article within.
            if beginning == 'ل+ل' and counts['الل' + rest] > counts['ال' + rest]: continue
            if written and len(rest) >= 2 and rest in known: found.append((name, rest, ''))
            if kind == 'defined': continue
            for pronoun in PRONOUNS:
                stem = rest[:-len(pronoun)]
                if not rest.endswith(pronoun) or not stem: continue
                if len(stem) == 1 and (stem not in ONE_LETTER or beginning): continue
                for base in bases_before(stem):
                    # Before a pronoun teh marbuta, hamza on the line and alef maksura are spelt otherwise.
                    if base == stem and base[-1] in 'ةىء' and not (base[-1] == 'ء' and base[-2:-1] == 'ا'): continue
                    if base in closed.particles and base not in closed.takers: continue
                    if base in known or base in ONE_LETTER: found.append((name, base, pronoun))
    if any(pronoun and base in closed.particles for _, base, pronoun in found): found = found[1:]
    return found


def parted(name):
    """The conjunction of a beginning, and the rest behind it."""
    pieces = name.split('+')
    return ('and ' + pieces[0], '+'.join(pieces[1:])) if pieces[0] in ('و', 'ف') else ('and', name)


def is_defined(beginning):
    return beginning.endswith('ال') or beginning.endswith('ل+ل')


class Closed:
    """The words of grammar: they are never cut, take no article, and some take pronouns."""

    def __init__(self, folder):
        self.whole, self.particles, self.takers = set(WHOLE), set(), set()
        for line in open(folder + '/stop-words.tsv', encoding='utf-8'):
            if line.startswith('#'): continue
            category, words = line.rstrip('\n').translate(FOLD).split('\t')
            words = set(words.split(' '))
            if category != 'compound': self.whole |= words
            if category not in ('compound', 'auxiliary'): self.particles |= words
            if category in TAKERS: self.takers |= words
        self.whole -= ONE_LETTER | {'و', 'ف'}
        for line in open(folder + '/../places/countries.tsv', encoding='utf-8'):
            if line.startswith('#'): continue
            names = WORD.findall(line.split('\t')[2].translate(FOLD))
            self.whole.update(name for name in names if not name.startswith('ال'))


def learn(counts, closed):
    known = {form for form, count in counts.items() if count >= 2 and len(form) >= 2}
    for form, count in counts.items():
        for article in ('ال', 'وال', 'بال'):
            rest = form[len(article):]
            # التزامها is no word with the article: what ends like a pronoun must also occur alone.
            if count >= 2 and form.startswith(article) and len(rest) > 1 and not rest.endswith(('ه', 'ها', 'هم', 'نا')): known.add(rest)
    counts = collections.Counter({form: count for form, count in counts.items() if count >= RAREST})
    all_ways = [(count, ways(form, known, closed, counts)) for form, count in counts.items()]
    doubted = {}
    for form in known:
        cuts = [way for way in ways(form, known, closed, counts) if way[1] != form]
        if any(way[2] for way in cuts): doubted[form] = DOUBTED_END
        elif cuts: doubted[form] = DOUBTED_BEGINNING
    begin = {name: 0.5 * 0.08 ** (name.count('+') + 1) if name else 0.5 for name in {way[0] for _, found in all_ways for way in found}}
    end = {name: 0.01 if name else 0.9 for name in [''] + PRONOUNS}
    shares = [[1 / len(found)] * len(found) for _, found in all_ways]
    for _ in range(ROUNDS):
        base_counts, new_begin, new_end, defined = (collections.Counter() for _ in range(4))
        for (count, found), weights in zip(all_ways, shares):
            for (beginning, base, pronoun), weight in zip(found, weights):
                base_counts[base] += count * weight
                new_begin[beginning] += count * weight
                new_end[pronoun] += count * weight
                if is_defined(beginning): defined[base] += count * weight
        tokens = sum(base_counts.values())
        # A conjunction is independent of what stands behind it.
        part = collections.Counter()
        for name, count in new_begin.items():
            for piece in parted(name): part[piece] += count / tokens
        part['س'] = FUTURE_SHARE
        begin = {name: max(part[parted(name)[0]] * part[parted(name)[1]], 1e-7) for name in begin}
        end = {name: max(new_end[name] / tokens, 1e-7) for name in end}
        end.update(SET_SHARES)
        for base, doubt in doubted.items(): base_counts[base] = defined[base] + doubt * (base_counts[base] - defined[base])
        for i, (count, found) in enumerate(all_ways):
            weights = [begin[b] * (base_counts[base] + EVERY_BASE) * end[e] for b, base, e in found]
            whole = sum(weights)
            shares[i] = [weight / whole for weight in weights]
    return base_counts, begin, end


def main():
    counts = forms_of(sys.argv[1])
    bases, begin, end = learn(counts, Closed(sys.argv[2]))
    articles = collections.Counter()
    for form, count in counts.items():
        for article in ('ال', 'وال', 'بال', 'لل', 'ولل', 'كال', 'وبال'):
            if form.startswith(article): articles[form[len(article):]] += count
    with open(sys.argv[2] + '/bases.tsv', 'w', encoding='utf-8') as out:
        print('# Words without their clitics, and what speaks for them, estimated from counts of word forms; spelt with one alef.', file=out)
        print('# Made by Training/words/make_bases.py from SaudiNewsNet 2015 (counts of word forms only). Columns: base, times, times with the article. A base that can be cut itself counts little without the article.', file=out)
        for base, count in sorted(bases.items()):
            if count >= LIMIT: print(f'{base}\t{count:.0f}\t{min(articles[base], round(count))}', file=out)
    with open(sys.argv[2] + '/clitics.tsv', 'w', encoding='utf-8') as out:
        print('# Clitics and how often a word has them: beginnings (pieces apart by +) and pronouns at the end; - is none.', file=out)
        print('# Made by Training/words/make_bases.py from SaudiNewsNet 2015 (counts of word forms only). Columns: where, pieces, natural logarithm of the share.', file=out)
        for where, shares in (('before', begin), ('behind', end)):
            for name, share in sorted(shares.items()): print(f'{where}\t{name or "-"}\t{math.log(share):.3f}', file=out)


if __name__ == '__main__':
    main()
