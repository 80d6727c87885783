internal import ArgumentParser
internal import NewsModel

/// `marsad merge`: one entry, or names that are linked to none, into another.
struct MergeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Merge an entry into another, or names that are linked to no entry.",
    discussion: """
      All that belongs to the first goes to the second, whatever was or will be read; watches and rules \
      of the ledger on either follow. Ids are those that marsad actors and marsad places list; a name is \
      written as articles have it (marsad candidates). marsad undo takes a decision back.

      Examples:
        marsad merge own-12 islamic-state --by "سلمى" --reason "one group under two names"
        marsad merge --name "كاغينز" --name "كيغنز" own-7 --by "سلمى"
      """)

  @Argument(
    help: ArgumentHelp(
      "The entry that is merged and the one that it is merged into; with --name only the latter.",
      valueName: "entry"))
  var entries: [String]

  @Option(help: "A name that is linked to no entry; may be given several times.")
  var name: [String] = []

  @OptionGroup var options: EntryDecisionOptions

  func validate() throws {
    guard entries.count == (name.isEmpty ? 2 : 1) else {
      throw ValidationError(
        name.isEmpty
          ? "name two entries: the one that is merged, then the one that it is merged into"
          : "with --name, name one entry: the one that the names are added to")
    }
  }

  func run() async throws {
    try await options.decide(
      name.isEmpty
        ? .merge(entry: entries[0], into: entries[1]) : .assign(names: name, into: entries[0]))
  }
}

/// `marsad split`: spellings out of an entry, as an entry of their own.
struct SplitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "split",
    abstract: "Take spellings out of an entry and make them an entry of their own.",
    discussion: """
      The spellings that were met are listed by marsad actors --show and marsad places --show. The first \
      one is the new entry's main name.

      Examples:
        marsad split own-7 --name "كاغين" --by "سلمى" --reason "another person"
      """)

  @Argument(help: ArgumentHelp("An entry's id.", valueName: "entry"))
  var entry: String

  @Option(help: "A spelling to take out; may be given several times.")
  var name: [String]

  @OptionGroup var options: EntryDecisionOptions

  func run() async throws { try await options.decide(.split(names: name, entry: entry)) }
}

/// `marsad rename`: another main name for an entry.
struct RenameCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rename",
    abstract: "Give an entry another main name.",
    discussion: """
      Examples:
        marsad rename own-7 "مايلز كيغينز" --name-en "Myles Caggins" --by "سلمى"
      """)

  @Argument(help: ArgumentHelp("An entry's id.", valueName: "entry"))
  var entry: String

  @Argument(help: "The main name in Arabic.")
  var name: String

  @Option(help: "The English name.")
  var nameEn: String?

  @OptionGroup var options: EntryDecisionOptions

  func run() async throws {
    try await options.decide(.rename(entry: entry, name: name, nameEn: nameEn))
  }
}

/// `marsad confirm`: a candidate becomes an entry.
struct ConfirmCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "confirm",
    abstract: "Make an entry of names that are linked to none.",
    discussion: """
      The first name is the main name; all are written as articles have them (marsad candidates). A \
      person gets an entry only if an article names an office of theirs.

      Examples:
        marsad confirm "مايلز كيغينز" "مايلز كاغينز" --name-en "Myles Caggins" --by "سلمى"
      """)

  @Argument(help: "The names.")
  var names: [String]

  @Option(help: "The English name.")
  var nameEn: String?

  @OptionGroup var options: EntryDecisionOptions

  func run() async throws { try await options.decide(.confirm(names: names, nameEn: nameEn)) }
}

/// `marsad undo`: a decision on entries holds no longer.
struct UndoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Undo a decision on entries.",
    discussion: """
      Decisions and their numbers are listed by marsad decisions --entries. What was decided stays on \
      record; it holds no longer, for what was read before and after it.

      Examples:
        marsad undo 3 --by "سلمى" --reason "two groups after all"
      """)

  @Argument(help: ArgumentHelp("A decision's number.", valueName: "number"))
  var number: Int

  @OptionGroup var options: EntryDecisionOptions

  func run() async throws { try await options.decide(.undo(number)) }
}
