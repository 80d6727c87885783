internal import Reading

/// Where the gazetteer's entries lie, for maps.
struct PlacePoints {
  /// Degrees north and east (WGS 84); of an area a point within it.
  struct Point: Equatable {
    let latitude: Double
    let longitude: Double

    init(latitude: Double, longitude: Double) {
      self.latitude = latitude
      self.longitude = longitude
    }

    /// The point of an entry; `nil` if it has none.
    init?(_ entry: GazetteerEntry) {
      guard let latitude = entry.latitude, let longitude = entry.longitude else { return nil }
      self.init(latitude: latitude, longitude: longitude)
    }
  }

  private let points: [String: Point]

  /// Takes the points of the gazetteer.
  init(_ gazetteer: Gazetteer = .standard) {
    var points: [String: Point] = [:]
    for entry in gazetteer.entries { points[entry.id] = Point(entry) }
    self.points = points
  }

  /// The point of an entry; `nil` where none is known.
  subscript(entry: String?) -> Point? { entry.flatMap { points[$0] } }
}
