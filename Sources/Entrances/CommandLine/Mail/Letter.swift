internal import ArabicQuantities
internal import Foundation

/// A letter to one receiver, in plain text and in HTML, with files if there are any.
struct Letter: Sendable {
  /// A file that comes with a letter.
  struct Attachment: Sendable {
    let name: String
    let mediaType: String
    let bytes: [UInt8]
  }

  let from: MailAddress
  let to: MailAddress
  let subject: String
  /// Names the letter for good: what stands before the at sign of its `Message-ID`.
  let key: String
  let text: String
  let html: String
  var attachments: [Attachment] = []

  /// The letter's `Message-ID`: the same however often it is sent, so that a receiver takes it once.
  var messageID: String { "<\(key)@\(from.domain)>" }

  /// The letter in the form of RFC 5322 and MIME (RFC 2045 to 2047), lines ending in CR LF.
  ///
  /// - Parameter seconds: When it is sent, in seconds since 1970.
  /// - Returns: ASCII only, so that any server takes it.
  func bytes(at seconds: Int) -> [UInt8] {
    var head = [
      "From: Marsad <\(from.text)>", "To: <\(to.text)>", "Subject: \(Letter.encoded(subject))",
      "Date: \(Letter.date(seconds))", "Message-ID: \(messageID)", "Auto-Submitted: auto-generated",
      "MIME-Version: 1.0",
    ]
    let bodies = Letter.parts(
      "alternative", boundary: "words.\(key)",
      [
        Letter.part("text/plain; charset=utf-8", Array(text.utf8)),
        Letter.part("text/html; charset=utf-8", Array(html.utf8)),
      ])
    let whole =
      attachments.isEmpty
      ? bodies
      : Letter.parts(
        "mixed", boundary: "files.\(key)",
        [bodies]
          + attachments.map {
            Letter.part(
              "\($0.mediaType); name=\"\($0.name)\"", $0.bytes,
              "Content-Disposition: attachment; filename=\"\($0.name)\"")
          })
    head.append(whole)
    return Array(head.joined(separator: "\r\n").utf8)
  }

  private static func parts(_ kind: String, boundary: String, _ parts: [String]) -> String {
    let inner = parts.map { "--\(boundary)\r\n\($0)\r\n" }.joined()
    return
      "Content-Type: multipart/\(kind); boundary=\"\(boundary)\"\r\n\r\n\(inner)--\(boundary)--\r\n"
  }

  private static func part(_ type: String, _ bytes: [UInt8], _ field: String? = nil) -> String {
    let body = Data(bytes).base64EncodedString(
      options: [.lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed])
    let fields =
      ["Content-Type: \(type)", "Content-Transfer-Encoding: base64"] + [field].compactMap { $0 }
    return fields.joined(separator: "\r\n") + "\r\n\r\n\(body)"
  }

  /// A line of any script as encoded words of at most 75 characters (RFC 2047).
  static func encoded(_ line: String) -> String {
    var words: [String] = []
    var word: [UInt8] = []
    func close() {
      if !word.isEmpty { words.append("=?utf-8?B?\(Data(word).base64EncodedString())?=") }
      word = []
    }
    for scalar in line.unicodeScalars {
      let bytes = scalar.value < 0x20 ? [UInt8(ascii: " ")] : Array(String(scalar).utf8)
      // 45 bytes are 60 characters.
      if word.count + bytes.count > 45 { close() }
      word += bytes
    }
    close()
    return words.joined(separator: "\r\n ")
  }

  /// A time as RFC 5322 has it, in UTC.
  static func date(_ seconds: Int) -> String {
    let day = CalendarDay(ordinal: seconds / 86_400)
    let (year, month, number) = day.components
    let names = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let clock = [seconds % 86_400 / 3600, seconds % 3600 / 60, seconds % 60].map {
      $0 < 10 ? "0\($0)" : "\($0)"
    }
    return "\(names[day.ordinal % 7]), \(number) \(months[month - 1]) \(year)"
      + " \(clock.joined(separator: ":")) +0000"
  }
}

/// An address of the form `desk@example.org`.
struct MailAddress: Sendable, Hashable {
  let text: String

  /// Reads an address, with `mailto:` before it or not; `nil` if it is none that a mail server would take as it is.
  init?(_ text: String) {
    let bare = text.lowercased().hasPrefix("mailto:") ? String(text.dropFirst(7)) : text
    let parts = bare.split(separator: "@", omittingEmptySubsequences: false)
    // What RFC 5321 allows without quotation marks.
    let isPlain = bare.utf8.allSatisfy { byte in
      (0x21...0x7E).contains(byte) && !"()<>[],;:\\\"".utf8.contains(byte)
    }
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), isPlain, bare.utf8.count <= 254
    else {
      return nil
    }
    self.text = bare
  }

  /// What stands behind the at sign.
  var domain: String { String(text.split(separator: "@").last ?? "") }
}
