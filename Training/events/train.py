#!/usr/bin/env python3
"""Learns Data/reading/event-weights.tsv: which candidates in a sentence coders take for an event of their type.

usage: train.py --program MARSAD --data arabic_event_gsr > Data/reading/event-weights.tsv

Run in the repository's root. MARSAD is the program built from this tree; its features (`marsad read --explain --without confirm`) are
what is weighted. The data are assault.jsonl and protest.jsonl of openeventdata/arabic_event_gsr (fields
text, label). Needs scikit-learn 1.4 or later. Equal program and data give equal bytes; the figures that the
card holds are printed on standard error, too.

Each candidate of the sentence set's type is an example; it is right if all coders said yes to its sentence.
The examples of Data/reading/events.tsv are right by definition; they are learnt from in every fold and never scored.
Sentences that coders disagreed on are left out. The five folds go by a digest of the text. Within each, the
threshold is chosen for the best F1 over sentences on the other four folds (by cross-validation among them).
"""
import argparse, collections, json, os, subprocess, sys, tempfile, zlib

import numpy
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

STRENGTH = 0.05  # inverse of the L2 penalty
RAREST = 3  # features of fewer candidates are left out
FOLDS = 5
PLAIN = ('hunger', 'strike', 'obstruct')  # modes whose words are so plain that the program does not ask the model
KINDS = ('assault', 'protest')
THRESHOLDS = numpy.arange(0.05, 0.8, 0.01)


def read(program, texts):
    with tempfile.NamedTemporaryFile('w', suffix='.jsonl', encoding='utf-8') as file:
        for number, text in enumerate(texts):
            file.write(json.dumps({'id': str(number), 'text': text}, ensure_ascii=False) + '\n')
        file.flush()
        output = subprocess.run([program, 'read', '--explain', '--without', 'confirm', file.name],
                                check=True, stdout=subprocess.PIPE).stdout
    return [json.loads(line) for line in output.decode().splitlines()]


def lexicon_examples(program):
    with open('Data/reading/events.tsv', encoding='utf-8') as lines:
        rows = [line.rstrip('\n').split('\t') for line in lines if not line.startswith('#')]
    rows = [row for row in rows if row[5].lower() in KINDS]
    result = []
    for reading in read(program, [row[9] + '.' for row in rows]):
        kind = rows[int(reading['id'])][5]
        result += [(event['features'], True, None, ('lexicon', reading['id']), False, False)
                   for event in reading['events'] if event['type'] == kind]
    return result


def examples(program, folder):
    result = lexicon_examples(program)
    gold = {}
    for kind in KINDS:
        with open(os.path.join(folder, kind + '.jsonl'), encoding='utf-8') as file:
            rows = [row for row in map(json.loads, file) if row['label'] != 'ambiguous']
        for reading in read(program, [row['text'] for row in rows]):
            row = rows[int(reading['id'])]
            key = (kind, int(reading['id']))
            fold = zlib.crc32(row['text'].encode()) % FOLDS
            gold[key] = (row['label'] == 'yes', fold)
            for event in reading['events']:
                if event['type'] == kind.upper():
                    result.append((event['features'], row['label'] == 'yes', fold, key, event['status'] == 'actual',
                                   event['mode'] in PLAIN))
    return result, gold


class Model:
    def __init__(self, rows):
        counts = collections.Counter(f for row in rows for f in row[0])
        self.known = {f for f, n in counts.items() if n >= RAREST}
        self.vectors = DictVectorizer(dtype=numpy.float64)
        matrix = self.vectors.fit_transform([self.bag(row) for row in rows])
        self.regression = LogisticRegression(C=STRENGTH, max_iter=5000, tol=1e-8)
        self.regression.fit(matrix, [row[1] for row in rows])

    def bag(self, row):
        return {f: 1.0 for f in row[0] if f in self.known}

    def values(self, rows):
        values = self.regression.predict_proba(self.vectors.transform([self.bag(row) for row in rows]))[:, 1]
        return numpy.where([row[5] for row in rows], 1.0, values)


def out_of_fold(rows, folds):
    """The value of each row by a model of the other folds."""
    values = numpy.zeros(len(rows))
    for fold in folds:
        inside = [i for i, row in enumerate(rows) if row[2] == fold]
        model = Model([row for row in rows if row[2] != fold])
        if inside:
            values[inside] = model.values([rows[i] for i in inside])
    return values


def sentences(rows, values, kind):
    best = collections.defaultdict(float)
    for row, value in zip(rows, values):
        if row[3][0] == kind and row[4]:
            best[row[3]] = max(best[row[3]], value)
    return best


def f1(taken, gold):
    right = len(taken & gold)
    precision, recall = right / max(1, len(taken)), right / max(1, len(gold))
    return (2 * precision * recall / (precision + recall) if right else 0.0), precision, recall


def threshold(rows, values, gold, kind):
    """The middle of the thresholds within a hundredth of the best F1."""
    best = sentences(rows, values, kind)
    scores = [f1({k for k, v in best.items() if v >= t}, gold)[0] for t in THRESHOLDS]
    good = [t for t, score in zip(THRESHOLDS, scores) if score >= max(scores) - 0.01]
    return round(float(good[len(good) // 2]), 3)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--program', required=True)
    parser.add_argument('--data', required=True)
    a = parser.parse_args()
    rows, labels = examples(a.program, a.data)
    folds = range(FOLDS)
    taken = {kind: set() for kind in KINDS}
    for fold in folds:
        train = [row for row in rows if row[2] != fold]
        test = [row for row in rows if row[2] == fold]
        inner = out_of_fold(train, [f for f in folds if f != fold])
        values = Model(train).values(test)
        for kind in KINDS:
            gold = {k for k, (yes, f) in labels.items() if yes and f != fold and k[0] == kind}
            limit = threshold(train, inner, gold, kind)
            taken[kind] |= {k for k, v in sentences(test, values, kind).items() if v >= limit}
    figures = []
    for kind in KINDS:
        gold = {k for k, (yes, _) in labels.items() if yes and k[0] == kind}
        score, precision, recall = f1(taken[kind], gold)
        figures.append(f'{kind.upper()} P {precision:.3f} R {recall:.3f} F1 {score:.3f} ({len(gold)} of '
                       f'{sum(k[0] == kind for k in labels)} sentences yes)')
        print('five-fold', figures[-1], file=sys.stderr)
    model = Model(rows)
    outer = out_of_fold(rows, folds)
    print('# Weights of the confidence of events: a logistic regression. Made by Training/events/train.py; do not edit.')
    print('# Data: openeventdata/arabic_event_gsr (MIT), the labels of the sentences given, and the examples of events.tsv; no sentence is held here, only stems and weights.')
    print(f'# Use: ASSAULT and PROTEST in texts of one passage; elsewhere the confidence is told and nothing is left out.')
    print(f'# Candidates {len(rows)}, features {len(model.known)}, L2 strength {STRENGTH}. Five-fold: {"; ".join(figures)}.')
    print('# Limits: newspapers of 2000 to 2011, few PROTEST sentences; says how coders judged sentences, not whether a report is true.')
    print('# Columns: feature as marsad read --explain names it, weight; thresholds by type.')
    for kind in KINDS:
        gold = {k for k, (yes, _) in labels.items() if yes and k[0] == kind}
        print(f'threshold {kind.upper()}\t{threshold(rows, outer, gold, kind)}')
    print(f'bias\t{model.regression.intercept_[0]:.4f}')
    for name, weight in sorted(zip(model.vectors.feature_names_, model.regression.coef_[0])):
        if abs(weight) >= 0.0005:
            print(f'{name}\t{weight:.4f}')


main()
