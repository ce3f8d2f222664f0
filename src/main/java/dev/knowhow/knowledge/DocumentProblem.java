package dev.knowhow.knowledge;

import dev.knowhow.problem.Problem;

/// What can be wrong with a document, each said with what to do.
final class DocumentProblem {
  private static final String PASTE = "Paste the text instead.";

  private DocumentProblem() {}

  static Problem empty(String name) {
    return bad(name, "The file is empty (0 bytes).", "Save it again and choose the new file.");
  }

  static Problem tooLarge(String name, long bytes) {
    return large(
        name,
        "The file has " + megabytes(bytes) + " MB; at most 20 MB can be read.",
        "Save only the pages that matter as a new PDF, or paste their text.");
  }

  static Problem otherKind(String name, String kind) {
    return bad(
        name,
        "This is " + kind + "; Knowhow reads PDF, Word (.docx) and plain text.",
        "Save it as a PDF or .docx, or paste the text.");
  }

  static Problem image(String name, String kind) {
    return bad(
        name, "This is " + kind + ".", "Knowhow can't read scans and photos yet: paste the text.");
  }

  static Problem scanned(String name, int pages) {
    String of =
        pages == 1 ? "The page of this PDF is a picture" : "The pages of this PDF are pictures";
    return bad(
        name,
        of + " without text.",
        "Knowhow can't read scans yet: paste the text, or ask for the document as it was before"
            + " it was printed.");
  }

  static Problem password(String name) {
    return bad(
        name,
        "The file is protected with a password or a certificate.",
        "Open it on your computer, save or print it to a new PDF without one, and choose that.");
  }

  static Problem tooManyPages(String name, int pages) {
    return large(
        name,
        "The PDF has " + pages + " pages; at most 500 can be read at once.",
        "Print only the pages that matter to a new PDF, and choose that.");
  }

  static Problem tooMuchText(String name) {
    return large(
        name,
        "The document holds more than 4 million characters of text.",
        "Save only the part that matters as a document of its own.");
  }

  static Problem noText(String name) {
    return bad(name, "There is no text in this document.", PASTE);
  }

  static Problem broken(String name, String kind) {
    return bad(
        name,
        "This looks like " + kind + ", but it is damaged or cut off and can't be read.",
        "Open it on your computer, save it as a new file, and choose that; or paste the text.");
  }

  static Problem bomb(String name) {
    return large(
        name,
        "The file unpacks to far more than a document of its size holds.",
        "It is damaged or made to do harm. If you trust it, save it as a new file, or paste the"
            + " text.");
  }

  static Problem tooHard(String name) {
    return large(
        name,
        "Reading the file takes more time or memory than one document may have.",
        "Print it to a new PDF, or only the pages that matter; or paste the text.");
  }

  static Problem unavailable(String why) {
    return Problem.of(
        Problem.Kind.UNAVAILABLE,
        "PDFs can't be read now: " + why + ".",
        "Try again; if it stays so, tell the person who runs this server.");
  }

  private static Problem bad(String name, String what, String hint) {
    return Problem.at(Problem.Kind.BAD_INPUT, name, what, hint);
  }

  private static Problem large(String name, String what, String hint) {
    return Problem.at(Problem.Kind.TOO_LARGE, name, what, hint);
  }

  private static String megabytes(long bytes) {
    long tenths = Math.ceilDiv(bytes * 10, 1024L * 1024L);
    return tenths / 10 + "." + tenths % 10;
  }
}
