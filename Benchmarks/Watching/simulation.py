"""Error rates of detectors on simulated series with planted outbreaks.

The simulation is that of Noufaily et al., An improved algorithm for outbreak detection in multiple
surveillance systems, Statistics in Medicine 32 (2013) 1206-1222: 624 weeks of counts with mean
exp(theta + beta t + gamma1 cos(2 pi t / 52) + gamma2 sin(2 pi t / 52)) and variance phi times the mean; seven
sets of parameters, each with and without trend (beta) and season (gamma): 28 scenarios. Four past outbreaks begin in
weeks 313 to 575, one in the last 49 weeks, which are judged. An outbreak has a Poisson number of cases
with a mean of k standard deviations of the count in its first week (k of 2, 3, 5, 10 in the past, 1 to 10 in the
judged weeks), spread over weeks by a log-normal delay (0, 0.5).
"""
import csv
import math
import os
import subprocess
import tempfile

SEED = 20130901
WEEKS, JUDGED, FIRST_PAST = 624, 49, 313
# theta, beta, gamma1, gamma2, phi.
PARAMETERS = [
    (0.1, 0.0025, 0.6, 0.6, 1.5), (-2, 0.005, 0.1, 0.3, 2), (1.5, 0.003, 0.2, -0.4, 1),
    (0.5, 0.002, 0.5, 0.5, 5), (2.5, 0.001, 1, 0.1, 3), (3.75, 0.001, 0.1, -0.1, 1.1),
    (5, 0.0001, 0.05, 0.01, 1.2),
]
SCENARIOS = [
    (theta, beta * trend, cosine * season, sine * season, phi)
    for theta, beta, cosine, sine, phi in PARAMETERS for trend in (0, 1) for season in (0, 1)
]
# What others measured on such series, of all their methods together: Bédubourg and Le Strat, Evaluation and
# comparison of statistical methods for early temporal detection of outbreaks, PLoS ONE 12 (2017)
# e0181227: 21 methods, 19 of them those of R's surveillance, on the scenarios of Noufaily et al.
DOCUMENTED_FALSE = (0.007, 0.599)
DOCUMENTED_FOUND = (0.433, 0.887)
# The error rate that each detector's parameters aim at, of the upper side; the others aim at none.
NOMINAL = {
    "earsC1": 0.001, "earsC2": 0.001, "earsC3": 0.001, "earsT": 0.025, "farrington": 0.005,
    "farringtonFlexible": 0.01, "farringtonFlexibleDelta": 0.01, "bayes1": 0.05,
}


def simulate(draw, scenario):
    """One series: (counts, cases of the judged outbreak per week)."""
    import numpy
    theta, beta, cosine, sine, phi = scenario
    t = numpy.arange(1, WEEKS + 1)
    angle = 2 * math.pi * t / 52
    mean = numpy.exp(theta + beta * t + cosine * numpy.cos(angle) + sine * numpy.sin(angle))
    counts = draw.poisson(mean) if phi == 1 else draw.negative_binomial(mean / (phi - 1), 1 / phi)
    planted = numpy.zeros(WEEKS, dtype=int)
    judged = WEEKS - JUDGED
    outbreaks = [(start, draw.choice([2, 3, 5, 10]))
                 for start in draw.choice(numpy.arange(FIRST_PAST - 1, judged), 4, replace=False)]
    outbreaks.append((draw.integers(judged, WEEKS), draw.integers(1, 11)))
    for start, k in outbreaks:
        for delay in draw.lognormal(0, 0.5, draw.poisson(k * math.sqrt(mean[start] * phi))):
            week = start + int(delay)
            if week < WEEKS:
                counts[week] += 1
                if start >= judged:
                    planted[week] += 1
    return counts, planted


def wilson(hits, number):
    """The 95 % interval of a share, after Wilson (1927)."""
    share, square = hits / number, 1.96 ** 2
    middle = (share + square / (2 * number)) / (1 + square / number)
    half = math.sqrt(square * (share * (1 - share) / number + square / (4 * number ** 2)))
    half /= 1 + square / number
    return max(0, middle - half), min(1, middle + half)


class Sample:
    """Simulated series in a file, with the cases of each one's judged outbreak per week."""

    def __init__(self, number):
        import numpy
        draw = numpy.random.default_rng(SEED)
        self.planted = []
        with tempfile.NamedTemporaryFile("w", suffix=".csv", delete=False) as file:
            file.write("series,observed\n")
            for index in range(number):
                counts, cases = simulate(draw, SCENARIOS[index % len(SCENARIOS)])
                self.planted.append(cases)
                file.writelines(f"{index},{count}\n" for count in counts)
        self.path = file.name
        self.outbreaks = sum(1 for cases in self.planted if cases.sum() > 0)

    def rate(self, detector, alarms):
        """What alarms come to: (detector, quiet weeks, false alarms, outbreaks, found ones).

        `alarms` are (series, week from 0, whether it is an alarm).
        """
        found, false, quiet = set(), 0, 0
        for series, week, alarm in alarms:
            if self.planted[series][week] == 0:
                quiet += 1
                false += alarm
            elif alarm:
                found.add(series)
        return detector, quiet, false, self.outbreaks, len(found)


def alarms(rows):
    return [(int(row["series"]), int(row["t"]) - 1, row["alarm"] == "1") for row in rows]


def measure(watch, detectors, number):
    """Prints what each detector finds and how often it is wrong.

    `watch` judges a file of series by a detector from a week on; returns (detector, quiet weeks, false
    alarms, outbreaks, found ones) for each detector.
    """
    sample = Sample(number)
    print(f"\n## {number} simulated series with planted outbreaks, seed {SEED}, "
          f"{len(SCENARIOS)} scenarios, last {JUDGED} weeks judged")
    print("| detector | nominal | false alarms in quiet weeks | 95 % interval | outbreaks found | 95 % interval "
          "| within the documented ranges |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    rates = []
    for detector in detectors:
        rates.append(sample.rate(detector, alarms(watch(sample.path, detector, WEEKS - JUDGED + 1))))
        print(line(*rates[-1]))
    os.unlink(sample.path)
    print(f"Documented for 21 methods together: false alarms {DOCUMENTED_FALSE[0]:.1%} to "
          f"{DOCUMENTED_FALSE[1]:.1%}, found {DOCUMENTED_FOUND[0]:.1%} to {DOCUMENTED_FOUND[1]:.1%}")
    return rates


def compare(watch, number):
    """Prints the same of R's package surveillance beside ours, on the same series in the same run.

    `watch` is as for `measure`; the first `number` series are those of `measure`.
    """
    sample = Sample(number)
    first = WEEKS - JUDGED + 1
    script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "peers.R")
    try:
        result = subprocess.run(["Rscript", script, sample.path, str(first)], capture_output=True, text=True)
    except FileNotFoundError:
        print("\nR is not installed: apt-get install r-cran-surveillance")
        return
    if result.returncode != 0:
        print(f"\nR failed: {result.stderr[-300:]}")
        return
    theirs = {}
    for row in csv.DictReader(result.stdout.splitlines()):
        theirs.setdefault(row["detector"], []).append(row)
    print(f"\n## The first {number} of these series judged by R's surveillance too")
    print("| detector | false alarms: R, 95 % interval | ours | outbreaks found: R, 95 % interval | ours | within "
          "| alarms that differ |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for detector, rows in theirs.items():
        mine, other = alarms(watch(sample.path, detector, first)), alarms(rows)
        differing = len(set(mine) ^ set(other)) // 2
        _, quiet, false, outbreaks, found = sample.rate(detector, mine)
        _, _, false_there, _, found_there = sample.rate(detector, other)
        wrong, right = wilson(false_there, quiet), wilson(found_there, outbreaks)
        within = wrong[0] <= false / quiet <= wrong[1] and right[0] <= found / outbreaks <= right[1]
        print(f"| {detector} | {false_there}/{quiet}, {wrong[0]:.2%} to {wrong[1]:.2%} | {false / quiet:.2%} "
              f"| {found_there}/{outbreaks}, {right[0]:.1%} to {right[1]:.1%} | {found / outbreaks:.1%} "
              f"| {'yes' if within else 'no'} | {differing} of {len(mine)} |")
    os.unlink(sample.path)


def line(detector, quiet, false, outbreaks, found):
    wrong, right = wilson(false, quiet), wilson(found, outbreaks)

    def meets(interval, documented):
        return interval[0] <= documented[1] and interval[1] >= documented[0]

    within = [name for name, fits in [("false alarms", meets(wrong, DOCUMENTED_FALSE)),
                                      ("found", meets(right, DOCUMENTED_FOUND))] if fits]
    nominal = f"{NOMINAL[detector]:.1%}" if detector in NOMINAL else "none"
    return (f"| {detector} | {nominal} | {false}/{quiet} = {false / quiet:.2%} | {wrong[0]:.2%} to {wrong[1]:.2%} "
            f"| {found}/{outbreaks} = {found / outbreaks:.1%} | {right[0]:.1%} to {right[1]:.1%} "
            f"| {', '.join(within) or 'none'} |")


def write(path, rates, number):
    """Writes the rates as the data file that alarms quote."""
    with open(path, "w") as file:
        file.write(f"""\
# Error rates of the detectors, measured by simulation: written by Benchmarks/Watching/watching.py --write-rates,
# not by hand. {number} series of {WEEKS} weeks in the {len(SCENARIOS)} scenarios of Noufaily et al., Statistics in
# Medicine 32 (2013) 1206-1222 (parameters and outbreaks in Benchmarks/Watching/simulation.py), seed {SEED}; the last
# {JUDGED} weeks judged with the parameters of the detector's publication. A quiet week is one without a case of the
# outbreak; an outbreak is found if any week with one of its cases is an alarm.
# detector	quiet weeks	false alarms in them	outbreaks	outbreaks found
""")
        file.writelines("\t".join(map(str, rate)) + "\n" for rate in sorted(rates))
