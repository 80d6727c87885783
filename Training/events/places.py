#!/usr/bin/env python3
"""Learns Data/reading/event-place-weights.tsv: which of the places named in an article is that of an event.

usage: places.py --workshop EventWorkshop --articles ARTICLES.jsonl --labels DIRECTORY > Data/reading/event-place-weights.tsv

Run in the repository's root. EventWorkshop is the developers' tool of this tree; ARTICLES.jsonl holds `id`, `text` and
`published` of the articles that are labelled in DIRECTORY (Evaluation/articles.py makes it). Needs numpy and scipy.
With `--test ARTICLES.jsonl=DIRECTORY` the shares of right choices on other articles are printed on standard error.

An example is an event that is found and labelled: equal type, the trigger overlapping or in the same sentence (the measure of
the gold's scorer). Its candidates are weighed by a conditional logit: the chance of a candidate is the share of
exp(value) among all of the event, and the chance that is made large is that of all right candidates together
(McFadden 1974; the sum over right candidates as in Riezler et al. 2002). Weights for all events and for groups of events are
learnt with an L2 penalty. Events none of whose candidates is right are left out. The folds go by a digest of the article's id.
"""
import argparse, collections, glob, json, os, re, subprocess, sys, zlib

import numpy
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

FOLDS = 10
STRENGTH = 4.0  # of the L2 penalty on weights for all events
OWN_STRENGTH = 40.0  # on those for a group of events
ONE_LETTER = str.maketrans('أإآٱىیةک', 'اااايي' + 'هك')
# Words in which names may agree without being the same.
SMALL = {'من', 'في', 'علي', 'عن', 'الي', 'بن', 'ابن', 'عبد', 'ابو', 'الرئيس', 'وزير', 'الملك', 'الشيخ', 'اللواء', 'العميد'}


def words(text):
    text = re.sub('[\u064b-\u0652\u0670\u0640]', '', text).translate(ONE_LETTER)
    return re.findall(r'\w+', text)


def same_name(a, b):
    def strip(ws):
        return {re.sub('^ال', '', w) for w in ws if w not in SMALL} or set(ws)
    a, b = strip(words(a)), strip(words(b))
    return bool(a and b) and (a <= b or b <= a or len(a & b) / len(a | b) >= 0.5)


def sentence(text, at):
    start = max((m.end() for m in re.finditer(r'[.!؟?\n]+', text[:at])), default=0)
    end = re.search(r'[.!؟?\n]', text[at:])
    return start, at + end.start() if end else len(text)


def overlap(a, b):
    return a[0] < b[1] and b[0] < a[1]


def bounds(span):
    return (span['start'], span['end']) if isinstance(span, dict) else tuple(span)


class Example:
    def __init__(self, article, group, candidates, right):
        self.article, self.group, self.candidates, self.right = article, group, candidates, right


def examples(workshop, articles, labels):
    texts = {a['id']: a['text'] for a in map(json.loads, open(articles, encoding='utf-8'))}
    output = subprocess.run([workshop, articles], check=True, stdout=subprocess.PIPE).stdout.decode()
    found = collections.defaultdict(list)
    for line in output.splitlines():
        event = json.loads(line)
        found[event['id']].append(event)
    result = []
    for name in sorted(glob.glob(os.path.join(labels, '*.json'))):
        gold = json.load(open(name, encoding='utf-8'))
        article = gold.get('id') or os.path.basename(name)[:-5]
        text = texts[article]
        pairs = []
        for g, event in enumerate(gold['events']):
            for f, own in enumerate(found[article]):
                if event['type'] != own['type']:
                    continue
                at = bounds(event['trigger'])
                score = 2 if overlap(at, own['trigger']) else 1 if overlap(sentence(text, at[0]), own['trigger']) else 0
                if score:
                    pairs.append((score, g, f))
        used = set()
        for _, g, f in sorted(pairs, reverse=True):
            if ('g', g) in used or ('f', f) in used:
                continue
            used |= {('g', g), ('f', f)}
            event, own = gold['events'][g], found[article][f]
            name = event['place'] and text[slice(*bounds(event['place']))]
            right = [same_name(name, text[slice(*c['span'])]) if name and c['span'] else not name and not c['span']
                     for c in own['candidates']]
            result.append(Example(article, own['group'], [c['features'] for c in own['candidates']], right))
    return result


class Model:
    """Weights by (group or 'all', feature)."""

    def __init__(self, rows, strength, own):
        rows = [row for row in rows if any(row.right) and not all(row.right)]
        index = {}
        for row in rows:
            for features in row.candidates:
                for feature in features:
                    index.setdefault(('all', feature), len(index))
                    index.setdefault((row.group, feature), len(index))
        blocks = []
        at, columns, starts, right = [], [], [0], []
        for row in rows:
            for features, is_right in zip(row.candidates, row.right):
                for feature in features:
                    for key in (('all', feature), (row.group, feature)):
                        at.append(len(right))
                        columns.append(index[key])
                right.append(is_right)
            starts.append(len(right))
        matrix = csr_matrix((numpy.ones(len(at)), (at, columns)), shape=(len(right), len(index)))
        right = numpy.array(right)
        starts = numpy.array(starts[:-1])
        penalty = numpy.array([strength if key[0] == 'all' else own for key in index])

        def loss(weights):
            values = matrix @ weights
            top = numpy.maximum.reduceat(values, starts)
            lengths = numpy.diff(numpy.append(starts, len(values)))
            e = numpy.exp(values - numpy.repeat(top, lengths))
            whole = numpy.add.reduceat(e, starts)
            good = numpy.add.reduceat(e * right, starts)
            share, own_share = e / numpy.repeat(whole, lengths), e * right / numpy.repeat(good, lengths)
            return (numpy.log(whole / good).sum() + (penalty * weights ** 2).sum() / 2,
                    matrix.T @ (share - own_share) + penalty * weights)

        fit = minimize(loss, numpy.zeros(len(index)), jac=True, method='L-BFGS-B', options={'maxiter': 2000})
        self.weights = {key: fit.x[i] for key, i in index.items()}

    def choice(self, row):
        values = [sum(self.weights.get(('all', f), 0) + self.weights.get((row.group, f), 0) for f in features)
                  for features in row.candidates]
        return max(range(len(values)), key=lambda i: values[i])

    def right(self, rows):
        return sum(row.right[self.choice(row)] for row in rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--workshop', required=True)
    parser.add_argument('--articles', required=True)
    parser.add_argument('--labels', required=True)
    parser.add_argument('--test', action='append', default=[])
    a = parser.parse_args()
    rows = examples(a.workshop, a.articles, a.labels)
    fold_of = lambda row: zlib.crc32(row.article.encode()) % FOLDS
    folds = range(FOLDS)
    right = sum(Model([r for r in rows if fold_of(r) != f], STRENGTH, OWN_STRENGTH).right([r for r in rows if fold_of(r) == f])
                for f in folds)
    possible = sum(any(row.right) for row in rows)
    figures = f'{FOLDS}-fold right {right / len(rows):.3f} of {len(rows)} events (at most {possible / len(rows):.3f})'
    print(figures, file=sys.stderr)
    model = Model(rows, STRENGTH, OWN_STRENGTH)
    print('in training', round(model.right(rows) / len(rows), 3), file=sys.stderr)
    for test in a.test:
        articles, labels = test.split('=')
        others = examples(a.workshop, articles, labels)
        print(articles, f'right {model.right(others) / len(others):.3f} of {len(others)} (at most '
              f'{sum(any(row.right) for row in others) / len(others):.3f})', file=sys.stderr)
    print(f'# Weights of the choice of events\' places: a conditional logit. Made by Training/events/places.py; do not edit.')
    print('# Data: Evaluation/labels/learn (offsets and labels of this project); no text and no name is held here.')
    print(f'# L2 strength {STRENGTH} for all events, {OWN_STRENGTH} for groups. {figures}.')
    print('# Columns: group of events, feature, weight.')
    for (group, feature), weight in sorted(model.weights.items()):
        if abs(weight) >= 0.005:
            print(f'{group}\t{feature}\t{weight:.3f}')


main()
