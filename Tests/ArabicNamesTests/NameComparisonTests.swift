import ArabicNames
import Testing

struct NameComparisonTests {
  @Test(arguments: [
    ("مايلز كيغينز", "مايلز كاغينز", true), ("مظلوم عبدي", "Mazlum Ebdi", true),
    ("عبدالله بن عبدالعزيز", "عبد الله بن عبد العزيز", true),
    ("خالد الفيصل", "فيصل بن خالد", false), ("أحمد السروي", "أحمد الأسير", false),
    ("محمد بن سعود", "أحمد زايد", false), ("سعود الدوسري", "سعيد الدوسري", false),
    ("محمد علي", "محمد العلي", false),
    ("خالد المطيري", "خالد مطر", false), ("جريدي المنصوري", "جريدي منصوري", true),
    ("زيغمار غابريل", "زيغمار غابرييل", true), ("فايز القائد", "فائز القايد", true),
    ("عبداللطيف الجابر", "عبد اللطيف الجابر", true),
  ])
  func `names that sound alike are one only if they are spelt alike`(
    name: String, other: String, isOne: Bool
  ) {
    #expect(NameKey(name) == NameKey(other))
    #expect((NameComparison.similarity(name, other) != nil) == isOne)
  }
}
