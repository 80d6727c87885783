#!/usr/bin/env python3
"""Gathers from a site on this machine that changes between rounds, killing the program again and again.

usage: crash.py --program MARSAD [--pages 200] [--kills 50] [--seed 1]

The site has a feed of so many pages, written here; before the second round a quarter of them change. In both rounds
`marsad gather` is killed with SIGKILL at random moments, half of the times each, and then let finish. Printed: what
the custody log and the archive hold, and whether each page was captured once, each version kept, and
`marsad verify` found nothing. The exit status is 1 if not. Then the pages a second of a run that is not killed.
Python 3 standard library only.
"""
import argparse, collections, gzip, hashlib, http.server, json, pathlib, random, subprocess, sys, tempfile, threading, time


class Site(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, pages):
        super().__init__(('127.0.0.1', 0), Handler)
        self.pages, self.round = pages, 0
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def handle_error(self, *_):
        pass  # a program that is killed hangs up in the middle

    @property
    def url(self):
        return f'http://127.0.0.1:{self.server_address[1]}'

    def document(self, path):
        if path == '/feed.xml':
            items = ''.join(f'<item><title>خبر رقم {i}</title><link>/news/{i}</link></item>' for i in range(self.pages))
            return 'application/rss+xml', f'<rss version="2.0"><channel><title>موقع مختلق</title>{items}</channel></rss>'
        if path.startswith('/news/'):
            number = int(path[6:])
            version = self.round if number % 4 == 0 else 0
            text = ''.join(f'<p>قال المتحدث باسم بلدية مختلقة إن العمل رقم {number} في الحي رقم {k} انتهى، '
                           f'وأضاف أن هذه هي النسخة {version} من البيان.</p>' for k in range(4))
            return 'text/html', (f'<html lang="ar"><head><meta charset="utf-8"><title>خبر رقم {number}</title></head>'
                                 f'<body><article><h1>خبر رقم {number}</h1>{text}</article></body></html>')
        return None


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'
    disable_nagle_algorithm = True

    def log_message(self, *_):
        pass

    def do_GET(self):
        found = self.server.document(self.path)
        body = gzip.compress(found[1].encode(), mtime=0) if found else b''
        tag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
        known = found and self.headers.get('If-None-Match') == tag
        self.send_response(304 if known else 200 if found else 404)
        if found:
            self.send_header('ETag', tag)
        if found and not known:
            self.send_header('Content-Type', found[0] + '; charset=utf-8')
            self.send_header('Content-Encoding', 'gzip')
        self.send_header('Content-Length', '0' if known else str(len(body)))
        self.end_headers()
        if found and not known:
            self.wfile.write(body)


def gather(program, store, archive, *options):
    return [program, 'gather', '--store', str(store), '--archive', str(archive), '--once', '--allow-private', '--delay', '0',
            *options]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--program', required=True)
    parser.add_argument('--pages', type=int, default=200)
    parser.add_argument('--kills', type=int, default=50)
    parser.add_argument('--seed', type=int, default=1)
    a = parser.parse_args()
    chance = random.Random(a.seed)
    site = Site(a.pages)
    quiet = dict(stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with tempfile.TemporaryDirectory() as name:
        store, archive = pathlib.Path(name) / 'store', pathlib.Path(name) / 'archive'

        def add(store):
            subprocess.run([a.program, 'sources', 'add', site.url + '/feed.xml', '--store', str(store), '--allow-private',
                            '--delay', '0'], check=True, **quiet)

        add(store)
        killed = 0
        for round in range(2):
            site.round = round
            options = ['--revisit-after', '0'] if round else []
            for _ in range(a.kills // 2):
                process = subprocess.Popen(gather(a.program, store, archive, *options), **quiet)
                time.sleep(chance.uniform(0.02, 0.6))
                killed += process.poll() is None
                process.kill()
                process.wait()
            subprocess.run(gather(a.program, store, archive, *options), check=True, **quiet)
        entries = [json.loads(line) for line in open(store / 'custody.jsonl', encoding='utf-8')]
        kept = collections.Counter(e['url'] for e in entries if e['action'] == 'collected' and '/news/' in e['url'])
        contents = collections.defaultdict(set)
        for e in entries:
            if e['action'] == 'collected' and '/news/' in e['url']:
                contents[e['url']].add(e['content_hash'])
        expected = {f'{site.url}/news/{i}': 2 if i % 4 == 0 else 1 for i in range(a.pages)}
        verified = subprocess.run([a.program, 'verify', str(store)], stdout=subprocess.PIPE)
        actions = collections.Counter(e['action'] for e in entries)
        right = kept == expected and {u: len(c) for u, c in contents.items()} == expected and verified.returncode == 0
        added = subprocess.run([a.program, 'search', 'بلدية', '--archive', str(archive), '--limit', '1'], stdout=subprocess.PIPE,
                               stderr=subprocess.STDOUT).stdout.decode()
        print(f'crash        {killed} of {a.kills} runs killed on the way; {len(kept)} of {a.pages} pages captured, '
              f'{sum(kept.values())} captures for {sum(expected.values())} versions; custody log: '
              + ', '.join(f'{k} {v}' for k, v in sorted(actions.items()))
              + f'; verify {"clean" if verified.returncode == 0 else "NOT CLEAN"}; archive: {added.strip().splitlines()[-1]}')
        fresh = pathlib.Path(name) / 'fresh'
        add(fresh)
        begun = time.monotonic()
        subprocess.run(gather(a.program, fresh, pathlib.Path(name) / 'archive2'), check=True, **quiet)
        seconds = time.monotonic() - begun
        print(f'fetching     {a.pages} pages fetched, kept, read and added in {seconds:.1f} s '
              f'({a.pages / seconds:.0f} a second; site and program on one machine)')
        print('right' if right else 'WRONG')
        sys.exit(0 if right else 1)


if __name__ == '__main__':
    main()
