internal import ArabicScript

/// The script that a word of a name is written in.
public enum NameScript: UInt8, Sendable, Hashable {
  case arabic
  case latin

  /// The script of a text's first letter, or nil if that is neither Arabic nor Latin.
  public init?(of text: some StringProtocol) {
    for scalar in text.unicodeScalars where CodePointClass.of(scalar.value) == .letter {
      switch scalar.value {
      case 0x0600...0x06FF, 0x0750...0x077F, 0x08A0...0x08FF, 0xFB50...0xFDFF, 0xFE70...0xFEFF:
        self = .arabic
      case 0x41...0x024F, 0x1E00...0x1EFF: self = .latin
      default: return nil
      }
      return
    }
    return nil
  }
}
