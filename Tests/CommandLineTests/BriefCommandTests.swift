import Foundation
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
    #expect(
      !page.output.contains("<li dir="), "lines in the language of the brief keep its direction")
    #expect(page.output.contains("<a href=\"https://desk.example/en/stories/first\">"))
    #expect(page.output.contains("<a href=\"https://desk.example/en/ledger/1\">"))
    #expect(page.output.contains("2 reports, 1 copy, 1 independent"))
    let later = try await sandbox.shell("\"$marsad\" brief --since 2025-03-05 --until 2025-03-07")
    #expect(!later.output.contains("مهم"))
  }

  @Test func `a brief is a document that word processors read, in both directions`() async throws {
    let sandbox = try await filled()
    let days = "--since 2025-03-01 --until 2025-03-07 --format docx --site https://desk.example"
    for (language, words) in [("ar", "موجز مرصد"), ("en", "Marsad brief")] {
      let written = try await sandbox.shell(
        "\"$marsad\" brief \(days) --lang \(language) > brief.docx"
      )
      #expect(written.status == 0, "\(written.errors)")
      let read = try await sandbox.run("read", "brief.docx", "--format", "report")
      #expect(read.output.contains(words), "\(read.output) \(read.errors)")
      // Its parts are stored as they are.
      let xml = String(
        decoding: try Data(contentsOf: sandbox.folder.appending(path: "brief.docx")), as: UTF8.self)
      #expect(
        xml.contains("</w:sectPr>") && xml.contains("<w:bidi/></w:sectPr>") == (language == "ar"))
      // The title of the story is Arabic in both.
      #expect(xml.contains("<w:pStyle w:val=\"ListBullet\"/><w:bidi/>"))
      #expect(xml.contains("خبر *مهم* [1]"))
    }
  }

  @Test func `a PDF is printed by a browser, and without one that is said`() async throws {
    let sandbox = try await filled()
    let days = "--since 2025-03-01 --until 2025-03-07 --format pdf"
    // A stand-in for a browser: it prints the page's size.
    try sandbox.write(
      "browser",
      """
      #!/bin/bash
      for argument; do case $argument in
        --print-to-pdf=*) target=${argument#*=};;
        file://*) page=${argument#file://};;
      esac; done
      { echo %PDF-1.7; grep -c h2 "$page"; } > "$target"
      """)
    let printed = try await sandbox.shell(
      "chmod +x browser && \"$marsad\" brief \(days) --browser ./browser")
    #expect(printed.status == 0, "\(printed.errors)")
    #expect(printed.output.hasPrefix("%PDF-1.7\n5"))
    let none = try await sandbox.shell("PATH=/nowhere \"$marsad\" brief \(days)")
    #expect(none.status == 4)
    #expect(
      none.errors.contains("install Chromium, name one with --browser, or take --format html"))
    let broken = try await sandbox.shell("\"$marsad\" brief \(days) --browser /bin/true")
    #expect(broken.status == 4)
    #expect(broken.errors.contains("printed no PDF"))
  }

  @Test func `what can't be a brief is refused`() async throws {
    let sandbox = try await filled()
    for (arguments, words) in [
      ("--since 2025-03-07 --until 2025-03-01", "lies behind the last day"),
      ("--lang fr", "ar"), ("--site desk.example", "https://"), ("--format rtf", "docx"),
      ("--to nobody", "is no address of mail"),
    ] {
      let run = try await sandbox.shell("\"$marsad\" brief \(arguments)")
      #expect(run.status == 2, "\(arguments)")
      #expect(run.errors.contains(words), "\(arguments): \(run.errors)")
    }
  }
}
