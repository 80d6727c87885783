#!/usr/bin/env python3
"""Copies and stories on the newspaper corpus, side by side with datasketch and rensa.

usage: bench_stories.py --program MARSAD --articles ARTICLES.jsonl.gz --labels SAME-DISPATCH.tsv
Peers: pip install datasketch rensa. All figures are of this one run; speeds are of one thread.
  same dispatch   precision and recall on the labelled pairs. A peer says "same" where its estimate of the Jaccard
                  coefficient reaches a bound; the bound and the shingle length shown are the best on these very pairs,
                  which favours the peer.
  speed, recall   signatures and candidates; recall of the pairs whose exact Jaccard coefficient of 5-word shingles
                  (words without vowel signs) is 0.8 or more, after each tool's check.
"""
import argparse, collections, gzip, json, re, subprocess, sys, time

MARKS = re.compile("[\u064b-\u0652\u0670\u0640]")
WORD = re.compile(r"\w+")


def load(path):
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [(a["id"], a.get("text") or "") for a in map(json.loads, lines)]


def labels(path):
    with open(path, encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines if not line.startswith("#")]
    return [(a, b, label == "same") for a, b, label in rows[1:]]


def shingles(text, length):
    words = WORD.findall(MARKS.sub("", text))
    return {" ".join(words[i:i + length]) for i in range(len(words) - length + 1)}


def score(said, gold):
    true = sum(1 for a, b, same in gold if same and said(a, b))
    positive = sum(1 for a, b, _ in gold if said(a, b))
    wanted = sum(same for _, _, same in gold)
    precision, recall = true / max(positive, 1), true / wanted
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def exact_pairs(sets, bound):
    """All pairs of the bound or more: only shingles seen twice can be shared."""
    postings = collections.defaultdict(list)
    for number, own in enumerate(sets):
        for shingle in own:
            postings[shingle].append(number)
    shared = collections.Counter()
    for numbers in postings.values():
        for i, a in enumerate(numbers):
            for b in numbers[i + 1:]:
                shared[a, b] += 1
    return {pair for pair, n in shared.items() if n / (len(sets[pair[0]]) + len(sets[pair[1]]) - n) >= bound}


def row(name, *cells):
    print(f"{name:46}" + "".join(f"{cell:>14}" for cell in cells), flush=True)


def bench_datasketch(texts, gold, identifiers):
    import datasketch
    best = None
    for length in (2, 3, 4, 5):
        made = {}
        for identifier in {i for pair in gold for i in pair[:2]}:
            signature = datasketch.MinHash(128)
            signature.update_batch([s.encode() for s in shingles(texts[identifier], length)])
            made[identifier] = signature
        for bound in [b / 50 for b in range(2, 46)]:
            scored = score(lambda a, b: made[a].jaccard(made[b]) >= bound, gold)
            if best is None or scored[2] > best[0][2]:
                best = scored, length, bound
    (precision, recall, f1), length, bound = best
    row(f"datasketch MinHash 128, {length} words, J >= {bound:.2f}", f"{precision:.3f}", f"{recall:.3f}", f"{f1:.3f}")


def speed_datasketch(sets, true):
    import datasketch
    started = time.process_time()
    index = datasketch.MinHashLSH(0.8, 128)
    signatures = []
    for number, own in enumerate(sets):
        signature = datasketch.MinHash(128)
        signature.update_batch([s.encode() for s in own])
        signatures.append(signature)
        if own:
            index.insert(number, signature)
    found = {(min(n, m), max(n, m)) for n, s in enumerate(signatures) if sets[n] for m in index.query(s) if m != n}
    report("datasketch MinHash 128, LSH 0.8", len(sets), time.process_time() - started, found, true)


def speed_rensa(sets, true):
    import rensa
    started = time.process_time()
    index = rensa.RMinHashLSH(threshold=0.8, num_perm=128, num_bands=16)
    signatures = []
    for number, own in enumerate(sets):
        signature = rensa.RMinHash(128, 42)
        signature.update(list(own))
        signatures.append(signature)
        if own:
            index.insert(number, signature)
    found = {(min(n, m), max(n, m)) for n, s in enumerate(signatures) if sets[n] for m in index.query(s) if m != n}
    report("rensa RMinHash 128, 16 bands", len(sets), time.process_time() - started, found, true)


def report(name, count, seconds, found, true):
    row(name, f"{count / seconds:.0f}", f"{len(found)}", f"{len(found & true) / len(true):.4f}")


def main():
    parser = argparse.ArgumentParser()
    for name in ("program", "articles", "labels"):
        parser.add_argument(f"--{name}", required=True)
    options = parser.parse_args()
    articles = load(options.articles)
    texts = dict(articles)
    identifiers = [identifier for identifier, _ in articles]
    number = {identifier: n for n, identifier in enumerate(identifiers)}
    gold = labels(options.labels)

    done = subprocess.run([options.program, "group", "--jobs", "1", options.articles], capture_output=True, text=True)
    if done.returncode not in (0, 3):
        sys.exit(done.stderr)
    pairs = [json.loads(line) for line in done.stdout.splitlines()]
    same = {frozenset((p["earlier"], p["later"])) for p in pairs if p["kind"] != "rewrite"}

    row("same dispatch, %d labelled pairs" % len(gold), "precision", "recall", "F1")
    precision, recall, f1 = score(lambda a, b: frozenset((a, b)) in same, gold)
    row("Marsad", f"{precision:.3f}", f"{recall:.3f}", f"{f1:.3f}")
    bench_datasketch(texts, gold, identifiers)

    print()
    started = time.process_time()
    sets = [shingles(text, 5) for _, text in articles]
    shingling = time.process_time() - started
    true = exact_pairs(sets, 0.8)
    row(f"{len(articles)} articles, {len(true)} pairs J >= 0.8", "articles/s", "pairs", "recall")
    timing = re.search(r"fingerprints and (\d+) candidates in ([\d.e-]+) s, comparison in ([\d.e-]+) s", done.stderr)
    own = {tuple(sorted((number[p["earlier"]], number[p["later"]]))) for p in pairs if p["kind"] != "rewrite"}
    report("Marsad (from text; after check)", len(articles), float(timing[2]), own, true)
    row("  comparison of all candidates", f"{len(articles) / float(timing[3]):.0f}", timing[1])
    speed_datasketch(sets, true)
    speed_rensa(sets, true)
    print(f"The peers' figures leave out cutting and shingling in Python ({shingling:.1f} s); Marsad's begins with the text.")


main()
