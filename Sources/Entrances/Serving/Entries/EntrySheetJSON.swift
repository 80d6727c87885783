internal import ArabicQuantities
internal import NewsModel
internal import Reading
internal import Recording

extension EntrySheet {
  /// The entry as one JSON object; keys are a promise to programs.
  package var json: [UInt8] {
    var out = JSONWriter()
    out.object { out in
      EntryJSON.writeMembers(of: profile, to: &out)
      out.key("asked")
      out.string(asked)
      out.key("spellings")
      out.array { out in for spelling in figures.spellings { EntryJSON.write(spelling, to: &out) } }
      out.key("roles")
      out.array { out in for role in figures.roles { write(role, &out) } }
      out.key("figures")
      out.object { out in
        for row in rows {
          out.key(row.name)
          out.object { out in
            EntryJSON.writeMembers(of: row.tally, to: &out)
            out.key("list")
            out.string(Link.address(.apiList(row.list), in: .arabic, row.query))
          }
        }
      }
      out.key("weeks")
      out.array { out in
        for week in figures.weeks {
          out.object { out in
            out.key("from")
            out.string(WatchStep.week.firstDay(of: week.week).description)
            out.key("reports")
            out.integer(week.reports)
            out.key("stories")
            out.integer(week.stories)
          }
        }
      }
      out.key("decisions")
      out.array { out in for kept in decisions { EntryJSON.write(kept, to: &out) } }
    }
    return out.bytes
  }

  private func write(_ role: EntryRole, _ out: inout JSONWriter) {
    out.object { out in
      out.key("role")
      out.string(role.role)
      out.key("organisation")
      out.stringOrNull(role.organisation)
      out.key("from")
      out.stringOrNull(role.days?.lowerBound.description)
      out.key("until")
      out.stringOrNull(role.days?.upperBound.description)
      out.key("reports")
      out.integer(role.reports)
      out.key("stories")
      out.integer(role.stories)
      out.key("article")
      out.string(role.article)
    }
  }
}

/// Writes what lists and pages of entries share as JSON; keys are a promise to programs.
enum EntryJSON {
  /// The members that tell of an entry itself.
  static func writeMembers(of profile: EntryProfile, to out: inout JSONWriter) {
    string("id", profile.id, &out)
    string("realm", profile.realm.rawValue, &out)
    string("kind", profile.kind, &out)
    string("name", profile.name, &out)
    string("name_en", profile.nameEn, &out)
    strings("other_names", profile.otherNames, &out)
    strings("merged", profile.merged, &out)
    if let actor = profile.actor {
      string("actor", actor.actor, &out)
      string("sector", actor.sector, &out)
      string("parent", actor.parent, &out)
      string("from", actor.from, &out)
      string("until", actor.until, &out)
      string("wikidata", actor.wikidata, &out)
    }
    if let place = profile.place {
      strings("countries", place.countries, &out)
      string("admin1", place.admin1, &out)
      string("precision", place.precision.rawValue, &out)
      for (key, value) in [("latitude", place.latitude), ("longitude", place.longitude)] {
        out.key(key)
        if let value { out.number(value) } else { out.null() }
      }
      out.key("population")
      if let population = place.population { out.integer(population) } else { out.null() }
      string("pcode", place.pcode, &out)
      string("source", place.source, &out)
    }
    string("page", Link.address(.entry(profile.id, profile.realm), in: .arabic), &out)
  }

  static func writeMembers(of tally: RecordTally, to out: inout JSONWriter) {
    let members = [
      ("records", tally.records), ("reports", tally.reports), ("copies", tally.copies),
      ("stories", tally.stories),
    ]
    for (key, value) in members {
      out.key(key)
      out.integer(value)
    }
  }

  static func write(_ spelling: EntrySpelling, to out: inout JSONWriter) {
    out.object { out in
      string("name", spelling.name, &out)
      out.key("mentions")
      out.integer(spelling.mentions)
      out.key("reports")
      out.integer(spelling.reports)
    }
  }

  static func write(_ kept: KeptEntryDecision, to out: inout JSONWriter) {
    let parts = EntryDecisionParts(kept.decision.act)
    out.object { out in
      out.key("number")
      out.integer(kept.number)
      string("act", parts.act, &out)
      string("entry", parts.entry ?? kept.made?.id, &out)
      string("into", parts.into, &out)
      strings("names", parts.names, &out)
      string("name_en", parts.nameEn, &out)
      string("made", kept.made?.id, &out)
      out.key("undone")
      if let undone = parts.undone { out.integer(undone) } else { out.null() }
      string("decided_by", kept.decision.decidedBy, &out)
      out.key("decided_at")
      out.integer(kept.decidedAt)
      string("reason", kept.decision.reason, &out)
      out.key("undone_by")
      if let other = kept.undoneBy { out.integer(other) } else { out.null() }
    }
  }

  /// Decisions on entries.
  static func list(_ decisions: [KeptEntryDecision]) -> [UInt8] {
    var out = JSONWriter()
    out.object { out in
      out.key("rows")
      out.array { out in for kept in decisions { write(kept, to: &out) } }
    }
    return out.bytes
  }

  /// A list of entries.
  static func list(_ page: EntriesPage) -> [UInt8] {
    var out = JSONWriter()
    out.object { out in
      out.key("rows")
      out.array { out in
        for row in page.rows {
          out.object { out in
            writeMembers(of: row.profile, to: &out)
            writeMembers(of: row.tally, to: &out)
          }
        }
      }
      out.key("page")
      out.integer(page.fields.page)
      out.key("total")
      out.integer(page.total)
    }
    return out.bytes
  }

  /// A list of candidates.
  static func list(_ page: CandidatesPage) -> [UInt8] {
    var out = JSONWriter()
    out.object { out in
      out.key("rows")
      out.array { out in for candidate in page.rows { write(candidate, page, to: &out) } }
      out.key("page")
      out.integer(page.fields.page)
      out.key("total")
      out.integer(page.total)
    }
    return out.bytes
  }

  private static func write(
    _ candidate: EntryCandidate, _ page: CandidatesPage, to out: inout JSONWriter
  ) {
    out.object { out in
      string("name", candidate.name, &out)
      string("kind", candidate.kind.rawValue, &out)
      string("head", candidate.head, &out)
      string("role", candidate.role, &out)
      writeMembers(of: candidate.tally, to: &out)
      out.key("spellings")
      out.array { out in for spelling in candidate.spellings { write(spelling, to: &out) } }
      strings("suggestions", page.suggestions(candidate), &out)
      out.key("examples")
      out.array { out in
        for example in candidate.examples {
          out.object { out in
            string("article", example.article, &out)
            string("title", example.title, &out)
            string("source", example.source, &out)
            string("published", example.published, &out)
            string("text_around", example.words, &out)
          }
        }
      }
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
}
