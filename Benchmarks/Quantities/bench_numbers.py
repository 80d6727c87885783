#!/usr/bin/env python3
"""Measures the numbers: Recognizers-Text's Arabic specs, Duckling's Arabic corpora, CLDR's number words.

Usage: bench_numbers.py PROBE [--data FOLDER] [--failures]
A case counts if the reference itself supports it (its `NotSupported` does not name dotnet). It is right
if the expressions of the case's type are found at the same characters, and, unless the case says that the
reference's own value is not checked (`IgnoreResolution`), with the same value.
"""

import argparse
import json
import re

from quantity_measures import Probe, Tally, data_folder
from rbnf import Speller

SPECS = {
    "NumberModel": {"cardinal", "fraction"},
    "OrdinalModel": {"ordinal"},
    "OrdinalModelSuppressExtendedTypes": {"ordinal"},
    "PercentModel": {"percent"},
}


def near(text, value):
    return abs(float(text) - value) <= 1e-9 * max(1.0, abs(value))


ABOUT = ("حوالي ", "نحو ", "قرابة ")


def squeezed(text):
    """The text with single spaces, and without words that mark a guess, which the specs leave outside."""
    text = re.sub(r"\s+", " ", text.strip())
    return next((text[len(word):] for word in ABOUT if text.startswith(word)), text)


def spec_cases(folder, name):
    path = folder / "recognizers-ar/Specs/Number/Arabic" / f"{name}.json"
    for case in json.loads(path.read_text(encoding="utf-8-sig")):
        if "dotnet" not in case.get("NotSupported", ""):
            yield case


def recognizers(probe, folder):
    tally = Tally("Recognizers-Text Number, kinds", 95)
    for name, kinds in SPECS.items():
        cases = list(spec_cases(folder, name))
        answers = probe.run("numbers", [("", "past", case["Input"]) for case in cases])
        places = probe.run("relative", [("", "past", case["Input"]) for case in cases])
        for case, answer, place in zip(cases, answers, places):
            found = [
                a for a in answer
                if a[1] in kinds and a[8] == "false" and (a[3] or a[4])
            ]
            wanted = [r for r in case["Results"] if r["TypeName"] != "ordinal.relative"]
            relative = [r for r in case["Results"] if r["TypeName"] == "ordinal.relative"]
            if relative and name == "OrdinalModel":
                places = [p for p in place if p[1] != "current+0" or "current+0" in str(relative)]
                right = [(squeezed(r["Text"]), r["Resolution"]["value"]) for r in relative] == [
                    (squeezed(p[0]), p[1]) for p in places]
                tally.add(right, f"{name}: {case['Input']}", [r["Text"] for r in relative], places)
                continue
            right = len(found) == len(wanted)
            for got, want in zip(found, wanted):
                core = squeezed(want["Text"])
                right = right and (squeezed(got[0]) == core or squeezed(got[0]).endswith(core))
                if right and not case.get("IgnoreResolution"):
                    value = str((want.get("Resolution") or {}).get("value", "")).rstrip("%")
                    right = right and near(got[2], float(value))
            tally.add(
                right, f"{name}: {case['Input']}",
                [(r["Text"], (r.get("Resolution") or {}).get("value")) for r in wanted],
                [(a[0], a[1], a[2]) for a in found])
    return tally


def ranges(probe, folder):
    tally = Tally("Recognizers-Text Number, ranges", 95)
    cases = list(spec_cases(folder, "NumberRangeModel"))
    answers = probe.run("numbers", [("", "past", case["Input"]) for case in cases])
    for case, answer in zip(cases, answers):
        found = []
        for text, kind, value, low, high, low_too, high_too, about, implied, _ in answer:
            words = text.split()
            is_bounded = low != high or (len(words) > 1 and words[0] in ("يساوي", "تساوي"))
            if kind in ("cardinal", "fraction", "ordinal") and implied == "false" and is_bounded:
                found.append((text, low, high, low_too, high_too))
        right = len(found) == len(case["Results"])
        for got, want in zip(found, case["Results"]):
            right = right and squeezed(got[0]) in (squeezed(want["Text"]), "ما " + squeezed(want["Text"]))
            if right and not case.get("IgnoreResolution"):
                low, high = want["Resolution"]["value"][1:-1].split(",")
                right = (got[1] == low == "" or got[1] and low and near(got[1], float(low))) and (
                    got[2] == high == "" or got[2] and high and near(got[2], float(high)))
        tally.add(
            right, case["Input"], [(r["Text"], r["Resolution"]["value"]) for r in case["Results"]], found)
    return tally


def duckling(probe, folder, dimension):
    """Every example of a corpus must be read whole, with its value."""
    tally = Tally(f"Duckling AR {dimension}", 95)
    cases = []
    files = sorted((folder / f"duckling-ar/Duckling/{dimension}/AR").rglob("Corpus.hs"))
    for path in files:
        source = re.sub(r"--[^\n]*", "", path.read_text())
        pattern = r"examples\s*\((?:NumeralValue|OrdinalData)\s+\(?(-?[\d.e]+)\)?\)\s*\[(.*?)\n\s*\]"
        for value, examples in re.findall(pattern, source, re.S):
            cases += [(float(value), text) for text in re.findall(r'"((?:[^"\\]|\\.)*)"', examples)]
    answers = probe.run("numbers", [("", "past", text) for _, text in cases])
    for (value, text), answer in zip(cases, answers):
        right = any(a[0].strip() == text.strip() and near(a[2], value) for a in answer)
        tally.add(right, text, value, answer)
    return tally


def cldr(probe, folder):
    tally = Tally("CLDR number words, 1 to 999,999, both genders", 100)
    speller = Speller(folder / "cldr-ar/rbnf_ar.xml")
    for gender in ("masculine", "feminine"):
        texts = [speller.spell(f"spellout-cardinal-{gender}", n) for n in range(1, 1_000_000)]
        answers = probe.run("numbers", [("", "past", text) for text in texts])
        for n, (text, answer) in enumerate(zip(texts, answers), start=1):
            right = len(answer) == 1 and answer[0][0] == text and float(answer[0][2]) == n
            tally.add(right, text, n, answer)
    return tally


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("probe")
    arguments.add_argument("--data")
    arguments.add_argument("--failures", action="store_true")
    arguments.add_argument("--quick", action="store_true", help="without CLDR's two million number words")
    options = arguments.parse_args()
    probe, folder = Probe(options.probe), data_folder(options.data)
    tallies = [
        recognizers(probe, folder), ranges(probe, folder),
        duckling(probe, folder, "Numeral"), duckling(probe, folder, "Ordinal"),
    ]
    if not options.quick:
        tallies.append(cldr(probe, folder))
    for tally in tallies:
        tally.report(options.failures)


if __name__ == "__main__":
    main()
