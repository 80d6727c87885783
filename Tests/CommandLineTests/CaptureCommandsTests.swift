import Foundation
import Testing

@Suite("marsad import and verify") struct CaptureCommandsTests {
  private func record(_ url: String, _ body: String) -> String {
    let block = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n\(body)"
    return """
      WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: \(url)\r\n\
      WARC-Date: 2026-01-02T03:04:05Z\r\nContent-Type: application/http; msgtype=response\r\n\
      Content-Length: \(block.utf8.count)\r\n\r\n\(block)\r\n\r\n
      """ + ""
  }

  @Test func `the digests that a WARC file of others states are checked`() async throws {
    let sandbox = try Sandbox()
    func record(_ text: String, digest: String) -> String {
      "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: https://o.example/\(text)\r\n"
        + "WARC-Date: 2026-01-02T03:04:05Z\r\nWARC-Block-Digest: \(digest)\r\n"
        + "Content-Length: \(text.utf8.count)\r\n\r\n\(text)\r\n\r\n"
    }
    // The SHA-1 of hello in base 32.
    let digest = "sha1:VL2MMHO4YXUKFWV63YHTWSBM3GXKSQ2N"
    try sandbox.write("right.warc", record("hello", digest: digest))
    let sound = try await sandbox.run("verify", "right.warc")
    #expect(sound.status == 0)
    #expect(sound.output == "1 records, 1 with a digest, 0 findings\n")
    try sandbox.write(
      "wrong.warc", record("hello", digest: digest) + record("other", digest: digest))
    let changed = try await sandbox.run("verify", "wrong.warc")
    #expect(changed.status == 1)
    #expect(changed.output.contains("https://o.example/other: not the digest that it states"))
    try sandbox.write("none.warc", "no records")
    #expect(try await sandbox.run("verify", "none.warc").status == 3)
  }

  @Test func `captures come in once, verify, and a change is named`() async throws {
    let sandbox = try Sandbox()
    let text =
      record("https://o.example/1", "<p>خبر</p>") + "broken\n" + record("https://o.example/2", "ب")
    try sandbox.write("crawl.warc", text)
    let first = try await sandbox.run("import", "crawl.warc", "--store", "captures")
    #expect(first.status == 3)
    #expect(first.output == "kept 2 captures, unchanged 0, failed 1\n")
    #expect(first.errors.contains("crawl.warc: no WARC record begins at byte"))
    let again = try await sandbox.run("import", "crawl.warc", "--store", "captures")
    #expect(again.output == "kept 0 captures, unchanged 2, failed 1\n")

    let sound = try await sandbox.run("verify", "captures")
    #expect(sound.status == 0)
    #expect(sound.outputLines.first?.hasPrefix("2 captures") == true)

    let log = sandbox.folder.appending(path: "captures/custody.jsonl")
    let lines = try String(contentsOf: log, encoding: .utf8)
    try lines.replacing("o.example/1", with: "o.example/9").write(
      to: log, atomically: true, encoding: .utf8)
    let changed = try await sandbox.run("verify", "captures")
    #expect(changed.status == 1)
    #expect(changed.output.contains("custody log, line 3"))
    let refused = try await sandbox.run("import", "crawl.warc", "--store", "captures")
    #expect(refused.status == 4)
    #expect(refused.errors.contains("line 3 of the custody log"))
  }

  @Test func `a collection goes out as WACZ and comes in again`() async throws {
    let sandbox = try Sandbox()
    try sandbox.write(
      "crawl.warc", record("https://o.example/1", "<title>عنوان الخبر</title><p>خبر</p>"))
    _ = try await sandbox.run("import", "crawl.warc", "--store", "captures")
    let out = try await sandbox.run("export", "out.wacz", "--store", "captures")
    #expect(out.status == 0)
    #expect(out.output.hasPrefix("out.wacz: 1 captures, 1 pages, 1 WARC files"))
    let back = try await sandbox.run("import", "out.wacz", "--store", "other")
    #expect(back.output == "kept 1 captures, unchanged 0, failed 0\n")
    let sound = try await sandbox.run("verify", "other")
    #expect(sound.status == 0)

    try sandbox.write("no.wacz", "PK\u{3}\u{4} nothing")
    let broken = try await sandbox.run("import", "no.wacz", "--store", "other")
    #expect(broken.status == 3)
    #expect(broken.errors.contains("no.wacz: neither WARC nor WACZ"))
    let missing = try await sandbox.run("export", "x.wacz", "--store", "nowhere")
    #expect(missing.status == 3)
    #expect(missing.errors.contains("no custody log"))
  }

  @Test func `documents are kept as they are, and their articles are added`() async throws {
    let sandbox = try Sandbox()
    try sandbox.write("in/table.csv", "id,title,text\nt1,عنوان الجدول,قال المتحدث إن الطريق فتح.\n")
    try sandbox.write(
      "in/mail.eml",
      "From: a@o.example\nSubject: note\nContent-Type: text/plain; charset=utf-8\n\nنص الرسالة هنا.\n"
    )
    let body =
      "<title>عنوان الصفحة الأولى</title><p>قال مسؤول محلي إن القافلة وصلت صباح اليوم إلى البلدة.</p>"
    try sandbox.write("crawl.warc", record("https://o.example/1", body))
    let kept = try await sandbox.run(
      "import", "in", "crawl.warc", "--store", "s", "--archive", "a.archive")
    #expect(kept.status == 0)
    #expect(kept.outputLines.first == "kept 3 captures, unchanged 0, failed 0")
    #expect(kept.output.contains("articles of pages: added 1"))
    #expect(kept.output.contains("added 2, updated 0"))
    let again = try await sandbox.run("import", "in", "--store", "s")
    #expect(again.output == "kept 0 captures, unchanged 2, failed 0\n")
    let sound = try await sandbox.run("verify", "s")
    #expect(sound.status == 0)
    let shown = try await sandbox.run("show", "t1", "--archive", "a.archive")
    #expect(shown.output.contains("عنوان الجدول"))
  }

  @Test func `what is no store and what is no file is told of`() async throws {
    let sandbox = try Sandbox()
    try sandbox.write("folder/x", "")
    let verify = try await sandbox.run("verify", "folder")
    #expect(verify.status == 3)
    #expect(verify.errors.contains("no custody log"))
    let missing = try await sandbox.run("import", "nothing.warc.gz", "--store", "s")
    #expect(missing.status == 3)
    #expect(missing.errors.contains("opening nothing.warc.gz"))
  }
}
