"""Learns how pieces of Latin spellings of names stand for pieces of Arabic ones.

    python3 Training/names/make_spelling_units.py --wikidata wd_arabic_64.txt --google google_ar2en_train.txt \
        --without wd_arabic_16.txt --letters Data/names/latin-letters.tsv --output Data/names/spelling-units.tsv

Expectation maximisation over many-to-many alignments (Jiampojamarn, Kondrak, Sherif 2007, "Applying Many-to-Many
Alignments and Hidden Markov Models to Letter-to-Phoneme Conversion"): Latin pieces of 0 to 3 letters, Arabic ones of 0 to
2, with ^ and $ for the ends of the name. Pairs that share a spelling with a file given as --without are left out, so that
the file can measure. Needs numba. The output is the same on every run.
"""

import argparse
import unicodedata
from collections import Counter

import numpy as np
from numba import njit

LATIN, ARABIC = 3, 2
BASE = 64


def read_wikidata(path):
    for line in open(path, encoding="utf-8"):
        latin, arabic, count = line.rstrip("\n").split("\t")
        yield latin, arabic.replace(" ", ""), int(count)


def read_google(path):
    for line in open(path, encoding="utf-8"):
        arabic, latin = line.split()
        yield latin, arabic, 1


def base_letters(letter):
    special = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h",
               "ə": "e", "ŋ": "ng", "ħ": "h", "ŧ": "t"}
    if letter in special:
        return special[letter]
    return "".join(c for c in unicodedata.normalize("NFKD", letter) if "a" <= c <= "z")


def latin_letters(pairs):
    """Letters with marks that are frequent stay letters of their own; the others lose their marks."""
    counts = Counter(c for latin, _, _ in pairs for c in latin)
    kept = [c for c, n in counts.items() if c > "\x7f" and n >= 40 and c.isalpha() and c != "ʻ"]
    kept = sorted(kept, key=lambda c: (-counts[c], c))[:30]
    letters = {}
    for code in [*range(0xC0, 0x250), *range(0x1E00, 0x1F00)]:
        c = chr(code).lower()
        own = c if len(c) == 1 and c in kept else "".join(base_letters(x) for x in c)
        if own:
            letters[chr(code)] = (own, "".join(base_letters(x) for x in c))
    return letters


def latin_form(text, letters):
    text = unicodedata.normalize("NFC", text.lower())
    return "^" + "".join(c if "a" <= c <= "z" else letters.get(c, ("", ""))[0] for c in text) + "$"


def arabic_form(text):
    return "^" + "".join(c for c in text if "\u0621" <= c <= "\u06d3" and unicodedata.category(c) == "Lo") + "$"


@njit(cache=True)
def key(x, i, m, y, j, n):
    k = 1
    for t in range(i, i + m):
        k = k * BASE + x[t]
    k = k * 4 + m
    for t in range(j, j + n):
        k = k * BASE + y[t]
    return k * 4 + n


@njit(cache=True)
def all_keys(x, y, out):
    count = 0
    for i in range(len(x) + 1):
        for j in range(len(y) + 1):
            for m in range(0, min(LATIN, len(x) - i) + 1):
                for n in range(0, min(ARABIC, len(y) - j) + 1):
                    if m + n == 0 or (m == 0 and n > 1):
                        continue
                    out[count] = key(x, i, m, y, j, n)
                    count += 1
    return count


@njit(cache=True)
def expect(x, y, ids, probs, counts, weight):
    X, Y = len(x), len(y)
    forward = np.zeros((X + 1, Y + 1))
    backward = np.zeros((X + 1, Y + 1))
    forward[0, 0] = 1.0
    backward[X, Y] = 1.0
    at = 0
    for i in range(X + 1):
        for j in range(Y + 1):
            f = forward[i, j]
            for m in range(0, min(LATIN, X - i) + 1):
                for n in range(0, min(ARABIC, Y - j) + 1):
                    if m + n == 0 or (m == 0 and n > 1):
                        continue
                    forward[i + m, j + n] += f * probs[ids[at]]
                    at += 1
    total = forward[X, Y]
    if total <= 0.0:
        return 0.0
    for i in range(X, -1, -1):
        for j in range(Y, -1, -1):
            first = at
            for m in range(0, min(LATIN, X - i) + 1):
                for n in range(0, min(ARABIC, Y - j) + 1):
                    if m + n == 0 or (m == 0 and n > 1):
                        continue
                    first -= 1
            k = first
            b = backward[i, j]
            for m in range(0, min(LATIN, X - i) + 1):
                for n in range(0, min(ARABIC, Y - j) + 1):
                    if m + n == 0 or (m == 0 and n > 1):
                        continue
                    p = probs[ids[k]] * backward[i + m, j + n]
                    b += p
                    counts[ids[k]] += weight * forward[i, j] * p / total
                    k += 1
            backward[i, j] = b
            at = first
    return np.log(total)


@njit(cache=True)
def round_of(xs, xo, ys, yo, ids, io, probs, counts, weights):
    total = 0.0
    for p in range(len(xo) - 1):
        total += expect(xs[xo[p]:xo[p + 1]], ys[yo[p]:yo[p + 1]], ids[io[p]:io[p + 1]], probs, counts, weights[p])
    return total


def learn(pairs, rounds):
    latin = {c: i + 1 for i, c in enumerate(sorted({c for x, _, _ in pairs for c in x}))}
    arabic = {c: i + 1 for i, c in enumerate(sorted({c for _, y, _ in pairs for c in y}))}
    assert len(latin) < BASE and len(arabic) < BASE, (len(latin), len(arabic))
    xs = [np.array([latin[c] for c in x], np.int64) for x, _, _ in pairs]
    ys = [np.array([arabic[c] for c in y], np.int64) for _, y, _ in pairs]
    buffer = np.zeros(20000, np.int64)
    keys = [buffer[:all_keys(x, y, buffer)].copy() for x, y in zip(xs, ys)]
    distinct, ids = np.unique(np.concatenate(keys), return_inverse=True)
    offsets = lambda parts: np.concatenate([[0], np.cumsum([len(p) for p in parts])]).astype(np.int64)
    xo, yo, io = offsets(xs), offsets(ys), offsets(keys)
    weights = np.array([1 + np.log(c) for _, _, c in pairs])
    latin_of = {i: c for c, i in latin.items()}
    arabic_of = {i: c for c, i in arabic.items()}

    def spell(k):
        n, k = int(k % 4), int(k) // 4
        y = ""
        for _ in range(n):
            y, k = arabic_of[k % BASE] + y, k // BASE
        m, k = k % 4, k // 4
        x = ""
        for _ in range(m):
            x, k = latin_of[k % BASE] + x, k // BASE
        return x, y

    units = [spell(k) for k in distinct]
    # Ends meet only ends; longer pieces begin with less, so that they must earn their place.
    allowed = np.array([x.startswith("^") == y.startswith("^") and x.endswith("$") == y.endswith("$") for x, y in units])
    start = np.array([0.1 ** (len(x) + len(y)) if x and y else 0.001 for x, y in units]) * allowed
    probs = start / start.sum()
    for number in range(rounds):
        counts = np.zeros(len(units))
        total = round_of(np.concatenate(xs), xo, np.concatenate(ys), yo, ids.astype(np.int64), io, probs, counts, weights)
        print("round", number + 1, "log likelihood", round(total), "units", int((counts > 0.5).sum()))
        floor = np.maximum(counts - 0.3, 0)
        # Single letters never vanish wholly: a rare spelling stays possible.
        singles = np.array([len(x) <= 1 and len(y) <= 1 for x, y in units]) & allowed
        counts = np.maximum(floor, singles * 0.02)
        probs = counts / counts.sum()
    return [(x, y, c) for (x, y), c in zip(units, counts) if c >= 0.5]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("wikidata", "google", "without", "letters", "output"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--rounds", type=int, default=8)
    options = parser.parse_args()
    held = list(read_wikidata(options.without))
    held_latin = {latin for latin, _, _ in held}
    held_arabic = {arabic for _, arabic, _ in held}
    pairs = list(read_wikidata(options.wikidata)) + list(read_google(options.google))
    letters = latin_letters(pairs)
    merged = Counter()
    for latin, arabic, count in pairs:
        if latin not in held_latin and arabic not in held_arabic and " " not in latin:
            merged[latin_form(latin, letters), arabic_form(arabic)] += count
    pairs = [(x, y, c) for (x, y), c in sorted(merged.items())
             if 4 <= len(x) <= 18 and 4 <= len(y) <= 16 and abs(len(x) - len(y)) <= 7]
    print(len(pairs), "pairs")
    origin = ("Wikidata names of persons (CC0 1.0), by way of a split into parts, and Google's ar2en transliteration pairs "
              "(Apache-2.0); made by Training/names/make_spelling_units.py.")
    with open(options.letters, "w", encoding="utf-8") as out:
        out.write("# Latin letters with marks: letter, as the spelling model knows it, without marks.\n# " + origin + "\n")
        for letter, (own, bare) in letters.items():
            out.write(f"{letter}\t{own}\t{bare}\n")
    units = learn(pairs, options.rounds)
    of_latin, of_arabic = Counter(), Counter()
    for x, y, c in units:
        of_latin[x] += c
        of_arabic[y] += c
    with open(options.output, "w", encoding="utf-8") as out:
        out.write("# Pieces of Latin names and of Arabic ones; ^ and $ are ends. Columns: Latin, Arabic, and the negative natural\n"
                  "# logarithms of P(Arabic | Latin) and of P(Latin | Arabic).\n# " + origin + "\n")
        for x, y, c in sorted(units):
            out.write(f"{x}\t{y}\t{-np.log(c / of_latin[x]):.2f}\t{-np.log(c / of_arabic[y]):.2f}\n")
    print(len(units), "units")


main()
