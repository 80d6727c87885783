#!/usr/bin/env python3
"""table.py MEASURES: one table of the measured speeds, ours beside the others, with what is to be reached."""
import sys

GOALS = {'fold .search': ('1,000 MB/s, 2 times the fastest', 1000, {'arabic-norm (Rust)': 2}),
         'fold .search with offsets': ('450 MB/s', 450, {}),
         'tokens and stems': ('130 MB/s, 8 times PyStemmer', 130, {'PyStemmer (C)': 8})}

speeds = {}
for line in open(sys.argv[1], encoding='utf-8'):
    job, name, speed = line.rstrip('\n').split('\t')
    speeds.setdefault(job, {})[name] = float(speed)
print(f'{"job":28} {"library":20} {"MB/s":>8}  ours / theirs')
for job, measured in speeds.items():
    ours = measured.get('ArabicText')
    for name, speed in measured.items():
        times = '' if name == 'ArabicText' or ours is None else f'{ours / speed:.1f}'
        print(f'{job:28} {name:20} {speed:8.3g}  {times}')
    if job in GOALS:
        goal, least, factors = GOALS[job]
        reached = ours >= least and all(name in measured and ours >= factor * measured[name] for name, factor in factors.items())
        print(f'{"":28} to reach: {goal}: {"reached" if reached else "NOT reached"}')
print('Lucene is not among them: its packages come from Maven Central, which this benchmark does not use.')
