package dev.knowhow.knowledge;

/// Reads the text of documents.
///
/// What a file is, is told by its bytes; its name and the browser's word for it are never trusted.
/// Thread-safe.
public final class Documents {

  /// A reader of documents.
  public Documents() {}

  /// Reads a PDF, a Word document or plain text.
  ///
  /// @throws dev.knowhow.problem.Problem that says what is wrong with the file and what to do
  public ReadDocument read(String fileName, byte[] bytes) {
    throw new UnsupportedOperationException(fileName + bytes.length);
  }
}
