#!/usr/bin/env python3
"""Makes watches over the articles of 21 July to 11 August 2015, judges each day as if it were the newest, and prints the
alarms with their evidence, to be held against what a reader of those weeks would name.

The articles' times are those of their collection: several days are missing, and the days behind them hold their
reports too.
"""
import argparse
import gzip
import json
import os
import subprocess
import tempfile

# Name, question. Places and actors that the weeks' papers name most, and the types of violent events.
WATCHES = [
    ("assault", ["--type", "ASSAULT"]),
    ("assault in Saudi Arabia", ["--type", "ASSAULT", "--place", "السعودية"]),
    ("assault in Asir", ["--type", "ASSAULT", "--place", "عسير"]),
    ("assault in Abha", ["--type", "ASSAULT", "--place", "أبها"]),
    ("assault in Aden", ["--type", "ASSAULT", "--place", "عدن"]),
    ("assault in Taiz", ["--type", "ASSAULT", "--place", "تعز"]),
    ("assault in Sanaa", ["--type", "ASSAULT", "--place", "صنعاء"]),
    ("assault in Baghdad", ["--type", "ASSAULT", "--place", "بغداد"]),
    ("assault in Aleppo", ["--type", "ASSAULT", "--place", "حلب"]),
    ("assault in Cairo", ["--type", "ASSAULT", "--place", "القاهرة"]),
    ("assault in Turkey", ["--type", "ASSAULT", "--place", "تركيا"]),
    ("assault in Palestine", ["--type", "ASSAULT", "--place", "نابلس"]),
    ("assault by or on Islamic State", ["--type", "ASSAULT", "--actor", "داعش"]),
    ("assault by or on the Houthis", ["--type", "ASSAULT", "--actor", "الحوثي"]),
    ("assault by or on the PKK", ["--type", "ASSAULT", "--actor", "حزب العمال الكردستاني"]),
    ("suicide attack on a mosque", ["--words", "تفجير مسجد"]),
    ("mobilisation", ["--type", "MOBILIZE"]),
    ("arrests", ["--type", "COERCE"]),
]
FIRST, LAST = "2015-07-21", "2015-08-11"


def run(program, *arguments):
    result = subprocess.run([program, *arguments], capture_output=True, text=True)
    # 1: nothing found; 3: some of the articles have no text, the others are added.
    if result.returncode not in (0, 1, 3):
        raise SystemExit(f"{' '.join(arguments)}: status {result.returncode}: {result.stderr[:500]}")
    return result.stdout


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True)
    parser.add_argument("--articles", required=True)
    parser.add_argument("--archive", help="an archive that holds the articles already")
    parser.add_argument("--detector", default="earsC1")
    parser.add_argument("--least", default="4")
    parser.add_argument("--titles", type=int, default=4, help="how many titles are printed for each alarm")
    options = parser.parse_args()
    with gzip.open(options.articles, "rt") as file:
        titles = {article["id"]: f"{article['source']}: {article['title']}" for article in map(json.loads, file)}
    with tempfile.TemporaryDirectory() as folder:
        archive = options.archive or os.path.join(folder, "backtest.marsad")
        if not options.archive:
            run(options.program, "add", "--archive", archive, options.articles)
        place = ["--archive", archive]
        known = {json.loads(line)["name"]
                 for line in run(options.program, "watch", "list", *place, "--format", "jsonl").splitlines()}
        for name, question in WATCHES:
            if name not in known:
                run(options.program, "watch", "add", name, *question, "--per", "day", "--detector",
                    options.detector, "--least", options.least, *place)
        names = [name for name, _ in WATCHES]
        rows = run(options.program, "watch", "run", *names, *place, "--as-of", "2015-08-12", "--periods",
                   "22", "--format", "jsonl")
        days = [json.loads(line) for line in rows.splitlines()]
        judged = [day for day in days if day["count"] is not None]
        alarms = sorted((day for day in days if day["alarm"]), key=lambda day: (day["first_day"], day["name"]))
        print(f"## Back-test, {FIRST} to {LAST}: {len(WATCHES)} watches with {options.detector}, "
              f"{len(days)} days, {len(judged)} judged, {len(alarms)} alarms")
        for alarm in alarms:
            print(f"\n{alarm['first_day']} {alarm['name']}: {alarm['reason']}")
            for article in alarm["evidence"][:options.titles]:
                print(f"  {titles.get(article, article)}")


if __name__ == "__main__":
    main()
