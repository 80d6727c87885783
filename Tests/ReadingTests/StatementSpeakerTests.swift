import NewsModel
import Reading
import Testing

/// Who speaks, in sentences of invented people and groups.
@Suite("Speakers of statements") struct StatementSpeakerTests {
  @Test(arguments: [
    // A family name alone is the person named in full before.
    (
      "قال عبد اللطيف الحيدري إن الجسر سليم. وأضاف الحيدري أن الطريق مفتوح.",
      ["عبد اللطيف الحيدري", "عبد اللطيف الحيدري"]
    ),
    (
      "قال سالم الحيدري إن الجسر سليم. وقال «الحيدري» لـ«نسيم»: إن الطريق مفتوح.",
      ["سالم الحيدري", "سالم الحيدري"]
    ),
    (
      "قال حسن نصر الله إن الجسر سليم. وقال نصر الله إن الطريق مفتوح.",
      ["حسن نصر الله", "حسن نصر الله"]
    ),
    // `علي` behind a title is a name and no preposition.
    ("قال اللواء علي الحيدري، رئيس لجنة الجسور، إن الجسر سليم.", ["علي الحيدري"]),
    // A name behind an office that commas set off.
    ("أوضح رئيس لجنة الجسور في السدرة، الدكتور هادي الحيدري، أن الجسر سليم.", ["هادي الحيدري"]),
    // The subject stands before the verb; another noun behind it is not the speaker.
    (
      "وكان وزير الجسور سالم الحيدري قد أعلن الأسبوع الماضي، خلال مؤتمر صحافي، عن قرب افتتاح الجسر.",
      ["سالم الحيدري"]
    ),
    // Between a particle and its verb stands no subject.
    (
      "قال سالم الحيدري إن الوفد زار القاهرة، كما أكد أن الجسر سليم.",
      ["سالم الحيدري", "سالم الحيدري"]
    ),
    // A verb behind a noun is no name (`كلمة ألقاها`), nor is an adverb (`متوجها`).
    (
      "قال سالم الحيدري إن الجسر سليم. وأضاف في كلمة ألقاها أمس إن الطريق مفتوح.",
      ["سالم الحيدري", "سالم الحيدري"]
    ),
    // A state is the subject of the verb that opens the sentence; an adjective opens no phrase.
    (
      "دخلت مصر على خط الجدل حول الجسر المبارك، مشددة على أن الطريق مفتوح.",
      ["مصر"]
    ),
    // The subject of a contrast speaks on.
    (
      "قالت مصادر إن الجسر انهار. إلا أن لجنة الجسور رفضت ذلك، وأوضحت أن الجسر سليم.",
      ["مصادر", "لجنة الجسور"]
    ),
    // Behind a relative of the other gender stands what is spoken of.
    (
      "دعا المكتب التنفيذي إلى حماية الجسور التي قال إنها سليمة.",
      ["المكتب التنفيذي", "المكتب التنفيذي"]
    ),
    // The agency stands behind the pronoun of its source.
    (
      "قال سالم الحيدري إن الجسر سليم. ونقلت عنه وكالة السدرة قوله إن الطريق مفتوح.",
      ["سالم الحيدري", "سالم الحيدري"]
    ),
    // Behind a relative follows the one addressed.
    (
      "التقى الوزير سلمى الحيدري التي دعت الحكومة إلى حماية الجسر.", ["سلمى الحيدري"]
    ),
    // `فإن` behind an attribution is no name.
    ("وحسب ما نشرته صحيفة «السدرة» فإن الجسر سليم منذ عام.", ["صحيفة السدرة"]),
    // The one addressed is no part of the subject.
    ("دعا المكتب التنفيذي المجتمع المدني إلى حماية الجسر.", ["المكتب التنفيذي"]),
    // A space dropped behind `ما`.
    ("الجسر سليم والطريق مفتوح، حسب ماأفاد به سالم الحيدري.", ["سالم الحيدري"]),
    // An adjective of nationality behind title and given name is a family name.
    (
      "قال اللواء منصور التركي إن الجسر سليم. وقال اللواء التركي إن الطريق مفتوح.",
      ["منصور التركي", "منصور التركي"]
    ),
    // A plural verb stands behind its subject.
    ("قال سكان إن الجسر سليم. وقالوا إن الطريق مفتوح.", ["سكان", "سكان"]),
  ])
  func `the speaker is resolved within the article`(text: String, names: [String]) {
    #expect(ReadingSample(text).reading.statements.map(\.speakerName) == names)
  }

  @Test(arguments: [
    "اشترى سالم الحيدري كتبا من أن يبيعها التاجر.",
    "قال سالم الحيدري ذلك بعد أن طلب عدم الكشف عن هويته.",
    "عبر الرجال جسر علي بن أبي طالب ببلدة السدرة.",
    "هذا الرجل يدين بالولاء لمشروع السدرة.",
  ])
  func `words spelt like a verb of speech give no statement`(text: String) {
    #expect(ReadingSample(text).reading.statements.isEmpty)
  }

  @Test func `a noun as content ends where the reporter goes on`() {
    let sample = ReadingSample(
      "أعلنت وزارة الجسور حظر الشاحنات على الجسر، مما أدى إلى زحام في البلدة.")
    #expect(sample.statements == ["وزارة الجسور | أعلنت | indirect | حظر الشاحنات على الجسر"])
  }
}
