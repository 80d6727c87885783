"""Events that the workshop finds, beside those that people labelled."""
import functools, glob, json, os, re, subprocess, tempfile, zlib

ONE_LETTER = str.maketrans('أإآٱىیةک', 'اااايي' + 'هك')
# Words in which names may agree without being the same.
SMALL = {'من', 'في', 'علي', 'عن', 'الي', 'بن', 'ابن', 'عبد', 'ابو', 'الرئيس', 'وزير', 'الملك', 'الشيخ', 'اللواء', 'العميد'}


def words(text):
    text = re.sub('[\u064b-\u0652\u0670\u0640]', '', text).translate(ONE_LETTER)
    return re.findall(r'\w+', text)


def same_name(a, b):
    def strip(ws):
        return {re.sub('^ال', '', w) for w in ws if w not in SMALL} or set(ws)
    a, b = strip(words(a)), strip(words(b))
    return bool(a and b) and (a <= b or b <= a or len(a & b) / len(a | b) >= 0.5)


def sentence(text, at):
    start = max((m.end() for m in re.finditer(r'[.!؟?\n]+', text[:at])), default=0)
    end = re.search(r'[.!؟?\n]', text[at:])
    return start, at + end.start() if end else len(text)


def overlap(a, b):
    return a[0] < b[1] and b[0] < a[1]


def bounds(span):
    return (span['start'], span['end']) if isinstance(span, dict) else tuple(span)


PARTS = 5


def part(article):
    """The part of five that an article belongs to, by the digest of its id."""
    return zlib.crc32(article.encode()) % PARTS


@functools.cache
def events(workshop, choice, articles, parts=None):
    """The examples of a choice in the articles; with `parts`, a folder of weights of triggers, by those that have not seen each."""
    def told(*arguments):
        output = subprocess.run([workshop, *arguments], check=True, stdout=subprocess.PIPE).stdout.decode()
        return [json.loads(line) for line in output.splitlines() if f'"choice":"{choice}"' in line]
    if parts is None:
        return told(articles)
    lines = open(articles, encoding='utf-8').readlines()
    every = []
    for k in range(PARTS):
        with tempfile.NamedTemporaryFile('w', suffix='.jsonl', encoding='utf-8') as file:
            file.writelines(line for line in lines if part(json.loads(line)['id']) == k)
            file.flush()
            every += told('--triggers', os.path.join(parts, f'{k}.tsv'), file.name)
    return every


def paired(workshop, choice, articles, labels, parts=None):
    """`pairs` of the examples of a choice that the workshop finds."""
    found = {}
    for event in events(workshop, choice, articles, parts):
        found.setdefault(event['id'], []).append(event)
    return pairs(articles, labels, found)


def pairs(articles, labels, found):
    """For each labelled article its id, its text, its labelled events, the examples found in it, and the pairs of both.

    A pair is an event and an example of its type whose trigger is the same or in the same sentence, the nearest first:
    the measure of the gold's scorer.
    """
    texts = {a['id']: a['text'] for a in map(json.loads, open(articles, encoding='utf-8'))}
    for name in sorted(glob.glob(os.path.join(labels, '*.json'))):
        gold = json.load(open(name, encoding='utf-8'))
        article = gold.get('id') or os.path.basename(name)[:-5]
        text, own = texts[article], found.get(article, [])
        scores = []
        for g, event in enumerate(gold['events']):
            at = bounds(event['trigger'])
            for f, example in enumerate(own):
                if event['type'] == example['type']:
                    score = 2 if overlap(at, example['trigger']) else 1 if overlap(sentence(text, at[0]), example['trigger']) else 0
                    scores += [(score, g, f)] if score else []
        matched, used = [], set()
        for _, g, f in sorted(scores, reverse=True):
            if not {('g', g), ('f', f)} & used:
                used |= {('g', g), ('f', f)}
                matched.append((gold['events'][g], own[f]))
        yield article, text, gold['events'], own, matched
