#!/usr/bin/env python3
"""Writes Data/mentions/words.tsv: for each word form its clusters of use and what the lists say of it.

usage: make_words.py CLUSTERS.tsv NAMES.txt... > Data/mentions/words.tsv   (from the repository's root; standard library only)

CLUSTERS.tsv is from make_clusters.py; NAMES.txt are lists of words of personal names: `latin<TAB>letters<TAB>count` (Wikidata, CC0) or
`arabic<TAB>latin` (Google ar2en, Apache-2.0). The rest is from Data/mentions/heads.tsv, Training/mentions/bodies.tsv, Data/places and
Data/registry. make_contexts.py adds a last column.
"""
import collections, re, sys
from folding import fold

LETTER = {'organisation': 'o', 'group': 'g', 'media': 'm', 'facility': 'f', 'place-kind': 'k', 'office': 'c', 'title': 't', 'joint': 'j',
          'money': 'y', 'group-name': 'w'}
BODIES = {'club': 'S', 'company': 'Y', 'medium': 'M', 'body': 'O', 'party': 'Q'}


def rows(path):
    for line in open(path, encoding='utf-8'):
        if line[0] != '#' and line.strip():
            yield line.rstrip('\n').split('\t')


clusters = {row[0]: row[1] for row in rows(sys.argv[1])}
flags, rank, place, groups = collections.defaultdict(set), collections.Counter(), {}, set()
for kind, words in rows('Data/mentions/heads.tsv'):
    if kind == 'group-names':
        groups.update(fold(name) for name in words.split('|'))
        continue
    for word in words.split():
        word = fold(word)
        forms = [word] if kind in ('title', 'joint', 'money', 'group-name') else [word, 'ال' + word]
        for form in forms:
            flags[form].add(LETTER[kind])
            if form.endswith('ه') and kind == 'organisation':
                flags[form[:-1] + 'ت'].add(LETTER[kind])
for path in sys.argv[2:]:
    for row in rows(path):
        if len(row) > 2:
            rank[fold(re.sub('[^\u0621-\u064a]', '', row[1]))] += int(row[2])
        elif len(row[0]) > 2:
            rank[fold(row[0])] += 1
# Names that several places bear name a place all the same.
ambiguous = {fold(row[0]) for row in rows('Data/places/ambiguous.txt') if not row[1:] or not row[1].startswith('# several')}
for name, letter in (('countries', 'C'), ('regions', 'R'), ('governorates', 'G'), ('known-places', 'K'), ('districts', 'D'), ('towns', 'T')):
    for row in rows(f'Data/places/{name}.tsv'):
        for form in [row[2]] + row[3].split('|'):
            if len(form) > 2:
                place.setdefault(fold(form), letter.lower() + '~' if fold(form) in ambiguous else letter)
        if name == 'countries':
            for adjective in row[13].split('|'):
                flags[fold(adjective)].add('n')
                flags['ال' + fold(adjective)].add('n')
            for capital in row[14].split('|'):
                place.setdefault(fold(capital), 'K')

for name in groups:
    place[name] = 'W'
bodies = [(names.split('|'), BODIES[kind]) for kind, names in rows('Training/mentions/bodies.tsv')]
for name, letter in (('organisations', 'O'), ('media', 'M')):
    bodies += [([row[2]] + row[3].split('|'), letter) for row in rows(f'Data/registry/{name}.tsv')]
for names, letter in bodies:
    for form in names:
        form = fold(form)
        if len(form) > 2 and place.get(form, 'T') in ('D', 'T', 'd~', 't~'):
            place[form] = letter

AMBIGUOUS = {'c~': 'B', 'r~': 'E', 'g~': 'H', 'k~': 'L', 'd~': 'P', 't~': 'U'}
print('''# Word forms (folded for search), their clusters of use at four sizes, and what lists say of them: o organisation, g group, m media,
# f facility, k kind of place, c office, t title, j joint of names, y money, n nationality, w name of a group; 1 to 4 how often in names of persons;
# a capital the kind of place that the form names (C country, R region, G governorate, K well-known, D district, T town; B E H L P U
# the same where the form is also a common word; W an armed group) or the kind of body (S club, Y company, M medium, O organisation,
# Q party). Forms of several words are names of places, groups and bodies. Last, what the contexts of the form in unlabelled articles tell:
# how much of it is any name, a person, a place, an organisation, another name, in steps from 0 to 8.
# Made by Training/mentions/make_words.py and make_contexts.py; origins and licences in Training/mentions/CARD.md.''')
for form in sorted({*clusters, *flags, *place, *(w for w, n in rank.items() if len(w) > 1)}):
    if not form:
        continue
    n = rank[form]
    level = '' if not n else '1' if n == 1 else '2' if n < 5 else '3' if n < 25 else '4'
    at = place.get(form, '')
    print(form, clusters.get(form, ''), ''.join(sorted(flags[form])) + level + AMBIGUOUS.get(at, at), sep='\t')
