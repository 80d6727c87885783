#!/usr/bin/env python3
"""Measures type and mode on PLOVER's gold-standard records, translated (Evaluation/plover/sentences.tsv).

usage: plover_sentences.py SENTENCES READER...
  SENTENCES  tab-separated id, type, mode, sentence; lines that open with # are comments
  READER     command that reads JSON Lines of articles from a file and writes JSON Lines of readings to
             standard output, such as: .build/release/marsad read

A record's type is found if the reading of its sentence holds an event of that type; it is first if the
first event of the reading is of it. The mode is judged on the records whose type is found and that have
a mode. `all` also prints how many events the readings hold, so that a reader that codes everything shows.
MISSED=1 in the environment lists the records whose type was not found.
"""
import collections
import json
import os
import subprocess
import sys
import tempfile


def main():
    reader = sys.argv[2:]
    if not reader:
        sys.exit(__doc__)
    with open(sys.argv[1], encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file if line.strip() and line[0] != "#"]
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8", delete=False) as file:
        for id, _, _, text in rows:
            file.write(json.dumps({"id": id, "text": text}, ensure_ascii=False) + "\n")
    try:
        output = subprocess.run([*reader, file.name], check=True, capture_output=True).stdout
    finally:
        os.unlink(file.name)
    readings = {r["id"]: r["events"] for r in map(json.loads, output.decode().splitlines())}
    found = first = modes = moded = events = 0
    by_type = collections.defaultdict(lambda: [0, 0])
    for id, kind, mode, _ in rows:
        read = readings.get(id, [])
        events += len(read)
        same = [event for event in read if event["type"] == kind]
        by_type[kind][1] += 1
        if same:
            found += 1
            by_type[kind][0] += 1
            first += read[0]["type"] == kind
            if mode != "-":
                moded += 1
                modes += any(event["mode"] == mode for event in same)
        elif os.environ.get("MISSED"):
            print("missed", id, kind, [event["type"] + ":" + event["trigger"]["text"] for event in read])
    print(
        f"PLOVER   records {len(rows)}  type {found / len(rows):.3f}  first event {first / len(rows):.3f}"
        f"  mode {modes / max(moded, 1):.3f} of {moded}  events a record {events / len(rows):.2f}"
    )
    print("         " + "  ".join(f"{k} {a}/{b}" for k, (a, b) in sorted(by_type.items())))


if __name__ == "__main__":
    main()
