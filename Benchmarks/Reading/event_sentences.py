#!/usr/bin/env python3
"""Measures whether Arabic sentences tell of an ASSAULT or PROTEST, against openeventdata/arabic_event_gsr.

usage: event_sentences.py DATA READER...
  DATA    folder with assault.jsonl and protest.jsonl (fields id, text, label, event_type)
  READER  command that reads JSON Lines of articles from a file and writes JSON Lines of readings to
          standard output, such as: .build/release/marsad read

A sentence is taken for an event of its type if its reading holds one of that type that is actual.
`yes` is counted against all other labels without `ambiguous`. Prints precision, recall and F1, and
the share of the `difficult no` that is taken for an event. The reader's weights of confidence are learnt from
these sentences, so the figures are those of training; Training/events/train.py prints the five-fold ones.
"""
import json
import os
import subprocess
import sys
import tempfile


def read(reader, rows):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8", delete=False) as file:
        for number, row in enumerate(rows):
            file.write(json.dumps({"id": str(number), "text": row["text"]}, ensure_ascii=False) + "\n")
    try:
        output = subprocess.run([*reader, file.name], check=True, capture_output=True).stdout
    finally:
        os.unlink(file.name)
    return {reading["id"]: reading for reading in map(json.loads, output.decode().splitlines())}


def main():
    folder, reader = sys.argv[1], sys.argv[2:]
    if not reader:
        sys.exit(__doc__)
    for name in ("assault", "protest"):
        with open(os.path.join(folder, name + ".jsonl"), encoding="utf-8") as file:
            rows = [row for row in map(json.loads, file) if row["label"] != "ambiguous"]
        readings = read(reader, rows)
        found = [
            any(
                event["type"] == name.upper() and event["status"] == "actual"
                for event in readings.get(str(number), {}).get("events", [])
            )
            for number in range(len(rows))
        ]
        right = sum(f and row["label"] == "yes" for f, row in zip(found, rows))
        gold = sum(row["label"] == "yes" for row in rows)
        precision = right / sum(found) if any(found) else 0.0
        recall = right / gold if gold else 0.0
        f1 = 2 * precision * recall / (precision + recall) if right else 0.0
        hard = [f for f, row in zip(found, rows) if row["label"] == "difficult no"]
        print(
            f"{name.upper():8} sentences {len(rows):5} yes {gold:4} taken {sum(found):4}"
            f"  P {precision:.3f} R {recall:.3f} F1 {f1:.3f}"
            f"  difficult no taken {sum(hard)}/{len(hard)}"
        )


if __name__ == "__main__":
    main()
