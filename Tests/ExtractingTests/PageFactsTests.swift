import Extracting
import Testing

// All texts here are invented.

@Suite("What pages tell of their article") struct PageFactsTests {
  private let first =
    "<p>قال المتحدث إن الطريق أعيد فتحه أمام المدنيين صباح اليوم بعد أسبوع من الإغلاق التام.</p>"
  private let second =
    "<p>وأضاف أن القوافل ستصل غدا إلى الحي القديم، وأن الأهالي تلقوا ما يكفيهم من الغذاء والدواء.</p>"

  private func extract(_ body: String, head: String = "", url: String? = nil) -> ExtractedPage {
    let page = """
      <html lang="ar"><head><meta charset="utf-8"><title>عنوان الخبر الطويل هنا</title>\(head)</head><body>
      <h1>عنوان الخبر الطويل هنا</h1>\(body)</body></html>
      """
    return Extractor().extract(Array(page.utf8), url: url)
  }

  /// A page with a line between headline and body, an opening and a closing of the text.
  private func page(line: String = "", opening: String = "", closing: String = "") -> ExtractedPage
  {
    let opened = first.replacing("<p>", with: "<p>\(opening)")
    return extract("<div class=\"info\">\(line)</div>\(opened)\(second)<p>\(closing)</p>")
  }

  @Test(arguments: [
    ("/c/1", "", "https://o.example/c/1"), ("1.html", "", "https://o.example/a/1.html"),
    ("../d/./1", "", "https://o.example/d/1"), ("//m.o.example/1", "", "https://m.o.example/1"),
    ("?id=7", "", "https://o.example/a/b?id=7"), ("1", "/news/", "https://o.example/news/1"),
    ("1", "https://n.example/x/y", "https://n.example/x/1"),
    ("https://o.example/2", "", "https://o.example/2"),
  ])
  func `relative addresses stand before the page's own`(link: String, base: String, whole: String) {
    let head = """
      \(base.isEmpty ? "" : "<base href=\"\(base)\">")<link rel="canonical" href="\(link)">
      <meta property="og:image" content="\(link)">
      """
    let found = extract(first, head: head, url: "https://o.example/a/b?q=1")
    #expect(found.url == whole)
    #expect(found.image == whole)
  }

  @Test(arguments: [
    ("دمشق (رويترز) - ", "رويترز"), ("(أ ف ب) - ", "أ ف ب"), ("القاهرة - أ ف ب - ", "أ ف ب"),
    ("بغداد/ الأناضول: ", "الأناضول"), ("سبوتنيك. ", "سبوتنيك"), ("باريس (أ.ف.ب) – ", "أ.ف.ب"),
  ])
  func `the agency that opens a text is its credit`(opening: String, agency: String) {
    #expect(page(opening: opening).credit == agency)
  }

  @Test(arguments: [
    ("وكالة الأنباء الألمانية (د ب أ)", "وكالة الأنباء الألمانية (د ب أ)"),
    ("الضفاف - وكالات", "وكالات"), ("المصدر: رويترز", "رويترز"),
  ])
  func `a line below the headline names the agency`(line: String, agency: String) {
    #expect(page(line: line).credit == agency)
  }

  @Test func `the agency that closes a text is its credit, and other brackets are none`() {
    #expect(page(closing: "(د ب أ)").credit == "د ب أ")
    #expect(page(closing: "وانتهى الاجتماع مساء (بالتوقيت المحلي)").credit == nil)
    #expect(page(opening: "قالت رويترز - وهي وكالة - إن ").credit == nil)
  }

  @Test(arguments: ["دمشق ــ سلمى الأحمد", "تحرير: سلمى الأحمد", "بغداد — سلمى الأحمد"])
  func `a signature is found behind a place and behind who edited`(line: String) {
    #expect(page(line: line).byline == "سلمى الأحمد")
  }

  @Test(arguments: [
    (
      "آخر تحديث 8 يناير 2026 - 09:00 ص | نشر 7 يناير 2026 - 10:30 م", "2026-01-07T22:30:00",
      "2026-01-08T09:00:00"
    ),
    (
      "نشر: 06-01-2026 02:00 م - آخر تحديث: 06-01-2026 03:45 م", "2026-01-06T14:00:00",
      "2026-01-06T15:45:00"
    ),
    ("٧ يناير ٢٠٢٦ - ١٠:٣٠ م", "2026-01-07T22:30:00", nil),
    ("Tue Jan 06 2026 15:20:00 GMT+0300", "2026-01-06T15:20:00+03:00", nil),
    ("الثلاثاء 6 يناير 2026 12:05 صباحا بتوقيت غرينتش", "2026-01-06T00:05:00Z", nil),
    ("6 يناير 2026", "2026-01-06", nil),
  ])
  func `times of day that a page shows are kept`(line: String, published: String, modified: String?)
  {
    let found = page(line: line)
    #expect(found.published == published)
    #expect(found.modified == modified)
  }

  @Test func `a change that is shown alone is its time`() {
    let found = page(line: "آخر تحديث: 06-01-2026 | 03:45 م بتوقيت مكة المكرمة")
    #expect(found.modified == "2026-01-06T15:45:00+03:00")
  }

  @Test func `a day beside another headline behind the body is not the page's`() {
    let other = "<h3>مقال آخر في الصفحة نفسها</h3><div class=\"date\">10 ديسمبر 2025</div>"
    #expect(extract("<div>\(first)\(second)</div>\(other)").published == nil)
    let own = "<div class=\"date\">10 ديسمبر 2025</div>"
    #expect(extract("<div>\(first)\(second)</div>\(own)").published == "2025-12-10")
  }

  @Test func `pictures with captions and little besides are a gallery`() {
    func pictures(_ count: Int, _ frame: String) -> String {
      (0..<count).map {
        frame.replacing("PICTURE", with: "<img src=\"/\($0).jpg\">").replacing(
          "CAPTION", with: "مشهد من الطريق رقم \($0) ويظهر فيه الدمار الذي لحق بالمباني (أ ف ب)")
      }.joined()
    }
    let figures = pictures(9, "<figure>PICTURE<figcaption>CAPTION</figcaption></figure>")
    let found = extract("<div class=\"gallery\">\(figures)</div>")
    #expect(found.kind == .gallery)
    #expect(found.text.contains("مشهد من الطريق رقم 8"), "captions are its text")
    #expect(extract(first + figures).kind == .gallery)
    let list = "<ul class=\"slideshow\">\(pictures(9, "<li>PICTURE<p>CAPTION</p></li>"))</ul>"
    #expect(extract(list).kind == .gallery)
    let long =
      String(repeating: first + second, count: 1)
      + (0..<9).map {
        "<p>فقرة \($0) من نص طويل يروي ما حدث في المدينة يوم أمس حين عاد الناس إلى بيوتهم بعد غياب طال أسبوعا كاملا.</p>"
      }.joined()
    #expect(extract(long + figures).kind == .article)
  }

  @Test func `entries that bear times are a live blog`() {
    let entry = "<div class=\"update\"><span class=\"time\">10:3N ص</span>\(first)</div>"
    func entries(_ count: Int) -> String {
      (0..<count).map {
        entry.replacing("N", with: "\($0)").replacing("أسبوع", with: "\($0 + 2) أسابيع")
      }.joined()
    }
    #expect(extract("<div>\(entries(7))</div>").kind == .liveBlog)
    #expect(extract("<div>\(entries(2))</div>").kind == .article)
    let named =
      "<html><head><title>لحظة بلحظة: تطورات الطريق</title></head><body><h1>لحظة بلحظة: تطورات الطريق</h1><div>\(entries(3))</div></body></html>"
    #expect(Extractor().extract(Array(named.utf8)).kind == .liveBlog)
    let comments = "<div id=\"comments\">\(entries(9).replacing("update", with: "comment"))</div>"
    #expect(extract(first + second + comments).kind == .article)
  }
}
