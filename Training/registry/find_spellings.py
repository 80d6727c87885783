#!/usr/bin/env python3
"""Adds to the persons of the registry the spellings of their names that unlabelled articles have, and prints Data/registry/persons.tsv anew.

usage: find_spellings.py FOLDER > FILE     (from the repository's root; standard library only; FOLDER is described in Training/mentions/corpus.py)

A run of words is a spelling of a name if each of its words has the consonants of the name's word, where long vowels, hamza and `ه` count nothing and
letters that write one foreign sound are one (`غ ج ق ك تش`). Words that many persons bear (rank 4 in Data/mentions/words.tsv) are spelt in one way only, so
that `حسن` does not become `حسين`. What two persons could be, what is a name of an entry already, words that are not common with fewer than LEAST consonants, a conjunction before the name, persons of states whose names
are Arabic, and words that stand elsewhere in more than 1 - SHARE of their places are left out.
"""
import collections, pathlib, re, sys
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'mentions'))
from corpus import sentences
from folding import fold

LEAST, SHARE = 4, 0.2
ARABIC = set('SYR IRQ LBN PSE JOR EGY SAU ARE QAT KWT BHR OMN YEM LBY SDN TUN DZA MAR MRT SOM DJI ESH'.split())
FILES = ('states', 'groups', 'organisations', 'media', 'persons')
SOUNDS = str.maketrans({'ط': 'ت', 'ض': 'د', 'ذ': 'د', 'ص': 'س', 'ث': 'س', 'غ': 'ج', 'ق': 'ج', 'ك': 'ج', **dict.fromkeys('اويءه')})


def common_words():
    for line in open('Data/mentions/words.tsv', encoding='utf-8'):
        if line[0] != '#':
            form, _, flags = line.split('\t')[:3]
            if '4' in flags:
                yield form


COMMON = set(common_words())


def consonants(word):
    return word if word in COMMON else word.replace('تش', 'ج').translate(SOUNDS)


def names(line):
    fields = line.rstrip('\n').split('\t')
    return [fields[2], *filter(None, fields[3].split('|'))]


def main():
    known, wanted = set(), collections.defaultdict(set)
    for file in FILES:
        for line in open(f'Data/registry/{file}.tsv', encoding='utf-8'):
            if line[0] == '#':
                continue
            known.update(map(fold, names(line)))
            foreign = file == 'persons' and line.split('\t')[6] not in ARABIC
            for name in names(line) if foreign else ():
                key = tuple(map(consonants, fold(name).split()))
                if len(key) > 1 and sum(len(word) for word in key if word not in COMMON) >= LEAST:
                    wanted[key].add(line.split('\t')[0])
    keys = {key: next(iter(ids)) for key, ids in wanted.items() if len(ids) == 1}
    firsts, lengths = {key[0] for key in keys}, sorted({len(key) for key in keys})
    memory, found, counts = {}, collections.defaultdict(collections.Counter), collections.Counter()
    for tokens in sentences(pathlib.Path(sys.argv[1])):
        counts.update(tokens)
        shapes = [memory[token] if token in memory else memory.setdefault(token, consonants(token)) for token in tokens]
        for i, shape in enumerate(shapes):
            for length in lengths if shape in firsts else ():
                person = keys.get(tuple(shapes[i:i + length]))
                if person:
                    found[person][tuple(tokens[i:i + length])] += 1
    for line in open('Data/registry/persons.tsv', encoding='utf-8'):
        fields = line.rstrip('\n').split('\t')
        if line[0] != '#' and fields[0] in found:
            fields[3] = '|'.join([*filter(None, [fields[3]]), *more(names(line), found[fields[0]], counts, known)])
        print('\t'.join(fields))


def more(there, found, counts, known):
    """The spellings found that are no names yet and whose new words hardly stand elsewhere, the most frequent first."""
    words, inside = {word for name in there for word in fold(name).split()}, collections.Counter()
    for name, count in found.items():
        for word in name:
            inside[word] += count
    for name, _ in found.most_common():
        new = set(name) - words
        if ' '.join(name) not in known and new and name[0][1:] not in words | set(inside) and all(inside[word] >= SHARE * counts[word] for word in new):
            yield ' '.join(name)


main()
