#!/usr/bin/env python3
"""fold_peers.py FILE: speed of other libraries' normalisation over the lines of a file, best of five (pip install arabic-norm)."""
import sys
import time

import arabic_norm

lines = open(sys.argv[1], encoding='utf-8').read().split('\n')
size = sum(len(line.encode()) for line in lines)


def measure(name, job):
    best = min(timed(job) for _ in range(5))
    print(f'{name:40} {size / 1e6 / best:.0f} MB/s')


def timed(job):
    start = time.perf_counter()
    job()
    return time.perf_counter() - start


measure('arabic-norm normalize', lambda: [arabic_norm.normalize(line) for line in lines])
measure('Python str.encode (reference)', lambda: [line.encode() for line in lines])
