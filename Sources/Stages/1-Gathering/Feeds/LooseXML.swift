/// Reads XML as careless programs write it and careless lines bring it.
enum LooseXML {
  /// A document as far as it could be read.
  struct Document {
    let root: XMLElement
    /// Whether it ends before its root is closed, or goes on in a way that can't be read.
    let isCutOff: Bool
    /// Whether a part was left out because it was open when the document ended.
    let hasOpenPart: Bool
  }

  /// Reads a document.
  ///
  /// What stands before it is skipped, its document type is left out with the entities declared there, so that none
  /// can blow up, and loose ampersands are mended. Of a document that is cut off the part that was open is left out,
  /// since nobody knows how its values went on.
  ///
  /// - Parameters:
  ///   - utf8: The document in UTF-8, whatever encoding it declares.
  ///   - parts: The name of a part by that of the root.
  /// - Returns: `nil` if there is no root.
  static func document(_ utf8: [UInt8], parts: [String: String]) -> Document? {
    let text = LooseEntities.repaired(
      DocumentType.removed(Array(utf8[start(of: utf8, roots: parts.keys.sorted())...])))
    guard let (root, isRead) = XMLElement.read(xml: text) else { return nil }
    guard openTag(root.name, in: text) != nil else {
      return Document(root: root, isCutOff: !isRead, hasOpenPart: false)
    }
    guard let part = parts[root.name], let open = openTag(part, in: text),
      let (whole, _) = XMLElement.read(xml: Array(text[..<open]))
    else { return Document(root: root, isCutOff: true, hasOpenPart: false) }
    return Document(root: whole, isCutOff: true, hasOpenPart: true)
  }

  /// Where the document begins behind what servers put before it: at `<?xml` or at the root, unless it is a page;
  /// else at its first mark.
  private static func start(of utf8: [UInt8], roots: [String]) -> Int {
    let first = utf8.firstIndex(of: mark) ?? utf8.startIndex
    var i = first
    while i < utf8.count {
      guard utf8[i] == mark else {
        i += 1
        continue
      }
      let name = localName(utf8, from: i + 1)
      if name == "html" || name == "!doctype" { return first }
      if name == "?xml" || roots.contains(name) { return i }
      i += 1
    }
    return first
  }

  /// Where the last tag of this name begins; `nil` if it closes the element.
  private static func openTag(_ name: String, in utf8: [UInt8]) -> Int? {
    var i = utf8.count - 1
    while i >= 0 {
      defer { i -= 1 }
      guard utf8[i] == mark, i + 1 < utf8.count else { continue }
      let isClosing = utf8[i + 1] == UInt8(ascii: "/")
      guard localName(utf8, from: isClosing ? i + 2 : i + 1) == name else { continue }
      let end = utf8[i...].firstIndex(of: UInt8(ascii: ">"))
      let isEmpty = end.map { utf8[$0 - 1] == UInt8(ascii: "/") } ?? false
      return isClosing || isEmpty ? nil : i
    }
    return nil
  }

  private static let mark = UInt8(ascii: "<")

  /// The name of a tag without its prefix, in small letters; of a long one the beginning.
  private static func localName(_ utf8: [UInt8], from start: Int) -> String {
    var name: [UInt8] = []
    for byte in utf8[min(start, utf8.count)...].prefix(40) {
      if byte == UInt8(ascii: ":") {
        name = []
      } else if byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") {
        break
      } else {
        name.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
      }
    }
    return String(decoding: name, as: UTF8.self)
  }
}
