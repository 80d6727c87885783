#!/usr/bin/env python3
"""Learns which of those named in an article is the place, the actor or the recipient of an event, and which number is that of
those killed or injured.

usage: choices.py --workshop EventWorkshop --out Data/reading [--test ARTICLES.jsonl=LABELS] ARTICLES.jsonl=LABELS ...

Run in the repository's root. EventWorkshop is the developers' tool of this tree; ARTICLES.jsonl holds `id`, `text` and
`published` of the articles that are labelled in the directory LABELS (Evaluation/articles.py makes it). Needs numpy and scipy.
Writes event-place-weights.tsv, event-party-weights.tsv, event-count-weights.tsv and, for what words tell in all of these choices,
event-argument-words.tsv. With --test the shares of right choices on other articles are printed on standard error.

An example is an event that is found and labelled: equal type, the trigger overlapping or in the same sentence (the measure of
the gold's scorer). Its candidates are weighed by a conditional logit: the chance of a candidate is the share of
exp(value) among all of the event, and the chance that is made large is that of all right candidates together
(McFadden 1974; the sum over right candidates as in Riezler et al. 2002). Weights for all events, for groups of events and of
words are learnt with an L2 penalty. Events none of whose candidates is right are left out. The folds go by a digest of the article's id.
"""
import argparse, collections, json, pathlib, subprocess, sys, tempfile

import numpy
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from labelled import PARTS, bounds, pairs, part, same_name

LEAST = 0.01  # smaller weights are left out
LEAST_OF_WORDS = 0.03
RAREST = 3  # words of fewer examples are left out
# L2 penalties on the weights for all events, on those for a group of events, and on those of words.
STRENGTHS = {'place': (4, 12, 12), 'actor': (12, 12, 12), 'recipient': (12, 12, 12), 'killed': (4, 12, 12), 'injured': (4, 12, 12)}
FILES = {'place': ['place'], 'party': ['actor', 'recipient'], 'count': ['killed', 'injured']}


class Example:
    """An event's candidates: the numbers of their features, which are right, and which the rules take."""

    def __init__(self, article, right, ruled, candidates):
        self.article, self.right, self.ruled, self.candidates = article, right, ruled, candidates


def right(choice, event, candidate, text):
    if choice in ('killed', 'injured'):
        return candidate.get('head') == (None if event[choice] is None else str(event[choice]))
    spans = [span for span in ([event['place']] if choice == 'place' else event[choice]) if span]
    if not candidate['span'] or not spans:
        return not candidate['span'] and not spans
    return any(same_name(text[slice(*bounds(span))], text[slice(*candidate['span'])]) for span in spans)


def found(workshop, articles, folder):
    """The file of what the workshop tells of some articles."""
    path = pathlib.Path(folder) / (pathlib.Path(articles).name + '.choices')
    if not path.exists():
        with open(path, 'wb') as out:
            subprocess.run([workshop, articles], check=True, stdout=out)
    return path


def examples(choice, sources, workshop, folder, numbers):
    """The examples of a choice; `numbers` gives each feature its number."""
    result = []
    for articles, labels in (source.split('=') for source in sources):
        lines = collections.defaultdict(list)
        with open(found(workshop, articles, folder), encoding='utf-8') as file:
            for line in file:
                if f'"choice":"{choice}"' in line:
                    line = json.loads(line)
                    for candidate in line['candidates']:
                        candidate['features'] = [
                            numbers.setdefault(f, len(numbers)) for feature in candidate['features']
                            for f in ([feature] if feature.startswith('word\t') else [f'all\t{feature}', f"{line['group']}\t{feature}"])]
                    lines[line['id']].append(line)
        for article, text, _, _, matched in pairs(articles, labels, lines):
            for event, own in matched:
                result.append(Example(
                    article, [right(choice, event, c, text) for c in own['candidates']], [c['ruled'] for c in own['candidates']],
                    [c['features'] for c in own['candidates']]))
    return result


class Model:
    """The weights by the number of the feature."""

    def __init__(self, rows, names, strengths):
        rows = [row for row in rows if any(row.right) and not all(row.right)]
        counts = numpy.zeros(len(names), int)
        for row in rows:
            counts[list({f for features in row.candidates for f in features})] += 1
        is_word = numpy.array([name.startswith('word\t') for name in names])
        kept = numpy.flatnonzero((counts >= RAREST) | ~is_word & (counts > 0))
        column = numpy.full(len(names), -1)
        column[kept] = numpy.arange(len(kept))
        indices, ends, starts, right = [], [0], [], []
        for row in rows:
            starts.append(len(right))
            right += row.right
            for features in row.candidates:
                own = column[features]
                indices.append(own[own >= 0])
                ends.append(ends[-1] + len(indices[-1]))
        matrix = csr_matrix((numpy.ones(ends[-1]), numpy.concatenate(indices), ends), (len(right), len(kept)))
        turned = matrix.T.tocsr()
        right, starts = numpy.array(right, float), numpy.array(starts)
        lengths = numpy.diff(numpy.append(starts, len(right)))
        is_all = numpy.array([names[k].startswith('all\t') for k in kept])
        penalty = numpy.where(is_word[kept], strengths[2], numpy.where(is_all, strengths[0], strengths[1]))

        def loss(weights):
            values = matrix @ weights
            e = numpy.exp(values - numpy.repeat(numpy.maximum.reduceat(values, starts), lengths))
            whole = numpy.add.reduceat(e, starts)
            good = numpy.add.reduceat(e * right, starts) + 1e-300
            share, own_share = e / numpy.repeat(whole, lengths), e * right / numpy.repeat(good, lengths)
            return numpy.log(whole / good).sum() + (penalty * weights ** 2).sum() / 2, turned @ (share - own_share) + penalty * weights

        self.weights = numpy.zeros(len(names))
        self.weights[kept] = minimize(loss, numpy.zeros(len(kept)), jac=True, method='L-BFGS-B', options={'maxiter': 300}).x

    def right(self, rows, trust=0):
        """How many of the events get a right candidate; those that the rules take are worth `trust` more."""
        count = 0
        for row in rows:
            values = [self.weights[f].sum() + (trust if ruled else 0) for f, ruled in zip(row.candidates, row.ruled)]
            count += row.right[int(numpy.argmax(values))]
        return count


def share(count, rows):
    return f'{count / len(rows):.3f}'


def folds(rows, names, strengths):
    """A line of figures: how many events get a right candidate by weights that have not seen the article."""
    counts = collections.Counter()
    for fold in range(PARTS):
        model = Model([row for row in rows if part(row.article) != fold], names, strengths)
        for trust in (0, 0.25, 0.5, 0.75, 1):
            counts[trust] += model.right([row for row in rows if part(row.article) == fold], trust)
    print('right where what the rules take is worth more:', ', '.join(f'{trust} {share(n, rows)}' for trust, n in counts.items()), file=sys.stderr)
    ruled = sum(any(r and q for r, q in zip(row.right, row.ruled)) for row in rows)
    return (f'L2 strength {strengths[0]} for all events, {strengths[1]} for groups, {strengths[2]} for words; {PARTS}-fold right '
            f'{share(counts[0], rows)} of {len(rows)} events (the rules alone {share(ruled, rows)}, at most '
            f'{share(sum(any(row.right) for row in rows), rows)})')


def write(path, title, data, figures, columns, lines):
    head = [f'# {title}: a conditional logit. Made by Training/events/choices.py; do not edit.', f'# Data: {data}.',
            *(f'# {figure}.' for figure in figures), f'# Columns: {columns}.']
    path.write_text('\n'.join(head + lines) + '\n', encoding='utf-8')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--workshop', required=True)
    parser.add_argument('--out', required=True, type=pathlib.Path)
    parser.add_argument('--test', action='append', default=[])
    parser.add_argument('sources', nargs='+', metavar='ARTICLES.jsonl=LABELS')
    a = parser.parse_args()
    labels = ', '.join('Evaluation/labels/' + source.split('=')[1].rstrip('/').split('/')[-1] for source in a.sources)
    data = f'{labels} (offsets and labels of this project); '
    with tempfile.TemporaryDirectory() as folder:
        learn(a, data, folder)


def learn(a, data, folder):
    words = collections.defaultdict(list)
    every = []
    for file, choices in FILES.items():
        lines, figures = [], []
        for choice in choices:
            numbers = {}
            rows = examples(choice, a.sources, a.workshop, folder, numbers)
            others = examples(choice, a.test, a.workshop, folder, numbers)
            names = list(numbers)
            figures.append(f'{choice}: ' + folds(rows, names, STRENGTHS[choice]))
            print(figures[-1], file=sys.stderr)
            model = Model(rows, names, STRENGTHS[choice])
            if others:
                print(choice, 'of the test right', share(model.right(others), others), 'of', len(others), file=sys.stderr)
            lane = [] if file == 'place' else [choice]
            for name, weight in sorted(zip(names, model.weights)):
                kind, _, rest = name.partition('\t')
                if kind != 'word' and abs(weight) >= LEAST:
                    lines.append('\t'.join([*lane, kind, rest, f'{weight:.3f}']))
                elif kind == 'word' and abs(weight) >= LEAST_OF_WORDS:
                    words[rest].append(f'{choice} {weight:.2f}')
        every += figures
        titles = {'place': 'places', 'party': 'parties', 'count': 'numbers of those killed and injured'}
        write(a.out / f'event-{file}-weights.tsv', f"Weights of the choice of events' {titles[file]}", data + 'no text and no name is held here', figures,
              ('' if file == 'place' else 'lane, ') + 'group of events, feature, weight', lines)
    write(a.out / 'event-argument-words.tsv', "Weights of the words in the choices of events' places, parties and numbers",
          data + 'single words and pairs of words are held here, no text', every,
          'kind, its first and its second piece (- for none), weights by what is chosen',
          [f"{name}\t{' '.join(weights)}" for name, weights in sorted(words.items())])


main()
