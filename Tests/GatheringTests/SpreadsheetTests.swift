import NewsModel
import Testing

@testable import Gathering

// All texts here are invented.

@Suite("Spreadsheets") struct SpreadsheetTests {
  private let rows = """
    <row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="inlineStr"><is><t>text</t></is></c>
    <c r="D2" t="str"><v>published</v></c></row>
    <row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" t="s"><v>2</v></c><c r="D3" s="1"><v>42206</v></c></row>
    <row r="4"/>
    <row r="5"><c r="B5" t="inlineStr"><is><t>نص</t></is></c><c r="D5" s="2"><v>42206.4375</v></c></row>
    """

  private func workbook(_ rows: String, target: String = "worksheets/sheet1.xml") -> [UInt8] {
    let parts = [
      "xl/workbook.xml": """
      <workbook xmlns:r="r"><workbookPr/><sheets><sheet name="أخبار" sheetId="7" r:id="rId3"/>
      <sheet name="B" sheetId="8" r:id="rId4"/></sheets></workbook>
      """,
      "xl/_rels/workbook.xml.rels": """
      <Relationships><Relationship Id="rId4" Target="worksheets/other.xml"/>
      <Relationship Id="rId3" Target="\(target)"/></Relationships>
      """,
      "xl/sharedStrings.xml": """
      <sst><si><t>title</t></si><si><r><t>عنوان </t></r><r><t>أول</t></r><rPh><t>x</t></rPh></si>
      <si><t>قال المتحدث «نعم»</t></si></sst>
      """,
      "xl/styles.xml": """
      <styleSheet><numFmts><numFmt numFmtId="170" formatCode="[Red]yyyy\\-mm\\-dd hh:mm"/></numFmts>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>
      """,
      "xl/worksheets/sheet1.xml": "<worksheet><sheetData>\(rows)</sheetData></worksheet>",
    ]
    var file = ZipFile()
    for (name, text) in parts.sorted(by: { $0.key < $1.key }) { file.add(name, Array(text.utf8)) }
    return file.bytes
  }

  @Test func `rows of the first sheet are articles under the names of the first row`() throws {
    for target in ["worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml"] {
      let found = try readDocument("a.xlsx", workbook(rows, target: target)).map { try $0.get() }
      #expect(found.map(\.title) == ["عنوان أول", ""])
      #expect(found.map(\.text) == ["قال المتحدث «نعم»", "نص"])
      #expect(found.map(\.published) == ["2015-07-21", "2015-07-21T10:30:00"])
    }
  }

  /// An OpenDocument spreadsheet with rows of one table, and a second table behind it.
  private func openSheet(_ rows: String, _ others: [String: String] = [:]) -> [UInt8] {
    var file = ZipFile()
    file.add(
      "content.xml",
      Array(
        """
        <office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>
        <table:table table:name="أخبار"><table:table-column/>\(rows)</table:table>
        <table:table table:name="B"><table:table-row><table:table-cell><text:p>x</text:p></table:table-cell>
        </table:table-row></table:table></office:spreadsheet></office:body></office:document-content>
        """.utf8))
    for (name, text) in others { file.add(name, Array(text.utf8)) }
    return file.bytes
  }

  private let openRows = """
    <table:table-header-rows><table:table-row>
    <table:table-cell office:value-type="string"><text:p>title</text:p></table:table-cell>
    <table:table-cell office:value-type="string"><text:p>text</text:p></table:table-cell>
    <table:table-cell table:number-columns-repeated="2"/>
    <table:table-cell office:value-type="string"><text:p>published</text:p></table:table-cell>
    <table:table-cell table:number-columns-repeated="16379"/></table:table-row></table:table-header-rows>
    <table:table-row table:number-rows-repeated="2">
    <table:table-cell office:value-type="string"><text:p>عنوان <text:span>أول</text:span></text:p></table:table-cell>
    <table:table-cell office:value-type="string"><office:annotation><text:p>تعليق</text:p></office:annotation>
    <text:p>قال<text:s/>المتحدث</text:p><text:p>«نعم»</text:p></table:table-cell>
    <table:table-cell table:number-columns-repeated="2"/>
    <table:table-cell office:value-type="date" office:date-value="2015-07-21"><text:p>21.07.15</text:p>
    </table:table-cell></table:table-row>
    <table:table-row><table:table-cell/><table:table-cell office:value-type="string"><text:p>نص</text:p></table:table-cell>
    <table:covered-table-cell table:number-columns-repeated="2"/>
    <table:table-cell office:value-type="date" office:date-value="2015-07-21T10:30:00"><text:p>x</text:p></table:table-cell>
    </table:table-row>
    <table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/>
    </table:table-row>
    """

  @Test func `an OpenDocument spreadsheet is read like a workbook`() throws {
    let found = try readDocument("a.ods", openSheet(openRows)).map { try $0.get() }
    #expect(found.map(\.title) == ["عنوان أول", ""])
    #expect(found.map(\.text) == ["قال المتحدث\n«نعم»", "نص"])
    #expect(found.map(\.published) == ["2015-07-21", "2015-07-21T10:30:00"])
  }

  @Test func `an OpenDocument file with a password or without a sheet is told of`() throws {
    let manifest = """
      <manifest:manifest xmlns:manifest="m"><manifest:file-entry manifest:full-path="content.xml">
      <manifest:encryption-data/></manifest:file-entry></manifest:manifest>
      """
    let locked = openSheet(openRows, ["META-INF/manifest.xml": manifest])
    #expect(fault(try readDocument("a.ods", locked).first) == .encrypted)
    #expect(fault(try readDocument("a.ods", openSheet("")).first) == .noHeader)
    var text = ZipFile()
    text.add("content.xml", Array("<document-content><body><text/></body></document-content>".utf8))
    #expect(fault(try readDocument("a.ods", text.bytes).first) == .noSpreadsheet)
  }

  @Test func `a row with a cell beyond the names is told of and the others are read`() throws {
    let far = #"<row r="6"><c r="XFD6"><v>1</v></c></row>"#
    let found = try readDocument("a.xlsx", workbook(rows + far))
    #expect(found.count == 3)
    #expect(fault(found.last) == .tooManyCells(found: 16_384, names: 4))
    if case .failure(let problem)? = found.last { #expect(problem.line == 6) }
  }

  @Test func `what is no workbook, has no names or is cut off is told of`() throws {
    var other = ZipFile()
    other.add("word/document.xml", Array("<document/>".utf8))
    #expect(fault(try readDocument("a.xlsx", other.bytes).first) == .noSpreadsheet)
    #expect(fault(try readDocument("a.xlsx", workbook("")).first) == .noHeader)
    #expect(
      fault(try readDocument("a.xlsx", workbook(rows, target: "none.xml")).first) == .noSpreadsheet)
    let whole = workbook(rows)
    for count in stride(from: 0, to: whole.count - 1, by: 41) {
      #expect(
        fault(try readDocument("a.xlsx", Array(whole.prefix(count))).first) == .damagedArchive)
    }
  }
}
