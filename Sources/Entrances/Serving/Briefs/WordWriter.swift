/// Writes a document of word processors: paragraphs of a few kinds, in the direction of their first letter.
struct WordWriter {
  /// A kind of paragraph, by the name of its style.
  enum Kind: String {
    case title = "Title"
    case heading = "Heading1"
    case item = "ListBullet"
    case plain = "Normal"
  }

  /// A stretch of text of one look.
  struct Run {
    var text: String
    var isBold = false
    /// Where it leads; `nil` for nowhere.
    var link: String?
    /// Whether it begins a new line.
    var beginsLine = false

    init(text: String, isBold: Bool = false, link: String? = nil) {
      self.text = text
      self.isBold = isBold
      self.link = link
    }

    /// A line of its own.
    init(line: String) {
      text = line
      beginsLine = true
    }
  }

  private let language: PageLanguage
  private var body = ""
  private var links: [String] = []

  init(_ language: PageLanguage) { self.language = language }

  /// Adds a paragraph.
  mutating func paragraph(_ kind: Kind, _ runs: [Run]) {
    let isRightToLeft =
      WordWriter.isRightToLeft(runs.map(\.text).joined(separator: " "))
      ?? (language.direction == "rtl")
    let direction = isRightToLeft ? "<w:bidi/>" : ""
    body += "<w:p><w:pPr><w:pStyle w:val=\"\(kind.rawValue)\"/>\(direction)</w:pPr>"
    for run in runs { body += element(run) }
    body += "</w:p>"
  }

  private mutating func element(_ run: Run) -> String {
    let isRightToLeft = WordWriter.isRightToLeft(run.text) ?? false
    let look =
      (run.link == nil ? "" : "<w:rStyle w:val=\"Hyperlink\"/>")
      + (run.isBold ? "<w:b/><w:bCs/>" : "") + (isRightToLeft ? "<w:rtl/>" : "")
    let text =
      "<w:r><w:rPr>\(look)</w:rPr>\(run.beginsLine ? "<w:br/>" : "")"
      + "<w:t xml:space=\"preserve\">\(WordWriter.escaped(run.text))</w:t></w:r>"
    guard let link = run.link else { return text }
    links.append(link)
    return "<w:hyperlink r:id=\"link\(links.count)\">\(text)</w:hyperlink>"
  }

  /// The document as a .docx file.
  var file: [UInt8] {
    var zip = ZipWriter()
    for (name, content) in [
      ("[Content_Types].xml", WordWriter.contentTypes), ("_rels/.rels", WordWriter.packageLinks),
      ("word/document.xml", document), ("word/styles.xml", styles),
      ("word/numbering.xml", WordWriter.numbering), ("word/_rels/document.xml.rels", documentLinks),
    ] {
      zip.add(name, Array("\(WordWriter.declaration)\(content)".utf8))
    }
    return zip.file
  }

  private static let declaration =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  private static let relations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let packages = "http://schemas.openxmlformats.org/package/2006"

  private var document: String {
    let section = language.direction == "rtl" ? "<w:bidi/>" : ""
    return "<w:document xmlns:w=\"\(Self.main)\" xmlns:r=\"\(Self.relations)\"><w:body>\(body)"
      + "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\""
      + " w:left=\"1134\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>\(section)</w:sectPr></w:body></w:document>"
  }

  private var styles: String {
    func style(_ kind: Kind, _ name: String, _ size: Int, _ paragraph: String = "") -> String {
      let look = kind == .title || kind == .heading ? "<w:b/><w:bCs/>" : ""
      let isDefault = kind == .plain ? " w:default=\"1\"" : ""
      let base = kind == .plain ? "" : "<w:basedOn w:val=\"Normal\"/>"
      return
        "<w:style w:type=\"paragraph\"\(isDefault) w:styleId=\"\(kind.rawValue)\"><w:name w:val=\"\(name)\"/>\(base)"
        + "<w:qFormat/><w:pPr>\(paragraph)</w:pPr>"
        + "<w:rPr>\(look)<w:sz w:val=\"\(size)\"/><w:szCs w:val=\"\(size + 2)\"/></w:rPr></w:style>"
    }
    return "<w:styles xmlns:w=\"\(Self.main)\"><w:docDefaults><w:rPrDefault><w:rPr>"
      + "<w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" w:cs=\"Arial\"/>"
      + "<w:lang w:val=\"en-GB\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault></w:docDefaults>"
      + style(.plain, "Normal", 22, "<w:spacing w:after=\"120\"/>")
      + style(.title, "Title", 36, "<w:spacing w:after=\"240\"/>")
      + style(
        .heading, "heading 1", 28,
        "<w:keepNext/><w:spacing w:before=\"240\" w:after=\"120\"/><w:outlineLvl w:val=\"0\"/>")
      + style(
        .item, "List Bullet", 22,
        "<w:numPr><w:numId w:val=\"1\"/></w:numPr><w:spacing w:after=\"120\"/>")
      + "<w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/>"
      + "<w:rPr><w:color w:val=\"0563C1\"/><w:u w:val=\"single\"/></w:rPr></w:style></w:styles>"
  }

  private static let numbering =
    "<w:numbering xmlns:w=\"\(main)\"><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>"
    + "<w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"•\"/><w:lvlJc w:val=\"left\"/>"
    + "<w:pPr><w:ind w:left=\"360\" w:hanging=\"360\"/></w:pPr></w:lvl></w:abstractNum>"
    + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>"

  private static let contentTypes: String = {
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    let parts = [
      ("document", "document.main"), ("styles", "styles"), ("numbering", "numbering"),
    ].map { name, type in
      "<Override PartName=\"/word/\(name).xml\" ContentType=\"\(word).\(type)+xml\"/>"
    }
    return "<Types xmlns=\"\(packages)/content-types\">"
      + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>\(parts.joined())</Types>"
  }()

  private static let packageLinks =
    "<Relationships xmlns=\"\(packages)/relationships\"><Relationship Id=\"document\""
    + " Type=\"\(relations)/officeDocument\" Target=\"word/document.xml\"/></Relationships>"

  private var documentLinks: String {
    let outside = links.enumerated().map { index, link in
      "<Relationship Id=\"link\(index + 1)\" Type=\"\(Self.relations)/hyperlink\""
        + " Target=\"\(WordWriter.escaped(link))\" TargetMode=\"External\"/>"
    }
    let parts = ["styles", "numbering"].map {
      "<Relationship Id=\"\($0)\" Type=\"\(Self.relations)/\($0)\" Target=\"\($0).xml\"/>"
    }
    return "<Relationships xmlns=\"\(Self.packages)/relationships\">"
      + (parts + outside).joined() + "</Relationships>"
  }

  /// Whether the first letter is of a script that runs from right to left; `nil` without letters.
  static func isRightToLeft(_ text: String) -> Bool? {
    for scalar in text.unicodeScalars where scalar.properties.isAlphabetic {
      return (0x0590...0x08FF).contains(scalar.value) || (0xFB1D...0xFEFC).contains(scalar.value)
    }
    return nil
  }

  /// The text as XML, without the characters that XML does not have, and without marks of isolation, for a run has one
  /// direction anyway.
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: result.append(contentsOf: "&amp;".unicodeScalars)
      case 0x3C: result.append(contentsOf: "&lt;".unicodeScalars)
      case 0x3E: result.append(contentsOf: "&gt;".unicodeScalars)
      case 0x22: result.append(contentsOf: "&quot;".unicodeScalars)
      case 0x00...0x1F: result.append(" ")
      case 0x2066...0x2069, 0xFFFE, 0xFFFF: continue
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
