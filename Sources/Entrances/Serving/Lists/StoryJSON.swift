internal import NewsModel
internal import Recording

/// Writes stories as JSON; keys are a promise to programs.
enum StoryJSON {
  /// A part of the list of stories.
  static func list(_ page: StoriesPage) -> [UInt8] {
    var out = JSONWriter()
    out.object { out in
      out.key("rows")
      out.array { out in for row in page.rows { write(row, to: &out) } }
      out.key("page")
      out.integer(page.fields.page)
      out.key("total")
      out.integer(page.total)
    }
    return out.bytes
  }

  /// One story with its reports.
  static func story(_ story: ArchivedStory) -> [UInt8] {
    var out = JSONWriter()
    out.object { out in
      out.key("story")
      out.integer(story.story)
      write(story.counts, to: &out)
      out.key("reports_in_time")
      out.array { out in
        for (report, difference) in zip(story.reports, story.differences) {
          out.object { out in
            write(report, to: &out)
            write(difference, to: &out)
          }
        }
      }
      out.key("disagreements")
      out.array { out in for claim in story.disagreements { write(claim, to: &out) } }
    }
    return out.bytes
  }

  private static func write(_ row: StoryRow, to out: inout JSONWriter) {
    out.object { out in
      out.key("story")
      out.integer(row.story)
      write(row.counts, to: &out)
      out.key("sources")
      out.integer(row.sources)
      out.key("last_published")
      out.stringOrNull(row.lastPublished)
      out.key("first")
      out.object { write(row.first, to: &$0) }
    }
  }

  private static func write(_ counts: StoryCounts, to out: inout JSONWriter) {
    for (key, value) in [
      ("reports", counts.reports), ("copies", counts.copies), ("independent", counts.independent),
    ] {
      out.key(key)
      out.integer(value)
    }
  }

  private static func write(_ report: StoryReportRow, to out: inout JSONWriter) {
    for (key, value) in [
      ("article", report.article), ("source", report.source), ("published", report.published),
      ("title", report.title), ("credit", report.credit), ("copy_of", report.copied?.article),
      ("kind", report.copied?.kind.rawValue),
      ("page", Link.address(.article(id: report.article), in: .arabic)),
    ] {
      out.key(key)
      out.stringOrNull(value)
    }
    out.key("cover")
    if let cover = report.copied?.cover { out.number(cover) } else { out.null() }
    out.key("round_up")
    out.boolean(report.isRoundUp)
  }

  private static func write(_ difference: StoryDifference?, to out: inout JSONWriter) {
    for (key, pieces, numbers) in [
      ("added", difference?.addedStatements ?? [], difference?.addedNumbers ?? []),
      ("dropped", difference?.droppedStatements ?? [], difference?.droppedNumbers ?? []),
    ] {
      out.key(key)
      out.object { out in
        out.key("statements")
        out.array { out in
          for piece in pieces {
            out.object { out in
              out.key("speaker_name")
              out.string(piece.speaker)
              out.key("content")
              out.string(piece.content)
            }
          }
        }
        out.key("numbers")
        out.array { out in for number in numbers { out.string(number) } }
      }
    }
  }

  private static func write(_ claim: CountClaim, to out: inout JSONWriter) {
    out.object { out in
      out.key("victims")
      out.string(claim.victims.rawValue)
      out.key("count")
      out.integer(claim.value)
      out.key("articles")
      out.array { out in for id in claim.articles { out.string(id) } }
    }
  }
}
