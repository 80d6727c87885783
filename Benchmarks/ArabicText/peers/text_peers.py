#!/usr/bin/env python3
"""text_peers.py CORPUS: speed of other libraries over the lines of a corpus, best of three by the processor's time, as lines of job, library, MB/s.

Slow ones see the first lines only. A library that can't be imported is named on standard error and left out.
"""
import importlib
import re
import sys
import time

LINES = open(sys.argv[1], encoding='utf-8').read().split('\n')
WORD = re.compile('[\u0621-\u0652\u0670-\u06d3]+')


def measure(job, name, count, work):
    lines = LINES[:count]
    size = sum(len(line.encode()) for line in lines)
    best = min(timed(work, lines) for _ in range(3))
    print(f'{job}\t{name}\t{size / 1e6 / best:.3g}', flush=True)


def timed(work, lines):
    start = time.process_time()
    for line in lines: work(line)
    return time.process_time() - start


def peer(name, *modules):
    try:
        return [importlib.import_module(module) for module in modules]
    except ImportError as error:
        print(f'{name} left out: {error}', file=sys.stderr)
        return None


if found := peer('arabic-norm', 'arabic_norm'):
    measure('fold .search', 'arabic-norm (Rust)', 5000, found[0].normalize)
if found := peer('PyArabic', 'pyarabic.araby'):
    araby = found[0]
    measure('fold .search', 'PyArabic', 500,
            lambda text: araby.normalize_hamza(araby.normalize_alef(araby.normalize_ligature(araby.strip_tatweel(araby.strip_tashkeel(text))))))
if found := peer('CAMeL Tools', 'camel_tools.utils.normalize', 'camel_tools.utils.dediac'):
    form, marks = found
    measure('fold .search', 'CAMeL Tools', 500, lambda text: form.normalize_teh_marbuta_ar(
        form.normalize_alef_maksura_ar(form.normalize_alef_ar(marks.dediac_ar(form.normalize_unicode(text))))))
if found := peer('PyStemmer', 'Stemmer'):
    stemmer = found[0].Stemmer('arabic')
    measure('tokens and stems', 'PyStemmer (C)', 1000, lambda text: stemmer.stemWords(WORD.findall(text)))
if found := peer('Tashaphyne', 'tashaphyne.stemming'):
    light = found[0].ArabicLightStemmer()
    measure('tokens and stems', 'Tashaphyne', 20, lambda text: [light.light_stem(word) for word in WORD.findall(text)])
