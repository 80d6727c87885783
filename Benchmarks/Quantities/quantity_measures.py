"""Helps the measures of numbers and dates: runs the probe and keeps count.

The probe (`QuantityProbe`) reads lines of text and prints what ArabicQuantities finds in them.
"""

import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATA = ROOT.parent / "shared" / "data"


class Probe:
    """Runs the probe over many texts at once."""

    def __init__(self, command):
        self.command = command

    def run(self, mode, cases):
        """Reads `(anchor, leaning, text)` triples; gives a list of fields per expression and text."""
        lines = [
            "\t".join([mode, anchor, leaning, text.replace("\t", " ").replace("\n", " ")])
            for anchor, leaning, text in cases
        ]
        done = subprocess.run(
            [self.command], input="\n".join(lines) + "\n", capture_output=True, text=True, check=True
        )
        answers = done.stdout.split("\n")[: len(lines)]
        return [[part.split("|") for part in answer.split("\t") if part] for answer in answers]


class Tally:
    """Counts what is right and keeps what is not."""

    def __init__(self, name, target):
        self.name, self.target, self.right, self.failures = name, target, 0, []

    def add(self, is_right, case, wanted, found):
        if is_right:
            self.right += 1
        else:
            self.failures.append((case, wanted, found))

    @property
    def total(self):
        return self.right + len(self.failures)

    def report(self, verbose):
        share = 100 * self.right / max(1, self.total)
        print(f"{self.name:44} {self.right:6} of {self.total:6} = {share:5.1f} %   (at least {self.target} %)")
        if verbose:
            for case, wanted, found in self.failures:
                print(f"    {case}\n        wanted {wanted}\n        found  {found}")


def data_folder(argument):
    return pathlib.Path(argument) if argument else DATA
