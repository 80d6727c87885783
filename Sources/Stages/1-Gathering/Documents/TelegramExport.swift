internal import Foundation

/// Reads what Telegram's desktop program exports of a channel as "machine-readable JSON".
///
/// Posts with a text are articles; chats of people are not read: they are no published reporting.
enum TelegramExport {
  private struct Chat: Decodable {
    let name: String?
    let type: String?
    let id: Int?
    let messages: [Lossy<Message>]?
    let chats: Chats?
  }

  private struct Chats: Decodable { let list: [Chat] }

  private struct Message: Decodable {
    let id: Int
    let type: String
    let date: String?
    let dateUnixTime: String?
    let editedUnixTime: String?
    let author: String?
    let text: Text?

    enum CodingKeys: String, CodingKey {
      case id, type, date, author, text
      case dateUnixTime = "date_unixtime"
      case editedUnixTime = "edited_unixtime"
    }
  }

  /// A text, or pieces of it of which some have a form.
  private struct Text: Decodable {
    let text: String

    private struct Piece: Decodable { let text: String? }

    init(from decoder: any Decoder) throws {
      if let whole = try? decoder.singleValueContainer().decode(String.self) {
        text = whole
        return
      }
      var pieces = try decoder.unkeyedContainer()
      var text = ""
      while !pieces.isAtEnd {
        if let plain = try? pieces.decode(String.self) {
          text += plain
        } else {
          text += try pieces.decode(Piece.self).text ?? ""
        }
      }
      self.text = text
    }
  }

  /// A value, or that it could not be read.
  private struct Lossy<Value: Decodable>: Decodable {
    let value: Value?

    init(from decoder: any Decoder) throws { value = try? Value(from: decoder) }
  }

  /// The posts of all channels of an export.
  static func items(_ bytes: [UInt8], file: String) throws(DocumentFault) -> [GatheredItem] {
    guard let export = try? JSONDecoder().decode(Chat.self, from: Data(bytes)) else {
      throw .noTelegramExport
    }
    let chats = export.chats?.list ?? [export]
    guard chats.contains(where: { $0.messages != nil }) else { throw .noTelegramExport }
    var items: [GatheredItem] = []
    for chat in chats {
      guard let kind = chat.type, kind.hasSuffix("_channel") else {
        let fault = DocumentFault.noChannel(kind: chat.type ?? "")
        items.append(.problem(GatheringProblem(file: file, reason: .document(fault))))
        continue
      }
      items += posts(of: chat, file: file)
    }
    if items.isEmpty { items.append(.problem(GatheringProblem(file: file, reason: .emptyArticle))) }
    return items
  }

  private static func posts(of chat: Chat, file: String) -> [GatheredItem] {
    (chat.messages ?? []).compactMap { lossy -> GatheredItem? in
      guard let message = lossy.value else {
        return .problem(GatheringProblem(file: file, reason: .document(.noTelegramExport)))
      }
      guard message.type == "message", let text = message.text?.text,
        !text.trimmingSpace().isEmpty
      else { return nil }
      return DocumentRecord.item(
        [
          .id: chat.id.map { "telegram-\($0)-\(message.id)" }, .source: chat.name,
          .published: time(message.dateUnixTime) ?? message.date,
          .modified: time(message.editedUnixTime), .byline: message.author, .text: text,
        ], file: file)
    }
  }

  /// Seconds since 1970 as ISO 8601.
  private static func time(_ seconds: String?) -> String? {
    seconds.flatMap { Int($0) }.map { Instant.text(seconds: $0) }
  }
}
