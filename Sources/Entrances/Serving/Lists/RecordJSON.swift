internal import ArabicQuantities
internal import NewsModel
internal import Recording

/// Writes rows of lists as JSON objects, for the API and for JSON Lines; keys are a promise to programs.
///
/// Spans aren't given here: `article` and `record` lead to the article's own JSON, which has them.
enum RecordJSON {
  static func write(_ row: ArticleHeading, to out: inout JSONWriter) {
    out.object { out in
      string("id", row.id, &out)
      string("source", row.source, &out)
      string("url", row.url, &out)
      string("published", row.published, &out)
      string("title", row.title, &out)
      string("byline", row.byline, &out)
      string("opening", row.opening, &out)
      integer("statements", row.statements, &out)
      integer("outlooks", row.outlooks, &out)
      integer("events", row.events, &out)
      integer("story_reports", row.story?.reports ?? 1, &out)
      integer("story_independent", row.story?.independent ?? 1, &out)
      string("page", Link.address(.article(id: row.id), in: .arabic), &out)
    }
  }

  static func write(_ row: StatementRow, to out: inout JSONWriter) {
    out.object { out in
      write(row.origin, "s", to: &out)
      string("content", row.content, &out)
      string("speaker", row.speaker, &out)
      string("speaker_name", row.statement.speakerName, &out)
      string("speaker_entry", row.statement.speakerEntry, &out)
      string("role", row.statement.role, &out)
      string("source_class", row.statement.sourceClass?.rawValue, &out)
      string("cue", row.cue, &out)
      string("stance", row.statement.stance.rawValue, &out)
      out.key("loaded")
      out.boolean(row.statement.isLoaded)
      string("mode", row.statement.mode.rawValue, &out)
      strings("chain", row.statement.chain, &out)
    }
  }

  static func write(_ row: OutlookRow, to out: inout JSONWriter) {
    out.object { out in
      write(row.origin, "o", to: &out)
      string("outcome", row.outcome, &out)
      string("marker", row.marker, &out)
      string("holder_name", row.outlook.holderName, &out)
      string("holder_entry", row.holderEntry, &out)
      string("kind", row.outlook.kind.rawValue, &out)
      string("likelihood", row.outlook.likelihood.rawValue, &out)
      out.key("band")
      if let band = row.outlook.band {
        out.array { out in
          out.integer(band.lowerBound)
          out.integer(band.upperBound)
        }
      } else {
        out.null()
      }
      string("condition", row.condition, &out)
      string("condition_kind", row.outlook.conditionKind?.rawValue, &out)
      string("horizon", row.horizon, &out)
    }
  }

  static func write(_ row: EventRow, to out: inout JSONWriter) {
    out.object { out in
      write(row.origin, "e", to: &out)
      string("trigger", row.trigger, &out)
      string("type", row.event.type.rawValue, &out)
      string("mode", row.event.mode, &out)
      strings("context", row.event.context, &out)
      strings("actor", row.actors, &out)
      strings("recipient", row.recipients, &out)
      entries("actor_entries", row.actorEntries, &out)
      entries("recipient_entries", row.recipientEntries, &out)
      string("place", row.place, &out)
      string("place_entry", row.event.placeEntry, &out)
      string("date", row.event.date?.description, &out)
      string("date_precision", row.event.datePrecision?.rawValue, &out)
      count("killed", row.event.killed, &out)
      count("injured", row.event.injured, &out)
      string("status", row.event.status.rawValue, &out)
      string("decision", row.standing?.state.rawValue, &out)
      strings("decided_by", row.standing?.coders ?? [], &out)
      string("id", row.id.description, &out)
      string("event_page", Link.address(.event(row.id), in: .arabic), &out)
      string("text_around", row.context, &out)
    }
  }

  static func write(_ row: SourceSummary, to out: inout JSONWriter) {
    out.object { out in
      string("name", row.name, &out)
      integer("articles", row.articles, &out)
      string("first_published", row.first?.description, &out)
      string("last_published", row.last?.description, &out)
    }
  }

  static func write(_ hit: SearchHit, to out: inout JSONWriter) {
    out.object { out in
      string("id", hit.id, &out)
      string("source", hit.source, &out)
      string("url", hit.url, &out)
      string("published", hit.published, &out)
      out.key("title")
      write(hit.title, to: &out)
      out.key("snippets")
      out.array { out in for snippet in hit.snippets { write(snippet.marked, to: &out) } }
      string("page", Link.address(.article(id: hit.id), in: .arabic), &out)
    }
  }

  /// Marked text as a list of pieces, those found with `"found": true`.
  private static func write(_ marked: MarkedText, to out: inout JSONWriter) {
    out.array { out in
      for piece in marked.pieces {
        out.object { out in
          string("text", piece.text, &out)
          out.key("found")
          out.boolean(piece.isMarked)
        }
      }
    }
  }

  private static func write(_ origin: RecordOrigin, _ letter: String, to out: inout JSONWriter) {
    string("article", origin.article, &out)
    integer("record", origin.index, &out)
    string("source", origin.source, &out)
    string("published", origin.published, &out)
    string("title", origin.title, &out)
    let fragment = "\(letter)\(origin.index + 1)"
    string(
      "page", Link.address(.article(id: origin.article), in: .arabic, fragment: fragment), &out)
  }

  private static func count(_ key: String, _ count: CasualtyCount?, _ out: inout JSONWriter) {
    out.key(key)
    guard let count else { return out.null() }
    out.object { out in
      integer("low", count.low, &out)
      integer("best", count.best, &out)
      out.key("high")
      if let high = count.high { out.integer(high) } else { out.null() }
      string("said_by", count.saidBy, &out)
    }
  }

  private static func string(_ key: String, _ value: String?, _ out: inout JSONWriter) {
    out.key(key)
    out.stringOrNull(value)
  }

  private static func strings(_ key: String, _ values: [String], _ out: inout JSONWriter) {
    out.key(key)
    out.array { out in for value in values { out.string(value) } }
  }

  /// The entries of names in their order, `null` for those that have none.
  private static func entries(_ key: String, _ values: [String?], _ out: inout JSONWriter) {
    out.key(key)
    out.array { out in for value in values { out.stringOrNull(value) } }
  }

  private static func integer(_ key: String, _ value: Int, _ out: inout JSONWriter) {
    out.key(key)
    out.integer(value)
  }
}
