internal import NewsModel
internal import Recording

/// The page of one story: its reports in time, what each added or dropped, where counts differ.
struct StoryPage {
  let story: ArchivedStory
  let parts: PageParts

  init(_ story: ArchivedStory, _ parts: PageParts) {
    self.story = story
    self.parts = parts
  }

  private var say: Wording { parts.say }

  func html() -> HTML {
    let title = story.reports.first { !$0.isRoundUp }?.title ?? ""
    let rows = zip(story.reports, story.differences).enumerated().map { index, pair in
      report(pair.0, pair.1, isFirst: index == 0)
    }
    let content: HTML = """
      <h1 dir="auto">\(parts.heading(title))</h1>
      <p class="lead">\(parts.storyCounts(story.counts))</p>
      \(disagreements)
      <h2>\(say["stories.timeline"])</h2>
      <ol class="rows">\(rows)</ol>
      """
    return PageFrame(parts).page(title: title, name: "story", content)
  }

  private func report(
    _ report: StoryReportRow, _ difference: StoryDifference?, isFirst: Bool
  ) -> HTML {
    let credit: HTML? = report.credit.map {
      HTML(text: " · " + say["stories.credits", ["name": "\u{2068}\($0)\u{2069}"]])
    }
    return """
      <li class="article-row">
      <h3 dir="auto"><a href="\(parts.address(.article(id: report.article)))">\(parts.heading(report.title))</a></h3>
      <p class="meta">\(parts.source(report.source)) · \(parts.published(report.published))\(credit)</p>
      <p class="found">\(role(report, isFirst: isFirst))</p>
      \(difference.map(changes))</li>

      """
  }

  private func role(_ report: StoryReportRow, isFirst: Bool) -> HTML {
    guard let copied = report.copied else {
      return HTML(text: say[isFirst ? "stories.first" : "stories.independent"])
    }
    let kind = say[report.isRoundUp ? "stories.roundup" : "stories.\(copied.kind.rawValue)"]
    let source = "\u{2068}\(copied.source ?? say["list.no_source"])\u{2069}"
    let text = say["stories.copy_of", ["kind": kind, "source": source]]
    let percent = say.inDigits(String(Int((copied.cover * 100).rounded())))
    let cover: HTML? =
      copied.cover > 0 ? HTML(text: " · " + say["stories.cover", ["percent": percent]]) : nil
    return """
      <a href="\(parts.address(.article(id: copied.article)))">\(text)</a>\(cover)
      """
  }

  private func changes(_ difference: StoryDifference) -> HTML {
    [
      change("stories.added", difference.addedStatements, difference.addedNumbers),
      change("stories.dropped", difference.droppedStatements, difference.droppedNumbers),
    ].joined(by: "")
  }

  private func change(_ key: String, _ statements: [SpokenPiece], _ numbers: [String]) -> HTML {
    if statements.isEmpty, numbers.isEmpty { return .nothing }
    let pieces =
      statements.map { piece -> HTML in
        let name: HTML =
          piece.speaker.isEmpty ? .nothing : "\(HTML.outside(piece.speaker)): "
        return "<li dir=\"auto\">\(name)\(HTML.outside(piece.content))</li>"
      } + numbers.map { "<li>\(HTML.outside($0))</li>" as HTML }
    return "<p class=\"meta\">\(say[key])</p><ul>\(pieces)</ul>\n"
  }

  private var disagreements: HTML {
    if story.disagreements.isEmpty { return .nothing }
    let rows = story.disagreements.map { claim -> HTML in
      let sources = claim.articles.map { id -> HTML in
        let source = story.reports.first { $0.article == id }?.source
        return "<a href=\"\(parts.address(.article(id: id)))\">\(parts.source(source))</a>"
      }
      return """
        <tr><th scope="row">\(say["stories.disagree.\(claim.victims.rawValue)"])</th>\
        <td class="number">\(say.number(claim.value))</td><td>\(sources.joined(by: " · "))</td></tr>
        """
    }
    return """
      <section><h2>\(say["stories.disagree"])</h2><table><tbody>\(rows)</tbody></table></section>
      """
  }
}
