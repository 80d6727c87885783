#!/usr/bin/env python3
"""What adding, clustering and searching cost as an archive grows: one row for each step up to the number asked for.

usage: bench_million.py --program MARSAD --shared SHARED [--articles 1000000] [--steps 10] [--jobs 2] [--kinds KINDS]
                        [--minutes MINUTES] [--rows FILE] [--folder FOLDER]
Articles are invented out of real ones (many_articles.py, one seed). Each step adds as many as the others, by `marsad add
--timings`; a row has, for the articles of the step,
  articles/s   by the clock, all in all
  by CPU       articles in a second of processor time, all threads together
  microseconds an article: reading (of all threads together), writing, indexing, grouping (stories), tidying
  search       500 queries each of two words of a title (all, any) and of two words side by side (phrase): p99 in ms
  server       most memory of `marsad serve` after 60 pages of searches, in MB
  archive      size in GB
With --kinds none articles are added, indexed and given stories without being read (`marsad add --kinds`). No step begins after
--minutes. --rows keeps the rows in a table. The last lines set each measure at the end against the first step, and draw it.
The load of the machine stands above and in each row: times are by the clock but for those by CPU.
"""
import argparse, gzip, json, os, random, re, resource, shutil, socket, subprocess, sys, tempfile, time, urllib.parse, urllib.request

from many_articles import ManyArticles

SEED = 20150721
ARABIC = re.compile(r"[\u0621-\u064A]{3,}")
COLUMNS = ["articles", "articles/s", "by CPU", "reading", "writing", "indexing", "grouping", "tidying", "all p99", "any p99", "phrase p99",
           "server MB", "GB", "load"]


def load(shared):
    with gzip.open(f"{shared}/data/saudinewsnet/articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def used_cpu():
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return children.ru_utime + children.ru_stime


def add(program, archive, path, jobs, count, options):
    started, used = time.monotonic(), used_cpu()
    run = subprocess.run([program, "add", path, "--archive", archive, "--jobs", str(jobs), "--timings", *options],
                         capture_output=True, text=True)
    if run.returncode not in (0, 3):
        sys.exit(run.stderr)
    seconds, cpu = time.monotonic() - started, used_cpu() - used
    told = dict(re.findall(r"(reading|writing|indexing|grouping|tidying) ([\d.]+) s", run.stderr.splitlines()[-1]))
    return [count / seconds, count / cpu] + [float(told[name]) / count * 1e6 for name in ("reading", "writing", "indexing", "grouping", "tidying")]


def queries(articles, count):
    chance = random.Random(SEED)
    titles = [words for words in (ARABIC.findall(a.get("title") or "") for a in articles) if len(words) >= 2]
    texts = [words for words in (re.findall(r"[\u0621-\u064A]+", a["text"]) for a in articles) if len(words) >= 3]
    pairs = [" ".join(chance.sample(chance.choice(titles), 2)) for _ in range(count)]
    phrases = []
    for _ in range(count):
        words = chance.choice(texts)
        start = chance.randrange(len(words) - 1)
        phrases.append('"' + " ".join(words[start:start + 2]) + '"')
    return pairs, phrases


def latency(program, archive, asked, options=()):
    process = subprocess.Popen([program, "search", "--archive", archive, "--batch", "--ids", "--limit", "10", *options],
                               stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    times = []
    for number, query in enumerate(asked + asked):
        started = time.perf_counter()
        process.stdin.write((query + "\n").encode())
        process.stdin.flush()
        process.stdout.readline()
        # The first round warms the caches.
        if number >= len(asked):
            times.append((time.perf_counter() - started) * 1000)
    process.stdin.close()
    process.wait()
    return sorted(times)[len(times) * 99 // 100]


def server_memory(program, archive, asked):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen([program, "serve", "--archive", archive, "--port", str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        address = f"http://127.0.0.1:{port}/search?q="
        for _ in range(100):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=120).read()
                break
            except OSError:
                time.sleep(0.2)
        for query in asked[:60]:
            urllib.request.urlopen(address + urllib.parse.quote(query), timeout=120).read()
        with open(f"/proc/{process.pid}/status") as status:
            return int(re.search(r"VmHWM:\s+(\d+)", status.read())[1]) / 1024
    finally:
        process.terminate()
        process.wait()


def keep(rows, path):
    with open(path, "w", encoding="utf-8") as out:
        out.write("# " + " ".join(os.path.basename(word) for word in sys.argv) + f"; {os.cpu_count()} processors\n")
        for row in [COLUMNS] + rows:
            out.write("\t".join(f"{value:.4g}" if isinstance(value, float) else str(value) for value in row) + "\n")


def plot(rows):
    """Bars of each measure by the number of articles; the longest bar is the greatest value."""
    for column, name in enumerate(COLUMNS[1:], 1):
        values = [row[column] for row in rows]
        print(f"\n{name}: {values[0]:.4g} in the first step, {values[-1]:.4g} in the last ({values[-1] / max(values[0], 1e-9):.2f} times)")
        for row in rows:
            print(f"  {row[0]:>9} {'#' * round(50 * row[column] / max(max(values), 1e-9))} {row[column]:.4g}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("--shared", required=True)
    parser.add_argument("--articles", type=int, default=1_000_000)
    parser.add_argument("--steps", type=int, default=10)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--kinds", help="which kinds of records are read; all if none are named")
    parser.add_argument("--minutes", type=float, default=float("inf"), help="no step begins later")
    parser.add_argument("--rows", help="the file to which the rows are written as a table")
    parser.add_argument("--folder", help="where archive and articles stand while it runs; a temporary folder if none is named")
    given = parser.parse_args()
    real = load(given.shared)
    pairs, phrases = queries(real, 500)
    many = ManyArticles(real, SEED)
    folder = tempfile.mkdtemp(prefix="marsad-million-", dir=given.folder)
    archive, path = os.path.join(folder, "million.archive"), os.path.join(folder, "step.jsonl")
    rows, started = [], time.monotonic()
    options = ["--kinds", given.kinds] if given.kinds else []
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}; microseconds an article, milliseconds a query\n")
    print("".join(f"{name:>12}" for name in COLUMNS), flush=True)
    try:
        for step in range(given.steps):
            if time.monotonic() - started > given.minutes * 60:
                print(f"no further step after {given.minutes:g} minutes")
                break
            count = given.articles * (step + 1) // given.steps - given.articles * step // given.steps
            with open(path, "w", encoding="utf-8") as out:
                for _ in range(count):
                    out.write(json.dumps(next(many), ensure_ascii=False) + "\n")
            row = [many.made] + add(given.program, archive, path, given.jobs, count, options)
            row += [latency(given.program, archive, pairs), latency(given.program, archive, pairs, ["--any"]),
                    latency(given.program, archive, phrases), server_memory(given.program, archive, pairs),
                    os.path.getsize(archive) / 1e9, os.getloadavg()[0]]
            rows.append(row)
            if given.rows:
                keep(rows, given.rows)
            print("".join(f"{value:>12}" if isinstance(value, int) else f"{value:>12.4g}" for value in row), flush=True)
        plot(rows)
        print(f"\nload at the end {os.getloadavg()[0]:.1f}")
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
