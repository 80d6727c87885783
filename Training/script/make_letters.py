#!/usr/bin/env python3
"""Writes Data/script/letters.tsv: which code point folds to which, and from which level on.

usage: make_letters.py > Data/script/letters.tsv      (Python 3 standard library only)

Origin: decompositions and digit values are read from the Unicode Character Database in Python's unicodedata;
the letter equivalences (one letter whatever the keyboard) are stated here.
"""
import unicodedata as U

DROP = '-'
rows = {}  # code point -> (level, replacement string or DROP)


def put(cp, level, replacement):
    rows.setdefault(cp, (level, replacement))


def span(a, b):
    return range(a, b + 1)


# --- marks: vowel signs, Quranic signs, tatweel, invisible controls go; spaces become the space
for cp in [*span(0x610, 0x61A), *span(0x64B, 0x652), *span(0x656, 0x65F), 0x670, *span(0x6D6, 0x6DC),
           *span(0x6DF, 0x6E4), 0x6E7, 0x6E8, *span(0x6EA, 0x6ED), *span(0x8CA, 0x8E1), *span(0x8E3, 0x8FF),
           0x653, 0x654, 0x655,  # combined with their letter by the folder where a letter takes them
           *span(0x898, 0x89F)]:
    put(cp, 'marks', DROP)
for cp in [0x640, 0xAD, 0x61C, 0x180E, *span(0x200B, 0x200F), *span(0x202A, 0x202E), *span(0x2060, 0x2064),
           *span(0x2066, 0x206F), 0xFEFF]:
    put(cp, 'marks', DROP)
for cp in [0xA0, 0x1680, *span(0x2000, 0x200A), 0x202F, 0x205F, 0x3000]:
    put(cp, 'marks', ' ')

# --- letters: one letter per letter whatever the keyboard
SAME = {
    'ي': 'یۍېےيێ', 'ك': 'کڪګڬڭڮݢ', 'ه': 'ھہەۀۂۃۿ', 'و': 'ۆۇۈۉۊۋۏ', 'ا': 'ٱٲٳٵ', 'ء': 'ٴ',
    'ؤ': 'ٶٷ', 'ئ': 'ٸۓ', 'ر': 'ڕڒ', 'ن': 'ںڼ', 'ل': 'ڵ', 'د': 'ډ', 'ت': 'ټ', 'ج': 'ځ', 'س': 'ښ',
}
# Teh marbuta goal is a teh marbuta; yeh barree with hamza is a hamza yeh.
put(0x6C3, 'letters', 'ة')
for letter, others in SAME.items():
    for other in others:
        if other != letter:
            put(ord(other), 'letters', letter)
# Uyghur, Kurdish and Pashto letters that stand for sounds of their own (ڤ چ گ پ ژ ڤ ...) are kept: they distinguish words.

# --- presentation forms, ligatures, mathematical letters (NFKC without marks)
def plain(text):
    out = ''
    for c in text:
        if rows.get(ord(c), ('', ''))[1] == DROP:
            continue
        if ord(c) in rows and rows[ord(c)][0] == 'letters':
            c = rows[ord(c)][1]
        out += c
    return out

LIGATURES = {0xFDF2: 'الله', 0xFDFC: 'ريال'}
for cp in [*span(0xFB50, 0xFDFF), *span(0xFE70, 0xFEFC), *span(0x1EE00, 0x1EEFF)]:
    if U.category(chr(cp)) in ('Cn', 'Sk') or cp in (0xFD3E, 0xFD3F):
        continue
    text = LIGATURES.get(cp) or plain(U.normalize('NFKC', chr(cp)))
    text = text.strip() if text.strip() else ''
    if text != chr(cp):
        put(cp, 'letters', text or DROP)

# --- digits of every script
for cp in range(0x80, 0x20000):
    if U.category(chr(cp)) == 'Nd':
        put(cp, 'letters', str(U.digit(chr(cp))))
put(0x66B, 'letters', '.')  # decimal separator
put(0x66C, 'letters', ',')  # thousands separator
put(0x66A, 'letters', '%')

# --- search: forms of alef, yeh, teh marbuta, hamza; letter case
for c, r in {'أ': 'ا', 'إ': 'ا', 'آ': 'ا', 'ى': 'ي', 'ة': 'ه', 'ؤ': 'ء', 'ئ': 'ء'}.items():
    put(ord(c), 'search', r)
for cp in [*span(0x41, 0x5A), *span(0xC0, 0x24F), *span(0x370, 0x52F)]:
    low = chr(cp).lower()
    base = ''.join(ch for ch in U.normalize('NFD', low) if not U.combining(ch)) if cp < 0x250 else low
    if len(base) == 1 and base != chr(cp):
        put(cp, 'search', base)

print('''# Letter folding: code point, level from which it folds, replacement (code points; - drops it), name.
# Levels build on one another: marks, letters, search. A replacement may itself fold at a later level.
# Made by Training/script/make_letters.py from the Unicode Character Database (Unicode licence) and the rules stated there.''')
for cp in sorted(rows):
    level, replacement = rows[cp]
    shown = DROP if replacement == DROP else ' '.join(f'{ord(c):04X}' for c in replacement)
    print(f'{cp:04X}\t{level}\t{shown}\t{U.name(chr(cp), "control")}')
