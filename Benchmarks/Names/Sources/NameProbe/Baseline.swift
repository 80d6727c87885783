import ArabicScript

/// Ranks by Levenshtein's edit distance between Latin letters: Arabic in ALA-LC without marks.
struct Baseline {
  private let names: [[UInt8]]
  private let isNormalized: Bool

  init(_ names: [String], isNormalized: Bool) {
    self.names = names.map(Baseline.form)
    self.isNormalized = isNormalized
  }

  static func form(_ name: String) -> [UInt8] {
    let latin = Romanization.alaLC.latin(name)
    return Folding(.search).folded(utf8: Array(latin.utf8)).filter { 0x61...0x7A ~= $0 }
  }

  /// The costs of all names.
  func costs(_ query: String) -> [Double] {
    let form = Baseline.form(query)
    return names.map { name in
      let distance = Double(Baseline.distance(form, name))
      return isNormalized ? distance / Double(max(1, form.count, name.count)) : distance
    }
  }

  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var row = Array(0...b.count)
    for i in 0..<a.count {
      var corner = row[0]
      row[0] = i + 1
      for j in 0..<b.count {
        let change = corner + (a[i] == b[j] ? 0 : 1)
        corner = row[j + 1]
        row[j + 1] = min(change, corner + 1, row[j] + 1)
      }
    }
    return row[b.count]
  }
}
