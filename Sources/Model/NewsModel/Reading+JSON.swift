internal import ArabicQuantities
internal import ArabicScript

extension Reading {
  /// The reading as one line of JSON, without a line end.
  ///
  /// Spans count Unicode code points of the article's text. Equal readings give equal bytes.
  ///
  /// - Parameters:
  ///   - text: The article's text, from which the pieces are cut.
  ///   - explained: Whether each record names the rule that made it.
  /// - Returns: UTF-8 bytes.
  public func json(text: String, explained: Bool = false) -> [UInt8] {
    var writer = JSONWriter()
    let spans = SpanWriter(text)
    writer.object { out in
      out.key("id")
      out.string(id)
      out.key("reader")
      out.object { out in
        out.key("name")
        out.string(reader.name)
        out.key("version")
        out.string(reader.version)
      }
      out.key("language")
      out.string(language)
      out.key("text_sha256")
      out.string(textSHA256)
      out.key("title_at")
      spans.writePair(titleAt, to: &out)
      out.key("credit")
      spans.writeNamed("name", credit.map { ($0.name, $0.span) }, to: &out)
      out.key("dateline")
      spans.writeNamed("place", dateline.map { ($0.place, $0.span) }, to: &out)
      out.key("mentions")
      out.array { out in for record in mentions { record.write(to: &out, spans) } }
      out.key("statements")
      out.array { out in for record in statements { record.write(to: &out, spans, explained) } }
      out.key("outlooks")
      out.array { out in for record in outlooks { record.write(to: &out, spans, explained) } }
      out.key("events")
      out.array { out in for record in events { record.write(to: &out, spans, explained) } }
      out.key("quantities")
      out.array { out in for record in quantities { record.write(to: &out, spans) } }
      out.key("times")
      out.array { out in for record in times { record.write(to: &out, spans) } }
      if !notes.isEmpty {
        out.key("notes")
        out.array { out in
          for note in notes {
            out.object { out in
              out.key("span")
              spans.writePair(note.range, to: &out)
              out.key("message")
              out.string(note.message)
            }
          }
        }
      }
    }
    return writer.bytes
  }
}

/// Writes spans of one text in code points.
struct SpanWriter {
  private let utf8: [UInt8]
  private let offsets: CodePointOffsets

  init(_ text: String) {
    utf8 = Array(text.utf8)
    offsets = CodePointOffsets(utf8)
  }

  func writeText(_ range: TextRange, to out: inout JSONWriter) {
    let piece = utf8[range.start..<range.end]
    if isBoundary(range.start), isBoundary(range.end) {
      out.string(utf8: piece)
    } else {
      out.string(String(decoding: piece, as: UTF8.self))
    }
  }

  /// Whether no code point goes on over an offset.
  private func isBoundary(_ offset: Int) -> Bool {
    offset == utf8.count || utf8[offset] & 0xC0 != 0x80
  }

  func write(_ range: TextRange?, to out: inout JSONWriter) {
    guard let range else { return out.null() }
    out.object { out in
      out.key("start")
      out.integer(offsets.codePoint(atByte: range.start))
      out.key("end")
      out.integer(offsets.codePoint(atByte: range.end))
      out.key("text")
      writeText(range, to: &out)
    }
  }

  func write(_ ranges: [TextRange], to out: inout JSONWriter) {
    out.array { out in for range in ranges { write(range, to: &out) } }
  }

  func writePair(_ range: TextRange?, to out: inout JSONWriter) {
    guard let range else { return out.null() }
    out.array { out in
      out.integer(offsets.codePoint(atByte: range.start))
      out.integer(offsets.codePoint(atByte: range.end))
    }
  }

  func writeNamed(_ key: String, _ value: (String, TextRange)?, to out: inout JSONWriter) {
    guard let (name, range) = value else { return out.null() }
    out.object { out in
      out.key(key)
      out.string(name)
      out.key("span")
      writePair(range, to: &out)
    }
  }
}

extension Mention {
  func write(to out: inout JSONWriter, _ spans: SpanWriter) {
    out.object { out in
      out.key("span")
      spans.writePair(span, to: &out)
      out.key("text")
      spans.writeText(span, to: &out)
      out.key("type")
      out.string(type.rawValue)
      out.key("entry")
      out.stringOrNull(entry)
      out.key("name")
      out.string(name)
      out.key("name_en")
      out.stringOrNull(nameEn)
      if let role {
        out.key("role")
        out.string(role)
      }
      if let organisation {
        out.key("organisation")
        out.string(organisation)
      }
      if let cluster {
        out.key("cluster")
        out.integer(cluster)
      }
      out.key("confidence")
      out.number(confidence)
    }
  }
}

extension Statement {
  func write(to out: inout JSONWriter, _ spans: SpanWriter, _ explained: Bool) {
    out.object { out in
      out.key("content")
      spans.write(content, to: &out)
      out.key("speaker")
      spans.write(speaker, to: &out)
      out.key("speaker_name")
      out.string(speakerName)
      out.key("speaker_entry")
      out.stringOrNull(speakerEntry)
      out.key("role")
      out.stringOrNull(role)
      if let sourceClass {
        out.key("source_class")
        out.string(sourceClass.rawValue)
      }
      out.key("cue")
      spans.write(cue, to: &out)
      out.key("stance")
      out.string(stance.rawValue)
      if isLoaded {
        out.key("loaded")
        out.boolean(true)
      }
      out.key("mode")
      out.string(mode.rawValue)
      out.key("chain")
      out.array { out in for name in chain { out.string(name) } }
      writeTail(to: &out, inTitle: inTitle, rule: explained ? rule : nil)
    }
  }
}

extension Outlook {
  func write(to out: inout JSONWriter, _ spans: SpanWriter, _ explained: Bool) {
    out.object { out in
      out.key("outcome")
      spans.write(outcome, to: &out)
      out.key("marker")
      spans.write(marker, to: &out)
      out.key("holder_name")
      out.stringOrNull(holderName)
      out.key("kind")
      out.string(kind.rawValue)
      out.key("likelihood")
      out.string(likelihood.rawValue)
      out.key("band")
      if let band {
        out.array { out in
          out.integer(band.lowerBound)
          out.integer(band.upperBound)
        }
      } else {
        out.null()
      }
      out.key("condition")
      spans.write(condition, to: &out)
      out.key("condition_kind")
      out.stringOrNull(conditionKind?.rawValue)
      out.key("horizon")
      spans.write(horizon, to: &out)
      out.key("statement")
      if let statement { out.integer(statement) } else { out.null() }
      writeTail(to: &out, inTitle: inTitle, rule: explained ? rule : nil)
    }
  }
}

extension Event {
  func write(to out: inout JSONWriter, _ spans: SpanWriter, _ explained: Bool) {
    out.object { out in
      out.key("trigger")
      spans.write(trigger, to: &out)
      out.key("type")
      out.string(type.rawValue)
      out.key("mode")
      out.stringOrNull(mode)
      out.key("context")
      out.array { out in for name in context { out.string(name) } }
      out.key("actor")
      spans.write(actor, to: &out)
      out.key("recipient")
      spans.write(recipient, to: &out)
      out.key("place")
      spans.write(place, to: &out)
      out.key("place_entry")
      out.stringOrNull(placeEntry)
      out.key("date")
      out.stringOrNull(period == nil ? date?.description : nil)
      out.key("date_precision")
      out.stringOrNull(datePrecision?.rawValue)
      out.key("period")
      out.stringOrNull(period)
      out.key("killed")
      if let killed { out.integer(killed.best) } else { out.null() }
      out.key("injured")
      if let injured { out.integer(injured.best) } else { out.null() }
      killed?.writeRange("killed_range", to: &out)
      injured?.writeRange("injured_range", to: &out)
      CasualtyCount.writeOthers("other_killed", otherKilled, to: &out)
      CasualtyCount.writeOthers("other_injured", otherInjured, to: &out)
      out.key("status")
      out.string(status.rawValue)
      out.key("statement")
      if let statement { out.integer(statement) } else { out.null() }
      if let confidence {
        out.key("confidence")
        out.number((confidence * 100).rounded() / 100)
      }
      if explained, !features.isEmpty {
        out.key("features")
        out.array { out in for feature in features { out.string(feature) } }
      }
      writeTail(to: &out, inTitle: inTitle, rule: explained ? rule : nil)
    }
  }
}

extension CasualtyCount {
  /// Writes the member `key` with the claims that stand beside the first; nothing if there are none.
  static func writeOthers(_ key: String, _ claims: [CasualtyCount], to out: inout JSONWriter) {
    guard !claims.isEmpty else { return }
    out.key(key)
    out.array { out in for claim in claims { claim.writeMembers(to: &out) } }
  }

  /// Writes the member `key` with low, best, high and who says so; nothing for an exact number
  /// without a sayer, which stands in its own member.
  func writeRange(_ key: String, to out: inout JSONWriter) {
    if low == best, high == best, saidBy == nil { return }
    out.key(key)
    writeMembers(to: &out)
  }

  private func writeMembers(to out: inout JSONWriter) {
    out.object { out in
      out.key("low")
      out.integer(low)
      out.key("best")
      out.integer(best)
      out.key("high")
      if let high { out.integer(high) } else { out.null() }
      out.key("said_by")
      out.stringOrNull(saidBy)
    }
  }
}

extension Quantity {
  func write(to out: inout JSONWriter, _ spans: SpanWriter) {
    out.object { out in
      out.key("span")
      spans.writePair(span, to: &out)
      out.key("value")
      out.number(value)
      out.key("unit")
      out.stringOrNull(unit)
      out.key("of")
      out.stringOrNull(of)
    }
  }
}

extension TimeReference {
  func write(to out: inout JSONWriter, _ spans: SpanWriter) {
    out.object { out in
      out.key("span")
      spans.writePair(span, to: &out)
      out.key("value")
      out.string(value)
      out.key("type")
      out.string(type)
      out.key("precision")
      out.string(precision)
    }
  }
}

private func writeTail(to out: inout JSONWriter, inTitle: Bool, rule: String?) {
  if inTitle {
    out.key("in_title")
    out.boolean(true)
  }
  if let rule {
    out.key("rule")
    out.string(rule)
  }
}
