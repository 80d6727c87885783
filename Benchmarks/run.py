#!/usr/bin/env python3
"""Measures Marsad on a corpus: reading, adding, memory, size, search latency. Standard library only.

usage: run.py --program MARSAD --articles ARTICLES.jsonl.gz [--only read|add|search] [--keep FILE]
The queries are two words of random titles, always the same ones for the same articles (seeded).
"""
import argparse, gzip, json, os, random, re, shutil, statistics, subprocess, sys, tempfile, threading, time

SEED = 20150721
QUERIES = 500


def run(arguments):
    """Runs a program; gives seconds, CPU seconds, peak memory in MB and what it wrote to standard output."""
    started = time.monotonic()
    process = subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    output = []
    reader = threading.Thread(target=lambda: output.append(process.stdout.read()))
    reader.start()
    _, status, usage = os.wait4(process.pid, 0)
    reader.join()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 3):
        sys.exit(f"{' '.join(arguments)} ended with status {process.returncode}")
    return time.monotonic() - started, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, output[0]


def titles(path):
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line).get("title") or "" for line in lines]


def queries(path):
    """Pairs of words of three letters and more that stand in one title."""
    chooser = random.Random(SEED)
    words = [found for found in (re.findall(r"[\u0621-\u064A]{3,}", title) for title in titles(path)) if len(found) >= 2]
    return [" ".join(chooser.sample(chooser.choice(words), 2)) for _ in range(QUERIES)]


def measure_reading(program, articles, count):
    seconds, cpu, memory, output = run([program, "read", "--jobs", "1", articles])
    print(f"read, --jobs 1   {count / seconds:8.0f} articles/s   {seconds:6.1f} s   {cpu:6.1f} s CPU   {memory:5.0f} MB peak")


def measure_adding(program, articles, archive, count):
    seconds, cpu, memory, output = run([program, "add", articles, "--archive", archive])
    size = sum(os.path.getsize(archive + end) for end in ("", "-wal") if os.path.exists(archive + end))
    print(f"add              {count / seconds:8.0f} articles/s   {seconds:6.1f} s   {cpu:6.1f} s CPU   {memory:5.0f} MB peak")
    print(f"                 {output.decode().strip()}")
    print(f"archive          {size / 1e6:8.1f} MB   {os.path.getsize(articles) / 1e6:.1f} MB of packed input")


def measure_search(program, articles, archive):
    """One process answers all queries, each timed from the line written to the answer's line."""
    asked = queries(articles)
    process = subprocess.Popen(
        [program, "search", "--archive", archive, "--batch"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    times, totals = [], []
    for query in asked:
        started = time.monotonic()
        process.stdin.write((query + "\n").encode())
        process.stdin.flush()
        answer = json.loads(process.stdout.readline())
        times.append((time.monotonic() - started) * 1000)
        totals.append(answer["total"])
    process.stdin.close()
    process.wait()
    times.sort()
    print(f"search           {len(asked)} queries of two words: median {statistics.median(times):.1f} ms, "
          f"p99 {times[int(len(times) * 0.99) - 1]:.1f} ms, worst {times[-1]:.1f} ms; "
          f"median {statistics.median(totals):.0f} articles found")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("--articles", required=True)
    parser.add_argument("--only", choices=["read", "add", "search"])
    parser.add_argument("--keep", help="keep the archive in this file; with --only search, use it")
    given = parser.parse_args()
    if not os.path.exists(given.articles):
        sys.exit(f"no articles at {given.articles}: the benchmark needs a corpus in JSON Lines, packed with gzip; "
                 "name one with make bench ARTICLES=FILE")
    count = len(titles(given.articles))
    folder = tempfile.mkdtemp(prefix="marsad-bench-")
    archive = given.keep or os.path.join(folder, "bench.archive")
    print(f"{count} articles, {os.cpu_count()} processors")
    try:
        if given.only in (None, "read"):
            measure_reading(given.program, given.articles, count)
        if given.only in (None, "add"):
            for end in ("", "-wal", "-shm"):
                if os.path.exists(archive + end):
                    os.remove(archive + end)
            measure_adding(given.program, given.articles, archive, count)
        if given.only in (None, "search"):
            measure_search(given.program, given.articles, archive)
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
