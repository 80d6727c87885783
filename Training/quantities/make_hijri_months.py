#!/usr/bin/env python3
"""Writes Data/quantities/hijri-months.tsv: where the years of the Umm al-Qura calendar begin, 1343 to 1500 AH.

Needs the package `hijridate` (MIT), whose table was gathered from the printed Umm al-Qura calendars and
the calendar's own site; see its documentation on method and sources.
"""

from hijridate import Hijri

HEAD = """# The Umm al-Qura calendar, 1343 to 1500 AH: year, its first day in the Gregorian calendar, the lengths of its twelve months.
# Facts of the calendar as published in Saudi Arabia, taken over with Training/quantities/make_hijri_months.py
# from the table of the package hijridate (MIT licence), which names its sources.
"""

with open("Data/quantities/hijri-months.tsv", "w") as out:
    out.write(HEAD)
    for year in range(1343, 1501):
        first = Hijri(year, 1, 1).to_gregorian().isoformat()
        lengths = [str(Hijri(year, month, 1).month_length()) for month in range(1, 13)]
        out.write(f"{year}\t{first}\t{' '.join(lengths)}\n")
