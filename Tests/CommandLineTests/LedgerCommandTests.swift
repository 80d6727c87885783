import Foundation
import Testing

@Suite("marsad ledger, pressure") struct LedgerCommandTests {
  /// Invented: a forecast of March 2025 with a horizon, one without a likelihood word that counts, an
  /// attack that follows, told twice, and an arrest.
  private static let articles: String = {
    var lines: [String] = []
    func add(_ id: String, _ day: String, _ text: String) {
      lines.append(
        "{\"id\":\"\(id)\",\"source\":\"وكالة الضفة\",\"published\":\"2025-\(day)T09:00:00\","
          + "\"title\":\"\(id)\",\"text\":\"\(text)\"}\n")
    }
    add(
      "forecast", "03-01",
      "قال المحلل نادر الكيلاني: من المتوقع أن يهاجم تنظيم النخيل قوات السهول في الرقة خلال شهرين.")
    add(
      "maybe", "03-02",
      "قال المحلل نادر الكيلاني إن تنظيم النخيل قد يهاجم قوات السهول في الرقة خلال شهرين.")
    add(
      "attack", "03-20",
      "هاجم تنظيم النخيل دورية لقوات السهول في الرقة، وقُتل 3 أشخاص بحسب مصدر محلي.")
    add(
      "attack-copy", "03-20",
      "هاجم تنظيم النخيل دورية لقوات السهول في الرقة، وقُتل 3 أشخاص بحسب مصدر محلي.")
    add(
      "arrest", "03-21",
      "اعتقلت قوات السهول 7 من عناصر تنظيم النخيل في الرقة بعد عملية دهم دامت 4 ساعات.")
    return lines.joined()
  }()

  private func filled() async throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.write("articles.jsonl", LedgerCommandTests.articles)
    #expect(try await sandbox.run("add", "articles.jsonl").status == 0)
    _ = try await sandbox.run("stories")
    return sandbox
  }

  @Test func `a forecast is held against what was reported, decided and scored`() async throws {
    let sandbox = try await filled()
    let list = try await sandbox.run("ledger", "list", "--state", "open")
    #expect(list.output.contains("1: \u{2068}نادر الكيلاني\u{2069}: "))
    #expect(list.output.contains("likely 55–80 %"))
    let proposed = try await sandbox.run("ledger", "propose", "1", "--accept", "--by", "سلمى")
    #expect(proposed.status == 0, "\(proposed.errors)")
    #expect(
      proposed.output.contains("independent stories of ASSAULT by \u{2068}تنظيم النخيل\u{2069}"))
    #expect(proposed.output.contains("2025-03-02 to 2025-05-01"))
    #expect(proposed.output.contains("until from the horizon \u{2068}خلال شهرين\u{2069}"))
    let evidence = try await sandbox.run("ledger", "evidence", "1", "--format", "csv")
    #expect(evidence.output.contains(",attack,"))
    #expect(!evidence.output.contains(",maybe,"), "what may happen is no event")
    #expect(evidence.errors.contains("the evidence points to: it came true"))
    let decided = try await sandbox.run(
      "ledger", "decide", "1", "came-true", "--by", "سلمى", "--on", "2025-03-20", "--reason", "هجوم"
    )
    #expect(decided.status == 0)
    _ = try await sandbox.run(
      "ledger", "decide", "2", "came-true", "--by", "سلمى", "--on", "2025-03-20", "--reason", "هجوم"
    )
    let scores = try await sandbox.run("ledger", "scores", "--by", "holder")
    #expect(scores.output.contains("all: 1 scored, 1 came true: Brier 0.106, log 0.393"))
    #expect(scores.output.contains("not scored: open-band 1"))
    let decisions = try await sandbox.run("ledger", "decisions", "--format", "jsonl")
    #expect(decisions.outputLines.count == 2)
    let shown = try await sandbox.run("ledger", "show", "1")
    #expect(shown.output.contains("decided: came-true on 2025-03-20"))
  }

  @Test func `a rule by hand replaces the one before, which stays on record`() async throws {
    let sandbox = try await filled()
    for type in ["ASSAULT", "COERCE"] {
      let run = try await sandbox.run(
        "ledger", "rule", "1", "--by", "سلمى", "--type", type, "--until", "2025-04-01")
      #expect(run.status == 0, "\(run.errors)")
    }
    let evidence = try await sandbox.run("ledger", "evidence", "1", "--format", "jsonl")
    #expect(evidence.outputLines.count == 1)
    #expect(evidence.output.contains("\"article\":\"arrest\""))
  }

  @Test func `events in places within the place asked for are evidence too`() async throws {
    let sandbox = try await filled()
    try sandbox.write(
      "more.jsonl",
      "{\"id\":\"manbij\",\"source\":\"وكالة الضفة\",\"published\":\"2025-03-22T09:00:00\",\"title\":\"م\","
        + "\"text\":\"قصفت طائرات مجهولة مدينة منبج في سوريا اليوم، وقُتل 3 أشخاص بحسب مصدر محلي.\"}\n"
    )
    #expect(try await sandbox.run("add", "more.jsonl").status == 0)
    for (place, articles) in [
      ("a1-syr-aleppo", ["manbij"]), ("a1-syr-homs", []), ("c-syr", ["attack", "manbij"]),
    ] {
      let rule = try await sandbox.run(
        "ledger", "rule", "1", "--by", "سلمى", "--type", "ASSAULT", "--place", place, "--until",
        "2025-05-01")
      #expect(rule.status == 0, "\(rule.errors)")
      let evidence = try await sandbox.run("ledger", "evidence", "1", "--format", "jsonl")
      #expect(evidence.outputLines.count == articles.count, "\(place): \(evidence.output)")
      for article in articles { #expect(evidence.output.contains("\"article\":\"\(article)\"")) }
    }
  }

  @Test func `what can't be written to the ledger is refused with a remedy`() async throws {
    let sandbox = try await filled()
    let written = "--by x --on 2025-03-20 --reason y"
    for (arguments, status, words) in [
      ("list --state lost", 2, "open"), ("show 99", 1, "the ledger has no entry 99"),
      ("evidence 1", 3, "has no rule; marsad ledger propose 1"),
      ("propose 1 --accept", 2, "--accept needs --by"),
      ("rule 1 --by x --until 2025-04-01", 2, "a rule needs events"),
      ("rule 1 --by x --type ASSAULT --until 2025-01-01", 3, "lies before the first day"),
      ("rule 1 --by '' --type ASSAULT --until 2025-04-01", 2, "--by names who decides"),
      ("rule 1 --by x --type NOISE --until 2025-04-01", 2, "NOISE"),
      ("decide 1 maybe \(written)", 2, "came-true"),
      ("decide 1 condition-not-met \(written)", 3, "has no condition"),
      ("decide 1 came-true --by x --on 2025-02-01 --reason y", 3, "lies before the article's day"),
      ("decide 99 came-true \(written)", 1, "the ledger has no entry 99"),
      ("scores --by moon", 2, "holder"),
    ] as [(String, Int32, String)] {
      let run = try await sandbox.shell("\"$marsad\" ledger \(arguments)")
      #expect(run.status == status, "\(arguments): \(run.errors)")
      #expect(run.errors.contains(words), "\(arguments): \(run.errors)")
    }
  }

  @Test func `pressure counts both sides, and says what can't be told`() async throws {
    let sandbox = try await filled()
    let run = try await sandbox.run(
      "pressure", "تنظيم النخيل", "--per", "week", "--as-of", "2025-04-01", "--format", "csv")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("2025-03-17,2025-03-23,1,1,true,attack,arrest"))
    #expect(
      run.errors.contains("1 stories against it, 1 of its acts: 1.0 times, 95 % interval 0.01"))
    #expect(run.errors.contains("what comes first can't be told"))
    #expect(run.errors.contains("left out: aid to its opponents"))
    let named = try await sandbox.run(
      "pressure", "تنظيم النخيل", "--opponent", "لا أحد", "--as-of", "2025-04-01")
    #expect(named.status == 0)
    #expect(!named.errors.contains("left out"), "\(named.errors)")
    let nobody = try await sandbox.run("pressure", "لا أحد", "--as-of", "2025-04-01")
    #expect(nobody.status == 1)
    #expect(nobody.errors.contains("tells neither events nor outlooks"))
    #expect(try await sandbox.run("pressure", "x", "--periods", "0").status == 2)
  }
}
