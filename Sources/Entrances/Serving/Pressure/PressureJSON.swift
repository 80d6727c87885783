internal import ArabicQuantities
internal import NewsModel
internal import Watching

/// Writes an actor's series as JSON; keys are a promise to programs.
enum PressureJSON {
  /// The series with ratios, what comes first, and the outlooks.
  static func page(_ page: PressurePage) -> [UInt8] {
    var out = JSONWriter()
    out.object { out in
      out.key("actor")
      out.stringOrNull(page.actor)
      out.key("name")
      out.stringOrNull(page.found?.material.name)
      out.key("linked_entries")
      out.array { out in for entry in page.found?.material.entries ?? [] { out.string(entry) } }
      out.key("opponents")
      out.array { out in for opponent in page.opponents { out.string(opponent) } }
      out.key("per")
      out.string(page.step.rawValue)
      guard let (series, material) = page.found else { return }
      out.key("ratio")
      write(series.ratio, to: &out)
      out.key("change")
      if let change = series.change { write(change, to: &out) } else { out.null() }
      out.key("compared_periods")
      out.integer(series.comparedPeriods)
      out.key("lead_lag")
      write(series.leadLag, to: &out)
      out.key("stretches")
      out.array { out in
        for stretch in series.stretches {
          out.object { out in
            days(stretch.periods, series.step, to: &out)
            out.key("ratio")
            write(stretch.ratio, to: &out)
          }
        }
      }
      out.key("series")
      out.array { out in for period in series.periods { write(period, series.step, to: &out) } }
      out.key("outlooks")
      out.array { out in
        for one in material.outlooks { LedgerJSON.write(one, page.today, to: &out) }
      }
    }
    return out.bytes
  }

  /// Two counts, their ratio and its interval; what has no bound is null.
  static func write(_ ratio: RateRatio, to out: inout JSONWriter) {
    out.object { out in
      out.key("first")
      out.integer(ratio.first)
      out.key("second")
      out.integer(ratio.second)
      for (key, value) in [
        ("ratio", ratio.ratio), ("low", ratio.interval.lowerBound),
        ("high", ratio.interval.upperBound),
      ] {
        out.key(key)
        if let value, value.isFinite { out.number(value) } else { out.null() }
      }
      out.key("verdict")
      out.string(ratio.verdict.rawValue)
    }
  }

  private static func write(_ leadLag: LeadLag, to out: inout JSONWriter) {
    out.object { out in
      let (finding, lag): (String, Int?) =
        switch leadLag.finding {
        case .tooShort: ("too-short", nil)
        case .tooFew: ("too-few", nil)
        case .nothing: ("nothing", nil)
        case .told(let point): ("told", point.lag)
        }
      out.key("finding")
      out.string(finding)
      out.key("lag")
      if let lag { out.integer(lag) } else { out.null() }
      out.key("points")
      out.array { out in
        for point in leadLag.points {
          out.object { out in
            out.key("lag")
            out.integer(point.lag)
            for (key, value) in [
              ("correlation", point.correlation), ("low", point.interval.lowerBound),
              ("high", point.interval.upperBound), ("shared_low", point.sharedInterval.lowerBound),
              ("shared_high", point.sharedInterval.upperBound),
            ] {
              out.key(key)
              out.number(value)
            }
          }
        }
      }
    }
  }

  private static func write(
    _ period: PressureSeries.Period, _ step: WatchStep, to out: inout JSONWriter
  ) {
    out.object { out in
      days(period.number...period.number, step, to: &out)
      for (key, matches) in [("acts", period.acts), ("pressure", period.pressure)] {
        out.key(key)
        out.integer(matches.count)
        out.key("\(key)_evidence")
        out.array { out in for match in matches { out.string(match.report.article) } }
      }
      out.key("published")
      out.boolean(period.isPublished)
    }
  }

  private static func days(
    _ periods: ClosedRange<Int>, _ step: WatchStep, to out: inout JSONWriter
  ) {
    out.key("first_day")
    out.string(step.firstDay(of: periods.lowerBound).description)
    out.key("last_day")
    out.string(step.lastDay(of: periods.upperBound).description)
  }
}
