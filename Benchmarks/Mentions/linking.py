#!/usr/bin/env python3
"""Measures to which entries `marsad` links places, and whether it takes spellings of a person for one.

usage: linking.py --program marsad --shared FOLDER [--misses]

Places: the 300 mentions of Evaluation/places.tsv, and the posts of IDRISI's LMD part (AR, training) with the OpenStreetMap objects that
annotators chose. `right entry` counts a mention as right if its entry is the one named by hand, and where the gazetteer has none if it is left
unresolved; of IDRISI's objects if the entry's point lies in the object's bounding box widened by 5 km, or within 15 km of its middle.
`district`: the first-level unit is right; `country`: the country. Under `resolved` only mentions that have an entry count.

Persons: Evaluation/same-person.tsv. The articles are added to an archive of their own; two mentions are merged if they have one entry, or
are spellings of one candidate.
"""
import argparse, collections, gzip, json, math, pathlib, re, sqlite3, subprocess, sys, tarfile, tempfile

HERE = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(HERE / 'Training/mentions'), str(HERE / 'Training/places')]
from folding import fold
from make_places import ISO3

# OpenStreetMap's codes of countries that are in our files by three letters.
CODES = {**ISO3, 'BF': 'BFA', 'BR': 'BRA', 'CH': 'CHE', 'CL': 'CHL', 'CN': 'CHN', 'CY': 'CYP', 'DE': 'DEU', 'ES': 'ESP', 'FR': 'FRA', 'GB': 'GBR',
         'GR': 'GRC', 'ID': 'IDN', 'IN': 'IND', 'IT': 'ITA', 'JP': 'JPN', 'KP': 'PRK', 'KR': 'KOR', 'MX': 'MEX', 'NG': 'NGA', 'NZ': 'NZL', 'PE': 'PER',
         'PK': 'PAK', 'RS': 'SRB', 'RU': 'RUS', 'SG': 'SGP', 'TH': 'THA', 'US': 'USA'}


def rows(path):
    return [line.rstrip('\n').split('\t') for line in open(path, encoding='utf-8') if line[0] != '#']


class Gazetteer:
    def __init__(self):
        self.places = {}
        for name in ('countries', 'regions', 'governorates', 'known-places', 'districts', 'towns'):
            for row in rows(HERE / f'Data/places/{name}.tsv'):
                self.places[row[0]] = row
        self.units = {(row[5], row[2]): id for id, row in self.places.items() if id.startswith('a1-')}

    def countries(self, id):
        return self.places[id][5].split('|')

    def unit(self, id):
        """The id of the first-level unit that a place is or lies in; of a country or region its own."""
        row = self.places[id]
        return id if id.startswith('a1-') or not row[6] else self.units.get((row[5], row[6]), id)

    def unit_name(self, id):
        row = self.places[id]
        return row[2] if id.startswith('a1-') else row[6]

    def point(self, id):
        row = self.places[id]
        return (float(row[8]), float(row[9])) if row[8] else None


class Tally:
    """Right entries, districts and countries, of all mentions and of those that are resolved."""

    def __init__(self, name):
        self.name, self.count, self.misses = name, collections.Counter(), []

    def add(self, entry, right, unit, country, miss):
        for level, is_right in (('entry', right), ('district', unit), ('country', country)):
            self.count[level] += is_right
            self.count[level, 'resolved'] += is_right and entry is not None
        self.count['all'] += 1
        self.count['resolved'] += entry is not None
        if not right:
            self.misses.append(miss)

    def show(self, with_misses):
        total, resolved = self.count['all'], max(1, self.count['resolved'])
        print(f'{self.name}: {total} mentions, {100 * self.count["resolved"] / max(1, total):.1f} % resolved; ' + ', '.join(
            f'{level} {100 * self.count[level] / max(1, total):.1f} % (of those resolved {100 * self.count[level, "resolved"] / resolved:.1f} %)'
            for level in ('entry', 'district', 'country')), flush=True)
        if with_misses:
            for miss in self.misses:
                print('  ', *miss, sep='\t')


def readings(program, articles, folder):
    path = folder / 'articles.jsonl'
    path.write_text(''.join(json.dumps(a, ensure_ascii=False) + '\n' for a in articles), encoding='utf-8')
    out = subprocess.run([program, 'read', path], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True).stdout
    return {r['id']: r for r in map(json.loads, out.decode().splitlines())}


def entry_at(mentions, start, end, places):
    """The entry of the place mention that shares most with a span."""
    best = None
    for mention in mentions:
        low, high = mention['span']
        shared = min(high, end) - max(low, start)
        if shared > 0 and mention.get('entry') in places:
            best = max(best or (0, 0, ''), (shared, -abs(high - low - (end - start)), mention['entry']))
    return best and best[2]


def gold_places(program, shared, folder, gazetteer, with_misses):
    articles = [json.loads(line) for line in open(shared / 'gold/dev_articles.jsonl', encoding='utf-8')]
    texts, read = {a['id']: a['text'] for a in articles}, readings(program, articles, folder)
    tally = Tally('places of the development articles')
    for article, start, end, entries, unit in rows(HERE / 'Evaluation/places.tsv'):
        start, end, entries = int(start), int(end), entries.split('|')
        entry = entry_at(read[article]['mentions'], start, end, gazetteer.places)
        known = [unit] if entries == ['-'] else entries
        if entry is None:
            right = in_unit = in_country = entries == ['-']
        else:
            right = entry in entries
            in_unit = right or gazetteer.unit(entry) in map(gazetteer.unit, known)
            in_country = any(set(gazetteer.countries(entry)) & set(gazetteer.countries(k)) for k in known)
        tally.add(entry, right, in_unit, in_country, (article, texts[article][start:end], '|'.join(entries), entry))
    tally.show(with_misses)


def kilometres(a, b):
    """The great-circle distance of two points (haversine formula)."""
    (p, l), (q, m) = (map(math.radians, point) for point in (a, b))
    h = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin((m - l) / 2) ** 2
    return 12742 * math.asin(math.sqrt(h))


def is_object(point, thing):
    south, north, west, east = map(float, thing['boundingbox'])
    margin = 0.045
    inside = south - margin <= point[0] <= north + margin and west - margin <= point[1] <= east + margin
    return inside or kilometres(point, (float(thing['lat']), float(thing['lon']))) <= 15


UNIT = re.compile('^(محافظه|ولايه|منطقه|اماره|اقليم|قضاء) ')


def idrisi_places(program, shared, folder, gazetteer, with_misses):
    posts = []
    with tarfile.open(shared / 'data/idrisi/train.tar.gz') as archive:
        for member in archive:
            if '/LMD/data/AR/' in '/' + member.name and member.name.endswith('train.jsonl'):
                posts += [json.loads(line) for line in archive.extractfile(member).read().decode('utf-8').splitlines()]
    articles = [{'id': str(i), 'text': post['text'], 'published': '2019-06-01'} for i, post in enumerate(posts)]
    read = readings(program, articles, folder)
    tally = Tally("places of IDRISI's posts")
    for i, post in enumerate(posts):
        for place in post['location_mentions']:
            thing = place.get('osm_json') or {}
            if 'boundingbox' not in thing or 'address' not in thing:
                continue
            entry = entry_at(read[str(i)]['mentions'], place['start_offset'], place['end_offset'], gazetteer.places)
            right = unit = country = False
            if entry:
                country = CODES.get(thing['address'].get('country_code', '').upper()) in gazetteer.countries(entry)
                point = gazetteer.point(entry)
                is_country = entry.startswith('c-')
                right = country and (thing['type'] == 'administrative' and set(thing['address']) <= {'country', 'country_code'} if is_country
                                     else point is not None and is_object(point, thing))
                named = fold(thing['address'].get('state', '') or thing['address'].get('province', ''))
                unit = right or bool(named) and UNIT.sub('', named) == UNIT.sub('', fold(gazetteer.unit_name(entry)))
            tally.add(entry, right, unit, country, (place['text'], thing['display_name'], entry))
    tally.show(with_misses)


def persons(program, shared, folder, with_misses):
    pairs = rows(HERE / 'Evaluation/same-person.tsv')
    wanted = {pair[k] for pair in pairs for k in (1, 4)}
    texts = {}
    with gzip.open(shared / 'data/saudinewsnet/articles.jsonl.gz', 'rt', encoding='utf-8') as lines, \
            open(folder / 'persons.jsonl', 'w', encoding='utf-8') as out:
        for line in lines:
            article = json.loads(line)
            if article['id'] in wanted:
                texts[article['id']] = article['text']
                out.write(line)
    archive = folder / 'persons.archive'
    subprocess.run([program, 'add', '--archive', archive, folder / 'persons.jsonl'], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                   check=True)
    database = sqlite3.connect(archive)
    numbers = dict(database.execute('SELECT id, article FROM articles'))
    heads = dict(database.execute('SELECT name, head FROM mention_names'))

    def mention(article, start, end):
        text = texts[article]
        low = len(text[:start].encode())
        high = low + len(text[start:end].encode())
        found = database.execute("""SELECT start, "end", entry, name FROM mentions WHERE article = ? AND type = 'person' AND start < ?
                                    AND "end" > ?""", (numbers[article], high, low)).fetchall()
        return min(found, key=lambda m: abs(m[0] - low) + abs(m[1] - high), default=None)

    count, misses = collections.Counter(), []
    for verdict, *places in pairs:
        one, other = (mention(a, int(s), int(e)) for a, s, e in (places[:3], places[3:]))
        merged = bool(one and other) and (one[2] == other[2] if one[2] or other[2] else heads[one[3]] == heads[other[3]])
        count[verdict, merged] += 1
        if merged != (verdict == 'same'):
            misses.append((verdict, one and one[2:], other and other[2:]))
    same, others = (count[v, True] + count[v, False] for v in ('same', 'other'))
    print(f'spellings of persons: {count["same", True]} of {same} pairs merged ({100 * count["same", True] / same:.1f} %), '
          f'{count["other", True]} of {others} pairs of different persons merged wrongly')
    if with_misses:
        for miss in misses:
            print('  ', *miss, sep='\t')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--program', required=True)
    parser.add_argument('--shared', type=pathlib.Path, default=HERE.parent / 'shared')
    parser.add_argument('--misses', action='store_true', help='list what is wrong')
    a = parser.parse_args()
    gazetteer = Gazetteer()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        gold_places(a.program, a.shared, folder, gazetteer, a.misses)
        idrisi_places(a.program, a.shared, folder, gazetteer, a.misses)
        persons(a.program, a.shared, folder, a.misses)


main()
