import Foundation
import Testing

@Suite("marsad add, search, show and lists") struct ArchiveCommandsTests {
  private let articles = """
    {"id":"a","source":"جريدة الضفاف","published":"2025-01-12","title":"عودة التنظيم في سوریا ممكنة",\
    "text":"قال المتحدث باسم القوة سامر الخالدي إن عودة التنظيم إلى سوریا احتمال حقيقي ما لم يستمر الضغط."}
    {"id":"b","source":"وكالة مدار","published":"2025-02-03","title":"لقاء","text":"وأكد الوزير \
    نادر السالم أن السلطات السورية لن تفتح المعبر."}

    """

  private func filled() async throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.write("articles.jsonl", articles)
    let run = try await sandbox.run("add", "articles.jsonl")
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("added 2, updated 0, unchanged 0, failed 0; "))
    return sandbox
  }

  @Test func `adding twice adds nothing, and a change makes a version`() async throws {
    let sandbox = try await filled()
    let again = try await sandbox.run("add", "articles.jsonl")
    #expect(again.output.hasPrefix("added 0, updated 0, unchanged 2, failed 0; "))
    try sandbox.write("articles.jsonl", articles.replacing("\"لقاء\"", with: "\"لقاء آخر\""))
    let changed = try await sandbox.run("add", "articles.jsonl", "--jobs", "1")
    #expect(changed.output.hasPrefix("added 0, updated 1, unchanged 1, failed 0; "))
    let shown = try await sandbox.run("show", "b")
    #expect(shown.output.contains("لقاء آخر"))
    #expect(shown.output.contains("version 2; 1 before it"))
  }

  @Test func `what was not read is read when the articles are added again`() async throws {
    let sandbox = try Sandbox()
    try sandbox.write("articles.jsonl", articles)
    let added = try await sandbox.run("add", "articles.jsonl", "--kinds", "none")
    #expect(added.output.hasPrefix("added 2, updated 0, unchanged 0, failed 0; "))
    #expect(try await sandbox.run("search", "سوريا").status == 0)
    #expect(try await sandbox.run("statements").status == 1)
    let again = try await sandbox.run("add", "articles.jsonl")
    #expect(again.output.hasPrefix("added 0, updated 0, unchanged 2, failed 0; "))
    #expect(try await sandbox.run("statements", "--format", "jsonl").outputLines.count == 2)
  }

  @Test func `an edit without a new date is listed, and the words are shown`() async throws {
    let sandbox = try await filled()
    let none = try await sandbox.run("edits")
    #expect(none == ProgramRun(output: "", errors: "marsad: nothing found\n", status: 1))
    try sandbox.write("articles.jsonl", articles.replacing("لن تفتح", with: "ستفتح"))
    _ = try await sandbox.run("add", "articles.jsonl")
    let edits = try await sandbox.run("edits", "--format", "jsonl")
    #expect(edits.errors == "marsad: 1 of 1\n")
    #expect(edits.output.hasPrefix("{\"article\":\"b\""))
    #expect(
      edits.output.contains(
        "\"kind\":\"words\",\"dates\":\"unchanged\",\"announced\":false,\"stealth\":true"))
    let versions = try await sandbox.run("show", "b", "--versions")
    #expect(versions.output.contains("words changed, stated date unchanged, stealth edit"))
    #expect(versions.output.contains("[-لن تفتح-]{+ستفتح+}"))
    let lines = try await sandbox.run("show", "b", "--versions", "--format", "jsonl")
    #expect(lines.outputLines.count == 2)
  }

  @Test func `a watch of edits raises an alarm of each once, with the words`() async throws {
    let sandbox = try await filled()
    let added = try await sandbox.run("watch", "add", "تعديلات", "--edits", "--words", "المدرسة")
    #expect(added.status == 0, "\(added.errors)")
    _ = try await sandbox.run("watch", "add", "كل التعديلات", "--edits")
    try sandbox.write("articles.jsonl", articles.replacing("لن تفتح", with: "ستفتح"))
    _ = try await sandbox.run("add", "articles.jsonl")
    let run = try await sandbox.run("watch", "run")
    #expect(run.errors.hasSuffix("marsad: 2 watches, 1 new alarms\n"))
    #expect(run.output.contains("2 words deleted, 1 word inserted; version 2"))
    #expect(run.output.contains("[-لن تفتح-]{+ستفتح+}"))
    let again = try await sandbox.run("watch", "run")
    #expect(again.errors == "marsad: 2 watches, 0 new alarms\n")
    let alarms = try await sandbox.run("watch", "alarms", "--format", "jsonl")
    #expect(alarms.output.contains("\"from\":1,\"to\":2,\"deleted_words\":2,\"inserted_words\":1"))
    let show = try await sandbox.run("watch", "show", "كل التعديلات")
    #expect(show.status == 3)
    #expect(show.errors.contains("watches edits and has no series"))
    let counts = try await sandbox.run("watch", "add", "x", "--edits", "--baseline", "9")
    #expect(counts.status == 2)
  }

  @Test func `what can't be read is counted and the rest is added`() async throws {
    let sandbox = try Sandbox()
    try sandbox.write("articles.jsonl", articles + "{\"id\":\"c\",\"te\n")
    let run = try await sandbox.run("add", "articles.jsonl")
    #expect(run.status == 3)
    #expect(run.output.hasPrefix("added 2, updated 0, unchanged 0, failed 1; "))
    #expect(run.errors.contains("articles.jsonl:3: the JSON ends too early"))
  }

  @Test func `a word is found in any spelling and form`() async throws {
    let sandbox = try await filled()
    let forms = try await sandbox.run("search", "سوريا")
    #expect(forms.status == 0)
    #expect(forms.output.contains("*سوریا*"))
    #expect(forms.output.contains("*السورية*"))
    #expect(forms.errors == "marsad: 2 of 2\n")
    let words = try await sandbox.run("search", "سوريا", "--matching", "words")
    #expect(words.errors == "marsad: 1 of 1\n")
    let exact = try await sandbox.run("search", "exact:\"سوريا\"")
    #expect(exact == ProgramRun(output: "", errors: "marsad: nothing found\n", status: 1))
  }

  @Test func `a batch answers each line`() async throws {
    let run = try await filled().run("search", "--batch", input: "سوريا\nOR\nبطيخ\n")
    #expect(run.status == 0)
    let answers = try run.outputLines.map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    #expect(answers.map { $0["query"] as? String } == ["سوريا", "OR", "بطيخ"])
    #expect(answers.map { $0["total"] as? Int } == [2, nil, 0])
    #expect(answers.map { $0["error"] != nil } == [false, true, false])
  }

  @Test func `statements are listed by speaker, in each format`() async throws {
    let sandbox = try await filled()
    let text = try await sandbox.run("statements", "--speaker", "الخالدي")
    #expect(text.status == 0)
    #expect(text.output.contains("احتمال حقيقي"))
    #expect(text.output.contains("marsad show \u{2068}a\u{2069}"))
    #expect(!text.output.contains("السالم"))
    let csv = try await sandbox.run("statements", "--format", "csv")
    #expect(csv.output.hasPrefix("article,index,source,published,title,speaker_name,"))
    #expect(csv.output.contains("\r\nb,0,وكالة مدار,2025-02-03,"))
    let lines = try await sandbox.run("statements", "--format", "jsonl", "--until", "2025-01-31")
    for line in lines.outputLines {
      let row = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      #expect(row?["article"] as? String == "a")
    }
    #expect(!lines.outputLines.isEmpty)
  }

  @Test(arguments: ["statements", "outlooks", "events"])
  func `a list without rows is status 1`(list: String) async throws {
    let run = try await filled().run(list, "--source", "none")
    #expect(run == ProgramRun(output: "", errors: "marsad: nothing found\n", status: 1))
  }

  @Test func `events are put on a map, other lists are not`() async throws {
    let sandbox = try Sandbox()
    try sandbox.write(
      "articles.jsonl",
      """
      {"id":"m","source":"وكالة مدار","published":"2025-02-03","title":"قصف","text":"قصفت طائرات الجيش مواقع المسلحين في مدينة تعز، وقصفت المدفعية مواقع المسلحين في بلدة أم الرمال."}

      """)
    _ = try await sandbox.run("add", "articles.jsonl")
    let map = try await sandbox.run("events", "--format", "geojson")
    #expect(map.status == 0)
    let json = try JSONSerialization.jsonObject(with: Data(map.output.utf8)) as? [String: Any]
    #expect(json?["type"] as? String == "FeatureCollection")
    let features = json?["features"] as? [[String: Any]] ?? []
    #expect(!features.isEmpty)
    let points = features.compactMap { $0["geometry"] as? [String: Any] }
      .compactMap { $0["coordinates"] as? [Double] }
    #expect(points.contains { abs($0[0] - 44) < 1 && abs($0[1] - 13.6) < 1 })
    let other = try await sandbox.run("statements", "--format", "geojson")
    #expect(other.status == 2)
    #expect(other.errors.contains("only events have places"))
  }

  @Test func `an article is shown with its reading`() async throws {
    let sandbox = try await filled()
    let report = try await sandbox.run("show", "a")
    #expect(report.status == 0)
    #expect(report.output.contains("ما لم يستمر الضغط"))
    #expect(report.output.contains("Statements ("))
    let line = try await sandbox.run("show", "a", "--format", "jsonl")
    let object = try JSONSerialization.jsonObject(with: Data(line.output.utf8)) as? [String: Any]
    #expect(object?["source"] as? String == "جريدة الضفاف")
    #expect((object?["reading"] as? [String: Any])?["statements"] is [Any])
    let missing = try await sandbox.run("show", "z")
    #expect(missing.status == 1)
    #expect(
      missing.errors == "marsad: marsad.archive: no article 'z'; marsad search tells the ids\n")
  }

  @Test func `the archive is named by an option or the environment`() async throws {
    let sandbox = try await filled()
    let run = try await sandbox.shell(
      #"""
      mv marsad.archive other.archive
      MARSAD_ARCHIVE=other.archive "$marsad" search المعبر > one
      "$marsad" search المعبر --archive other.archive > two
      cmp one two && "$marsad" search المعبر
      """#)
    #expect(run.status == 3)
    #expect(
      run.errors.hasSuffix("marsad.archive: there is no archive here; marsad add makes one\n"))
  }

  @Test func `a file that is no archive is left as it is`() async throws {
    let sandbox = try Sandbox()
    try sandbox.write("marsad.archive", "a letter to the editor")
    try sandbox.write("articles.jsonl", articles)
    let run = try await sandbox.run("add", "articles.jsonl")
    #expect(run.status == 3)
    #expect(run.errors.contains("marsad.archive: this is no Marsad archive"))
    let kept = try await sandbox.shell("cat marsad.archive")
    #expect(kept.output == "a letter to the editor")
  }

  @Test func `a search that can't be understood is status 2`() async throws {
    let run = try await filled().run("search", "OR سوريا")
    #expect(run.status == 2)
    #expect(
      run.errors
        == "marsad: position 1: OR needs a word on both sides; quote it to look for it: \u{2068}⟦OR⟧ سوريا\u{2069}\n"
    )
  }

  @Test func `records are searched, counted and searches kept`() async throws {
    let sandbox = try await filled()
    let none = try await sandbox.run("search", "--in", "events", "بطيخ")
    #expect(none.status == 1)
    let facets = try await sandbox.run("search", "--facets", "--format", "jsonl", "سوريا")
    #expect(facets.status == 0)
    #expect(facets.output.contains("\"facet\":\"source\""))
    let saved = try await sandbox.run("searches", "save", "بلاد", "سوريا")
    #expect(saved.status == 0)
    let again = try await sandbox.run("searches", "save", "بلاد", "مصر")
    #expect(again.status == 2)
    let kept = try await sandbox.run("search", "--saved", "بلاد", "--format", "jsonl")
    let typed = try await sandbox.run("search", "سوريا", "--format", "jsonl")
    #expect(kept.output == typed.output)
    #expect(try await sandbox.run("searches", "remove", "بلاد").status == 0)
    #expect(try await sandbox.run("search", "--saved", "بلاد").status == 1)
    let ids = try await sandbox.run("search", "--batch", "--ids", input: "سوريا\n(\n")
    #expect(ids.output.contains("\"ids\":["))
    #expect(ids.output.contains("\"start\":0,\"end\":1"))
  }

  @Test func `the samples can be added, and the form of the model case is read`() async throws {
    let sandbox = try Sandbox()
    let samples = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Samples/articles.jsonl")
    let run = try await sandbox.run("add", samples.path)
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("added 54, "))
    let found = try await sandbox.run("search", "\"احتمال حقيقي\"")
    #expect(found.status == 0)
  }
}
