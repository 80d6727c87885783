import ArabicScript
import NewsModel
import Reading
import Testing

/// Where the phrase of a speaker ends, in sentences of invented people and groups.
@Suite("Phrases of speakers") struct StatementPhraseTests {
  @Test(arguments: [
    // What is said or done begins where nothing can belong to the phrase any more.
    ("بث التنظيم شريطا أمس بعنوان «جنود الجبهة يبدأون عملية واسعة في الشمال».", ["التنظيم"]),
    ("اتهمت باكستان الهند بانتهاك آخر لوقف إطلاق النار.", ["باكستان"]),
    ("رفضت الحكومة العنف وحثت على الحوار بين الأطراف.", ["الحكومة"]),
    ("ودعت الحكومة الأميركية الأطراف إلى الحفاظ على الهدوء.", ["الحكومة الأميركية"]),
    ("وأكد المحققون أنه لا يمكن التوصل إلى استنتاج.", ["المحققون"]),
    // The one addressed follows the verb, the subject stands before it.
    ("وكانت الحكومة المحلية في السدرة دعت أهالي المدينة إلى الخروج منها.", ["الحكومة المحلية"]),
    // Quantities go on behind `من`.
    (
      "اتهمت أوكرانيا والعديد من الدول الغربية الانفصاليين بإسقاط الطائرة.",
      ["أوكرانيا والعديد من الدول الغربية"]
    ),
    // One unnamed source is not another.
    (
      "قال مسؤول بالشرطة إن الجسر سليم. وقال مسؤول بالإسعاف إن الطريق مغلق.",
      ["مسؤول بالشرطة", "مسؤول بالإسعاف"]
    ),
    // The name within a description is not the speaker's.
    (
      "قال مسؤول كبير في إدارة الرئيس سالم الحيدري إن الجسر سليم.",
      ["مسؤول كبير في إدارة الرئيس سالم الحيدري"]
    ),
    // Names: behind `بن`, with `الدين`, of a place, behind a party.
    ("قال الأمين العام للمنظمة إياد بن أمين إن الجسر سليم.", ["إياد بن أمين"]),
    ("قال الجنرال بدر الدين إن الجسر سليم.", ["بدر الدين"]),
    ("قالت زعيمة حزب ميرتس زهافا جلئون إن الجسر سليم.", ["زهافا جلئون"]),
    // A document is that of those who issued it.
    (
      "قال مسؤولون في مجلس السلامة في بيان مشترك إن الجسر سليم. وقال وزير الجسور سالم الحيدري إنه يشك. وجاء في البيان أن الطريق مغلق.",
      ["مسؤولون في مجلس السلامة", "سالم الحيدري", "مسؤولون في مجلس السلامة"]
    ),
    // Speech within speech does not make its speaker go on.
    (
      "أعلنت لجنة الجسور أن الجسر سليم. وأضافت أن وزير النقل في السدرة سالم الحيدري دعا إلى فتح الطريق. وأوضحت أن القرار قريب.",
      ["لجنة الجسور", "لجنة الجسور", "سالم الحيدري", "لجنة الجسور"]
    ),
    // A country that shares its capital's name speaks.
    ("وأكدت تونس، في بيان لها، تضامنها الكامل مع الشعب المصري.", ["تونس"]),
  ]) func `a phrase ends where its grammar ends`(text: String, speakers: [String]) {
    #expect(ReadingSample(text).reading.statements.map(\.speakerName) == speakers)
  }

  @Test(arguments: [
    // An attribution behind a comma and `و` is of what follows.
    (
      "أعلنت السلطات اعتقال ثمانية أشخاص، وبحسب بيان تمكن المكتب المركزي من تفكيك خلية في السدرة.",
      "تمكن المكتب المركزي من تفكيك خلية في السدرة"
    ),
    // A demand in quotation marks.
    (
      "ودعت الخارجية الأميركية \"كل الأطراف إلى الحفاظ على الهدوء\".",
      "كل الأطراف إلى الحفاظ على الهدوء"
    ),
    // Stops between the names of letters end no sentence.
    (
      "وقال سالم الحيدري لمحطة (بي.بي.سي) «الجسر قوي للغاية ولا خطر عليه».",
      "الجسر قوي للغاية ولا خطر عليه"
    ),
  ]) func `the content is found`(text: String, content: String) {
    let sample = ReadingSample(text)
    #expect(
      sample.reading.statements.last.map { sample.cut($0.content.start, $0.content.end) } == content
    )
  }

  @Test func `a verb of other meaning is no speech`() {
    #expect(ReadingSample("يبلغ سالم الحيدري من العمر أربعين عاما.").statements.isEmpty)
    #expect(
      ReadingSample("ينص القرار على التعاون عبر تقديم «كل المعلومات ذات الصلة».").statements.isEmpty
    )
  }
}
