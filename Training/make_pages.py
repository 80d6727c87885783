"""Writes the golden pages of Tests/ExtractingTests/Pages: one folder a case, page.html and expected.json.

All outlets, people and incidents are invented. The make-ups follow what publishing systems put out;
each is written out on its own. The seed makes the articles equal from run to run.
"""
import json
import pathlib
import random
import shutil

OUT = pathlib.Path(__file__).parent.parent / "Tests/ExtractingTests/Pages"
PLACES = ["وادي الزيتونة", "تل الرمان", "مرج العيون الصغرى", "قرية السنابل", "بلدة النخيل", "ميناء الصفصاف"]
PEOPLE = ["سالم القيرواني", "هناء البستاني", "مروان التلّي", "ليلى الصفدي", "نادر الحقلي", "رنا السهلي"]
LEADS = [
    "قال مسؤول محلي في {place} إن فرق الدفاع المدني أخمدت حريقا اندلع فجر اليوم في مخزن للحبوب، ولم تسجل إصابات.",
    "اجتمع ممثلون عن المجلس البلدي في {place} بوفد من المنظمات الإغاثية، وبحثوا إعادة فتح الطريق الرئيسي أمام القوافل.",
    "شهدت {place} صباح الأحد عودة عشرات العائلات إلى منازلها، بعد أن أعلنت السلطات انتهاء أعمال إزالة الألغام."]
PARTS = [
    "وأضاف المتحدث أن الأضرار اقتصرت على الجانب الشرقي من المبنى، وأن لجنة فنية بدأت التحقيق في أسباب ما جرى.",
    "وأوضحت مصادر محلية أن أكثر من أربعين عائلة تلقت مساعدات غذائية، فيما تنتظر عائلات أخرى دورها خلال الأسبوع المقبل.",
    "وحذر التقرير من أن تأخر وصول الوقود سيؤدي إلى توقف المستشفى الوحيد في المنطقة، ما لم تستأنف الإمدادات.",
    "ودعا الأهالي في بيان مشترك إلى حماية المدنيين، مؤكدين أن الحل لا يكون إلا بالحوار بين جميع الأطراف.",
    "يذكر أن المنطقة شهدت خلال الأعوام الماضية موجات نزوح متكررة، بحسب أرقام المجلس البلدي."]
OTHER = ["وزير سابق يفتتح معرضا للخزف في العاصمة", "أسعار القمح ترتفع للشهر الثالث على التوالي",
         "منتخب الشباب يستعد لمباراته الأخيرة", "افتتاح جسر جديد بعد أعوام من التأخير"]
MONTHS = "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split()
LEVANT = "كانون الثاني,شباط,آذار,نيسان,أيار,حزيران,تموز,آب,أيلول,تشرين الأول,تشرين الثاني,كانون الأول".split(",")


def links(tag="li"):
    return "".join(f'<{tag}><a href="/n/{i}">{title}</a></{tag}>' for i, title in enumerate(OTHER))


def paragraphs(a, tag="p"):
    return "\n".join(f"<{tag}>{text}</{tag}>" for text in a["body"])


def wordpress(a):
    data = {"@type": "NewsArticle", "headline": a["title"], "datePublished": a["iso"] + "T09:30:00+03:00",
            "author": {"@type": "Person", "name": a["byline"]}}
    return f"""<!DOCTYPE html><html dir="rtl" lang="ar"><head><meta charset="utf-8"><title>{a['title']} - مرآة الوادي</title>
<script type="application/ld+json">{json.dumps(data)}</script></head><body class="single has-sidebar comments-open">
<header id="masthead"><nav class="main-nav"><ul>{links()}</ul></nav></header><main><article class="post hentry">
<h1 class="entry-title">{a['title']}</h1><div class="entry-meta">نشر في {a['iso']}</div><div class="entry-content">
{paragraphs(a)}<div class="sharedaddy"><h3>شارك هذا:</h3><ul><li>فيسبوك</li></ul></div></div></article>
<div id="comments" class="comments-area"><h2>التعليقات</h2><p>شكرا على هذا الخبر المهم، ونتمنى السلامة للجميع في كل مكان من البلاد.</p></div></main>
<aside id="secondary" class="widget-area"><ul>{links()}</ul></aside><footer>جميع الحقوق محفوظة</footer></body></html>"""


def drupal(a):
    y, m, d = a["ymd"]
    return f"""<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><meta property="og:title" content="{a['title']}">
<title>{a['title']} | صدى التلال</title></head><body class="page-node"><div id="header">{links('span')}</div><div class="region-content">
<h1 class="page-header">{a['title']}</h1><div class="node node-article"><div class="submitted"><span class="author">{a['byline']}</span> <span class="date-display-single">{d} {MONTHS[m-1]} {y}</span></div>
<div class="field field-name-body field-type-text-with-summary"><div class="field-items"><div class="field-item even">{paragraphs(a)}</div></div></div></div></div>
<div class="block block-views"><h2>الأكثر قراءة</h2><ul>{links()}</ul></div></body></html>"""


def blogger(a):
    return f"""<html dir="rtl"><head><meta charset="utf-8"><title>دفتر الميناء: {a['title']}</title><meta property="og:title" content="{a['title']}"></head><body>
<div class="content-outer"><div id="main" class="main section"><div class="widget Blog" id="Blog1"><div class="post hentry"><h3 class="post-title entry-title">{a['title']}</h3>
<div class="post-body entry-content" id="post-body-1">{'<br /><br />'.join(a['body'])}</div><div class="post-footer"><span class="post-author vcard">مرسلة بواسطة <span itemprop="author">{a['byline']}</span></span>
<abbr class="published" itemprop="datePublished" content="{a['iso']}">{a['iso']}</abbr></div></div></div></div><div class="sidebar"><ul>{links()}</ul></div></div></body></html>"""


def tables_2003(a):
    y, m, d = a["ymd"]
    return f"""<HTML><HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=windows-1256"><TITLE>{a['title']}</TITLE></HEAD><BODY BGCOLOR=#FFFFFF>
<TABLE WIDTH=760 ALIGN=CENTER><TR><TD COLSPAN=2><IMG SRC=logo.gif></TD></TR><TR><TD WIDTH=150 VALIGN=TOP>{links('p')}</TD>
<TD><TABLE><TR><TD><FONT SIZE=5 COLOR=#990000><H1>{a['title']}</H1></FONT></TD></TR><TR><TD><FONT SIZE=2>{d}/{m}/{y}</FONT></TD></TR>
<TR><TD CLASS=writer>بقلم: {a['byline']}</TD></TR><TR><TD><FONT FACE="Simplified Arabic" SIZE=4>{'<P ALIGN=JUSTIFY>'.join(a['body'])}</FONT></TD></TR></TABLE></TD></TR>
<TR><TD COLSPAN=2><FONT SIZE=1>جميع الحقوق محفوظة</FONT></TD></TR></TABLE></BODY></HTML>"""


def amp(a):
    return f"""<!doctype html><html amp lang="ar"><head><meta charset="utf-8"><title>{a['title']}</title><meta name="author" content="{a['byline']}">
<meta property="article:published_time" content="{a['iso']}T06:10:00Z"><style amp-custom>.a{{color:red}}</style></head><body><amp-sidebar id="s"><ul>{links()}</ul></amp-sidebar>
<article class="amp-wp-article"><header><h1 class="amp-wp-title">{a['title']}</h1></header><div class="amp-wp-article-content">{paragraphs(a)}<amp-ad width=300></amp-ad></div>
<footer><div>أضف تعليقا</div></footer></article></body></html>"""


def joomla(a):
    y, m, d = a["ymd"]
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"><html xmlns="http://www.w3.org/1999/xhtml" xml:lang="ar-aa" lang="ar-aa"><head>
<meta http-equiv="content-type" content="text/html; charset=utf-8" /><meta name="author" content="{a['byline']}" /><title>{a['title']}</title></head><body><div id="ja-wrapper"><ul class="menu">{links()}</ul>
<div class="item-page" itemscope="itemscope"><h1>{a['title']}</h1><dl class="article-info"><dd class="published">نشر بتاريخ {d} {LEVANT[m-1]} {y}</dd></dl>
<div itemprop="articleBody">{paragraphs(a)}</div><ul class="pager pagenav"><li><a href="#">السابق</a></li></ul></div></div></body></html>"""


def div_only(a):
    return f"""<html lang=ar><head><meta charset=utf-8><title>{a['title']} | بوابة النخيل</title><meta name="date" content="{a['iso']}"></head><body><div class=x1><div class=x2>{links('div')}</div>
<div class=x3><h1>{a['title']}</h1><span class="byline-name">{a['byline']}</span><div class=x4>{paragraphs(a, 'div')}</div></div><div class=x5>{links('div')}</div></div></body></html>"""


def broken(a):
    return f"""<html><head><meta charset="utf-8"><title>{a['title']}</title><meta name=author content="{a['byline']}"><meta name="pubdate" content="{a['iso']}"><body><div id=top><ul>{links().replace('</li>', '')}</ul></div>
<div class="news"><h1>{a['title']}</b></h1><p>{'<p>'.join(a['body'])}</span></font><div class="related"><h4>أخبار ذات صلة<ul>{links().replace('</li>', '')}"""


def mobile(a):
    return f"""<!DOCTYPE html><html dir=rtl><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{a['title']}</title></head><body><section class="m-top">{links('p')}</section>
<section class="m-story"><h1>{a['title']}</h1><address rel="author">{a['byline']}</address><time datetime="{a['iso']}T12:00:00+02:00">قبل ساعة</time>{paragraphs(a)}</section><section>{links('p')}</section></body></html>"""


def aspnet(a):
    return f"""<html><head><meta charset="utf-8"><title>{a['title']}</title></head><body><form id="aspnetForm" action="News.aspx"><input type="hidden" name="__VIEWSTATE" value="dDwtMTA="/>
<div id="ctl00_menu">{links('span')}</div><div id="ctl00_details"><h1 id="ctl00_title">{a['title']}</h1><span id="ctl00_author">{a['byline']}</span><span id="ctl00_date">{a['iso']}</span>
<div id="ctl00_text">{paragraphs(a)}</div></div></form></body></html>"""


MAKE_UPS = [wordpress, drupal, blogger, tables_2003, amp, joomla, div_only, broken, mobile, aspnet]


def main():
    random.seed(1446)
    shutil.rmtree(OUT, ignore_errors=True)
    for number in range(3):
        for make in MAKE_UPS:
            y, m, d = random.randint(2004, 2024), random.randint(1, 12), random.randint(13, 28)
            place = random.choice(PLACES)
            body = [random.choice(LEADS).format(place=place)] + random.sample(PARTS, random.randint(3, 5))
            a = {"title": f"{random.choice(['مصادر محلية', 'المجلس البلدي', 'الدفاع المدني'])} يعلن انتهاء المرحلة {number + 1} من الخطة في {place}",
                 "byline": random.choice(PEOPLE), "ymd": (y, m, d), "iso": f"{y}-{m:02}-{d:02}", "body": body}
            folder = OUT / f"{make.__name__.replace('_', '-')}-{number + 1}"
            folder.mkdir(parents=True)
            encoding = "windows-1256" if make in (tables_2003, broken) and (make is tables_2003 or number == 1) else "utf-8"
            (folder / "page.html").write_bytes(make(a).encode(encoding))
            expected = {"title": a["title"], "byline": a["byline"], "day": a["iso"], "body": body}
            (folder / "expected.json").write_text(json.dumps(expected, ensure_ascii=False, indent=1) + "\n")


if __name__ == "__main__":
    main()
