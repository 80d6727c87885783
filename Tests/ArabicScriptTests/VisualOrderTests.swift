import ArabicScript
import Foundation
import Testing

@Suite("Visual order") struct VisualOrderTests {
  /// Lines as they look, as they are read, and whether the former are plain or shaped.
  static let lines: [(visual: String, reading: String)] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/visual-order.tsv")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t").map(String.init) }
      .map { ($0[0], $0[1]) }
  }()

  @Test func `lines in visual order are told and repaired`() {
    #expect(Self.lines.count > 50)
    for (visual, reading) in Self.lines {
      #expect(VisualOrder.repaired(visual) == reading)
    }
    let told = Self.lines.count { VisualOrder(of: $0.visual).isVisual }
    #expect(Double(told) >= 0.9 * Double(Self.lines.count), "\(told) of \(Self.lines.count)")
    #expect(VisualOrder(of: Self.lines.map(\.visual).joined(separator: "\n")).isVisual)
  }

  @Test func `lines in the order of reading are left alone`() {
    for (_, reading) in Self.lines { #expect(!VisualOrder(of: reading).isVisual) }
  }

  @Test func `shaped text in the order of reading is not visual`() {
    let order = VisualOrder(of: "ﺍﻟﻌﺮﺑﻴﺔ ﻟﻐﺔ ﺟﻤﻴﻠﺔ")
    #expect(order.shapedCount > 10)
    #expect(!order.isVisual)
  }

  @Test func `lines stay apart`() {
    #expect(VisualOrder.repaired("با\r\nدج\n") == "اب\r\nجد\n")
    #expect(VisualOrder.repaired("") == "")
  }

  @Test func `any scalars are kept`() {
    var random = Seeded(state: 3)
    let scalars = Array("اب(«12.5% ab\u{651}\u{301}٣- \n،é".unicodeScalars)
    for _ in 0..<3000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<random.next() % 12 {
        text.append(scalars[Int(random.next() % UInt64(scalars.count))])
      }
      let kept = VisualOrder.repaired(String(text)).unicodeScalars
      #expect(kept.count == text.count)
    }
  }
}
