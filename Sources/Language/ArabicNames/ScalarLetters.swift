extension Unicode.Scalar {
  /// Whether it is a letter (Alphabetic in Unicode's character database), told at once for Arabic and ASCII.
  var isNameLetter: Bool {
    switch value {
    case 0x0621...0x063A, 0x0641...0x064A, 0x0671...0x06D3, 0x61...0x7A, 0x41...0x5A: true
    case 0...0x7F: false
    default: properties.isAlphabetic
    }
  }
}
