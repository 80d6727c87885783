#!/usr/bin/env python3
"""Learns which words tell encyclopaedic texts from news, and prints Data/mentions/register.tsv.

usage: make_register.py FOLDER > FILE       (scikit-learn; FOLDER is described in corpus.py)

A logistic regression over how many of 100 tokens of a text are each word: texts of SaudiNewsNet and ANTCorpus, NEWS of each taken at even steps,
against the articles of ARCD and XQuAD, of which all passages make one text and each passage one more. The absolute weights are held down (L1), so
that few words stay. Words of few texts would tell what these are about: a word counts if it stands in SHARE of the encyclopaedic articles, or in as
many texts of each source of news.
Prints to standard error how many texts of the fifth that is not learnt from are told rightly.
"""
import gzip, json, pathlib, re, sys, tarfile
import numpy
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from corpus import tokens
from folding import fold

NEWS, SHARE, STRENGTH = 3000, 0.05, 0.4


def news(folder):
    """For each text of news its source and itself."""
    texts = [json.loads(line)['text'] for line in gzip.open(folder / 'saudinewsnet/articles.jsonl.gz', 'rt', encoding='utf-8')]
    yield from ((-1, text) for text in texts[::len(texts) // NEWS])
    with tarfile.open(folder / 'antcorpus/antcorpus.tar.gz') as archive:
        files = [member for member in archive if member.isfile()]
        for member in files[::len(files) // NEWS]:
            page = archive.extractfile(member).read().decode('utf-8', 'replace')
            text = re.search('<TEXT>(.*?)</TEXT>', page, re.S)
            if text and text[1].strip():
                yield -2, text[1]


def encyclopaedia(folder):
    """For each article its text and its passages."""
    for name in ('arcd/arcd-train.json', 'xquad/xquad.ar.json'):
        for document in json.load(open(folder / name, encoding='utf-8'))['data']:
            passages = [paragraph['context'] for paragraph in document['paragraphs']]
            yield ['\n'.join(passages), *passages]


def main():
    folder = pathlib.Path(sys.argv[1])
    articles = list(encyclopaedia(folder))
    texts = [(text, 1, i) for i, article in enumerate(articles) for text in article]
    texts += [(text, 0, source) for source, text in news(folder)]
    vectorizer = CountVectorizer(analyzer=lambda text: tokens(fold(text)), min_df=20)
    counts = vectorizer.fit_transform(text for text, _, _ in texts).tocsr()
    kind = numpy.array([kind for _, kind, _ in texts])
    group = numpy.array([i for _, _, i in texts])
    words = vectorizer.get_feature_names_out()
    whole = numpy.array([kind[j] == 1 and (j == 0 or group[j] != group[j - 1]) for j in range(len(texts))])
    often = [numpy.asarray((counts[rows] > 0).mean(0))[0] >= SHARE for rows in (whole, group == -1, group == -2)]
    kept = [k for k, word in enumerate(words) if word.isalpha() and (often[0][k] or often[1][k] and often[2][k])]
    lengths = numpy.array([max(1, len(tokens(fold(text)))) for text, _, _ in texts])
    shares = counts[:, kept].multiply(100 / lengths[:, None]).tocsr()

    def learn(rows):
        model = LogisticRegression(l1_ratio=1, solver='liblinear', C=STRENGTH, class_weight='balanced', random_state=0)
        return model.fit(shares[rows], kind[rows])

    held = numpy.where(kind == 1, group, numpy.arange(len(texts))) % 5 == 0
    right = learn(~held).predict(shares[held]) == kind[held]
    for name, k in (('encyclopaedic', 1), ('news', 0)):
        print(f'{name}: {right[kind[held] == k].sum()} of {(kind[held] == k).sum()} held out are told rightly', file=sys.stderr)
    model = learn(kind >= 0)
    print('# Words that tell encyclopaedic texts (above 0) from news (below), with their weights: the sum of those of all words of a text for each 100\n'
          '# tokens, and that of a line without word, is above 0 in an encyclopaedic text. Made by Training/mentions/make_register.py from\n'
          '# SaudiNewsNet (CC BY-NC-SA 4.0; statistics only), ANTCorpus (Apache 2.0), ARCD (MIT), XQuAD (CC BY-SA 4.0).')
    print(f'\t{model.intercept_[0]:.2f}')
    for weight, word in sorted(((w, words[k]) for w, k in zip(model.coef_[0], kept)), key=lambda pair: (-pair[0], pair[1])):
        if abs(weight) >= 0.01:
            print(f'{word}\t{weight:.2f}')


main()
