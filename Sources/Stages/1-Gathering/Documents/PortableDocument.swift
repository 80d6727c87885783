/// Reads the text layer of PDF files: their paragraphs, one a line, in the order of reading.
struct PortableDocument {
  private let title: String
  private let modified: String?
  private let text: String

  /// Reads a file.
  init(_ pdf: [UInt8]) throws(DocumentFault) {
    try self.init(layout: try PopplerProgram.layout(of: pdf))
  }

  /// Reads what `pdftotext -bbox-layout` tells of a file.
  init(layout: [UInt8]) throws(DocumentFault) {
    guard let root = XMLElement.document(xml: layout), let body = root.child("body") else {
      throw .damagedPDF
    }
    let pages = (body.child("doc")?.children ?? []).filter { $0.name == "page" }.map(PDFPage.init)
    let lines = PDFPage.withoutRunningTitles(pages)
    guard lines.contains(where: { !$0.isEmpty }) else { throw .noTextLayer }
    var paragraphs = lines.flatMap { PDFParagraph.paragraphs(of: $0) }
    if LamAlef.isTurned(paragraphs.map(\.text).joined(separator: "\n")) {
      let order = LamAlef()
      for i in paragraphs.indices { paragraphs[i].text = order.straightened(paragraphs[i].text) }
    }
    if TurnedBrackets.areTurned(paragraphs.map(\.text)) {
      for i in paragraphs.indices {
        paragraphs[i].text = TurnedBrackets.straightened(paragraphs[i].text)
      }
    }
    let sizes = paragraphs.flatMap { [Double](repeating: $0.height, count: $0.text.utf8.count) }
    let usual = sizes.sorted()[sizes.count / 2]
    // What stands in larger letters at the top is the title.
    let large = paragraphs.prefix(3).prefix { $0.height > 1.25 * usual }.map(\.text)
    let head = root.child("head")
    let stated = head?.text(of: "title") ?? ""
    let given = PortableDocument.title(stated)
    if large.isEmpty, given.isEmpty, !stated.isEmpty, paragraphs.count > 1,
      paragraphs[0].text.utf8.count < 200
    {
      title = paragraphs.removeFirst().text
    } else if large.isEmpty {
      title = given
    } else {
      title = large.joined(separator: " ")
      paragraphs.removeFirst(large.count)
    }
    modified = head?.children.first { $0["name"] == "ModDate" }?["content"]
    text = paragraphs.map(\.text).joined(separator: "\n")
  }

  /// The file as a record.
  func record(file: String) throws(DocumentFault) -> GatheredItem {
    DocumentRecord.item([.modified: modified, .title: title, .text: text], file: file)
  }

  /// What programs write in place of a title.
  private static let placeholders: Set<String> = [
    "untitled", "(untitled)", "untitled document", "(anonymous)", "anonymous", "document",
    "document1",
    "بدون عنوان", "بلا عنوان", "مستند1",
  ]

  /// The title that the file's maker gave it, unless that is a file's name or none.
  private static func title(_ given: String?) -> String {
    guard let given, !given.hasPrefix("Microsoft Word - "),
      ![".doc", ".docx", ".pdf", ".indd", ".odt", ".html"].contains(where: given.hasSuffix)
    else { return "" }
    return placeholders.contains(given.trimmingSpace().lowercased()) ? "" : given
  }
}
