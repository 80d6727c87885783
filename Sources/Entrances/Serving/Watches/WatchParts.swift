internal import ArabicQuantities
internal import NewsModel
internal import Watching

extension PageParts {
  /// What a watch asks for.
  func question(_ question: WatchQuestion) -> HTML {
    func named(_ label: String, _ value: String?) -> HTML? {
      value.map { "<span class=\"label\">\(label)</span> \(HTML.outside($0))" }
    }
    func listed(_ label: String, _ values: [String]) -> HTML? {
      values.isEmpty
        ? nil
        : "<span class=\"label\">\(label)</span> \(values.joined(separator: say["record.separator"]))"
    }
    let pieces: [HTML?] = [
      named(say["filter.source"], question.source),
      named(say["filter.actor"], question.actor), named(say["filter.place"], question.place),
      listed(
        say["filter.type"],
        question.types.map(\.rawValue).sorted().map { say["event.\($0)"] }),
      named(say["filter.speaker"], question.speaker),
      listed(
        say["filter.stance"],
        question.stances.map(\.rawValue).sorted().map { say["stance.\($0)"] }),
      named(say["filter.words"], question.words),
    ]
    let asked = pieces.compactMap { $0 }
    return asked.isEmpty ? HTML(text: say["watch.all"]) : asked.joined(by: " · ")
  }

  /// How a watch is judged.
  func method(_ watch: Watch) -> String {
    if watch.isOfEdits {
      return say["watch.method.edits", ["least": say.number(watch.method.least)]]
    }
    return say[
      "watch.method",
      [
        "step": say["watch.step.\(watch.step.rawValue)"], "detector": watch.method.detector,
        "periods": say.count(watch.method.baseline, "period_\(watch.step.rawValue)"),
        "least": say.count(watch.method.least, "independent_story"),
      ]]
  }

  /// That a watch's alarms are kept silently, if they are.
  func silence(_ watch: Watch) -> HTML? {
    if watch.isMuted { return " \(tag(say["watch.muted"]))" }
    guard let day = watch.snoozedUntil, day >= CalendarDay.today else { return nil }
    return " \(tag(say["watch.snoozed", ["day": say.day(day)]]))"
  }

  /// The links to the alarms as feeds.
  func alarmFeeds() -> HTML {
    """
    <p class="exports">\(say["alarms.feeds"]): \
    <a href="\(address(.alarmFeed(.atom)))"><bdi>Atom</bdi></a> · \
    <a href="\(address(.alarmFeed(.json)))"><bdi>JSON Feed</bdi></a></p>
    """
  }

  /// Alarms with their reasons and evidence; at a desk with a button to acknowledge each.
  func alarmList(_ alarms: [Alarm], namesWatch: Bool, _ desk: Desk?) -> HTML {
    let items = alarms.map { alarm -> HTML in
      let page = alarm.address(in: request.language)
      var states: [HTML] = []
      if alarm.isSilent { states.append(tag(say["alarms.silent"])) }
      if alarm.acknowledgedAt != nil { states.append(tag(say["alarms.acknowledged"])) }
      let name: HTML? = namesWatch ? "\(HTML.outside(alarm.watchName)) · " : nil
      return """
        <li class="card alarm">
        <p class="card-head">\(tag(say["alarms.one"], "tone-hostile")) <b><a href="\(page)">\(name)\(say.days(alarm.days))</a></b> \(states)</p>
        <p>\(AlarmSentence.reason(alarm, in: request.language))</p>
        \(alarm.passages.map(\.html))<p class="muted">\(AlarmSentence.errorRate(alarm, in: request.language))</p>
        <details\(alarm.evidence.count <= 5 ? " open" : "" as HTML)><summary>\(say["watch.evidence"])</summary>
        <ul class="names">\(alarm.evidence.map { evidence($0.article, $0.title, $0.source) })</ul></details>
        \(explanation(alarm))
        \(desk.flatMap { alarm.acknowledgedAt == nil ? WatchForms(self, $0).acknowledge(alarm) : nil })
        </li>

        """
    }
    return "<ul class=\"cards\">\(items)</ul>"
  }

  /// By which method an alarm was judged, with its publication.
  private func explanation(_ alarm: Alarm) -> HTML {
    if alarm.edit != nil {
      let page = alarm.address(in: request.language)
      return "<p><a href=\"\(page)\">\(say["watch.why.edit.link"])</a></p>"
    }
    let page = address(.watch(alarm.watch), fragment: "p\(alarm.period)")
    let rows: [(String, HTML)] = [
      ("watch.why.detector", "<bdi>\(alarm.detector)</bdi>"),
      (
        "watch.why.publication",
        "<bdi lang=\"en\">\(Detector.publication(of: alarm.detector) ?? alarm.detector)</bdi>"
      ),
      (
        "watch.why.compared",
        HTML(text: say.count(alarm.baseline, "period_\(alarm.step.rawValue)"))
      ),
      ("watch.why.series", "<a href=\"\(page)\">\(say["watch.why.series.link"])</a>"),
    ]
    return """
      <details><summary>\(say["watch.why"])</summary>
      <dl class="facts">\(rows.map { "<dt>\(say[$0.0])</dt><dd>\($0.1)</dd>" as HTML })</dl></details>
      """
  }

  /// An article that a count rests on.
  func evidence(_ article: String, _ title: String, _ source: String?) -> HTML {
    """
    <li><a href="\(address(.article(id: article)))">\(self.title(title))</a> <span class="muted">\(self.source(source))</span></li>
    """
  }

  /// Why a period is not judged.
  func unjudged(_ why: Unjudged) -> String {
    switch why {
    case .tooFewPeriods(let needed, let given):
      say["watch.unjudged.short", ["needed": say.number(needed), "given": say.number(given)]]
    case .nothingPublished: say["watch.unjudged.nothing"]
    case .gaps(let count): say["watch.unjudged.gaps", ["count": say.number(count)]]
    case .noSteadySource: say["watch.unjudged.no_source"]
    case .problem: say["watch.unjudged.problem"]
    }
  }
}

extension Wording {
  /// Days from one to another: `3 August 2015 – 9 August 2015`.
  func days(_ days: ClosedRange<CalendarDay>) -> String {
    days.lowerBound == days.upperBound
      ? day(days.lowerBound) : "\(day(days.lowerBound)) – \(day(days.upperBound))"
  }

  /// A share as a percentage with one decimal: `1.2%`.
  func share(_ share: Double) -> String {
    self["number.percent", ["n": decimal(100 * share)]]
  }

  /// A number with one decimal: `1.2`.
  func decimal(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return "∞" }
    let tenths = Int((value * 10).rounded())
    return "\(number(tenths / 10))\(inDigits(".\(abs(tenths % 10))"))"
  }
}
