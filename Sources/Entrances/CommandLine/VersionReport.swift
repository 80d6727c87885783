internal import ArabicWords
internal import Gathering
internal import NewsModel
internal import Recording

/// What changed from version to version of an article.
struct VersionReport {
  private let versions: [ArticleVersion]
  private let changes: [VersionChange]

  init(_ archived: ArchivedArticle) {
    versions = archived.versions
    changes = archived.changes
  }

  /// For people: the dates of each version, and the lines in which words were inserted or deleted.
  var text: String {
    var text = ""
    for (index, version) in versions.enumerated() {
      let facts = [
        "version \(version.version)", "seen \(Instant.text(seconds: version.addedAt))",
        version.published.map { "published \($0)" }, version.modified.map { "modified \($0)" },
      ]
      text += facts.compactMap { $0 }.joined(separator: ", ") + "\n"
      if index > 0 { text += VersionReport.text(of: changes[index - 1]) }
    }
    return text
  }

  /// For programs: a JSON object a version, with what it changed.
  var lines: [[UInt8]] {
    versions.enumerated().map { index, version in
      var writer = JSONWriter()
      writer.object { out in
        out.key("version")
        out.integer(version.version)
        out.key("added_at")
        out.integer(version.addedAt)
        out.key("published")
        out.stringOrNull(version.published)
        out.key("modified")
        out.stringOrNull(version.modified)
        out.key("title")
        out.string(version.title)
        out.key("text")
        out.string(version.text)
        out.key("change")
        if index == 0 { return out.null() }
        out.object { out in
          changes[index - 1].writeFacts(to: &out)
          changes[index - 1].writeDifferences(to: &out)
        }
      }
      return writer.bytes
    }
  }

  private static func text(of change: VersionChange) -> String {
    var text = "  \(change.sentence)\n"
    let differences = [change.titleDifference(), change.textDifference()]
    for line in differences.flatMap(changedLines) { text += "  \(withoutControls(line))\n" }
    return text
  }

  /// The lines that hold a change, as wdiff marks them.
  private static func changedLines(_ difference: WordDifference) -> [String] {
    var lines = [""]
    var changed: Set<Int> = []
    for piece in difference.pieces {
      for (index, line) in piece.text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
        .enumerated()
      {
        if index > 0 { lines.append("") }
        let last = lines.count - 1
        switch piece.kind {
        case .kept:
          lines[last] += String(Substring(line))
          continue
        case .deleted where !line.isEmpty: lines[last] += "[-\(String(Substring(line)))-]"
        case .inserted where !line.isEmpty: lines[last] += "{+\(String(Substring(line)))+}"
        case .deleted, .inserted: break
        }
        changed.insert(last)
      }
    }
    return changed.sorted().map { lines[$0] }.filter { !$0.isEmpty }
  }
}

extension VersionChange {
  /// What changed and what became of the stated dates, in words.
  var sentence: String {
    let kinds = [
      Kind.words: "words changed", .spacing: "spaces or punctuation only",
      .marks: "vowel signs only", .details: "text unchanged",
    ]
    let stated = [
      StatedDates.changed: "stated date changed", .unchanged: "stated date unchanged",
      .unstated: "no date stated",
    ]
    let facts = [
      kinds[kind] ?? "", stated[dates] ?? "", isAnnounced ? "a notice in the text tells of it" : "",
      isStealth ? "stealth edit" : "",
    ]
    return facts.filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
