/// Presentation forms of Arabic letters: how they join, and what they stand for.
enum PresentationForm {
  /// To which sides a shaped letter is drawn joined.
  struct Shape: Sendable, Hashable {
    let joinsPrevious: Bool
    let joinsNext: Bool
  }

  private static let folding = Folding(.letters)
  private static let shapes = readShapes()

  /// How a presentation form joins; nil for what is none, and for isolated forms.
  static func shape(of codePoint: UInt32) -> Shape? { shapes[codePoint] }

  /// The text with letters for presentation forms; everything else stays.
  static func letters(of text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFB50...0xFBB1, 0xFBD3...0xFD3D, 0xFD50...0xFDFC, 0xFE80...0xFEFC:
        result.append(contentsOf: folding.folded(String(scalar)).unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// The shapes as the names in `letters.tsv` tell them.
  private static func readShapes() -> [UInt32: Shape] {
    var shapes: [UInt32: Shape] = [:]
    for row in DataFile("script/letters.tsv").rows where row[3].hasSuffix(" FORM") {
      guard let codePoint = UInt32(row[0], radix: 16) else { continue }
      switch row[3].split(separator: " ").dropLast().last {
      case "INITIAL": shapes[codePoint] = Shape(joinsPrevious: false, joinsNext: true)
      case "MEDIAL": shapes[codePoint] = Shape(joinsPrevious: true, joinsNext: true)
      case "FINAL": shapes[codePoint] = Shape(joinsPrevious: true, joinsNext: false)
      default: break
      }
    }
    return shapes
  }
}
