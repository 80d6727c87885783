#!/usr/bin/env python3
"""Learns Data/reading/event-record-weights.tsv: which of the events found in an article are events of their own.

usage: records.py --workshop EventWorkshop --parts FOLDER ARTICLES.jsonl=LABELS ... > Data/reading/event-record-weights.tsv

Run in the repository's root. EventWorkshop is the developers' tool of this tree; ARTICLES.jsonl holds `id`, `text` and
`published` of the articles that are labelled in the directory LABELS (Evaluation/articles.py makes it). Needs scikit-learn 1.4
or later. FOLDER holds the weights of triggers that have not seen a fifth of the articles each (triggers.py --parts). With `--test ARTICLES.jsonl=LABELS` the F1 on other articles is printed on standard error.

An example is an event that is found; it is right if a labelled event is paired with it. What is
learnt is a logistic regression; the folds go by a digest of the article's id. What is told twice is one event in the labels,
so that the model learns to leave the second telling out.
"""
import argparse, collections, sys

import numpy
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from labelled import PARTS, paired, part

STRENGTH = 0.1  # inverse of the L2 penalty
RAREST = 6  # features of fewer events are left out
THRESHOLD = 0.25  # the lower of the two best of the folds: what people miss is worse than what they have to leave out
LEAST = 0.001


class Article:
    def __init__(self, name, labelled, found, pairs):
        self.fold, self.labelled = part(name), labelled
        right = {id(example) for _, example in pairs}
        self.rows = [(example['candidates'][0]['features'], id(example) in right) for example in found]


def articles(workshop, sources, parts=None):
    return [Article(name, len(gold), found, pairs) for source in sources
            for name, _, gold, found, pairs in paired(workshop, 'record', *source.split('='), parts)]


def narrow(matrix):
    """The matrix with indices of 32 bits, which liblinear asks for."""
    matrix.indices, matrix.indptr = matrix.indices.astype(numpy.int32), matrix.indptr.astype(numpy.int32)
    return matrix


class Model:
    def __init__(self, of):
        rows = [row for article in of for row in article.rows]
        counts = collections.Counter(f for features, _ in rows for f in features)
        self.known = {f for f, n in counts.items() if n >= RAREST}
        self.vectors = DictVectorizer(dtype=numpy.float64)
        matrix = narrow(self.vectors.fit_transform([self.bag(features) for features, _ in rows]))
        self.regression = LogisticRegression(C=STRENGTH, solver='liblinear', max_iter=1000, tol=1e-8)
        self.regression.fit(matrix, [right for _, right in rows])

    def bag(self, features):
        return {f: 1.0 for f in features if f in self.known}

    def values(self, article):
        if not article.rows:
            return []
        return self.regression.predict_proba(self.vectors.transform([self.bag(f) for f, _ in article.rows]))[:, 1]


def score(of, values, threshold):
    """Precision, recall and F1 of what has at least the threshold."""
    taken = [right for article, own in zip(of, values) for (_, right), value in zip(article.rows, own) if value >= threshold]
    right, labelled = sum(taken), sum(article.labelled for article in of)
    return f'P {right / len(taken):.3f} R {right / labelled:.3f} F1 {2 * right / (len(taken) + labelled):.3f}'


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--workshop', required=True)
    parser.add_argument('--parts', required=True)
    parser.add_argument('--test', action='append', default=[])
    parser.add_argument('sources', nargs='+', metavar='ARTICLES.jsonl=LABELS')
    a = parser.parse_args()
    of = articles(a.workshop, a.sources, a.parts)
    models = [Model([article for article in of if article.fold != fold]) for fold in range(PARTS)]
    values = [models[article.fold].values(article) for article in of]
    figures = f'{PARTS}-fold {score(of, values, THRESHOLD)}; without it {score(of, values, 0)}'
    for threshold in (0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5):
        print(f'at {threshold}', score(of, values, threshold), file=sys.stderr)
    model = Model(of)
    for test in a.test:
        others = articles(a.workshop, [test])
        own = [model.values(article) for article in others]
        print(test.split('=')[0], score(others, own, THRESHOLD), 'without it', score(others, own, 0), file=sys.stderr)
    labels = ', '.join('Evaluation/labels/' + source.split('=')[1].rstrip('/').split('/')[-1] for source in a.sources)
    print("# Weights of the choice of events' records: a logistic regression. Made by Training/events/records.py; do not edit.")
    print(f'# Data: {labels} (offsets and labels of this project); no text and no name is held here.')
    print(f'# Events {sum(len(article.rows) for article in of)} of {len(of)} articles, L2 strength {1 / STRENGTH:.0f}. {figures}.')
    print('# Columns: feature, weight; the least confidence of a record; the bias.')
    print(f'threshold\t{THRESHOLD}')
    print(f'bias\t{model.regression.intercept_[0]:.4f}')
    for name, weight in sorted(zip(model.vectors.feature_names_, model.regression.coef_[0])):
        if abs(weight) >= LEAST:
            print(f'{name}\t{weight:.3f}')


main()
