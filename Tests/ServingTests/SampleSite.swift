import ArabicQuantities
import ArabicScript
import Foundation
import Grouping
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import NewsModel
import Recording
import Serving

/// A site over an archive of a few hand-made articles, removed with the value.
final class SampleSite: Sendable {
  let folder: URL
  let archive: Archive
  private let hasStore: Bool

  init(
    _ batch: [(article: Article, reading: Reading)] = [SampleSite.warning, SampleSite.hostile],
    hasStore: Bool = true
  ) throws {
    self.hasStore = hasStore
    folder = FileManager.default.temporaryDirectory
      .appending(path: "marsad-serving-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    archive = try Archive.open(
      at: folder.appending(path: "archive.marsad").path,
      ArchiveOptions(access: .create, now: { 1_600_000_000 }))
    _ = try archive.add(batch)
    try archive.group(DispatchJudge())
    var question = WatchQuestion()
    question.words = "اشتباك"
    _ = try archive.add(
      Watch(
        name: "اشتباكات <القرية>", question: question, step: .day,
        method: WatchMethod(detector: "earsC1", baseline: 7)))
  }

  deinit {
    try? archive.close()
    try? FileManager.default.removeItem(at: folder)
  }

  /// What the site answers, through the router and without sockets.
  func get(
    _ address: String, _ method: HTTPRequest.Method = .get, headers: HTTPFields = [:],
    publicAddress: String? = nil
  ) async throws -> Reply {
    let application = Application(
      responder: Site(
        archive: archive, store: hasStore ? folder.path : nil, address: publicAddress))
    return try await application.test(.router) { client in
      try await client.execute(uri: address, method: method, headers: headers) { response in
        Reply(
          status: response.status.code, headers: response.headers,
          body: String(buffer: response.body))
      }
    }
  }

  struct Reply: Sendable {
    let status: Int
    let headers: HTTPFields
    let body: String
  }

  /// An article with a warning under a condition, two statements that overlap it, and an event.
  static var warning: (article: Article, reading: Reading) {
    let article = Article(
      id: "warning-1", source: "وكالة السرو", url: "https://sarw.example/1",
      published: "2015-07-21T13:02:02", title: "المتحدث يحذر من عودة التنظيم",
      byline: "سامي النجار",
      text: """
        قال العقيد مايلز إن عودة التنظيم في سوریا محتملة ما لم يستمر الضغط.
        وقصفت طائرات موقعا قرب تل العوسج وقُتل سبعة.
        """)
    var reading = self.reading(of: article)
    reading.statements = [
      Statement(
        content: find("عودة التنظيم في سوریا محتملة ما لم يستمر الضغط", in: article),
        speaker: find("العقيد مايلز", in: article), speakerName: "مايلز", role: "العقيد",
        cue: find("قال", in: article), stance: .warn, mode: .indirect, chain: ["وكالة"])
    ]
    reading.outlooks = [
      Outlook(
        outcome: find("عودة التنظيم في سوریا", in: article), marker: find("محتملة", in: article),
        holderName: "مايلز", kind: .warning, likelihood: .possible, band: 20...50,
        condition: find("يستمر الضغط", in: article), conditionKind: .unless, statement: 0)
    ]
    reading.events = [
      Event(
        trigger: find("قصفت", in: article), type: .assault, mode: "aerial",
        actor: [find("طائرات", in: article)], place: find("تل العوسج", in: article),
        date: CalendarDay(year: 2015, month: 7, day: 20), datePrecision: .day,
        killed: CasualtyCount(low: 7, best: 7, high: 7, saidBy: "مصدر أمني"))
    ]
    reading.mentions = [
      Mention(
        span: find("سوریا", in: article), type: .place, entry: "SY", name: "سوريا",
        nameEn: "Syria")
    ]
    return (article, reading)
  }

  /// An article whose every field tries to be markup.
  static var hostile: (article: Article, reading: Reading) {
    let article = Article(
      id: "a/b?c#<d>", source: "<i>منبر</i>", url: "javascript:alert(1)", published: "2015-07-20",
      title: "<script>alert(\"1\")</script> & 'x'", byline: "\"><img src=x>",
      text: "=cmd|'/c calc'!A0 <script>alert(2)</script>\u{202E}مقلوب\nسطر ثان")
    var reading = self.reading(of: article)
    reading.statements = [
      Statement(
        content: find("<script>alert(2)</script>", in: article), speakerName: "<b>قائل</b>",
        mode: .direct)
    ]
    return (article, reading)
  }

  static func reading(of article: Article) -> Reading {
    Reading(
      id: article.id, reader: ReaderVersion(name: "hand", version: "1"), language: "ar",
      textSHA256: String(repeating: "0", count: 64))
  }

  /// Where a piece first stands in an article's text.
  static func find(_ piece: String, in article: Article) -> TextRange {
    let text = Array(article.text.utf8)
    let wanted = Array(piece.utf8)
    let start = text.indices.first { text[$0...].starts(with: wanted) }
    return TextRange(start ?? 0, (start ?? 0) + wanted.count)
  }
}
