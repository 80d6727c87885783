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
# The error rate that each publication aims at, of the upper side; the others aim at none.
NOMINAL = {
    "earsC1": 0.001, "earsC2": 0.001, "earsC3": 0.025, "earsT": 0.025, "farrington": 0.005,
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


def measure(watch, detectors, number):
    """Prints what each detector finds and how often it is wrong.

    `watch` judges a file of series by a detector from a week on; returns (detector, quiet weeks, false
    alarms, outbreaks, found ones) for each detector.
    """
    import numpy
    draw = numpy.random.default_rng(SEED)
    planted = []
    with tempfile.NamedTemporaryFile("w", suffix=".csv", delete=False) as file:
        file.write("series,observed\n")
        for index in range(number):
            counts, cases = simulate(draw, SCENARIOS[index % len(SCENARIOS)])
            planted.append(cases)
            file.writelines(f"{index},{count}\n" for count in counts)
    outbreaks = sum(1 for cases in planted if cases.sum() > 0)
    print(f"\n## {number} simulated series with planted outbreaks, seed {SEED}, "
          f"{len(SCENARIOS)} scenarios, last {JUDGED} weeks judged")
    print("| detector | nominal | false alarms in quiet weeks | 95 % interval | outbreaks found | 95 % interval "
          "| within the documented ranges |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    rates = []
    for detector in detectors:
        found, false, quiet = set(), 0, 0
        for row in watch(file.name, detector, WEEKS - JUDGED + 1):
            series, week, alarm = int(row["series"]), int(row["t"]) - 1, row["alarm"] == "1"
            if planted[series][week] == 0:
                quiet += 1
                false += alarm
            elif alarm:
                found.add(series)
        rates.append((detector, quiet, false, outbreaks, len(found)))
        print(line(*rates[-1]))
    os.unlink(file.name)
    print(f"Documented for 21 methods together: false alarms {DOCUMENTED_FALSE[0]:.1%} to "
          f"{DOCUMENTED_FALSE[1]:.1%}, found {DOCUMENTED_FOUND[0]:.1%} to {DOCUMENTED_FOUND[1]:.1%}")
    return rates


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
