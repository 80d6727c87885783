#!/usr/bin/env python3
"""Clusters the words of unlabelled articles by use, and prints `word<TAB>clusters` lines for make_words.py.

usage: make_clusters.py FOLDER > CLUSTERS.tsv      (needs gensim, scikit-learn; 10 minutes of CPU time)

FOLDER holds the articles that corpus.py names. Conjunction and prepositions are taken off a word where what is left is more frequent by
RATIO. Word vectors (word2vec, skip-gram) of a narrow window are clustered at 64, 256 and 1,024, those of a wide one at 512 (k-means).
Threads make runs differ in detail.
"""
import collections, pathlib, sys, tempfile
import numpy as np
from gensim.models import Word2Vec
from sklearn.cluster import MiniBatchKMeans
from corpus import sentences, split


def vectors(path, **settings):
    model = Word2Vec(corpus_file=path, min_count=4, sg=1, negative=8, workers=2, seed=7, **settings).wv
    return model.index_to_key, model.vectors / np.linalg.norm(model.vectors, axis=1, keepdims=True)


def clusters(values, count):
    start = 'random' if count > 600 else 'k-means++'
    return MiniBatchKMeans(count, batch_size=max(4096, 3 * count), n_init=1, max_iter=40, random_state=3, init=start).fit(values).labels_


corpus = [tokens for tokens in sentences(pathlib.Path(sys.argv[1])) if len(tokens) > 1]
count = collections.Counter(token for tokens in corpus for token in tokens)
pieces = {word: split(word, count) for word in list(count)}
with tempfile.TemporaryDirectory() as name:
    path = f'{name}/text'
    with open(path, 'w', encoding='utf-8') as out:
        for tokens in corpus:
            out.write(' '.join(piece for token in tokens for piece in pieces[token]) + '\n')
    words, narrow = vectors(path, vector_size=80, window=1, epochs=6, sample=1e-3)
    others, wide = vectors(path, vector_size=100, window=4, epochs=5, sample=1e-4)
at = {word: i for i, word in enumerate(others)}
levels = [clusters(narrow, k) for k in (64, 256, 1024)]
topics = clusters(wide, 512)
for i, word in enumerate(words):
    if not word.endswith('+') and any(letter.isalpha() for letter in word):
        print(word, ' '.join(str(level[i]) for level in levels) + f' {topics[at[word]]}', sep='\t')
