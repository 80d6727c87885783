"""Reads a WARC file of many records side by side with other readers.

usage: warc_peers.py --program MARSAD [--records 5000]

The file is written here, one gzip member a record, with invented pages. Marsad takes it into a store (`marsad import`, which
writes them to the disk, some megabytes at a time), hashes all again (`marsad verify STORE`: each record unpacked, the packed and the
unpacked bytes hashed), and reads the file alone (`marsad verify FILE`: each record unpacked, its block hashed and compared with the digest
that it states), which is what the peers do: they read all records and hash the content of each. Seconds are CPU time, user and system.
Peers come from PyPI: fastwarc warcio. One that isn't installed is left out, and said to be.
"""
import argparse, gzip, hashlib, pathlib, random, resource, subprocess, tempfile, time

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


def child_seconds():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("--records", type=int, default=5000)
    options = parser.parse_args()
    chance = random.Random(1446)
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "pages.warc.gz"
        path.write_bytes(b"".join(record(i, chance) for i in range(options.records)))
        print(f"{options.records} records, {path.stat().st_size / 1e6:.1f} MB packed")
        store = f"{folder}/store"
        for name, words in [("marsad import", ["import", path, "--store", store]), ("marsad verify", ["verify", store]),
                            ("its reading", ["verify", path])]:
            start = child_seconds()
            subprocess.run([options.program, *map(str, words)], check=True, stdout=subprocess.DEVNULL)
            print(f"{name:14} {options.records / (child_seconds() - start):8.0f} records/s", flush=True)
        for name, read in [("fastwarc", fastwarc), ("warcio", warcio)]:
            start = time.process_time()
            try:
                count = read(path)
            except ImportError as error:
                print(f"{name:14} not installed ({error.name})")
                continue
            assert count == options.records
            print(f"{name:14} {count / (time.process_time() - start):8.0f} records/s", flush=True)


if __name__ == "__main__":
    main()
