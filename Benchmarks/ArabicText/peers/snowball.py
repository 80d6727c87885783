#!/usr/bin/env python3
"""snowball.py CORPUS PROGRAM: compares SnowballStem with the package snowballstemmer on every distinct word of the
corpus (pip install snowballstemmer). PROGRAM is the built snowball-words."""
import re
import subprocess
import sys

import snowballstemmer

words = sorted(set(re.findall(r'[^\s.,:;!?()\[\]{}"،؛؟«»…/\\|*-]+', open(sys.argv[1], encoding='utf-8').read())))
ours = subprocess.run([sys.argv[2]], input='\n'.join(words) + '\n', capture_output=True, text=True, encoding='utf-8').stdout
ours = ours.split('\n')[:-1]
theirs = snowballstemmer.stemmer('arabic').stemWords(words)
different = [(w, o, t) for w, o, t in zip(words, ours, theirs) if o != t]
print(f'{len(words)} distinct words, {len(ours)} stems, {len(words) - len(different)} equal')
for word, our, their in different[:20]:
    print(f'{word}: ours {our}, Snowball {their}')
sys.exit(bool(different) or len(ours) != len(words))
