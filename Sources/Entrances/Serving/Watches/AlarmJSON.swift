internal import ArabicQuantities
package import NewsModel
internal import Watching

/// Writes watches and alarms as JSON; keys are a promise to programs.
package enum AlarmJSON {
  /// One alarm, as the API and webhooks give it.
  package static func object(_ alarm: Alarm) -> [UInt8] {
    var out = JSONWriter()
    write(alarm, to: &out)
    return out.bytes
  }

  /// A list of alarms.
  static func list(_ alarms: [Alarm]) -> [UInt8] {
    var out = JSONWriter()
    out.object { out in
      out.key("rows")
      out.array { out in for alarm in alarms { write(alarm, to: &out) } }
    }
    return out.bytes
  }

  static func write(_ alarm: Alarm, to out: inout JSONWriter) {
    out.object { out in
      for (key, value) in [
        ("key", alarm.key), ("watch_name", alarm.watchName), ("per", alarm.step.rawValue),
        ("first_day", alarm.days.lowerBound.description),
        ("last_day", alarm.days.upperBound.description), ("detector", alarm.detector),
        ("reason", AlarmSentence.reason(alarm, in: .english)),
        ("reason_ar", AlarmSentence.reason(alarm, in: .arabic)),
        ("error_rate", AlarmSentence.errorRate(alarm, in: .english)),
        ("error_rate_ar", AlarmSentence.errorRate(alarm, in: .arabic)),
        ("page", alarm.address(in: .arabic)),
      ] {
        out.key(key)
        out.string(value)
      }
      out.key("watch")
      out.integer(alarm.watch)
      out.key("baseline")
      out.integer(alarm.baseline)
      write(alarm.cause, to: &out)
      write(alarm.detector, alarm.errorRate, to: &out)
      out.key("raised_at")
      out.integer(alarm.raisedAt)
      out.key("silent")
      out.boolean(alarm.isSilent)
      out.key("acknowledged_at")
      if let time = alarm.acknowledgedAt { out.integer(time) } else { out.null() }
      out.key("evidence")
      out.array { out in
        for piece in alarm.evidence {
          out.object { out in
            for (key, value) in [
              ("article", piece.article), ("title", piece.title), ("source", piece.source),
              ("page", Link.address(.article(id: piece.article), in: .arabic)),
            ] {
              out.key(key)
              out.stringOrNull(value)
            }
          }
        }
      }
    }
  }

  /// The error rates of a detector in general and of a watch of its own; `null` where they weren't measured.
  static func write(_ detector: String, _ own: ErrorRate?, to out: inout JSONWriter) {
    let rates = DetectorRates.of(detector)
    for (key, share) in [
      ("detector_false_alarm_rate", rates?.errorRate.share),
      ("detector_sensitivity", rates?.sensitivity), ("false_alarm_rate", own?.share),
      ("false_alarm_rate_low", own?.interval.lowerBound),
      ("false_alarm_rate_high", own?.interval.upperBound),
    ] {
      out.key(key)
      if let share { out.number(share) } else { out.null() }
    }
    out.key("simulated_periods")
    if let own { out.integer(own.quiet) } else { out.null() }
  }

  private static func write(_ cause: AlarmCause, to out: inout JSONWriter) {
    out.key("edit")
    switch cause {
    case .count(let finding):
      out.null()
      write(finding, to: &out)
    case .edit(let edit):
      out.object { out in write(edit, to: &out) }
    }
  }

  private static func write(_ edit: AlarmEdit, to out: inout JSONWriter) {
    for (key, value) in [
      ("from", edit.versions.lowerBound), ("to", edit.versions.upperBound),
      ("seen_at", edit.seenAt), ("deleted_words", edit.deletedWords),
      ("inserted_words", edit.insertedWords),
    ] {
      out.key(key)
      out.integer(value)
    }
    out.key("passages")
    out.array { out in
      for passage in edit.passages {
        out.object { out in
          for (key, value) in [
            ("before", passage.before), ("deleted", passage.deleted),
            ("inserted", passage.inserted), ("after", passage.after),
          ] {
            out.key(key)
            out.string(value)
          }
        }
      }
    }
  }

  static func write(_ finding: AlarmFinding, to out: inout JSONWriter) {
    for (key, value) in [
      ("count", finding.count), ("reports", finding.reports), ("sources", finding.sources),
      ("gaps", finding.gaps),
    ] {
      out.key(key)
      out.integer(value)
    }
    out.key("expected")
    out.number(finding.expected)
    out.key("bound")
    if let bound = finding.bound, bound.isFinite { out.number(bound) } else { out.null() }
    out.key("calendar")
    out.array { out in
      for effect in finding.calendar {
        out.object { out in
          out.key("occasion")
          out.string(effect.occasion.rawValue)
          out.key("factor")
          out.number(effect.factor)
        }
      }
    }
    for (key, names) in [
      ("new_sources", finding.newSources), ("silent_sources", finding.silentSources),
    ] {
      out.key(key)
      out.array { out in for name in names { out.string(name) } }
    }
  }
}
