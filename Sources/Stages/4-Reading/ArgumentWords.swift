import ArabicScript
import ArabicWords
import NewsModel

/// What a candidate for an argument of an event has in words, as `ArgumentWords` weighs it: a kind, and one or two pieces.
///
/// Weights stand in `Data/reading/event-argument-words.tsv`, learnt by `Training/events/choices.py`; the file's head is the
/// model's card.
enum ArgumentWordKind: UInt8, PieceFeatureKind {
  // The candidate's first and last word, and those beside it.
  case head, last, before, twoBefore, behind
  // The same with what the event is like, and with the side of the trigger on which it stands.
  case headLeaning, lastLeaning, beforeSide, behindSide
  // The trigger's stem with how far and on which side the candidate stands, and with the word before it.
  case triggerDistance, triggerBefore, triggerFar
  // The trigger's stem with what brings the candidate, and on which side.
  case triggerRelation
  // The event's type with the same.
  case typeDistance, typeBefore, typeRelation
  // For the candidate that there is none: the trigger's stem, the words beside it, and the type.
  case noneTrigger, noneBehind, noneTwoBehind, noneBefore, noneTriggerBehind, noneTriggerBefore,
    noneType

  var isPair: Bool {
    switch self {
    case .headLeaning, .lastLeaning, .beforeSide, .behindSide, .triggerDistance, .triggerBefore,
      .triggerRelation, .typeDistance, .typeBefore, .typeRelation, .noneTriggerBehind,
      .noneTriggerBefore:
      true
    default: false
    }
  }
}

/// What an event has that is chosen among candidates.
enum ArgumentLane: Int, CaseIterable, Sendable {
  case actor, recipient, place, killed, injured
}

/// What a feature is worth for each lane.
struct ArgumentWeights: Sendable {
  fileprivate var lanes = SIMD8<Float>()

  /// What it is worth as actor and as recipient.
  var parties: SidedWeight { SidedWeight(self[.actor], self[.recipient]) }
  /// What it is worth as the number of those killed and injured.
  var counts: SidedWeight { SidedWeight(self[.killed], self[.injured]) }

  subscript(lane: ArgumentLane) -> Double { Double(lanes[lane.rawValue]) }
}

/// The part of the choices of arguments that rests on words: what each piece of text is worth for a candidate.
///
/// `Data/reading/event-argument-words.tsv` has the columns kind, first and second piece (`-` for none), and weights
/// (`actor 1.25 place -0.50`).
struct ArgumentWords: Sendable {
  private let rows: PieceRows
  private let weights: [ArgumentWeights]

  /// Reads the weights, and adds their pieces to a vocabulary.
  init(_ vocabulary: inout PieceVocabulary) {
    let lanes = WordTable(
      ArgumentLane.allCases.map { (Array("\($0)".utf8), Int32($0.rawValue)) })
    var weights: [ArgumentWeights] = []
    let file = DataFile("reading/event-argument-words.tsv")
    rows = PieceRows(file, ArgumentWordKind.self, &vocabulary) {
      var row = ArgumentWeights()
      file.forEachWeight(in: $0, lanes) { row.lanes[$0] = $1 }
      weights.append(row)
    }
    self.weights = weights
  }

  /// Adds up what a candidate has.
  struct Sum: PieceSink {
    private let words: ArgumentWords
    private let pieces: TextPieces
    private var weights = ArgumentWeights()
    private var queue = PieceRows.Queue()

    init(_ words: ArgumentWords, _ pieces: TextPieces) {
      self.words = words
      self.pieces = pieces
    }

    @inline(__always)
    mutating func add(_ kind: ArgumentWordKind, _ first: TextPiece, _ second: TextPiece) {
      words.rows.add(
        kind.rawValue, isPair: kind.isPair, pieces.number(of: first), pieces.number(of: second),
        to: &queue)
    }

    /// Begins with another candidate, of whom some is summed up already.
    mutating func begin(with weights: ArgumentWeights = ArgumentWeights()) {
      self.weights = weights
    }

    /// The sum of what was added since the beginning.
    mutating func total() -> ArgumentWeights {
      words.rows.take(&queue) { weights.lanes += words.weights[$0].lanes }
      return weights
    }
  }
}

/// What a candidate's own words are seen with: what the event is like, and where the candidate stands.
struct WordView {
  /// The event's `PartyLeaning`.
  let leaning: Int
  /// 0 behind the trigger, 1 before it, 2 in another sentence.
  let side: Int
}

/// What candidates are worth by their own words, as far as it is told.
struct OwnWords {
  private static let views = 12
  private var plain: [ArgumentWeights?]
  private var viewed: [ArgumentWeights?]

  /// - Parameter count: The number of candidates.
  init(count: Int) {
    plain = Array(repeating: nil, count: count)
    viewed = Array(repeating: nil, count: count * OwnWords.views)
  }

  /// What a candidate is worth by its own words; `tellPlain` and `tellViewed` are asked where it is not known yet.
  ///
  /// - Parameters:
  ///   - candidate: Its number.
  ///   - view: How it is seen.
  ///   - tellPlain: Tells what it is worth however it is seen.
  ///   - tellViewed: Tells what it is worth as it is seen, added to that.
  /// - Returns: The worth.
  mutating func weights(
    _ candidate: Int, _ view: WordView, _ tellPlain: () -> ArgumentWeights,
    _ tellViewed: (ArgumentWeights) -> ArgumentWeights
  ) -> ArgumentWeights {
    let i = candidate * OwnWords.views + view.side * 4 + view.leaning
    if let known = viewed[i] { return known }
    let weights = plain[candidate] ?? tellPlain()
    plain[candidate] = weights
    let seen = tellViewed(weights)
    viewed[i] = seen
    return seen
  }
}

extension EventReader {
  /// Adds what a candidate has in words, seen from draft `k`; `relation` is what brings it, as a number below 20.
  func addWords(
    _ tokens: Range<Int>, relation: Int, _ k: Int, _ sink: inout some PieceSink<ArgumentWordKind>
  ) {
    let view = wordView(tokens, k)
    addOwnWords(tokens, &sink)
    addViewedWords(tokens, view, &sink)
    addJointWords(tokens, relation, view, k, &sink)
  }

  /// What candidate number `index` of its kind is worth by words, seen from draft `k`; what it is worth by its own words is
  /// told once for all drafts of which it is seen alike.
  func sumWords(
    _ index: Int, _ tokens: Range<Int>, relation: Int, _ k: Int, _ own: inout OwnWords,
    _ sum: inout ArgumentWords.Sum
  ) -> ArgumentWeights {
    let view = wordView(tokens, k)
    let weights = own.weights(index, view) {
      sum.begin()
      addOwnWords(tokens, &sum)
      return sum.total()
    } _: {
      sum.begin(with: $0)
      addViewedWords(tokens, view, &sum)
      return sum.total()
    }
    sum.begin(with: weights)
    addJointWords(tokens, relation, view, k, &sum)
    return sum.total()
  }

  private func wordView(_ tokens: Range<Int>, _ k: Int) -> WordView {
    let (first, at) = (tokens.lowerBound, drafts[k].at)
    let isFar = analysis.sentenceOf[first] != analysis.sentenceOf[at]
    return WordView(
      leaning: PartyLeaning(drafts[k].type).rawValue, side: isFar ? 2 : first > at ? 0 : 1)
  }

  /// Adds what a candidate has in the words of its own and beside it.
  private func addOwnWords(
    _ tokens: Range<Int>, _ sink: inout some PieceSink<ArgumentWordKind>
  ) {
    let first = tokens.lowerBound
    sink.add(.head, .stem(first))
    sink.add(.last, .stem(tokens.upperBound - 1))
    sink.add(.before, .stem(first - 1))
    sink.add(.twoBefore, .stem(first - 2))
    sink.add(.behind, .stem(tokens.upperBound))
  }

  /// Adds what it has in them as it is seen.
  private func addViewedWords(
    _ tokens: Range<Int>, _ view: WordView, _ sink: inout some PieceSink<ArgumentWordKind>
  ) {
    let first = tokens.lowerBound
    sink.add(.headLeaning, .stem(first), .number(view.leaning))
    sink.add(.lastLeaning, .stem(tokens.upperBound - 1), .number(view.leaning))
    sink.add(.beforeSide, .stem(first - 1), .number(view.side))
    sink.add(.behindSide, .stem(tokens.upperBound), .number(view.side))
  }

  /// Adds what a candidate has in words together with the trigger and the type of draft `k`.
  private func addJointWords(
    _ tokens: Range<Int>, _ relation: Int, _ view: WordView, _ k: Int,
    _ sink: inout some PieceSink<ArgumentWordKind>
  ) {
    let (at, first, side) = (drafts[k].at, tokens.lowerBound, view.side)
    let before = TextPiece.stem(first - 1)
    let isFar = side == 2
    let apart = side == 0 ? first - at - 1 : at - tokens.upperBound
    let distance = isFar ? 20 : side * 10 + Self.step(apart)
    sink.add(.triggerDistance, .stem(at), .number(distance))
    if isFar {
      sink.add(.triggerFar, .stem(at))
    } else {
      sink.add(.triggerBefore, .stem(at), before)
    }
    let type = EventType.allCases.firstIndex(of: drafts[k].type) ?? 0
    // The numbers of pieces end at 100.
    sink.add(.triggerRelation, .stem(at), .number(side * 20 + relation))
    sink.add(.typeRelation, .number(type), .number(side * 20 + relation))
    sink.add(.typeDistance, .number(type), .number(distance))
    sink.add(.typeBefore, before, .number(type * 3 + side))
  }

  /// Adds what draft `k` has in words, for the candidate that there is none.
  func addNone(_ k: Int, _ sink: inout some PieceSink<ArgumentWordKind>) {
    let at = drafts[k].at
    sink.add(.noneTrigger, .stem(at))
    sink.add(.noneBehind, .stem(at + 1))
    sink.add(.noneTwoBehind, .stem(at + 2))
    sink.add(.noneBefore, .stem(at - 1))
    sink.add(.noneTriggerBehind, .stem(at), .stem(at + 1))
    sink.add(.noneTriggerBefore, .stem(at), .stem(at - 1))
    sink.add(.noneType, .number(EventType.allCases.firstIndex(of: drafts[k].type) ?? 0))
  }

  /// How many words stand between, in steps.
  private static func step(_ apart: Int) -> Int {
    switch apart {
    case ...1: 0
    case ...3: 1
    case ...6: 2
    case ...12: 3
    case ...25: 4
    default: 5
    }
  }
}
