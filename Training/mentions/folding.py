"""Folding of spellings as FoldingLevel.search does it for ordinary Arabic letters."""
import re

LETTERS = str.maketrans({'أ': 'ا', 'إ': 'ا', 'آ': 'ا', 'ٱ': 'ا', 'ى': 'ي', 'ة': 'ه', 'ؤ': 'ء', 'ئ': 'ء', 'ی': 'ي', 'ک': 'ك', 'ھ': 'ه',
                         'ہ': 'ه'})
MARKS = re.compile('[\u064b-\u065f\u0670\u0640\u200b-\u200f\u202a-\u202e\ufeff]')


def fold(text):
    return MARKS.sub('', text).translate(LETTERS).lower()
