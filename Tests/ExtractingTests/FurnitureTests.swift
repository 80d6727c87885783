import Extracting
import Testing

// All texts here are invented.

@Suite("What is text and what is furniture") struct FurnitureTests {
  private func text(_ body: String, head: String = "") -> String {
    let page = """
      <html lang="ar"><head><meta charset="utf-8"><title>عنوان الخبر الطويل هنا</title>\(head)</head><body>
      <h1>عنوان الخبر الطويل هنا</h1>\(body)</body></html>
      """
    return Extractor().extract(Array(page.utf8)).text
  }

  private let first =
    "<p>قال المتحدث إن الطريق أعيد فتحه أمام المدنيين صباح اليوم بعد أسبوع من الإغلاق التام.</p>"
  private let second =
    "<p>وأضاف أن القوافل ستصل غدا إلى الحي القديم، وأن الأهالي تلقوا ما يكفيهم من الغذاء والدواء.</p>"

  @Test func `links within running text stay, however many there are and whatever they are called`()
  {
    let body = """
      \(first)<p>وكانت <a href="/1">بلدية المدينة المختلقة</a> أعلنت مع <a href="/2">مجلس المحافظة الأعلى</a> ومع
      <a class="tag" href="/3">هيئة الطرق والجسور</a> خطة لإصلاح الطريق خلال ثلاثة أشهر من الآن، بعد أن
      تعهدت شركات محلية بتوفير ما يلزم من معدات وعمال لإنجاز العمل قبل حلول الشتاء المقبل.</p>\(second)
      """
    let text = text(body)
    #expect(text.contains("وكانت بلدية المدينة المختلقة أعلنت مع مجلس المحافظة الأعلى ومع"))
    #expect(text.contains("هيئة الطرق والجسور خطة لإصلاح"))
  }

  @Test func `a label with a link to another article is left out`() {
    let pointer = #"<p>تفاصيل أخرى: <a href="/9">خبر آخر مختلق عن موضوع آخر في المدينة</a></p>"#
    #expect(!text(first + pointer + second).contains("خبر آخر"))
    let quoting =
      #"<p>وقال في رسالة نشرتها وكالة الأنباء المختلقة على موقعها أمس: <a href="/9">هذا نص الرسالة</a></p>"#
    #expect(text(first + quoting + second).contains("هذا نص الرسالة"))
  }

  @Test func `sentences that begin like furniture stay`() {
    let sentences = [
      "شارك في الاجتماع وزير النقل ومحافظ المدينة وعدد من الوجهاء.",
      "إعلان حالة الطوارئ في المدينة جاء بعد ساعات من وقوع الحادث.",
    ]
    for sentence in sentences {
      #expect(text(first + "<p>\(sentence)</p>" + second).contains(sentence))
    }
    for furniture in [
      "شارك", "شارك الخبر على فيسبوك", "إعلان", "إعلان - ممول من شركة مختلقة في المدينة",
    ] {
      #expect(!text(first + "<p>\(furniture)</p>" + second).contains(furniture))
    }
  }

  @Test func `what a page shows without scripts only is read`() {
    let hidden = String(repeating: first + second, count: 6)
    let body =
      "<div class=\"post-body\"><script type=\"text/template\">x</script><noscript>\(hidden)</noscript></div>"
    #expect(text(body).contains("وأضاف أن القوافل"))
    #expect(!text(first + second + "<noscript>\(hidden)</noscript>").contains("noscript"))
  }

  @Test func `what the text stated for programs lacks is furniture`() {
    let long = (1...12).map {
      "<p>الفقرة رقم \($0) من خبر مختلق عن إصلاح الطريق الذي يصل بين المدينة والقرى.</p>"
    }
    let stated = long.map { $0.replacing("<p>", with: "").replacing("</p>", with: "") }
    let head = """
      <script type="application/ld+json">{"@type":"NewsArticle","articleBody":"\(stated.joined(separator: " "))"}</script>
      """
    let offer = "<p>حمّل تطبيقنا واحصل على أخبار المدينة كلها في هاتفك من دون مقابل.</p>"
    let heading = "<h3>عنوان فرعي</h3>"
    let body =
      "<article>" + long[..<6].joined() + offer + heading + long[6...].joined() + "</article>"
    let text = text(body, head: head)
    #expect(!text.contains("واحصل على أخبار"))
    #expect(text.contains("عنوان فرعي"))
    #expect(text.contains("الفقرة رقم 12"))
  }

  @Test func `a heading that is a link to the first page is no title`() {
    let page = """
      <html><head><title>مدونة مختلقة عن المدينة: خبر عن الطريق الجديد</title></head><body>
      <h1><a href="https://blog.example/">مدونة مختلقة عن المدينة</a></h1>
      <h3>خبر عن الطريق الجديد</h3>\(first)\(second)</body></html>
      """
    #expect(Extractor().extract(Array(page.utf8)).title == "خبر عن الطريق الجديد")
  }

  @Test func `a label without a name is nobody`() {
    let page = """
      <html><head><title>عنوان الخبر الطويل هنا</title></head><body><h1>عنوان الخبر الطويل هنا</h1>
      <span class="author">Posted on September 2</span>\(first)\(second)</body></html>
      """
    #expect(Extractor().extract(Array(page.utf8)).byline == nil)
  }
}
