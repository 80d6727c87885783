import Recording
import Testing

@Suite("Paging") struct PagingTests {
  @Test(arguments: ["1438387200.17", "-5.0"])
  func `a position's text form leads back to it`(text: String) throws {
    let position = try #require(ListPosition(text))
    #expect(position.description == text)
  }

  @Test(arguments: ["", ".", "1", "1.", "a.b", "1.2.3", "99999999999999999999.1"])
  func `other text is no position`(text: String) { #expect(ListPosition(text) == nil) }
}
