#!/usr/bin/env python3
"""Measures `marsad watch` and `marsad score`, and prints tables.

Detectors against the outputs of R's package surveillance, their error rates by simulation, scores
against scikit-learn, speed of Farrington flexible against R in the same run (if Rscript is there).
"""
import argparse
import csv
import os
import random
import resource
import subprocess
import tempfile
import time

import calendar_effects
import simulation

REFERENCES = {
    "earsC1": "earsC1", "earsC2": "earsC2", "earsC3": "earsC3", "cusum": "cusum",
    "cusumStd": "cusumStandard", "glrpois": "glrPoisson", "farrington": "farrington",
    "farringtonFlexNoufaily": "farringtonFlexible", "farringtonFlexOrig": "farringtonFlexibleDelta",
    "bayes1": "bayes1", "rki1": "rki1", "rki3": "rki3", "outbreakP": "outbreakP",
}


def children_seconds():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def run(program, *arguments):
    result = subprocess.run([program, *arguments], capture_output=True, text=True)
    if result.returncode != 0:
        raise SystemExit(f"{' '.join(arguments)}: status {result.returncode}: {result.stderr[:500]}")
    return result.stdout


def watch(program, path, detector, first, period=52):
    output = run(program, "watch", path, "--detector", detector, "--from", str(first),
                 "--period", str(period))
    return list(csv.DictReader(output.splitlines()))


def references(program, folder):
    print("## Bounds and alarms against surveillance")
    print("| detector | series | points | largest relative difference | bounds only one has | alarms that differ |")
    print("| --- | --- | --- | --- | --- | --- |")
    for theirs, ours in REFERENCES.items():
        names = sorted(name for name in os.listdir(folder) if name.startswith(f"out_{theirs}_"))
        series = points = alone = differing = 0
        worst = 0.0
        for name in names:
            with open(os.path.join(folder, name)) as file:
                expected = list(csv.DictReader(file))
            path = os.path.join(folder, name.replace(f"out_{theirs}_", "series_"))
            given = watch(program, path, ours, int(expected[0]["t"]))
            series += 1
            assert len(given) == len(expected), name
            for mine, other in zip(given, expected):
                assert mine["t"] == other["t"] and mine["observed"] == other["observed"], name
                points += 1
                differing += mine["alarm"] != other["alarm"].replace("NA", "0")
                a, b = mine["upper_bound"], other["upperbound"]
                if (a == "") != (b == "NA"):
                    alone += 1
                elif a != "":
                    a, b = float(a), float(b)
                    worst = max(worst, abs(a - b) / max(abs(b), 1e-9) if a != b else 0)
        if series:
            print(f"| {ours} | {series} | {points} | {worst:.2g} | {alone} | {differing} |")


def scores(program):
    from sklearn.calibration import calibration_curve
    from sklearn.metrics import brier_score_loss, log_loss
    draw = random.Random(9)
    probabilities = [draw.random() for _ in range(9998)] + [0.0, 1.0]
    outcomes = [int(draw.random() < p) for p in probabilities[:-2]] + [1, 0]
    with tempfile.NamedTemporaryFile("w", suffix=".csv", delete=False) as file:
        file.write("probability,outcome\n")
        file.writelines(f"{p!r},{o}\n" for p, o in zip(probabilities, outcomes))
    lines = run(program, "score", file.name).splitlines()
    os.unlink(file.name)
    brier, log = float(lines[1].split()[1]), float(lines[2].split()[1])
    bins = [[float(x) for x in line.split(",")] for line in lines[4:]]
    true, given = calibration_curve(outcomes, probabilities, n_bins=5)
    curve = max(max(abs(b[0] - g), abs(b[1] - t)) for b, g, t in zip(bins, given, true))
    print("\n## Scores against scikit-learn, 10,000 cases, seed 9")
    print(f"Brier {brier:.9f}, difference {abs(brier - brier_score_loss(outcomes, probabilities)):.1g}; "
          f"log {log:.9f}, difference {abs(log - log_loss(outcomes, probabilities)):.1g}; "
          f"calibration of {len(bins)} parts, largest difference {curve:.1g}")


R_PROGRAM = """
suppressMessages(library(surveillance))
d <- read.csv(commandArgs(TRUE)[1])
m <- matrix(d$observed, nrow=520)
s <- sts(m, frequency=52)
start <- proc.time()
r <- suppressWarnings(farringtonFlexible(s, control=list(range=520, b=3, w=3, reweight=TRUE,
  weightsThreshold=2.58, alpha=0.01, trend=TRUE, pThresholdTrend=1, noPeriods=10,
  pastWeeksNotIncluded=26, thresholdMethod="nbPlugin", limit54=c(5,4))))
used <- proc.time() - start
cat(used[["user.self"]] + used[["sys.self"]], sum(alarms(r), na.rm=TRUE), "\\n")
"""


def speed(program, number, sample):
    import numpy
    draw = numpy.random.default_rng(5)

    def write(count):
        with tempfile.NamedTemporaryFile("w", suffix=".csv", delete=False) as file:
            file.write("series,observed\n")
            for index in range(count):
                counts = draw.negative_binomial(5, 0.4, 520)
                file.writelines(f"{index},{value}\n" for value in counts)
        return file.name

    path = write(number)
    begin, wall = children_seconds(), time.time()
    run(program, "watch", path, "--detector", "farringtonFlexible", "--from", "520")
    ours, wall = children_seconds() - begin, time.time() - wall
    os.unlink(path)
    print(f"\n## Speed: Farrington flexible, the last week of series of 520 weeks")
    print(f"marsad: {number} series, reading them included: {ours:.2f} s CPU, {wall:.2f} s, "
          f"{1e6 * ours / number:.1f} us a series")
    path = write(sample)
    try:
        result = subprocess.run(["Rscript", "-e", R_PROGRAM, path], capture_output=True, text=True)
    except FileNotFoundError:
        print("R is not installed: apt-get install r-cran-surveillance")
        return
    finally:
        os.unlink(path)
    if result.returncode != 0:
        print(f"R failed: {result.stderr[:300]}")
        return
    theirs = float(result.stdout.split()[0])
    print(f"R: {sample} series, reading them not included: {theirs:.2f} s CPU, "
          f"{1e6 * theirs / sample:.1f} us a series; ratio {theirs / sample / (ours / number):.0f}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True)
    parser.add_argument("--references", required=True)
    parser.add_argument("--simulated", type=int, default=1000)
    parser.add_argument("--compared", type=int, default=140, help="how many of the simulated series R judges too")
    parser.add_argument("--daily", type=int, default=240, help="how many series of days are simulated for each pattern")
    parser.add_argument("--write-rates", help="where the error rates that alarms quote are kept")
    parser.add_argument("--series", type=int, default=100_000)
    parser.add_argument("--sample", type=int, default=200)
    options = parser.parse_args()
    references(options.program, options.references)
    if options.simulated:
        detectors = [*REFERENCES.values(), "earsT", "glrNegativeBinomial", "changePoint"]
        rates = simulation.measure(
            lambda *arguments: watch(options.program, *arguments), detectors, options.simulated)
        if options.write_rates:
            simulation.write(options.write_rates, rates, options.simulated)
    if options.compared:
        simulation.compare(lambda *arguments: watch(options.program, *arguments), options.compared)
    if options.daily:
        calendar_effects.measure(options.program, options.daily)
    scores(options.program)
    if options.series:
        speed(options.program, options.series, options.sample)
