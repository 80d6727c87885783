#!/usr/bin/env python3
"""Writes Data/names/words.tsv: words that stand in personal names, with the Latin spelling seen most often.

usage: make_name_words.py wd_arabic_64.txt Data/reading/words-learnt.tsv > Data/names/words.tsv   (standard library only)

Origin: names of persons in Wikidata (CC0), learning part only. Words that news text uses as common nouns or verbs are left out unless
they are seen in many names.
"""
import collections, re, sys

FOLD = str.maketrans({'أ': 'ا', 'إ': 'ا', 'آ': 'ا', 'ى': 'ي', 'ة': 'ه', 'ؤ': 'ء', 'ئ': 'ء', 'ی': 'ي', 'ک': 'ك', 'ھ': 'ه'})
common = set()
for line in open(sys.argv[2], encoding='utf-8'):
    if line[0] != '#':
        kind, words = line.rstrip('\n').split('\t')
        common.update(words.split() if kind != 'present' else [])
seen, latin = collections.Counter(), {}
for line in open(sys.argv[1], encoding='utf-8'):
    parts = line.rstrip('\n').split('\t')
    if len(parts) < 3: continue
    word = re.sub('[^\u0621-\u064a]', '', parts[1]).translate(FOLD)
    n = int(parts[2])
    if len(word) < 3: continue
    seen[word] += n
    if word not in latin or latin[word][0] < n: latin[word] = (n, parts[0])
print('''# Words of personal names, spelling folded for search, and the Latin spelling seen most often. Origin: Wikidata person names (CC0).
# Made by Training/words/make_name_words.py.''')
for word in sorted(seen):
    if word in common and seen[word] < 25: continue
    print(f'{word}\t{latin[word][1]}')
