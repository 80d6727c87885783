"""Reads a WARC file of many records side by side with other readers.

usage: warc_peers.py --program MARSAD [--records 5000] [--runs 5]

The file is written here, one gzip member a record, with invented pages. Marsad takes it into a store (`marsad import`, which
writes them to the disk, some megabytes at a time), hashes all again (`marsad verify STORE`: each record unpacked, the packed and the
unpacked bytes hashed), and reads the file alone (`marsad verify FILE`: each record unpacked, its block hashed and compared with the digest
that it states), which is what the peers do: they read all records and hash the content of each. Every reader is a process of its own, in turn
with the others; the best of its runs counts. Seconds are CPU time, user and system, of the whole process, and in the second column
without what the same process takes for a file of one record: its start.
Peers come from PyPI: fastwarc warcio. One that isn't installed is left out, and said to be.
"""
import argparse, gzip, hashlib, importlib.util, pathlib, random, resource, subprocess, sys, tempfile

WORDS = "قال المتحدث إن الطريق أعيد فتحه أمام المدنيين صباح اليوم بعد أسبوع من الإغلاق وأضاف أن القوافل ستصل غدا".split()


def record(number, chance):
    text = "".join("<p>" + " ".join(chance.choices(WORDS, k=60)) + "</p>" for _ in range(20))
    body = f"<html><head><title>خبر {number}</title></head><body>{text}</body></html>".encode()
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
    head = (f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:012}>\r\n"
            f"WARC-Target-URI: https://outlet.example/{number}\r\nWARC-Date: 2026-01-02T03:04:05Z\r\n"
            f"WARC-Block-Digest: sha256:{hashlib.sha256(block).hexdigest()}\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n").encode()
    return gzip.compress(head + block + b"\r\n\r\n", 6, mtime=0)


def fastwarc(path):
    from fastwarc.warc import ArchiveIterator
    count = 0
    with open(path, "rb") as file:
        for item in ArchiveIterator(file):
            hashlib.sha256(item.reader.read()).digest()
            count += 1
    return count


def warcio(path):
    from warcio.archiveiterator import ArchiveIterator
    count = 0
    with open(path, "rb") as file:
        for item in ArchiveIterator(file):
            hashlib.sha256(item.content_stream().read()).digest()
            count += 1
    return count


def seconds(words):
    """The CPU time of a process that must go well."""
    def used():
        children = resource.getrusage(resource.RUSAGE_CHILDREN)
        return children.ru_utime + children.ru_stime
    start = used()
    subprocess.run([*map(str, words)], check=True, stdout=subprocess.DEVNULL)
    return used() - start


def show(name, records, whole, start=None):
    alone = "" if start is None else f" {records / (whole - start):10.0f}"
    print(f"{name:14} {records / whole:10.0f}{alone}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("--records", type=int, default=5000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--read", nargs=2, metavar=("PEER", "FILE"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    peers = {"fastwarc": fastwarc, "warcio": warcio}
    if options.read:
        return print(peers[options.read[0]](options.read[1]))
    chance = random.Random(1446)
    with tempfile.TemporaryDirectory() as folder:
        path, one = pathlib.Path(folder) / "pages.warc.gz", pathlib.Path(folder) / "one.warc.gz"
        path.write_bytes(b"".join(record(i, chance) for i in range(options.records)))
        one.write_bytes(record(0, chance))
        print(f"{options.records} records, {path.stat().st_size / 1e6:.1f} MB packed")
        print(f"{'':14}  records/s  without start")
        store = f"{folder}/store"
        for name, words in [("marsad import", ["import", path, "--store", store]), ("marsad verify", ["verify", store])]:
            show(name, options.records, seconds([options.program, *words]))
        readers = {"its reading": [options.program, "verify"]}
        for name in peers:
            if importlib.util.find_spec(name):
                readers[name] = [sys.executable, __file__, "--program", "-", "--read", name]
            else:
                print(f"{name:14} not installed")
        best = {}
        for _ in range(options.runs):
            for name, words in readers.items():
                for file in (path, one):
                    best[name, file] = min(seconds([*words, file]), best.get((name, file), 1e9))
        for name in readers:
            show(name, options.records, best[name, path], best[name, one])


if __name__ == "__main__":
    main()
