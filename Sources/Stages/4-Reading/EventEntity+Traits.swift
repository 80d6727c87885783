import NewsModel

extension EventReader {
  /// Adds what an entity is, each trait that it has as a value of a kind of feature.
  func addTraits<Kind>(
    _ index: Int, as kind: Kind, _ sink: inout some ValuedFeatureSink<Kind>
  ) {
    let entity = scene.entities[index]
    var trait = 0
    func add(_ holds: Bool) {
      if holds { sink.add(kind, trait) }
      trait += 1
    }
    add(entity.isLinked)
    add(entity.isArmed)
    add(entity.isPerson)
    add(entity.isState)
    add(entity.isNational)
    add(entity.isPlace)
    add(entity.isFacility)
    add(entity.isOfficial)
    add(entity.isNamed)
    add(entity.isNumbered)
    add(entity.isUnknown)
    add(entity.isMeasure)
    add(entity.isWeapon)
    add(entity.isQuality)
    add(scene.isAccusative(entity))
    add(isTeller(index))
    add(isActor(index))
    add(!entity.isSomeone)
  }
}
