/// Reads a file of mails (RFC 4155): each stands behind a line that begins with `From `, at the top or behind an empty line.
struct Mailbox {
  private let mails: [(line: Int, bytes: [UInt8])]

  /// Cuts a file into its mails.
  init(_ bytes: [UInt8]) throws(DocumentFault) {
    var mails: [(line: Int, bytes: [UInt8])] = []
    var number = 0
    var isBehindEmpty = true
    var start = 0
    while start < bytes.count {
      number += 1
      let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      var line = bytes[start..<end]
      start = end
      if isBehindEmpty, line.starts(with: Mailbox.mark) {
        mails.append((number + 1, []))
        isBehindEmpty = false
        continue
      }
      isBehindEmpty = line.allSatisfy { $0 == 0x0A || $0 == 0x0D }
      // What begins like such a line was written down with a sign before it.
      let quoted = line.prefix { $0 == UInt8(ascii: ">") }
      if !quoted.isEmpty, line.dropFirst(quoted.count).starts(with: Mailbox.mark) {
        line.removeFirst()
      }
      guard !mails.isEmpty else {
        if isBehindEmpty { continue }
        throw .noMailbox
      }
      mails[mails.count - 1].bytes += line
    }
    if mails.isEmpty { throw .noMailbox }
    self.mails = mails
  }

  /// The mails as records; one that can't be read is named by its line.
  func items(file: String) -> [GatheredItem] {
    mails.flatMap { mail -> [GatheredItem] in
      do throws(DocumentFault) {
        return try MailMessage(mail.bytes).records(file: file, line: mail.line)
      } catch {
        return [.problem(GatheringProblem(file: file, line: mail.line, reason: .document(error)))]
      }
    }
  }

  private static let mark = Array("From ".utf8)
}
