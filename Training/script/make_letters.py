#!/usr/bin/env python3
"""Writes the tables of ArabicScript: letters.tsv, compositions.tsv, combining.tsv.

usage: make_letters.py Data/script      (Python 3; reads PyPI's unicodedata2 if installed, for a newer Unicode version)

Origin: decompositions, combining classes, digit values and case are read from the Unicode Character Database;
the letter equivalences (one letter whatever the keyboard) are stated here, each with its reason.
"""
import sys
try:
    import unicodedata2 as U
except ImportError:
    import unicodedata as U

DROP = '-'
HAMZA_ABOVE, HAMZA_BELOW, MADDA = '\u0654', '\u0655', '\u0653'
rows = {}  # code point -> (level, replacement string or DROP)


def put(cp, level, replacement):
    rows.setdefault(cp, (level, replacement))


def span(a, b):
    return range(a, b + 1)


def every():
    return (cp for cp in range(0x110000) if not 0xD800 <= cp <= 0xDFFF and U.category(chr(cp)) != 'Cn')


# ---------------------------------------------------------------- .marks
# Arabic vowel signs, Quranic signs and small letters, tatweel. U+0653-0655 (madda, hamza above, hamza below) are
# dropped where no letter takes them; where one does, the folder composes them with it first.
ARABIC = [span(0x600, 0x6FF), span(0x750, 0x77F), span(0x870, 0x8FF), span(0x10EC0, 0x10EFF)]
for block in ARABIC:
    for cp in block:
        if U.category(chr(cp)) == 'Mn':
            put(cp, 'marks', DROP)
for cp in [0x640, 0x6E5, 0x6E6, 0x8C9]:  # tatweel; small waw, small yeh, small Farsi yeh
    put(cp, 'marks', DROP)
# Presentation forms of the marks alone (on space or tatweel), and the tail fragment of the letter seen.
for cp in [*span(0xFC5E, 0xFC63), *span(0xFCF2, 0xFCF4), *span(0xFE70, 0xFE74), *span(0xFE76, 0xFE7F)]:
    put(cp, 'marks', DROP)
# Controls without a width: joiners, directions, soft hyphen, fillers, variation selectors, tags.
for cp in [0xAD, 0x34F, 0x61C, *span(0x17B4, 0x17B5), *span(0x180B, 0x180F), *span(0x200B, 0x200F),
           *span(0x202A, 0x202E), *span(0x2060, 0x206F), *span(0xFE00, 0xFE0F), 0xFEFF, *span(0xFFF9, 0xFFFB),
           *span(0x1BCA0, 0x1BCA3), *span(0x1D173, 0x1D17A), 0xE0001, *span(0xE0020, 0xE007F),
           *span(0xE0100, 0xE01EF)]:
    put(cp, 'marks', DROP)
for cp in every():
    if U.category(chr(cp)) == 'Zs' and cp != 0x20:
        put(cp, 'marks', ' ')

# Canonical equivalents: what Unicode decomposes for good becomes its normal form; what it composes is a pair.
pairs = []
for cp in every():
    c = chr(cp)
    decomposition = U.decomposition(c)
    if not decomposition or decomposition.startswith('<') or 0xAC00 <= cp <= 0xD7A3:
        continue  # Hangul is composed by arithmetic
    if U.normalize('NFC', c) == c:
        first, second = decomposition.split()
        pairs.append((int(first, 16), int(second, 16), cp, 'canonical'))
    else:
        put(cp, 'marks', U.normalize('NFC', c))

# ---------------------------------------------------------------- .letters
# One letter per letter. The rule: a code point joins an Arabic letter if it is that letter on another keyboard, or
# a regional shape of it for which Arabic writes that letter and whose sign no Arabic word needs. Letters that Arabic
# newspapers themselves use for a sound of its own stay apart: پ چ ژ ڤ گ ڭ (and ڨ, ڠ, ڢ's kin below).
SAME = {
    'ي': 'ی'      # Persian, Urdu and Kurdish yeh; the keyboard's difference
         'ې'      # Pashto and Uyghur e
         'ۍ'      # Pashto yeh with tail
         'ے'      # Urdu yeh barree: final e
         'ێ'      # Kurdish e
         'ۑ'      # yeh with three dots below
         'ؠ',     # Kashmiri yeh
    'ئ': 'ۓ' 'ٸ',  # yeh barree with hamza; high hamza yeh
    'ك': 'ک'      # keheh, the Persian shape
         'ڪ',     # swash kaf, the Sindhi shape
    'گ': 'ګ',     # Pashto's shape of gaf
    'ه': 'ھ'      # heh doachashmee
         'ہ'      # heh goal
         'ە'      # ae: Kurdish and Uyghur vowel, heh in shape, and heh where Arabic cites the word
         'ۀ'      # ae with hamza: Persian ezafe
         'ۂ',     # heh goal with hamza: Urdu ezafe
    'ة': 'ۃ',     # teh marbuta goal
    'و': 'ۆۇۈۉۊۋۏۅۄ',  # Kurdish, Uyghur, Kazakh, Kyrgyz vowels and v of waw
    'ا': 'ٱ',     # alef wasla
    'أ': 'ٲ' 'ٵ',  # alef with wavy hamza above; high hamza alef
    'إ': 'ٳ',     # alef with wavy hamza below
    'ء': 'ٴ',     # high hamza
    'ؤ': 'ٶٷ',    # high hamza waw, u
    'ر': 'ڕڒڑړ',  # Kurdish, Urdu, Pashto r
    'ل': 'ڵ',     # Kurdish dark l
    'ن': 'ںڼڻ',   # noon ghunna; Pashto and Sindhi retroflex n
    'د': 'ڈډ', 'ت': 'ٹټ',  # Urdu and Pashto retroflex d and t
    'ف': 'ڢ' 'ڡ',  # Maghribi feh; dotless feh
    'ق': 'ڧ' 'ٯ',  # Maghribi qaf; dotless qaf
    'ڤ': 'ڥ',     # Maghribi ve
    'ڭ': 'ݣ',     # Amazigh shape of the Maghribi g
}
for letter, others in SAME.items():
    for other in others:
        put(ord(other), 'letters', letter)

# Word ligatures that Unicode does not decompose, or decomposes with marks.
WORDS = {
    0xFD40: 'رحمه الله', 0xFD41: 'رضي الله عنه', 0xFD42: 'رضي الله عنها', 0xFD43: 'رضي الله عنهم',
    0xFD44: 'رضي الله عنهما', 0xFD45: 'رضي الله عنهن', 0xFD46: 'صلى الله عليه وآله', 0xFD47: 'عليه السلام',
    0xFD48: 'عليهم السلام', 0xFD49: 'عليهما السلام', 0xFD4A: 'عليه الصلاة والسلام', 0xFD4B: 'قدس سره',
    0xFD4C: 'صلى الله عليه وآله وسلم', 0xFD4D: 'عليها السلام', 0xFD4E: 'تبارك وتعالى', 0xFD4F: 'رحمهم الله',
    0xFDCF: 'سلام عليكم', 0xFDFD: 'بسم الله الرحمن الرحيم', 0xFDFE: 'سبحانه وتعالى', 0xFDFF: 'عز وجل',
}
for cp, words in WORDS.items():
    put(cp, 'letters', words)


def plain(text):
    """NFC of the text without what .marks drops."""
    text = U.normalize('NFC', text)
    return ''.join(c for c in text if rows.get(ord(c), ('', ''))[1] != DROP)


# Presentation forms and ligatures, mathematical letters, full-width and Latin ligatures: NFKC.
forms = {}
for cp in [*span(0xFB50, 0xFDFF), *span(0xFE70, 0xFEFC), *span(0x1EE00, 0x1EEFF), *span(0xFF01, 0xFF5E),
           *span(0xFB00, 0xFB06)]:
    if U.category(chr(cp)) == 'Cn' or not U.decomposition(chr(cp)):
        continue
    text = plain(U.normalize('NFKC', chr(cp)))
    forms[cp] = text
    put(cp, 'letters', text)

# Digits of every script; Arabic's decimal, thousands and percent signs.
for cp in every():
    if cp >= 0x80 and U.category(chr(cp)) == 'Nd':
        put(cp, 'letters', str(U.digit(chr(cp))))
for cp, sign in {0x66A: '%', 0x66B: '.', 0x66C: ','}.items():
    put(cp, 'letters', sign)

# ---------------------------------------------------------------- .search
for c, r in {'أ': 'ا', 'إ': 'ا', 'آ': 'ا', 'ى': 'ي', 'ة': 'ه', 'ؤ': 'ء', 'ئ': 'ء'}.items():
    put(ord(c), 'search', r)
# Latin and Greek letters: small, without accents, ligatures spelled out. Other scripts: small.
SPELLED = {'ß': 'ss', 'ẞ': 'ss', 'æ': 'ae', 'œ': 'oe', 'ø': 'o', 'đ': 'd', 'ð': 'd', 'þ': 'th', 'ł': 'l', 'ħ': 'h',
           'ı': 'i', 'ŧ': 't', 'ſ': 's', 'ς': 'σ'}
for cp in span(0x300, 0x36F):
    put(cp, 'search', DROP)  # accents that no letter takes
for cp in every():
    c = chr(cp)
    if U.category(c)[0] != 'L':
        continue
    low = c.lower()
    if U.name(c, '').startswith(('LATIN', 'GREEK')):
        low = ''.join(x for x in U.normalize('NFD', low) if not 0x300 <= ord(x) <= 0x36F)
        low = ''.join(SPELLED.get(x, x) for x in low)
    elif len(low) > 1 or U.normalize('NFC', low) != low:
        continue
    if low != c:
        put(cp, 'search', low)

# ---------------------------------------------------------------- pairs of our own
# Hamza on tatweel, on alef maksura and on Persian yeh is the hamza yeh; a presentation form takes hamza and madda
# as its letter does; a ligature of lam and alef becomes the one with hamza or madda.
for seat in '\u0640ىی':
    for hamza in (HAMZA_ABOVE, HAMZA_BELOW):
        pairs.append((ord(seat), ord(hamza), ord('ئ'), 'spelling'))
pairs.append((ord('ي'), ord(HAMZA_BELOW), ord('ئ'), 'spelling'))
composed = {(chr(a), chr(b)): c for a, b, c, _ in pairs}
for cp, text in forms.items():
    for mark in (MADDA, HAMZA_ABOVE, HAMZA_BELOW):
        if len(text) == 1 and (text, mark) in composed:
            pairs.append((cp, ord(mark), composed[text, mark], 'spelling'))
for form in (0xFEFB, 0xFEFC):
    for mark, with_mark in ((MADDA, 0xFEF5), (HAMZA_ABOVE, 0xFEF7), (HAMZA_BELOW, 0xFEF9)):
        pairs.append((form, ord(mark), with_mark + form - 0xFEFB, 'spelling'))

# ---------------------------------------------------------------- files
folder = sys.argv[1]
ORIGIN = (f'# Made by Training/script/make_letters.py from the Unicode Character Database {U.unidata_version} '
          '(Unicode licence) and the rules stated there.\n')
with open(f'{folder}/letters.tsv', 'w', encoding='utf-8') as out:
    out.write('# Letter folding: code point, level from which it folds, replacement (code points; - drops it), name.\n'
              '# Levels build on one another: marks, letters, search. A replacement may itself fold at a later level.\n')
    out.write(ORIGIN)
    for cp in sorted(rows):
        level, replacement = rows[cp]
        shown = DROP if replacement in (DROP, '') else ' '.join(f'{ord(c):04X}' for c in replacement)
        out.write(f'{cp:04X}\t{level}\t{shown}\t{U.name(chr(cp), "control")}\n')
with open(f'{folder}/compositions.tsv', 'w', encoding='utf-8') as out:
    out.write('# Pairs that become one letter: letter, sign, composed letter, kind.\n'
              '# canonical: Unicode\'s own composition (NFC); spelling: a seat of hamza or madda that Unicode does not compose.\n')
    out.write(ORIGIN)
    for first, second, both, kind in sorted(pairs):
        out.write(f'{first:04X}\t{second:04X}\t{both:04X}\t{kind}\n')
with open(f'{folder}/combining.tsv', 'w', encoding='utf-8') as out:
    out.write('# Canonical combining classes other than 0: first code point, last code point, class.\n')
    out.write(ORIGIN)
    start = None
    for cp in range(0x110000):
        kind = U.combining(chr(cp)) if not 0xD800 <= cp <= 0xDFFF else 0
        if start is not None and kind != start[1]:
            out.write(f'{start[0]:04X}\t{cp - 1:04X}\t{start[1]}\n')
            start = None
        if kind and start is None:
            start = (cp, kind)
