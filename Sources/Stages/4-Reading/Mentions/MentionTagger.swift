package import ArabicScript
import ArabicWords

/// A run of tokens that the sequence model takes for a name.
struct NameSpan: Sendable {
  /// The model's types of names, as ANERcorp has them.
  enum Kind: String, Sendable, CaseIterable {
    case person = "PERS"
    case place = "LOC"
    case organisation = "ORG"
    case other = "MISC"
  }

  var tokens: Range<Int>
  var kind: Kind
  /// How sure the model is, 0 to 1: the logistic function of the least margin of its tags.
  var confidence: Double
}

/// Finds names with the sequence model.
package struct MentionTagger: Sendable {
  let vocabulary: MentionVocabulary
  let model: MentionModel
  let register: MentionRegister
  private let kinds: [NameSpan.Kind?]
  private let opens: [Bool]
  /// For each tag what it decides.
  private let decisions: [MentionRepetitions.Decision]

  /// The tagger that Marsad ships.
  static let standard = MentionTagger(vocabulary: .standard, model: .standard)

  /// The source of labels whose habits encyclopaedic texts have.
  private static let encyclopaedia = "encyclopaedia"

  init(
    vocabulary: MentionVocabulary, model: MentionModel, register: MentionRegister = .standard
  ) {
    self.vocabulary = vocabulary
    self.model = model
    self.register = register
    kinds = model.tags.map { NameSpan.Kind(rawValue: String($0.dropFirst(2))) }
    opens = model.tags.map { $0.hasPrefix("B-") }
    decisions = model.tags.map { MentionRepetitions.Decision(tag: $0) }
  }

  /// The names in the sentences of a text, in its order; they don't overlap.
  ///
  /// Looks twice: the second time at what the first found where the same words stand elsewhere. `memory` is what the features were made with.
  func names(_ features: MentionFeatures, _ memory: MentionMemory, _ sentences: [Range<Int>])
    -> [NameSpan]
  {
    var result: [NameSpan] = []
    let isEncyclopaedic = register.isEncyclopaedic(
      weight: memory.registerWeight(features.numbers), count: features.numbers.count)
    let source =
      isEncyclopaedic
      ? MentionTagger.hash(source: MentionTagger.encyclopaedia) : nil
    var scores = model.scores(features, memory, sentences, source: source)
    var decoder = MentionDecoder(model)
    let decisions = atFirstSight(scores, sentences, &decoder)
    let repetitions = MentionRepetitions(decisions, features)
    for sentence in sentences
    where sentence.contains(where: { decisions[$0].kind >= 0 || repetitions.isNamed($0) }) {
      model.add(repetitions, features, sentence, to: &scores)
      var open: NameSpan?
      for (choice, i) in zip(decoder.choices(scores[sentence]), sentence) {
        let kind = kinds[choice.tag]
        if let current = open, opens[choice.tag] || kind != current.kind {
          result.append(current)
          open = nil
        }
        guard let kind else { continue }
        let confidence = MentionTagger.logistic(choice.margin)
        open =
          open.map {
            NameSpan(
              tokens: $0.tokens.lowerBound..<i + 1, kind: kind,
              confidence: min($0.confidence, confidence))
          } ?? NameSpan(tokens: i..<i + 1, kind: kind, confidence: confidence)
      }
      if let open { result.append(open) }
    }
    return result
  }

  private static func hash(source: String) -> UInt64 {
    SpellingHash.of(Array(source.utf8).span, 0, source.utf8.count)
  }

  /// What each token is at first sight.
  private func atFirstSight(
    _ scores: [MentionModel.Scores], _ sentences: [Range<Int>], _ decoder: inout MentionDecoder
  ) -> [MentionRepetitions.Decision] {
    var result = [MentionRepetitions.Decision](
      repeating: MentionRepetitions.Decision(), count: scores.count)
    for sentence in sentences {
      for (tag, i) in zip(decoder.path(scores[sentence]), sentence) {
        result[i] = decisions[tag]
      }
    }
    return result
  }

  /// 1 / (1 + e^-x), rounded to hundredths; by the series of e^x for small x, halved and squared.
  private static func logistic(_ x: Double) -> Double {
    let small = min(x, 20) / 1024
    var power = 1 + small * (1 + small / 2 * (1 + small / 3))
    for _ in 0..<10 { power *= power }
    return (power / (1 + power) * 100).rounded() / 100
  }
}

/// What training and measuring the sequence model need of it.
extension MentionTagger {
  /// Whether readings may take a text for one with the habits of a source of labels, so that its features are shipped.
  package static func isShipped(source: String) -> Bool { source == encyclopaedia }

  /// The features of the tokens of a text, sentence by sentence: where each token stands, in bytes, and
  /// the numbers of its features.
  ///
  /// - Parameters:
  ///   - utf8: The text.
  ///   - tags: The tag of each token at first sight; `nil` for features without regard to repetitions.
  ///   - source: The source of labels whose habits are to be told apart; `nil` for the main one.
  /// - Returns: For each sentence its tokens; `own` are features of the source, which only readings of encyclopaedic texts have,
  ///   and only those of that source.
  package func features(of utf8: [UInt8], tags: [String]?, source: String?)
    -> [[(at: TextRange, features: [UInt32], own: [UInt32])]]
  {
    struct List: FeatureSink {
      var features: [UInt32] = []
      mutating func add(_ template: MentionFeatures.Template, _ offset: Int, _ value: UInt64) {
        features.append(MentionFeatures.feature(template, offset, value))
      }
    }
    let text = TokenizedText(utf8, hashtags: .words)
    var memory = ReadingMemory()
    let numbers = memory.numbers(text, firsts: text.firstsAlike())
    let features = MentionFeatures(text, self, numbers: numbers, &memory.mentions)
    let repetitions = tags.map { tags in
      MentionRepetitions(tags.map { MentionRepetitions.Decision(tag: $0) }, features)
    }
    let sourceHash = source.map { MentionTagger.hash(source: $0) }
    return text.sentences.map { sentence in
      sentence.map { i in
        var list = List()
        var own = List()
        features.visit(i, in: sentence, &list)
        if let repetitions { features.visitRepetitions(i, in: sentence, repetitions, &list) }
        if let sourceHash { features.visitSource(i, in: sentence, sourceHash, &own) }
        return (text.tokens[i].range, list.features, own.features)
      }
    }
  }

  /// A tagger with the word forms of `words` and the weights of `model`, files as shipped; with what is shipped where one is `nil`.
  package init(words: [UInt8]?, model: [UInt8]?) {
    func file(_ name: String, _ bytes: [UInt8]?) -> DataFile? {
      bytes.map { DataFile(name: name, text: String(decoding: $0, as: UTF8.self)) }
    }
    self.init(
      vocabulary: file("words", words).map { MentionVocabulary($0) } ?? .standard,
      model: file("model", model).map { MentionModel($0) } ?? .standard)
  }

  /// The number of tokens of a text.
  package func tokenCount(_ utf8: [UInt8]) -> Int { TokenizedText(utf8, hashtags: .words).count }

  /// The names that the model finds in a text: where each stands, in bytes, and its type (`PERS`, `LOC`,
  /// `ORG`, `MISC`).
  package func names(in utf8: [UInt8], _ memory: inout ReadingMemory) -> [(
    at: TextRange, type: String
  )] {
    let text = TokenizedText(utf8, hashtags: .words)
    let numbers = memory.numbers(text, firsts: text.firstsAlike())
    let features = MentionFeatures(text, self, numbers: numbers, &memory.mentions)
    return names(features, memory.mentions, text.sentences).map {
      (text.range($0.tokens), $0.kind.rawValue)
    }
  }
}
