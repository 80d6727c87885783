import ArabicWords
import Testing

/// Where quotations open and close, in sentences of invented people.
@Suite("Quotation spans") struct QuotationSpanTests {
  /// The quoted words of each quotation, by opening mark.
  private func quoted(_ string: String) -> [String] {
    let text = TokenizedText(Array(string.utf8))
    return text.quotations.map { span in
      span.content.map { text.text(text.range($0..<$0 + 1)) }.joined(separator: " ")
    }
  }

  @Test func `a mark left out costs one quotation, not the rest of the paragraph`() {
    #expect(
      quoted("قال \"الجسر سليم. وأضاف: \"الطريق مفتوح\". وأكد سالم أن \"البحر هادئ\".")
        == ["الجسر سليم", "الطريق مفتوح", "البحر هادئ"])
  }

  @Test func `a quotation that never closes ends with its paragraph where nothing else is quoted`()
  {
    #expect(quoted("قال \"الجسر سليم. والطريق مفتوح\nوعاد.") == ["الجسر سليم . والطريق مفتوح"])
  }

  @Test func `a name quoted in the same sentence does not end what holds it`() {
    #expect(
      quoted("قال \"جسر \"السدرة\" سليم. والطريق مفتوح") == [
        "جسر \" السدرة \" سليم . والطريق مفتوح", "السدرة",
      ])
  }
}
