internal import Recording

extension PageParts {
  /// A form that filters a list, folded away until it is wanted; open while it limits something.
  ///
  /// `isFolded` keeps it folded even then.
  func filterForm(
    _ route: Route, fields: [String], isFolded: Bool = false, _ controls: [HTML]
  ) -> HTML {
    let isInUse = fields.contains { request.query[$0] != nil }
    let clear: HTML? =
      isInUse ? "<a class=\"clear\" href=\"\(address(route))\">\(say["filter.clear"])</a>" : nil
    return """
      <details class="filters"\(isInUse && !isFolded ? " open" : "" as HTML)>
      <summary>\(say["filter.title"])</summary>
      <form method="get" action="\(address(route))">
      <div class="fields">\(controls)</div>
      <p class="actions"><button type="submit">\(say["filter.apply"])</button>\(clear)</p>
      </form>
      </details>

      """
  }

  /// A field for words.
  func textField(_ name: String, limit: Int = FilterFields.textLimit) -> HTML {
    """
    <label class="field"><span>\(say["filter.\(name)"])</span>\
    <input type="text" name="\(name)" value="\(request.query[name] ?? "")"\(direction(of: request.query[name])) maxlength="\(limit)"></label>

    """
  }

  /// Fields for entries' ids, where the address has them: links of entries' pages lead to lists so.
  func entryFields(_ names: String...) -> [HTML] {
    names.filter { request.query[$0] != nil }.map { textField($0) }
  }

  /// The direction of a field: that of its text, or the page's while it is empty.
  func direction(of text: String?) -> HTML { text?.isEmpty ?? true ? .nothing : " dir=\"auto\"" }

  /// A field for a day.
  func dayField(_ name: String) -> HTML {
    """
    <label class="field"><span>\(say["filter.\(name)"])</span>\
    <input type="date" name="\(name)" value="\(request.query[name] ?? "")"></label>

    """
  }

  /// A choice of one value.
  func choice(_ name: String, label: String, _ options: [(value: String, label: String)]) -> HTML {
    let chosen = request.query[name] ?? ""
    let items = options.map { option -> HTML in
      let selected: HTML = option.value == chosen ? " selected" : ""
      return "<option value=\"\(option.value)\"\(selected)>\(option.label)</option>"
    }
    return """
      <label class="field"><span>\(label)</span><select name="\(name)">\(items)</select></label>

      """
  }

  /// A choice of an outlet.
  func sourceChoice(_ sources: [SourceSummary]) -> HTML {
    var options = [(value: "", label: say["filter.all"])]
    options += sources.prefix(PageParts.sourceLimit).compactMap { source in
      source.name.map { (value: $0, label: $0) }
    }
    if let chosen = request.query["source"], !options.contains(where: { $0.value == chosen }) {
      options.append((value: chosen, label: chosen))
    }
    return choice("source", label: say["filter.source"], options)
  }

  /// The most outlets that a choice offers.
  static let sourceLimit = 300

  /// A choice of several values.
  func choices(_ name: String, _ options: [(value: String, label: String)]) -> HTML {
    let chosen = request.query[all: name]
    let items = options.map { option -> HTML in
      let checked: HTML = chosen.contains(option.value) ? " checked" : ""
      return """
        <label class="pill"><input type="checkbox" name="\(name)" value="\(option.value)"\(checked)>\
        <span>\(option.label)</span></label>
        """
    }
    return """
      <fieldset class="choices"><legend>\(say["filter.\(name)"])</legend>\(items)</fieldset>

      """
  }
}
