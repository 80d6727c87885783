import Foundation
import Testing

@Suite("Commands of entries") struct EntryCommandsTests {
  /// Invented reports of a spokesman in two spellings and of a group that Marsad doesn't know.
  private func sandbox() async throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.write(
      "news.jsonl",
      """
      {"id":"a","source":"وكالة السرو","published":"2025-03-10","title":"تصريح","text":"قال المتحدث باسم التحالف تورفن هالدرسون إن تنظيم داعش هاجم حاجزا قرب مدينة القامشلي يوم الاثنين، وإن قوات سوريا الديمقراطية ردت على الهجوم."}
      {"id":"b","source":"جريدة الأفق","published":"2025-03-18","title":"تصريح آخر","text":"أعلن المتحدث باسم التحالف تورفين هالدرسون أن العملية ضد تنظيم داعش مستمرة في ريف القامشلي، وأن المدنيين عادوا إلى بيوتهم."}

      """)
    #expect(try await sandbox.run("add", "news.jsonl").status == 0)
    return sandbox
  }

  @Test func `a candidate is confirmed, shown, merged into and undone`() async throws {
    let sandbox = try await sandbox()
    let candidates = try await sandbox.run("candidates", "--kind", "person", "--format", "jsonl")
    #expect(candidates.status == 0)
    #expect(candidates.output.contains("هالدرسون"))
    let confirmed = try await sandbox.run(
      "confirm", "تورفن هالدرسون", "تورفين هالدرسون", "--name-en", "Torfen Halderson", "--by",
      "سلمى")
    #expect(confirmed.status == 0)
    #expect(confirmed.output.contains("own-1"))
    let shown = try await sandbox.run("actors", "--show", "own-1")
    #expect(shown.output.contains("Torfen Halderson"))
    #expect(shown.output.contains("2 reports"))
    #expect(shown.output.contains("by \u{2068}سلمى\u{2069}"))
    #expect(try await sandbox.run("candidates", "هالدرسون").status == 1)
    let merged = try await sandbox.run("merge", "own-1", "sdf", "--by", "سلمى", "--reason", "مثال")
    #expect(merged.output.hasPrefix("decision 2: own-1 is merged into sdf"))
    #expect(try await sandbox.run("actors", "--show", "own-1").output.contains("entry sdf"))
    #expect(try await sandbox.run("undo", "2", "--by", "سلمى").status == 0)
    let again = try await sandbox.run("undo", "2", "--by", "سلمى")
    #expect(again.status == 3)
    #expect(again.errors.contains("decision 2 was undone by 3"))
    let decisions = try await sandbox.run("decisions", "--entries", "--format", "jsonl")
    #expect(decisions.outputLines.count == 3)
    #expect(decisions.outputLines[1].contains("\"undone_by\":3"))
  }

  @Test func `entries are shown for people and for programs`() async throws {
    let sandbox = try await sandbox()
    let actor = try await sandbox.run("actors", "--show", "islamic-state")
    #expect(actor.status == 0)
    #expect(actor.output.contains("spellings"))
    let json = try await sandbox.run("places", "--show", "p-syr-qamishli", "--format", "jsonl")
    #expect(json.outputLines.count == 1)
    #expect(json.output.contains("\"latitude\":37.05215"))
    let missing = try await sandbox.run("actors", "--show", "nobody")
    #expect(missing.status == 1)
    #expect(missing.errors.contains("marsad actors and marsad places find ids"))
    #expect(try await sandbox.run("actors", "--show", "sdf", "--format", "csv").status == 2)
  }

  @Test(
    arguments: [
      (["merge", "sdf", "sdf", "--by", "x"], 3, "can't be merged with itself"),
      (["merge", "sdf", "nobody", "--by", "x"], 3, "no entry has the id 'nobody'"),
      (["merge", "sdf", "--by", "x"], 2, "name two entries"),
      (["merge", "sdf", "islamic-state"], 2, "--by"),
      (["rename", "sdf", "  ", "--by", "x"], 3, "there is no name"),
      (["split", "sdf", "--name", "زيتون", "--by", "x"], 3, "choose one of its spellings"),
      (["confirm", "زيتون", "--by", "x"], 3, "no unlinked mention"),
      (["undo", "7", "--by", "x"], 3, "there is no decision 7"),
      (["decisions", "--entries", "--orphaned"], 2, "leave the others out"),
    ] as [([String], Int32, String)])
  func `what can't be decided ends with a reason`(
    arguments: [String], status: Int32, message: String
  ) async throws {
    let sandbox = try await sandbox()
    let quoted = arguments.map { "'\($0)'" }.joined(separator: " ")
    let run = try await sandbox.shell("\"$marsad\" \(quoted)")
    #expect(run.status == status)
    #expect(run.errors.contains(message))
  }
}
