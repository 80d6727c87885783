internal import NewsModel
internal import Recording

/// Decisions and agreement as JSON; keys are a promise to programs.
enum DecisionsJSON {
  static func list(_ page: DecisionsPage) -> [UInt8] {
    var out = JSONWriter()
    out.object { out in
      out.key("rows")
      out.array { out in for row in page.rows { write(row, to: &out) } }
      out.key("next")
      if let next = page.next { out.integer(next) } else { out.null() }
    }
    return out.bytes
  }

  static func agreement(_ comparisons: [CoderComparison]) -> [UInt8] {
    var out = JSONWriter()
    out.object { out in
      out.key("measure")
      out.string("Cohen's kappa (1960): (p_o - p_e) / (1 - p_e)")
      out.key("rows")
      out.array { out in
        for pair in comparisons {
          out.object { out in
            out.key("first")
            out.string(pair.first)
            out.key("second")
            out.string(pair.second)
            out.key("article")
            out.stringOrNull(pair.article)
            write("verdict", pair.verdicts, &out)
            write("type", pair.types, &out)
            write("status", pair.statuses, &out)
          }
        }
      }
    }
    return out.bytes
  }

  private static func write(_ key: String, _ agreement: CoderAgreement, _ out: inout JSONWriter) {
    out.key(key)
    out.object { out in
      out.key("events")
      out.integer(agreement.count)
      out.key("agreed")
      out.integer(agreement.agreed)
      out.key("share")
      if let share = agreement.share { out.number(share) } else { out.null() }
      out.key("kappa")
      if let kappa = agreement.kappa { out.number(kappa) } else { out.null() }
    }
  }

  private static func write(_ row: ReviewRow, to out: inout JSONWriter) {
    out.object { out in
      out.key("number")
      out.integer(row.number)
      out.key("event")
      out.stringOrNull(row.event?.description)
      out.key("orphaned")
      out.boolean(row.event == nil)
      out.key("counts")
      out.boolean(row.counts)
      out.key("article")
      out.string(row.review.anchor.article)
      out.key("trigger")
      out.string(row.review.anchor.quote)
      out.key("text_sha256")
      out.string(row.review.anchor.textSHA256)
      out.key("decision")
      ReviewJSON.write(row.review, to: &out)
    }
  }
}
