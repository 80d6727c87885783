internal import Recording

extension HTML {
  /// Text with what a search found set off.
  init(_ marked: MarkedText) {
    self = ""
    for piece in marked.pieces {
      self += piece.isMarked ? "<mark>\(piece.text)</mark>" : HTML(text: piece.text)
    }
  }
}
