/// Words from outside as they stand among the program's own on a terminal.
///
/// They are isolated, so that Arabic and English don't reorder one another, and without line ends and
/// controls, by which a text could command the terminal or disorder the line.
func isolated(_ text: String) -> String { "\u{2068}\(withoutControls(text))\u{2069}" }

/// The text on one line, without controls.
func withoutControls(_ text: String) -> String {
  var clean = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x0A, 0x0D, 0x09, 0x2028, 0x2029: clean.append(" ")
    case 0..<0x20, 0x7F...0x9F, 0x200E, 0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x2069: continue
    default: clean.append(scalar)
    }
  }
  return String(clean)
}
