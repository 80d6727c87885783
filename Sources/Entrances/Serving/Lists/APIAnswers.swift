internal import NewsModel
internal import Recording

/// The JSON that programs get.
///
/// Errors have one shape: `{"error": {"status", "code", "message", "field", "start", "end"}}`, of which the last two tell
/// in code points where in the field the fault is.
struct APIAnswers: Sendable {
  let archive: Archive

  /// The most rows in one answer.
  static let rowLimit = 200
  /// The rows in an answer to a request that doesn't say how many.
  static let usualRows = 50

  /// The addresses that answer, with what each gives.
  func index() -> [UInt8] {
    var out = JSONWriter()
    out.object { out in
      out.key("endpoints")
      out.array { out in
        for (path, gives) in APIAnswers.endpoints {
          out.object { out in
            out.key("path")
            out.string(path)
            out.key("gives")
            out.string(gives)
          }
        }
      }
    }
    return out.bytes
  }

  /// All endpoints with their fields.
  static let endpoints: [(path: String, gives: String)] = [
    ("/api/counts", "how much the archive holds"),
    (
      "/api/search",
      "articles, statements, outlooks or events that match, with facets; q, in, matching, joining, names, order, source, since, until, facets, limit, page, before"
    ),
    ("/api/suggestions", "words of the archive that complete a search; q"),
    ("/api/searches", "the searches that people keep"),
    (
      "/api/articles",
      "articles, newest first; source, entry, spelling, since, until, limit, before"
    ),
    ("/api/articles/{id}", "one article with its reading; spans count code points of its text"),
    (
      "/api/articles/{id}/versions",
      "versions of an article, and the words inserted and deleted up to one of them; version"
    ),
    (
      "/api/edits",
      "edits of articles, stealth edits if not asked for others; dates, source, limit, before"
    ),
    ("/api/feeds", "how gathering from each source goes"),
    (
      "/api/statements",
      "statements; speaker, role, words, stance, speaker_entry, about, source, since, until, limit, before"
    ),
    (
      "/api/outlooks",
      "outlooks; holder, words, kind, likelihood, condition, holder_entry, about, source, since, until, limit, before"
    ),
    (
      "/api/events",
      "events; actor, place, words, type, mode, status, decision, article, actor_entry, recipient_entry, place_entry, source, since, until, limit, before"
    ),
    ("/api/events/{event}", "one event: claims, decisions, and who else reports it"),
    ("/api/decisions", "what people decided on events; coder, article, orphaned, limit, after"),
    ("/api/decisions/entries", "what people decided on entries"),
    ("/api/agreement", "how far coders agree on the same events; article"),
    ("/api/stories", "stories of several reports; order, reports, source, limit, page"),
    ("/api/stories/{id}", "the story of an article: its reports, copies, differences"),
    ("/api/watches", "the watches: saved questions with their detectors"),
    ("/api/watches/{number}", "a watch with its series, judged, and its alarms"),
    ("/api/alarms", "the alarms on record with reasons and evidence, the newest first"),
    (
      "/api/ledger",
      "outlooks on record with rules and decisions; state and all that /api/outlooks takes"
    ),
    ("/api/ledger/{number}", "one of them with its evidence, or a proposed rule"),
    (
      "/api/ledger/scores",
      "scores of decided outlooks, and what is refused; by, holder, words, kind, likelihood, condition, source, since, until"
    ),
    ("/api/pressure", "what an actor does and what is done against it; actor, per, periods"),
    ("/api/actors", "actors, those named most first; q, kind, country, show, limit, page"),
    ("/api/actors/{actor}", "one actor: names, spellings, offices, figures, weeks, decisions"),
    ("/api/places", "places, those named most first; q, kind, country, show, limit, page"),
    ("/api/places/{place}", "one place, in the same way"),
    ("/api/candidates", "names that are linked to no entry; q, kind, least, limit, page"),
    ("/api/sources", "the outlets"),
  ]

  /// How much the archive holds.
  func counts() async throws -> [UInt8] {
    let counts = try await archive.read { try $0.counts() }
    let members = [
      ("articles", counts.articles), ("versions", counts.versions), ("readings", counts.readings),
      ("statements", counts.statements), ("outlooks", counts.outlooks),
      ("events", counts.events), ("mentions", counts.mentions), ("sources", counts.sources),
    ]
    var out = JSONWriter()
    out.object { out in
      for (key, value) in members {
        out.key(key)
        out.integer(value)
      }
    }
    return out.bytes
  }

  /// A part of a list.
  func list(_ list: RecordList, _ request: SiteRequest) async throws -> [UInt8] {
    let fields = FilterFields(request: request)
    let limit = try fields.number("limit", 1...APIAnswers.rowLimit) ?? APIAnswers.usualRows
    let before = try fields.position()
    let reader = try ListReader(list, request)
    let part = try await archive.read { try reader.part($0, limit, before, .json) }
    var tail = JSONWriter()
    tail.object { out in
      out.key("next")
      out.stringOrNull(part.next?.description)
      if let total = part.total { APIAnswers.write(total, to: &out) }
    }
    return APIAnswers.object("rows", part.rows, before: tail.bytes)
  }

  /// One article with its reading.
  func article(id: String, _ request: SiteRequest) async throws -> [UInt8] {
    guard let archived = try await archive.read({ try $0.article(id: id) }) else {
      throw request.problem(.noArticle(id: id))
    }
    var out = JSONWriter()
    out.object { out in
      let article = archived.article
      let members = [
        ("id", article.id), ("source", article.source), ("url", article.url),
        ("published", article.published), ("modified", article.modified), ("title", article.title),
        ("byline", article.byline),
        ("text", article.text),
      ]
      for (key, value) in members {
        out.key(key)
        out.stringOrNull(value)
      }
      out.key("version")
      out.integer(archived.version)
      out.key("added_at")
      out.integer(archived.addedAt)
    }
    let reading = archived.reading?.json(text: archived.article.text) ?? Array("null".utf8)
    return Array("{\"article\":".utf8) + out.bytes + Array(",\"reading\":".utf8) + reading
      + Array("}".utf8)
  }

  /// The one shape of errors.
  static func error(_ problem: Problem) -> [UInt8] {
    var out = JSONWriter()
    out.object { out in
      out.key("error")
      out.object { out in
        out.key("status")
        out.integer(problem.status)
        out.key("code")
        out.string(problem.code)
        out.key("message")
        out.string(problem.messageForPrograms)
        out.key("field")
        out.stringOrNull(problem.field)
        out.key("start")
        if let range = problem.range { out.integer(range.lowerBound) } else { out.null() }
        out.key("end")
        if let range = problem.range { out.integer(range.upperBound) } else { out.null() }
      }
    }
    return out.bytes
  }

  /// An object whose first member is an array of rows, in front of the members of `tail`.
  private static func object(_ key: String, _ rows: [[UInt8]], before tail: [UInt8]) -> [UInt8] {
    var bytes = Array("{\"\(key)\":[".utf8)
    for (index, row) in rows.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes += row
    }
    return bytes + Array("],".utf8) + tail.dropFirst()
  }

  static func write(_ total: BoundedCount, to out: inout JSONWriter) {
    out.key("total")
    out.integer(total.value)
    out.key("total_is_lower_bound")
    out.boolean(total.isLowerBound)
  }
}

extension Problem {
  /// What went wrong, in English; plain text without isolates.
  fileprivate var messageForPrograms: String {
    if case .badSearch(let message, _) = reason { return message }
    let text = explanation(Wording(.english))
    return String(
      String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\u{2068}" && $0 != "\u{2069}" }))
  }
}
