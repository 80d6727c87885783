extension PageParts {
  /// The page that says why there is no other.
  func problemPage(_ problem: Problem) -> HTML {
    let title = problem.title(say)
    let content: HTML = """
      <div class="problem">
      <p class="code">\(say["problem.status", ["code": say.inDigits(String(problem.status))]])</p>
      <h1>\(title)</h1>
      <p class="lead" dir="auto">\(problem.explanation(say))</p>
      <p><a class="button" href="\(address(.front))">\(say["problem.back"])</a></p>
      </div>
      """
    return PageFrame(self, query: request.query["q"] ?? "")
      .page(title: title, name: "problem", content)
  }
}
