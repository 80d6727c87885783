import Foundation
import Testing

@Suite("marsad read") struct ReadCommandTests {
  @Test func `articles become readings, one a line, in order`() async throws {
    let sandbox = try Sandbox()
    try sandbox.write("a.txt", "عنوان\nنص الخبر الأول")
    try sandbox.write(
      "b.jsonl", "{\"id\":\"one\",\"text\":\"نص\"}\n{\"id\":\"two\",\"text\":\"آخر\"}\n")
    let run = try await sandbox.run("read", "b.jsonl", "a.txt")
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    let readings = try run.outputLines.map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    #expect(readings.map { $0["id"] as? String }.prefix(2) == ["one", "two"])
    #expect(readings.count == 3)
    for field in ["statements", "outlooks", "events", "mentions", "quantities", "times"] {
      #expect(readings.allSatisfy { $0[field] is [Any] }, "\(field)")
    }
  }

  @Test func `only the kinds asked for are read`() async throws {
    let sandbox = try Sandbox()
    try sandbox.write(
      "a.txt", "عنوان\nقتل ثلاثة جنود في هجوم. وقال سالم الحيدري إن الجسر قد ينهار.")
    let run = try await sandbox.run("read", "a.txt", "--kinds", "statements,outlooks")
    let reading = try #require(
      try JSONSerialization.jsonObject(with: Data(run.outputLines[0].utf8)) as? [String: Any])
    let counts = ["statements", "outlooks", "events", "mentions", "quantities"].map {
      (reading[$0] as? [Any])?.count
    }
    #expect(counts == [1, 1, 0, 0, 0])
    let wrong = try await sandbox.run("read", "a.txt", "--kinds", "statements,rumours")
    #expect(wrong.status == 2)
    #expect(wrong.errors.contains("no kind \"rumours\""))
  }

  @Test func `bytes are the same on any number of threads, and in the order of the input`()
    async throws
  {
    let sandbox = try Sandbox()
    let sentence = "وقال المتحدث إن العملية رقم"
    let lines = (0..<3000).map { number in
      "{\"id\":\"\(number)\",\"text\":\""
        + String(repeating: "\(sentence) \(number). ", count: 1 + number % 7) + "\"}"
    }
    try sandbox.write("many.jsonl", lines.joined(separator: "\n"))
    let alone = try await sandbox.run("read", "many.jsonl", "--jobs", "1")
    let together = try await sandbox.run("read", "many.jsonl", "--jobs", "7")
    #expect(alone.outputLines.count == 3000)
    #expect(alone == together)
    let isOrdered = alone.outputLines.enumerated().allSatisfy { number, line in
      line.hasPrefix("{\"id\":\"\(number)\",")
    }
    #expect(isOrdered)
  }

  @Test func `standard input is read, packed or not`() async throws {
    let sandbox = try Sandbox()
    let run = try await sandbox.run("read", "-", input: "{\"id\":\"a\",\"text\":\"ب\"}")
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("{\"id\":\"a\","))
    let packed = try await sandbox.shell(
      #"echo '{"id":"a","text":"ب"}' | gzip | "$marsad" read"#)
    #expect(packed == run)
  }

  @Test func `a line that comes is answered before the next one comes`() async throws {
    let sandbox = try Sandbox()
    let run = try await sandbox.shell(
      #"""
      mkfifo pipe
      "$marsad" read - < pipe > out &
      exec 3> pipe
      echo '{"id":"a","text":"ب"}' >&3
      echo '{"id":"b","text":"ب"}' >&3
      for i in $(seq 6000); do [ -s out ] && break; sleep 0.05; done
      head -c 9 out
      exec 3>&-
      wait
      """#)
    #expect(run.output == "{\"id\":\"a\"")
  }

  @Test func `fields are mapped`() async throws {
    let sandbox = try Sandbox()
    let input = #"{"id":"a","content":"نص","date_extracted":"2015-07-21 02:51:32"}"#
    let run = try await sandbox.run(
      "read", "--map", "text=content,published=date_extracted", "--format", "report",
      input: input)
    #expect(run.status == 0)
    #expect(run.output.contains("published 2015-07-21T02:51:32"))
  }

  @Test func `a report is for people`() async throws {
    let sandbox = try Sandbox()
    let run = try await sandbox.run(
      "read", "--format", "report", input: "عنوان \u{202E}الخبر\nنص الخبر")
    #expect(run.status == 0)
    let head = run.outputLines.first
    #expect(head == "\u{2068}عنوان الخبر\u{2069}")
    #expect(!run.output.contains("\u{1B}"))
  }

  @Test func `what can't be read is told of and the rest goes on`() async throws {
    let sandbox = try Sandbox()
    try sandbox.write(
      "bad.jsonl",
      """
      {"id":"a","text":"نص"}
      {"id":"b","tex
      {"id":"c","content":"نص"}
      {"id":"d","text":""}
      {"id":"e","text":"نص"}

      """)
    try sandbox.write("bytes.txt", Data("abc ".utf8) + [0x80, 0x81])
    try FileManager.default.createDirectory(
      at: sandbox.folder.appending(path: "empty"), withIntermediateDirectories: true)
    let run = try await sandbox.run("read", "bad.jsonl", "none.txt", "bytes.txt", "empty")
    #expect(run.status == 3)
    #expect(run.outputLines.count == 2)
    #expect(
      run.errors == """
        marsad: bad.jsonl:2: the JSON ends too early; the file may be cut off
        marsad: bad.jsonl:3: no field 'text'; name the field that holds the text: \
        --map text=content (fields: id, content)
        marsad: bad.jsonl:4: the article has neither text nor title; leave it out or map its \
        fields with --map
        marsad: none.txt: no such file; check the path
        marsad: bytes.txt:1: neither UTF-8 nor windows-1256 at byte 4; convert it to UTF-8 \
        (iconv -t UTF-8)
        marsad: empty: the folder holds no articles; they end in .json, .jsonl, .ndjson, .txt, \
        .csv, .tsv, .xlsx, .ods, .eml, .mbox, .docx, .pdf, each also with .gz
        marsad: 6 not read

        """)
  }

  @Test func `windows-1256 is read and said so once a file`() async throws {
    let sandbox = try Sandbox()
    let line =
      Data("{\"text\":\"".utf8) + [0xDE, 0xC7, 0xE1, 0x20, 0xC7, 0xE1, 0xE3] + Data("\"}\n".utf8)
    try sandbox.write("old.jsonl", line + line)
    let run = try await sandbox.run("read", "old.jsonl")
    #expect(run.status == 0)
    #expect(run.outputLines.count == 2)
    #expect(run.errors == "marsad: note: old.jsonl: windows-1256, converted to UTF-8\n")
  }

  @Test func `a reader that stops reading is no failure`() async throws {
    let sandbox = try Sandbox()
    let lines = String(repeating: "{\"id\":\"a\",\"text\":\"نص\"}\n", count: 20000)
    try sandbox.write("many.jsonl", lines)
    let run = try await sandbox.shell(
      #""$marsad" read many.jsonl | head -c 5; exit ${PIPESTATUS[0]}"#)
    #expect(run == ProgramRun(output: "{\"id\"", errors: "", status: 0))
  }

  @Test func `a full disk is told of`() async throws {
    let sandbox = try Sandbox()
    try sandbox.write("a.txt", "نص")
    let run = try await sandbox.shell(#""$marsad" read a.txt > /dev/full"#)
    #expect(run.status == 4)
    #expect(
      run.errors == "marsad: writing the output: no space left on device; free some space\n")
  }
}
