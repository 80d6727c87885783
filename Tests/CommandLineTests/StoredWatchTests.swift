import Crypto
import Foundation
import Testing

@Suite("marsad watch add, run, alarms, deliver") struct StoredWatchTests {
  /// Invented: two outlets that publish daily from 1 to 14 March 2025; four independent reports of a
  /// bombardment on 14 March, and a copy of one.
  private static let articles: String = {
    let places = ["السوق القديم", "جسر الواحة", "محطة المياه", "مدرسة الميناء"]
    let details = [
      "وأغلقت السلطات الطرق المؤدية إليه حتى المساء ونقلت المصابين إلى مستشفى قريب",
      "وتوقفت حركة الشاحنات بين الضفتين وطلب المجلس المحلي من التجار تخزين الحبوب",
      "وانقطع الماء عن ثلاثة أحياء وبدأ المهندسون إصلاح المضخات قبل حلول الليل",
      "وكانت القاعات خالية بسبب العطلة وأعلنت الإدارة نقل الامتحانات إلى مبنى آخر",
    ]
    var lines: [String] = []
    func add(_ id: String, _ source: String, _ day: Int, _ text: String) {
      let day = day < 10 ? "0\(day)" : "\(day)"
      lines.append(
        "{\"id\":\"\(id)\",\"source\":\"\(source)\",\"published\":\"2025-03-\(day)T09:00:00\","
          + "\"title\":\"\(id)\",\"text\":\"\(text)\"}\n")
    }
    for day in 1...14 {
      add("calm-\(day)", "وكالة الضفة", day, "افتتح المجلس البلدي رقم \(day) حديقة عامة جديدة.")
      add("quiet-\(day)", "صحيفة المرسى", day, "بدأ موسم الحصاد في الحقل رقم \(day) مبكرا.")
    }
    for (index, (place, detail)) in zip(places, details).enumerated() {
      let source = index % 2 == 0 ? "وكالة الضفة" : "صحيفة المرسى"
      add("bombs-\(index)", source, 14, "سقطت قذائف قرب \(place) في قصف صباحي \(detail).")
    }
    add(
      "bombs-copy", "صحيفة المرسى", 14,
      "سقطت قذائف قرب \(places[0]) في قصف صباحي \(details[0]).")
    return lines.joined()
  }()

  private func filled() async throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.write("articles.jsonl", StoredWatchTests.articles)
    #expect(try await sandbox.run("add", "articles.jsonl").status == 0)
    let added = try await sandbox.run(
      "watch", "add", "قصف", "--words", "قصف", "--per", "day", "--detector", "earsC1")
    #expect(added.status == 0, "\(added.errors)")
    return sandbox
  }

  @Test func `an alarm is raised once, with its reason and evidence`() async throws {
    let sandbox = try await filled()
    let first = try await sandbox.run("watch", "run", "--as-of", "2025-03-15")
    #expect(first.status == 0)
    #expect(first.output.contains("4 independent stories against 0.0 expected, 2 sources"))
    #expect(first.errors.hasSuffix("marsad: 1 watches, 1 new alarms\n"))
    let again = try await sandbox.run("watch", "run", "--as-of", "2025-03-15")
    #expect(again.errors.hasSuffix("marsad: 1 watches, 0 new alarms\n"))
    let alarms = try await sandbox.run("watch", "alarms", "--format", "jsonl")
    #expect(alarms.outputLines.count == 1)
    #expect(
      alarms.output.contains(
        "\"evidence\":[\"bombs-0\",\"bombs-1\",\"bombs-2\",\"bombs-3\"]"))
    let shown = try await sandbox.run("watch", "show", "1", "--as-of", "2025-03-15")
    #expect(shown.output.contains("2025-03-14: 4 independent stories, 5 reports"))
    #expect(shown.output.contains("not judged: 7 days before it are needed, the archive has 6"))
  }

  @Test func `an alarm is explained by its counts, its method and its error rate`() async throws {
    let sandbox = try await filled()
    try sandbox.write("groups.tsv", "# الضفتان\nشرق\tوكالة الضفة\nغرب\tصحيفة المرسى\n")
    let groups = try await sandbox.run("watch", "groups", "groups.tsv")
    #expect(groups.errors == "marsad: 2 groups, 2 sources\n")
    _ = try await sandbox.run("watch", "run", "--as-of", "2025-03-15")
    let alarms = try await sandbox.run("watch", "alarms", "--format", "jsonl")
    // The key is the first of the fields.
    let key = String(try #require(alarms.output.split(separator: "\"").dropFirst(3).first))
    let run = try await sandbox.run("watch", "explain", key)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("question: words \u{2068}قصف\u{2069}"))
    #expect(run.output.contains("detector: earsC1 (Hutwagner and others 2003"))
    #expect(run.output.contains("By simulation earsC1 is wrong in 3.2% of quiet periods"))
    #expect(run.output.contains("its history is too short, or without counts"))
    #expect(run.output.contains("  2025-03-13: 0, 0"))
    #expect(
      run.output.contains(
        "  2025-03-14: 4, 5; \u{2068}شرق\u{2069} 2; \u{2068}غرب\u{2069} 3; no group 0"))
    let shown = try await sandbox.run("watch", "show", "1", "--as-of", "2025-03-15")
    #expect(
      shown.output.contains("by group: \u{2068}شرق\u{2069} 2, \u{2068}غرب\u{2069} 3, no group 0"))
    #expect(try await sandbox.run("watch", "explain", "none").status == 1)
  }

  @Test func `a watch on a governorate counts what is told of its towns`() async throws {
    let sandbox = try Sandbox()
    try sandbox.write(
      "a.jsonl",
      "{\"id\":\"manbij\",\"source\":\"وكالة الضفة\",\"published\":\"2025-03-22T09:00:00\",\"title\":\"م\","
        + "\"text\":\"قصفت طائرات مجهولة مدينة منبج في سوريا اليوم، وقُتل 3 أشخاص بحسب مصدر محلي.\"}\n"
    )
    #expect(try await sandbox.run("add", "a.jsonl").status == 0)
    for (place, stories) in [("a1-syr-aleppo", 1), ("a1-syr-homs", 0), ("c-syr", 1)] {
      let added = try await sandbox.run(
        "watch", "add", place, "--type", "ASSAULT", "--place", place, "--per", "day")
      #expect(added.status == 0, "\(added.errors)")
      let shown = try await sandbox.run("watch", "show", place, "--as-of", "2025-03-23")
      #expect(
        shown.output.contains("2025-03-22: \(stories) independent stories"), "\(shown.output)")
    }
  }

  @Test func `a merge of the actor raises no alarm, and the series tells of it`() async throws {
    let sandbox = try Sandbox()
    var lines = ""
    // Invented: one attack a day by one group, and five by another.
    for day in 10...20 {
      for number in 0...5 {
        let actor = number == 0 ? "تنظيم داعش" : "تنظيم القاعدة"
        lines +=
          "{\"id\":\"\(day)-\(number)\",\"source\":\"وكالة الضفة\",\"published\":\"2025-03-\(day)T09:00:00\","
          + "\"title\":\"خبر \(day * 7 + number)\",\"text\":\"قتل \(actor) \(day + number) أشخاص في هجوم على "
          + "قرية رقم \(day * 31 + number * 17) قرب منبج.\"}\n"
      }
    }
    try sandbox.write("articles.jsonl", lines)
    #expect(try await sandbox.run("add", "articles.jsonl").status == 0)
    for entry in ["islamic-state", "al-qaeda"] {
      let added = try await sandbox.run(
        "watch", "add", entry, "--actor", entry, "--per", "day", "--detector", "earsC1")
      #expect(added.status == 0, "\(added.errors)")
    }
    let before = try await sandbox.run("watch", "run", "--as-of", "2025-03-20")
    #expect(before.errors.hasSuffix("marsad: 2 watches, 0 new alarms\n"))
    let shown = try await sandbox.run("watch", "show", "islamic-state", "--as-of", "2025-03-20")
    #expect(shown.output.contains("2025-03-19: 1 independent stories"), "\(shown.output)")
    #expect(!shown.errors.contains("merged"))
    #expect(
      try await sandbox.run("merge", "al-qaeda", "islamic-state", "--by", "سلمى").status == 0)
    let after = try await sandbox.run("watch", "run", "--as-of", "2025-03-21")
    #expect(after.errors.hasSuffix("marsad: 2 watches, 0 new alarms\n"))
    for entry in ["islamic-state", "al-qaeda"] {
      let shown = try await sandbox.run("watch", "show", entry, "--as-of", "2025-03-21")
      let days = shown.output.split(separator: "\n").filter { $0.contains(", 2025-03-") }
      #expect(days.count == 11 && days.allSatisfy { $0.hasSuffix(" 6 reports") }, "\(shown.output)")
      #expect(
        shown.errors.contains(
          "\u{2068}al-qaeda\u{2069} is merged into \u{2068}islamic-state\u{2069} by a decision"))
    }
  }

  @Test func `groups of sources with a fault are refused with the line, and none is kept`()
    async throws
  {
    let sandbox = try await filled()
    for (text, words) in [
      ("شرق\n", "groups.tsv:1: a group's name, a tab and a source's name are needed"),
      ("شرق\tس\nغرب\tس\n", "groups.tsv:2: س stands in line 1 already"),
    ] {
      try sandbox.write("groups.tsv", text)
      let run = try await sandbox.run("watch", "groups", "groups.tsv")
      #expect(run.status == 3)
      #expect(run.errors.contains(words), "\(run.errors)")
    }
    #expect(try await sandbox.run("watch", "groups", "none.tsv").status == 3)
    let list = try await sandbox.run("watch", "groups", "--format", "jsonl")
    #expect(list.outputLines.isEmpty)
  }

  @Test func `the day that is not over is not judged`() async throws {
    let sandbox = try await filled()
    let run = try await sandbox.run("watch", "run", "--as-of", "2025-03-14")
    #expect(run.errors.hasSuffix("marsad: 1 watches, 0 new alarms\n"))
    #expect(!run.output.contains("2025-03-14"))
  }

  @Test func `alarms of a muted watch are kept silently`() async throws {
    let sandbox = try await filled()
    #expect(try await sandbox.run("watch", "mute", "قصف").status == 0)
    _ = try await sandbox.run("watch", "run", "--as-of", "2025-03-15")
    let alarms = try await sandbox.run("watch", "alarms", "--format", "jsonl")
    #expect(alarms.output.contains("\"silent\":true"))
    #expect(try await sandbox.run("watch", "unmute", "قصف").status == 0)
    #expect(try await sandbox.run("watch", "snooze", "1", "--until", "2099-01-01").status == 0)
    let list = try await sandbox.run("watch", "list")
    #expect(list.output.contains("snoozed until 2099-01-01"))
    #expect(!list.output.contains("muted"))
  }

  @Test func `what can't be a watch is refused with a remedy`() async throws {
    let sandbox = try await filled()
    for (arguments, status, words) in [
      (["add", "x"], 2, "a watch needs a question"),
      (["add", "7", "--words", "x"], 2, "a number is no name"),
      (["add", "x", "--words", "y", "--detector", "tarot"], 2, "no detector is named tarot"),
      (["add", "x", "--words", "y", "--detector", "cusum", "--alpha", "0.1"], 2, "no error rate"),
      (
        ["add", "x", "--words", "y", "--per", "month", "--detector", "farringtonFlexible"], 2,
        "too short for this detector"
      ),
      (["add", "قصف", "--words", "y"], 3, "is named قصف already"),
      (["run", "none"], 1, "no watch is named none"),
      (["acknowledge", "none"], 3, "no alarm has this key"),
    ] as [([String], Int32, String)] {
      let line = arguments.map { "'\($0)'" }.joined(separator: " ")
      let run = try await sandbox.shell("\"$marsad\" watch \(line)")
      #expect(run.status == status, "\(line)")
      #expect(run.errors.contains(words), "\(line): \(run.errors)")
    }
  }

  @Test func `a webhook that is killed before it is confirmed comes again under its key`()
    async throws
  {
    let sandbox = try await filled()
    _ = try await sandbox.run("watch", "run", "--as-of", "2025-03-15")
    let secret = "an invented secret of a test"
    try sandbox.write("secret", secret + "\n")
    // The sender of the first request is killed before its answer; the second is refused.
    let arrived = sandbox.folder.appending(path: "arrived")
    let receiver = try await WebhookReceiver.start { number in
      try? Data().write(to: arrived)
      return number == 0 ? (600, 200) : (0, number == 1 ? 503 : 204)
    }
    let command =
      "watch deliver --to http://127.0.0.1:\(receiver.port)/hook --secret-file secret"
    let killed = try await sandbox.shell(
      """
      "$marsad" \(command) & sender=$!
      while [ ! -e arrived ]; do sleep 0.05; done
      kill -KILL $sender; wait $sender
      """)
    #expect(killed.status == 137)
    let refused = try await sandbox.shell("\"$marsad\" \(command)")
    #expect(refused.status == 4)
    #expect(refused.errors.contains("answered 503"))
    let delivered = try await sandbox.shell("\"$marsad\" \(command)")
    #expect(delivered.status == 0)
    #expect(delivered.errors == "marsad: 1 alarms delivered\n")
    let nothing = try await sandbox.shell("\"$marsad\" \(command)")
    #expect(nothing.errors == "marsad: 0 alarms delivered\n")

    #expect(receiver.received.count == 3)
    #expect(Set(receiver.received.map { $0.fields["idempotency-key"] }).count == 1)
    for delivery in receiver.received {
      let id = try #require(delivery.fields["webhook-id"])
      let time = try #require(delivery.fields["webhook-timestamp"])
      let code = HMAC<SHA256>.authenticationCode(
        for: Data("\(id).\(time).\(delivery.body)".utf8),
        using: SymmetricKey(data: Data(secret.utf8)))
      #expect(delivery.fields["webhook-signature"] == "v1,\(Data(code).base64EncodedString())")
      #expect(delivery.body.contains("\"key\":\"\(id)\""))
    }
  }

  @Test func `a secret that is none is refused before anything is sent`() async throws {
    let sandbox = try await filled()
    try sandbox.write("secret", "short")
    let run = try await sandbox.run(
      "watch", "deliver", "--to", "http://127.0.0.1:9/", "--secret-file", "secret")
    #expect(run.status == 3)
    #expect(run.errors.contains("shorter than 24 bytes"))
  }
}
