import ArabicScript
import Extracting
import Testing

@Suite("Extractor") struct ExtractorTests {
  private let page = """
    <html lang="ar"><head><title>عنوان الخبر هنا | موقع</title></head><body><nav><a href="/">الرئيسية</a></nav>
    <h1>عنوان الخبر هنا</h1><p>قال المتحدث إن الطريق أعيد فتحه أمام المدنيين صباح اليوم بعد أسبوع من الإغلاق.</p>
    <p>وأضاف أن القوافل ستصل غدا، وأن الأهالي تلقوا ما يكفيهم من الغذاء والدواء.</p></body></html>
    """

  private func extract(_ text: String) -> ExtractedPage { Extractor().extract(Array(text.utf8)) }

  @Test func `navigation is no part of the body`() {
    let article = extract(page)
    #expect(!article.text.contains("الرئيسية"))
    #expect(article.text.split(separator: "\n").count == 2)
    #expect(article.title == "عنوان الخبر هنا")
    #expect(article.language == "ar")
  }

  @Test func `an empty page and binary data are told of`() {
    #expect(Extractor().extract([]).notes == [.empty])
    #expect(Extractor().extract([0x1F, 0, 2, 0]).notes == [.binary])
    #expect(extract("<html><body></body></html>").notes == [.empty])
    #expect(extract("").kind == .other)
  }

  @Test func `a page that is cut off gives what there is`() {
    let whole = Array(page.utf8)
    for length in stride(from: 0, to: whole.count, by: 7) {
      let article = Extractor().extract(Array(whole[..<length]))
      #expect(article.text.utf8.count <= whole.count)
    }
    let cut = Extractor().extract(Array(whole.dropLast(40)))
    #expect(cut.text.contains("القوافل"))
  }

  @Test func `elements a hundred thousand deep are read`() {
    let deep =
      String(repeating: "<div>", count: 100_000)
      + "<p>نص في العمق يكفي طوله لكي يعد فقرة من فقرات الخبر في هذه الصفحة.</p>"
    #expect(extract(deep).text.contains("نص في العمق"))
  }

  @Test func `references in references stay as they are`() {
    let article = extract(
      "<p>&amp;amp;amp; قيمة تذكر في نص طويل بما يكفي لفقرة كاملة، &#1575;&lt;.</p>")
    #expect(article.text.contains("&amp;amp;"))
    #expect(article.text.contains("ا<"))
  }

  @Test func `a declared encoding that is wrong is told of`() {
    let bytes: [UInt8] =
      Array("<meta charset=windows-1256><p>".utf8)
      + Array("نص عربي طويل بما يكفي لكي يعد فقرة كاملة من فقرات هذا الخبر القصير".utf8)
    let article = Extractor().extract(bytes)
    #expect(article.encoding == "utf-8")
    #expect(article.notes == [.otherEncoding])
  }

  @Test func `times keep their zone`() {
    let article = extract(
      "<meta property='article:published_time' content='2021-03-04T05:06:07+0300'>" + page)
    #expect(article.published == "2021-03-04T05:06:07+03:00")
  }

  @Test(arguments: [
    ("<p>12.05.2021 - 10:30</p>", "2021-05-12"), ("<p>12.05.21</p>", "2021-05-12"),
    ("<p>آخر تحديث: 12/05/2021</p>", "2021-03-04"),
    ("<p>آخر تحديث</p><p>12/05/2021</p>", "2021-03-04"),
    ("<p>12.05.2021</p><p>الحدث المقبل: 20.06.2021</p>", "2021-03-04"),
    ("<p>4/3/2021</p>", "2021-03-04"), ("<p>3/4/2021</p>", "2021-03-04"), ("", "2021-03-04"),
  ])
  func `the day below the headline counts where the page states another`(line: String, day: String)
  {
    let text = String(
      repeating: "نص خبر طويل بما يكفي لكي يعد فقرة كاملة من فقرات هذا الخبر. ", count: 3)
    let article = extract(
      """
      <meta property='article:published_time' content='2021-03-04'>
      <title>عنوان خبر عن جسر الواحة الجديد</title>
      <h1>عنوان خبر عن جسر الواحة الجديد</h1>\(line)<div><p>\(text)</p><p>\(text)</p></div>
      """)
    #expect(article.published == day, "\(line)")
  }

  @Test func `an address much older than what is stated has the first publication`() {
    let stated = "<meta property='article:published_time' content='2021-03-04'>" + page
    for (address, day) in [("2019/11/05", "2019-11-05"), ("2021/03/02", "2021-03-04")] {
      let article = Extractor().extract(
        Array(stated.utf8), url: "https://outlet.example/\(address)/report")
      #expect(article.published == day)
    }
  }

  @Test func `a date within the body counts where no line near the headline shows one`() {
    let stated = "<meta property='article:published_time' content='2021-03-04'>"
    let dated = page.replacing("</p>", with: "</p><a class='date'>05.03.21</a>", maxReplacements: 1)
    #expect(extract(stated + dated).published == "2021-03-05")
    let updated = dated.replacing("class='date'", with: "class='date-updated'")
    #expect(extract(stated + updated).published == "2021-03-04")
  }

  @Test func `a page without a date of publication has that of its last change from its foot`() {
    let filler = String(repeating: "<p><i>قسم</i></p>", count: 120)
    let changed = page.replacing(
      "</body>",
      with: "\(filler)<ul><li>آخر تعديل لهذه الصفحة كان يوم 29 يناير 2020</li></ul></body>")
    let article = extract(changed)
    #expect(article.modified == "2020-01-29")
    #expect(article.published == "2020-01-29")
  }

  @Test func `a date in brackets behind a place that opens the body is that of publication`() {
    for opening in ["الواحة (12/11/2021). قال", "(12/11/2021) قال"] {
      let article = extract(page.replacing("<p>قال", with: "<p>\(opening)"))
      #expect(article.published == "2021-11-12", "\(opening)")
    }
  }

  @Test func `what is told of a site counts on its pages and on those of hosts below it`() {
    let hints = SiteHints(
      DataFile(name: "sites", text: "outlet.example\tnever\tappeal\n"))
    let appeal = """
      <div class='appeal'><p>ندعوكم إلى دعم هذه الصحيفة المختلقة لكي تواصل عملها في الأعوام المقبلة.</p></div>
      """
    let asking = Array(page.replacing("</p>", with: "</p>\(appeal)", maxReplacements: 1).utf8)
    let extractor = Extractor(sites: hints)
    for (url, holds) in [
      ("https://outlet.example/a", false), ("https://www.Outlet.example:443/a", false),
      ("https://other.example/outlet.example", true), ("https://myoutlet.example/a", true),
    ] {
      let text = extractor.extract(asking, url: url).text
      #expect(text.contains("ندعوكم") == holds, "\(url)")
      #expect(text.contains("القوافل"))
    }
    #expect(extractor.extract(asking).text.contains("ندعوكم"))
  }

  @Test func `dates stand in addresses too`() {
    let article = Extractor().extract(
      Array(page.utf8), url: "https://outlet.example/2019/11/05/report")
    #expect(article.published == "2019-11-05")
  }
}
