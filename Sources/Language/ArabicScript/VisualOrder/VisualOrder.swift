/// Whether a text stands in visual order: its lines written as they look, from left to right, as
/// some PDF files give them.
///
/// Asking and repairing are two steps, because repairing text that is in order destroys it:
///
///     let order = VisualOrder(of: text)
///     let repaired = order.isVisual ? VisualOrder.repaired(text) : text
public struct VisualOrder: Sendable, Hashable {
  /// Signs that the text is in the order of reading: words that begin with an article or with hamza
  /// below alef, words that end in teh marbuta or alef maksura, shapes of letters in their order.
  public let readingEvidence: Int
  /// The same signs the wrong way round.
  public let visualEvidence: Int
  /// The number of presentation forms (shaped letters).
  public let shapedCount: Int

  /// Whether the text is in visual order: the signs for it are at least two, and three times those
  /// against it.
  public var isVisual: Bool { visualEvidence >= 2 && visualEvidence > 3 * readingEvidence }

  /// Weighs a text, or a part of it; a line or two are enough.
  ///
  /// - Complexity: O(n).
  public init(of text: String) {
    var evidence = Evidence()
    var word: [UInt32] = []
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x64B...0x65F, 0x670, 0x640: break
      case 0x621...0x64A, 0x671...0x6D3, 0xFB50...0xFDFB, 0xFE80...0xFEFC: word.append(scalar.value)
      default:
        evidence.weigh(word)
        word.removeAll(keepingCapacity: true)
      }
    }
    evidence.weigh(word)
    readingEvidence = evidence.reading
    visualEvidence = evidence.visual
    shapedCount = evidence.shaped
  }

  /// The text with each line turned into the order of reading, presentation forms made letters.
  ///
  /// Numbers and Latin words keep their direction, brackets their meaning, vowel signs their letter.
  /// For text in visual order only; see `isVisual`.
  ///
  /// - Complexity: O(n).
  public static func repaired(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var line: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      if CodePointClass.of(scalar.value) == .lineEnd {
        result.append(contentsOf: VisualLine(line).inReadingOrder)
        line.removeAll(keepingCapacity: true)
        result.append(scalar)
      } else {
        line.append(scalar)
      }
    }
    result.append(contentsOf: VisualLine(line).inReadingOrder)
    return PresentationForm.letters(of: String(result))
  }
}

/// Signs of order, gathered word by word.
private struct Evidence {
  var reading = 0
  var visual = 0
  var shaped = 0

  mutating func weigh(_ word: [UInt32]) {
    guard word.count >= 2, let first = word.first, let last = word.last else { return }
    let shapes = word.map { PresentationForm.shape(of: $0) }
    if shapes.contains(where: { $0 != nil }) {
      shaped += shapes.count { $0 != nil }
      for (a, b) in zip(shapes, shapes.dropFirst()) {
        if let a, let b {
          let isReading = a.joinsNext && b.joinsPrevious
          let isVisual = a.joinsPrevious && b.joinsNext
          if isReading && !isVisual { reading += 1 }
          if isVisual && !isReading { visual += 1 }
        }
      }
      return
    }
    guard word.count >= 3 else { return }
    if first == 0x629 || first == 0x649 { visual += 1 }
    if last == 0x629 || last == 0x649 { reading += 1 }
    if first == 0x625 { reading += 1 }
    if last == 0x625 { visual += 1 }
    if word.count >= 4 {
      if first == 0x627, word[1] == 0x644 { reading += 1 }
      if last == 0x627, word[word.count - 2] == 0x644 { visual += 1 }
    }
  }
}
