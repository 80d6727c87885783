#!/usr/bin/env python3
"""Search side by side with other engines: retrieval, spelling variants, index speed and size, latency.

usage: bench_search.py --program MARSAD --shared SHARED [--only retrieval,variants,index,latency] [--keep FOLDER]
Peers: SQLite's FTS5 with unicode61 (Python's own), tantivy (pip install tantivy), PostgreSQL where its programs and
psycopg2 are there. All figures are of this one run, one client, one thread; peers are given their usual Arabic analysis.
  retrieval   questions of arcd (train) and xquad, each to its passage among all passages and the newspaper articles; any
              of the words, best 10: MRR@10 and recall@10.
  variants    500 queries of real words, written with other keyboards' letters, other alef, yeh, hamza and teh marbuta,
              vowel signs and tatweel, clitics, and names in Latin letters (Wikidata's pairs): the share of the clean
              query's best 200 that the rewritten query finds among its own.
  index       documents a second by the clock and by processor time, and bytes of index and texts.
  latency     500 queries of two words of one title (as Benchmarks/run.py), best 10 with their ids: all words, any word,
              phrases. Marsad's times are those of a pipe to its process; SQLite, tantivy and PostgreSQL are called from Python.
              The mean of processor time stands beside, which other work on the machine does not change (PostgreSQL's own
              process is not in it).
"""
import argparse, gzip, json, os, random, re, resource, shutil, sqlite3, statistics, subprocess, sys, tempfile, time

SEED = 20150721
WORD = re.compile(r"\w+")
ARABIC = re.compile(r"[\u0621-\u064A]{3,}")


# Texts and queries

def corpus(shared):
    with gzip.open(f"{shared}/data/saudinewsnet/articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [(a["id"], a.get("title") or "", a.get("text") or "") for a in map(json.loads, lines)]


def passages(shared):
    """Passages by id, and questions with the id of their passage."""
    texts, questions, known = [], [], {}
    for name in ("arcd/arcd-train.json", "xquad/xquad.ar.json"):
        with open(f"{shared}/data/{name}", encoding="utf-8") as file:
            for article in json.load(file)["data"]:
                for paragraph in article["paragraphs"]:
                    text = paragraph["context"]
                    if text not in known:
                        known[text] = f"passage-{len(texts)}"
                        texts.append((known[text], "", text))
                    questions += [(qa["question"], known[text]) for qa in paragraph["qas"]]
    return texts, questions


def pairs(articles, count):
    chooser = random.Random(SEED)
    titles = [found for found in (ARABIC.findall(title) for _, title, _ in articles) if len(found) >= 2]
    return [chooser.sample(chooser.choice(titles), 2) for _ in range(count)]


def phrases(articles, count):
    chooser = random.Random(SEED + 1)
    result = []
    while len(result) < count:
        words = re.findall(r"[\u0621-\u064A]+", chooser.choice(articles)[1])
        if len(words) >= 3:
            start = chooser.randrange(len(words) - 1)
            result.append(words[start:start + 2])
    return result


# Engines: each takes documents, and gives the ids of the best for a list of words

class Marsad:
    name = "Marsad"

    def __init__(self, program, folder):
        self.program, self.archive, self.process, self.mode = program, os.path.join(folder, "marsad.archive"), None, None

    def index(self, documents, folder):
        path = os.path.join(folder, "documents.jsonl")
        with open(path, "w", encoding="utf-8") as out:
            for id, title, text in documents:
                out.write(json.dumps({"id": id, "title": title, "text": text}, ensure_ascii=False) + "\n")
        run = subprocess.run([self.program, "add", path, "--archive", self.archive], capture_output=True)
        if run.returncode not in (0, 3):
            sys.exit(run.stderr.decode())
        # The readings are not what the others make: the index alone is built anew and timed.
        started, used = time.monotonic(), used_cpu()
        subprocess.run([self.program, "index", "--rebuild", "--archive", self.archive], check=True)
        return time.monotonic() - started, used_cpu() - used

    def size(self):
        database = sqlite3.connect(self.archive)
        pages = "SELECT sum(pgsize) FROM dbstat WHERE name LIKE '{}'"
        try:
            sizes = [database.execute(pages.format(name)).fetchone()[0] or 0 for name in ("index_%", "search_%", "article_texts")]
        except sqlite3.OperationalError:
            sizes = [database.execute("SELECT (SELECT sum(length(bytes)) FROM index_pages) + (SELECT sum(length(term) + 16) FROM index_terms)")
                     .fetchone()[0], 0, database.execute("SELECT sum(length(CAST(text AS BLOB))) FROM article_texts").fetchone()[0]]
        return sizes[0] + sizes[1], sum(sizes)

    def ask(self, mode, text, limit):
        if self.mode != (mode, limit):
            self.close()
            options = ["--any"] if mode == "any" else []
            self.process = subprocess.Popen(
                [self.program, "search", "--archive", self.archive, "--batch", "--ids", "--limit", str(limit)] + options,
                stdin=subprocess.PIPE, stdout=subprocess.PIPE)
            self.mode = (mode, limit)
        self.process.stdin.write((text + "\n").encode())
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        if "error" in answer:
            raise ValueError(answer["error"] + ": " + text)
        return answer["ids"]

    def search(self, words, mode, limit=10):
        # Words that are operators to Marsad would have to be quoted; none of them tells documents apart.
        text = " ".join(words if mode == "phrase" else [word for word in words if word not in ("و", "أو", "قرب")])
        return self.ask(mode, f'"{text}"' if mode == "phrase" else text, limit)

    def cpu(self):
        """Processor seconds of the process that answers."""
        with open(f"/proc/{self.process.pid}/stat") as file:
            fields = file.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def close(self):
        if self.process:
            self.process.stdin.close()
            self.process.wait()
        self.process, self.mode = None, None


class SQLite:
    name = "SQLite unicode61"

    def __init__(self, folder):
        self.path = os.path.join(folder, "sqlite.db")

    def index(self, documents, folder):
        self.database = sqlite3.connect(self.path)
        started, used = time.monotonic(), used_cpu()
        with self.database:
            self.database.execute("CREATE VIRTUAL TABLE d USING fts5(id UNINDEXED, text, tokenize='unicode61')")
            self.database.executemany(
                "INSERT INTO d VALUES (?, ?)", ((id, title + "\n" + text) for id, title, text in documents))
            self.database.execute("INSERT INTO d(d) VALUES ('optimize')")
        return time.monotonic() - started, used_cpu() - used

    def size(self):
        index = self.database.execute("SELECT sum(length(block)) FROM d_data").fetchone()[0]
        return index, os.path.getsize(self.path)

    def search(self, words, mode, limit=10):
        quoted = [f'"{word}"' for word in words]
        query = {"any": " OR ".join(quoted), "all": " AND ".join(quoted), "phrase": '"' + " ".join(words) + '"'}[mode]
        return [id for id, in self.database.execute("SELECT id FROM d WHERE d MATCH ? ORDER BY rank LIMIT ?", (query, limit))]

    def close(self):
        self.database.close()


class Tantivy:
    name = "tantivy Arabic"

    def __init__(self, folder):
        import tantivy
        self.tantivy, self.path = tantivy, os.path.join(folder, "tantivy")
        os.makedirs(self.path)
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("id", stored=True, tokenizer_name="raw")
        builder.add_text_field("text", tokenizer_name="arabic", index_option="position")
        self.base = tantivy.Index(builder.build(), path=self.path)
        analyzer = (tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
                    .filter(tantivy.Filter.lowercase()).filter(tantivy.Filter.stemmer("arabic")).build())
        self.base.register_tokenizer("arabic", analyzer)

    def index(self, documents, folder):
        started, used = time.monotonic(), used_cpu()
        writer = self.base.writer(heap_size=300_000_000, num_threads=1)
        for id, title, text in documents:
            writer.add_document(self.tantivy.Document(id=id, text=title + "\n" + text))
        writer.commit()
        writer.wait_merging_threads()
        seconds = time.monotonic() - started, used_cpu() - used
        self.base.reload()
        self.searcher = self.base.searcher()
        return seconds

    def size(self):
        size = sum(os.path.getsize(os.path.join(self.path, name)) for name in os.listdir(self.path))
        return size, None

    def search(self, words, mode, limit=10):
        text = {"any": " ".join(words), "all": " ".join("+" + word for word in words), "phrase": '"' + " ".join(words) + '"'}[mode]
        hits = self.searcher.search(self.base.parse_query(text, ["text"]), limit, count=False).hits
        return [self.searcher.doc(address)["id"][0] for _, address in hits]

    def close(self):
        pass


class PostgreSQL:
    name = "PostgreSQL arabic"

    def __init__(self, folder):
        import psycopg2
        binaries = subprocess.run(["pg_config", "--bindir"], capture_output=True, text=True).stdout.strip()
        if not os.path.exists(os.path.join(binaries, "initdb")):
            found = sorted(os.listdir("/usr/lib/postgresql"))
            binaries = f"/usr/lib/postgresql/{found[-1]}/bin"
        self.binaries, self.path = binaries, os.path.join(folder, "postgres")
        os.makedirs(self.path)
        os.chmod(folder, 0o755)
        shutil.chown(self.path, "postgres")
        self.control("initdb", "-D", self.path, "-A", "trust")
        self.control("pg_ctl", "-D", self.path, "-w", "-o", f"-k {self.path} -h '' -c shared_buffers=512MB -c fsync=off",
                     "-l", os.path.join(self.path, "log"), "start")
        self.connection = psycopg2.connect(host=self.path, user="postgres", dbname="postgres")
        self.connection.autocommit = True
        self.cursor = self.connection.cursor()

    def control(self, program, *arguments):
        run = subprocess.run(["runuser", "-u", "postgres", "--", os.path.join(self.binaries, program), *arguments],
                             stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        if run.returncode:
            raise OSError(run.stderr.decode())

    def index(self, documents, folder):
        from psycopg2.extras import execute_values
        started = time.monotonic()
        self.cursor.execute("CREATE TABLE d(id text, words tsvector)")
        for start in range(0, len(documents), 500):
            execute_values(self.cursor, "INSERT INTO d VALUES %s",
                           [(id, (title + "\n" + text).replace("\0", "")) for id, title, text in documents[start:start + 500]],
                           template="(%s, to_tsvector('arabic', %s))")
        self.cursor.execute("CREATE INDEX ON d USING gin(words)")
        self.cursor.execute("VACUUM ANALYZE d")
        return time.monotonic() - started, None

    def size(self):
        self.cursor.execute("SELECT pg_relation_size('d_words_idx'), pg_total_relation_size('d')")
        return self.cursor.fetchone()

    def search(self, words, mode, limit=10):
        if mode == "phrase":
            query, value = "phraseto_tsquery('arabic', %s)", " ".join(words)
        else:
            joint = " | " if mode == "any" else " & "
            query, value = "to_tsquery('arabic', %s)", joint.join(f"'{word}'" for word in words)
        self.cursor.execute(
            f"SELECT id FROM d, {query} AS q WHERE words @@ q ORDER BY ts_rank(words, q, 1) DESC LIMIT %s", (value, limit))
        return [id for id, in self.cursor]

    def close(self):
        self.connection.close()
        self.control("pg_ctl", "-D", self.path, "-m", "immediate", "stop")


# Measures

def used_cpu():
    """Processor seconds of this process and of those that it waited for."""
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def measure_retrieval(engines, questions):
    print(f"\nretrieval: {len(questions)} questions")
    for engine in engines:
        ranks = []
        for question, wanted in questions:
            try:
                found = engine.search(WORD.findall(question), "any")
            except ValueError:
                # Longer than the engine takes: not found.
                found = []
            ranks.append(found.index(wanted) + 1 if wanted in found else 0)
        mrr = sum(1 / rank for rank in ranks if rank) / len(ranks)
        recall = sum(1 for rank in ranks if rank) / len(ranks)
        print(f"  {engine.name:18} MRR@10 {mrr:.4f}   recall@10 {recall:.4f}")


KEYBOARDS = str.maketrans({"ي": "ی", "ك": "ک", "ه": "ہ"})
SEATS = {"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي"}


def keyboard(words, chooser):
    return [word.translate(KEYBOARDS) for word in words]


def letters(words, chooser):
    def other(word):
        for letter, plain in SEATS.items():
            word = word.replace(letter, plain)
        return re.sub("ا$", "ى", word) if chooser.random() < 0.1 else re.sub("^ا(?!ل)", "أ", word)
    return [other(word) for word in words]


def marks(words, chooser):
    return [word[0] + chooser.choice("\u064e\u064f\u0650") + word[1] + chooser.choice(["\u0640", "\u0652", "\u0640\u0640"]) + word[2:]
            for word in words]


def clitics(words, chooser):
    def other(word):
        if word.startswith("ال"):
            return chooser.choice(["و", "ف", "ب", "ك"]) + word
        return chooser.choice(["و", "ب", "ل"]) + word
    return [other(word) for word in words]


def names(shared, articles, count):
    """Latin words with the Arabic word of their pair, for Arabic words that stand in ten articles or more.

    Only pairs that Wikidata has of two persons at least: of those that it has once, some are no spellings of each other but
    translations (Calm, الهدوء), other names of one person (Rep, رالف) or slips. A single letter is a number (X, العاشر).
    """
    frequency = {}
    for _, title, text in articles:
        for word in set(re.findall(r"[\u0621-\u064A]+", title + " " + text)):
            frequency[word] = frequency.get(word, 0) + 1
    found = {}
    with open(f"{shared}/data/names/wd_arabic_64.txt", encoding="utf-8") as lines:
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            arabic = fields[1].replace(" ", "")
            if int(fields[2]) > 1 and len(fields[0]) > 1 and len(arabic) > 3 and fields[0].isascii() and fields[0].isalpha() and frequency.get(arabic, 0) >= 10:
                found.setdefault(arabic, fields[0])
    chooser = random.Random(SEED)
    return [([arabic], [latin]) for arabic, latin in chooser.sample(sorted(found.items()), count)]


def measure_variants(engines, articles, shared):
    chooser = random.Random(SEED + 2)
    clean = pairs(articles, 400)
    sets = {rewrite.__name__: [(words, rewrite(words, chooser)) for words in clean[100 * at:100 * at + 100]]
            for at, rewrite in enumerate([keyboard, letters, marks, clitics])}
    sets["names"] = names(shared, articles, 100)
    print("\nspelling variants: share of the clean query's finds, 100 queries each")
    print("  " + " " * 18 + "".join(f"{name:>10}" for name in sets) + "       all")
    for engine in engines:
        shares = {}
        for name, queries in sets.items():
            own = []
            for words, rewritten in queries:
                wanted = set(engine.search(words, "all", 200))
                if not wanted:
                    continue
                try:
                    found = set(engine.search(rewritten, "all", 200))
                except ValueError:
                    found = set()
                # Where the clean query finds more than is listed, lists of the best may differ: what counts is how many.
                share = len(wanted & found) / len(wanted)
                own.append(max(share, min(1, len(found) / len(wanted))) if len(wanted) == 200 else share)
            shares[name] = own
        everything = [share for own in shares.values() for share in own]
        print(f"  {engine.name:18}" + "".join(f"{statistics.mean(own):10.3f}" for own in shares.values())
              + f"{statistics.mean(everything):10.3f}")


def measure_latency(engines, articles):
    asked = {"all": pairs(articles, 500), "any": pairs(articles, 500), "phrase": phrases(articles, 500)}
    print("\nlatency in milliseconds, 500 queries each, best 10 with ids: median / p99 / worst (mean of processor time)")
    for engine in engines:
        cells = []
        for mode, queries in asked.items():
            for words in queries[:50]:
                engine.search(words, mode)
            cpu = getattr(engine, "cpu", time.process_time)
            times, used = [], cpu()
            for words in queries:
                started = time.perf_counter()
                engine.search(words, mode)
                times.append((time.perf_counter() - started) * 1000)
            mean = (cpu() - used) / len(queries) * 1000
            times.sort()
            cells.append(f"{mode} {statistics.median(times):7.3f} / {times[494]:7.3f} / {times[-1]:7.3f} ({mean:.3f})")
        print(f"  {engine.name:18} " + "   ".join(cells))


def engines(program, folder, wanted):
    """The engines whose names begin as wanted, as far as they are there; all if none is wanted."""
    makers = [lambda: Marsad(program, folder), lambda: SQLite(folder), lambda: Tantivy(folder), lambda: PostgreSQL(folder)]
    for kind, make in zip((Marsad, SQLite, Tantivy, PostgreSQL), makers):
        if wanted and not any(kind.__name__.lower().startswith(name) for name in wanted.lower().split(",")):
            continue
        try:
            yield make()
        except (ImportError, OSError, LookupError) as error:
            print(f"without {kind.__name__}: {str(error).strip()[:200]}", file=sys.stderr)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("--shared", required=True)
    parser.add_argument("--only", default="retrieval,variants,index,latency")
    parser.add_argument("--questions", type=int, default=0, help="so many questions, drawn with a seed; all if none")
    parser.add_argument("--engines", default="", help="beginnings of the names of those to run; all if none")
    given = parser.parse_args()
    only = given.only.split(",")
    if not os.path.exists(f"{given.shared}/data/saudinewsnet"):
        sys.exit(f"no data in {given.shared}; name the folder with SHARED=FOLDER")
    articles = corpus(given.shared)
    texts, questions = passages(given.shared)
    if given.questions:
        questions = random.Random(SEED).sample(questions, given.questions)
    documents = articles + texts
    folder = tempfile.mkdtemp(prefix="marsad-search-")
    chosen = list(engines(given.program, folder, given.engines))
    print(f"{len(articles)} articles and {len(texts)} passages, {os.cpu_count()} processors")
    try:
        for engine in chosen:
            seconds, cpu = engine.index(documents, folder)
            index, whole = engine.size()
            if "index" in only:
                stored = f"{whole / 1e6:8.1f} MB with texts" if whole else ""
                by_cpu = f"{len(documents) / cpu:8.0f} by processor time" if cpu else " " * 26
                print(f"  {engine.name:18} {len(documents) / seconds:8.0f} documents/s {by_cpu}   {index / 1e6:8.1f} MB index   {stored}", flush=True)
        if "retrieval" in only:
            measure_retrieval(chosen, questions)
        if "variants" in only:
            measure_variants(chosen, articles, given.shared)
        if "latency" in only:
            measure_latency(chosen, articles)
    finally:
        for engine in chosen:
            engine.close()
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
