#!/usr/bin/env python3
"""Real articles, spoilt: does the reader trap, and do its offsets hold?

usage: readings.py --program MARSAD --articles FILE [--seed N] [--count N] [--rounds N]
FILE holds articles a line (JSON, also packed with gzip). Each round takes --count of them at random and spoils each in one way: broken
lines, foreign words, marks and particles thrown in, words exchanged, left out or said twice, an end or a beginning anywhere, letters
and marks of other scripts, a title and a day that are no help. Before the rounds all articles are read as they are (seed 0). All of
a round are read in one run of `marsad read`; then
  a trap      is brought down to the fewest words that still do it,
  an offset   in a reading must hold the text that stands beside it, and spans must lie within the article.
What is found is printed, and the exit status is 1.
"""
import argparse, gzip, json, random, subprocess, sys

PARTICLES = ["", "«", "»", '"', "(", ")", "،", "؛", ".", "...", ":", "-", "–", "إن", "أن", "وراء", "بين", "كان", "قد", "من", "الذي", "و", "لا", "لن", "إذا",
             "ما لم", "عن", "قال", "وقال", "نحو", "مقتل", "هجوم", "زيارة", "3", "12 قتيلا", "آلاف", "أمس", "غدا", "\n", "\n\n", "\t"]
STRANGE = ["\u200f", "\u202e", "\u2066", "\ufeff", "\u0640", "\u0651", "\u06cc", "\u06a9", "\u00a0", "\u0000", "é", "日", "𝒜", "👩‍👩‍👧", "e\u0301", "\ufefb", "٣", "۴"]


class Spoiler:
    def __init__(self, articles, chance):
        self.chance = chance
        self.pool = [word for article in articles[:400] for word in article["text"].split()]
        self.ways = [self.breaks, self.foreign, self.particles, self.exchanged, self.left_out, self.twice, self.cut, self.letters]

    def spoilt(self, number, article):
        words = article["text"].split(" ")
        words = self.chance.choice(self.ways)(words, max(3, len(words) // 12)) or ["و"]
        made = {"id": str(number), "text": " ".join(words)}
        if self.chance.random() < 0.7:
            made["title"] = article.get("title") or "" if self.chance.random() < 0.7 else " ".join(self.chance.choices(self.pool, k=6))
        if self.chance.random() < 0.8:
            made["published"] = self.chance.choice([str(article.get("published") or "")[:10], "2015-07-21", "0001-01-01", "9999-12-31"]) or "2015-07-21"
        return made

    def places(self, words, count):
        return [self.chance.randrange(len(words)) for _ in range(count)]

    def breaks(self, words, count):
        for at in self.places(words, count):
            words[at] += self.chance.choice(["\n", "\n\n", "\r\n"])
        return words

    def foreign(self, words, count):
        for at in self.places(words, count):
            words[at] = self.chance.choice(self.pool)
        return words

    def particles(self, words, count):
        for at in self.places(words, count):
            words[at] = self.chance.choice(PARTICLES)
        return words

    def exchanged(self, words, count):
        for at in self.places(words, count):
            other = self.chance.randrange(len(words))
            words[at], words[other] = words[other], words[at]
        return words

    def left_out(self, words, count):
        return [word for word in words if self.chance.random() > 0.15]

    def twice(self, words, count):
        for at in self.places(words, count // 3 + 1):
            words[at:at] = words[at:at + self.chance.randrange(1, 12)]
        return words

    def cut(self, words, count):
        text = " ".join(words)
        start = self.chance.randrange(len(text) // 2 + 1)
        end = self.chance.randrange(start, len(text)) + 1 if text else 0
        return text[start:end].split(" ")

    def letters(self, words, count):
        for at in self.places(words, count):
            place = self.chance.randrange(len(words[at]) + 1)
            words[at] = words[at][:place] + self.chance.choice(STRANGE) + words[at][place:]
        return words


def read(program, articles):
    """What came out, and whether the program ended as it should."""
    lines = "\n".join(json.dumps(article, ensure_ascii=False) for article in articles)
    run = subprocess.run([program, "read", "--input", "jsonl", "-"], input=lines.encode(), capture_output=True)
    return run, run.returncode in (0, 3)


def smallest(program, article):
    """The article with as few words as still trap."""
    words = article["text"].split(" ")
    size = max(1, len(words) // 2)
    while size >= 1:
        at = 0
        while at < len(words):
            fewer = words[:at] + words[at + size:]
            if fewer and not read(program, [article | {"text": " ".join(fewer)}])[1]:
                words = fewer
            else:
                at += size
        size //= 2
    return article | {"text": " ".join(words)}


def trapping(program, articles):
    """One article that traps the program; nothing if none does alone."""
    while len(articles) > 1:
        half = articles[:len(articles) // 2]
        articles = half if not read(program, half)[1] else articles[len(half):]
    return articles[0] if not read(program, articles)[1] else None


def wrong_offsets(value, text, path=""):
    """Where a reading's offsets don't hold the text that stands beside them."""
    if isinstance(value, list):
        for item in value:
            yield from wrong_offsets(item, text, path)
    elif isinstance(value, dict):
        span = [value["start"], value["end"]] if "start" in value and "end" in value else value.get("span")
        if isinstance(span, list) and len(span) == 2 and all(isinstance(end, int) for end in span):
            start, end = span
            if not 0 <= start <= end <= len(text) or isinstance(value.get("text"), str) and value["text"] != text[start:end]:
                yield f"{path} {span} {value.get('text')!r}"
        for key, item in value.items():
            yield from wrong_offsets(item, text, f"{path}.{key}")


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--program", required=True)
    options.add_argument("--articles", required=True)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--count", type=int, default=2000)
    options.add_argument("--rounds", type=int, default=5)
    chosen = options.parse_args()
    opened = gzip.open if chosen.articles.endswith(".gz") else open
    with opened(chosen.articles, "rt", encoding="utf-8") as lines:
        articles = [article for article in map(json.loads, lines) if article.get("text")]
    traps, offsets = 0, 0
    for seed in [0, *range(chosen.seed, chosen.seed + chosen.rounds)]:
        chance = random.Random(seed)
        spoiler = Spoiler(chance.sample(articles, min(400, len(articles))), chance)
        batch = [spoiler.spoilt(number, article) for number, article in enumerate(chance.choices(articles, k=chosen.count))] if seed else [
            {"id": str(number), "text": article["text"], "title": article.get("title") or "", "published": "2015-07-21"}
            for number, article in enumerate(articles)]
        run, is_right = read(chosen.program, batch)
        if not is_right:
            traps += 1
            found = trapping(chosen.program, batch)
            print(f"seed {seed}: exit {run.returncode}", json.dumps(found and smallest(chosen.program, found), ensure_ascii=False))
            frames = [line.strip() for line in run.stderr.decode(errors="replace").splitlines() if " in " in line and ".swift" in line]
            print("\n".join(frames[:6]))
        texts = {article["id"]: article["text"] for article in batch}
        for line in run.stdout.decode().splitlines():
            try:
                reading = json.loads(line)
            except json.JSONDecodeError:
                if is_right:
                    sys.exit(f"seed {seed}: no JSON: {line[:200]}")
                continue
            for wrong in wrong_offsets(reading, texts[reading["id"]]):
                offsets += 1
                print(f"seed {seed}, article {reading['id']}: {wrong}")
        print(f"seed {seed}: {len(batch)} articles read", flush=True)
    print(f"{traps} rounds trapped, {offsets} offsets wrong")
    sys.exit(1 if traps or offsets else 0)


if __name__ == "__main__":
    main()
