internal import ArabicScript
internal import NewsModel
internal import Reading
internal import Recording

extension EventSheet {
  /// The event as one JSON object; spans count code points of the article's text.
  package var json: [UInt8] {
    var out = JSONWriter()
    let spans = CodePointOffsets(Array(archived.text.utf8))
    out.object { out in
      out.key("event")
      RecordJSON.write(archived.row, to: &out)
      out.key("trigger_at")
      write(archived.event.trigger, spans, &out)
      out.key("actors")
      out.array { out in for party in archived.actors { write(party, spans, &out) } }
      out.key("recipients")
      out.array { out in for party in archived.recipients { write(party, spans, &out) } }
      writePlace(to: &out)
      out.key("statement_by")
      out.stringOrNull(archived.statement?.speakerName)
      out.key("confidence")
      if let confidence = archived.event.confidence {
        out.number((confidence * 100).rounded() / 100)
      } else {
        out.null()
      }
      out.key("rule")
      out.string(archived.event.rule)
      out.key("reader")
      out.string("\(archived.reader.name) \(archived.reader.version)")
      out.key("text_sha256")
      out.string(archived.textSHA256)
      out.key("as_read")
      out.object { out in
        for field in EventField.allCases {
          out.key(field.rawValue)
          out.string(archived.values[field] ?? "")
        }
      }
      out.key("claims")
      out.array { out in for claim in claims { write(claim, &out) } }
      out.key("decisions")
      out.array { out in for review in archived.reviews { ReviewJSON.write(review, to: &out) } }
      out.key("copies")
      out.integer(ownCopies)
      out.key("also_reported")
      out.array { out in for report in reports { write(report, &out) } }
    }
    return out.bytes
  }

  private func writePlace(to out: inout JSONWriter) {
    out.key("place")
    guard let id = archived.row.event.placeEntry,
      let entry = KnownEntries.standard.place(id)
    else { return out.null() }
    out.object { out in
      let members = [
        ("entry", entry.id), ("name", entry.name), ("name_en", entry.nameEn), ("kind", entry.kind),
        ("precision", entry.precision.rawValue), ("admin1", entry.admin1),
      ]
      for (key, value) in members {
        out.key(key)
        out.string(value)
      }
      out.key("latitude")
      if let latitude = entry.latitude { out.number(latitude) } else { out.null() }
      out.key("longitude")
      if let longitude = entry.longitude { out.number(longitude) } else { out.null() }
    }
  }

  private func write(_ range: TextRange, _ spans: CodePointOffsets, _ out: inout JSONWriter) {
    out.array { out in
      out.integer(spans.codePoint(atByte: range.start))
      out.integer(spans.codePoint(atByte: range.end))
    }
  }

  private func write(_ party: NamedParty, _ spans: CodePointOffsets, _ out: inout JSONWriter) {
    out.object { out in
      out.key("text")
      out.string(party.text)
      out.key("span")
      write(party.span, spans, &out)
      out.key("entry")
      out.stringOrNull(party.entry)
      out.key("name")
      out.stringOrNull(party.name)
    }
  }

  private func write(_ claim: PeopleClaim, _ out: inout JSONWriter) {
    out.object { out in
      out.key("of")
      out.string(claim.victims.rawValue)
      out.key("low")
      out.integer(claim.count.low)
      out.key("best")
      out.integer(claim.count.best)
      out.key("high")
      if let high = claim.count.high { out.integer(high) } else { out.null() }
      out.key("said_by")
      out.stringOrNull(claim.count.saidBy)
      out.key("decided_by")
      out.array { out in for coder in claim.coders { out.string(coder) } }
      out.key("overruled")
      out.boolean(claim.isOverruled)
      out.key("event")
      out.string(claim.event.id.description)
      out.key("source")
      out.stringOrNull(claim.event.origin.source)
    }
  }

  private func write(_ report: LinkedReport, _ out: inout JSONWriter) {
    out.object { out in
      out.key("score")
      out.integer(report.link.score)
      out.key("reasons")
      out.array { out in
        for reason in report.link.reasons {
          out.object { out in
            out.key("reason")
            out.string(reason.kind.rawValue)
            out.key("points")
            out.integer(reason.points)
          }
        }
      }
      out.key("copies")
      out.integer(report.copies)
      out.key("event")
      RecordJSON.write(report.event, to: &out)
    }
  }
}

/// Writes decisions as JSON objects; keys are a promise to programs.
enum ReviewJSON {
  /// Writes one decision: who, when, what, and the values that were decided otherwise than read.
  static func write(_ review: EventReview, to out: inout JSONWriter) {
    out.object { out in
      out.key("coder")
      out.string(review.coder)
      out.key("decided_at")
      out.integer(review.decidedAt)
      out.key("verdict")
      out.string(review.verdict.rawValue)
      out.key("reason")
      out.stringOrNull(review.reason)
      out.key("corrected")
      out.object { out in
        for field in review.corrected {
          out.key(field.rawValue)
          out.object { out in
            out.key("read")
            out.string(review.read[field] ?? "")
            out.key("decided")
            out.string(review.values[field] ?? "")
          }
        }
      }
    }
  }
}
