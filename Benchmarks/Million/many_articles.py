"""Makes any number of invented articles out of real ones, the same for the same seed.

An article is a real one with its sentences in another order, names and numbers exchanged, a share of the other words
exchanged too, and another day. So words are as frequent as in the press, the vocabulary grows with the number of articles
(some names are spelt as nobody spells them), and most articles tell something of their own. One in five is a copy of one of
the last few hundred, up to two days later and with a sentence less or a few words changed: something to find for stories.
"""
import datetime, random, re

SENTENCE = re.compile(r"[^.!؟\n]+[.!؟]?\n?")
WORD = re.compile(r"[\u0621-\u064A]+")
NUMBER = re.compile(r"[0-9]+")
FIRST_DAY = datetime.datetime(2014, 1, 1)
DAYS = 730
COPIES, RECENT = 0.2, 300
# Shares of the words that are exchanged: those that may be names, and all others.
NAMES, WORDS = 0.5, 0.2
LETTERS = "بتثجحدرزسشصطعغفقكلمنهوي"


def rare_words(articles):
    """Words of a few articles, which are mostly names, and all words as often as they stand."""
    counts, running = {}, []
    for article in articles:
        words = WORD.findall(article["text"])
        running += words[::7]
        for word in set(words):
            counts[word] = counts.get(word, 0) + 1
    names = sorted(word for word, count in counts.items() if 2 <= count <= 60 and len(word) > 3)
    return names, running


class ManyArticles:
    def __init__(self, articles, seed):
        self.articles = [a for a in articles if len(a["text"]) > 200]
        self.names, self.running = rare_words(self.articles)
        self.known = set(self.names)
        self.random = random.Random(seed)
        self.made, self.recent = 0, []

    def __iter__(self):
        return self

    def __next__(self):
        self.made += 1
        chance = self.random
        if self.recent and chance.random() < COPIES:
            article = self.copy(chance.choice(self.recent))
        else:
            article = self.perturbed(chance.choice(self.articles))
            self.recent.append(article)
            if len(self.recent) > RECENT:
                self.recent.pop(chance.randrange(RECENT))
        article["id"] = f"many-{self.made:07}"
        return article

    def perturbed(self, original):
        chance, exchanged = self.random, {}

        def other(match):
            word = match[0]
            if word in self.known:
                if word not in exchanged:
                    exchanged[word] = self.name() if chance.random() < NAMES else word
                return exchanged[word]
            return chance.choice(self.running) if chance.random() < WORDS else word

        def number(match):
            return str(chance.randrange(1, 10 ** len(match[0]))) if len(match[0]) < 9 else match[0]

        sentences = SENTENCE.findall(original["text"])
        chance.shuffle(sentences)
        text = NUMBER.sub(number, WORD.sub(other, " ".join(s.strip() for s in sentences)))
        day = FIRST_DAY + datetime.timedelta(minutes=chance.randrange(DAYS * 24 * 60))
        return {"source": original.get("source") or "outlet", "published": day.isoformat() + "Z",
                "title": WORD.sub(other, original.get("title") or ""), "text": text}

    def name(self):
        """Another name: mostly one that is known, else one with a letter that it does not have."""
        chance = self.random
        name = chance.choice(self.names)
        if chance.random() < 0.9:
            return name
        at = chance.randrange(1, len(name))
        return name[:at] + chance.choice(LETTERS) + name[at + 1:]

    def copy(self, article):
        chance = self.random
        sentences = article["text"].split(". ")
        if len(sentences) > 2:
            sentences.pop(chance.randrange(len(sentences)))
        words = ". ".join(sentences).split(" ")
        for _ in range(len(words) // 60):
            words[chance.randrange(len(words))] = chance.choice(self.running)
        published = datetime.datetime.fromisoformat(article["published"][:-1])
        later = published + datetime.timedelta(minutes=chance.randrange(1, 2 * 24 * 60))
        return {"source": chance.choice(self.articles).get("source") or "outlet", "published": later.isoformat() + "Z",
                "title": article["title"], "text": " ".join(words)}
