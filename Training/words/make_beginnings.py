#!/usr/bin/env python3
"""Writes Data/words/beginnings.tsv: words whose first letter looks like a clitic and is none.

usage: make_beginnings.py ARTICLES.jsonl[.gz] > Data/words/beginnings.tsv      (Python 3 standard library only)

A word that is written with the article before it (الوزارة, البحر, الفرصة) owns its first letter, for no clitic stands
between article and noun. Counted are the words with the article over a collection of unlabelled news text; kept are
those of at least four letters that begin with و ف ب ك ل س or ال and stand with the article five times or more.
Words are folded as the reader folds them for search: no marks, one alef, yeh for alef maksura, heh for teh marbuta.
"""
import collections
import gzip
import json
import re
import sys

MINIMUM = 5
FOLD = str.maketrans('أإآٱىةیکہھەئؤ', 'ااااي' 'هيكهههءء')
MARKS = re.compile('[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]')
WORD = re.compile('[\u0621-\u063a\u0641-\u064a]+')
ARTICLES = ('ال', 'وال', 'بال', 'فال', 'كال', 'وبال')


def main():
    path = sys.argv[1]
    counts = collections.Counter()
    with (gzip.open if path.endswith('.gz') else open)(path, 'rt', encoding='utf-8') as lines:
        for line in lines:
            article = json.loads(line)
            text = (article.get('title') or '') + '\n' + (article.get('text') or '')
            counts.update(WORD.findall(MARKS.sub('', text).translate(FOLD)))
    with_article = collections.Counter()
    for word, count in counts.items():
        for article in ARTICLES:
            if word.startswith(article) and len(word) >= len(article) + 4:
                rest = word[len(article):]
                # (و)ال...: what follows وال may itself be a word with the article.
                if rest[0] in 'وفبكلس' or rest.startswith('ال'):
                    with_article[rest] += count
    print('# Words that own their first letter although it looks like a clitic or the article; folded for search.')
    print('# Made by Training/words/make_beginnings.py: each stands with the article five times or more in unlabelled')
    print('# newspaper text (SaudiNewsNet, 2015). Columns: word, times seen with the article.')
    for word, count in sorted(with_article.items()):
        if count >= MINIMUM:
            print(f'{word}\t{count}')


main()
