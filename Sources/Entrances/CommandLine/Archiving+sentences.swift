internal import Archiving

extension FileFault {
  /// What a person is told.
  var sentence: String {
    let reason =
      doing == .locking
      ? "another process is writing there; wait until it has ended" : SystemMessage.text(of: errno)
    return "\(doing.rawValue) \(path): \(reason)"
  }
}

extension WARCError {
  /// What a person is told.
  var sentence: String {
    switch self {
    case .notARecord(let offset): "no WARC record begins at byte \(offset); passed over"
    case .noLength(let offset): "the record at byte \(offset) has no Content-Length; passed over"
    case .truncated(let offset): "the file ends within the record at byte \(offset)"
    case .damagedCompression(let offset): "the gzip member at byte \(offset) is damaged"
    case .tooLarge(let offset, let limit):
      "the record at byte \(offset) is longer than \(limit) bytes; passed over"
    }
  }
}

extension TimeStampFault {
  /// What a person is told.
  var sentence: String {
    switch self {
    case .malformed: "no time stamp as RFC 3161 has it; is this an authority's answer?"
    case .refused(let status): "the authority refused the request (status \(status))"
    case .badSignature: "the signature does not hold: the time stamp or its certificate was changed"
    case .notForTimeStamps(let name): "the certificate of \(name) is not made for time stamps"
    case .otherBytes: "the time stamp is about other bytes than the line of the custody log"
    case .otherRequest: "the time stamp answers another request"
    case .noRoots: "the file of trusted certificates holds none in PEM"
    }
  }
}

extension WACZError {
  /// What a person is told.
  var sentence: String {
    switch self {
    case .noZip: "neither WARC nor WACZ; name a file of captures"
    case .damagedDirectory: "the zip file's directory is not whole; fetch the file again"
    case .noPackage: "a zip file without datapackage.json, so no WACZ; name its WARC files instead"
    case .noCaptures: "the WACZ file holds no WARC files"
    case .packed(let name):
      "\(name) is compressed within the zip file; unpack it and import it alone"
    }
  }
}

extension Verification.Finding {
  /// What a person is told.
  var sentence: String {
    switch self {
    case .chain(let fault): "custody log, line \(fault.line): \(fault.sentence)"
    case .missingLog: "the custody log is missing"
    case .missingFile(let file): "\(file): the file is missing"
    case .changedRecords(let line, let file, let url):
      "\(file): the bytes of line \(line) changed\(Verification.Finding.place(url))"
    case .changedContent(let line, let file, let url):
      "\(file): the content of line \(line) changed\(Verification.Finding.place(url))"
    case .unrecordedBytes(let file, let range):
      "\(file): bytes \(range.lowerBound) to \(range.upperBound) are in no line of the custody log"
    case .missingStamp(let line, let file):
      "\(file): the time stamp of which line \(line) tells is missing"
    case .unrecordedFile(let file): "\(file): the custody log does not know this file"
    }
  }

  private static func place(_ url: String?) -> String { url.map { ": \($0)" } ?? "" }
}

extension CustodyFault {
  /// What a person is told.
  var sentence: String {
    switch reason {
    case .unreadable: "the line can't be read"
    case .brokenChain: "the line before was changed, removed or added"
    case .wrongNumber: "the line's number is not its place"
    }
  }
}
