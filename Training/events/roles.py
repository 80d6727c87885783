#!/usr/bin/env python3
"""Counts how often words act and suffer in events of the news: Data/reading/event-roles.tsv.

usage: roles.py ARTICLES.jsonl READINGS.jsonl > Data/reading/event-roles.tsv

ARTICLES.jsonl holds `id` and `text` of newspapers' articles, READINGS.jsonl what `marsad read` makes of them. No labels: a word
acts where the reader takes a party that begins with it for an actor. Python 3 standard library only.

Rates are rounded natural logarithms of the share of a word's occurrences in which it acts or suffers, leanings those of the ratio
of both in events of a kind; moved to 0 to 6.
"""
import collections, json, math, re, sys

FEWEST = 4  # parties of which a word must be the first
LEANINGS = {'ASSAULT': 0, 'COERCE': 1, 'MOBILIZE': 1, 'AID': 1, 'PROTEST': 1, 'RETREAT': 1, 'CONCEDE': 1, 'SANCTION': 1,
            'CONSULT': 2, 'AGREE': 2, 'COOPERATE': 2}
MARKS = re.compile('[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]')
# As Folding(.search) of ArabicScript.
FOLDED = str.maketrans({'أ': 'ا', 'إ': 'ا', 'آ': 'ا', 'ٱ': 'ا', 'ى': 'ي', 'ی': 'ي', 'ة': 'ه', 'ک': 'ك', 'ؤ': 'ء', 'ئ': 'ء'})


def bare(word):
    """The word without conjunction, preposition and article, as EventReader.bareWord makes it."""
    short = re.sub('^[وف]?(?:[بك]?ال|لل)', '', word)
    return short if len(short) >= 2 else word


def words(text):
    return [bare(word) for word in re.findall(r'\w+', MARKS.sub('', text).translate(FOLDED))]


def bucket(value):
    return max(0, min(6, round(value) + 3))


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    texts = {article['id']: article['text'] for article in map(json.loads, open(sys.argv[1], encoding='utf-8'))}
    taken = {'actor': collections.Counter(), 'recipient': collections.Counter()}
    by_kind = {'actor': collections.Counter(), 'recipient': collections.Counter()}
    met = collections.Counter()
    events = 0
    for line in open(sys.argv[2], encoding='utf-8'):
        reading = json.loads(line)
        text = texts[reading['id']]
        met.update(words(text))
        for event in reading['events']:
            events += 1
            for role in taken:
                for span in event[role]:
                    start, end = (span['start'], span['end']) if isinstance(span, dict) else span
                    head = words(text[start:end])[:1]
                    taken[role].update(head)
                    by_kind[role].update((word, LEANINGS.get(event['type'], 3)) for word in head)
    print('# How often words act and suffer in events of the news. Made by Training/events/roles.py; do not edit.')
    print(f'# Data: the parties that the reader finds in {events} events of SaudiNewsNet (statistics without labels). No text is held here.')
    print('# Columns: first word of a party, folded; how often it acts, how often it suffers; leaning to acting in violence, deeds,')
    print('# meetings, words (3: as often as not), each 0 to 6.')
    for head in sorted(met):
        acts, suffers = taken['actor'][head], taken['recipient'][head]
        if acts + suffers < FEWEST:
            continue
        rate = lambda count: bucket(math.log((count + .3) / (met[head] + 30)) + 3)
        leanings = [bucket(math.log((by_kind['actor'][head, k] + .5) / (by_kind['recipient'][head, k] + .5))) for k in range(4)]
        print('\t'.join(map(str, [head, rate(acts), rate(suffers)] + leanings)))


main()
