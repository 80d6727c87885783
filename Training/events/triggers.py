#!/usr/bin/env python3
"""Learns Data/reading/event-trigger-weights.tsv: which type of event, if any, a word tells of.

usage: triggers.py --workshop EventWorkshop [--parts FOLDER] ARTICLES.jsonl=LABELS ... > Data/reading/event-trigger-weights.tsv

Run in the repository's root. EventWorkshop is the developers' tool of this tree; ARTICLES.jsonl holds `id`, `text` and
`published` of the articles that are labelled in the directory LABELS (Evaluation/articles.py makes it). Needs scikit-learn 1.4
or later. With --parts also weights that have not seen a fifth of the articles are written, FOLDER/0.tsv to 4.tsv: what
records.py learns from.

Candidates are the words whose stem begins at least LEAST labelled triggers. An example is right with the type of the labelled
event whose trigger it begins. What is learnt is a multinomial logistic regression. An event that is told again is labelled at its first
telling only, so that the model learns to leave the second out as far as the words show it.
"""
import argparse, collections, json, pathlib, subprocess, sys, tempfile

import numpy
import scipy.sparse
from sklearn.linear_model import LogisticRegression

from labelled import PARTS, bounds, overlap, part

STRENGTH = 0.3  # inverse of the L2 penalty
LEAST = 2
RAREST = 3  # features of fewer candidates are left out
SMALLEST = 0.06  # weights nearer to 0 are left out


def triggers(labels):
    """For each article its labelled triggers, with their types."""
    found = {}
    for path in sorted(pathlib.Path(labels).glob('*.json')):
        label = json.loads(path.read_text(encoding='utf-8'))
        found[label.get('id') or path.stem] = [(bounds(event['trigger']), event['type']) for event in label['events']]
    return found


def output(*command):
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        for line in process.stdout:
            yield json.loads(line)
    if process.returncode:
        sys.exit(f'triggers.py: {command[0]} failed')


def beginnings(workshop, sources):
    """For each article the stems that begin its labelled triggers."""
    found = {}
    for articles, labelled in sources:
        for article in output(workshop, '--stems', articles):
            found[article['id']] = [next((word['stem'] for word in article['stems'] if overlap(word['span'], trigger)), '')
                                    for trigger, _ in labelled.get(article['id'], [])]
    return found


def known(beginnings):
    """The stems that begin triggers often enough."""
    counts = collections.Counter(stem for stems in beginnings for stem in stems)
    return sorted(stem for stem, n in counts.items() if stem and n >= LEAST)


class Word:
    def __init__(self, line, labelled):
        self.part, self.features = part(line['id']), line['candidates'][0]['features']
        self.stem = next(feature for feature in self.features if feature.startswith('stem\t')).split('\t')[1]
        at = line['trigger']
        self.type = next((kind for trigger, kind in labelled if at[0] <= trigger[0] < at[1]), 'none')


def words(workshop, sources, stems):
    with tempfile.NamedTemporaryFile('w', suffix='.txt') as file:
        file.write('\n'.join(stems))
        file.flush()
        return [Word(line, labelled[line['id']]) for articles, labelled in sources
                for line in output(workshop, '--words', file.name, articles) if line['id'] in labelled]


def matrix(rows, columns):
    starts, indices = [0], []
    for row in rows:
        indices += sorted({columns[feature] for feature in row if feature in columns})
        starts.append(len(indices))
    return scipy.sparse.csr_matrix((numpy.ones(len(indices), numpy.float32), indices, starts), (len(rows), len(columns)))


def learn(words, stems, articles, labels):
    """The lines of a file of weights."""
    stems = set(stems)
    words = [word for word in words if word.stem in stems]
    counts = collections.Counter(feature for word in words for feature in set(word.features))
    features = sorted(feature for feature, n in counts.items() if n >= RAREST or feature.startswith('stem\t'))
    columns = {feature: k for k, feature in enumerate(features)}
    model = LogisticRegression(C=STRENGTH, max_iter=150, tol=1e-3)
    model.fit(matrix([word.features for word in words], columns), [word.type for word in words])

    def weights(values):
        return ' '.join(f'{kind} {value:.2f}' for kind, value in zip(model.classes_, values) if abs(value) >= SMALLEST)
    yield '# Weights of the choice of triggers: a multinomial logistic regression. Made by Training/events/triggers.py; do not edit.'
    yield f'# Data: {labels} (offsets and labels of this project); single words and pairs of words are held here, no text.'
    yield (f'# Candidates {len(words)}, {sum(word.type != "none" for word in words)} of them triggers, of {articles} articles;'
           f' stems {len(stems)}, L2 strength {1 / STRENGTH:.1f}.')
    yield '# Columns: feature, its first and its second piece (- for none), weights by type.'
    yield 'bias\t-\t-\t' + weights(model.intercept_)
    for feature, k in columns.items():
        told = weights(model.coef_[:, k])
        if told or feature.startswith('stem\t'):
            yield f'{feature}\t{told}'


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--workshop', required=True)
    parser.add_argument('--parts', type=pathlib.Path)
    parser.add_argument('sources', nargs='+', metavar='ARTICLES.jsonl=LABELS')
    a = parser.parse_args()
    named = [source.split('=') for source in a.sources]
    sources = [(articles, triggers(labels)) for articles, labels in named]
    labels = ', '.join('Evaluation/labels/' + labels.rstrip('/').split('/')[-1] for _, labels in named)
    begun = beginnings(a.workshop, sources)
    every = words(a.workshop, sources, known(begun.values()))
    for k in range(PARTS if a.parts else 0):
        others = [stems for article, stems in begun.items() if part(article) != k]
        lines = learn([word for word in every if word.part != k], known(others), len(others), labels)
        (a.parts / f'{k}.tsv').write_text('\n'.join(lines) + '\n', encoding='utf-8')
    for line in learn(every, known(begun.values()), len(begun), labels):
        print(line)


main()
