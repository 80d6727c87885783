#!/usr/bin/env python3
"""Adds to the lines of words.tsv what the contexts of each word in unlabelled articles tell of it, and prints them.

usage: make_contexts.py WORDS.tsv TRAIN.conll FOLDER      (needs numpy, scipy, scikit-learn; a few minutes of CPU time)

A maximum-entropy classifier of tags learns from the first nine tenths of TRAIN.conll, only from the two words on either side of a token: their
spelling, clusters and list entries. On the articles of FOLDER (see corpus.py) it guesses the tag of each token from its context; what is
kept of a word is the mean over its tokens, in steps (`STEPS`). The last tenth is left out so that figures on it are honest. No label of the
articles is used, they have none. The idea is that of bootstrapped lists of names: Collins and Singer, "Unsupervised Models for Named
Entity Classification", EMNLP 1999.
"""
import collections, pathlib, sys
import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from corpus import sentences, split, tokens
from folding import fold

TAGS = ['O', 'B-LOC', 'B-MISC', 'B-ORG', 'B-PERS', 'I-LOC', 'I-MISC', 'I-ORG', 'I-PERS']
OFFSETS = (-2, -1, 1, 2)
STEPS = (0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.7, 0.85)

lines = open(sys.argv[1], encoding='utf-8').read().splitlines()
facts = {}
for line in lines:
    if line[0] != '#':
        form, clusters, flags = line.split('\t')[:3]
        facts[form] = [f'{level}:{c}' for level, c in enumerate(clusters.split())] + list(flags)


def base(word):
    """A word without what is written to it, as far as the vocabulary knows what is left; as MentionVocabulary.token."""
    if word in facts or len(word) < 4:
        return word
    for prefix in ('و', 'ف', 'ب', 'ل', 'ك', 'وب', 'ول', 'فب', 'فل'):
        if word.startswith(prefix) and word[len(prefix):] in facts and len(word) - len(prefix) >= 3:
            return word[len(prefix):]
    if word.startswith(('لل', 'ولل')) and 'ال' + word.lstrip('و')[2:] in facts:
        return 'ال' + word.lstrip('و')[2:]
    return word


def labelled(path):
    sentence = []
    for line in open(path, encoding='utf-8'):
        fields = line.split()
        if len(fields) > 1:
            tag = fields[1] if fields[1] in TAGS else 'O'
            for i, token in enumerate(tokens(fold(fields[0]))):
                sentence.append((base(token), tag if i == 0 or tag == 'O' else 'I-' + tag[2:]))
        elif sentence:
            yield sentence
            sentence = []
    if sentence:
        yield sentence


number = collections.defaultdict(lambda: len(number))
features = []  # for each word the numbers of its features, those of a word's own spelling first


def features_of(word):
    return [number['w:' + word]] + [number['f:' + fact] for fact in facts.get(word, ['none'])]


corpus = list(labelled(sys.argv[2]))
corpus = corpus[:len(corpus) * 9 // 10]
edge = features_of('')
known = {word: features_of(word) for sentence in corpus for word, _ in sentence}
width = len(number)
rows, columns, tags = [], [], []
for sentence in corpus:
    for i, (_, tag) in enumerate(sentence):
        for place, offset in enumerate(OFFSETS):
            inside = 0 <= i + offset < len(sentence)
            for feature in known[sentence[i + offset][0]] if inside else edge:
                rows.append(len(tags))
                columns.append(place * width + feature)
        tags.append(TAGS.index(tag))
matrix = csr_matrix((np.ones(len(rows), dtype=np.float32), (rows, columns)), shape=(len(tags), width * len(OFFSETS)))
model = LogisticRegression(C=0.5, max_iter=40).fit(matrix, tags)
weights = model.coef_.T.reshape(len(OFFSETS), width, len(TAGS)).astype(np.float32)

ids = {'': 0}
stream = [0, 0]
for sentence in sentences(pathlib.Path(sys.argv[3])):
    if len(sentence) > 1:
        stream += [ids.setdefault(base(token), len(ids)) for token in sentence] + [0, 0]
stream = np.array(stream, dtype=np.int32)
shares = np.zeros((len(OFFSETS), len(ids), len(TAGS)), dtype=np.float32)
for word, i in ids.items():
    seen = edge if word == '' else ['w:' + word] + ['f:' + fact for fact in facts.get(word, ['none'])]
    seen = seen if word == '' else [number[f] for f in seen if f in number]
    shares[:, i] = weights[:, seen].sum(axis=1)
sums, counts = np.zeros((len(ids), len(TAGS))), np.bincount(stream, minlength=len(ids))
for start in range(2, len(stream) - 2, 200_000):
    at = np.arange(start, min(start + 200_000, len(stream) - 2))
    scores = model.intercept_ + sum(shares[k][stream[at + offset]] for k, offset in enumerate(OFFSETS))
    scores = np.exp(scores - scores.max(axis=1, keepdims=True))
    scores /= scores.sum(axis=1, keepdims=True)
    for tag in range(len(TAGS)):
        sums[:, tag] += np.bincount(stream[at], weights=scores[:, tag], minlength=len(ids))


def digits(word):
    """In steps how much of the word is any name, a person, a place, an organisation, another name."""
    i = ids.get(word)
    if i is None or counts[i] < 2:
        return ''
    share = dict(zip(TAGS, sums[i] / counts[i]))
    values = [1 - share['O'], *(share['B-' + kind] + share['I-' + kind] for kind in ('PERS', 'LOC', 'ORG', 'MISC'))]
    return ''.join(str(sum(value >= step for step in STEPS)) for value in values)


for line in lines:
    fields = line.split('\t')
    print(line if line[0] == '#' else '\t'.join([*fields[:3], digits(fields[0])]))
