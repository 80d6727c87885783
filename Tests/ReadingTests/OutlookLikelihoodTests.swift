import ArabicScript
import NewsModel
import Testing

@testable import Reading

@Suite("Likelihood of outlooks") struct OutlookLikelihoodTests {
  private let rows = DataFile("reading/likelihood.tsv").rows

  @Test func `only unscored wordings have the open band`() {
    #expect(rows.count > 15)
    for row in rows {
      let isOpen = row[2] == "5" && row[3] == "95"
      #expect((row[4] == "unscored") == isOpen, "\(row[0])")
      #expect(["scored", "unscored"].contains(row[4]), "\(row[0])")
      #expect((row[1] == "possible") == isOpen, "\(row[0])")
    }
    #expect(OutlookLikelihood.openBand == 5...95)
  }

  @Test func `every wording of a marker stands in the table and every wording is used`() {
    let table = OutlookLikelihood.table(DataFile("reading/likelihood.tsv"))
    #expect(table.count == rows.count)
    var used: Set<String> = ["سـ"]
    for row in DataFile("reading/outlooks.tsv").rows
    where OutlookMarker.Class(rawValue: row[0]) != nil {
      for wording in [row[3], row[4]] where wording != "-" && wording != "=" {
        #expect(table[wording] != nil, "\(wording) of \(row[1])")
        used.insert(wording)
      }
    }
    #expect(used == Set(table.keys))
  }

  @Test func `every line of the markers says something the reader knows`() {
    for row in DataFile("reading/outlooks.tsv").rows {
      let isTrait = OutlookTraits.byName[row[0]] != nil || row[0] == "willed"
      let isCondition = row[0] == "condition" && ConditionKind(rawValue: row[3]) != nil
      #expect(
        isTrait || isCondition || OutlookMarker.Class(rawValue: row[0]) != nil, "line \(row.line)")
      guard !isTrait, !isCondition else { continue }
      for frame in row[6].split(separator: ",") {
        #expect(OutlookMarker.Frames.byName[String(frame)] != nil, "\(frame) in line \(row.line)")
      }
      #expect(row[5] == "-" || OutlookKind(rawValue: row[5]) != nil, "line \(row.line)")
    }
  }

  @Test func `a marker added in a file is read like those that are shipped`() throws {
    let extra = DataFile(name: "extra", text: "verb\tتبجح\tتبجح متبجح\t-\t-\tthreat\tب\n")
    let lexicon = OutlookLexicon(
      [DataFile("reading/outlooks.tsv"), extra], likelihood: DataFile("reading/likelihood.tsv"))
    let marker = try #require(lexicon.markers.last)
    #expect(marker.word == "تبجح")
    #expect(marker.kind == .threat)
    #expect(lexicon.spellings.contains(Array("يتبجح".utf8)))
  }
}
