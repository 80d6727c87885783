#!/usr/bin/env python3
"""Writes what the names' model learns from as a file of `token tag` lines, each text behind a line `-DOCSTART- O` with the source of its labels.

usage: labelled.py FOLDER LABELS [--part K/N | --but K/N] > FILE.conll     (standard library only)

FOLDER holds anercorp/train.conll and the texts that the label files of LABELS (`*.jsonl`; their README tells how they were made) name by id:
antcorpus/antcorpus.tar.gz, arcd/arcd-train.json and xquad/xquad.ar.json. A text that is not the annotated one (by SHA-256) is an error. The texts of
LABELS/written.txt hold their labels themselves.
Of ANERcorp, --but 9/10 leaves out the last tenth and --part 9/10 writes only that (parts are counted from 0); labels of ours are left out with --part. Texts of ANERcorp
are not marked in its file: TEXT sentences make one. A token has the tag of the name that it stands in; conjunctions and prepositions written
to a name are no tokens of their own.
"""
import argparse, collections, hashlib, json, pathlib, re, sys, tarfile

TEXT = 40
MARKS = {'P': 'PERS', 'L': 'LOC', 'O': 'ORG', 'M': 'MISC'}
TOKEN = re.compile(r'[^\W\d_]+(?:[\u064b-\u065f\u0670\u0640]+[^\W\d_]*)*|\d+(?:[.,٫٬]\d+)*|\S')


def passages(folder):
    """The passages of ARCD and XQuAD by the numbers of document and passage."""
    for name, file in (('arcd', 'arcd-train.json'), ('xquad', 'xquad.ar.json')):
        for i, document in enumerate(json.load(open(folder / name / file, encoding='utf-8'))['data']):
            for j, paragraph in enumerate(document['paragraphs']):
                yield f'{name}-{i}-{j}', paragraph['context']


def news(folder):
    with tarfile.open(folder / 'antcorpus/antcorpus.tar.gz') as archive:
        for member in archive:
            if member.isfile():
                page = archive.extractfile(member).read().decode('utf-8', 'replace')
                text = re.search('<TEXT>(.*?)</TEXT>', page, re.S)
                yield 'ant-' + pathlib.PurePosixPath(member.name).stem, text[1].strip() if text else ''


def ours(folder, labels):
    """For each annotated text, passages of one document together, the file of its labels and the lists of `(token, tag)` of its lines."""
    wanted = {}
    for path in sorted(labels.glob('*.jsonl')):
        for line in open(path, encoding='utf-8'):
            label = json.loads(line)
            wanted[label['id']] = {**label, 'source': path.stem}
    found = collections.defaultdict(list)
    for part in (passages(folder), news(folder)):
        for name, text in part:
            label = wanted.pop(name, None)
            if label is None:
                continue
            text = text[:label['length']]
            if hashlib.sha256(text.encode()).hexdigest() != label['text_sha256']:
                sys.exit(f'labelled.py: {name}: the text is not the annotated one')
            document = name if label['source'] == 'news' else name.rsplit('-', 1)[0]
            found[label['source'], document] += lines(text, label['names'])
    if wanted:
        sys.exit(f'labelled.py: not in {folder}: {", ".join(sorted(wanted)[:5])}')
    return [(source, text) for (source, _), text in found.items()] + list(written(labels / 'written.txt'))


def written(path):
    """The texts of our own, whose names stand in braces behind the letter of their type."""
    for line in open(path, encoding='utf-8'):
        if line.startswith('#'):
            continue
        text, names = '', []
        for piece in re.split('({[PLOM] [^}]*})', line.rstrip('\n')):
            if piece.startswith('{'):
                names.append((len(text), len(text) + len(piece) - 4, MARKS[piece[1]]))
                piece = piece[3:-1]
            text += piece
        yield 'encyclopaedia', lines(text, names)


def lines(text, names):
    result, at = [], 0
    for line in re.finditer(r'[^\n]+', text):
        tokens = []
        last = None
        for token in TOKEN.finditer(text, line.start(), line.end()):
            while at < len(names) and names[at][1] <= token.start():
                at += 1
            tag = 'O'
            if at < len(names) and names[at][0] < token.end():
                tag = ('I-' if last == at else 'B-') + names[at][2]
                last = at
            tokens.append((token.group(), tag))
        if tokens:
            result.append(tokens)
    return result


def anercorp(path):
    result = [[]]
    for line in open(path, encoding='utf-8'):
        fields = line.split()
        if len(fields) > 1:
            result[-1].append((fields[0], fields[1] if fields[1][:2] in ('B-', 'I-') else 'O'))
        elif result[-1]:
            result.append([])
    return [sentence for sentence in result if sentence]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('folder', type=pathlib.Path)
    parser.add_argument('labels', type=pathlib.Path)
    parser.add_argument('--part')
    parser.add_argument('--but')
    a = parser.parse_args()
    corpus = anercorp(a.folder / 'anercorp/train.conll')
    if a.part or a.but:
        k, n = map(int, (a.part or a.but).split('/'))
        low, high = len(corpus) * k // n, len(corpus) * (k + 1) // n
        corpus = corpus[low:high] if a.part else corpus[:low] + corpus[high:]
    texts = [('', corpus[i:i + TEXT]) for i in range(0, len(corpus), TEXT)]
    if not a.part:
        texts += ours(a.folder, a.labels)
    for source, text in texts:
        print(f'-DOCSTART- O {source}\n')
        for sentence in text:
            print(''.join(f'{token} {tag}\n' for token, tag in sentence))


main()
