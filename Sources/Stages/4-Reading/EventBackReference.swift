import ArabicWords

extension EventReader {
  /// The nearest one who acts before the token: the subject of the sentence, else the last event's actors.
  func lastActor(before i: Int) -> [Int]? {
    let sentence = analysis.sentence(i)
    if let last = drafts.last(where: {
      $0.at >= sentence.lowerBound && $0.at < i && !$0.actors.isEmpty
    }) {
      return last.actors
    }
    var j = i - 1
    var candidate: Int?
    while j >= sentence.lowerBound {
      let index = Int(scene.entityOf[j])
      if index >= 0, scene.entities[index].relation == .none, scene.entities[index].isPolitical,
        !scene.entities[index].isPlace
      {
        candidate = index
      }
      j -= 1
    }
    if let candidate { return [candidate] }
    return drafts.last { !$0.actors.isEmpty && $0.at < i && i - $0.at < 80 }?.actors
  }

  /// The nearest one before the token in its sentence who acts in politics or war.
  func nearestActor(before i: Int) -> Int? {
    let sentence = analysis.sentence(i)
    var j = i - 1
    while j >= sentence.lowerBound {
      let index = Int(scene.entityOf[j])
      if index >= 0 {
        let entity = scene.entities[index]
        if entity.isPolitical, !entity.isPlace, !entity.isFacility, !entity.isQuality,
          !entity.isMeasure, !entity.isState || entity.relation == .none
        {
          return index
        }
        j = entity.tokens.lowerBound
      }
      j -= 1
    }
    return nil
  }

  /// The nearest person or group before the token.
  func lastMention(before i: Int, not excluded: [Int]) -> Int? {
    var j = i - 1
    let start = max(0, analysis.sentence(i).lowerBound - 40)
    while j >= start {
      let index = Int(scene.entityOf[j])
      if index >= 0 {
        let entity = scene.entities[index]
        if entity.isSomeone || entity.isNumbered, !entity.isPlace, !excluded.contains(index) {
          return index
        }
        j = entity.tokens.lowerBound
      }
      j -= 1
    }
    return nil
  }
}
