#!/usr/bin/env python3
"""Writes the texts of the annotated articles as JSON Lines: articles.py CORPUS.jsonl.gz LABELS > ARTICLES.jsonl

An article whose text is not the annotated one (by SHA-256) is an error. Python 3 standard library only.
"""
import gzip, hashlib, json, pathlib, sys

labels = {p.stem: json.loads(p.read_text(encoding='utf-8'))['text_sha256'] for p in pathlib.Path(sys.argv[2]).glob('*.json')}
for line in gzip.open(sys.argv[1], 'rt', encoding='utf-8'):
    article = json.loads(line)
    digest = labels.pop(article['id'], None)
    if digest is None:
        continue
    if hashlib.sha256(article['text'].encode('utf-8')).hexdigest() != digest:
        sys.exit(f"articles.py: {article['id']}: the text is not the annotated one")
    sys.stdout.write(line)
if labels:
    sys.exit(f"articles.py: not in the corpus: {', '.join(sorted(labels)[:5])}")
