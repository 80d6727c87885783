internal import ArabicQuantities
internal import ArabicScript
internal import NewsModel

/// How each kind of record is worded.
extension ReportWriter {
  mutating func head(_ article: Article, _ reading: Reading) {
    heading(article.title.isEmpty ? article.id : isolated(article.title))
    let facts = [
      article.source.map { "source \(isolated($0))" },
      article.published.map { "published \($0)" },
      article.byline.map { "by \(isolated($0))" },
      "id \(isolated(article.id))",
      "language \(reading.language)",
    ]
    line(facts.compactMap { $0 }.joined(separator: " · "))
    if let url = article.url { line(isolated(url)) }
    if let credit = reading.credit {
      line("credits \(isolated(credit.name)) \(place(credit.span))")
    }
    if let dateline = reading.dateline {
      line("reported from \(isolated(dateline.place)) \(place(dateline.span))")
    }
  }

  mutating func statement(_ record: Statement) {
    let speaker = record.speakerName.isEmpty ? "unnamed" : isolated(record.speakerName)
    let role = record.role.map { ", \(isolated($0))" } ?? ""
    line("\(speaker)\(role): \(record.stance.rawValue), \(record.mode.rawValue)", indent: 1)
    line(piece(record.content), indent: 2)
    tail(
      [
        place(record.content),
        record.cue.map { "cue \(piece($0))" },
        record.speaker.map { "named as \(piece($0))" },
        record.sourceClass.map { "\($0.rawValue) source" },
        record.speakerEntry.map { "entry \($0)" },
        record.isLoaded ? "the cue doubts it" : nil,
        record.chain.isEmpty
          ? nil : "through \(record.chain.map(isolated).joined(separator: ", "))",
      ], inTitle: record.inTitle, rule: record.rule)
  }

  mutating func outlook(_ record: Outlook) {
    let holder = record.holderName.map(isolated) ?? "the report itself"
    let band = record.band.map { ", \($0.lowerBound) to \($0.upperBound) %" } ?? ""
    line("\(holder): \(record.kind.rawValue), \(record.likelihood.rawValue)\(band)", indent: 1)
    line(piece(record.outcome), indent: 2)
    if let condition = record.condition {
      line("\(record.conditionKind?.rawValue ?? "if") \(piece(condition))", indent: 2)
    }
    tail(
      [
        place(record.outcome),
        record.marker.map { "marker \(piece($0))" },
        record.horizon.map { "by \(piece($0))" },
        record.statement.map { "in statement \($0 + 1)" },
      ], inTitle: record.inTitle, rule: record.rule)
  }

  mutating func event(_ record: Event) {
    let type = [record.type.rawValue, record.mode].compactMap { $0 }.joined(separator: "/")
    let context = record.context.isEmpty ? "" : " (\(record.context.joined(separator: ", ")))"
    line("\(type)\(context): \(piece(record.trigger)), \(record.status.rawValue)", indent: 1)
    if !record.actor.isEmpty { line("by \(pieces(record.actor))", indent: 2) }
    if !record.recipient.isEmpty { line("to \(pieces(record.recipient))", indent: 2) }
    let counts = [
      record.killed.map { "killed \(count($0))" }, record.injured.map { "injured \(count($0))" },
    ]
    tail(
      [
        place(record.trigger),
        record.place.map { "at \(piece($0))" },
        record.period.map { "in \($0)" } ?? record.date.map { "on \($0)" },
      ] + counts + [record.statement.map { "in statement \($0 + 1)" }],
      inTitle: record.inTitle, rule: record.rule)
  }

  mutating func quantity(_ record: Quantity) {
    let value = Int(exactly: record.value).map(String.init) ?? "\(record.value)"
    let unit = record.unit.map { " \(isolated($0))" } ?? ""
    let of = record.of.map { " of \(isolated($0))" } ?? ""
    line("\(value)\(unit)\(of): \(piece(record.span)) \(place(record.span))", indent: 1)
  }

  /// The mentions by name, each name once with the number of its mentions.
  mutating func mentions(_ mentions: [Mention]) {
    var order: [String] = []
    var groups: [String: [Mention]] = [:]
    for mention in mentions {
      let key =
        mention.entry ?? mention.cluster.map { "cluster \($0)" }
        ?? "\(mention.type.rawValue) \(mention.name)"
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(mention)
    }
    list("Mentions", order.compactMap { groups[$0] }) { out, group in
      guard let first = group.first else { return }
      let entry = first.entry.map { " · entry \($0)" } ?? ""
      let english = first.nameEn.map { " · \(isolated($0))" } ?? ""
      let times = group.count > 1 ? " × \(group.count)" : ""
      let name = isolated(first.name)
      let role = first.type == .person ? first.role.map { ", \(isolated($0))" } ?? "" : ""
      out.line("\(name)\(role): \(first.type.rawValue)\(times)\(english)\(entry)", indent: 1)
    }
  }

  private func pieces(_ ranges: [TextRange]) -> String {
    ranges.map(piece).joined(separator: ", ")
  }

  private func count(_ count: CasualtyCount) -> String {
    let range =
      count.low == count.best && count.high == count.best
      ? "" : " (\(count.low) to \(count.high.map(String.init) ?? "more"))"
    return "\(count.best)\(range)" + (count.saidBy.map { ", says \(isolated($0))" } ?? "")
  }
}
