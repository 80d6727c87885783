internal import Gathering
internal import NewsModel

/// Parses and works on articles side by side, and hands the results out in the order of the input.
///
/// Memory is bounded: at most `4 * jobs` batches are under way or waiting for an earlier one.
struct ArticlePipeline {
  /// One article with what was made of it, or why there is none.
  struct Outcome<Output: Sendable>: Sendable {
    let file: String
    let line: Int
    let result: Result<Output, GatheringProblem>
    let remarks: [GatheringRemark]
  }

  let inputs: ArticleInputs
  let format: ArticleRecords.Format
  let mapping: FieldMapping
  /// The number of batches that are worked on at the same time.
  let jobs: Int

  /// Makes a pipeline over the inputs that the user named.
  init(_ options: InputOptions) {
    inputs = options.articleInputs
    format = options.format
    mapping = options.map
    jobs = options.jobs
  }

  /// Works on every article.
  ///
  /// - Parameters:
  ///   - work: What is done with an article; a pure function, called from several threads.
  ///   - deliver: Takes the results of one batch, and which part of the input has been read (0 to 1,
  ///     `nil` if it can't be told); called in the order of the input, never twice at the same time.
  /// - Throws: What `deliver` throws.
  func run<Output: Sendable>(
    _ work: @escaping @Sendable (Article) -> Output,
    deliver: ([Outcome<Output>], Double?) async throws -> Void
  ) async throws {
    let parser = RecordParser(mapping: mapping)
    try await withThrowingTaskGroup(of: (Int, [Outcome<Output>]).self) { group in
      var records = ArticleRecords(inputs, format: format)
      var submitted = 0
      var delivered = 0
      var running = 0
      var done: [Int: [Outcome<Output>]] = [:]
      var isAtEnd = false
      while !isAtEnd || delivered < submitted {
        var mustCollect = isAtEnd || running >= jobs || submitted - delivered >= 4 * jobs
        if !mustCollect {
          switch records.next(mayWait: delivered == submitted) {
          case .batch(let items):
            let number = submitted
            group.addTask { (number, ArticlePipeline.outcomes(items, parser, work)) }
            submitted += 1
            running += 1
          case .waiting: mustCollect = true
          case .end: isAtEnd = true
          }
        }
        guard mustCollect, let (number, outcomes) = try await group.next() else { continue }
        running -= 1
        done[number] = outcomes
        while let outcomes = done.removeValue(forKey: delivered) {
          try await deliver(outcomes, records.fractionRead)
          delivered += 1
        }
      }
    }
  }

  private static func outcomes<Output>(
    _ items: [GatheredItem], _ parser: RecordParser, _ work: (Article) -> Output
  ) -> [Outcome<Output>] {
    items.map { item in
      switch item {
      case .problem(let problem):
        return Outcome(
          file: problem.file, line: problem.line ?? 0, result: .failure(problem), remarks: [])
      case .record(let record):
        do throws(GatheringProblem) {
          let parsed = try parser.parse(record)
          return Outcome(
            file: record.file, line: record.line, result: .success(work(parsed.article)),
            remarks: parsed.remarks)
        } catch {
          return Outcome(
            file: record.file, line: record.line, result: .failure(error), remarks: [])
        }
      }
    }
  }
}
