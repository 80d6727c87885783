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
    let leftChats: Chats?

    enum CodingKeys: String, CodingKey {
      case name, type, id, messages, chats
      case leftChats = "left_chats"
    }
  }

  private struct Chats: Decodable { let list: [Chat] }

  private struct Message: Decodable {
    let id: Int
    let type: String
    let date: String?
    let dateUnixTime: String?
    let edited: String?
    let editedUnixTime: String?
    let author: String?
    let text: Text?

    enum CodingKeys: String, CodingKey {
      case id, type, date, edited, author, text
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
    /// The number that the value gives itself, where it could not be read.
    let id: Int?

    private struct Numbered: Decodable { let id: Int? }

    init(from decoder: any Decoder) throws {
      value = try? Value(from: decoder)
      id = value == nil ? (try? Numbered(from: decoder))?.id : nil
    }
  }

  /// Whether a JSON file's beginning is that of such an export, whatever its name.
  static func opens(_ bytes: [UInt8]) -> Bool {
    let start = String(decoding: bytes.prefix(65_536).drop(while: { $0 <= 0x20 }), as: UTF8.self)
    guard start.hasPrefix("{") else { return false }
    let isChannel = ["public_channel", "private_channel"].contains { start.contains("\"\($0)\"") }
    return start.contains("\"messages\"") && isChannel
      || ["about", "chats", "list"].allSatisfy { start.contains("\"\($0)\"") }
  }

  /// The posts of all channels of an export.
  static func items(_ bytes: [UInt8], file: String) throws(DocumentFault) -> [GatheredItem] {
    guard let export = try? JSONDecoder().decode(Chat.self, from: Data(bytes)) else {
      throw .noTelegramExport
    }
    let isWhole = export.chats != nil || export.leftChats != nil
    let chats = isWhole ? (export.chats?.list ?? []) + (export.leftChats?.list ?? []) : [export]
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
    (chat.messages ?? []).enumerated().compactMap { index, lossy -> GatheredItem? in
      guard let message = lossy.value else {
        let fault = DocumentFault.unreadableMessage(number: index + 1, id: lossy.id)
        return .problem(GatheringProblem(file: file, reason: .document(fault)))
      }
      guard message.type == "message", let text = message.text?.text,
        !text.trimmingSpace().isEmpty
      else { return nil }
      return DocumentRecord.item(
        [
          .id: chat.id.map { "telegram-\($0)-\(message.id)" }, .source: chat.name,
          .published: time(message.dateUnixTime) ?? message.date,
          .modified: time(message.editedUnixTime) ?? message.edited, .byline: message.author,
          .text: text,
        ], file: file)
    }
  }

  /// Seconds since 1970 as ISO 8601.
  private static func time(_ seconds: String?) -> String? {
    seconds.flatMap { Int($0) }.map { Instant.text(seconds: $0) }
  }
}
