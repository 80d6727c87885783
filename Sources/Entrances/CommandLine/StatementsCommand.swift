internal import ArgumentParser
internal import NewsModel
internal import Recording

/// `marsad statements`: who said what, over the whole archive.
struct StatementsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "statements",
    abstract: "List who said what.",
    discussion: """
      The newest first. Words are compared as in search: any spelling, with clitics and endings.

      Examples:
        marsad statements --speaker "المتحدث باسم التحالف"
        marsad statements --organisation "التحالف"
        marsad statements --words "وقف إطلاق النار" --stance deny --since 2015-07-25
        marsad statements --speaker "الجبير" --limit 0 --format csv > statements.csv
      """)

  @Option(help: "Words of the speaker's name.")
  var speaker: String?

  @Option(help: "Words of the speaker's office.")
  var role: String?

  @Option(help: "Words of the body that speaks, or for which the speaker speaks.")
  var organisation: String?

  @Option(help: "Words of what is said.")
  var words: String?

  @Option(help: "Only with this stance; may be given several times.")
  var stance: [Stance] = []

  @OptionGroup var options: ListOptions

  func run() async throws {
    var filter = StatementFilter()
    filter.speaker = speaker
    filter.role = role
    filter.organisation = organisation
    filter.words = words
    filter.stances = Set(stance)
    filter.source = options.source
    filter.since = options.since
    filter.until = options.until
    try await options.list {
      try $0.statements(filter, limit: $1, before: $2)
    } describe: {
      ListRow($0)
    }
  }
}

extension ListRow {
  /// A statement of a list.
  init(_ row: StatementRow) {
    let record = row.statement
    let name = record.speakerName.isEmpty ? "unnamed" : isolated(record.speakerName)
    let role = record.role.map { ", \(isolated($0))" } ?? ""
    self.init(
      fields: [
        "article": .text(row.origin.article), "index": .integer(row.origin.index),
        "source": .text(row.origin.source), "published": .text(row.origin.published),
        "title": .text(row.origin.title), "speaker_name": .text(record.speakerName),
        "speaker": .text(row.speaker), "speaker_entry": .text(record.speakerEntry),
        "role": .text(record.role), "stance": .text(record.stance.rawValue),
        "mode": .text(record.mode.rawValue), "cue": .text(row.cue),
        "chain": .list(record.chain), "in_title": .flag(record.inTitle),
        "content": .text(row.content),
      ],
      lines: [
        "\(name)\(role): \(record.stance.rawValue), \(record.mode.rawValue)",
        isolated(row.content), row.origin.line,
      ])
  }
}
