#!/usr/bin/env python3
"""Learns the weights of the sequence model and prints them as Data/mentions/model.tsv.

usage: train.py FEATURES.txt [FEATURES.txt...] [--c1 0.05] [--c2 0.5] [--iterations 70] > model.tsv   (needs python-crfsuite)

FEATURES.txt is what `MentionWorkshop features` prints: a line a token, tag and features; blank lines between sentences. Learnt by
CRFsuite (Okazaki), L-BFGS with L1 and L2 regularisation; weights are rounded to 1/SCALE, and features whose weights all vanish are left out.
"""
import argparse, collections, os, sys, tempfile
import pycrfsuite

SCALE = 200
parser = argparse.ArgumentParser()
parser.add_argument('files', nargs='+')
parser.add_argument('--c1', type=float, default=0.05)
parser.add_argument('--c2', type=float, default=0.5)
parser.add_argument('--iterations', type=int, default=70)
parser.add_argument('--outside', type=float, default=0.5, help='what is taken off the weight of O, for recall')
a = parser.parse_args()
trainer = pycrfsuite.Trainer('lbfgs', verbose=False)
trainer.set_params({'c1': a.c1, 'c2': a.c2, 'max_iterations': a.iterations})
for path in a.files:
    items, tags = [], []
    for line in open(path, encoding='utf-8'):
        fields = line.split()
        if fields:
            tags.append(fields[0])
            items.append(fields[1:])
        elif items:
            trainer.append(items, tags)
            items, tags = [], []
    if items:
        trainer.append(items, tags)
with tempfile.TemporaryDirectory() as folder:
    model = os.path.join(folder, 'model')
    trainer.train(model)
    tagger = pycrfsuite.Tagger()
    tagger.open(model)
    names = sorted(tagger.labels())
    info = tagger.info()
number = {tag: i for i, tag in enumerate(names)}
weights = collections.defaultdict(lambda: [0] * len(names))
for (feature, tag), weight in info.state_features.items():
    weights[feature][number[tag]] = round(weight * SCALE)
transitions = [[0] * len(names) for _ in names]
for (left, right), weight in info.transitions.items():
    transitions[number[left]][number[right]] = round(weight * SCALE)
for left in names:  # what CoNLL's tags forbid
    for right in names:
        if right.startswith('I-') and left[2:] != right[2:]:
            transitions[number[left]][number[right]] = -100 * SCALE
if a.outside:
    for row in transitions:
        row[number['O']] -= round(a.outside * SCALE)
print('# Weights of the sequence model of mentions: tags, scale, for each tag the weights of those that follow, then a line a feature.')
print('# Made by Training/mentions/train.py; card with origin, licences and figures: Training/mentions/CARD.md.')
print('tags', *names, sep='\t')
print('scale', SCALE, sep='\t')
for row in transitions:
    print('from', *row, sep='\t')
for feature in sorted(weights):
    if any(abs(w) > 2 for w in weights[feature]):
        print(feature, *weights[feature], sep='\t')
