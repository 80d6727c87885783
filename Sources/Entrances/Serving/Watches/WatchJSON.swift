internal import ArabicQuantities
internal import NewsModel
internal import Recording
internal import Watching

/// Writes watches with their series as JSON; keys are a promise to programs.
enum WatchJSON {
  /// All watches.
  static func list(_ watches: [Watch]) -> [UInt8] {
    var out = JSONWriter()
    out.object { out in
      out.key("rows")
      out.array { out in for watch in watches { write(watch, to: &out) } }
    }
    return out.bytes
  }

  /// One watch with its series and alarms.
  static func watch(_ page: WatchPage) -> [UInt8] {
    var out = JSONWriter()
    out.object { out in
      out.key("watch")
      write(page.watch, to: &out)
      out.key("error_rate")
      out.object { out in
        AlarmJSON.write(page.watch.method.detector, page.errorRate, to: &out)
      }
      out.key("merged")
      out.array { out in
        for merged in page.merged {
          out.object { out in
            out.key("entry")
            out.string(merged.entry)
            out.key("into")
            out.string(merged.into)
          }
        }
      }
      out.key("series")
      out.array { out in
        for period in page.periods { write(period, page.watch.step, to: &out) }
      }
      out.key("alarms")
      out.array { out in for alarm in page.alarms { AlarmJSON.write(alarm, to: &out) } }
    }
    return out.bytes
  }

  private static func write(_ watch: Watch, to out: inout JSONWriter) {
    let (question, method) = (watch.question, watch.method)
    out.object { out in
      out.key("watch")
      out.integer(watch.number)
      for (key, value) in [
        ("name", watch.name), ("source", question.source), ("actor", question.actor),
        ("place", question.place),
        ("speaker", question.speaker), ("words", question.words), ("per", watch.step.rawValue),
        ("detector", method.detector), ("snoozed_until", watch.snoozedUntil?.description),
        ("page", Link.address(.watch(watch.number), in: .arabic)),
      ] {
        out.key(key)
        out.stringOrNull(value)
      }
      for (key, values) in [
        ("types", question.types.map(\.rawValue).sorted()),
        ("stances", question.stances.map(\.rawValue).sorted()),
      ] {
        out.key(key)
        out.array { out in for value in values { out.string(value) } }
      }
      out.key("baseline")
      out.integer(method.baseline)
      out.key("alpha")
      if let alpha = method.alpha { out.number(alpha) } else { out.null() }
      out.key("least")
      out.integer(method.least)
      out.key("edits")
      out.boolean(watch.isOfEdits)
      out.key("muted")
      out.boolean(watch.isMuted)
    }
  }

  private static func write(_ period: WatchPeriod, _ step: WatchStep, to out: inout JSONWriter) {
    out.object { out in
      out.key("first_day")
      out.string(step.firstDay(of: period.period).description)
      out.key("last_day")
      out.string(step.lastDay(of: period.period).description)
      out.key("stories")
      out.integer(period.stories)
      out.key("all_reports")
      out.integer(period.reports.count)
      out.key("judged")
      out.boolean(period.judged != nil)
      out.key("alarm")
      out.boolean(period.judged?.isAlarm ?? false)
      out.key("explained_by_gap")
      out.boolean(period.judged?.isExplainedByGap ?? false)
      if let judged = period.judged { AlarmJSON.write(judged.finding, to: &out) }
      out.key("groups")
      out.array { out in
        for group in period.groups {
          out.object { out in
            out.key("name")
            out.stringOrNull(group.name)
            out.key("stories")
            out.integer(group.stories)
          }
        }
      }
      out.key("evidence")
      out.array { out in for report in period.reports { out.string(report.article) } }
    }
  }
}
