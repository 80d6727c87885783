"""False alarms and outbreaks found on series of days with and without the effects of weekdays, Ramadan and feasts.

Series of 882 days from 1 January 2022 to 31 May 2024, negative binomial with variance phi times the mean; the last 120 days are
judged, with Ramadan and Eid al-Fitr of 2024 among them; each time twice before. The patterns: none; weekdays (Friday .6, Saturday .75, the
others 1.05 to 1.2 of an average day's); weekdays with Ramadan .75 and both feasts .4. One outbreak each in the judged days: a Poisson number of
stories with a mean of 2, 4 or 6 standard deviations, over three days. Each detector judges each series twice: as it
is, and with `--first-day`, which learns the effects from the days before.
"""
import csv
import datetime
import math
import os
import subprocess
import tempfile

from simulation import wilson

SEED = 20220101
FIRST, DAYS, JUDGED = datetime.date(2022, 1, 1), 882, 120
# Of Sunday to Saturday.
WEEKDAYS = [1.15, 1.2, 1.15, 1.1, 1.05, 0.6, 0.75]
# First day by Umm al-Qura, days, factor.
OCCASIONS = [
    ("2022-04-02", 30, 0.75), ("2023-03-23", 29, 0.75), ("2024-03-11", 30, 0.75),
    ("2022-05-02", 4, 0.4), ("2023-04-21", 4, 0.4), ("2024-04-10", 4, 0.4),
    ("2022-07-08", 5, 0.4), ("2023-06-27", 5, 0.4),
]
MEANS, DISPERSIONS = [0.5, 2, 10, 40], [1, 1.5, 2]
DETECTORS = ["earsC1", "earsC2", "earsC3", "earsT", "rki1", "bayes1"]


def pattern(has_weekdays, has_occasions):
    days = [FIRST + datetime.timedelta(index) for index in range(DAYS)]
    factors = [WEEKDAYS[day.isoweekday() % 7] if has_weekdays else 1.0 for day in days]
    for first, count, factor in OCCASIONS if has_occasions else []:
        start = (datetime.date.fromisoformat(first) - FIRST).days
        for index in range(start, start + count):
            factors[index] *= factor
    return factors


def simulate(draw, mean, phi, factors):
    """One series: (counts, stories of the outbreak per day)."""
    import numpy
    means = mean * numpy.array(factors)
    counts = draw.poisson(means) if phi == 1 else draw.negative_binomial(means / (phi - 1), 1 / phi)
    planted = numpy.zeros(DAYS, dtype=int)
    start = draw.integers(DAYS - JUDGED, DAYS - 2)
    for delay in draw.integers(0, 3, max(1, draw.poisson(draw.choice([2, 4, 6]) * math.sqrt(mean * phi)))):
        planted[start + delay] += 1
    return counts + planted, planted


def judge(program, path, detector, *more):
    result = subprocess.run(
        [program, "watch", path, "--detector", detector, "--from", str(DAYS - JUDGED + 1), "--period", "365", *more],
        capture_output=True, text=True)
    if result.returncode != 0:
        raise SystemExit(f"watch {detector}: status {result.returncode}: {result.stderr[:500]}")
    return csv.DictReader(result.stdout.splitlines())


def measure(program, number):
    """Prints the table, over `number` series for each pattern."""
    import numpy
    print(f"\n## Weekdays, Ramadan and feasts: {number} series of {DAYS} days for each pattern, seed {SEED}, "
          f"last {JUDGED} days judged; means {MEANS}, phi {DISPERSIONS}")
    print("| pattern | detector | false alarms as it is, 95 % interval | reckoned with, 95 % interval "
          "| found as it is | reckoned with |")
    print("| --- | --- | --- | --- | --- | --- |")
    for name, has_weekdays, has_occasions in [
            ("none", False, False), ("weekdays", True, False), ("weekdays, Ramadan, feasts", True, True)]:
        draw = numpy.random.default_rng(SEED)
        factors = pattern(has_weekdays, has_occasions)
        planted = []
        with tempfile.NamedTemporaryFile("w", suffix=".csv", delete=False) as file:
            file.write("series,observed\n")
            for index in range(number):
                mean, phi = MEANS[index % 4], DISPERSIONS[index // 4 % 3]
                counts, cases = simulate(draw, mean, phi, factors)
                planted.append(cases)
                file.writelines(f"{index},{count}\n" for count in counts)
        for detector in DETECTORS:
            cells = []
            for more in [], ["--first-day", FIRST.isoformat()]:
                found, false, quiet = set(), 0, 0
                for row in judge(program, file.name, detector, *more):
                    series, day, alarm = int(row["series"]), int(row["t"]) - 1, row["alarm"] == "1"
                    if planted[series][day] == 0:
                        quiet += 1
                        false += alarm
                    elif alarm:
                        found.add(series)
                low, high = wilson(false, quiet)
                cells.append((f"{false}/{quiet} = {false / quiet:.2%}, {low:.2%} to {high:.2%}", f"{len(found) / number:.1%}"))
            print(f"| {name} | {detector} | {cells[0][0]} | {cells[1][0]} | {cells[0][1]} | {cells[1][1]} |")
        os.unlink(file.name)
