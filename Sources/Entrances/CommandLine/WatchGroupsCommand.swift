internal import ArabicScript
internal import ArgumentParser
internal import Foundation
internal import NewsModel
internal import Recording

extension WatchCommand {
  /// The command `marsad watch groups`.
  struct Groups: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Keep the groups of sources by which series are split, or list them.",
      discussion: """
        A file has one source a line: the group's name, a tab, the source's name as articles give it; lines \
        that begin with # are comments. What the file says takes the place of what was kept; an empty \
        file ends all groups. A source stands in one group; those in none are counted together.

        Examples:
          marsad watch groups groups.tsv
          marsad watch groups
        """)

    @Argument(
      help: "The file with the groups; none lists those that are kept.", completion: .file())
    var file: String?

    @Option(help: "text for people, csv for spreadsheets, jsonl for programs.")
    var format: ListFormat = .text

    @OptionGroup var location: ArchiveLocation

    func run() async throws {
      guard let file else { return try await list() }
      let groups = try read(file)
      try await location.withArchive(.readWrite) { archive in
        try archive.setSourceGroups(groups)
        let count = groups.reduce(0) { $0 + $1.sources.count }
        StandardStreams.report("marsad: \(groups.count) groups, \(count) sources")
      }
    }

    private func list() async throws {
      try await location.withArchive(.read) { archive in
        let groups = try archive.read { try $0.sourceGroups() }
        var output = ListOutput(format)
        for group in groups {
          try output.write(
            ListRow(
              fields: ["name": .text(group.name), "sources": .list(group.sources)],
              lines: [isolated(group.name)] + group.sources.map(isolated)))
        }
        try output.finish(total: "\(groups.count)")
      }
    }

    /// Reads the file; nothing is kept of one with a fault.
    private func read(_ path: String) throws -> [SourceGroup] {
      guard let data = FileManager.default.contents(atPath: path),
        let text = String(data: data, encoding: .utf8)
      else {
        throw CommandFailure(
          status: .input, message: "\(path): can't be read as UTF-8; check the path and its rights")
      }
      var names: [String] = []
      var members: [String: [String]] = [:]
      var lines: [String: Int] = [:]
      for row in DataFile(name: path, text: text).rows {
        let fields = row.fields.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
        if fields == [""] { continue }
        guard fields.count == 2, !fields[0].isEmpty, !fields[1].isEmpty else {
          throw CommandFailure(
            status: .input,
            message: "\(path):\(row.line): a group's name, a tab and a source's name are needed")
        }
        if let first = lines.updateValue(row.line, forKey: fields[1]) {
          throw CommandFailure(
            status: .input,
            message: "\(path):\(row.line): \(withoutControls(fields[1])) stands in line \(first)"
              + " already; leave it in one group")
        }
        if members[fields[0]] == nil { names.append(fields[0]) }
        members[fields[0], default: []].append(fields[1])
      }
      return names.map { SourceGroup(name: $0, sources: members[$0] ?? []) }
    }
  }
}
