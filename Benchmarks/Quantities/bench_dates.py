#!/usr/bin/env python3
"""Measures dates and times: Recognizers-Text's Arabic specs, Duckling's Arabic corpus, dateparser's tests.

Usage: bench_dates.py PROBE [--data FOLDER] [--failures]
A case counts if the reference itself supports it (its `NotSupported` does not name dotnet). It is right if
the expressions of the case's type cover the same words (but for prepositions and `يوم` before them, which
are part of an expression here and not there) and, unless the case says that the reference's own value is
not checked (`IgnoreResolution`), mean the same days, hours or length.
"""

import argparse
import ast
import datetime
import json
import re

from quantity_measures import Probe, Tally, data_folder

LEADING = re.compile(r"^(في|يوم|عند|على|من|خلال|لمدة|مدة|إلى|الى|ما|بين|هذا|لل|ل|ب|شهر)\s+")


def bare(text):
    text = re.sub(r"\s+", " ", text.strip())
    text = re.sub(r"\bو (?=\d)", "و", text)
    if text.endswith("الآن"):
        text = re.sub(r"^(منذ|بعد) ", "", text)
    while LEADING.match(text):
        text = LEADING.sub("", text)
    return re.sub(r"^(بال|وال|لل)(?=\S)", "ال", text)


def is_of(name, found):
    text, kind, value, start, end, precision = found[:6]
    is_clock = precision in ("hour", "minute", "second")
    if name.startswith(("DateExtractor", "DateParser", "Holiday")):
        return kind == "date" and (start == end and start != "" or value.startswith("XXXX") and precision == "day"
                                   and "/" not in value)
    if name.startswith("DatePeriod"):
        return kind == "date" and (start != end or start == "" and precision not in ("day",) or "WE" in value)
    if name.startswith("Duration"):
        return kind == "duration"
    if name.startswith("TimePeriod"):
        return kind == "time" and (not is_clock or "/" in value)
    return kind == "time" and is_clock and "/" not in value


def day_after(day):
    return (datetime.date.fromisoformat(day) + datetime.timedelta(days=1)).isoformat() if day else day


def same_value(name, found, wanted):
    past = wanted.get("PastResolution", {})
    timex = wanted.get("Timex", "")
    value, start, end = found[2], found[3], found[4]
    if "Duration" in name:
        return value == timex
    if name.startswith("TimePeriod"):
        return re.sub(r"^\(|,P.*$|\)$", "", timex).replace(",", "/") == value
    if name.startswith("Time"):
        return timex == value
    if "date" in past:
        return start == past["date"] or past["date"].startswith("0001")
    if "startDate" in past:
        return start == past["startDate"] and (
            day_after(end) == past["endDate"] or end == past["endDate"])
    return value.endswith(timex) or timex.split("-")[-1] in value


def mode_of(name):
    """The reference reads one type at a time, so that a bare number can only be of that type."""
    if name in ("DateExtractor", "DateParser"):
        return "times-day"
    return "times-hour" if name.startswith("Time") else "times"


def recognizers(probe, folder):
    tallies = []
    total = Tally("Recognizers-Text DateTime, all", 90)
    for path in sorted((folder / "recognizers-ar/Specs/DateTime/Arabic").glob("*.json")):
        cases = [
            c for c in json.loads(path.read_text(encoding="utf-8-sig")) if "dotnet" not in c.get("NotSupported", "")
        ]
        if not cases:
            continue
        tally = Tally(f"  {path.stem}", 90)
        inputs = [(c.get("Context", {}).get("ReferenceDateTime", "2016-11-07")[:10], "past", c["Input"]) for c in cases]
        for case, answer in zip(cases, probe.run(mode_of(path.stem), inputs)):
            found = [a for a in answer if is_of(path.stem, a)]
            right = len(found) == len(case["Results"])
            for got, want in zip(found, case["Results"]):
                right = right and bare(got[0]) == bare(want["Text"])
                checks = str(case.get("IgnoreResolution", "")).lower() != "true"
                if right and want.get("Value") and checks:
                    right = same_value(path.stem, got, want["Value"])
            wanted = [
                (r["Text"], (r.get("Value") or {}).get("Timex"), *(r.get("Value") or {}).get("PastResolution", {}).values())
                for r in case["Results"]
            ]
            for one in (tally, total):
                one.add(right, case["Input"], wanted, answer)
        tallies.append(tally)
    return tallies, total


def duckling(probe, folder):
    """Each example of Duckling's corpus; reference time Tuesday 2013-02-12 04:30, leaning to the future."""
    tally = Tally("Duckling AR Time", 90)
    source = re.sub(r"--[^\n]*", "", (folder / "duckling-ar/Duckling/Time/AR/Corpus.hs").read_text())
    pattern = r"examples \((datetime\w*)\s*(.*?)\)\s*\n?\s*\[(.*?)\]\s*(?=,|\])"
    cases = []
    for kind, value, examples in re.findall(pattern, source, re.S):
        points = [
            datetime.datetime(*map(int, point.split(",")))
            for point in re.findall(r"\((\d+(?:,\s*-?\d+){5})\)", value)
        ]
        grain = re.search(r"\)\s*\)?\s*(Second|Minute|Hour|Day|Week|Month|Year)", value + ") Day")
        grain = re.findall(r"(Second|Minute|Hour|Day|Week|Month|Year)", value)
        for text in re.findall(r'"((?:[^"\\]|\\.)*)"', examples):
            if points:
                cases.append((points, grain[0] if grain else "Day", text))
    answers = probe.run("times", [("2013-02-12", "future", text) for _, _, text in cases])
    for (points, grain, text), answer in zip(cases, answers):
        tally.add(any(matches(points, grain, text, a) for a in answer), text, (points, grain), answer)
    return tally


def matches(points, grain, text, found):
    if bare(found[0]) != bare(text) and found[0] not in text:
        return False
    if len(bare(found[0])) < len(bare(text)) - 9:
        return False
    value, start, end = found[2], found[3], found[4]
    if value == "PRESENT_REF":
        return grain == "Second"
    hours = re.search(r"T(\d\d)/T(\d\d)$", value)
    if hours and len(points) == 2:
        # Duckling's interval ends with the end of its last hour.
        first, last = map(int, hours.groups())
        return (first, last) == (points[0].hour, points[1].hour - 1) and start in ("", points[0].date().isoformat())
    clock = re.search(r"T(\d\d)(?::(\d\d))?(?::(\d\d))?$", value)
    if grain in ("Hour", "Minute", "Second") and clock:
        hour, minute, second = (int(x or 0) for x in clock.groups())
        same_day = start in ("", points[0].date().isoformat())
        return same_day and (points[0].hour, points[0].minute, points[0].second) == (hour, minute, second)
    if len(points) == 2:
        last = (points[1] - datetime.timedelta(seconds=1)).date().isoformat()
        return (start or points[0].date().isoformat()) == points[0].date().isoformat() and end in (last, points[1].date().isoformat())
    return start == points[0].date().isoformat()


def dateparser(probe, folder):
    """dateparser's Arabic tests: the words are translated there, here the day or length is compared."""
    tally = Tally("dateparser's Arabic tests", 90)
    for text, wanted in dateparser_cases(folder):
        (answer,) = probe.run("times", [("2015-08-06", "past", text)])
        tally.add(any(english(wanted, a) for a in answer), text, wanted, answer)
    return tally


def dateparser_cases(folder):
    for path in sorted((folder / "dateparser-ar/tests").glob("test_*.py")):
        tree = ast.parse(path.read_text())
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "param":
                values = [a.value for a in node.args if isinstance(a, ast.Constant)]
                keywords = {k.arg: k.value for k in node.keywords}
                if values and values[0] == "ar" and len(values) > 2:
                    yield values[1], values[2]
                elif "month" in str(keywords.keys()) or not values:
                    continue


MONTHS = "january february march april may june july august september october november december".split()


def english(wanted, found):
    """Whether an English phrase of dateparser's tests means what was found."""
    value, start = found[2], found[3]
    anchor = datetime.date(2015, 8, 6)
    words = wanted.lower().replace(",", " ")
    words = re.sub(r"\s+", " ", words).strip()
    if words.startswith("ago "):
        words = words[4:]
    length = re.fullmatch(r"(\d+) (second|minute|hour|day|week|month|year)", words)
    if length and value == f"P{'T' if length.group(2) in ('second', 'minute', 'hour') else ''}{length.group(1)}{length.group(2)[0].upper()}":
        return True
    fixed = {"today": 0, "yesterday": -1, "1 day ago": -1, "2 day ago": -2, "0 day ago": 0, "in 1 day": 1, "in 2 day": 2}
    if words in fixed:
        return start == (anchor + datetime.timedelta(days=fixed[words])).isoformat()
    shift = re.fullmatch(r"(in )?(\d+) (second|minute|hour|day|week|month|year)s?( ago)?", words)
    if shift:
        number, unit = int(shift.group(2)), shift.group(3)
        sign = 1 if shift.group(1) else -1
        days = {"day": 1, "week": 7}.get(unit)
        if days:
            return start == (anchor + datetime.timedelta(days=sign * days * number)).isoformat()
        if unit in ("month", "year"):
            index = anchor.year * 12 + anchor.month - 1 + sign * number * (12 if unit == "year" else 1)
            return start[:7] == f"{index // 12:04}-{index % 12 + 1:02}" or value == f"{index // 12:04}"
        return value == f"PT{number}{unit[0].upper()}"
    month = next((i + 1 for i, name in enumerate(MONTHS) if name in words), None)
    numbers = re.findall(r"\d+", words)
    if month and numbers:
        ok = f"-{month:02}-{int(numbers[0]):02}" in value
        clock = re.search(r"(\d+):(\d+)\s*(am|pm)?", words)
        if clock:
            hour = int(clock.group(1)) % 12 + (12 if clock.group(3) == "pm" else 0) if clock.group(3) else int(clock.group(1))
            ok = ok and value.endswith(f"T{hour:02}:{clock.group(2)}")
        year = next((n for n in numbers if len(n) == 4), None)
        return ok and (not year or value.startswith(year))
    return False


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("probe")
    arguments.add_argument("--data")
    arguments.add_argument("--failures", action="store_true")
    arguments.add_argument("--only", default="")
    options = arguments.parse_args()
    probe, folder = Probe(options.probe), data_folder(options.data)
    parts, total = recognizers(probe, folder)
    for tally in [*parts, duckling(probe, folder), dateparser(probe, folder)]:
        if options.only in tally.name:
            tally.report(options.failures)
    total.report(False)


if __name__ == "__main__":
    main()
