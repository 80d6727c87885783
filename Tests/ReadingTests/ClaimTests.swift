import NewsModel
import Reading
import Testing

/// Claims of responsibility; groups and incidents are invented.
@Suite("Claims") struct ClaimTests {
  @Test(
    arguments: [
      (
        "إلى ذلك، تبنى تنظيم الراية أمس هجوما بسيارة مفخخة أدى إلى مقتل جنديين، مؤكدا أنه سيواصل القتال.",
        "تنظيم الراية: هجوما بسيارة مفخخة أدى إلى مقتل جنديين"
      ),
      ("لقد تبنى تنظيم الراية هذه العملية الجبانة.", "تنظيم الراية: هذه العملية الجبانة"),
      ("لكن حركة الراية تبنت العملية قائلة إنها أسقطت المروحية.", "حركة الراية: العملية"),
      (
        "وتبنى المتحدث باسم حركة الراية سالم الهاشمي، الاعتداء، معتبرا أنه ناجح.",
        "سالم الهاشمي: الاعتداء"
      ),
      ("هز انفجار المدينة في هجوم تبناه تنظيم الراية.", "تنظيم الراية: هجوم"),
    ])
  func `who claims what is told in any order`(text: String, claim: String) {
    let sample = ReadingSample(text)
    let claims = zip(sample.reading.statements, sample.told).filter { $0.0.stance == .claim }
    #expect(claims.map(\.1) == [claim])
  }

  @Test func `a resolution that is adopted is no claim`() {
    let statements = ReadingSample("تبنى مجلس الأمن قرارا يدين الهجوم.").reading.statements
    #expect(!statements.contains { $0.stance == .claim })
  }
}
