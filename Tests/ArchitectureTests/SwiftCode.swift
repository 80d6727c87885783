/// Swift source without comments, literals and raw identifiers.
struct SwiftCode {
  /// The code that is left; line ends are kept.
  private(set) var code = ""

  init(_ source: String) {
    var rest = Substring(source)
    while let first = rest.first {
      if rest.hasPrefix("//") {
        rest = rest.drop { $0 != "\n" }
      } else if rest.hasPrefix("/*") {
        skip(&rest, opening: 2, until: "*/")
      } else if rest.hasPrefix("\"\"\"") {
        skip(&rest, opening: 3, until: "\"\"\"")
      } else if rest.hasPrefix("#\"") {
        skip(&rest, opening: 2, until: "\"#")
      } else if first == "\"" {
        skipString(&rest)
      } else if first == "`" {
        skip(&rest, opening: 1, until: "`")
      } else {
        code.append(first)
        rest.removeFirst()
      }
    }
  }

  /// The number of the first line with a character that is not ASCII.
  var firstLineBeyondASCII: Int? {
    code.split(separator: "\n", omittingEmptySubsequences: false)
      .firstIndex { !$0.utf8.allSatisfy { $0 < 0x80 } }.map { $0 + 1 }
  }

  /// The words of the code.
  var words: Set<Substring> {
    Set(code.split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "@") })
  }

  private mutating func skip(_ rest: inout Substring, opening: Int, until end: String) {
    var skipped = rest.prefix(opening)
    rest = rest.dropFirst(opening)
    while !rest.isEmpty, !rest.hasPrefix(end) {
      skipped = rest.prefix(1)
      if skipped == "\n" { code.append("\n") }
      rest = rest.dropFirst()
    }
    rest = rest.dropFirst(end.count)
  }

  /// Skips a string on one line, with what is interpolated into it.
  private func skipString(_ rest: inout Substring) {
    rest = rest.dropFirst()
    while let first = rest.first, first != "\"", first != "\n" {
      guard first == "\\" else {
        rest = rest.dropFirst()
        continue
      }
      rest = rest.dropFirst()
      if rest.first == "(" { skipInterpolation(&rest) } else { rest = rest.dropFirst() }
    }
    rest = rest.dropFirst()
  }

  private func skipInterpolation(_ rest: inout Substring) {
    var depth = 0
    while let first = rest.first, first != "\n" {
      if first == "\"" {
        skipString(&rest)
        continue
      }
      rest = rest.dropFirst()
      if first == "(" { depth += 1 }
      if first == ")" {
        depth -= 1
        if depth == 0 { return }
      }
    }
  }
}
