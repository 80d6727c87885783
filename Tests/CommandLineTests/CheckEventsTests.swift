import Testing

@Suite("marsad check-events") struct CheckEventsTests {
  /// Invented: attacks in two governorates of Syria in January and February 2024, one in a town of Aleppo's.
  private func filled() async throws -> Sandbox {
    let sandbox = try Sandbox()
    var lines = ""
    func add(_ id: String, _ day: String, _ text: String) {
      lines +=
        "{\"id\":\"\(id)\",\"source\":\"وكالة الضفة\",\"published\":\"2024-\(day)T09:00:00\","
        + "\"title\":\"\(id)\",\"text\":\"\(text)\"}\n"
    }
    add(
      "manbij", "01-10",
      "قصفت طائرات مجهولة مدينة منبج في سوريا اليوم، وقُتل 3 أشخاص بحسب مصدر محلي.")
    add(
      "saraqib", "02-11",
      "هاجم مسلحون دورية قرب سراقب في إدلب، وقُتل 4 أشخاص بحسب مصدر طبي في المستشفى.")
    try sandbox.write("articles.jsonl", lines)
    #expect(try await sandbox.run("add", "articles.jsonl").status == 0)
    return sandbox
  }

  private static let acled = """
    event_id_cnty,event_date,event_type,country,admin1,admin2,notes
    SYR1,10 January 2024,Battles,Syria,Aleppo,Menbij,"invented, with a comma
    and a line"
    SYR2,2024-01-20,Battles,Syria,Idleb,Ariha,invented
    SYR3,2024-02-30,Battles,Syria,Aleppo,Menbij,invented
    SYR4,2024-02-11,Battles,Syria,Nowhereland,X,invented
    SYR5,2024-02-12,Battles,Syria,Idleb,Ariha,invented

    """

  @Test func `counts of both are set side by side, and each bad row is named`() async throws {
    let sandbox = try await filled()
    try sandbox.write("acled.csv", CheckEventsTests.acled)
    let run = try await sandbox.run("check-events", "acled.csv", "--format", "csv")
    #expect(run.status == 3)
    #expect(run.output.contains("a1-syr-aleppo,Aleppo,2024-01,1,1"), "\(run.output)")
    #expect(run.output.contains("a1-syr-idlib,Idlib,2024-01,1,0"))
    #expect(run.output.contains("a1-syr-idlib,Idlib,2024-02,1,1"))
    #expect(run.errors.contains("acled.csv:5: event_date '2024-02-30' is no day"), "\(run.errors)")
    #expect(run.errors.contains("acled.csv:6: no place is known as 'Nowhereland'"))
    #expect(run.errors.contains("2 hits, 1 misses, 0 false alarms"))
    #expect(run.errors.contains("n 4"))
    try sandbox.write("places.tsv", "Nowhereland\ta1-syr-hama\n")
    let named = try await sandbox.run("check-events", "acled.csv", "--places", "places.tsv")
    #expect(!named.errors.contains("Nowhereland"))
    #expect(named.output.contains("Hama, 2024-02: ACLED 1, Marsad 0"))
  }

  @Test func `an export of UCDP is read by its own columns`() async throws {
    let sandbox = try await filled()
    try sandbox.write(
      "ged.csv",
      """
      id;type_of_violence;country;adm_1;adm_2;where_prec;date_start;date_end
      1;1;Syria;Aleppo governorate;Manbij district;2;2024-01-10 00:00:00.000;2024-01-10 00:00:00.000
      2;1;Syria;Idlib governorate;;4;2024-02-11;2024-02-11
      3;1;Syria;Idlib governorate;;4;2024-01-31;2024-02-01
      4;1;Syria;;;6;2024-02-11;2024-02-11

      """)
    let run = try await sandbox.run("check-events", "ged.csv", "--format", "csv")
    #expect(run.status == 3)
    #expect(run.errors.contains("ged.csv:4: from 2024-01-31 to 2024-02-01 is more than one month"))
    #expect(run.errors.contains("1 events of which the data set knows no unit"))
    #expect(run.errors.contains("Pearson 1.000, Spearman 1.000, n 4"), "\(run.errors)")
    #expect(run.output.contains("a1-syr-idlib,Idlib,2024-02,1,1"))
  }

  @Test func `a file that is no such export is refused with its columns`() async throws {
    let sandbox = try await filled()
    try sandbox.write("other.csv", "day,place\n2024-01-01,x\n")
    let wrong = try await sandbox.run("check-events", "other.csv")
    #expect(wrong.status == 3)
    #expect(wrong.errors.contains("other.csv:1: no column id, type_of_violence"))
    #expect(wrong.errors.contains("event_id_cnty"))
    let missing = try await sandbox.run("check-events", "none.csv")
    #expect(missing.status == 3)
    #expect(missing.errors.contains("none.csv: can't be read"))
    try sandbox.write(
      "names.csv",
      "event_id_cnty,event_date,event_type,country,admin1,admin2\n"
        + ["Rural Damascus", "Dayr az Zawr governorate", "Al Hasakeh", "Dar'a", "As Sweida"].map {
          "X,2024-01-01,Battles,Syria,\($0),\n"
        }.joined() + "X,2024-01-01,Battles,Yemen (North Yemen),Ta'izz governorate,\n")
    let names = try await sandbox.run("check-events", "names.csv", "--format", "csv")
    #expect(names.status == 0, "\(names.errors)")
    for id in [
      "syr-rif-dimashq", "syr-deir-ez-zor", "syr-al-hasakah", "syr-daraa", "syr-as-suwayda",
      "yem-taiz",
    ] {
      #expect(names.output.contains("a1-\(id),"), "\(id)")
    }
    try sandbox.write(
      "late.csv",
      "event_id_cnty,event_date,event_type,country,admin1,admin2\nX1,2019-01-01,Battles,Syria,Aleppo,\n"
    )
    let late = try await sandbox.run("check-events", "late.csv")
    #expect(late.status == 1)
    #expect(late.errors.contains("the archive has no article of the months"))
  }
}
