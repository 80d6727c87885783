#!/usr/bin/python3
"""Opens every page in a real browser, in both languages, and goes from a record to its span and back.

Needs Debian's chromium, chromium-driver and python3-selenium. Run it with `make test-browser`.

    pages.py --program .build/debug/marsad [--articles Samples/articles.jsonl] [--pictures FOLDER]
"""

import argparse
import functools
import http.server
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import threading
import unittest

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support import expected_conditions
from selenium.webdriver.support.ui import WebDriverWait

ROOT = pathlib.Path(__file__).resolve().parents[2]
PATHS = ["/", "/articles", "/statements", "/outlooks", "/events", "/watches", "/sources", "/about", "/search",
         "/search?q=%D9%85%D8%B5%D8%AF%D8%B1", "/searches", "/edits", "/feeds", "/desk", "/decisions",
         "/ledger", "/ledger/scores", "/pressure", "/actors", "/places", "/actors/islamic-state",
         "/places/a1-syr-deir-ez-zor", "/candidates", "/decisions/entries"]
# Pages of the invented two years: the name is that of the group in Samples/two_years.py.
YEARS_PATHS = ["/ledger", "/ledger/2", "/ledger/3", "/ledger/scores?by=word", "/watches/1",
               "/pressure?actor=%D8%AA%D9%86%D8%B8%D9%8A%D9%85%20%D8%A7%D9%84%D9%86%D8%AE%D9%8A%D9%84"]
LANGUAGES = {"ar": ("", "rtl"), "en": ("/en", "ltr")}
FEED = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>منبر التجربة</title><link>http://127.0.0.1/</link><description>عينة</description>
<item><title>خبر</title><link>http://127.0.0.1/1</link></item></channel></rss>"""
settings = None


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


def browser(width, javascript=True):
    options = Options()
    for switch in ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                   "--disable-dev-shm-usage", f"--window-size={width},900"]:
        options.add_argument(switch)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    if not javascript:
        options.add_experimental_option(
            "prefs", {"profile.managed_default_content_settings.javascript": 2})
    driver = webdriver.Chrome(service=Service("/usr/bin/chromedriver"), options=options)
    # A headless window is never narrower than 500; this is.
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
        "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False})
    prefer(driver, "light")
    return driver


def prefer(driver, scheme):
    """Asks for light or dark, and for jumps instead of glides, which clicks would have to wait for."""
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [
        {"name": "prefers-color-scheme", "value": scheme},
        {"name": "prefers-reduced-motion", "value": "reduce"}]})


class Pages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        archive = os.path.join(cls.folder.name, "browser.marsad")
        cls.run_marsad("add", settings.articles, archive=archive)
        cls.server, cls.site = cls.serve(archive, "--store", cls.list_a_source(), "--desk", "--coder", "سلمى")
        years = os.path.join(cls.folder.name, "years.marsad")
        cls.fill_years(years)
        cls.years_server, cls.years_site = cls.serve(years)
        cls.wide = browser(1280)
        cls.narrow = browser(390)
        cls.plain = browser(1280, javascript=False)

    @staticmethod
    def run_marsad(*words, archive):
        program = str(pathlib.Path(settings.program).resolve())
        subprocess.run([program, *words, "--archive", archive], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    @staticmethod
    def serve(archive, *options):
        program = str(pathlib.Path(settings.program).resolve())
        server = subprocess.Popen([program, "serve", "--archive", archive, "--port", "0", *options],
                                  stdout=subprocess.PIPE, text=True)
        return server, re.search(r"http://\S+", server.stdout.readline()).group()

    @classmethod
    def fill_years(cls, archive):
        """The invented two years, with a watch, and some entries of the ledger ruled and decided."""
        articles = os.path.join(cls.folder.name, "years.jsonl")
        with open(articles, "w", encoding="utf-8") as out:
            subprocess.run([sys.executable, str(ROOT / "Samples/two_years.py")], check=True, stdout=out)
        cls.run_marsad("add", articles, archive=archive)
        cls.run_marsad("watch", "add", "هجمات", "--actor", "تنظيم النخيل", "--type", "ASSAULT",
                       "--detector", "earsC1", archive=archive)
        cls.run_marsad("ledger", "propose", *map(str, range(2, 12)), "--accept", "--by", "سلمى", archive=archive)
        for entry, verdict in [(3, "came-true"), (5, "did-not"), (7, "came-true")]:
            cls.run_marsad("ledger", "decide", str(entry), verdict, "--by", "سلمى", "--on", "2023-12-31",
                           "--reason", "مثال", archive=archive)

    @classmethod
    def list_a_source(cls):
        """A folder of captures whose list names one feed, invented and served from this machine."""
        outlet, store = [os.path.join(cls.folder.name, name) for name in ["outlet", "captures"]]
        os.makedirs(outlet)
        pathlib.Path(outlet, "feed.xml").write_text(FEED, encoding="utf-8")
        quiet = functools.partial(Quiet, directory=outlet)
        with http.server.ThreadingHTTPServer(("127.0.0.1", 0), quiet) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            address = f"http://127.0.0.1:{server.server_port}/feed.xml"
            program = str(pathlib.Path(settings.program).resolve())
            subprocess.run([program, "sources", "add", address, "--store", store, "--allow-private"], check=True,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            server.shutdown()
        return store

    @classmethod
    def tearDownClass(cls):
        for driver in [cls.wide, cls.narrow, cls.plain]:
            driver.quit()
        for server in [cls.server, cls.years_server]:
            server.send_signal(signal.SIGTERM)
            status = server.wait(timeout=20)
            server.stdout.close()
            assert status == 0, f"the server ended with {status}"
        cls.folder.cleanup()

    def open(self, driver, path, site=None):
        driver.get((site or self.site) + path)
        entries = [e for e in driver.get_log("browser") if e["level"] in ("SEVERE", "WARNING")]
        self.assertEqual(entries, [], path)

    def article(self):
        """The address of an article with a statement."""
        self.open(self.wide, "/statements")
        link = self.wide.find_element(By.CSS_SELECTOR, ".card .origin a").get_attribute("href")
        return link.removeprefix(self.site).split("#")[0]

    def event(self, query=""):
        """The address of an event's page."""
        self.open(self.wide, "/events" + query)
        link = self.wide.find_element(By.CSS_SELECTOR, ".card .remarks a[href*='/events/']").get_attribute("href")
        return link.removeprefix(self.site)

    def picture(self, driver, name):
        if settings.pictures:
            os.makedirs(settings.pictures, exist_ok=True)
            driver.save_screenshot(os.path.join(settings.pictures, name + ".png"))

    def test_every_page_opens_in_both_languages_and_widths(self):
        pages = [(self.site, path, "") for path in PATHS + [self.article(), self.event()]]
        pages += [(self.years_site, path, "years-") for path in YEARS_PATHS]
        for driver, width in [(self.wide, 1280), (self.narrow, 390)]:
            for site, path, kind in pages:
                for language, (prefix, direction) in LANGUAGES.items():
                    with self.subTest(path=path, language=language, width=width):
                        self.open(driver, (prefix + path).rstrip("/") or "/", site)
                        html = driver.find_element(By.TAG_NAME, "html")
                        self.assertEqual(html.get_attribute("lang"), language)
                        self.assertEqual(html.get_attribute("dir"), direction)
                        self.assertTrue(driver.find_element(By.TAG_NAME, "h1").is_displayed())
                        overflow = driver.execute_script(
                            "return document.documentElement.scrollWidth - innerWidth")
                        self.assertLessEqual(overflow, 0, "the page is wider than the window")
                        name = re.sub(r"\W+", "-", path).strip("-") or "front"
                        self.picture(driver, f"{kind}{name[:24]}-{language}-{width}")

    def test_the_words_of_charts_are_legible(self):
        for path in YEARS_PATHS[-2:]:
            for driver in [self.wide, self.narrow]:
                self.open(driver, path, self.years_site)
                heights = driver.execute_script("""
                    return [...document.querySelectorAll(".chart text")]
                      .map((text) => text.getBoundingClientRect().height).filter((height) => height > 0);""")
                self.assertTrue(heights, path)
                self.assertGreaterEqual(min(heights), 12, path)

    def test_text_stands_out_from_its_ground(self):
        pages = [(self.site, path) for path in ["/", "/statements", self.article(), "/about",
                                                   self.event(), "/desk", "/feeds"]]
        pages += [(self.years_site, path) for path in YEARS_PATHS]
        for site, path in pages:
            for scheme in ["light", "dark"]:
                prefer(self.wide, scheme)
                self.open(self.wide, path, site)
                faint = self.wide.execute_script(CONTRAST)
                self.assertEqual(faint, [], f"{path} {scheme}")
                self.picture(self.wide, f"{scheme}-{re.sub(r'[^a-z]', '', path) or 'front'}")
        prefer(self.wide, "light")

    def go_to_span_and_back(self, driver):
        self.open(driver, self.article())
        card = driver.find_elements(By.CSS_SELECTOR, ".records .card")[-1]
        link = card.find_element(By.CSS_SELECTOR, "a.to-text")
        anchor = link.get_attribute("href").split("#")[1]
        link.click()
        span = driver.find_element(By.ID, anchor)
        self.assertTrue(span.is_displayed())
        self.assertTrue(driver.current_url.endswith("#" + anchor))
        if driver is not self.plain:
            self.assertTrue(self.wait_until_in_view(driver, span), "the span is not in view")
            self.assertIn("lit", span.get_attribute("class").split())
            self.picture(driver, f"record-{driver.get_window_size()['width']}")
        back = driver.find_element(By.CSS_SELECTOR, f".text a.ref[href='#record-{anchor}']")
        self.assertTrue(back.is_displayed())
        back.click()
        self.assertTrue(driver.current_url.endswith("#record-" + anchor))
        self.assertTrue(driver.find_element(By.ID, "record-" + anchor).is_displayed())
        entries = [e for e in driver.get_log("browser") if e["level"] in ("SEVERE", "WARNING")]
        self.assertEqual(entries, [])

    def wait_for_address(self, driver, piece):
        WebDriverWait(driver, 10).until(expected_conditions.url_contains(piece))

    def wait_until_in_view(self, driver, element):
        driver.set_script_timeout(5)
        return driver.execute_async_script("""
            const [element, done] = arguments, start = performance.now();
            const look = () => {
              const box = element.getClientRects()[0];
              if (box.top >= 0 && box.top < innerHeight) return done(true);
              if (performance.now() - start > 3000) return done(false);
              requestAnimationFrame(look);
            };
            look();""", element)

    def test_a_record_leads_to_its_span_and_back(self):
        self.go_to_span_and_back(self.wide)

    def test_a_record_leads_to_its_span_and_back_on_a_phone(self):
        self.go_to_span_and_back(self.narrow)

    def test_a_record_leads_to_its_span_and_back_without_javascript(self):
        self.go_to_span_and_back(self.plain)

    def test_search_filters_and_the_language_switch_work_without_javascript(self):
        driver = self.plain
        self.open(driver, "/")
        box = driver.find_element(By.CSS_SELECTOR, ".banner input[type=search]")
        box.send_keys("مصدر")
        box.submit()
        self.wait_for_address(driver, "/search?q=")
        self.assertTrue(driver.find_elements(By.CSS_SELECTOR, ".article-row mark"))
        driver.find_element(By.CSS_SELECTOR, "a.switch").click()
        self.wait_for_address(driver, "/en/search?q=")
        self.assertEqual(driver.find_element(By.TAG_NAME, "html").get_attribute("lang"), "en")
        self.assertTrue(driver.find_elements(By.CSS_SELECTOR, ".article-row mark"))
        self.open(driver, "/en/statements")
        driver.find_element(By.CSS_SELECTOR, ".filters summary").click()
        pill = driver.find_element(By.CSS_SELECTOR, "input[name=stance][value=say]")
        pill.find_element(By.XPATH, "..").click()
        driver.find_element(By.CSS_SELECTOR, ".filters button").click()
        self.wait_for_address(driver, "stance=say")
        tags = driver.find_elements(By.CSS_SELECTOR, ".card .tag")
        self.assertTrue(tags)
        self.assertEqual({tag.text for tag in tags}, {"says"})

    def test_an_event_leads_to_its_place_in_the_article(self):
        self.open(self.plain, self.event())
        trigger = self.plain.find_element(By.CSS_SELECTOR, ".sentence mark").text
        self.plain.find_element(By.CSS_SELECTOR, ".sentence figcaption a").click()
        self.wait_for_address(self.plain, "/articles/")
        anchor = self.plain.current_url.split("#")[1]
        self.assertIn(trigger, self.plain.find_element(By.ID, anchor).text)

    def coded(self, driver):
        """What the desk asks about."""
        return driver.find_element(By.CSS_SELECTOR, "form.coding input[name=event]").get_attribute("value")

    def test_the_desk_is_worked_by_keys_alone(self):
        driver = self.wide
        self.open(driver, "/en/desk?type=ASSAULT")
        first = self.coded(driver)
        body = driver.find_element(By.TAG_NAME, "body")
        body.send_keys("n")
        self.wait_for_address(driver, "before=")
        second = self.coded(driver)
        self.assertNotEqual(first, second)
        driver.find_element(By.TAG_NAME, "body").send_keys("c")
        self.wait_for_address(driver, "done=" + second.replace(":", "%3A"))
        self.assertEqual(driver.find_element(By.CSS_SELECTOR, ".done .standing").text, "confirmed")
        self.assertNotEqual(self.coded(driver), second)
        driver.find_element(By.TAG_NAME, "body").send_keys("b")
        self.wait_for_address(driver, "event=" + second.replace(":", "%3A"))
        # From the page into the first field, to another one, out again, and confirmed: a correction.
        driver.find_element(By.TAG_NAME, "body").send_keys("e")
        self.assertEqual(driver.switch_to.active_element.get_attribute("name"), "type")
        field = driver.find_element(By.CSS_SELECTOR, "form.coding input[name=killed]")
        field.clear()
        field.send_keys("3c-5")
        self.assertIn("changed", field.find_element(By.XPATH, "..").get_attribute("class").split())
        self.assertEqual(self.coded(driver), second, "a letter typed into a field is no key")
        field.clear()
        field.send_keys("3-5")
        field.send_keys(Keys.ESCAPE)
        self.picture(driver, "desk-changed")
        driver.find_element(By.TAG_NAME, "body").send_keys("c")
        self.wait_for_address(driver, "done=" + second.replace(":", "%3A"))
        self.assertEqual(driver.find_element(By.CSS_SELECTOR, ".done .standing").text, "corrected")
        third = self.coded(driver)
        driver.find_element(By.TAG_NAME, "body").send_keys("r")
        self.wait_for_address(driver, "done=" + third.replace(":", "%3A"))
        self.assertEqual(driver.find_element(By.CSS_SELECTOR, ".done .standing").text, "rejected")
        self.open(driver, "/en/events/" + second.replace(":", "%3A"))
        self.assertIn("3-5", driver.find_element(By.CSS_SELECTOR, ".decisions").text)
        self.picture(driver, "event-decided")
        self.open(driver, "/en/decisions")
        self.assertGreaterEqual(len(driver.find_elements(By.CSS_SELECTOR, ".decisions > li")), 3)
        self.picture(driver, "decisions-made")

    def test_the_desk_works_without_javascript(self):
        driver = self.plain
        self.open(driver, "/desk?type=COERCE")
        event = self.coded(driver)
        field = driver.find_element(By.CSS_SELECTOR, "form.coding input[name=place]")
        field.clear()
        field.send_keys("مكان مصحح")
        field.send_keys(Keys.ENTER)
        self.wait_for_address(driver, "done=")
        self.assertEqual(driver.find_element(By.CSS_SELECTOR, ".done .standing").text, "مصحح")
        self.open(driver, "/events/" + event.replace(":", "%3A"))
        self.assertIn("مكان مصحح", driver.find_element(By.CSS_SELECTOR, ".facts").text)
        self.open(driver, "/events?decision=corrected")
        self.assertTrue(driver.find_elements(By.CSS_SELECTOR, ".card .standing"))

    def test_marks_can_be_hidden(self):
        self.open(self.plain, self.article())
        reference = self.plain.find_element(By.CSS_SELECTOR, ".text a.ref[href^='#record-s']")
        self.assertTrue(reference.is_displayed())
        box = self.plain.find_element(By.ID, "show-statements")
        box.find_element(By.XPATH, "..").click()
        self.assertFalse(reference.is_displayed())


# Elements whose own text has a contrast below 4.5 (3 for large text; WCAG 2.2, 1.4.3).
CONTRAST = """
const parse = (c) => { const n = c.match(/[\\d.]+/g).map(Number); return n.length < 4 ? [...n, 1] : n; };
const over = (a, b) => [0, 1, 2].map((i) => a[i] * a[3] + b[i] * (1 - a[3]));
const light = (c) => { const [r, g, b] = c.map((v) => { v /= 255;
  return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; }); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
const ground = (e) => { const layers = []; for (let n = e; n; n = n.parentElement)
  layers.push(parse(getComputedStyle(n).backgroundColor));
  return layers.reverse().reduce((under, layer) => over(layer, under), [255, 255, 255]); };
const faint = [];
for (const e of document.querySelectorAll("body *")) {
  if (![...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim())) continue;
  const style = getComputedStyle(e); if (style.visibility === "hidden" || !e.getClientRects().length) continue;
  const under = ground(e), [a, b] = [light(over(parse(style.color), under)), light(under)];
  const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  const size = parseFloat(style.fontSize), large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
  if (ratio < (large ? 3 : 4.5)) faint.push(`${e.className || e.tagName} ${ratio.toFixed(2)} ${e.textContent.trim().slice(0, 20)}`);
}
return [...new Set(faint)].slice(0, 10);
"""

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", default=str(ROOT / ".build/debug/marsad"))
    parser.add_argument("--articles", default=str(ROOT / "Samples/articles.jsonl"))
    parser.add_argument("--pictures", help="a folder that receives a picture of every page")
    settings, rest = parser.parse_known_args()
    unittest.main(argv=[sys.argv[0], *rest], verbosity=2)
