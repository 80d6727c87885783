#!/usr/bin/env python3
"""prepare.py ARTICLES.jsonl.gz OUT: the articles' titles and texts, one article a line."""
import gzip
import json
import sys

with gzip.open(sys.argv[1], 'rt', encoding='utf-8') as articles, open(sys.argv[2], 'w', encoding='utf-8') as out:
    for line in articles:
        article = json.loads(line)
        out.write(' '.join(f"{article.get('title') or ''} {article.get('text') or ''}".split('\n')) + '\n')
