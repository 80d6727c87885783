package import ArabicScript
import ArabicWords

/// A run of tokens that the sequence model takes for a name.
struct NameSpan: Sendable {
  /// The model's types of names, as ANERcorp has them.
  enum Kind: String, Sendable {
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
  private let kinds: [NameSpan.Kind?]
  private let opens: [Bool]

  /// The tagger that Marsad ships.
  static let standard = MentionTagger(vocabulary: .standard, model: .standard)

  init(vocabulary: MentionVocabulary, model: MentionModel) {
    self.vocabulary = vocabulary
    self.model = model
    kinds = model.tags.map { NameSpan.Kind(rawValue: String($0.dropFirst(2))) }
    opens = model.tags.map { $0.hasPrefix("B-") }
  }

  /// The names in the sentences of a text, in its order; they don't overlap.
  func names(_ features: MentionFeatures, _ sentences: [Range<Int>]) -> [NameSpan] {
    var result: [NameSpan] = []
    let shares = model.shares(features)
    var decoder = MentionDecoder(model)
    for sentence in sentences {
      var open: NameSpan?
      for (choice, i) in zip(decoder.tag(features, shares, sentence), sentence) {
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
  /// The features of the tokens of a text, sentence by sentence: where each token stands, in bytes, and
  /// the numbers of its features.
  package static func features(of utf8: [UInt8], vocabulary: [UInt8])
    -> [[(at: TextRange, features: [UInt32])]]
  {
    struct List: FeatureSink {
      var features: [UInt32] = []
      mutating func add(_ template: MentionFeatures.Template, _ offset: Int, _ value: UInt64) {
        features.append(MentionFeatures.feature(template, offset, value))
      }
    }
    let text = TokenizedText(utf8)
    let file = DataFile(name: "words", text: String(decoding: vocabulary, as: UTF8.self))
    let features = MentionFeatures(
      text, MentionVocabulary(file), firsts: text.firstsAlike())
    return text.sentences.map { sentence in
      sentence.map { i in
        var list = List()
        features.visit(i, in: sentence, &list)
        return (text.tokens[i].range, list.features)
      }
    }
  }

  /// The shipped vocabulary with the weights of `model`, or with the shipped ones.
  package init(model: [UInt8]?) {
    let file = model.map { DataFile(name: "model", text: String(decoding: $0, as: UTF8.self)) }
    self.init(vocabulary: .standard, model: file.map { MentionModel($0) } ?? .standard)
  }

  /// The names that the model finds in a text: where each stands, in bytes, and its type (`PERS`, `LOC`,
  /// `ORG`, `MISC`).
  package func names(in utf8: [UInt8]) -> [(at: TextRange, type: String)] {
    let text = TokenizedText(utf8)
    let features = MentionFeatures(text, vocabulary, firsts: text.firstsAlike())
    return names(features, text.sentences).map {
      (text.range($0.tokens), $0.kind.rawValue)
    }
  }
}
