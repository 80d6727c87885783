#!/usr/bin/env python3
"""Writes the gazetteer files that are made from data: known-places.tsv, districts.tsv, towns.tsv.

usage: make_places.py --shared PATH --out Data/places      (Python 3 standard library only)

PATH holds geonames-ar, opensyria and yemen-info. The folder given with --out must hold governorates.tsv, written by hand,
whose source column links each unit to its GeoNames code. known_places.txt beside this script is the list kept by hand.

Origin: GeoNames (CC BY 4.0), Open Syria data-geography (CC BY 4.0), Yemen-info (MIT, (c) 2022 Yemen Open Source).
Same input, same output, byte for byte.
"""
import argparse
import csv
import difflib
import gzip
import io
import json
import math
import pathlib
import re
import tarfile
import unicodedata

COLUMNS = ['id', 'kind', 'name_ar', 'aliases_ar', 'name_en', 'country', 'admin1', 'admin2', 'lat', 'lon', 'population',
           'pcode', 'source']
ISO3 = {'AE': 'ARE', 'AF': 'AFG', 'BH': 'BHR', 'DJ': 'DJI', 'DZ': 'DZA', 'EG': 'EGY', 'ER': 'ERI', 'IL': 'ISR', 'IQ': 'IRQ',
        'IR': 'IRN', 'JO': 'JOR', 'KW': 'KWT', 'LB': 'LBN', 'LY': 'LBY', 'MA': 'MAR', 'ML': 'MLI', 'MR': 'MRT', 'NE': 'NER',
        'OM': 'OMN', 'PS': 'PSE', 'QA': 'QAT', 'SA': 'SAU', 'SD': 'SDN', 'SO': 'SOM', 'SS': 'SSD', 'SY': 'SYR', 'TD': 'TCD',
        'TN': 'TUN', 'TR': 'TUR', 'YE': 'YEM'}
KINDS = {'c': 'city', 't': 'town', 'v': 'village', 'd': 'district', 'n': 'neighbourhood', 'k': 'camp', 'x': 'crossing',
         'a': 'airbase', 'm': 'base', 'f': 'site', 'r': 'airport', 'p': 'port', 'i': 'island', 'o': 'oilfield', 's': 'state',
         'w': 'area', 'h': 'road'}
# Countries whose Arabic-script names in GeoNames are mostly Persian: only larger places, and only names that any Arabic text
# would write with the same letters.
PERSIAN = {'IR', 'AF'}
PERSIAN_POPULATION = 10000

ARABIC_WORD = re.compile('[ء-غف-ي]+(?:[ -][ء-غف-ي]+)*$')
LATIN_SKELETON = {'ب': 'b', 'ت': 't', 'ث': 't', 'ج': 'j', 'ح': 'h', 'خ': 'k', 'د': 'd', 'ذ': 'd', 'ر': 'r', 'ز': 'z', 'س': 's',
                  'ش': 's', 'ص': 's', 'ض': 'd', 'ط': 't', 'ظ': 'z', 'غ': 'g', 'ف': 'f', 'ق': 'q', 'ك': 'k', 'ل': 'l', 'م': 'm',
                  'ن': 'n', 'ه': 'h', 'ة': 'h'}


def ordinary(text):
    """The name in ordinary Arabic letters without marks, or None when it holds letters that Arabic does not have."""
    text = unicodedata.normalize('NFC', text)
    text = re.sub('[ً-ْٰـ​-‏‪-‮⁦-⁩]', '', text)
    text = text.replace('ی', 'ي').replace('ک', 'ك')
    text = ' '.join(text.replace('،', ' ').strip(' .').split())
    return text if ARABIC_WORD.match(text) else None


def ordinary_only(text):
    """As `ordinary`, but a name that needed its letters mapped is not taken: it is Persian, Urdu or Kurdish."""
    return None if re.search('[یک]', text) else ordinary(text)


def fold(text):
    text = re.sub('[ ء-]', '', letters(text))
    return text[2:] if text.startswith('ال') and len(text) > 4 else text


def letters(text):
    return re.sub('[أإآ]', 'ا', text).replace('ى', 'ي').replace('ة', 'ه').replace('ؤ', 'و').replace('ئ', 'ي')


def latin(text):
    text = unicodedata.normalize('NFKD', text).encode('ascii', 'ignore').decode().lower()
    text = re.sub(r"^(al|el|ad|an|ar|as|ash|at|az)[ -]", '', text)
    return re.sub('[^a-z0-9]', '', text)


def skeleton(latin_name):
    text = latin(latin_name).replace('kh', 'k').replace('gh', 'g').replace('dh', 'd').replace('th', 't').replace('sh', 's')
    text = text.replace('c', 'k').replace('p', 'b').replace('v', 'f')
    return re.sub('[aeiouwy]', '', text)


def alike(arabic, latin_name):
    """How well the consonants of an Arabic and a Latin name agree, 0 to 1."""
    bare = arabic[2:] if arabic.startswith('ال') else arabic
    return difflib.SequenceMatcher(None, ''.join(LATIN_SKELETON.get(c, '') for c in bare), skeleton(latin_name)).ratio()


def slug(text):
    text = unicodedata.normalize('NFKD', text).encode('ascii', 'ignore').decode().lower().replace("'", '')
    return re.sub('[^a-z0-9]+', '-', text).strip('-')


def kilometres(a, b):
    (la, lo), (lb, lp) = [[math.radians(float(x)) for x in p] for p in (a, b)]
    h = math.sin((lb - la) / 2) ** 2 + math.cos(la) * math.cos(lb) * math.sin((lp - lo) / 2) ** 2
    return 12742 * math.asin(math.sqrt(h))


def write(path, head, rows):
    ids = set()
    for row in rows:
        assert row['id'] not in ids, row['id']
        ids.add(row['id'])
    with open(path, 'w', encoding='utf-8', newline='\n') as out:
        for line in head:
            out.write('# ' + line + '\n')
        out.write('#' + '\t'.join(COLUMNS) + '\n')
        for row in rows:
            out.write('\t'.join(str(row.get(c, '')) for c in COLUMNS) + '\n')
    print(f'{len(rows):6}  {path.name}')


def aliases(name, others):
    """The other names, less those that letter folding makes equal and those that only add the country or a gloss behind the name."""
    kept, seen = [], {letters(name)}
    for other in others:
        if other and letters(other) not in seen and not letters(other).startswith(letters(name) + ' '):
            kept.append(other)
            seen.add(letters(other))
    return '|'.join(kept)


def read_governorates(folder):
    """GeoNames code -> Arabic name of the unit."""
    units, names = {}, set()
    with open(folder / 'governorates.tsv', encoding='utf-8') as lines:
        for line in lines:
            if line.startswith('#'):
                continue
            row = dict(zip(COLUMNS, line.rstrip('\n').split('\t')))
            names.add((row['country'], row['name_ar']))
            for code in re.findall(r'geonames:(\S+)', row['source']):
                units[code] = row['name_ar']
    units['PS.WE'], units['PS.GZ'] = 'الضفة الغربية', 'قطاع غزة'
    return units, names


def read_geonames(folder, units):
    preferred = {}
    with open(folder / 'libgeonames_en_ar.tsv', encoding='utf-8') as lines:
        for line in lines:
            number, name = line.rstrip('\n').split('\t')[:2]
            preferred[number] = name
    places = []
    with open(folder / 'cities500_mena.tsv', encoding='utf-8') as lines:
        next(lines)
        for line in lines:
            number, name, lat, lon, cc, admin1, population, script, other = line.rstrip('\n').split('\t')[:9]
            accept = ordinary_only if cc == 'TR' else ordinary
            names = [n for n in map(accept, script.split('|')) if n]
            best = ordinary_only(preferred.get(number, ''))
            population = int(population or 0)
            if cc in PERSIAN and not best and population < PERSIAN_POPULATION:
                names = []
            # A name that is first of all a description of the unit, or of another place altogether, is no name of the place.
            names = [n for n in names if len(n) > 1 and not re.match('(مدينة|قرية|ناحية|محافظة|مركز|بلدية|ولاية|منطقة|حكومة|ولسوالي|بخش) ', n)]
            if cc in PERSIAN or cc == 'TR':
                names = [n for n in names if alike(n, name) >= 0.6 and not n.startswith('ئ')]
            if not best and names:
                best = max(names, key=lambda n: (round(alike(n, name), 2), sum(c in 'أإآؤئءة' for c in n), -len(n), n))
            places.append({'number': number, 'cc': cc, 'country': ISO3[cc], 'name_en': name, 'lat': lat, 'lon': lon,
                           'population': population, 'admin1': units.get(f'{cc}.{admin1}', ''), 'name_ar': best or '',
                           'aliases': sorted({n for n in names if n != best}),
                           'latin': {latin(n) for n in [name, *other.split('|')] if n.isascii() or n == name} - {''}})
    return places


def read_known(path):
    rows, country, admin1 = [], '', ''
    with open(path, encoding='utf-8') as lines:
        for line in lines:
            line = line.rstrip('\n')
            if line.startswith('#') or not line:
                continue
            if line.startswith('@'):
                country, admin1 = line[1:4], line[5:]
                continue
            head, others, english, point = line.split('|')
            letter, name = head.split(' ', 1)
            lat, lon = point.split(',')
            rows.append({'kind': KINDS[letter], 'name_ar': name, 'others': [o for o in others.split(';') if o], 'name_en': english,
                         'country': country, 'admin1': admin1, 'lat': lat.strip(), 'lon': lon.strip()})
    return rows


def link(known, places):
    """Gives each known settlement its GeoNames place: same country, same name in either script, nearest within 30 km."""
    taken = set()
    near = {'city', 'town', 'village', 'neighbourhood', 'camp', 'island'}
    for row in known:
        row['number'] = ''
        if row['kind'] not in near:
            continue
        arabic = {fold(row['name_ar'])}
        if row['kind'] != 'camp':
            arabic |= {fold(o) for o in row['others']}
        english = {latin(n) for n in re.split(r'[()/]', row['name_en'])} - {''}
        found = []
        for place in places:
            if place['country'] != row['country'] and not (row['country'] in ('ISR', 'PSE', 'SYR', 'ESH', 'SSD')):
                continue
            if abs(float(place['lat']) - float(row['lat'])) > 0.3 or place['number'] in taken:
                continue
            distance = kilometres((place['lat'], place['lon']), (row['lat'], row['lon']))
            if distance > 30:
                continue
            names = {fold(n) for n in [place['name_ar'], *place['aliases']] if n}
            if names & arabic or place['latin'] & english:
                found.append((distance > 8, fold(place['name_ar']) != fold(row['name_ar']), -place['population'], distance, place['number'], place))
        if found:
            place = min(found, key=lambda f: f[:5])[5]
            taken.add(place['number'])
            row.update(number=place['number'], lat=place['lat'], lon=place['lon'], population=place['population'] or '')
    return taken


def syria(folder):
    with tarfile.open(folder / 'data.tar.gz') as archive:
        load = lambda name: json.load(io.TextIOWrapper(archive.extractfile(f'data/{name}.json'), encoding='utf-8'))
        governorates, districts, subdistricts = load('governorates'), load('districts'), load('subdistricts')
    names = {g['id']: g['name']['ar'] for g in governorates}
    district_names = {d['id']: d['name']['ar'] for d in districts}
    rows = []
    for kind, units in (('district', districts), ('subdistrict', subdistricts)):
        for unit in units:
            name = ordinary(unit['name']['ar'])
            others = [ordinary(a['value']) for a in unit.get('aliases', []) if a.get('language') == 'ar']
            centre, number = unit.get('centroid') or {}, unit.get('externalIds') or {}
            source = 'opensyria:' + unit['id'] + (f"; geonames:{number['geonames']}" if number.get('geonames') else '')
            rows.append({'id': ('a2-' if kind == 'district' else 'a3-') + unit['id'], 'kind': kind, 'name_ar': name,
                         'aliases_ar': aliases(name, others), 'name_en': unit['name']['en'], 'country': 'SYR',
                         'admin1': names[unit['governorateId']], 'admin2': district_names[unit['districtId']] if kind == 'subdistrict' else '',
                         'lat': centre.get('latitude', ''), 'lon': centre.get('longitude', ''),
                         'population': (unit.get('population') or {}).get('value', ''), 'pcode': number.get('ochaPcode', ''), 'source': source})
    return rows


def yemen(folder):
    governorate = {'سقطرى': 'أرخبيل سقطرى'}
    spelled = {'آزاْل': 'آزال', 'بيت الفقية': 'بيت الفقيه', 'جبل راس': 'جبل رأس'}
    rows, seen = [], set()
    with gzip.open(folder / 'places.csv.gz', 'rt', encoding='utf-8', newline='') as lines:
        for record in csv.DictReader(lines):
            admin1 = governorate.get(record['governorate_name_ar'], record['governorate_name_ar'])
            raw = record['district_name_ar']
            name = spelled.get(raw) or ordinary(spelled.get(ordinary(raw) or '', raw)) or ordinary(raw)
            if not name or (admin1, name) in seen:
                continue
            seen.add((admin1, name))
            rows.append({'id': '', 'kind': 'district', 'name_ar': name, 'others': [f'مديرية {name}'], 'name_en': record['district_name_en'],
                         'country': 'YEM', 'admin1': admin1, 'source': 'yemen-info', 'english1': record['governorate_name_en']})
    return rows


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--shared', type=pathlib.Path, required=True)
    parser.add_argument('--out', type=pathlib.Path, required=True)
    given = parser.parse_args()

    units, unit_names = read_governorates(given.out)
    places = read_geonames(given.shared / 'geonames-ar', units)
    known = read_known(pathlib.Path(__file__).with_name('known_places.txt'))
    for row in known:
        if row['admin1'] and (row['country'], row['admin1']) not in unit_names:
            raise SystemExit(f"known_places.txt: no governorate {row['country']} {row['admin1']}")
    taken = link(known, places)

    # Districts: a district on the list kept by hand gives its names and its point to the district of the data.
    districts = yemen(given.shared / 'yemen-info')
    index = {(d['admin1'], fold(d['name_ar'])): d for d in districts}
    rest = []
    for row in known:
        match = row['country'] == 'YEM' and row['kind'] == 'district' and (
            index.get((row['admin1'], fold(row['name_ar']))) or next((index[row['admin1'], fold(o)] for o in row['others']
                                                                      if (row['admin1'], fold(o)) in index), None))
        if match:
            match.update(lat=row['lat'], lon=row['lon'], others=[row['name_ar'], *row['others'], *match['others']])
        else:
            rest.append(row)
    used = set()
    for d in districts:
        d['id'] = unique('a2-ye-' + slug(d['english1']) + '-' + slug(d['name_en']), used)
        d['aliases_ar'] = aliases(d['name_ar'], d['others'])
    write(given.out / 'districts.tsv',
          ['Districts of Syria and Yemen and subdistricts of Syria. Made by Training/places/make_places.py; do not edit.',
           'Syria: Open Syria data-geography, CC BY 4.0 (from OCHA, geoBoundaries CC BY 3.0 IGO, GeoNames, Wikidata, U.S. Census Bureau).',
           'Yemen: names from Yemen-info, MIT licence, Copyright (c) 2022 Yemen Open Source; points where known are by hand, rounded.'],
          syria(given.shared / 'opensyria') + districts)

    used, rows = set(), []
    for row in rest:
        source = 'hand' + (f"; geonames:{row['number']}" if row['number'] else '')
        base = f"p-{row['country'].lower()}-{slug(row['name_en'])}"
        rows.append({**row, 'id': unique(base, used, row['kind']), 'aliases_ar': aliases(row['name_ar'], row['others']), 'source': source})
    write(given.out / 'known-places.tsv',
          ['Places that matter to conflict reporting: towns, camps, crossings, bases, prisons, fields. Made by',
           'Training/places/make_places.py from known_places.txt beside it, which is written by hand (licence of the project); edit that.',
           'Where source names a GeoNames number, point and population are from GeoNames, CC BY 4.0; else the point is by hand, rounded.'],
          rows)

    towns = []
    for place in places:
        if not place['name_ar'] or place['number'] in taken:
            continue
        size = place['population']
        kind = 'city' if size >= 100000 else 'town' if size >= 10000 else 'village'
        towns.append({'id': 'gn-' + place['number'], 'kind': kind, 'name_ar': place['name_ar'],
                      'aliases_ar': aliases(place['name_ar'], place['aliases']), 'name_en': place['name_en'], 'country': place['country'],
                      'admin1': place['admin1'], 'lat': place['lat'], 'lon': place['lon'], 'population': size or '',
                      'source': 'geonames:' + place['number']})
    towns.sort(key=lambda t: (t['country'], int(t['id'][3:])))
    write(given.out / 'towns.tsv',
          ['Populated places of 500 inhabitants or more that have an Arabic name, less those in known-places.tsv.',
           'Made by Training/places/make_places.py; do not edit. GeoNames (geonames.org), CC BY 4.0; letters brought to ordinary Arabic,',
           'one of the names chosen as the main name. Iran and Afghanistan: larger places only. kind follows the population GeoNames gives',
           '(village below 10,000, town below 100,000, city). admin1 of Palestine: West Bank or Gaza Strip, as GeoNames has it.'],
          towns)


def unique(base, used, *endings):
    name = base
    for ending in [*filter(None, endings), *map(str, range(2, 99))]:
        if name not in used:
            break
        name = f'{base}-{ending}'
    used.add(name)
    return name


if __name__ == '__main__':
    main()
