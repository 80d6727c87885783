#!/usr/bin/env python3
"""Writes invented articles of two years, 2023 and 2024, for trying the ledger and the page of pressure.

Everything in them is invented: outlets, persons, groups, incidents, figures. Names of real towns are there
as geography only. The same seed gives the same bytes. Written for Marsad; CC0 1.0.

    two_years.py > two-years.jsonl
    two_years.py --seed 7 --weeks 60
"""

import argparse
import datetime
import json
import random
import sys

GROUP = "تنظيم النخيل"
GUARD = "قوات السهول"
OUTLETS = ["وكالة مدار الشرق للأنباء", "صحيفة الضفتين", "شبكة نبأ البادية", "موقع المرصد المحلي"]
PLACES = ["دير الزور", "الميادين", "البوكمال", "الرقة", "السخنة", "الشدادي", "الحسكة"]
TARGETS = [("حاجز", "حاجزا"), ("دورية", "دورية"), ("مقر", "مقرا"), ("رتل", "رتلا"), ("نقطة حراسة", "نقطة حراسة")]
SCENES = [
    "وأغلق السكان متاجرهم حتى المساء، وعادت الحركة إلى السوق في اليوم التالي",
    "وانقطعت الكهرباء عن الحي ساعات، وبدأت الفرق إصلاح الشبكة قبل حلول الليل",
    "وتوقفت الشاحنات على الطريق الدولي، وطلب المجلس المحلي من السائقين سلوك طريق آخر",
    "وروى رعاة من المنطقة أنهم سمعوا الأصوات قبل الفجر بقليل ثم ساد الهدوء",
    "ووصلت سيارات الإسعاف متأخرة بسبب الوحل الذي خلفته أمطار الأيام الماضية",
    "وقال معلم في القرية إن المدرسة فتحت أبوابها كالعادة رغم ما جرى في الليل",
    "وبقيت أسعار الخبز على حالها، غير أن الوقود شح في المحطات القريبة من النهر",
    "وشوهدت نساء يجمعن الحطب على أطراف البلدة كأن شيئا لم يقع",
]
QUIET = [
    "افتتح المجلس المحلي في {place} دورة لصيانة المضخات يشارك فيها {n} متدربا",
    "بدأ موسم القطن في ريف {place} بعد تأخر دام {n} يوما بسبب البرد",
    "أعلنت مديرية المياه في {place} تنظيف {n} بئرا قبل الصيف",
    "نظمت مكتبة {place} معرضا للكتب ضم {n} عنوانا للأطفال",
]
HOLDERS = [("قال", "المحلل نادر الكيلاني"), ("قال", "العقيد سامي البدري"), ("قالت", "الباحثة هدى المرعي")]
FORECASTS = [
    "{said} {holder}: من المتوقع أن يهاجم {group} {guard} في {place} {horizon}",
    "{said} {holder}: من المرجح أن يهاجم {group} {guard} {horizon}",
    "{said} {holder}: من المستبعد أن يهاجم {group} {guard} في {place} {horizon}",
    "{said} {holder} إن {group} سيهاجم {guard} {horizon}",
    "{said} {holder} إن {group} لن يهاجم {guard} في {place} {horizon}",
    "{said} {holder} إن {group} قد يهاجم {guard} في {place} {horizon}",
]
HORIZONS = ["خلال أسبوعين", "خلال شهر", "خلال شهرين", "خلال ستة أسابيع"]
WARNINGS = [
    "{said} {holder}: من المرجح أن يهاجم {group} {place} ما لم يستمر الضغط عليه",
    "{said} {holder} إن عودة {group} إلى {place} محتملة ما لم يستمر الضغط عليه",
    "{said} {holder}: من المتوقع أن يهاجم {group} {guard} إذا توقفت حملة الاعتقالات",
]


def attack(rng, place):
    killed = rng.randint(3, 9)
    noun, target = rng.choice(TARGETS)
    return (f"هجوم على {noun} في {place}",
            f"هاجم {GROUP} {target} ل{GUARD} في {place}، وقُتل {killed} أشخاص بحسب مصدر محلي.")


def arrest(rng, place):
    count = rng.randint(3, 10)
    return (f"اعتقال {count} أشخاص في {place}",
            f"اعتقلت {GUARD} {count} من عناصر {GROUP} في {place} بعد عملية دهم دامت {rng.randint(2, 9)} ساعات.")


def poisson(rng, mean):
    """A Poisson count, by Knuth's method."""
    limit, count, product = pow(2.718281828459045, -mean), 0, rng.random()
    while product > limit:
        count, product = count + 1, product * rng.random()
    return count


class Writer:
    def __init__(self, rng, out):
        self.rng, self.out, self.number = rng, out, 0

    def article(self, day, outlet, title, text):
        self.number += 1
        hour = self.rng.randint(6, 21)
        self.out.write(json.dumps({
            "id": f"two-years-{self.number:04}", "source": outlet,
            "url": f"https://two-years.example/{self.number}", "published": f"{day}T{hour:02}:00:00+03:00",
            "title": title, "byline": None, "text": text}, ensure_ascii=False) + "\n")

    def incident(self, day, make):
        """An incident told by one outlet or two, and sometimes copied by a third."""
        place = self.rng.choice(PLACES)
        title, lead = make(self.rng, place)
        outlets = self.rng.sample(OUTLETS, 3)
        scenes = self.rng.sample(SCENES, 3)
        text = f"{lead}\n{scenes[0]}. {scenes[1]}."
        self.article(day, outlets[0], title, text)
        if self.rng.random() < 0.25:
            self.article(day, outlets[1], title, f"{text}\nالمصدر: {outlets[0]}")


def write(rng, weeks, out):
    writer = Writer(rng, out)
    first = datetime.date(2023, 1, 2)
    campaigns = []
    for week in range(weeks):
        # Campaigns of arrests come and go, and are rare from the second autumn on; three weeks after one
        # begins attacks cease, and three weeks after its end they come back.
        if week >= len(campaigns):
            is_on = not (campaigns and campaigns[-1]) and (week < 84 or rng.random() < 0.2)
            campaigns += [is_on] * rng.randint(3, 6)
        was_on = campaigns[max(0, week - 3)]
        for mean, make in [(1.9 if campaigns[week] else 0.05, arrest), (0.05 if was_on else 1.7, attack)]:
            for _ in range(poisson(rng, mean)):
                writer.incident(first + datetime.timedelta(days=7 * week + rng.randrange(7)), make)
        day = first + datetime.timedelta(days=7 * week + rng.randrange(7))
        quiet = rng.choice(QUIET).format(place=rng.choice(PLACES), n=rng.randint(12, 90))
        writer.article(day, rng.choice(OUTLETS), "أخبار محلية", f"{quiet}. {rng.choice(SCENES)}.")
        if week % 3 == 1:
            said, holder = rng.choice(HOLDERS)
            pattern = rng.choice(FORECASTS if week % 2 else WARNINGS)
            sentence = pattern.format(said=said, holder=holder, group=GROUP, guard=GUARD, place=rng.choice(PLACES),
                                      horizon=rng.choice(HORIZONS))
            writer.article(day, rng.choice(OUTLETS), f"{holder}: قراءة في المشهد",
                           f"{sentence}. {rng.choice(SCENES)}.")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--weeks", type=int, default=104)
    options = parser.parse_args()
    write(random.Random(options.seed), options.weeks, sys.stdout)


if __name__ == "__main__":
    main()
