#!/usr/bin/env python3
"""Measures the sequence model of mentions with conlleval's counting: a name counts if span and type are both right.

usage: bench_mentions.py --workshop MentionWorkshop --shared FOLDER [--folds] [--conll FILE]

Without more: learns from the first nine tenths of ANERcorp and our own labels as Training/mentions/train does, and scores on its last tenth
and on AQMAR (PER -> PERS, MIS -> MISC; once with and once without MISC, which means something else there); then articles a second of CPU time.
--folds adds 5-fold cross-validation on ANERcorp; --conll scores the shipped model on a file of `token tag` lines and does nothing else.
"""
import argparse, collections, gzip, pathlib, subprocess, sys, tempfile

HERE = pathlib.Path(__file__).resolve().parent.parent.parent
TRAINING = HERE / 'Training/mentions'
NAMES = {'PER': 'PERS', 'MIS': 'MISC'}


def sentences(path):
    result = [[]]
    for line in open(path, encoding='utf-8'):
        fields = line.split()
        if fields[:1] == ['-DOCSTART-']:
            continue
        if len(fields) > 1:
            tag = fields[-1] if fields[-1][:2] in ('B-', 'I-') else 'O'
            result[-1].append((fields[0], tag if tag == 'O' else tag[:2] + NAMES.get(tag[2:], tag[2:])))
        elif result[-1]:
            result.append([])
    return [s for s in result if s]


def chunks(tags):
    found, start = set(), None
    for i, tag in enumerate([*tags, 'O']):
        if start is not None and (tag[0] != 'I' or tag[2:] != kind):
            found.add((start, i, kind))
            start = None
        if tag != 'O' and start is None:
            start, kind = i, tag[2:]
    return found


def score(gold, found, without=()):
    right, there, named = collections.Counter(), collections.Counter(), collections.Counter()
    for a, b in zip(gold, found, strict=True):
        a, b = (chunks([tag for _, tag in s]) for s in (a, b))
        a, b = ({c for c in s if c[2] not in without} for s in (a, b))
        for counter, items in ((right, a & b), (there, a), (named, b)):
            counter.update(c[2] for c in items)
            counter['all'] += len(items)
    return {k: (100 * right[k] / max(1, named[k]), 100 * right[k] / max(1, there[k]), 200 * right[k] / max(1, named[k] + there[k]))
            for k in sorted(there, key=lambda k: (k == 'all', k))}


def show(name, result):
    print(f'{name:28}', '  '.join(f'{k} P {p:.1f} R {r:.1f} F1 {f:.2f}' for k, (p, r, f) in result.items()), flush=True)
    return result['all'][2]


class Bench:
    def __init__(self, workshop, shared, folder):
        self.workshop, self.data, self.folder = workshop, shared / 'data', folder

    def write(self, items):
        path = self.folder / 'tokens.conll'
        path.write_text(''.join(''.join(f'{w} {t}\n' for w, t in s) + '\n' for s in items), encoding='utf-8')
        return path

    def labelled(self, *choice):
        path = self.folder / 'labelled.conll'
        with open(path, 'wb') as out:
            subprocess.run([sys.executable, TRAINING / 'labelled.py', self.data, HERE / 'Evaluation/labels/names', *choice], stdout=out, check=True)
        return path

    def measure(self, name, k, n):
        """Learns without part `k` of `n` of ANERcorp and scores on it; the model and its F1."""
        model = self.folder / 'model.tsv'
        with open(model, 'wb') as out:
            subprocess.run([TRAINING / 'learn', self.workshop, self.labelled('--but', f'{k}/{n}')], stdout=out, check=True)
        gold = sentences(self.labelled('--part', f'{k}/{n}'))
        return model, show(name, score(gold, self.tag(gold, model)))

    def tag(self, items, model=None):
        path = self.folder / 'tagged.conll'
        with open(path, 'wb') as out:
            subprocess.run([self.workshop, 'tag', self.write(items), *([model] if model else [])], stdout=out, check=True)
        return sentences(path)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--workshop', required=True)
    parser.add_argument('--shared', type=pathlib.Path, default=HERE.parent / 'shared')
    parser.add_argument('--folds', action='store_true')
    parser.add_argument('--conll', type=pathlib.Path)
    a = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        bench = Bench(a.workshop, a.shared, pathlib.Path(name))
        if a.conll:
            if not a.conll.exists():
                sys.exit(f'bench_mentions.py: {a.conll} is not there; name a file of "token tag" lines with --conll')
            gold = sentences(a.conll)
            show(a.conll.name, score(gold, bench.tag(gold)))
            return
        data = a.shared / 'data'
        if not (data / 'anercorp/train.conll').exists():
            sys.exit(f'bench_mentions.py: {data}/anercorp is not there; name the folder that holds data with --shared')
        model, _ = bench.measure('ANERcorp, last tenth', 9, 10)
        other = [s for part in ('train', 'dev', 'test') for s in sentences(data / f'aqmar/{part}.txt')]
        tagged = bench.tag(other, model)
        show('AQMAR, all', score(other, tagged))
        show('AQMAR, without MISC', score(other, tagged, without=('MISC',)))
        if a.folds:
            figures = [bench.measure(f'ANERcorp, fold {k + 1} of 5', k, 5)[1] for k in range(5)]
            print(f'ANERcorp, 5 folds            mean F1 {sum(figures) / 5:.2f}')
        sample = bench.folder / 'sample.jsonl'
        with gzip.open(data / 'saudinewsnet/articles.jsonl.gz', 'rb') as lines, open(sample, 'wb') as out:
            out.writelines(line for _, line in zip(range(3000), lines))
        subprocess.run([a.workshop, 'time', sample], check=True)


main()
