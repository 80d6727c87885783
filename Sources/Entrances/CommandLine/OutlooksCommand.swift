internal import ArgumentParser
internal import NewsModel
internal import Recording

/// `marsad outlooks`: what may, will or would happen, over the whole archive.
struct OutlooksCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outlooks",
    abstract: "List what is warned of, forecast, threatened or promised, and on which condition.",
    discussion: """
      The newest first. Words are compared as in search: any spelling, with clitics and endings.

      Examples:
        marsad outlooks --kind warning --likelihood possible
        marsad outlooks --holder "الأمم المتحدة" --conditional
        marsad outlooks --words "عودة التنظيم" --format jsonl
      """)

  @Option(help: "Words of the name of whose outlook it is.")
  var holder: String?

  @Option(help: "Words of the outcome or the condition.")
  var words: String?

  @Option(help: "Only of this kind; may be given several times.")
  var kind: [OutlookKind] = []

  @Option(help: "Only with this likelihood; may be given several times.")
  var likelihood: [Likelihood] = []

  @Flag(inversion: .prefixedNo, help: "Only those with a condition, or only those without.")
  var conditional: Bool?

  @OptionGroup var options: ListOptions

  func run() async throws {
    var filter = OutlookFilter()
    filter.holder = holder
    filter.words = words
    filter.kinds = Set(kind)
    filter.likelihoods = Set(likelihood)
    filter.hasCondition = conditional
    filter.source = options.source
    filter.since = options.since
    filter.until = options.until
    try await options.list {
      try $0.outlooks(filter, limit: $1, before: $2)
    } describe: {
      ListRow($0)
    }
  }
}

extension ListRow {
  /// An outlook of a list.
  init(_ row: OutlookRow) {
    let record = row.outlook
    let holder = record.holderName.map(isolated) ?? "the report itself"
    let condition = row.condition.map { text in
      "\(record.conditionKind?.rawValue ?? "if") \(isolated(text))"
    }
    self.init(
      fields: [
        "article": .text(row.origin.article), "index": .integer(row.origin.index),
        "source": .text(row.origin.source), "published": .text(row.origin.published),
        "title": .text(row.origin.title), "holder_name": .text(record.holderName),
        "kind": .text(record.kind.rawValue), "likelihood": .text(record.likelihood.rawValue),
        "band_low": .integer(record.band?.lowerBound),
        "band_high": .integer(record.band?.upperBound), "marker": .text(row.marker),
        "condition_kind": .text(record.conditionKind?.rawValue),
        "condition": .text(row.condition), "horizon": .text(row.horizon),
        "in_title": .flag(record.inTitle), "outcome": .text(row.outcome),
      ],
      lines: [
        "\(holder): \(record.kind.rawValue), \(record.likelihood.rawValue)",
        isolated(row.outcome), condition, row.origin.line,
      ].compactMap { $0 })
  }
}
