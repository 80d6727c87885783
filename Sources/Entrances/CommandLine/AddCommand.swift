internal import ArgumentParser
internal import Gathering
internal import Grouping
internal import NewsModel
internal import Reading
internal import Recording

/// `marsad add`: articles in, articles and readings into the archive.
struct AddCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Read articles and put them, with their readings, into the archive.",
    discussion: """
      The archive is made if there is none. An article that it holds already, by its id, adds \
      nothing; one with a known id and another content becomes its newest version. What could not \
      be read is told of; what was added before a failure stays added. New articles join, found or \
      bridge stories (marsad stories). With --kinds what is left out is not in the archive; it is \
      read when the articles are added again.

      Examples:
        marsad add news.jsonl.gz
        marsad add folder/ --map text=content,published=date --archive /srv/news.archive
        zcat *.jsonl.gz | marsad add -
        marsad add --kinds none years.jsonl.gz && marsad add years.jsonl.gz
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var location: ArchiveLocation
  @OptionGroup var kinds: RecordKindList

  @Flag(help: "Tell on standard error how long reading, writing, indexing and grouping took.")
  var timings = false

  func run() async throws {
    let reader = try PartialReader(kinds.all())
    var log = GatheringLog()
    var total = AddOutcome()
    var times = AddTimes()
    var progress = AddProgress(isTerminal: StandardStreams.isTerminal(2))
    let judge = DispatchJudge()
    try await location.withArchive(.create) { archive in
      func count(_ written: (outcome: AddOutcome, time: Duration)) {
        total = total + written.outcome
        times.writing += written.time
      }
      // One batch is written while the next is read.
      try await withThrowingTaskGroup(of: (outcome: AddOutcome, time: Duration).self) { writers in
        var batch = AddBatch()
        try await ArticlePipeline(input).run { article in
          AddTimes.timed { PreparedArticle(article, reader.read(article), judge: judge) }
        } deliver: { outcomes, fraction in
          for outcome in outcomes {
            log.add(outcome.remarks, file: outcome.file, line: outcome.line)
            switch outcome.result {
            case .success(let read):
              batch.append(read.outcome)
              times.reading += read.time
            case .failure(let problem):
              progress.clear()
              log.add(problem)
            }
          }
          progress.add(outcomes.count, fraction: fraction)
          if !batch.isFull { return }
          if let written = try await writers.next() { count(written) }
          let (full, writing) = batch.take()
          writers.addTask {
            defer { writing.isOn = false }
            return try AddTimes.timed { try archive.add(full) }
          }
        }
        while let written = try await writers.next() { count(written) }
        let rest = batch.take().articles
        if !rest.isEmpty { count(try AddTimes.timed { try archive.add(rest) }) }
      }
      try await finish(archive, judge, after: total.added + total.updated, &times)
    }
    progress.clear()
    log.summarise()
    if timings { StandardStreams.report("marsad: \(times.summary(indexing: total.indexing))") }
    var output = StandardOutput()
    try output.write(
      """
      added \(total.added), updated \(total.updated), unchanged \(total.unchanged), \
      failed \(log.failed); \(progress.summary)

      """)
    try output.flush()
    if log.status != .done { throw log.status.exitCode }
  }

  /// Gives the new articles their stories, and tidies the search index meanwhile: while that writes, reports are compared,
  /// for which their shingles must be on record.
  private func finish(
    _ archive: Archive, _ judge: DispatchJudge, after added: Int, _ times: inout AddTimes
  ) async throws {
    times.grouping = try AddTimes.timed { try archive.recordShingles(judge) }.time
    async let tidying = AddTimes.timed { try archive.tidy(after: added) }
    times.grouping += try AddTimes.timed { try archive.group(judge, threads: input.jobs) }.time
    let tidied = try await tidying
    times.tidying = tidied.time
    if tidied.outcome { try archive.shortenLog() }
  }
}
