import Foundation
import NewsModel
import Testing

@testable import Gathering

// All texts here are invented.

@Suite("PDF") struct PortableDocumentTests {
  /// A line as `pdftotext -bbox-layout` tells it: words with their left edges, ten points a letter.
  private func line(_ words: [(String, Int)], top: Int, height: Int = 12) -> String {
    let parts = words.map { text, left in
      "<word xMin=\"\(left)\" xMax=\"\(left + 10 * text.unicodeScalars.count)\" yMin=\"\(top)\" yMax=\"\(top + height)\">\(text)</word>"
    }
    return
      "<block><line xMin=\"0\" xMax=\"300\" yMin=\"\(top)\" yMax=\"\(top + height)\">\(parts.joined())</line></block>"
  }

  private func article(_ pages: [String], head: String = "") throws -> Article {
    let layout = """
      <html xmlns="http://www.w3.org/1999/xhtml"><head>\(head)</head><body><doc>
      \(pages.map { "<page width=\"400\" height=\"600\"><flow>\($0)</flow></page>" }.joined())
      </doc></body></html>
      """
    let item = try PortableDocument(layout: Array(layout.utf8)).record(file: "a.pdf")
    guard case .record(let record) = item else { throw DocumentFault.damagedPDF }
    return try RecordParser(mapping: FieldMapping()).parse(record).article
  }

  private func visual(_ word: String) -> String {
    String(String.UnicodeScalarView(word.unicodeScalars.reversed()))
  }

  @Test func `words in visual order become lines in the order of reading, and lines paragraphs`()
    throws
  {
    let head = line(
      [(visual("الواحة"), 100), (visual("إلى"), 170), (visual("عودة"), 210)], top: 20, height: 24)
    let first = line(
      [
        (visual("يوم"), 0), ("12/03/2025", 40), (visual("المدينة"), 150), (visual("إلى"), 230),
        (visual("وصلت"), 270),
      ],
      top: 60)
    let second = line([(visual("القافلة"), 200), (visual("الأولى"), 275)], top: 76)
    let third = line([("Co", 190), ("Noor", 215), (visual("شركة"), 270)], top: 110)
    let found = try article([head + first + second + third])
    #expect(found.title == "عودة إلى الواحة")
    #expect(
      found.text == "وصلت إلى المدينة 12/03/2025 يوم الأولى القافلة\nشركة Co Noor"
        || found.text == "وصلت إلى المدينة 12/03/2025 يوم الأولى القافلة\nشركة Noor Co",
      "\(found.text)")
  }

  @Test func `lam and alef that a font draws as one shape are put in order`() throws {
    #expect(LamAlef.isTurned("أن اإلصالح كلف األطفال"))
    #expect(!LamAlef.isTurned("أن الإصلاح كلف الأطفال"))
    let order = LamAlef()
    for text in [
      "وأضاف أن الإصلاح كلف الأطفال كثيرا", "قال الناس إن السلام لا يعود خلال الأيام",
      "بلا مال ولا عمل",
      "الاحتلال والآلاف", "(الأولى) إلى الأمام، خلال 3 أيام",
    ] {
      // As a font's shape tells it: each lam before an alef the other way round.
      var turned = Array(text.unicodeScalars)
      for i in turned.indices.dropLast()
      where turned[i] == "ل" && ["ا", "أ", "إ", "آ"].contains(turned[i + 1]) {
        turned.swapAt(i, i + 1)
      }
      #expect(order.straightened(String(String.UnicodeScalarView(turned))) == text)
    }
  }

  @Test func `brackets that were turned with their line are put in order, and others stay`() {
    #expect(TurnedBrackets.areTurned(["الشركة »نور الضفة« أنجزت"]))
    #expect(!TurnedBrackets.areTurned(["الشركة «نور الضفة» أنجزت", "1) أول"]))
    #expect(
      TurnedBrackets.straightened("الشركة »نور )الضفة(« أنجزت") == "الشركة «نور (الضفة)» أنجزت")
  }

  @Test func `page numbers and running titles are no text`() throws {
    let pages = (1...4).map { number in
      line([(visual("النشرة"), 200)], top: 5)
        + line(
          [
            (visual("القرية"), 150), (visual("إلى"), 220), (visual("رقم"), 260), ("\(number)", 300),
          ], top: 60)
        + line([("\(number)", 150)], top: 580)
    }
    let text = try article(pages).text
    #expect(!text.contains("النشرة"))
    #expect(text.split(separator: "\n").count == 4, "\(text)")
  }

  @Test func `the title that the maker gave counts unless it is a file's name`() throws {
    let body = line([(visual("القرية"), 150), (visual("إلى"), 220)], top: 60)
    #expect(try article([body], head: "<title>تقرير</title>").title == "تقرير")
    #expect(try article([body], head: "<title>Microsoft Word - a.doc</title>").title.isEmpty)
    let other = line([(visual("الطريق"), 150), (visual("من"), 220)], top: 260)
    let untitled = try article([body, other], head: "<title>untitled</title>").title
    #expect(untitled.contains("القرية") && !untitled.contains("الطريق"))
    let dated = try article(
      [body], head: "<meta name=\"ModDate\" content=\"2025-03-12T10:00:00Z\"/>")
    #expect(dated.modified == "2025-03-12T10:00:00Z")
  }

  @Test func `a file without text, and what is none, is told of`() throws {
    #expect(throws: DocumentFault.noTextLayer) {
      try PortableDocument(layout: Array("<html><body><doc><page></page></doc></body></html>".utf8))
    }
    #expect(throws: DocumentFault.damagedPDF) { try PortableDocument(layout: Array("x".utf8)) }
  }

  private static func isInstalled(_ name: String) -> Bool {
    FileManager.default.isExecutableFile(atPath: "/usr/bin/\(name)")
  }

  @Test(.enabled(if: isInstalled("pdftotext")))
  func `poppler's complaints are told in our words`() throws {
    #expect(throws: DocumentFault.damagedPDF) {
      try PortableDocument(Array("%PDF-1.4 no more".utf8))
    }
    #expect(throws: DocumentFault.damagedPDF) { try PortableDocument([]) }
  }

  @Test(.enabled(if: isInstalled("pdftotext") && isInstalled("chromium")))
  func `an Arabic page that a browser printed is read as it was written`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "marsad-pdf-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let title = "عودة المياه إلى بلدة الواحة بعد 12 يوما"
    let paragraphs = [
      "قال المتحدث باسم بلدية الواحة سامي النجار إن المياه عادت إلى 3 أحياء يوم 12/03/2025، وأضاف أن الإصلاح كلّف 1,500 دينار. وقال إن الشركة «نور الضفة» أنجزت العمل.",
      "وحذر النجار من انقطاع آخر ما لم تُرمم المحطة قبل الصيف، لأن الأنابيب قديمة.",
    ]
    let page = """
      <html lang="ar" dir="rtl"><meta charset="utf-8"><h1>\(title)</h1>\(paragraphs.map { "<p>\($0)</p>" }.joined())
      """
    try page.write(to: folder.appending(path: "a.html"), atomically: true, encoding: .utf8)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/chromium")
    process.arguments = [
      "--headless", "--disable-gpu", "--no-sandbox", "--no-pdf-header-footer",
      "--user-data-dir=\(folder.path)/profile", "--print-to-pdf=\(folder.path)/a.pdf",
      "file://\(folder.path)/a.html",
    ]
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let bytes = Array(try Data(contentsOf: folder.appending(path: "a.pdf")))
    guard case .record(let record) = try PortableDocument(bytes).record(file: "a.pdf") else {
      return
    }
    let found = try RecordParser(mapping: FieldMapping()).parse(record).article
    #expect(found.title == title)
    #expect(found.text == paragraphs.joined(separator: "\n"))
  }
}
