"""The unlabelled articles that clusters and contexts of words are learnt from, as folded tokens.

The folder holds saudinewsnet/articles.jsonl.gz, antcorpus/antcorpus.tar.gz, arcd/arcd-train.json and xquad/xquad.ar.json; texts only, no
labels.
"""
import gzip, json, re, tarfile
from folding import fold

TOKEN = re.compile(r'[^\W\d_]+|\d+(?:[.,٫٬]\d+)*|[^\w\s]|_')
RATIO = {'و': 1.5, 'ف': 15, 'ب': 3, 'ل': 3, 'ك': 15}


def texts(folder):
    for line in gzip.open(folder / 'saudinewsnet/articles.jsonl.gz', 'rt', encoding='utf-8'):
        article = json.loads(line)
        yield (article.get('title') or '') + '\n' + (article.get('text') or '')
    with tarfile.open(folder / 'antcorpus/antcorpus.tar.gz') as archive:
        for member in archive:
            if member.isfile():
                text = archive.extractfile(member).read().decode('utf-8', 'ignore')
                yield re.sub('<[^>]+>', '\n', text)
    for name in ('arcd/arcd-train.json', 'xquad/xquad.ar.json'):
        for document in json.load(open(folder / name, encoding='utf-8'))['data']:
            for paragraph in document['paragraphs']:
                yield paragraph['context']


def tokens(text):
    """The tokens of a folded text; numbers are all `0`."""
    return ['0' if token[0].isdigit() else token for token in TOKEN.findall(text)]


def sentences(folder):
    """The sentences of all texts, each once."""
    seen = set()
    for text in texts(folder):
        for line in re.split(r'[\n.!؟?]', fold(text)):
            if line not in seen:
                seen.add(line)
                yield tokens(line)


def split(word, count):
    """Conjunction and prepositions of a word, and what is left, where that is more frequent by RATIO."""
    pieces = []
    for _ in range(2):
        first, rest = word[0], word[1:]
        if first not in RATIO or len(rest) < 3:
            break
        if first == 'ل' and rest[0] == 'ل' and count['ا' + word] >= count[word]:
            return [*pieces, 'ل+', 'ا' + word]
        if first in 'بك' and rest.startswith('ال') and len(rest) >= 5 and count[rest] >= 0.7 * count[word]:
            return [*pieces, first + '+', rest]
        if count[rest] < max(5, count[word] * RATIO[first]):
            break
        pieces.append(first + '+')
        word = rest
    return [*pieces, word]
