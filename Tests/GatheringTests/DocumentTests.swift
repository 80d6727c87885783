import Foundation
import NewsModel
import Testing

@testable import Gathering

private func articles(_ name: String, _ text: String, map: String = "") throws -> [Article] {
  try readDocument(name, Array(text.utf8), map: map).map { try $0.get() }
}

// All texts here are invented.

@Suite("Tables") struct TableTests {
  @Test(arguments: [",", ";", "\t"])
  func `rows are articles under the names of the header`(mark: String) throws {
    let table = [
      ["title", "text", "published", "note.by"],
      ["عنوان", "\"قال \"\"نعم\"\"\(mark)\nثم صمت\"", "2015-07-21", "ش"],
      ["", "", "", ""], ["ثان", "نص"],
    ].map { $0.joined(separator: mark) }.joined(separator: "\r\n")
    let found = try articles("a.csv", "\u{FEFF}" + table, map: "byline=note.by")
    #expect(found.map(\.title) == ["عنوان", "ثان"])
    #expect(found.first?.text == "قال \"نعم\"\(mark)\nثم صمت")
    #expect(found.first?.published == "2015-07-21" && found.first?.byline == "ش")
  }

  @Test func `a table in windows-1256 is read`() throws {
    var bytes = Array("title,text\n".utf8)
    // النص في المقال
    bytes += [0xC7, 0xE1, 0xE4, 0xD5, 0x2C, 0xC7, 0xE1, 0xE4, 0xD5, 0x20, 0xDD, 0xED, 0x20]
    bytes += [0xC7, 0xE1, 0xE3, 0xDE, 0xC7, 0xE1, 0x20, 0xC7, 0xE1, 0xCC, 0xCF, 0xED, 0xCF]
    let found = try readDocument("a.csv", bytes).map { try $0.get() }
    #expect(found.map(\.title) == ["النص"])
    #expect(found.map(\.text) == ["النص في المقال الجديد"])
  }

  @Test func `a row that can't be read is named and the others are read`() throws {
    let found = try readDocument("a.csv", Array("text,title\nا,ب\nا,ب,ج\nد,ه\n".utf8))
    #expect(found.count == 3)
    #expect(fault(found[1]) == .tooManyCells(found: 3, names: 2))
    if case .failure(let problem) = found[1] { #expect(problem.line == 3) }
    let open = try readDocument("a.csv", Array("text\nا\n\"ب\nج".utf8))
    #expect(fault(open.last) == .openQuote(line: 3))
  }

  @Test(arguments: ["", "\n\n", "text,text\nا,ب\n", ",,\n1,2,3"])
  func `a table without a line of names is told of`(text: String) throws {
    #expect(fault(try readDocument("a.csv", Array(text.utf8)).first) == .noHeader)
  }

  @Test func `a text that is in no column is asked for by name`() throws {
    let found = try readDocument("a.csv", Array("body\nنص\n".utf8))
    guard case .failure(let problem) = found[0] else { throw Unexpected() }
    #expect(problem.reason == .missingField(name: "text", wanted: "text", present: ["body"]))
  }
}

@Suite("Channels of Telegram") struct TelegramTests {
  private let channel = """
    {"name": "قناة الضفاف", "type": "public_channel", "id": 77, "messages": [
     {"id": 1, "type": "service", "date": "2024-01-01T00:00:00", "action": "create_channel", "text": ""},
     {"id": 2, "type": "message", "date": "2024-01-02T13:00:00", "date_unixtime": "1704189600",
      "edited_unixtime": "1704193200", "from": "قناة الضفاف",
      "text": ["قال ", {"type": "bold", "text": "المتحدث"}, " إن المعبر مغلق"]},
     {"id": "x", "type": "message"},
     {"id": 3, "type": "message", "date": "2024-01-03T10:00:00", "photo": "a.jpg", "text": ""},
     {"id": 4, "type": "message", "date": "2024-01-04T10:00:00", "text": "نص"}]}
    """

  @Test func `posts with a text are articles, and a broken one is named`() throws {
    let found = try readDocument("x/result.json", Array(channel.utf8))
    #expect(found.count == 3)
    let first = try found[0].get()
    #expect(first.id == "telegram-77-2" && first.source == "قناة الضفاف")
    #expect(first.text == "قال المتحدث إن المعبر مغلق")
    #expect(first.published == "2024-01-02T10:00:00Z" && first.modified == "2024-01-02T11:00:00Z")
    #expect(fault(found[1]) == .unreadableMessage(number: 3, id: nil))
    #expect(try found[2].get().published == "2024-01-04T10:00:00")
  }

  @Test func `an edit without its second, a broken message's id, and whole exports are read`()
    throws
  {
    let export = """
      {"about": "x", "chats": {"about": "y", "list": [{"name": "قناة", "type": "public_channel", "id": 1, "messages": [
      {"id": 3, "type": "message", "date": "2026-01-06T10:05:00", "edited": "2026-01-06T11:00:00", "text": "نص"},
      {"id": 5, "type": "message", "text": 5}]}]},
      "left_chats": {"about": "z", "list": [{"name": "قناة", "type": "private_channel", "id": 2, "messages": [
      {"id": 4, "type": "message", "date": "2026-01-06T10:05:00", "text": "نص آخر"}]}]}}
      """
    let found = try readDocument("result.json", Array(export.utf8))
    #expect(try found[0].get().modified == "2026-01-06T11:00:00")
    #expect(fault(found[1]) == .unreadableMessage(number: 2, id: 5))
    #expect(try found[2].get().id == "telegram-2-4")
    #expect(TelegramExport.opens(Array(export.utf8)) && TelegramExport.opens(Array(channel.utf8)))
    #expect(!TelegramExport.opens(Array("{\"title\": \"chats\", \"text\": \"list\"}".utf8)))
  }

  @Test func `chats of people are not read`() throws {
    let chat = channel.replacing("public_channel", with: "personal_chat")
    let found = try readDocument("result.json", Array(chat.utf8))
    #expect(found.count == 1 && fault(found[0]) == .noChannel(kind: "personal_chat"))
    let all = try readDocument(
      "result.json", Array("{\"chats\":{\"list\":[\(chat),\(channel)]}}".utf8))
    #expect(all.count == 4)
  }

  @Test(arguments: ["", "{}", "[1]", "{\"messages\": [{\"id\""])
  func `what is no export is told of`(text: String) throws {
    #expect(fault(try readDocument("result.json", Array(text.utf8)).first) == .noTelegramExport)
  }
}

@Suite("Mails") struct MailTests {
  @Test func `subject, sender, date and plain text come out of their encodings`() throws {
    let mail = """
      From: =?utf-8?B?2YjZg9in2YTYqQ==?= =?utf-8?B?INin2YTYs9ix2Yg=?= <news@sarw.example>\r
      Subject: =?windows-1256?Q?=C7=E1=E4=D5_=DD=ED?=\r
       =?windows-1256?Q?_=C7=E1=E3=DE=C7=E1?=\r
      Date: Tue, 21 Jul 2015 13:02:02 +0300 (AST)\r
      Message-ID: <1@sarw.example>\r
      MIME-Version: 1.0\r
      Content-Type: multipart/mixed; boundary="b1"\r
      \r
      This is not read.\r
      --b1\r
      Content-Type: multipart/alternative; boundary=b2\r
      \r
      --b2\r
      Content-Type: text/html; charset=utf-8\r
      \r
      <p>HTML</p>\r
      --b2\r
      Content-Type: text/plain; charset=utf-8\r
      Content-Transfer-Encoding: quoted-printable\r
      \r
      =D9=82=D8=A7=D9=84 =D8=A7=D9=84=\r
      =D9=88=D8=B2=D9=8A=D8=B1\r
      --b2--\r
      --b1\r
      Content-Type: text/plain; name=a.txt\r
      Content-Disposition: attachment; filename=a.txt\r
      \r
      attached\r
      --b1--\r

      """
    let found = try articles("a.eml", mail)
    #expect(
      found == [
        Article(
          id: "mail-1@sarw.example", source: "وكالة السرو", published: "2015-07-21T13:02:02+03:00",
          title: "النص في المقال",
          text: "قال الوزير\n[attachment: a.txt, text/plain]\nattached")
      ])
  }

  @Test func `a mail of HTML only gives its lines`() throws {
    let html =
      "<html><head><title>x</title><style>p{}</style></head><body><p>سطر\nأول<br>ثان</p><div>ثالث</div></body></html>"
    let encoded = Data(html.utf8).base64EncodedString()
    let mail =
      "From: a@b.example\nContent-Type: text/html; charset=\"utf-8\"\nContent-Transfer-Encoding: base64\n\n\(encoded)\n"
    let found = try articles("a.eml", mail)
    #expect(found.map(\.text) == ["سطر أول\nثان\nثالث"])
    #expect(found.map(\.source) == ["b.example"])
  }

  @Test func `attachments are named, attached texts and forwarded mails are kept`() throws {
    let mail = """
      From: a@o.example
      Subject: s
      Content-Type: multipart/mixed; boundary=x

      --x
      Content-Type: text/plain; charset=utf-8

      نص الرسالة.
      --x
      Content-Type: application/pdf; name="تقرير.pdf"
      Content-Transfer-Encoding: base64

      JVBERi0=
      --x
      Content-Type: text/plain; charset=utf-8
      Content-Disposition: attachment; filename="note.txt"

      نص مرفق.
      --x
      Content-Type: message/rfc822

      From: "وكالة الضفاف" <n@o.example>
      Subject: inner

      نص محول.
      --x--
      """
    let found = try articles("a.eml", mail)
    #expect(found.map(\.title) == ["s", "inner"])
    #expect(
      found[0].text == """
        نص الرسالة.
        [attachment: تقرير.pdf, application/pdf]
        [attachment: note.txt, text/plain]
        نص مرفق.
        """)
    #expect(found[1].source == "وكالة الضفاف" && found[1].text == "نص محول.")
    let only =
      mail.replacing("نص الرسالة.", with: "").split(separator: "--x\nContent-Type: application")[0]
      + "--x\nContent-Type: message/rfc822\n\nSubject: inner\n\nنص محول.\n--x--"
    #expect(try articles("a.eml", String(only)).map(\.title) == ["inner"])
  }

  @Test func `what is no base 64 is told of and not taken for text`() throws {
    let mail =
      "From: a@b\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\n!!!notbase64###"
    #expect(
      fault(try readDocument("a.eml", Array(mail.utf8)).first)
        == .undecodablePart(encoding: "base64"))
  }

  @Test func `a file of mails gives each of them`() throws {
    let mail = "From: a@b\nSubject: N\n\nنص\n>From here on\nلا شيء"
    let box = (1...3).map {
      "From a@b Tue Jan  6 15:20:00 2026\n" + mail.replacing("N", with: "\($0)")
    }
    .joined(separator: "\n\n")
    let found = try articles("a.mbox", box)
    #expect(found.map(\.title) == ["1", "2", "3"])
    #expect(found[1].text == "نص\nFrom here on\nلا شيء")
    #expect(fault(try readDocument("a.mbox", Array("no mail".utf8)).first) == .noMailbox)
    let broken = try readDocument("a.mbox", Array((box + "\n\nFrom x\nno header\n").utf8))
    #expect(broken.count == 4 && fault(broken[3]) == .noMail)
  }

  @Test func `damaged mails are told of or read as far as they go`() throws {
    #expect(fault(try readDocument("a.eml", Array("no header here\n\ntext".utf8)).first) == .noMail)
    #expect(fault(try readDocument("a.eml", []).first) == .noMail)
    let strange =
      Array("Subject: x\nContent-Type: text/plain; charset=klingon\n\n".utf8) + [0xFF, 0xFE, 0xC7]
    #expect(fault(try readDocument("a.eml", strange).first) == .unknownCharset("klingon"))
    let cut =
      "Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nنص لم ينته"
    #expect(try articles("a.eml", cut).map(\.text) == ["نص لم ينته"])
  }

  @Test func `parts within parts without end are no trouble`() throws {
    var mail = "Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n"
    for _ in 0..<3_000 { mail += "--b\nContent-Type: multipart/mixed; boundary=b\n\n" }
    #expect(try articles("a.eml", mail).map(\.title) == ["x"])
  }
}

@Suite("Documents of word processors") struct WordDocumentTests {
  private let body = """
    <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
    <w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>عنوان التقرير</w:t></w:r></w:p>
    <w:p><w:r><w:t xml:space="preserve">قال </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>الوزير</w:t></w:r>
    <w:del><w:r><w:delText>محذوف</w:delText></w:r></w:del><w:ins><w:r><w:t xml:space="preserve"> أمس</w:t></w:r></w:ins></w:p>
    <w:tbl><w:tr><w:tc><w:p><w:r><w:t>خلية</w:t><w:br/><w:t>سطر</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
    <w:p/></w:body></w:document>
    """

  private let core = """
    <cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title>خاصية</dc:title>\
    <dcterms:modified>2024-02-01T10:00:00Z</dcterms:modified></cp:coreProperties>
    """

  private func zip(_ change: (inout ZipFile) -> Void = { _ in }) -> [UInt8] {
    var file = ZipFile()
    file.add("docProps/core.xml", Array(core.utf8))
    file.add("word/document.xml", Array(body.utf8), packed: true)
    change(&file)
    return file.bytes
  }

  @Test func `paragraphs are lines, what was deleted is not there`() throws {
    let found = try readDocument("a.docx", zip()).map { try $0.get() }
    #expect(found.map(\.title) == ["عنوان التقرير"])
    #expect(found.map(\.text) == ["قال الوزير أمس\nخلية\nسطر"])
    #expect(found.map(\.modified) == ["2024-02-01T10:00:00Z"])
  }

  @Test func `a file that is cut off anywhere is told of`() throws {
    let whole = zip()
    for count in stride(from: 0, to: whole.count - 1, by: 37) {
      let found = try readDocument("a.docx", Array(whole.prefix(count)))
      #expect(found.count == 1 && fault(found[0]) == .damagedArchive, "\(count)")
    }
  }

  @Test func `changed bytes never crash and are never taken for text`() throws {
    let whole = zip()
    for index in stride(from: 0, to: whole.count, by: 3) {
      var bytes = whole
      bytes[index] ^= 0x55
      for result in try readDocument("a.docx", bytes) {
        if case .success(let article) = result {
          #expect(article.text == "قال الوزير أمس\nخلية\nسطر")
        }
      }
    }
  }

  @Test func `passwords and the old kind are told of`() throws {
    let locked = zip { $0.flags = 1 }
    #expect(fault(try readDocument("a.docx", locked).first) == .encrypted)
    let old: [UInt8] =
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 600)
    #expect(fault(try readDocument("a.docx", old).first) == .encrypted)
  }

  @Test func `a bomb is not unpacked, whether it tells its size or not`() throws {
    let honest = zip { $0.claimedSize = 1 << 31 }
    #expect(
      fault(try readDocument("a.docx", honest).first) == .unpacksTooLarge(limit: ZipArchive.limit))
    let lying = zip { $0.claimedSize = 5 }
    #expect(
      fault(try readDocument("a.docx", lying).first) == .unpacksTooLarge(limit: ZipArchive.limit))
  }

  @Test func `another zip file is told of`() throws {
    var file = ZipFile()
    file.add("a.txt", [1, 2, 3])
    #expect(fault(try readDocument("a.docx", file.bytes).first) == .noWordDocument)
  }
}
