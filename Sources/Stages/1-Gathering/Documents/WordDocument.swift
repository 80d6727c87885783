/// Reads text documents of word processors (ECMA-376, WordprocessingML): their paragraphs, one a line.
///
/// What tracked changes deleted, field codes, and second forms of drawings are left out; text that tracked
/// changes inserted stays.
struct WordDocument {
  private let title: String
  private let modified: String?
  private let text: String

  /// Elements that are no text of the document.
  private static let passedOver: Set<String> = ["deltext", "instrtext", "fallback", "ppr", "rpr"]

  /// Reads a document.
  init(_ bytes: [UInt8]) throws(DocumentFault) {
    let archive = try ZipArchive(bytes)
    guard let content = try archive.content("word/document.xml"),
      let body = XMLElement.document(xml: content)?.child("body")
    else { throw .noWordDocument }
    let core = try archive.content("docProps/core.xml").flatMap { XMLElement.document(xml: $0) }
    var paragraphs = WordDocument.paragraphs(of: body)
    if let first = paragraphs.first(where: { !$0.text.isEmpty }), first.isTitle {
      title = first.text
      paragraphs.removeAll { $0.isTitle && $0.text == first.text }
    } else {
      title = core?.text(of: "title") ?? ""
    }
    modified = core?.text(of: "modified")
    text = paragraphs.map(\.text).filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// The document as a record.
  func record(file: String) throws(DocumentFault) -> GatheredItem {
    DocumentRecord.item([.modified: modified, .title: title, .text: text], file: file)
  }

  private struct Paragraph {
    var text: String
    var isTitle: Bool
  }

  /// The paragraphs in their order, those of tables too.
  private static func paragraphs(of element: XMLElement) -> [Paragraph] {
    element.children.flatMap { child -> [Paragraph] in
      if child.name != "p" { return paragraphs(of: child) }
      var text = ""
      append(child, to: &text)
      let style = child.child("ppr")?.child("pstyle")?["val"]?.lowercased() ?? ""
      let isTitle = style == "title" || style == "heading1"
      return [Paragraph(text: text.trimmingSpace(), isTitle: isTitle)]
    }
  }

  private static func append(_ element: XMLElement, to text: inout String) {
    switch element.name {
    case "t": text += element.text
    case "tab": text += "\t"
    case "br", "cr": text += "\n"
    case "p" where !text.isEmpty:
      // A paragraph in a text box that stands in another.
      text += "\n"
      for child in element.children { append(child, to: &text) }
    case let name where passedOver.contains(name): break
    default: for child in element.children { append(child, to: &text) }
    }
  }
}
