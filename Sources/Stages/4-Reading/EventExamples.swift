import ArabicQuantities
public import ArabicScript
import ArabicWords
public import NewsModel

/// What the choices of events are learnt from, for the developers' tool.
public struct EventExamples: Sendable {
  private let lexicon: EventLexicon
  private let memories = ReadingMemories()

  /// - Parameter triggerWeights: Weights of the choice of triggers instead of those that Marsad ships.
  public init(triggerWeights: DataFile? = nil) {
    lexicon = triggerWeights.map { EventLexicon(triggerWeights: $0) } ?? .standard
  }

  /// The events of an article as the choice of their places, parties and records is learnt from them.
  ///
  /// - Parameter article: The article.
  /// - Returns: An example for the place, the actor, the recipient and the record of each event that is found, before any
  ///   is rejected.
  public func choices(of article: Article) -> [ChoiceExample] {
    var events = reader(of: article)
    return events?.choiceExamples() ?? []
  }

  /// The words of an article whose stems are given, as the choice of triggers is learnt from them.
  ///
  /// - Parameters:
  ///   - article: The article.
  ///   - stems: The stems of the words that may tell of events.
  /// - Returns: Examples without a type.
  public func triggers(of article: Article, stems: Set<String>) -> [ChoiceExample] {
    guard let events = reader(of: article), events.scene.mayTellEvents else { return [] }
    return events.triggerExamples(stems)
  }

  /// The stems of the words of an article.
  ///
  /// - Parameter article: The article.
  /// - Returns: The bytes of each word, and its stem.
  public func stems(of article: Article) -> [(range: TextRange, stem: String)] {
    guard let events = reader(of: article) else { return [] }
    var memory = SpellingMemo<TextPieces.Stem>()
    let pieces = TextPieces(
      events.analysis.text, numbers: events.analysis.firsts, lexicon.vocabulary, &memory)
    return (0..<events.analysis.count).map { i in
      (events.analysis.text.range(i..<i + 1), pieces.text(of: .stem(i)))
    }
  }

  private func reader(of article: Article) -> EventReader? {
    memories.lend { reader(of: article, &$0) }
  }

  private func reader(of article: Article, _ memory: inout ReadingMemory) -> EventReader? {
    let plain = TextAnalysis(Array(article.text.utf8), lexicon: .standard, &memory)
    guard plain.language == "ar" else { return nil }
    var mentions = MentionReader(plain, &memory.mentions)
    _ = mentions.read()
    let analysis = plain.naming(mentions.persons, bodies: mentions.bodies)
    var statements = StatementReader(analysis)
    statements.read()
    statements.drafts.removeAll { $0.member == nil }
    return EventReader(
      analysis, analysis.text.quantities(anchor: article.publishedDay),
      statements: statements.drafts, speakers: statements.records().map(\.speakerName),
      published: article.publishedDay, named: mentions.places, isStrict: false, explains: false,
      lexicon: lexicon, &memory)
  }
}

extension EventReader {
  fileprivate func triggerExamples(_ stems: Set<String>) -> [ChoiceExample] {
    let survey = triggerSurvey()
    return (0..<analysis.count).compactMap { i in
      guard analysis.text.tokens[i].kind == .word,
        stems.contains(survey.pieces.text(of: .stem(i)))
      else { return nil }
      var names = PieceNames<TriggerFeatureKind>(survey.pieces)
      addWord(i, survey, &names)
      return ChoiceExample(
        choice: "trigger", type: nil, trigger: analysis.text.range(i..<i + 1), group: "all",
        candidates: [
          ChoiceExample.Candidate(span: nil, head: nil, isRuled: false, features: names.names)
        ])
    }
  }
}
