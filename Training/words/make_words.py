#!/usr/bin/env python3
"""Writes Data/reading/words-learnt.tsv: words that are plainly verbs or plainly common nouns, told from how often their forms occur.

usage: make_words.py ARTICLES.jsonl.gz > Data/reading/words-learnt.tsv      (Python 3 standard library only)

Unlabelled statistics of a large text: a past verb occurs with the endings -t and -wA and hardly with the article; a present verb occurs
with both prefixes y- and t-; a common noun occurs with and without the article. No text is kept, only word forms.
"""
import collections, gzip, json, re, sys

FOLD = str.maketrans({'أ': 'ا', 'إ': 'ا', 'آ': 'ا', 'ى': 'ي', 'ة': 'ه', 'ؤ': 'ء', 'ئ': 'ء', 'ی': 'ي', 'ک': 'ك', 'ھ': 'ه'})
MARKS = re.compile('[\u064b-\u0652\u0670\u0640]')
count = collections.Counter()
for line in gzip.open(sys.argv[1], 'rt', encoding='utf-8'):
    a = json.loads(line)
    count.update(re.findall('[\u0621-\u064a]+', MARKS.sub('', a['title'] + ' ' + a['text']).translate(FOLD)))
both = lambda w: count[w] + count['و' + w]
past, present, noun = [], [], []
for w, n in count.items():
    if n < 8 or len(w) < 2: continue
    article = count['ال' + w] + count['وال' + w] + count['بال' + w] + count['لل' + w]
    # past: w, wt, wwA
    t, wa = both(w + 'ت'), both(w + 'وا')
    if len(w) >= 3 and n >= 12 and t >= 6 and wa >= 2 and article < 0.12 * n: past.append(w)
    # present: yX and tX
    if w[0] == 'ي' and len(w) >= 4:
        x = w[1:]
        if both('ت' + x) >= 3 and both(w) >= 10 and article < 0.03 * n: present.append(x)
    if n >= 15 and len(w) >= 3 and article >= 0.08 * n and article >= 8: noun.append(w)
past, present, noun = set(past), set(present), set(noun)
joined = lambda w: w[0] in 'وف' and len(w) > 3 and (w[1:] in past or count[w[1:]] > count[w])  # a conjunction written together
past -= {w for w in past if w in noun or joined(w)}
noun -= {w for w in noun if joined(w)}
print('''# Words told from the statistics of unlabelled text (forms with and without article, prefixes, endings); spelling folded for search.
# Made by Training/words/make_words.py from SaudiNewsNet 2015 (counts of word forms only). Class, then words.''')
for name, words in (('past', past), ('present', present), ('noun', noun)):
    for chunk in range(0, len(words), 40):
        print(name + '\t' + ' '.join(sorted(words)[chunk:chunk + 40]))
print(len(past), len(present), len(noun), file=sys.stderr)
