#!/usr/bin/env python3
"""Writes Data/registry/states.tsv: the organs that every state has, from the table below and the nationalities in
Data/places/countries.tsv.

usage: make_states.py > Data/registry/states.tsv      (from the root of the repository; Python 3 standard library only)

Same input, same output, byte for byte.
"""
import pathlib

# id of the country in countries.tsv without c-: m for a monarchy, r for a republic; p for Arabic states whose ministries run oil.
STATES = """syr r|irq ro|sau mo|yem ro|egy r|lby ro|jor m|lbn r|pse r|isr r|are mo|qat mo|kwt mo|bhr mo|omn mo|tun r|dza ro|mar m|mrt r|sdn ro|
ssd ro|som r|dji r|com r|irn ro|tur r|usa r|rus r|gbr m|fra r|deu r|chn r|ita r|esp m|nld m|bel m|swe m|nor m|dnk m|pol r|ukr r|
grc r|cyp r|can m|aus m|jpn m|ind r|pak r|afg r|mli r|ner ro|bfa r|tcd ro|nga ro|cmr r|eth r|eri r|ken r|uga r|sen r|aze r|arm r|
blr r|kor r|prk r|bra r|ven ro""".replace('\n', '')

# slug, kind, sector, parent slug, name, further names, English. {M} {F} {C}: masculine and feminine adjective, country.
ORGANS = [
    ('gov', 'organ', 'GOV', '', 'الحكومة {F}', 'حكومة {C}|مجلس الوزراء {M}|مجلس الوزراء|الحكومة', 'Government of {E}'),
    ('army', 'military', 'MIL', 'mod', 'الجيش {M}', 'القوات المسلحة {F}|القوات {F}|قوات الجيش {M}|الجيش|القوات المسلحة', 'Armed Forces of {E}'),
    ('air-force', 'military', 'MIL', 'army', 'القوات الجوية {F}', 'سلاح الجو {M}|الطيران الحربي {M}|المقاتلات {F}|الطائرات {F}|سلاح الجو',
     'Air Force of {E}'),
    ('navy', 'military', 'MIL', 'army', 'القوات البحرية {F}', 'البحرية {F}|سلاح البحرية {M}|خفر السواحل {M}', 'Navy of {E}'),
    ('special-forces', 'military', 'MIL', 'army', 'القوات الخاصة {F}', '', 'Special forces of {E}'),
    ('border-guard', 'police', 'COP', 'moi', 'حرس الحدود {M}', 'قوات حرس الحدود {F}|حرس الحدود', 'Border guard of {E}'),
    ('police', 'police', 'COP', 'moi', 'الشرطة {F}', 'قوات الأمن {F}|الأمن {M}|قوى الأمن {F}|الشرطة', 'Police of {E}'),
    ('intelligence', 'intelligence', 'SPY', 'gov', 'المخابرات {F}', 'الاستخبارات {F}|جهاز المخابرات {M}|أجهزة المخابرات {F}|جهاز الاستخبارات {M}',
     'Intelligence of {E}'),
    ('parliament', 'parliament', 'LEG', '', 'البرلمان {M}', 'مجلس النواب {M}|البرلمان|مجلس النواب', 'Parliament of {E}'),
    ('judiciary', 'court', 'JUD', '', 'القضاء {M}', 'السلطة القضائية {F}|السلطات القضائية {F}', 'Judiciary of {E}'),
    ('supreme-court', 'court', 'JUD', 'judiciary', 'المحكمة العليا {F}', 'المحكمة العليا في {C}|المحكمة العليا', 'Supreme Court of {E}'),
    ('prosecution', 'court', 'JUD', 'judiciary', 'النيابة العامة {F}', 'الادعاء العام {M}|النائب العام {M}|النيابة العامة|الادعاء العام',
     'Public prosecution of {E}'),
    ('central-bank', 'organ', 'GOV', '', 'البنك المركزي {M}', 'المصرف المركزي {M}|مصرف {C} المركزي|البنك المركزي', 'Central bank of {E}'),
    ('election-commission', 'organ', 'GOV', '', 'لجنة الانتخابات {F}', 'مفوضية الانتخابات {F}', 'Election commission of {E}'),
]
MINISTRIES = [
    ('mod', 'الدفاع', 'MIL', 'Ministry of Defence'), ('moi', 'الداخلية', 'GOV', 'Ministry of the Interior'),
    ('mfa', 'الخارجية', 'GOV', 'Ministry of Foreign Affairs'), ('finance', 'المالية', 'GOV', 'Ministry of Finance'),
    ('justice', 'العدل', 'GOV', 'Ministry of Justice'), ('health', 'الصحة', 'HLH', 'Ministry of Health'),
    ('information', 'الإعلام', 'GOV', 'Ministry of Information'), ('economy', 'الاقتصاد', 'GOV', 'Ministry of Economy'),
    ('education', 'التعليم', 'EDU', 'Ministry of Education'), ('energy', 'الطاقة', 'GOV', 'Ministry of Energy'),
    ('transport', 'النقل', 'GOV', 'Ministry of Transport'), ('agriculture', 'الزراعة', 'AGR', 'Ministry of Agriculture'),
]
# Names that the organs of some states bear beside the regular ones.
EXTRA = {
    'syr-parliament': 'مجلس الشعب السوري|مجلس الشعب', 'syr-army': 'الجيش العربي السوري|قوات النظام السوري|قوات النظام|جيش النظام|قوات الأسد|الجيش النظامي السوري',
    'syr-gov': 'النظام السوري|حكومة النظام السوري|نظام الأسد|حكومة دمشق', 'egy-parliament': 'مجلس الشعب المصري',
    'sau-parliament': 'مجلس الشورى السعودي', 'irn-parliament': 'مجلس الشورى الإيراني|مجلس الشورى الإسلامي', 'irn-gov': 'النظام الإيراني',
    'isr-parliament': 'الكنيست|الكنيست الإسرائيلي', 'isr-army': 'جيش الاحتلال|قوات الاحتلال|جيش الاحتلال الإسرائيلي|قوات الاحتلال الإسرائيلي|قوات الاحتلال الإسرائيلية|الجيش الصهيوني',
    'isr-gov': 'حكومة الاحتلال|سلطات الاحتلال|الاحتلال الإسرائيلي', 'isr-intelligence': 'الموساد|جهاز الموساد', 'isr-police': 'شرطة الاحتلال',
    'usa-parliament': 'الكونغرس|الكونغرس الأمريكي|الكونجرس|الكونجرس الأمريكي', 'usa-mod': 'البنتاغون|البنتاجون|وزارة الحرب الأمريكية',
    'usa-mfa': 'وزارة الخارجية الأميركية', 'usa-gov': 'الإدارة الأمريكية|إدارة ترامب|إدارة بايدن|إدارة أوباما|إدارة الرئيس ترامب',
    'usa-intelligence': 'وكالة المخابرات المركزية|وكالة الاستخبارات المركزية|سي آي إيه|وكالة المخابرات المركزية الأمريكية',
    'usa-justice': 'وزارة العدل الأمريكية', 'rus-parliament': 'مجلس الدوما|الدوما|مجلس الدوما الروسي', 'gbr-parliament': 'مجلس العموم|مجلس العموم البريطاني',
    'deu-parliament': 'البوندستاغ', 'tur-parliament': 'البرلمان التركي|المجلس الوطني التركي الكبير', 'lbn-police': 'قوى الأمن الداخلي|قوى الأمن الداخلي اللبنانية',
    'lbn-intelligence': 'مخابرات الجيش|مخابرات الجيش اللبناني', 'kwt-parliament': 'مجلس الأمة|مجلس الأمة الكويتي', 'tur-intelligence': 'جهاز الاستخبارات التركي',
    'egy-intelligence': 'المخابرات العامة المصرية|المخابرات الحربية', 'pse-gov': 'السلطة الفلسطينية|السلطة الوطنية الفلسطينية|حكومة رام الله',
    'pse-parliament': 'المجلس التشريعي|المجلس التشريعي الفلسطيني', 'pse-police': 'أجهزة أمن السلطة|أجهزة السلطة', 'jor-army': 'القوات المسلحة الأردنية|الجيش العربي',
    'sdn-army': 'القوات المسلحة السودانية', 'irq-intelligence': 'جهاز المخابرات الوطني العراقي|جهاز المخابرات الوطني',
    'sau-gov': 'السلطات السعودية', 'tun-parliament': 'مجلس نواب الشعب|مجلس نواب الشعب التونسي', 'dza-parliament': 'المجلس الشعبي الوطني',
    'egy-gov': 'السلطات المصرية', 'lby-gov': 'السلطات الليبية', 'afg-gov': 'حكومة طالبان',
}
OIL = ('oil', 'النفط', 'GOV', 'Ministry of Oil')


def definite(adjective):
    return adjective if adjective.startswith('ال') else 'ال' + adjective


def forms(names, word):
    """Each name with the state's words; American and German also in their other spellings."""
    result = []
    for name in names:
        made = name.format(**word)
        result.append(made)
        if 'أمريكي' in made:
            result.append(made.replace('أمريكي', 'أميركي'))
    return result


def row(state, code, slug, kind, sector, parent, names, english):
    extra = EXTRA.get(f'{state}-{slug}', '')
    names = list(dict.fromkeys(names + forms([n for n in extra.split('|') if n], {})))
    return '\t'.join([f'{state}-{slug}', kind, names[0], '|'.join(names[1:]), english, '', code, sector, '',
                      f'{state}-{parent}' if parent else '', '', ''])


def main():
    countries = {}
    for line in pathlib.Path('Data/places/countries.tsv').read_text(encoding='utf-8').splitlines():
        if not line.startswith('#'):
            fields = line.split('\t')
            countries[fields[0].removeprefix('c-')] = fields
    print('# The organs that every state has: heads of state, governments, ministries, forces, courts. Made by\n'
          '# Training/registry/make_states.py; do not edit. Licence of the project. A name without the state (وزارة الدفاع) is borne by\n'
          '# all of them; the article tells which is meant.\n'
          '#id\tkind\tname_ar\taliases_ar\tname_en\tother_names\tactor\tsector\twikidata\tparent\tfrom\tto')
    for item in STATES.split('|'):
        state, traits = item.strip().split(' ')
        fields = countries[{'aze': 'aze'}.get(state, state)]
        masculine, feminine = [definite(a) for a in fields[13].split('|')[:2]]
        word = {'M': masculine, 'F': feminine, 'C': fields[2], 'E': fields[4]}
        head = (['الديوان الملكي {M}', 'القصر الملكي {M}', 'البلاط الملكي {M}'] if 'm' in traits else
                ['الرئاسة {F}', 'رئاسة الجمهورية {F}', 'القصر الرئاسي {M}', 'القصر الجمهوري {M}'])
        print(row(state, fields[5], 'head-of-state', 'organ', 'GOV', '', forms(head, word),
                  ('Royal court of ' if 'm' in traits else 'Presidency of ') + fields[4]))
        for slug, kind, sector, parent, name, more, english in ORGANS:
            names = forms([name] + [n for n in more.split('|') if n], word)
            print(row(state, fields[5], slug, kind, sector, parent, names, english.format(**word)))
        for slug, name, sector, english in MINISTRIES + ([OIL] if 'o' in traits else []):
            names = [f'وزارة {name} {{F}}', f'وزارة {name} في {{C}}', f'وزارة {name}']
            if slug in ('mod', 'moi', 'mfa', 'health', 'finance', 'justice'):
                names.insert(1, f'{name} {{F}}')
            if slug == 'education':
                names += ['وزارة التربية والتعليم {F}', 'وزارة التربية {F}']
            print(row(state, fields[5], slug, 'organ', sector, 'gov', forms(names, word), f'{english} of {fields[4]}'))


if __name__ == '__main__':
    main()
