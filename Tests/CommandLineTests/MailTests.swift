import Foundation
import Testing

@Suite("Alarms and briefs by mail") struct MailTests {
  /// Invented: an outlet that publishes daily from 1 to 14 March 2025, and three reports of a bombardment on the 14th.
  private func filled() async throws -> Sandbox {
    let sandbox = try Sandbox()
    var lines = ""
    func add(_ id: String, _ day: Int, _ text: String) {
      lines +=
        "{\"id\":\"\(id)\",\"source\":\"وكالة الضفة\",\"published\":\"2025-03-\(day < 10 ? "0" : "")\(day)T09:00:00\","
        + "\"title\":\"خبر \(id)\",\"text\":\"\(text)\"}\n"
    }
    for day in 1...14 {
      add("calm-\(day)", day, "افتتح المجلس البلدي رقم \(day) حديقة عامة جديدة.")
    }
    for (index, place) in ["السوق القديم", "جسر الواحة", "محطة المياه"].enumerated() {
      add(
        "bombs-\(index)", 14, "سقطت قذائف قرب \(place) في قصف صباحي دام \(index + 2) ساعات كاملة.")
    }
    try sandbox.write("articles.jsonl", lines)
    _ = try await sandbox.run("add", "articles.jsonl")
    _ = try await sandbox.run(
      "watch", "add", "قصف", "--words", "قصف", "--per", "day", "--detector", "earsC1")
    let run = try await sandbox.run("watch", "run", "--as-of", "2025-03-15")
    #expect(run.errors.hasSuffix("1 new alarms\n"), "\(run.errors)")
    return sandbox
  }

  private func options(_ server: MailServer) -> String {
    "--smtp 127.0.0.1:\(server.port) --smtp-security none --mail-from marsad@example.org"
  }

  /// What stands in the parts of a letter that are in base64.
  private func parts(_ letter: String) -> [String] {
    letter.components(separatedBy: "\r\n\r\n").compactMap { block in
      let body = block.components(separatedBy: "\r\n").prefix { !$0.hasPrefix("--") }.joined()
      return Data(base64Encoded: body).flatMap { String(data: $0, encoding: .utf8) }
    }.filter { !$0.isEmpty }
  }

  @Test func `an alarm is a letter once, though the server refused it at first`() async throws {
    let sandbox = try await filled()
    let server = try await MailServer.start { $0 == 0 }
    let command =
      "\"$marsad\" watch deliver --to mailto:desk@example.org --site https://desk.example \(options(server))"
    let refused = try await sandbox.shell(command)
    #expect(refused.status == 4)
    #expect(refused.errors.contains("451 later"), "\(refused.errors)")
    #expect(server.received.isEmpty)
    for count in [1, 0] {
      let run = try await sandbox.shell(command)
      #expect(run.errors == "marsad: \(count) alarms delivered\n")
    }
    #expect(server.received.count == 1)
    let letter = try #require(server.received.first)
    let alarms = try await sandbox.run("watch", "alarms", "--format", "jsonl")
    // The key is the first of the fields.
    let key = try #require(alarms.output.split(separator: "\"").dropFirst(3).first)
    #expect(letter.contains("\r\nMessage-ID: <\(key)@example.org>\r\n"))
    #expect(letter.contains("To: <desk@example.org>\r\n"))
    #expect(letter.utf8.allSatisfy { $0 < 0x80 })
    let words = parts(letter)
    #expect(words.count == 2)
    #expect(words[0].contains("3 روايات مستقلة مقابل 0.0 متوقعة"))
    #expect(words[0].contains("الكاشف earsC1"))
    #expect(words[0].contains("https://desk.example/articles/bombs-0"))
    #expect(words[1].contains("<html lang=\"ar\" dir=\"rtl\">"))
  }

  @Test func `a letter that is killed before it is confirmed comes again under its name`()
    async throws
  {
    let sandbox = try await filled()
    let arrived = sandbox.folder.appending(path: "arrived")
    let server = try await MailServer.start(holds: { number in
      try? Data().write(to: arrived)
      return number == 0
    })
    let command = "\"$marsad\" watch deliver --to mailto:desk@example.org \(options(server))"
    let killed = try await sandbox.shell(
      """
      \(command) & sender=$!
      while [ ! -e arrived ]; do sleep 0.05; done
      kill -KILL $sender; wait $sender
      """)
    #expect(killed.status == 137)
    for count in [1, 0] {
      #expect(try await sandbox.shell(command).errors == "marsad: \(count) alarms delivered\n")
    }
    let names = server.received.compactMap { letter in
      letter.components(separatedBy: "\r\n").first { $0.hasPrefix("Message-ID: ") }
    }
    #expect(names.count == 2)
    #expect(Set(names).count == 1)
  }

  @Test func `a password opens the server, and a wrong one is told of`() async throws {
    let sandbox = try await filled()
    let server = try await MailServer.start()
    try sandbox.write("good", "secret\n")
    try sandbox.write("bad", "guess\n")
    let command =
      "\"$marsad\" watch deliver --to mailto:desk@example.org \(options(server)) --smtp-user marsad"
    let wrong = try await sandbox.shell("\(command) --smtp-password-file bad")
    #expect(wrong.status == 4)
    #expect(wrong.errors.contains("answers the password with 535 no such user"), "\(wrong.errors)")
    #expect(!wrong.errors.contains("guess"))
    let right = try await sandbox.shell("MARSAD_SMTP_PASSWORD=secret \(command)")
    #expect(right.errors == "marsad: 1 alarms delivered\n")
    #expect(server.received.count == 1)
  }

  @Test func `nothing is sent unprotected unless that is asked for`() async throws {
    let sandbox = try await filled()
    let server = try await MailServer.start()
    let run = try await sandbox.shell(
      "\"$marsad\" watch deliver --to mailto:desk@example.org --smtp 127.0.0.1:\(server.port) --mail-from a@example.org"
    )
    #expect(run.status == 4)
    #expect(run.errors.contains("offers no STARTTLS"))
    #expect(server.received.isEmpty)
    for (arguments, words) in [
      ("--to mailto:nobody --mail-from a@b.example --smtp x", "is no address of mail"),
      ("--to mailto:a@b.example --smtp x", "--mail-from"),
      ("--to mailto:a@b.example --mail-from a@b.example", "--smtp"),
      (
        "--to mailto:a@b.example --mail-from a@b.example --smtp mail.example --smtp-security none --smtp-user x",
        "is not sent unprotected"
      ),
      ("--to mailto:a@b.example --mail-from a@b.example --smtp x:y", "is no host:port"),
      ("--to https://desk.example/", "--secret-file"),
    ] {
      let run = try await sandbox.shell("\"$marsad\" watch deliver \(arguments)")
      #expect(run.status == 2, "\(arguments): \(run.errors)")
      #expect(run.errors.contains(words), "\(arguments): \(run.errors)")
    }
  }

  private func secure(_ server: SecureMailServer, _ host: String, _ more: String) -> String {
    "\"$marsad\" watch deliver --to mailto:desk@example.org --smtp \(host):\(server.port)"
      + " --mail-from marsad@example.org --smtp-user marsad \(more)"
  }

  @Test(arguments: [SecureMailServer.Behaviour.starttls, .tls])
  func `a letter and its password go through TLS only`(behaviour: SecureMailServer.Behaviour)
    async throws
  {
    let sandbox = try await filled()
    let server = try SecureMailServer(behaviour)
    let trusting = "--smtp-security \(behaviour.rawValue) --smtp-certificates \(server.certificate)"
    let run = try await sandbox.shell(
      "MARSAD_SMTP_PASSWORD=secret \(secure(server, "localhost", trusting))")
    #expect(run.errors == "marsad: 1 alarms delivered\n")
    #expect(parts(server.letter).first?.contains("3 روايات مستقلة") == true)
    let open = server.commands.filter { $0.hasPrefix("open") }
    #expect(open == (behaviour == .tls ? [] : ["open EHLO", "open STAR"]))
    #expect(server.commands.contains("secure AUTH"))
  }

  @Test(arguments: [
    (SecureMailServer.Behaviour.starttls, "localhost", false, "is not trusted"),
    (.starttls, "127.0.0.1", true, "its certificate is for another name"),
    (.injecting, "localhost", true, "goes on talking after STARTTLS"),
    (.refusing, "localhost", true, "454 not now"),
  ])
  func `nothing is handed to a server that can't be trusted`(
    behaviour: SecureMailServer.Behaviour, host: String, trusts: Bool, words: String
  ) async throws {
    let sandbox = try await filled()
    let server = try SecureMailServer(behaviour)
    let trusting = trusts ? "--smtp-certificates \(server.certificate)" : ""
    let run = try await sandbox.shell(
      "MARSAD_SMTP_PASSWORD=secret \(secure(server, host, trusting))")
    #expect(run.status == 4, "\(run.errors)")
    #expect(run.errors.contains(words), "\(run.errors)")
    #expect(server.letter.isEmpty)
    #expect(!server.commands.contains { $0.hasSuffix("AUTH") || $0.hasSuffix("MAIL") })
  }

  @Test func `a brief goes to a receiver once, with its document`() async throws {
    let sandbox = try await filled()
    let server = try await MailServer.start()
    let command =
      "\"$marsad\" brief --until 2025-03-15 --format docx --to mailto:desk@example.org \(options(server))"
    let first = try await sandbox.shell(command)
    #expect(first.status == 0, "\(first.errors)")
    let second = try await sandbox.shell(command)
    #expect(second.errors.contains("has the brief of these days already"))
    #expect(server.received.count == 1)
    let letter = try #require(server.received.first)
    #expect(letter.contains("Message-ID: <brief.2025-03-09.2025-03-15.ar@example.org>"))
    #expect(letter.contains("filename=\"brief.2025-03-09.2025-03-15.ar.docx\""))
    #expect(parts(letter)[0].contains("# موجز مرصد"))
    _ = try await sandbox.shell("\(command) --again")
    #expect(server.received.count == 2)
  }
}
