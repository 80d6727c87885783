/// Cuts the bytes of one input into records as they come.
///
/// It looks at no more than line ends, quotation marks and brackets; parsing is
/// ``RecordParser``'s work.
struct RecordSplitter {
  /// How the records of an input are set off from one another.
  enum Layout {
    /// Not yet known.
    case unknown
    /// The whole input is one text.
    case text
    /// One JSON object a line.
    case lines
    /// JSON objects behind one another, perhaps over several lines.
    case values
    /// The elements of a JSON array.
    case array
  }

  /// The longest record, in bytes, that is read.
  static let limit = 64 << 20

  private let file: String
  private var layout: Layout
  private var buffer: [UInt8] = []
  /// The offset of `buffer[0]` in the input.
  private var base = 0
  /// The first byte of the record being read, and the next byte to look at, in `buffer`.
  private var start = 0
  private var position = 0
  /// The line of `buffer[start]`, and of `buffer[position]`.
  private var startLine = 1
  private var line = 1
  /// The number of brackets open at `position`, and whether a string is.
  private var depth = 0
  private var isInString = false
  private var isEscaped = false
  /// Whether the record being read is too long and its bytes are thrown away.
  private var isSkipping = false

  /// Makes a splitter for a file with this name.
  init(file: String, layout: Layout) {
    self.file = file
    self.layout = layout
  }

  /// Takes the input's next bytes and appends the records that are complete with them.
  mutating func take(_ bytes: [UInt8], _ items: inout [GatheredItem]) {
    buffer.removeSubrange(..<start)
    base += start
    position -= start
    start = 0
    buffer += bytes
    if layout == .unknown { recognise() }
    switch layout {
    case .unknown: break
    case .text: position = buffer.count
    case .lines: splitLines(&items)
    case .values, .array: splitValues(&items)
    }
    if position - start > RecordSplitter.limit, !isSkipping {
      isSkipping = true
      report(.tooLong(limit: RecordSplitter.limit), at: startLine, &items)
    }
    if isSkipping { moveStart() }
  }

  /// Appends what is left at the input's end.
  mutating func finish(_ items: inout [GatheredItem]) {
    switch layout {
    case .unknown: report(.emptyArticle, at: nil, &items)
    case .text: emit(buffer.count, &items)
    case .lines, .values: emit(buffer.count, &items)
    case .array:
      if depth > 0 { report(.truncatedJSON, at: line, &items) } else { emit(buffer.count, &items) }
    }
  }

  private mutating func recognise() {
    if base == 0, position == 0, buffer.starts(with: [0xEF, 0xBB, 0xBF]) {
      position = 3
      moveStart()
    }
    guard let first = buffer[position...].firstIndex(where: { $0 > 0x20 }) else { return }
    switch buffer[first] {
    case UInt8(ascii: "{"): layout = .values
    case UInt8(ascii: "["): layout = .array
    default: layout = .text
    }
  }

  private mutating func splitLines(_ items: inout [GatheredItem]) {
    while let end = buffer[position...].firstIndex(of: 0x0A) {
      emit(end, &items)
      position = end + 1
      line += 1
      moveStart()
    }
    position = buffer.count
  }

  private mutating func splitValues(_ items: inout [GatheredItem]) {
    while position < buffer.count {
      let byte = buffer[position]
      position += 1
      if byte == 0x0A {
        line += 1
        // A string can't go over a line's end: the object is broken, and objects stand on lines.
        if isInString, layout == .values { return becomeLines(&items) }
      }
      if isInString {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInString = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isInString = true
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        if depth == 1, layout == .array { moveStart() }
      case UInt8(ascii: ","): if depth == 1, layout == .array { endValue(position - 1, &items) }
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth = max(0, depth - 1)
        if depth == 0 { endValue(layout == .array ? position - 1 : position, &items) }
        if depth == 0, layout == .lines { return splitLines(&items) }
      default: break
      }
    }
  }

  /// Ends a value at `end`; objects that take one line each are then read by lines, so that a broken
  /// one doesn't take others with it.
  private mutating func endValue(_ end: Int, _ items: inout [GatheredItem]) {
    let lines = emit(end, &items)
    moveStart()
    if layout == .values, lines == 0 { layout = .lines }
  }

  private mutating func becomeLines(_ items: inout [GatheredItem]) {
    emit(position - 1, &items)
    moveStart()
    (depth, isInString, isEscaped) = (0, false, false)
    layout = .lines
    splitLines(&items)
  }

  private mutating func moveStart() {
    start = position
    startLine = line
  }

  /// Appends the record `buffer[start ..< end]` if it is not blank; gives the number of line ends in it.
  @discardableResult
  private mutating func emit(_ end: Int, _ items: inout [GatheredItem]) -> Int {
    if isSkipping {
      isSkipping = false
      return 0
    }
    guard let first = buffer[start..<end].firstIndex(where: { $0 > 0x20 }) else { return 0 }
    let isText = layout == .text
    let from = isText ? start : first
    let bytes = Array(buffer[from..<end])
    let before = buffer[start..<from].reduce(0) { $1 == 0x0A ? $0 + 1 : $0 }
    items.append(
      .record(
        ArticleRecord(
          file: file, line: startLine + before, offset: base + from,
          form: isText ? .text : .json, bytes: bytes)))
    return isText || layout == .lines ? 0 : bytes.reduce(0) { $1 == 0x0A ? $0 + 1 : $0 }
  }

  private func report(
    _ reason: GatheringProblem.Reason, at line: Int?, _ items: inout [GatheredItem]
  ) {
    items.append(.problem(GatheringProblem(file: file, line: line, reason: reason)))
  }
}
