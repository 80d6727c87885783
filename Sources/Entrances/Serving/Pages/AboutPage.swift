internal import NewsModel
internal import Recording

extension PageParts {
  /// The page that explains marks and figures.
  func aboutPage() -> HTML {
    let bound = say.number(BoundedCount.bound)
    let figures = ["articles", "records", "casualties", "dates"].map { key -> HTML in
      "<li>\(say["about.figures.\(key)"])</li>"
    }
    let likelihoods = Likelihood.allCases.map {
      tag(say["likelihood.\($0.rawValue)"], "likelihood \($0.rawValue)")
    }
    let content: HTML = """
      <div class="prose">
      <h1>\(say["about.title"])</h1>
      <h2>\(say["about.what"])</h2>
      <p>\(say["about.what.1"])</p><p>\(say["about.what.2"])</p><p>\(say["about.what.3"])</p>
      <p class="notice">\(say["about.machine"])</p>
      <h2 id="marks">\(say["about.marks"])</h2>
      <p>\(say["about.marks.lead"])</p>
      \(legend)
      <h2>\(say["about.likelihood"])</h2>
      <p>\(say["about.likelihood.lead"])</p>
      <p>\(likelihoods.joined(by: " "))</p>
      <h2 id="figures">\(say["about.figures"])</h2>
      <ul>\(figures)<li>\(say["about.figures.totals", ["bound": bound]])</li></ul>
      <h2>\(say["about.data"])</h2>
      <p>\(say["about.data.lead"])</p>
      \(endpoints)
      <p>\(say["about.data.csv"])</p>
      <h2>\(say["about.fonts"])</h2>
      <p>\(say["about.fonts.lead"])</p>
      </div>
      """
    return PageFrame(self).page(title: say["about.title"], name: "about", content)
  }

  /// A sample of each mark, with what it means.
  private var legend: HTML {
    var rows = StanceTone.allCases.map { tone in
      (
        "mark statement tone-\(tone.rawValue)", "about.marks.sample_statement",
        "about.marks.\(tone.rawValue)"
      )
    }
    rows.append(("mark outlook", "about.marks.sample_outlook", "about.marks.outlook"))
    rows.append(("mark event", "about.marks.sample_event", "about.marks.event"))
    rows.append(("mention", "about.marks.sample_mention", "about.marks.mention"))
    let items = rows.map { classes, sample, meaning -> HTML in
      "<dt><span class=\"\(classes)\">\(say[sample])</span></dt><dd>\(say[meaning])</dd>"
    }
    return "<dl class=\"legend\">\(items)</dl>"
  }

  private var endpoints: HTML {
    let rows = APIAnswers.endpoints.map { endpoint -> HTML in
      "<tr><td><code>GET \(endpoint.path)</code></td><td>\(endpoint.gives)</td></tr>"
    }
    return "<table class=\"endpoints\" dir=\"ltr\" lang=\"en\"><tbody>\(rows)</tbody></table>"
  }
}
