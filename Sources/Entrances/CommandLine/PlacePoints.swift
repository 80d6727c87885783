internal import ArabicScript

/// Where the gazetteer's entries lie, for maps.
struct PlacePoints {
  /// Degrees north and east (WGS 84); of an area a point within it.
  struct Point: Equatable {
    let latitude: Double
    let longitude: Double
  }

  private let points: [String: Point]

  /// Loads the points of `Data/places`.
  init() {
    var points: [String: Point] = [:]
    for file in ["countries", "regions", "governorates", "districts", "known-places", "towns"] {
      for row in DataFile("places/\(file).tsv").rows {
        guard let latitude = Double(row[8]), let longitude = Double(row[9]) else { continue }
        points[row[0]] = Point(latitude: latitude, longitude: longitude)
      }
    }
    self.points = points
  }

  /// The point of an entry; `nil` where none is known.
  subscript(entry: String?) -> Point? { entry.flatMap { points[$0] } }
}
