import ArabicScript
import Testing

@Suite("windows-1256") struct Windows1256Tests {
  @Test func `every byte has a code point of its own`() {
    let texts = (0...255).map { Windows1256.utf8(decoding: [UInt8($0)]) }
    #expect(Set(texts).count == 256)
    #expect(texts[0x41] == Array("A".utf8))
    #expect(texts[0xC7] == Array("ا".utf8))
    #expect(texts[0xED] == Array("ي".utf8))
    #expect(texts[0x90] == Array("گ".utf8))
    #expect(texts[0xFF] == Array("ے".utf8))
  }

  @Test func `Arabic is recognised`() {
    // قال المتحدث
    let bytes: [UInt8] = [0xDE, 0xC7, 0xE1, 0x20, 0xC7, 0xE1, 0xE3, 0xCA, 0xCD, 0xCF, 0xCB]
    #expect(Windows1256.looksLike(bytes))
    #expect(Windows1256.utf8(decoding: bytes) == Array("قال المتحدث".utf8))
  }

  @Test func `UTF-8 with a broken byte, French, and bytes with controls are not`() {
    #expect(!Windows1256.looksLike(Array("قال المتحدث باسم".utf8) + [0xD8]))
    let french: [UInt8] =
      Array("d".utf8) + [0xE9] + Array("j".utf8) + [0xE0, 0xE9, 0xE8, 0xE7, 0xF9]
    #expect(!Windows1256.looksLike(french))
    #expect(!Windows1256.looksLike([0xC7, 0xE1, 0xE3, 0xCA, 0x00, 0xCD, 0xCF]))
    #expect(!Windows1256.looksLike([0x80, 0x81]))
  }
}
