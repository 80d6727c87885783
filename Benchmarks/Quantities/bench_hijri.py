#!/usr/bin/env python3
"""Measures the Hijri calendar: every day of 1343 to 1500 AH against the package hijridate, both ways, and
the dated pairs in the shared data.

Usage: bench_hijri.py PROBE [--data FOLDER]; needs `pip install hijridate`.
"""

import argparse
import json
import subprocess

from hijridate import Hijri

from quantity_measures import Tally, data_folder


def pairs(value):
    """Every `[[hijri], [gregorian]]` in a nested list."""
    if isinstance(value, list):
        if len(value) == 2 and all(isinstance(v, list) and len(v) == 3 and isinstance(v[0], int) for v in value):
            yield value
        else:
            for item in value:
                yield from pairs(item)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("probe")
    arguments.add_argument("--data")
    options = arguments.parse_args()
    wanted = []
    for year in range(1343, 1501):
        for month in range(1, 13):
            for day in range(1, Hijri(year, month, 1).month_length() + 1):
                wanted.append(((year, month, day), Hijri(year, month, day).to_gregorian().isoformat()))
    tallies = [(Tally("Hijri, every day of 1343 to 1500 AH, both ways", 100), wanted)]
    for path in sorted((data_folder(options.data) / "hijri").glob("*.json")):
        dated = [(tuple(h), "{:04}-{:02}-{:02}".format(*g)) for h, g in pairs(json.loads(path.read_text()))]
        tallies.append((Tally(f"Hijri, {path.stem}", 100), dated))
    for tally, cases in tallies:
        text = "".join(f"{y} {m} {d}\n" for (y, m, d), _ in cases)
        done = subprocess.run([options.probe, "--hijri"], input=text, capture_output=True, text=True, check=True)
        for (hijri, day), found in zip(cases, done.stdout.splitlines()):
            tally.add(found == f"{day} {hijri[0]} {hijri[1]} {hijri[2]}", hijri, day, found)
        tally.report(True)


if __name__ == "__main__":
    main()
