internal import ArabicScript

/// What the data file `extracting/boilerplate.tsv` knows of classes and phrases.
struct BoilerplateWords: Sendable {
  /// What an element is by its `class` and `id`.
  enum Role: UInt8 { case body, rest, never, unknown }

  /// The roles of names, by the hashes of the names in small letters.
  private var roles: [UInt64: Role] = [:]
  /// How short paragraphs of page furniture begin, in small letters.
  private(set) var openings: [[UInt8]] = []
  /// Headings after which an article is over, in small letters.
  private(set) var endings: [[UInt8]] = []
  /// What stands before an author's name.
  private(set) var bylines: [String] = []
  /// What stands before the source of a report.
  private(set) var credits: [String] = []
  /// What stands before the time of the last change.
  private(set) var updates: [String] = []
  /// What stands before the time of publication.
  private(set) var publications: [String] = []
  /// How titles of galleries and of live blogs say what they are, in small letters.
  private(set) var galleryTitles: [String] = []
  private(set) var liveTitles: [String] = []
  /// Towns from which reports come.
  private(set) var places: Set<String> = []
  /// Names of agencies.
  private(set) var agencies: Set<String> = []
  /// What stands for an author but names none.
  private(set) var nobody: Set<String> = []

  static let shipped = BoilerplateWords(DataFile("extracting/boilerplate.tsv"))

  private init(_ file: DataFile) {
    for row in file.rows { add(row[0], row[1]) }
    bylines.sort { $0.utf8.count > $1.utf8.count }
  }

  /// Adds a word of a kind, by its name in the file.
  mutating func add(_ kind: String, _ word: String) {
    let bytes = Array(word.utf8)
    switch kind {
    case "body": roles[BoilerplateWords.hash(bytes[...])] = .body
    case "rest": roles[BoilerplateWords.hash(bytes[...])] = .rest
    case "never": roles[BoilerplateWords.hash(bytes[...])] = .never
    case "text": roles[BoilerplateWords.hash(bytes[...])] = .unknown
    case "opening": openings.append(bytes)
    case "byline": bylines.append(word)
    case "credit": credits.append(word)
    case "update": updates.append(word)
    case "publication": publications.append(word)
    case "gallery": galleryTitles.append(word)
    case "live": liveTitles.append(word)
    case "place": places.insert(word)
    case "agency": agencies.insert(word)
    case "nobody": nobody.insert(word)
    default: endings.append(bytes)
    }
  }

  /// FNV-1a (Fowler, Noll, Vo) of a name in small letters.
  private static func hash(_ name: ArraySlice<UInt8>) -> UInt64 {
    name.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64(ByteSearch.lower($1))) &* 0x100_0000_01B3 }
  }

  /// The role that the value of `class` or `id` tells; names are looked up whole and in their parts.
  func role(of value: ArraySlice<UInt8>) -> Role {
    var role = Role.unknown
    var start = value.startIndex
    while start < value.endIndex {
      var end = start
      while end < value.endIndex, value[end] > 0x20 { end += 1 }
      if end > start, end - start < 60 {
        switch nameRole(value[start..<end]) {
        case .body: return .body
        case .never: return .never
        case .rest: role = .rest
        case .unknown: break
        }
      }
      start = end + 1
    }
    return role
  }

  private func nameRole(_ name: ArraySlice<UInt8>) -> Role {
    if let role = roles[BoilerplateWords.hash(name)] { return role }
    var role = Role.unknown
    var start = name.startIndex
    for i in name.indices {
      let isSign = name[i] == 0x2D || name[i] == 0x5F || name[i] == 0x3A
      // A capital behind a small letter opens a part too: shareIcons.
      let isCapital = i > start && name[i] &- 0x41 < 26 && name[i - 1] &- 0x61 < 26
      let isLast = i == name.endIndex - 1
      guard isSign || isCapital || isLast else { continue }
      let part = name[start..<(isLast && !isSign ? i + 1 : i)]
      if isLast, isCapital { return role }
      // The state of a page is no role: has-sidebar, no-share, comments-open.
      if start == name.startIndex, BoilerplateWords.isState(part) { return .unknown }
      if isLast, part.elementsEqual("open".utf8) || part.elementsEqual("closed".utf8) {
        return .unknown
      }
      start = isSign ? i + 1 : i
      switch roles[BoilerplateWords.hash(part)] {
      case .never: role = .never
      case .rest where role != .never: role = .rest
      default: break
      }
    }
    return role
  }

  private static func isState(_ part: ArraySlice<UInt8>) -> Bool {
    part.elementsEqual("has".utf8) || part.elementsEqual("no".utf8)
      || part.elementsEqual("with".utf8)
  }

  /// Whether a short paragraph is furniture.
  func isFurniture(_ text: [UInt8]) -> Bool {
    openings.contains { BoilerplateWords.starts(text, with: $0) && isAlone($0, text, words: 6) }
  }

  /// Whether a heading tells that the article is over.
  func endsArticle(_ text: [UInt8]) -> Bool {
    endings.contains { BoilerplateWords.starts(text, with: $0) && isAlone($0, text, words: 4) }
  }

  /// Whether an opening of one word is most of a text: sentences may begin with it too.
  private func isAlone(_ opening: [UInt8], _ text: [UInt8], words: Int) -> Bool {
    guard let last = opening.last, last != UInt8(ascii: ":"), !opening.contains(0x20) else {
      return true
    }
    let isWhole = text.count == opening.count || !BoilerplateWords.isLetter(text[opening.count])
    let sign = text.dropFirst(opening.count).first { $0 > 0x20 }
    if let sign, BoilerplateWords.labelSigns.contains(sign) { return true }
    return isWhole && text.count { $0 == 0x20 } < words && text.last != UInt8(ascii: ".")
  }

  /// What stands behind a label.
  private static let labelSigns: Set<UInt8> = Set(":-|>/".utf8)

  private static func isLetter(_ byte: UInt8) -> Bool { byte > 0x7F || byte | 0x20 &- 0x61 < 26 }

  private static func starts(_ text: [UInt8], with opening: [UInt8]) -> Bool {
    guard text.count >= opening.count else { return false }
    for i in opening.indices {
      // Letters of two bytes are small in the file; their capitals differ in one bit of the second.
      let byte = ByteSearch.lower(text[i])
      if byte != opening[i], !(i > 0 && text[i - 1] == 0xC3 && byte | 0x20 == opening[i]) {
        return false
      }
    }
    return true
  }
}
