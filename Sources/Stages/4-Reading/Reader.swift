internal import ArabicQuantities
internal import ArabicScript
internal import ArabicWords
internal import Crypto
public import NewsModel

/// Reads articles: a pure function of the article and the reader's version.
public struct Reader: Sendable {
  /// The version of this reader; it changes whenever a reading may change.
  public static let version = ReaderVersion(name: "marsad", version: "0.1.0")

  private let lexicon: ReadingLexicon
  private let rules: ReadingRules
  private let kinds: Set<RecordKind>
  private let explains: Bool
  private let memories = ReadingMemories()

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - rules: The rules to read by.
  ///   - kinds: What to read; the fewer, the faster. Records of the other kinds are not in the
  ///     readings, and without `mentions` no record is linked to an entry, nor do names that only the model of
  ///     mentions knows count as names.
  ///   - explains: Whether events tell what their confidence rests on, which takes time.
  public init(
    rules: ReadingRules = .standard, kinds: Set<RecordKind> = Set(RecordKind.allCases),
    explains: Bool = false
  ) {
    self.rules = rules
    self.kinds = kinds
    self.explains = explains
    lexicon = rules.cues.isEmpty ? ReadingLexicon.standard : ReadingLexicon(extraCues: rules.cues)
  }

  /// Reads one article.
  ///
  /// Never fails on text: a text that is no Arabic gets a reading without records and a note.
  public func read(_ article: Article) -> Reading { memories.lend { read(article, &$0) } }

  private func read(_ article: Article, _ memory: inout ReadingMemory) -> Reading {
    let utf8 = Array(article.text.utf8)
    let analysis = TextAnalysis(utf8, lexicon: lexicon, &memory)
    var reading = Reading(
      id: article.id, reader: Reader.version, language: analysis.language,
      textSHA256: Reader.digest(utf8))
    guard reading.language == "ar" else {
      reading.notes.append(
        Note(message: "the text is not Arabic (\(reading.language)); nothing was read from it"))
      return reading
    }
    reading.titleAt = Reader.title(article.title, openingIn: utf8)
    let heads = CreditReader(analysis: analysis)
    reading.credit = heads.credit()
    reading.dateline = heads.dateline(of: article.source)
    readRecords(of: article, analysis, &memory, into: &reading)
    if kinds.contains(.mentions) {
      EntryLinker(analysis, published: article.published, &memory.entries)
        .link(&reading, &memory.persons)
    }
    if !kinds.contains(.statements) { reading.statements = [] }
    markTitle(in: &reading)
    return reading
  }

  /// Reads the records of the kinds asked for; statements always, because others build on them.
  private func readRecords(
    of article: Article, _ plain: TextAnalysis, _ memory: inout ReadingMemory,
    into reading: inout Reading
  ) {
    var analysis = plain
    var places: [FoundName] = []
    if kinds.contains(.mentions) {
      var mentions = MentionReader(plain, &memory.mentions)
      reading.mentions = mentions.read()
      analysis = plain.naming(mentions.persons, bodies: mentions.bodies)
      places = mentions.places
    }
    var statements = StatementReader(analysis)
    statements.read()
    statements.drafts.removeAll { !rules.allows($0.rule) || $0.member == nil }
    reading.statements = statements.records()
    let quantities =
      kinds.contains(.quantities)
      ? analysis.text.quantities(
        anchor: article.publishedDay, numbers: analysis.numbers, &memory.quantities) : nil
    if kinds.contains(.events) {
      var events = EventReader(
        analysis, quantities ?? analysis.text.quantities(anchor: article.publishedDay),
        statements: statements.drafts,
        speakers: reading.statements.map(\.speakerName), published: article.publishedDay,
        named: places, isStrict: rules.allows("confirm"), explains: explains, &memory)
      reading.events = events.read()
      reading.events.removeAll { !rules.allows($0.rule) }
    }
    if kinds.contains(.outlooks) {
      var outlooks = OutlookReader(
        analysis, statements: statements.drafts, roster: statements.roster)
      reading.outlooks = outlooks.read()
      reading.outlooks.removeAll { !rules.allows($0.rule) }
    }
    if let quantities {
      reading.quantities = Quantity.all(quantities.numbers, in: analysis.text)
      reading.times = TimeReference.all(quantities.times)
    }
  }

  /// The digest by which a reading tells which text was read.
  ///
  /// - Parameter utf8: The bytes of the text.
  /// - Returns: SHA-256 as 64 hexadecimal digits.
  package static func digest(_ utf8: [UInt8]) -> String {
    var digits: [UInt8] = []
    for byte in SHA256.hash(data: utf8) {
      for digit in [byte >> 4, byte & 15] {
        digits.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
      }
    }
    return String(decoding: digits, as: UTF8.self)
  }

  /// Where the title stands if the text opens with it on a line of its own.
  private static func title(_ title: String, openingIn utf8: [UInt8]) -> TextRange? {
    let bytes = Array(title.utf8)
    guard !bytes.isEmpty, utf8.count > bytes.count, utf8.starts(with: bytes),
      utf8[bytes.count] == 0x0A
    else { return nil }
    return TextRange(0, bytes.count)
  }

  /// Marks the records that stand in the title.
  private func markTitle(in reading: inout Reading) {
    guard let title = reading.titleAt else { return }
    for i in reading.statements.indices {
      reading.statements[i].inTitle = title.contains(reading.statements[i].content.start)
    }
    for i in reading.outlooks.indices {
      reading.outlooks[i].inTitle = title.contains(reading.outlooks[i].outcome.start)
    }
    for i in reading.events.indices {
      reading.events[i].inTitle = title.contains(reading.events[i].trigger.start)
    }
  }
}
