"""Reads a feed of many entries side by side with feedparser.

usage: feed_peers.py --program MARSAD [--entries 10000]

The feed is RSS 2.0, written here with invented entries: title, link, guid, date, author, two categories, and a description in HTML. Marsad
reads it by `marsad feed` and writes each entry as JSON; feedparser reads it only. Both must find the same addresses, titles and days. Seconds are
CPU time, user and system, with Marsad's start. feedparser comes from PyPI; if it isn't installed, that is said.
"""
import argparse
import json
import pathlib
import random
import resource
import subprocess
import tempfile
import time

WORDS = "قال المتحدث إن الطريق أعيد فتحه أمام المدنيين صباح اليوم بعد أسبوع من الإغلاق وأضاف أن القوافل ستصل غدا".split()
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def feed(entries, chance):
    items = []
    for number in range(entries):
        title = " ".join(chance.choices(WORDS, k=9)) + f" {number}"
        text = " ".join(chance.choices(WORDS, k=45))
        day = f"{chance.randint(1, 28):02} {chance.choice(MONTHS)} 2025 {chance.randint(0, 23):02}:30:00 +0300"
        items.append(
            f"<item><title>{title}</title><link>https://outlet.example/news/{number}/</link>"
            f"<guid isPermaLink=\"false\">https://outlet.example/?p={number}</guid><pubDate>{day}</pubDate>"
            f"<dc:creator><![CDATA[سلمى]]></dc:creator><category>أخبار</category><category>محليات</category>"
            f"<description><![CDATA[<p>{text}&#8230;</p><a href=\"https://outlet.example/{number}\">المزيد</a>]]></description></item>")
    return ('<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>'
            "<title>الواحة</title><link>https://outlet.example/</link>" + "\n".join(items) + "</channel></rss>").encode()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("--entries", type=int, default=10_000)
    options = parser.parse_args()
    document = feed(options.entries, random.Random(1446))
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "feed.xml"
        path.write_bytes(document)
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        begin = used.ru_utime + used.ru_stime
        output = subprocess.run([options.program, "feed", path, "--url", "https://outlet.example/feed"],
                                check=True, capture_output=True).stdout
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds = used.ru_utime + used.ru_stime - begin
    ours = [json.loads(line) for line in output.splitlines()]
    print(f"{options.entries} entries, {len(document) / 1e6:.1f} MB")
    print(f"{'marsad feed':14} {len(ours) / seconds:8.0f} entries/s", flush=True)
    try:
        import feedparser
    except ImportError as error:
        print(f"{'feedparser':14} not installed ({error.name})")
        return
    begin = time.process_time()
    theirs = feedparser.parse(document).entries
    print(f"{'feedparser':14} {len(theirs) / (time.process_time() - begin):8.0f} entries/s")
    differing = sum(mine["url"] != other.link or mine["title"] != other.title
                    for mine, other in zip(ours, theirs)) + abs(len(ours) - len(theirs))
    print(f"entries with another address or title: {differing}")


if __name__ == "__main__":
    main()
