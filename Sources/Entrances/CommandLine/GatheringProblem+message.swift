internal import Gathering

extension GatheringProblem {
  /// What the user is told: where, what, and what helps, on one line.
  var message: String {
    let place = line.map { "\(file):\($0)" } ?? file
    return "\(place): \(cause)"
  }

  private var cause: String {
    switch reason {
    case .notFound: "no such file; check the path"
    case .unreadable(let number):
      "can't be read: \(SystemMessage.text(of: number)); check its rights and the disk"
    case .folderWithoutArticles:
      "the folder holds no articles; they end in "
        + ArticleInputs.endings.map { ".\($0)" }.joined(separator: ", ") + ", each also with .gz"
    case .damagedCompression(let count):
      "the gzip data is damaged or cut off after \(count) bytes of content; fetch the file again"
    case .undecodable(let offset):
      "neither UTF-8 nor windows-1256 at byte \(offset); convert it to UTF-8 (iconv -t UTF-8)"
    case .utf16: "UTF-16; convert it to UTF-8 (iconv -f UTF-16 -t UTF-8)"
    case .truncatedJSON: "the JSON ends too early; the file may be cut off"
    case .invalidJSON(let offset): "not JSON at byte \(offset); mend it or leave it out"
    case .notAnObject: "an article must be a JSON object {…}; plain text needs --input text"
    case .missingField(let name, let wanted, let present):
      "no field '\(wanted)'; name the field that holds the \(name): --map \(name)="
        + "\(GatheringProblem.guess(present)) (fields: \(GatheringProblem.list(present)))"
    case .notText(let name, let wanted):
      "the field '\(wanted)' is no text; name the field that holds the \(name) with --map"
    case .emptyArticle:
      "the article has neither text nor title; leave it out or map its fields with --map"
    case .document(let fault): GatheringProblem.cause(fault)
    case .tooLong(let limit):
      "longer than \(limit >> 20) MiB, the limit for one article; split it"
    }
  }

  private static func cause(_ fault: DocumentFault) -> String {
    switch fault {
    case .noHeader:
      "no line of names at the top of the table, or a name stands there twice; the first row names the columns"
    case .openQuote(let line):
      "the quotation mark in line \(line) is never closed; mend it, or the file may be cut off"
    case .tooManyCells(let found, let names):
      "\(found) cells where the header has \(names) names; put cells that hold the separator into quotation marks"
    case .noTelegramExport:
      "not an export of Telegram's, or cut off; export the channel as machine-readable JSON"
    case .noChannel(let kind):
      "a chat of the kind '\(withoutControls(kind))', which is no published reporting; only channels are read"
    case .unreadableMessage(let number, let id):
      "message \(number)\(id.map { " (id \($0))" } ?? "") can't be read; mend it or leave it out"
    case .noMailbox:
      "no file of mails: it does not begin with a line From …; save single messages as .eml"
    case .undecodablePart(let encoding):
      "a part that is not in \(withoutControls(encoding)), as it says; fetch or save the message again"
    case .noMail: "no mail: there is no From, Subject or Date at its top; save the message as .eml"
    case .unknownCharset(let name):
      "a part in the encoding '\(withoutControls(name))', which is not known; save the message in UTF-8"
    case .damagedArchive: "the zip file is damaged or cut off; fetch or save it again"
    case .encrypted:
      "a password-protected file, or a Word or Excel file of the old kind; save it as .docx, .xlsx or .ods without a password"
    case .noPoppler:
      "PDF is read by poppler's pdftotext, which isn't installed; apt-get install poppler-utils, or save the text"
    case .damagedPDF: "no PDF, or a damaged one; fetch or save it again"
    case .encryptedPDF: "a PDF with a password; save it without one"
    case .noTextLayer:
      "a PDF of pictures without text; recognise its letters first, as ocrmypdf does"
    case .pdfTakesTooLong(let seconds):
      "not read within \(seconds) seconds; print it to a new PDF, or in parts"
    case .noWordDocument: "a zip file without a text document (word/document.xml); save it as .docx"
    case .noSpreadsheet:
      "a zip file without a sheet (xl/workbook.xml, content.xml); save it as .xlsx, .ods or CSV"
    case .unpacksTooLarge(let limit):
      "unpacks to more than \(limit >> 20) MiB, the limit for one document; it may be a zip bomb"
    }
  }

  /// The field that most likely is the text.
  private static func guess(_ present: [String]) -> String {
    let usual = ["content", "body", "article", "article_text", "full_text", "maintext", "raw_text"]
    return usual.first(where: present.contains) ?? "FIELD"
  }

  private static func list(_ present: [String]) -> String {
    if present.isEmpty { return "none" }
    return present.prefix(12).joined(separator: ", ") + (present.count > 12 ? ", …" : "")
  }
}

extension GatheringRemark {
  /// What the user is told, after the file's name and the line.
  var message: String {
    switch self {
    case .convertedFromWindows1256: "windows-1256, converted to UTF-8"
    case .titleOnly: "with a title but no text"
    case .unreadableDate(let text):
      "time '\(text.prefix(40))' left out; known forms are 2015-07-21, 21/07/2015, 21 تموز 2015, "
        + "2015-07-21 02:51:32, ISO 8601, RFC 822, seconds since 1970"
    }
  }
}
