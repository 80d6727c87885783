internal import NewsModel
internal import Recording

extension PageParts {
  /// The three counts of a story in words.
  func storyCounts(_ counts: StoryCounts) -> String {
    say[
      "stories.counts",
      [
        "reports": say.count(counts.reports, "report"), "copies": say.count(counts.copies, "copy"),
        "independent": say.count(counts.independent, "independent"),
      ]]
  }

  /// The link from an article to its story.
  func storyLink(_ article: String, _ counts: StoryCounts) -> HTML {
    let text = say["stories.of_article", ["counts": storyCounts(counts)]]
    return "<a href=\"\(address(.story(article: article)))\">\(text)</a>"
  }

  /// A story of a list.
  func storyRow(_ row: StoryRow) -> HTML {
    """
    <li class="article-row">
    <h3 dir="auto"><a href="\(address(.story(article: row.first.article)))">\(heading(row.first.title))</a></h3>
    <p class="meta">\(say["stories.first"]): \(source(row.first.source)) · \(published(row.first.published))</p>
    <p class="found">\(storyCounts(row.counts)) · \(say.count(row.sources, "source"))</p>
    </li>

    """
  }
}
