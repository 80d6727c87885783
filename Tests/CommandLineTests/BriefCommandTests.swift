import Testing

@Suite("marsad brief") struct BriefCommandTests {
  /// Invented: an outlook with a condition, and a report that another outlet copies; a third is older.
  private func filled() async throws -> Sandbox {
    let sandbox = try Sandbox()
    let articles = [
      (
        "outlook", "وكالة الضفة", "2025-03-03", "قراءة",
        "قال المحلل نادر الكيلاني: من المتوقع أن يهاجم تنظيم النخيل قوات السهول إذا توقفت حملة الاعتقالات."
      ),
      (
        "first", "وكالة الضفة", "2025-03-04", "خبر *مهم* [1]",
        "افتتح المجلس البلدي حديقة عامة جديدة قرب النهر وقال إن العمل فيها دام عاما كاملا بسبب الأمطار."
      ),
      (
        "copy", "صحيفة المرسى", "2025-03-04", "خبر",
        "افتتح المجلس البلدي حديقة عامة جديدة قرب النهر وقال إن العمل فيها دام عاما كاملا بسبب الأمطار."
      ),
    ]
    var lines = ""
    for (id, source, day, title, text) in articles {
      lines +=
        "{\"id\":\"\(id)\",\"source\":\"\(source)\",\"published\":\"\(day)T09:00:00\","
        + "\"title\":\"\(title)\",\"text\":\"\(text)\"}\n"
    }
    try sandbox.write("articles.jsonl", lines)
    #expect(try await sandbox.run("add", "articles.jsonl").status == 0)
    return sandbox
  }

  @Test func `what is new is written in both languages and forms`() async throws {
    let sandbox = try await filled()
    let days = "--since 2025-03-01 --until 2025-03-07"
    let arabic = try await sandbox.shell("\"$marsad\" brief \(days)")
    #expect(arabic.status == 0, "\(arabic.errors)")
    #expect(arabic.output.hasPrefix("# موجز مرصد: 1 مارس 2025 – 7 مارس 2025\n"))
    #expect(arabic.output.contains("- **خبر \\*مهم\\* \\[1\\]**\\\n"))
    #expect(arabic.output.contains("إذا \u{2068}توقفت حملة الاعتقالات\u{2069}"))
    #expect(arabic.output.contains("## الإنذارات\n\nلا جديد.\n"))
    let page = try await sandbox.shell(
      "\"$marsad\" brief \(days) --lang en --format html --site https://desk.example/")
    #expect(page.output.contains("<html lang=\"en\" dir=\"ltr\">"))
    #expect(page.output.contains("<a href=\"https://desk.example/en/stories/first\">"))
    #expect(page.output.contains("<a href=\"https://desk.example/en/ledger/1\">"))
    #expect(page.output.contains("2 reports, 1 copy, 1 independent"))
    let later = try await sandbox.shell("\"$marsad\" brief --since 2025-03-05 --until 2025-03-07")
    #expect(!later.output.contains("مهم"))
  }

  @Test func `what can't be a brief is refused`() async throws {
    let sandbox = try await filled()
    for (arguments, words) in [
      ("--since 2025-03-07 --until 2025-03-01", "lies behind the last day"),
      ("--lang fr", "ar"), ("--site desk.example", "https://"), ("--format pdf", "html"),
    ] {
      let run = try await sandbox.shell("\"$marsad\" brief \(arguments)")
      #expect(run.status == 2, "\(arguments)")
      #expect(run.errors.contains(words), "\(arguments): \(run.errors)")
    }
  }
}
