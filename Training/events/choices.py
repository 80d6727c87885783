#!/usr/bin/env python3
"""Learns which of those named in an article is the place, the actor or the recipient of an event.

usage: choices.py --workshop EventWorkshop [--choice place] ARTICLES.jsonl=LABELS ... > Data/reading/event-place-weights.tsv
       choices.py --workshop EventWorkshop --choice parties ARTICLES.jsonl=LABELS ... > Data/reading/event-party-weights.tsv

Run in the repository's root. EventWorkshop is the developers' tool of this tree; ARTICLES.jsonl holds `id`, `text` and
`published` of the articles that are labelled in the directory LABELS (Evaluation/articles.py makes it). Needs numpy and scipy.
With `--test ARTICLES.jsonl=LABELS` the shares of right choices on other articles are printed on standard error.

An example is an event that is found and labelled: equal type, the trigger overlapping or in the same sentence (the measure of
the gold's scorer). Its candidates are weighed by a conditional logit: the chance of a candidate is the share of
exp(value) among all of the event, and the chance that is made large is that of all right candidates together
(McFadden 1974; the sum over right candidates as in Riezler et al. 2002). Weights for all events and for groups of events are
learnt with an L2 penalty. Events none of whose candidates is right are left out. The folds go by a digest of the article's id.
"""
import argparse, sys

import numpy
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from labelled import PARTS, bounds, paired, part, same_name

LEAST = 0.01  # smaller weights are left out
# L2 penalties on the weights for all events and on those for a group of events.
STRENGTHS = {'place': (4.0, 40.0), 'actor': (12.0, 12.0), 'recipient': (12.0, 12.0)}
class Example:
    def __init__(self, article, group, candidates, right, ruled):
        self.article, self.group, self.candidates, self.right, self.ruled = article, group, candidates, right, ruled


def wanted(event, choice, text):
    """The names that are right; none if nobody and nothing is."""
    spans = [event['place']] if choice == 'place' else event[choice]
    return [text[slice(*bounds(span))] for span in spans if span]


def examples(workshop, choice, articles, labels):
    result = []
    for article, text, _, _, pairs in paired(workshop, choice, articles, labels):
        for event, own in pairs:
            names = wanted(event, choice, text)
            right = [any(same_name(name, text[slice(*c['span'])]) for name in names) if names and c['span']
                     else not names and not c['span'] for c in own['candidates']]
            result.append(Example(article, own['group'], [c['features'] for c in own['candidates']], right,
                                  [c['ruled'] for c in own['candidates']]))
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


def pairs(choice, workshop, sources):
    return [row for source in sources for row in examples(workshop, choice, *source.split('='))]


def learn(choice, a):
    """The weights of one choice, and a line of figures."""
    rows = pairs(choice, a.workshop, a.sources)
    strengths = STRENGTHS[choice]
    right = sum(Model([r for r in rows if part(r.article) != f], *strengths).right([r for r in rows if part(r.article) == f])
                for f in range(PARTS))
    share = lambda count, of: f'{count / len(of):.3f}'
    possible = lambda of: sum(any(row.right) for row in of)
    ruled = lambda of: sum(any(r and q for r, q in zip(row.right, row.ruled)) for row in of)
    figures = (f'{choice}: L2 strength {strengths[0]} for all events, {strengths[1]} for groups; {PARTS}-fold right '
               f'{share(right, rows)} of {len(rows)} events (the rules alone {share(ruled(rows), rows)}, at most {share(possible(rows), rows)})')
    print(figures, file=sys.stderr)
    model = Model(rows, *strengths)
    for test in a.test:
        others = pairs(choice, a.workshop, [test])
        print(choice, test.split('=')[0], 'right', share(model.right(others), others), 'of', len(others), 'the rules alone',
              share(ruled(others), others), 'at most', share(possible(others), others), file=sys.stderr)
    return model.weights, figures


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--workshop', required=True)
    parser.add_argument('--choice', choices=('place', 'parties'), default='place')
    parser.add_argument('--test', action='append', default=[])
    parser.add_argument('sources', nargs='+', metavar='ARTICLES.jsonl=LABELS')
    a = parser.parse_args()
    choices = ['place'] if a.choice == 'place' else ['actor', 'recipient']
    learnt = {choice: learn(choice, a) for choice in choices}
    labels = ', '.join('Evaluation/labels/' + source.split('=')[1].rstrip('/').split('/')[-1] for source in a.sources)
    print(f'# Weights of the choice of events\' {"places" if a.choice == "place" else "parties"}: a conditional logit. '
          'Made by Training/events/choices.py; do not edit.')
    print(f'# Data: {labels} (offsets and labels of this project); no text and no name is held here.')
    for _, figures in learnt.values():
        print(f'# {figures}.')
    print('# Columns: ' + ('' if a.choice == 'place' else 'role, ') + 'group of events, feature, weight.')
    for choice, (weights, _) in learnt.items():
        for (group, feature), weight in sorted(weights.items()):
            if abs(weight) >= LEAST:
                print(('' if a.choice == 'place' else choice + '\t') + f'{group}\t{feature}\t{weight:.3f}')


main()
