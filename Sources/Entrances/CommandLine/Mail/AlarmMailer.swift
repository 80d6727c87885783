internal import NewsModel
internal import Serving

/// Sends alarms to one receiver as letters.
struct AlarmMailer: AlarmSender {
  let client: SMTPClient
  let from: MailAddress
  let to: MailAddress
  let language: PageLanguage
  /// Where `marsad serve` is seen, for links; `nil` for none.
  let site: String?

  func send(_ alarm: Alarm) async throws(DeliveryFailure) {
    let words = AlarmWords(alarm, in: language, site: site)
    try await client.send(
      Letter(
        from: from, to: to, subject: words.subject, key: alarm.key, text: words.text,
        html: words.html))
  }
}
