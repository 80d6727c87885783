"""Article extraction, side by side with other extractors in the same run.

The set is half of trafilatura's evaluation pages; the measure is that of its tests/evaluate.py: each
wanted snippet found is a true positive, each unwanted one found a false positive. Dates are right if
the day is. Seconds are CPU time (user and system) for all pages; Marsad's include its start.

Peers come from PyPI: trafilatura resiliparse readability-lxml newspaper4k lxml_html_clean html_text.
One that isn't installed is left out, and said to be.
"""
import argparse
import datetime
import json
import pathlib
import resource
import subprocess
import tarfile
import tempfile
import time


def child_seconds():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def marsad(program, paths):
    start = child_seconds()
    lines = []
    for i in range(0, len(paths), 400):
        run = subprocess.run([program, "extract", *map(str, paths[i:i + 400])], stdout=subprocess.PIPE)
        lines += run.stdout.splitlines()
    seconds = child_seconds() - start
    if len(lines) != len(paths):
        raise SystemExit(f"{len(paths)} pages in, {len(lines)} articles out")
    articles = [json.loads(line) for line in lines]
    return [a["text"] for a in articles], seconds, [a["published"] for a in articles], [a["title"] for a in articles]


def trafilatura(fast):
    from trafilatura import extract
    return lambda page: extract(page, include_comments=False, include_tables=True, fast=fast) or ""


def resiliparse():
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding
    return lambda page: extract_plain_text(bytes_to_str(page, detect_encoding(page)), main_content=True)


def readability():
    from html_text import extract_text
    from readability import Document
    return lambda page: extract_text(Document(page.decode("utf-8", "replace")).summary(html_partial=True))


def newspaper():
    from newspaper import Article

    def text(page):
        article = Article("http://localhost/", fetch_images=False)
        article.download(input_html=page.decode("utf-8", "replace"))
        article.parse()
        return article.text
    return text


PEERS = {
    "trafilatura": lambda: trafilatura(False), "trafilatura fast": lambda: trafilatura(True),
    "resiliparse": resiliparse, "readability-lxml": readability, "newspaper4k": newspaper,
}


def peer(extract, pages):
    texts, failed = [], 0
    start = time.process_time()
    for page in pages:
        try:
            texts.append(extract(page))
        except Exception:
            texts.append("")
            failed += 1
    return texts, time.process_time() - start, failed


def figures(cases, texts):
    tp = fn = fp = tn = 0
    for case, text in zip(cases, texts):
        for snippet in case["with"]:
            tp, fn = (tp + 1, fn) if snippet in text else (tp, fn + 1)
        for snippet in case["without"]:
            fp, tn = (fp + 1, tn) if snippet in text else (fp, tn + 1)
    precision, recall = tp / max(1, tp + fp), tp / max(1, tp + fn)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def is_day(text):
    try:
        return len(text) == 10 and bool(datetime.date.fromisoformat(text))
    except ValueError:
        return False


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True)
    parser.add_argument("--data", required=True, type=pathlib.Path)
    parser.add_argument("--no-peers", action="store_true")
    parser.add_argument("--misses", help="write Marsad's misses to this file")
    options = parser.parse_args()
    cases = list(json.loads((options.data / "evaldata.json").read_text()).values())
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(options.data / "pages.tar.xz") as archive:
            archive.extractall(folder, filter="data")
        found = {path.name: path for path in pathlib.Path(folder).rglob("*.html")}
        missing = [case["file"] for case in cases if case["file"] not in found]
        cases = [case for case in cases if case["file"] in found]
        paths = [found[case["file"]] for case in cases]
        pages = [path.read_bytes() for path in paths]
        print(f"{len(pages)} pages, {sum(map(len, pages)) / 1e6:.1f} MB, {len(missing)} missing")
        texts, seconds, dates, titles = marsad(options.program, paths)
    print(f"{'tool':20} precision recall     F1  pages/s  failed")

    def row(name, texts, seconds, failed):
        p, r, f = figures(cases, texts)
        print(f"{name:20}     {p:.3f}  {r:.3f}  {f:.3f} {len(pages) / seconds:8.1f} {failed:7}", flush=True)

    row("marsad", texts, seconds, 0)
    # Two labels of the set are no days: 2022-29-11, 2022-11-1.
    dated = [(case["date"], date) for case, date in zip(cases, dates) if case.get("date") and is_day(case["date"][:10])]
    right = sum(bool(date) and date[:10] == wanted[:10] for wanted, date in dated)
    print(f"days right: {right} of {len(dated)} ({right / max(1, len(dated)):.3f})")
    if options.misses:
        with open(options.misses, "w") as file:
            for case, text, date in zip(cases, texts, dates):
                lost = [s for s in case["with"] if s not in text]
                extra = [s for s in case["without"] if s in text]
                day = (case.get("date"), date) if case.get("date") and (date or "")[:10] != case["date"][:10] else None
                if lost or extra or day:
                    print(json.dumps({"file": case["file"], "lost": lost, "extra": extra, "day": day,
                                      "bytes": len(text)}, ensure_ascii=False), file=file)
    if options.no_peers:
        return
    for name, load in PEERS.items():
        try:
            extract = load()
        except ImportError as error:
            print(f"{name:20} not installed ({error.name})")
            continue
        row(name, *peer(extract, pages))


if __name__ == "__main__":
    main()
