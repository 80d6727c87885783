package import NewsModel
internal import Watching

/// The reason of an alarm in words.
package enum AlarmSentence {
  /// The reason of an alarm on record.
  package static func reason(_ alarm: Alarm, in language: PageLanguage) -> String {
    let say = Wording(language)
    switch alarm.cause {
    case .count(let finding):
      return reason(
        finding, alarm.step, detector: alarm.detector, baseline: alarm.baseline, say)
    case .edit(let edit):
      return say[
        "watch.reason.edit",
        [
          "deleted": say.count(edit.deletedWords, "deleted"),
          "inserted": say.count(edit.insertedWords, "inserted"),
          "version": say.number(edit.versions.upperBound),
        ]]
    }
  }

  /// What was counted against what, of a period whether it is an alarm or not.
  package static func reason(
    _ finding: AlarmFinding, _ step: WatchStep, _ method: WatchMethod, in language: PageLanguage
  ) -> String {
    reason(
      finding, step, detector: method.detector, baseline: method.baseline, Wording(language))
  }

  /// How often a watch is wrong: its detector as measured in general, the watch on counts like its own.
  package static func errorRate(
    _ detector: String, _ own: ErrorRate?, in language: PageLanguage
  ) -> String {
    let say = Wording(language)
    var sentences: [String] = []
    if let rates = DetectorRates.of(detector) {
      sentences.append(
        say[
          "watch.rate.detector",
          [
            "detector": detector, "false": say.share(rates.errorRate.share),
            "found": say.share(rates.sensitivity),
          ]])
    }
    if let own {
      sentences.append(
        say[
          "watch.rate.own",
          [
            "false": say.share(own.share), "low": say.share(own.interval.lowerBound),
            "high": say.share(own.interval.upperBound), "periods": say.number(own.quiet),
          ]])
    } else {
      sentences.append(say["watch.rate.unknown"])
    }
    return sentences.joined(separator: " ")
  }

  /// How often an alarm's watch is wrong, as measured when the alarm was raised.
  package static func errorRate(_ alarm: Alarm, in language: PageLanguage) -> String {
    if alarm.edit != nil { return Wording(language)["watch.rate.edit"] }
    return errorRate(alarm.detector, alarm.errorRate, in: language)
  }

  private static func reason(
    _ finding: AlarmFinding, _ step: WatchStep, detector: String, baseline: Int, _ say: Wording
  ) -> String {
    var sentence = say[
      "watch.reason",
      [
        "stories": say.count(finding.count, "independent_story"),
        "expected": say.decimal(finding.expected), "sources": say.count(finding.sources, "source"),
      ]]
    sentence +=
      say[
        finding.bound == nil ? "watch.reason.no_bound" : "watch.reason.bound",
        [
          "bound": say.decimal(finding.bound ?? 0), "detector": detector,
          "periods": say.count(baseline, "period_\(step.rawValue)"),
        ]]
    if finding.gaps > 0 {
      sentence +=
        say[
          "watch.reason.gaps", ["periods": say.count(finding.gaps, "period_\(step.rawValue)")]]
    }
    let separator = say["record.separator"]
    if !finding.calendar.isEmpty {
      let usual = finding.calendar.map { effect in
        say[
          "watch.reason.usual",
          [
            "days": say["watch.occasion.\(effect.occasion.rawValue)"],
            "factor": say.decimal(effect.factor, places: 2),
          ]]
      }
      sentence += say["watch.reason.calendar", ["usual": usual.joined(separator: separator)]]
    }
    for (key, names) in [
      ("watch.reason.new", finding.newSources), ("watch.reason.silent", finding.silentSources),
    ] where !names.isEmpty {
      let list = names.map { "\u{2068}\($0)\u{2069}" }.joined(separator: separator)
      sentence += say[key, ["names": list]]
    }
    return sentence
  }
}
