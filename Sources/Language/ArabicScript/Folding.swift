/// A text folded for comparing, with the way back to the original.
public struct FoldedText: Sendable, Hashable {
  /// The folded text.
  public let utf8: [UInt8]
  /// The way back to the original bytes.
  public let offsets: OffsetMap

  /// Folds a text.
  ///
  /// - Parameters:
  ///   - text: UTF-8; bytes that are not valid UTF-8 are kept as they are.
  ///   - level: How much is evened out.
  /// - Complexity: O(n).
  public init(folding text: [UInt8], level: FoldingLevel) {
    var output: [UInt8] = []
    var origins: [UInt32] = []
    output.reserveCapacity(text.count)
    origins.reserveCapacity(text.count + 1)
    Folding(level).fold(text.span, 0, text.count, into: &output, origins: &origins)
    origins.append(UInt32(text.count))
    utf8 = output
    offsets = OffsetMap(origins: origins)
  }

  /// The folded text as a string.
  public var string: String { String(decoding: utf8, as: UTF8.self) }
}

/// Folds UTF-8 bytes at one level.
public struct Folding: Sendable {
  private let table: FoldingTable
  private let level: FoldingLevel

  /// Makes a folding; the tables are shared.
  public init(_ level: FoldingLevel) {
    self.level = level
    table = FoldingTable.table(for: level)
  }

  /// The text folded, as a string.
  public func folded(_ text: String) -> String {
    String(decoding: folded(utf8: Array(text.utf8)), as: UTF8.self)
  }

  /// The text folded, as bytes.
  public func folded(utf8 text: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    fold(text.span, 0, text.count, into: &output)
    return output
  }

  /// Appends the fold of `text[start ..< end]` to `output`.
  public func fold(_ text: Span<UInt8>, _ start: Int, _ end: Int, into output: inout [UInt8]) {
    var i = start
    while i < end {
      let next = step(text, i, end, &output)
      i = next
    }
  }

  /// Appends the fold of `text[start ..< end]` to `output`, and to `origins` for each byte of it the
  /// offset of the code point that it came from.
  public func fold(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, into output: inout [UInt8],
    origins: inout [UInt32]
  ) {
    var i = start
    while i < end {
      let before = output.count
      let next = step(text, i, end, &output)
      for _ in before..<output.count { origins.append(UInt32(i)) }
      i = next
    }
  }

  /// Folds the code point at `i` (with a combining hamza or madda behind it); gives the offset
  /// behind what was read.
  private func step(_ text: Span<UInt8>, _ i: Int, _ end: Int, _ output: inout [UInt8]) -> Int {
    let lead = text[i]
    if level == .none {
      output.append(lead)
      return i + 1
    }
    if lead < 0x80 {
      let packed = table.low[Int(lead)]
      output.append(packed == FoldingTable.same ? lead : UInt8(packed & 0xFF))
      return i + 1
    }
    if lead < 0xE0 {
      guard lead >= 0xC2, i + 1 < end, text[i + 1] & 0xC0 == 0x80 else {
        output.append(lead)
        return i + 1
      }
      var codePoint = UInt32(lead & 0x1F) << 6 | UInt32(text[i + 1] & 0x3F)
      var next = i + 2
      // A letter written with a combining hamza or madda is the composed letter.
      if next + 1 < end, text[next] == 0xD9, text[next + 1] & 0xFE == 0x94 || text[next + 1] == 0x93,
        let composed = Folding.composed(codePoint, text[next + 1])
      {
        codePoint = composed
        next += 2
      }
      append(table.low[Int(codePoint)], codePoint, &output)
      return next
    }
    let length = lead < 0xF0 ? 3 : 4
    guard lead < 0xF5, i + length <= end else {
      output.append(lead)
      return i + 1
    }
    var codePoint = UInt32(lead & (length == 3 ? 0x0F : 0x07))
    for k in 1..<length {
      guard text[i + k] & 0xC0 == 0x80 else {
        output.append(lead)
        return i + 1
      }
      codePoint = codePoint << 6 | UInt32(text[i + k] & 0x3F)
    }
    if let replacement = table.high[codePoint] {
      output.append(contentsOf: replacement)
    } else {
      for k in 0..<length { output.append(text[i + k]) }
    }
    return i + length
  }

  private func append(_ packed: UInt32, _ codePoint: UInt32, _ output: inout [UInt8]) {
    if packed == FoldingTable.same {
      output.append(UInt8(0xC0 | codePoint >> 6))
      output.append(UInt8(0x80 | codePoint & 0x3F))
      return
    }
    var count = packed >> 24
    var rest = packed
    while count > 0 {
      output.append(UInt8(rest & 0xFF))
      rest >>= 8
      count -= 1
    }
  }

  /// The composed letter of a base letter and the combining mark U+0653, U+0654 or U+0655 (given by
  /// its second byte), if Unicode has one.
  private static func composed(_ base: UInt32, _ mark: UInt8) -> UInt32? {
    switch (base, mark) {
    case (0x627, 0x93): 0x622
    case (0x627, 0x94): 0x623
    case (0x627, 0x95): 0x625
    case (0x648, 0x94): 0x624
    case (0x64A, 0x94), (0x649, 0x94), (0x6CC, 0x94): 0x626
    case (0x6C1, 0x94): 0x6C2
    case (0x6D2, 0x94): 0x6D3
    case (0x6D5, 0x94): 0x6C0
    default: nil
    }
  }
}
