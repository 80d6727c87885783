internal import NewsModel
internal import Reading

/// Where a place lies among the other known places of its country, as SVG.
///
/// There is a dot for each of them, the names of the first-level units' seats, and the place itself. No borders
/// are drawn; the dots are all that is known.
struct PlaceMap {
  private let place: GazetteerEntry
  private let others: [GazetteerEntry]
  private let parts: PageParts
  /// The degrees that are drawn.
  private let west: Double
  private let north: Double
  /// How many units of the drawing a degree has, across and down.
  private let across: Double
  private let down: Double
  private let width: Double
  private let height: Double

  /// The size of the drawing's longer side.
  private static let size = 480.0

  /// Makes the map of a place; `nil` if its point or those of its neighbours aren't known.
  init?(_ profile: EntryProfile, _ parts: PageParts) {
    guard let place = profile.place, let latitude = place.latitude, let longitude = place.longitude
    else { return nil }
    self.place = place
    self.parts = parts
    // A country's own point is no place in it.
    others = KnownEntries.standard.places(in: place.countries).filter {
      $0.precision != .country && $0.precision != .region && $0.id != place.id
    }
    let latitudes = others.compactMap(\.latitude) + [latitude]
    let longitudes = others.compactMap(\.longitude) + [longitude]
    guard others.count >= 3, let south = latitudes.min(), let top = latitudes.max(),
      let left = longitudes.min(), let right = longitudes.max()
    else { return nil }
    let margin = 0.06 * max(top - south, right - left, 0.2)
    (west, north) = (left - margin, top + margin)
    let middle = (south + top) / 2
    // Plate carrée, true to scale on the middle parallel.
    let shrink = PlaceMap.cosine(ofDegrees: middle)
    let (spanX, spanY) = ((right - left + 2 * margin) * shrink, top - south + 2 * margin)
    down = PlaceMap.size / max(spanX, spanY)
    across = down * shrink
    (width, height) = (spanX * down, spanY * down)
  }

  /// The cosine by its series, exact enough for a drawing.
  private static func cosine(ofDegrees degrees: Double) -> Double {
    let x = degrees * .pi / 180
    let square = x * x
    return 1 - square / 2 * (1 - square / 12 * (1 - square / 30 * (1 - square / 56)))
  }

  /// The size of the drawing, as attributes.
  var attributes: HTML { "viewBox=\"0 0 \(pixels(width)) \(pixels(height))\"" }

  /// What is drawn.
  var drawing: HTML {
    let dots = others.filter { $0.precision != .governorate }.compactMap(point).map {
      x, y -> HTML in
      "M\(pixels(x)) \(pixels(y))h0"
    }
    return "<path class=\"dots\" d=\"\(dots)\"/>\(units)\(mark)"
  }

  /// The seats of the first-level units, with their names where these don't meet.
  private var units: [HTML] {
    var taken: [(x: Double, y: Double)] = point(place).map { [$0] } ?? []
    return others.filter { $0.precision == .governorate }.compactMap { unit -> HTML? in
      guard let (x, y) = point(unit) else { return nil }
      let name = parts.request.language == .arabic ? unit.name : unit.nameEn
      let isFree = taken.allSatisfy { abs($0.x - x) > 74 || abs($0.y - y) > 15 }
      if isFree { taken.append((x, y)) }
      let (anchor, shift) = x > width - 60 ? ("end", -6.0) : ("start", 6.0)
      let label: HTML? =
        isFree
        ? "<text x=\"\(pixels(x + shift))\" y=\"\(pixels(y + 4))\" text-anchor=\"\(anchor)\">\(name)</text>"
        : nil
      return """
        <a href="\(parts.address(.entry(unit.id, .place)))"><title>\(name)</title><circle class="unit" cx="\(pixels(x))" cy="\(pixels(y))" r="3.5"/>\(label)</a>
        """
    }
  }

  private var mark: HTML {
    guard let (x, y) = point(place) else { return .nothing }
    let name = parts.request.language == .arabic ? place.name : place.nameEn
    let (anchor, shift) = x > width / 2 ? ("end", -11.0) : ("start", 11.0)
    return """
      <circle class="ring" cx="\(pixels(x))" cy="\(pixels(y))" r="8"/><circle class="here" cx="\(pixels(x))" cy="\(pixels(y))" r="4"/>\
      <text class="here-name" x="\(pixels(x + shift))" y="\(pixels(y + 5))" text-anchor="\(anchor)">\(name)</text>
      """
  }

  private func point(_ entry: GazetteerEntry) -> (x: Double, y: Double)? {
    guard let latitude = entry.latitude, let longitude = entry.longitude else { return nil }
    return ((longitude - west) * across, (north - latitude) * down)
  }

  private func pixels(_ value: Double) -> String { ChartCanvas.pixels(value) }
}
