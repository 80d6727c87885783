#!/usr/bin/env python3
"""Writes the texts of the annotated articles as JSON Lines: articles.py DATA LABELS > ARTICLES.jsonl

DATA is the folder that holds saudinewsnet/articles.jsonl.gz and antcorpus/antcorpus.tar.gz. An article whose text is not the
annotated one (by SHA-256) is an error. Python 3 standard library only.
"""
import gzip, hashlib, json, pathlib, re, sys, tarfile


def newspapers(data):
    for line in gzip.open(data / 'saudinewsnet/articles.jsonl.gz', 'rt', encoding='utf-8'):
        yield json.loads(line)


def radio(data, wanted):
    """The articles of ANTCorpus; their ids here are `ant-` and the document number."""
    with tarfile.open(data / 'antcorpus/antcorpus.tar.gz') as archive:
        for member in archive:
            document = 'ant-' + pathlib.PurePosixPath(member.name).stem
            if document not in wanted:
                continue
            page = archive.extractfile(member).read().decode('utf-8')
            field = lambda name: (re.search(f'<{name}>(.*?)</{name}>', page, re.S) or [None, ''])[1].strip()
            yield {'id': document, 'source': 'jawharafm', 'url': field('URL'), 'published': field('TIME')[:10],
                   'title': field('TITLE'), 'byline': '', 'text': field('TEXT')}


def main():
    data = pathlib.Path(sys.argv[1])
    labels = {p.stem: json.loads(p.read_text(encoding='utf-8'))['text_sha256'] for p in pathlib.Path(sys.argv[2]).glob('*.json')}
    articles = newspapers(data), radio(data, {label for label in labels if label.startswith('ant-')})
    for article in (article for part in articles for article in part):
        digest = labels.pop(article['id'], None)
        if digest is None:
            continue
        if hashlib.sha256(article['text'].encode('utf-8')).hexdigest() != digest:
            sys.exit(f"articles.py: {article['id']}: the text is not the annotated one")
        print(json.dumps(article, ensure_ascii=False))
    if labels:
        sys.exit(f"articles.py: not in the corpus: {', '.join(sorted(labels)[:5])}")


main()
