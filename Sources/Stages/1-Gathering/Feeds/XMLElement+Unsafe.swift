internal import CLibXML2

/// An element of an XML or HTML document, as a value.
struct XMLElement {
  /// The name without its prefix, in small letters.
  let name: String
  let attributes: [(name: String, value: String)]
  let children: [XMLElement]
  /// What stands in the element, in document order.
  private let pieces: [Place]

  private enum Place {
    case text(String)
    case child(Int)
  }

  /// What stands in an element.
  enum Piece {
    case text(String)
    case child(XMLElement)
  }

  /// The text of the element and of all within it, entities resolved; of HTML without scripts and styles, and
  /// with U+2028 where a line ends.
  var text: String {
    if pieces.count == 1, case .text(let only) = pieces[0] { return only }
    var text = ""
    for piece in pieces {
      switch piece {
      case .text(let part): text += part
      case .child(let index): text += children[index].text
      }
    }
    return text
  }

  /// The value of an attribute.
  subscript(_ name: String) -> String? { attributes.first { $0.name == name }?.value }

  /// The first child of that name.
  func child(_ name: String) -> XMLElement? { children.first { $0.name == name } }

  /// The text of the first child of that name, without white space around it; `nil` if empty.
  func text(of name: String) -> String? {
    guard let text = child(name)?.text.trimmingSpace(), !text.isEmpty else { return nil }
    return text
  }

  /// Calls `body` with what stands in the element, in document order.
  func visitPieces(_ body: (Piece) -> Void) {
    for piece in pieces {
      switch piece {
      case .text(let text): body(.text(text))
      case .child(let index): body(.child(children[index]))
      }
    }
  }

  /// Calls `body` with this element and all within it, in document order.
  func visit(_ body: (XMLElement) -> Void) {
    body(self)
    for child in children { child.visit(body) }
  }
}

extension XMLElement {
  /// How deep elements may stand in one another; deeper ones are left out.
  private static let depthLimit = 200

  /// Reads an XML document, repairing what can be repaired.
  ///
  /// Nothing is fetched, and entities that the document declares are not resolved.
  ///
  /// - Parameter utf8: The document in UTF-8, whatever encoding it declares.
  /// - Returns: The root, and whether all of the document could be read; `nil` if there is no root.
  static func read(xml utf8: [UInt8]) -> (root: XMLElement, isWhole: Bool)? {
    let options =
      XML_PARSE_RECOVER.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
      | XML_PARSE_NOWARNING.rawValue | XML_PARSE_NOCDATA.rawValue | XML_PARSE_COMPACT.rawValue
      | XML_PARSE_IGNORE_ENC.rawValue
    guard let context = unsafe xmlNewParserCtxt() else { return nil }
    defer { unsafe xmlFreeParserCtxt(context) }
    let document = unsafe utf8.withUnsafeBytes { bytes in
      unsafe xmlCtxtReadMemory(
        context, bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count), nil, "UTF-8",
        Int32(options))
    }
    guard let document = unsafe document else { return nil }
    defer { unsafe xmlFreeDoc(document) }
    // Behind the faults that it can repair the parser goes on; at others it stops.
    let isWhole = unsafe context.pointee.disableSAX == 0
    return unsafe xmlDocGetRootElement(document).flatMap {
      unsafe element($0, depth: 0, isHTML: false)
    }.map { ($0, isWhole) }
  }

  /// Reads an XML document as far as it can be read; `nil` if there is no root.
  static func document(xml utf8: [UInt8]) -> XMLElement? { read(xml: utf8)?.root }

  /// Reads an HTML document; always finds something.
  static func document(html utf8: [UInt8]) -> XMLElement? {
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue
      | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_COMPACT.rawValue
    let document = unsafe utf8.withUnsafeBytes { bytes in
      unsafe htmlReadMemory(
        bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count), nil, "UTF-8",
        Int32(options))
    }
    guard let document = unsafe document else { return nil }
    defer { unsafe xmlFreeDoc(document) }
    return unsafe xmlDocGetRootElement(document).flatMap {
      unsafe element($0, depth: 0, isHTML: true)
    }
  }

  /// The elements of HTML behind which a line ends.
  private static let lines: Set<String> = [
    "p", "br", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "title",
  ]

  private static func element(
    _ node: UnsafeMutablePointer<xmlNode>, depth: Int, isHTML: Bool
  ) -> XMLElement? {
    guard unsafe node.pointee.type == XML_ELEMENT_NODE, depth < depthLimit else { return nil }
    var children: [XMLElement] = []
    var pieces: [Place] = []
    var next = unsafe node.pointee.children
    while let child = unsafe next {
      switch unsafe child.pointee.type {
      case XML_ELEMENT_NODE:
        if let element = unsafe element(child, depth: depth + 1, isHTML: isHTML) {
          let isShown = !isHTML || !["script", "style"].contains(element.name)
          if isShown { pieces.append(.child(children.count)) }
          if isHTML, lines.contains(element.name) { pieces.append(.text("\u{2028}")) }
          children.append(element)
        }
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
        pieces.append(.text(unsafe string(child.pointee.content)))
      default: break
      }
      unsafe next = child.pointee.next
    }
    return XMLElement(
      name: lowercased(unsafe string(node.pointee.name)),
      attributes: unsafe attributes(of: node), children: children, pieces: pieces)
  }

  private static func attributes(
    of node: UnsafeMutablePointer<xmlNode>
  ) -> [(name: String, value: String)] {
    var found: [(name: String, value: String)] = []
    var next = unsafe node.pointee.properties
    while let attribute = unsafe next {
      var value = ""
      var part = unsafe attribute.pointee.children
      while let piece = unsafe part {
        unsafe value += string(piece.pointee.content)
        unsafe part = piece.pointee.next
      }
      found.append((lowercased(unsafe string(attribute.pointee.name)), value))
      unsafe next = attribute.pointee.next
    }
    return found
  }

  /// Names are small letters already in most documents.
  private static func lowercased(_ name: String) -> String {
    name.utf8.allSatisfy { $0 &- 0x61 < 26 } ? name : name.lowercased()
  }

  private static func string(_ text: UnsafePointer<xmlChar>?) -> String {
    guard let text = unsafe text else { return "" }
    return unsafe String(cString: text)
  }
}
