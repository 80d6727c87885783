internal import NewsModel
internal import Recording
internal import Watching

extension WatchingProblem {
  /// What is wrong and what helps, on one line.
  var sentence: String {
    switch self {
    case .unknownDetector(let name):
      "no detector is named \(name); take one of "
        + Detector.allCases.map(\.rawValue).joined(separator: ", ")
    case .tooShort(let detector, let needed, let given):
      "\(detector) needs \(needed) points before the first to judge, and there are \(given);"
        + " raise --from to \(needed + 1) or more, of a watch --baseline to \(needed)"
    case .outside(let index, let count):
      "--from \(index + 1) is outside of the \(count) points; choose one of them"
    case .badCount(let index, let value):
      "point \(index + 1) is \(value); counts are from 0 to \(CountSeries.largest)"
    case .badPeriod(let period):
      "a year of \(period) points is too short for this detector; give another --period, or a"
        + " watch another --per or --detector"
    case .noErrorRate(let detector):
      "\(detector) has no error rate to choose; leave --alpha out"
    case .badErrorRate(let rate):
      "--alpha \(rate) is no error rate; give one above 0 and below 0.5"
    }
  }
}

extension Unjudged {
  /// Why a period is not judged, and what helps, on one line.
  func sentence(_ step: WatchStep) -> String {
    switch self {
    case .tooFewPeriods(let needed, let given):
      "not judged: \(needed) \(step.rawValue)s before it are needed, the archive has \(given)"
    case .nothingPublished:
      "not judged: the archive has no article at all of this \(step.rawValue)"
    case .gaps(let count):
      "not judged: the archive has no article at all of \(count) of the \(step.rawValue)s before"
        + " it; gather them, or shorten the baseline"
    case .noSteadySource:
      "not judged: no source published in this \(step.rawValue) and in most of those before it"
    case .problem(let problem): "not judged: \(problem.sentence)"
    }
  }
}

extension MergedEntry {
  /// What a series that asks for one of the two counts.
  var sentence: String {
    "\(isolated(entry)) is merged into \(isolated(into)) by a decision; the series counts what belongs to either, in the past too"
  }
}

extension WatchQuestion {
  /// What is asked for, as the options that ask for it.
  var conditions: [String] {
    [
      source.map { "source \(isolated($0))" }, actor.map { "actor \(isolated($0))" },
      place.map { "place \(isolated($0))" },
      types.isEmpty ? nil : "type \(types.map(\.rawValue).sorted().joined(separator: ", "))",
      speaker.map { "speaker \(isolated($0))" },
      stances.isEmpty ? nil : "stance \(stances.map(\.rawValue).sorted().joined(separator: ", "))",
      words.map { "words \(isolated($0))" },
    ].compactMap { $0 }
  }
}
