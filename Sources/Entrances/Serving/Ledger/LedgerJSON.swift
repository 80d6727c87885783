internal import ArabicQuantities
internal import NewsModel
internal import Watching

/// Writes the ledger as JSON; keys are a promise to programs.
enum LedgerJSON {
  /// One entry with its evidence and all decisions.
  static func entry(_ page: LedgerEntryPage) -> [UInt8] {
    var out = JSONWriter()
    out.object { out in
      out.key("entry")
      write(page.one, page.today, to: &out)
      out.key("evidence")
      if let evidence = page.evidence { write(evidence, to: &out) } else { out.null() }
      out.key("proposal")
      if let proposal = page.proposal, proposal.isComplete {
        write(proposal.rule, to: &out)
      } else {
        out.null()
      }
      out.key("rules")
      out.array { out in for rule in page.rules { write(rule, to: &out) } }
      out.key("decisions")
      out.array { out in for decision in page.decisions { write(decision, to: &out) } }
    }
    return out.bytes
  }

  /// The scores of all and of each group.
  static func scores(_ page: LedgerScoresPage) -> [UInt8] {
    var out = JSONWriter()
    out.object { out in
      out.key("by")
      out.string(page.grouping.rawValue)
      out.key("all")
      write(page.scores.all, to: &out)
      out.key("groups")
      out.array { out in for group in page.scores.groups { write(group, to: &out) } }
    }
    return out.bytes
  }

  /// An entry as a row of a list.
  static func write(_ one: LedgerCase, _ today: CalendarDay, to out: inout JSONWriter) {
    let (entry, wording) = (one.entry, one.entry.wording)
    out.object { out in
      out.key("entry")
      out.integer(entry.number)
      for (key, value) in [
        ("state", one.state(on: today).rawValue), ("article", entry.article.id),
        ("source", entry.article.source), ("published", entry.article.published),
        ("title", entry.article.title), ("outcome", wording.outcome), ("marker", wording.marker),
        ("holder_name", wording.holderName), ("kind", wording.kind.rawValue),
        ("likelihood", wording.likelihood.rawValue), ("condition", wording.condition),
        ("condition_kind", wording.conditionKind?.rawValue), ("horizon", wording.horizon),
        ("page", Link.address(.ledgerEntry(entry.number), in: .arabic)),
      ] {
        out.key(key)
        out.stringOrNull(value)
      }
      out.key("band")
      if let band = wording.band {
        out.array { out in
          out.integer(band.lowerBound)
          out.integer(band.upperBound)
        }
      } else {
        out.null()
      }
      out.key("record")
      if let index = entry.index { out.integer(index) } else { out.null() }
      out.key("rule")
      if let rule = one.rule { write(rule, to: &out) } else { out.null() }
      out.key("decision")
      if let decision = one.decision { write(decision, to: &out) } else { out.null() }
    }
  }

  private static func write(_ rule: ResolutionRule, to out: inout JSONWriter) {
    out.object { out in
      out.key("from")
      out.string(rule.days.lowerBound.description)
      out.key("until")
      out.string(rule.days.upperBound.description)
      out.key("written_by")
      out.string(rule.writtenBy)
      for (key, question) in [
        ("outcome", rule.outcome as EventQuestion?), ("condition", rule.condition),
      ] {
        out.key(key)
        if let question { write(question, to: &out) } else { out.null() }
      }
      out.key("grounds")
      out.array { out in
        for ground in rule.grounds {
          out.object { out in
            for (key, value) in [
              ("part", ground.part.rawValue), ("source", ground.source.rawValue),
              ("words", ground.words),
            ] {
              out.key(key)
              out.string(value)
            }
          }
        }
      }
    }
  }

  private static func write(_ question: EventQuestion, to out: inout JSONWriter) {
    out.object { out in
      out.key("types")
      out.array { out in
        for type in question.types.map(\.rawValue).sorted() { out.string(type) }
      }
      for (key, value) in [
        ("actor", question.actor), ("recipient", question.recipient), ("place", question.place),
      ] {
        out.key(key)
        out.stringOrNull(value)
      }
      out.key("least")
      out.integer(question.least)
      out.key("absence")
      out.boolean(question.isAbsence)
    }
  }

  private static func write(_ decision: LedgerDecision, to out: inout JSONWriter) {
    out.object { out in
      for (key, value) in [
        ("verdict", decision.verdict.rawValue), ("by", decision.decidedBy),
        ("day", decision.day.description), ("reason", decision.reason),
      ] {
        out.key(key)
        out.string(value)
      }
      out.key("decided_at")
      out.integer(decision.decidedAt)
    }
  }

  private static func write(_ evidence: LedgerEvidence, to out: inout JSONWriter) {
    out.object { out in
      out.key("hint")
      out.string(evidence.hint.rawValue)
      out.key("weeks_so_far")
      out.integer(evidence.weeksSoFar)
      out.key("weeks_without_articles")
      out.integer(evidence.gaps)
      for (key, side) in [
        ("outcome", evidence.outcome as LedgerEvidence.Side?), ("condition", evidence.condition),
      ] {
        out.key(key)
        guard let side else {
          out.null()
          continue
        }
        out.object { out in
          for (key, value) in [
            ("stories", side.stories.count), ("reports", side.reports),
            ("without_place", side.unplaced), ("before", side.before),
          ] {
            out.key(key)
            out.integer(value)
          }
          out.key("change")
          PressureJSON.write(side.change, to: &out)
          out.key("events")
          out.array { out in for match in side.stories { write(match, to: &out) } }
        }
      }
    }
  }

  private static func write(_ match: EventMatch, to out: inout JSONWriter) {
    let page = Link.address(
      .article(id: match.report.article), in: .arabic,
      fragment: RecordLetter.event.anchor(match.index + 1))
    out.object { out in
      for (key, value) in [
        ("article", match.report.article), ("title", match.report.title),
        ("source", match.report.source), ("published", match.report.day.description),
        ("day", match.day.description), ("type", match.type.rawValue),
        ("text_around", match.words), ("page", page),
      ] {
        out.key(key)
        out.stringOrNull(value)
      }
      out.key("record")
      out.integer(match.index)
    }
  }

  private static func write(_ group: LedgerScores.Group, to out: inout JSONWriter) {
    out.object { out in
      out.key("name")
      out.stringOrNull(group.name)
      out.key("scored")
      out.integer(group.count)
      out.key("came_true")
      out.integer(group.cameTrue)
      for (key, value) in [
        ("brier", group.scores?.brier), ("log", group.scores?.log),
        ("band_low", group.band?.lowerBound), ("band_high", group.band?.upperBound),
        ("share", group.share?.value), ("share_low", group.share?.interval.lowerBound),
        ("share_high", group.share?.interval.upperBound),
      ] {
        out.key(key)
        if let value { out.number(value) } else { out.null() }
      }
      out.key("calibration")
      out.stringOrNull(group.calibration?.rawValue)
      out.key("refused")
      out.object { out in
        for refusal in LedgerScores.Refusal.allCases {
          out.key(refusal.rawValue)
          out.integer(group.refused[refusal] ?? 0)
        }
      }
      out.key("bins")
      out.array { out in
        for bin in group.scores?.bins ?? [] {
          out.object { out in
            out.key("count")
            out.integer(bin.count)
            for (key, value) in [
              ("mean_probability", bin.meanProbability), ("share", bin.share),
              ("low", bin.interval.lowerBound), ("high", bin.interval.upperBound),
            ] {
              out.key(key)
              out.number(value)
            }
          }
        }
      }
    }
  }
}
