/// The text that a page states for programs (`articleBody` of schema.org), by which furniture among its paragraphs is told.
struct StatedBody {
  private let letters: [UInt8]

  /// Takes a text without markup.
  init(_ text: String) { letters = StatedBody.letters(Array(text.utf8)) }

  /// The paragraphs without those of running text that the page doesn't state, if it states nearly all of them.
  ///
  /// What stands before the first that is stated stays: leads often aren't.
  ///
  /// - Parameter paragraphs: The paragraphs, each with whether it is running text and no heading or item of a list.
  /// - Returns: Those that are left.
  func furnitureRemoved(_ paragraphs: [(bytes: [UInt8], isText: Bool)]) -> [[UInt8]] {
    let all = paragraphs.map(\.bytes)
    guard letters.count >= 800 else { return all }
    let forms = all.map(StatedBody.letters)
    let isStated = forms.map {
      $0.isEmpty || ByteSearch.find($0, in: letters, 0..<letters.count) != nil
    }
    let total = forms.reduce(0) { $0 + $1.count }
    let stated = zip(forms, isStated).reduce(0) { $0 + ($1.1 ? $1.0.count : 0) }
    guard stated * 100 >= total * 82, let first = isStated.firstIndex(of: true) else { return all }
    return all.indices.filter { $0 < first || isStated[$0] || !paragraphs[$0].isText }.map {
      all[$0]
    }
  }

  /// Letters and digits only, in small letters of ASCII; what stands between is written in many ways.
  private static func letters(_ text: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    var i = 0
    while i < text.count {
      let byte = ByteSearch.lower(text[i])
      switch byte {
      case 0x61...0x7A, 0x30...0x39: output.append(byte)
      // General punctuation, and the signs of Latin-1.
      case 0xE2: i += 2
      case 0xC2: i += 1
      case 0x80...: output.append(byte)
      default: break
      }
      i += 1
    }
    return output
  }
}
