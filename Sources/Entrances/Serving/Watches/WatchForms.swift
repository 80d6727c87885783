internal import ArabicQuantities
internal import NewsModel
internal import Recording

/// What a person may do with watches and alarms at the desk: forms that work without a script.
struct WatchForms {
  private let parts: PageParts
  private let desk: Desk

  init(_ parts: PageParts, _ desk: Desk) {
    self.parts = parts
    self.desk = desk
  }

  private var say: Wording { parts.say }

  /// Takes note of an alarm.
  func acknowledge(_ alarm: Alarm) -> HTML {
    form("acknowledge", [parts.hiddenField("alarm", alarm.key)])
  }

  /// Mutes a watch, snoozes it, or ends both.
  func silence(_ watch: Watch) -> HTML {
    let number = parts.hiddenField("watch", String(watch.number))
    let isSilent = watch.isSilent(on: .today)
    let until: HTML = """
      <label class="field"><span>\(say["watch.until"])</span>\
      <input type="date" name="until" value="\(CalendarDay.today.advanced(by: 7).description)" required></label>
      """
    return """
      <section class="entry-forms"><h2>\(say["watch.silence"])</h2>
      <p class="muted">\(say["watch.silence.lead"])</p>
      \(form(isSilent ? "unmute" : "mute", [number]))
      \(form("snooze", [number, until]))</section>
      """
  }

  /// Keeps a watch of edits that were not announced.
  func addOfEdits(_ sources: [SourceSummary]) -> HTML {
    func text(_ name: String, _ label: String, _ attributes: HTML) -> HTML {
      "<label class=\"field\"><span>\(label)</span><input name=\"\(name)\" \(attributes)></label>\n"
    }
    return """
      <section class="entry-forms" id="edits"><h2>\(say["watch.edits.title"])</h2>
      <p class="muted">\(say["watch.edits.lead"])</p>
      \(form(
        "edits",
        [
          text("name", say["watch.name"], "required maxlength=\"100\" dir=\"auto\""),
          parts.sourceChoice(sources), text("words", say["filter.words"], "maxlength=\"100\" dir=\"auto\""),
          text("least", say["watch.edits.least"], "type=\"number\" min=\"1\" max=\"1000\" value=\"1\" required"),
        ]))</section>
      """
  }

  private func form(_ act: String, _ controls: [HTML]) -> HTML {
    """
    <form class="coding" method="post" action="\(parts.address(.deskWatches))" autocomplete="off">
    \(parts.hiddenField("token", desk.token))\(parts.hiddenField("act", act))
    <div class="fields">\(controls)</div>
    <p class="actions"><button type="submit">\(say["watch.act.\(act)"])</button></p></form>

    """
  }
}
