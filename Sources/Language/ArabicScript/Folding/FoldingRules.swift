/// The rules of folding as they stand in `Data/script`, read once.
struct FoldingRules: Sendable {
  /// What a code point becomes, and from which level on.
  struct Replacement: Sendable {
    let level: FoldingLevel
    let codePoints: [UInt32]
  }

  /// Replacements by code point (`letters.tsv`).
  let replacements: [UInt32: Replacement]
  /// Canonical combining classes other than 0 (`combining.tsv`).
  let classes: [UInt32: UInt8]
  /// Letters made of a letter and a sign (`compositions.tsv`), by `pairKey`.
  let compositions: [UInt64: UInt32]
  /// What Unicode's own composed letters are made of.
  let decompositions: [UInt32: (UInt32, UInt32)]
  /// The signs that may join the letter before them.
  let joining: Set<UInt32>

  static let shared = FoldingRules()

  /// The key of a pair in `compositions`.
  static func pairKey(_ first: UInt32, _ second: UInt32) -> UInt64 {
    UInt64(first) << 32 | UInt64(second)
  }

  private init() {
    var replacements: [UInt32: Replacement] = [:]
    replacements.reserveCapacity(8192)
    Self.read("script/letters.tsv") { fields in
      let level: FoldingLevel =
        switch fields[1].first {
        case UInt8(ascii: "m"): .marks
        case UInt8(ascii: "l"): .letters
        default: .search
        }
      let codePoints =
        fields[2].elementsEqual("-".utf8)
        ? [] : fields[2].split(separator: UInt8(ascii: " ")).map(Self.hexadecimal)
      replacements[Self.hexadecimal(fields[0])] = Replacement(level: level, codePoints: codePoints)
    }
    var classes: [UInt32: UInt8] = [:]
    Self.read("script/combining.tsv") { fields in
      let kind = fields[2].reduce(0) { $0 * 10 + ($1 - 0x30) }
      for codePoint in Self.hexadecimal(fields[0])...Self.hexadecimal(fields[1]) {
        classes[codePoint] = kind
      }
    }
    var compositions: [UInt64: UInt32] = [:]
    var decompositions: [UInt32: (UInt32, UInt32)] = [:]
    var seconds: Set<UInt32> = []
    Self.read("script/compositions.tsv") { fields in
      let (first, second) = (Self.hexadecimal(fields[0]), Self.hexadecimal(fields[1]))
      let both = Self.hexadecimal(fields[2])
      compositions[Self.pairKey(first, second)] = both
      if fields[3].first == UInt8(ascii: "c") { decompositions[both] = (first, second) }
      seconds.insert(second)
    }
    self.joining = Self.joining(replacements, classes, seconds)
    self.replacements = replacements
    self.classes = classes
    self.compositions = compositions
    self.decompositions = decompositions
  }

  /// Signs that are kept join by their class or as the second of a pair; signs that are dropped
  /// only as the second of a pair.
  private static func joining(
    _ replacements: [UInt32: Replacement], _ classes: [UInt32: UInt8], _ seconds: Set<UInt32>
  ) -> Set<UInt32> {
    var result = Set(classes.keys)
    for (codePoint, replacement) in replacements where replacement.level == .marks {
      if let first = replacement.codePoints.first {
        if classes[first] != nil { result.insert(codePoint) }
      } else {
        result.remove(codePoint)
      }
    }
    result.formUnion(seconds)
    result.formUnion(0x1161...0x1175)  // Hangul vowels and finals
    result.formUnion(0x11A8...0x11C2)
    return result
  }

  private static func read(_ name: String, _ body: ([ArraySlice<UInt8>]) -> Void) {
    for line in DataFile(name).bytes.split(separator: UInt8(ascii: "\n"))
    where line.first != UInt8(ascii: "#") {
      body(line.split(separator: UInt8(ascii: "\t"), maxSplits: 4))
    }
  }

  private static func hexadecimal(_ digits: ArraySlice<UInt8>) -> UInt32 {
    digits.reduce(0) { $0 << 4 | UInt32($1 < 0x3A ? $1 - 0x30 : $1 - 0x37) }
  }
}
