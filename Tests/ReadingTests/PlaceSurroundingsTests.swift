import NewsModel
import Testing

/// What stands around names of places, and the countries spoken of, tell which place is meant; sentences are invented.
@Suite("What stands around names of places") struct PlaceSurroundingsTests {
  private func entries(_ text: String) -> [String] {
    ReadingSample(text, published: "2031-05-05").reading.mentions.compactMap(\.entry)
  }

  @Test(arguments: [
    ("وصل الوزير إلى الرياض، وقال إن المملكة ستستضيف المؤتمر.", "c-sau"),
    ("زار الوفد إربد وعجلون، وأكد أن للمملكة دورا في النقل.", "c-jor"),
    ("أعلنت مسقط أن السلطنة ستشارك في المعرض.", "c-omn"),
  ]) func `the kingdom is the one spoken of`(text: String, entry: String) {
    #expect(entries(text).contains(entry))
  }

  @Test(arguments: [
    "قال الكاتب إن المملكة كانت قوية في ذلك العصر.",
    "وقعت المملكة القابضة عقدا لبناء فندق في القاهرة.",
  ]) func `a kingdom that is not told stays unlinked`(text: String) {
    #expect(!entries(text).contains { ["c-sau", "c-jor", "c-mar", "c-bhr"].contains($0) })
  }

  @Test(arguments: [
    ("عاجل: مياه الأمطار تغلق نفقا في #العقبة #الأردن", "p-jor-aqaba"),
    ("انقطع التيار عن المنقف والأحمدي، وقالت الكويت إنه سيعود.", "gn-285839"),
    ("فتح طريق شمال العقبة بعد إغلاقه، بحسب الأمن في الأردن.", "p-jor-aqaba"),
    ("هطلت أمطار في الشرقية، وتوقعت السعودية المزيد.", "a1-sau-eastern-province"),
    ("شكر أهالي الصباحية رجال الإطفاء في الكويت.", "p-kwt-sabahiya"),
  ]) func `a common word is a place where what stands around it tells so`(
    text: String, entry: String
  ) {
    #expect(entries(text).contains(entry))
  }

  @Test(arguments: [
    ("قال الوزير إن العقبة الأخيرة أمام الأردن هي التمويل.", "aqaba"),
    ("تجول الزوار في المدينة بعد وصولهم إلى السعودية.", "madinah"),
    ("امتدت الحرائق إلى شمال المدينة في السعودية.", "madinah"),
    ("جرفت سيول قوية السيارات في الأردن.", "seoul"),
    ("هطلت أمطار في العقبة أمس.", "aqaba"),
    ("قال الوزير إن الوفد زار سوريا، وأن تركيا ستوقع الاتفاق.", "p-tur-van"),
    ("هطلت أمطار وسط البلاد وفي صنعاء جنوب اليمن.", "gn-77803"),
    ("شاركت فرق من الرياض وجدة والدمام في السباق.", "gn-2540483"),
  ]) func `it is a word where nothing does, or its country is not spoken of`(
    text: String, ending: String
  ) {
    #expect(!entries(text).contains { $0.contains(ending) })
  }

  @Test(arguments: [
    ("انتشل الدفاع المدني سيارة في ذيبان جنوب الأردن.", "gn-249664"),
    ("وصلت باخرة قمح إلى ميناء طرابلس، بحسب لبنان.", "p-lbn-port-of-tripoli-lebanon"),
    ("شملت الجولة مصر وعمان وسوريا، وبدأت من إربد في الأردن.", "c-omn"),
    ("زار الطلاب قضاء المدينة شمال البصرة في العراق.", "gn-99106"),
  ]) func `the countries spoken of and the words beside a name decide among its bearers`(
    text: String, entry: String
  ) {
    #expect(entries(text).contains(entry))
  }

  @Test func `a part of a town of a country that is not spoken of is not meant`() {
    let text = "اندلع حريق في حي الروضة بمدينة بريدة في السعودية."
    #expect(!entries(text).contains { $0.contains("-syr-") || $0.contains("-yem-") })
  }

  @Test(arguments: [
    ("نقل تلفزيون الكويت كلمة الأمير كاملة.", "c-kwt"),
    ("شكر الوزير بلدية حائل على عملها، وهنأ السعودية.", "hail"),
  ]) func `bodies hold the place that their name ends with`(text: String, entry: String) {
    #expect(entries(text).contains { $0.hasSuffix(entry) })
  }

  @Test func `Jerusalem is the city wherever its district is known too`() {
    let text = "وصل وفد إسرائيلي إلى القدس، وقالت إسرائيل إن المحادثات في القدس تأجلت."
    let found = entries(text)
    #expect(found.contains("p-pse-jerusalem") && !found.contains("a1-isr-jerusalem-district"))
  }

  @Test func `the town in the name of a port is the town`() {
    let sample = ReadingSample("وصلت سفينة إلى ميناء عدن جنوب اليمن بعد أسبوع.")
    let entries = sample.reading.mentions.compactMap(\.entry)
    #expect(entries.contains("p-yem-aden-port"))
    #expect(
      !sample.reading.mentions.contains { $0.name == "عدن" && $0.entry == "p-yem-aden-port" })
    #expect(!self.entries("زار الوفد ميناء السخنة في مصر.").contains("p-syr-al-sukhnah"))
  }

  @Test(arguments: [
    ("قالت الحكومة الكويتية إن أهالي الصباحية عادوا.", "p-kwt-sabahiya"),
    ("أكدت الداخلية الأردنية فتح الطريق باتجاه العقبة.", "aqaba"),
  ]) func `adjectives of nationality tell of a country`(text: String, ending: String) {
    #expect(entries(text).contains { $0.hasSuffix(ending) })
  }

  @Test func `a well-known town of two words is no person`() {
    let text = "وصل محافظ خميس مشيط إلى أبها، وبحث مع أمير عسير مشاريع الطرق."
    #expect(entries(text).contains("p-sau-khamis-mushait"))
  }

  @Test func `roads lie in a region and are no point`() {
    let text = "أغلقت الكويت طريق الدائري السادس بسبب المياه."
    #expect(entries(text).contains("p-kwt-sixth-ring-road-kuwait"))
  }
}
