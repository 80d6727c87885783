import ArabicWords
import NewsModel

extension EventReader {
  /// Reads the entities that prepositions join to the trigger.
  func readPrepositions(
    _ i: Int, _ form: EventForm, _ trigger: EventTrigger, _ result: inout EventArguments
  ) {
    let limit = argumentLimit(i)
    var j = i + 1
    while j < limit {
      let index = Int(scene.entityOf[j])
      guard index >= 0 else {
        if analysis.has(j, .relative), j > i + 6 { return }
        // `اشتباكات بينها وبين المتمردين`
        if trigger.frame == .fight || trigger.frame == .meet, analysis.isWord(j + 1, "وبين"),
          Self.betweenThem.contains(where: { analysis.isWord(j, $0) }),
          let near = nearestActor(before: i)
        {
          result.actors.append(near)
        }
        j += 1
        continue
      }
      let entity = scene.entities[index]
      j = max(j + 1, entity.tokens.upperBound)
      if entity.isLinked { continue }
      // `القوات الموالية للرئيس`: part of the description before it.
      if entity.relation == .l, index > 0, isAttached(scene.entities[index - 1]),
        scene.entities[index - 1].tokens.upperBound == entity.tokens.lowerBound
      {
        continue
      }
      switch role(entity, of: i, trigger, form, isNear: entity.tokens.lowerBound <= i + 2) {
      case .actor:
        if entity.relation == .by || trigger.frame == .fight || trigger.frame == .meet {
          result.actors += withLinked(index)
        } else if result.actors.isEmpty {
          result.actors = withLinked(index)
        }
      case .recipient: if result.recipients.isEmpty { result.recipients = withLinked(index) }
      case nil: break
      }
    }
  }

  /// Whether the entity only stands by the one described before it (`قوات الجيش المدعومة من قبل السكان`).
  private func isBackerOfOther(_ entity: EventEntity) -> Bool {
    let start = max(0, entity.tokens.lowerBound - 4)
    return (start..<entity.tokens.lowerBound).contains { j in
      Self.backed.contains { analysis.hasEnding(j, $0) }
    }
  }

  /// Whether another deed stands between a verb and the one who did it (`قصف الجيش مواقع ردا على إطلاق نار من قبل
  /// مسلحين`).
  func isOfOtherDeed(_ entity: EventEntity, than i: Int) -> Bool {
    i + 1 < entity.tokens.lowerBound
      && (i + 1..<entity.tokens.lowerBound).contains { scene.forms[$0]?.kind == .noun }
  }

  private static let backed: [StaticString] = [
    "مدعومه", "مدعوم", "مدعومين", "مدعومون", "ممول", "مموله", "مسنوده",
  ]

  private static let betweenThem: [StaticString] = ["بينها", "بينه", "بينهم"]

  private enum Role { case actor, recipient }

  private func role(
    _ entity: EventEntity, of at: Int, _ trigger: EventTrigger, _ form: EventForm, isNear: Bool
  ) -> Role? {
    let frame = trigger.frame
    if entity.isMeasure || entity.relation == .by && isBackerOfOther(entity) { return nil }
    if entity.relation == .by, form.isVerb, isOfOtherDeed(entity, than: at) { return nil }
    switch entity.relation {
    case .by: return .actor
    case .against: return frame == .meet ? nil : .recipient
    case .between, .with:
      return frame == .fight || frame == .meet ? (entity.isSomeone ? .actor : nil) : nil
    case .on:
      switch frame {
      case .on, .act, .give, .prot, .praise, .harm: return frame == .harm ? nil : .recipient
      case .ask: return nil
      default: return nil
      }
    case .l:
      switch frame {
      case .act, .give, .visit: return .recipient
      case .on:
        guard entity.isArmed else { return nil }
        guard form.kind == .noun else { return .recipient }
        return isNear && scene.has(entity.tokens.lowerBound, [.armed, .state]) ? .actor : nil
      default: return nil
      }
    case .b:
      switch frame {
      case .praise: return .recipient
      case .on: return entity.isSomeone && !entity.isWeapon ? .recipient : nil
      case .meet: return entity.isSomeone ? .actor : nil
      case .visit: return nil
      default: return nil
      }
    case .to: return frame == .visit || frame == .give ? .recipient : nil
    case .about:
      return frame == .on && trigger.type != .assault || frame == .give ? .recipient : nil
    case .from:
      switch frame {
      case .take, .retake, .drive: return entity.isArmed ? .recipient : nil
      case .ask: return .recipient
      case .fall: return .actor
      // `تعرض المقر لهجوم من مسلحين`
      case .on, .act: return scene.prefix(at) == .l && entity.isSomeone ? .actor : nil
      default: return nil
      }
    default: return nil
    }
  }

  /// Those to whom a target belongs (`مواقع للمتمردين`, `أهدافا تابعة للتنظيم`).
  func owners(of index: Int) -> [Int] {
    let next = index + 1
    guard next < scene.entities.count else { return [] }
    let entity = scene.entities[next]
    guard entity.relation == .l || entity.relation == .b, entity.isArmed,
      entity.tokens.lowerBound - scene.entities[index].tokens.upperBound <= 2
    else { return [] }
    return withLinked(next)
  }
}
