package import NewsModel

/// The reason of an alarm in words.
package enum AlarmSentence {
  /// The reason of an alarm on record.
  package static func reason(_ alarm: Alarm, in language: PageLanguage) -> String {
    reason(
      alarm.finding, alarm.step, detector: alarm.detector, baseline: alarm.baseline,
      Wording(language))
  }

  /// What was counted against what, of a period whether it is an alarm or not.
  package static func reason(
    _ finding: AlarmFinding, _ step: WatchStep, _ method: WatchMethod, in language: PageLanguage
  ) -> String {
    reason(
      finding, step, detector: method.detector, baseline: method.baseline, Wording(language))
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
    let separator = say["record.separator"]
    for (key, names) in [
      ("watch.reason.new", finding.newSources), ("watch.reason.silent", finding.silentSources),
    ] where !names.isEmpty {
      let list = names.map { "\u{2068}\($0)\u{2069}" }.joined(separator: separator)
      sentence += say[key, ["names": list]]
    }
    return sentence
  }
}
