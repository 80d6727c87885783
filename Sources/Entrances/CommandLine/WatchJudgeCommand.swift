internal import ArabicQuantities
internal import ArgumentParser
internal import Watching

extension WatchCommand {
  /// `marsad watch FILE`: which counts of a table's series are alarms.
  struct Judge: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Judge series of counts: what is expected, and which counts are alarms.",
      discussion: """
        Reads a table with a column observed, one point a line in the order of time, and if it holds \
        several series a column series. Writes for each judged point its number from 1, the count, \
        the bound above which a count is an alarm (empty where the method gives none), and whether \
        it is one. A series that can't be judged is told of; the others go on.

        With --first-day the counts are those of days: each is judged against the days before it as \
        they would be on a day like it, by what weekdays, Ramadan and feasts were usual until then.

        Detectors: \(Detector.allCases.map(\.rawValue).joined(separator: ", ")).

        Examples:
          marsad watch weekly.csv --detector farringtonFlexible --from 209
          marsad watch days.csv --detector earsC2 --period 365 --from 30
          marsad watch days.csv --detector earsC1 --first-day 2022-01-01 --from 400
        """)

    @Argument(help: "A CSV file with a column observed; - for standard input.")
    var file: String

    @Option(help: "The detector.")
    var detector = Detector.farringtonFlexible.rawValue

    @Option(help: "The first point to judge, from 1.")
    var from: Int

    @Option(help: "The points of a year: 52 weeks, 12 months, 365 days.")
    var period = 52

    @Option(help: "The day of the first point, if the points are days: reckons with the calendar.")
    var firstDay: CalendarDay?

    func run() async throws {
      let detector: Detector
      do {
        detector = try Detector(named: self.detector)
      } catch {
        throw ValidationError(error.sentence)
      }
      let table = try CountTable(file)
      var output = StandardOutput()
      var failed = 0
      try output.write("series,t,observed,upper_bound,alarm\n")
      for (name, counts) in try series(table, &failed) {
        do throws(WatchingProblem) {
          let detections = try judge(counts, detector)
          try? output.write(lines(name, detections))
        } catch {
          failed += 1
          let series = name.isEmpty ? "" : ", series \(name)"
          StandardStreams.report("marsad: \(table.file)\(series): \(error.sentence)")
        }
      }
      try output.flush()
      if failed > 0 {
        StandardStreams.report("marsad: \(failed) series not judged")
        throw ExitStatus.input.exitCode
      }
    }

    private func judge(
      _ counts: [Int], _ detector: Detector
    ) throws(WatchingProblem) -> [Detection] {
      if let firstDay {
        return try detector.detect(days: counts, from: firstDay, judging: from - 1)
      }
      return try detector.detect(try CountSeries(counts, period: period), from: from - 1)
    }

    private func lines(_ name: String, _ detections: [Detection]) -> String {
      var text = ""
      for detection in detections {
        let bound = detection.upperBound.map { "\($0)" } ?? ""
        text += "\(name),\(detection.index + 1),\(detection.observed),\(bound),"
        text += detection.isAlarm ? "1\n" : "0\n"
      }
      return text
    }

    /// The series in the order in which they begin; one with a count that is none is left out.
    private func series(
      _ table: CountTable, _ failed: inout Int
    ) throws -> [(name: String, counts: [Int])] {
      let observed = try table.column("observed")
      let nameColumn = table.optionalColumn("series")
      var all: [(name: String, counts: [Int])] = []
      var places: [String: Int] = [:]
      var bad: Set<String> = []
      var lastName: ArraySlice<UInt8> = []
      var last = 0
      table.eachRow { line, fields in
        let nameField = nameColumn.flatMap { $0 < fields.count ? fields[$0] : nil } ?? []
        if all.isEmpty || nameField != lastName {
          lastName = nameField
          let name = CountTable.text(nameField)
          last = places[name] ?? all.count
          if last == all.count { all.append((name, [])) }
          places[name] = last
        }
        let value = observed < fields.count ? Int(CountTable.text(fields[observed])) : nil
        if let value {
          all[last].counts.append(value)
        } else if bad.insert(all[last].name).inserted {
          let series = all[last].name.isEmpty ? "the series" : "series \(all[last].name)"
          StandardStreams.report(
            "marsad: \(table.file):\(line): observed is no whole number, and \(series) is left out; write 0"
              + " where nothing happened, and leave out the time before a gap")
        }
      }
      failed += bad.count
      return all.filter { !bad.contains($0.name) }
    }
  }
}
