#!/usr/bin/env python3
"""Scores the reader on annotated articles and measures its speed.

usage: reading.py --program MARSAD --shared FOLDER [--kinds statements,outlooks,events]

Reads FOLDER/gold (development annotations and scorer) and FOLDER/data/saudinewsnet, and our own labels in Evaluation/labels; prints a
table of figures a set, for events also those on single sentences (openeventdata/arabic_event_gsr; PLOVER's records in Arabic), and
the articles that `marsad read --jobs 1` reads in a second of processor time, with all kinds of records and with the kinds asked for. Python 3 standard library only.
"""
import argparse, gzip, itertools, json, os, pathlib, subprocess, sys, tempfile

HERE = pathlib.Path(__file__).resolve().parent.parent


def score(program, shared, articles, labels, folder):
    readings = folder / (articles.stem + '.readings.jsonl')
    with open(readings, 'wb') as out:
        subprocess.run([program, 'read', str(articles)], stdout=out, check=True)
    result = subprocess.run(
        [sys.executable, str(shared / 'gold/score.py'), str(articles), str(labels), str(readings), '--json'],
        stdout=subprocess.PIPE, check=True)
    return json.loads(result.stdout)


def show(name, result, kinds):
    for kind in kinds:
        r = result[kind]
        attributes = '  '.join(f"{k} {v['accuracy']:.3f} (F1 {v['f1']:.3f})" for k, v in r['attributes'].items())
        print(f"{name:12} {kind:10} P {r['precision']:.3f} R {r['recall']:.3f} F1 {r['f1']:.3f}  {attributes}")


def speed(program, corpus, folder, kinds=None, count=6000):
    sample = folder / 'sample.jsonl'
    with gzip.open(corpus, 'rb') as lines, open(sample, 'wb') as out:
        out.writelines(itertools.islice((line for line in lines if (json.loads(line).get('text') or '').strip()), count))
    options = ['--kinds', kinds] if kinds else []
    best = None
    for _ in range(3):
        before = os.times()
        subprocess.run([program, 'read', '--jobs', '1', *options, str(sample)], stdout=subprocess.DEVNULL, check=True)
        after = os.times()
        seconds = after.children_user + after.children_system - before.children_user - before.children_system
        best = min(best or seconds, seconds)
    print(f'speed        marsad read {" ".join(["--jobs 1", *options])}: {count / best:,.0f} articles a second of processor time ({count} articles, best of 3)')


def sentences(program, shared):
    """The measures of events on single sentences."""
    for script, data in (('event_sentences.py', shared / 'data/arabic_event_gsr'),
                         ('plover_sentences.py', HERE / 'Evaluation/plover/sentences.tsv')):
        sys.stdout.flush()
        subprocess.run([sys.executable, str(HERE / 'Benchmarks/Reading' / script), str(data), program, 'read'], check=True)
    with open(HERE / 'Data/reading/event-weights.tsv', encoding='utf-8') as lines:
        print('five-fold   ', next(line for line in lines if 'Five-fold' in line).split('Five-fold: ')[1].strip(),
              '(as Training/events/train.py printed it)')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--program', required=True)
    parser.add_argument('--shared', required=True, type=pathlib.Path)
    parser.add_argument('--kinds', default='statements,outlooks,events')
    a = parser.parse_args()
    kinds = a.kinds.split(',')
    gold, corpus = a.shared / 'gold', a.shared / 'data/saudinewsnet/articles.jsonl.gz'
    for needed in (gold / 'score.py', corpus):
        if not needed.exists():
            sys.exit(f'reading.py: {needed} is not there; name the folder that holds gold and data with --shared')
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        show('development', score(a.program, a.shared, gold / 'dev_articles.jsonl', gold / 'dev', folder), kinds)
        for half in ('learn', 'check'):
            articles = folder / f'{half}.jsonl'
            labels = HERE / 'Evaluation/labels' / half
            with open(articles, 'wb') as out:
                subprocess.run([sys.executable, str(HERE / 'Evaluation/articles.py'), str(a.shared / 'data'), str(labels)], stdout=out, check=True)
            show('our ' + half, score(a.program, a.shared, articles, labels, folder), kinds)
        outlets = HERE / 'Evaluation/outlets'
        show('our outlets', score(a.program, a.shared, outlets / 'articles.jsonl', outlets / 'labels', folder), kinds)
        unread = HERE / 'Evaluation/unread'
        show('unread', score(a.program, a.shared, unread / 'articles.jsonl', unread / 'labels', folder), kinds)
        if 'events' in kinds:
            sentences(a.program, a.shared)
        speed(a.program, corpus, folder)
        speed(a.program, corpus, folder, a.kinds)


main()
