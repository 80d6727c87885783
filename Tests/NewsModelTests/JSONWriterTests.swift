import Foundation
import NewsModel
import Testing

@Suite("JSON writer") struct JSONWriterTests {
  @Test func `values stand in the order in which they are written`() {
    var writer = JSONWriter()
    writer.object { out in
      out.key("b")
      out.integer(-3)
      out.key("a")
      out.array { out in
        out.number(2)
        out.number(0.5)
        out.boolean(true)
        out.null()
        out.object { _ in }
        out.array { _ in }
      }
      out.key("c")
      out.stringOrNull(nil)
    }
    let text = String(decoding: writer.bytes, as: UTF8.self)
    #expect(text == #"{"b":-3,"a":[2,0.5,true,null,{},[]],"c":null}"#)
  }

  @Test func `every string comes back from another parser`() throws {
    var strings = (0...0x2FF).compactMap { Unicode.Scalar($0).map { String(Character($0)) } }
    strings += ["", "\"\\/", "قال «نعم»", "\u{202E}x\u{2069}", "😀", "a\r\nb\t"]
    for string in strings {
      var writer = JSONWriter()
      writer.array { $0.string(string) }
      let back = try JSONSerialization.jsonObject(with: Data(writer.bytes)) as? [String]
      #expect(back?.first?.unicodeScalars.elementsEqual(string.unicodeScalars) == true)
    }
  }
}
