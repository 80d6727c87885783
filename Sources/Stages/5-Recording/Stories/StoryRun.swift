internal import Foundation
internal import GRDB
internal import NewsModel
internal import Synchronization

/// Gives waiting articles their stories: compares some of them on several threads, and gives those their stories on one
/// at a time, in the order of all.
///
/// Comparing reads the archive as it was at one moment. Where what it rests on has changed until the articles get their
/// stories, they are compared anew.
final class StoryRun: Sendable {
  /// Articles as they were compared at one moment.
  struct Comparison: Sendable {
    /// What `StoryGround` counted then.
    fileprivate let ground: String
    /// What was found of each article.
    fileprivate let found: [Int: [StoryComparer.Found]]
  }

  private struct State {
    var nextToCompare = 0
    var nextToPlace = 0
    var isPlacing = false
    /// What was compared and waits for its turn, by number.
    var compared: [Int: Comparison] = [:]
    var count = 0
    var failure: (any Error)?
  }

  private enum Step {
    case compare(Int)
    case place(Int, Comparison)
  }

  private let pool: DatabasePool
  private let judge: any StoryJudging
  private let threads: Int
  private let batches: [ArraySlice<Int>]
  private let state = Mutex(State())

  /// How many articles are compared at once and get their stories between two commits: enough to find copies among
  /// themselves.
  private static let (fewest, most) = (250, 2_000)

  /// Prepares a run.
  ///
  /// - Parameters:
  ///   - pool: The archive.
  ///   - judge: What tells which reports belong together.
  ///   - threads: How many threads work at the same time.
  ///   - pending: The row numbers of articles whose shingles are recorded, in the order of time.
  init(_ pool: DatabasePool, _ judge: any StoryJudging, threads: Int, pending: [Int]) {
    self.pool = pool
    self.judge = judge
    self.threads = threads
    let size = min(max(pending.count / (4 * threads), StoryRun.fewest), StoryRun.most)
    batches = stride(from: 0, to: pending.count, by: size).map {
      pending[$0..<min(pending.count, $0 + size)]
    }
  }

  /// Works through all articles.
  ///
  /// - Returns: How many got their stories; those that another process was faster with are not counted.
  /// - Throws: An error of the database; what a batch before got stays.
  func run() throws -> Int {
    DispatchQueue.concurrentPerform(iterations: min(threads, batches.count)) { _ in work() }
    return try state.withLock { state in
      if let failure = state.failure { throw failure }
      return state.count
    }
  }

  private func work() {
    do {
      while let step = nextStep() {
        switch step {
        case .compare(let number):
          let comparison = try pool.read { try StoryRun.compare(batches[number], judge, $0) }
          state.withLock { $0.compared[number] = comparison }
        case .place(let number, let comparison):
          let count = try pool.write {
            try StoryRun.place(batches[number], comparison, judge, $0)
          }
          state.withLock { state in
            state.count += count
            state.nextToPlace += 1
            state.isPlacing = false
          }
        }
      }
    } catch {
      state.withLock { $0.failure = $0.failure ?? error }
    }
  }

  /// What a thread does next; `nil` if the others do what is left.
  private func nextStep() -> Step? {
    state.withLock { state in
      if state.failure != nil { return nil }
      if !state.isPlacing, let ready = state.compared.removeValue(forKey: state.nextToPlace) {
        state.isPlacing = true
        return .place(state.nextToPlace, ready)
      }
      guard state.nextToCompare < batches.count else { return nil }
      defer { state.nextToCompare += 1 }
      return .compare(state.nextToCompare)
    }
  }

  /// Compares articles with those that share shingles with them.
  ///
  /// - Parameters:
  ///   - articles: Their row numbers.
  ///   - judge: What tells which reports belong together.
  ///   - database: The archive, within a transaction.
  /// - Returns: What was found.
  /// - Throws: An error of the database.
  static func compare(
    _ articles: ArraySlice<Int>, _ judge: any StoryJudging, _ database: Database
  ) throws -> Comparison {
    var comparer = try StoryComparer(database, judge)
    var found: [Int: [StoryComparer.Found]] = [:]
    for article in articles { found[article] = try comparer.compare(article) }
    return Comparison(ground: try StoryGround.changes(database), found: found)
  }

  /// Gives articles their stories, but for those that another process was faster with.
  ///
  /// - Parameters:
  ///   - articles: Their row numbers, in the order of time.
  ///   - comparison: What was found of them; compared anew if it is void.
  ///   - judge: What tells which reports belong together.
  ///   - database: The archive, within a transaction.
  /// - Returns: How many got their stories.
  /// - Throws: An error of the database.
  static func place(
    _ articles: ArraySlice<Int>, _ comparison: Comparison, _ judge: any StoryJudging,
    _ database: Database
  ) throws -> Int {
    let list = "[\(articles.map(String.init).joined(separator: ","))]"
    let pending = try Int.fetchAll(
      database,
      sql: """
        SELECT article FROM json_each(?) JOIN story_pending ON article = value
        WHERE is_indexed ORDER BY json_each.key
        """, arguments: [list])
    let isVoid = try StoryGround.changes(database) != comparison.ground
    let valid = try isVoid ? compare(pending[...], judge, database) : comparison
    let writer = try StoryWriter(database)
    for article in pending { try writer.assign(article, valid.found[article]) }
    return pending.count
  }
}
