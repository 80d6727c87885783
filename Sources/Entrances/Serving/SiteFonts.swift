internal import FoundationEssentials

/// The fonts that pages may use: those of Debian's fonts-noto-core that this machine has.
///
/// Their licence is the SIL Open Font License 1.1. Without them browsers use their own.
struct SiteFonts: Sendable {
  /// A face: the family's name in the style sheet, its weight, its file.
  private struct Face {
    let family: String
    let weight: Int
    let file: String
    /// The code points that it is used for.
    let range: String
  }

  private static let arabic = "U+0600-06FF, U+0750-077F, U+08A0-08FF, U+FB50-FDFF, U+FE70-FEFF"
  private static let folder = "/usr/share/fonts/truetype/noto/"

  private static let faces = [
    Face(family: "Marsad Text", weight: 400, file: "NotoNaskhArabic-Regular.ttf", range: arabic),
    Face(family: "Marsad Text", weight: 700, file: "NotoNaskhArabic-Bold.ttf", range: arabic),
    Face(family: "Marsad Text", weight: 400, file: "NotoSerif-Regular.ttf", range: latin),
    Face(family: "Marsad Text", weight: 700, file: "NotoSerif-Bold.ttf", range: latin),
    Face(family: "Marsad Sans", weight: 400, file: "NotoSansArabic-Regular.ttf", range: arabic),
    Face(family: "Marsad Sans", weight: 700, file: "NotoSansArabic-Bold.ttf", range: arabic),
    Face(family: "Marsad Sans", weight: 400, file: "NotoSans-Regular.ttf", range: latin),
    Face(family: "Marsad Sans", weight: 700, file: "NotoSans-Bold.ttf", range: latin),
    Face(family: "Marsad Kufi", weight: 700, file: "NotoKufiArabic-Bold.ttf", range: arabic),
  ]
  private static let latin = "U+0000-024F, U+1E00-1EFF, U+2000-206F, U+20A0-20CF, U+2100-218F"

  /// The fonts of this machine.
  static let shared = SiteFonts(folder: folder)

  /// The rules that name the fonts found; empty if none was.
  let styleSheet: String
  private let files: [String: SiteAssets.File]

  /// Reads the fonts of a folder; those that aren't there are left out.
  init(folder: String) {
    var files: [String: SiteAssets.File] = [:]
    var rules = ""
    for face in SiteFonts.faces {
      guard let data = FileManager.default.contents(atPath: folder + face.file) else { continue }
      let file = SiteAssets.File(bytes: Array(data), mediaType: "font/ttf")
      files["fonts/\(face.file)"] = file
      rules += """
        @font-face { font-family: "\(face.family)"; font-weight: \(face.weight); font-display: swap;
          src: url("/assets/fonts/\(face.file)?v=\(file.tag)") format("truetype");\
         unicode-range: \(face.range); }

        """
    }
    self.files = files
    styleSheet = rules.isEmpty ? "/* No fonts here. */\n" : rules
  }

  /// The font under a name such as `fonts/NotoSans-Bold.ttf`.
  func file(named name: String) -> SiteAssets.File? { files[name] }
}
