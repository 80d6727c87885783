import ArabicScript
import Testing

@testable import Serving

@Suite("Marked paragraphs") struct MarkedParagraphsTests {
  private func html(_ text: String, _ marks: [(Int, Int, String)]) -> String {
    let all = marks.enumerated().map { rank, mark in
      TextMark(
        range: TextRange(mark.0, mark.1), classes: "m", anchor: mark.2, record: mark.2, hint: "",
        rank: rank)
    }
    return MarkedParagraphs(text, marks: all).html(quiet: nil) { "[\(HTML(text: $0))]" }.markup
      .replacing(" class=\"m\"", with: "").replacing(" title=\"\"", with: "")
      .replacing(" dir=\"auto\"", with: "").replacing("\n", with: "")
      .replacing(#/ data-record="([a-z0-9]*)"/#) { " \($0.output.1)" }
  }

  @Test func `marks side by side and nested`() {
    #expect(
      html("abcdef", [(0, 2, "a"), (3, 6, "b"), (4, 5, "c")])
        == "<p><span id=\"a\" a>ab</span>[a]c<span id=\"b\" b>d<span id=\"c\" c>e</span>[c]f</span>[b]</p>"
    )
  }

  @Test func `a mark that crosses another's end is closed there and opened again`() {
    #expect(
      html("abcdef", [(0, 4, "a"), (2, 6, "b")])
        == "<p><span id=\"a\" a>ab<span id=\"b\" b>cd</span></span>[a]<span b>ef</span>[b]</p>")
  }

  @Test func `a mark over a line end has one anchor and one reference`() {
    #expect(
      html("ab\n\ncd", [(1, 5, "a")])
        == "<p>a<span id=\"a\" a>b</span></p><p><span a>c</span>[a]d</p>")
  }

  @Test func `marks beyond the text or in white space are cut or dropped`() {
    #expect(
      html("ab \n", [(1, 99, "a"), (2, 4, "b"), (50, 60, "c")])
        == "<p>a<span id=\"a\" a>b</span>[a]</p>")
  }

  @Test func `in all ways in which two marks can lie, the text stays whole and elements balance`() {
    let text = "ab\ncde"
    var ranges: [(Int, Int)] = []
    for start in 0...6 { for end in start...6 { ranges.append((start, end)) } }
    for x in ranges {
      for y in ranges {
        let result = html(text, [(x.0, x.1, "x"), (y.0, y.1, "y")])
        let plain = result.replacing(#/\[[xy]\]/#, with: "").replacing(#/<[^>]*>/#, with: "")
        #expect(plain == "abcde", "\(x) \(y)")
        #expect(result.matches(of: #/id="x"/#).count == (isVisible(text, x) ? 1 : 0))
        #expect(result.matches(of: #/id="y"/#).count == (isVisible(text, y) ? 1 : 0))
        #expect(result.matches(of: #/\[x\]/#).count == (isVisible(text, x) ? 1 : 0))
        #expect(result.matches(of: #/\[y\]/#).count == (isVisible(text, y) ? 1 : 0))
        let opened = result.matches(of: #/<span/#).count
        #expect(opened == result.matches(of: #/<\/span>/#).count)
        #expect(!result.contains(#/<span[^>]*><\/span>/#))
      }
    }
  }

  private func isVisible(_ text: String, _ range: (Int, Int)) -> Bool {
    Array(text.utf8)[range.0..<range.1].contains { $0 != 0x0A }
  }
}
