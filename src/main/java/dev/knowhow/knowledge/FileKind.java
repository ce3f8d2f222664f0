package dev.knowhow.knowledge;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// What a file is, as its own bytes say.
sealed interface FileKind {

  /// A PDF.
  record Pdf() implements FileKind {}

  /// A ZIP archive, which a Word document is too.
  record Zip() implements FileKind {}

  /// Nothing that has a signature, so perhaps text.
  record Unmarked() implements FileKind {}

  /// A file that is protected with a password.
  record Protected() implements FileKind {}

  /// A picture.
  record Picture(String words) implements FileKind {}

  /// Something else, said with its article.
  record Other(String words) implements FileKind {}

  /// The bytes by which a kind is known.
  record Signature(int at, byte[] bytes, FileKind kind) {
    boolean begins(byte[] file) {
      if (file.length < at + bytes.length) {
        return false;
      }
      for (int i = 0; i < bytes.length; i++) {
        if (file[at + i] != bytes[i]) {
          return false;
        }
      }
      return true;
    }
  }

  /// The known signatures; the first that fits decides.
  List<Signature> SIGNATURES =
      List.of(
          at(0, "PK\u0003\u0004", new Zip()),
          at(0, "PK\u0005\u0006", new Zip()),
          at(0, "\u00ff\u00d8\u00ff", new Picture("a JPEG picture")),
          at(0, "\u0089PNG", new Picture("a PNG picture")),
          at(0, "GIF8", new Picture("a GIF picture")),
          at(0, "II*\0", new Picture("a TIFF picture")),
          at(0, "MM\0*", new Picture("a TIFF picture")),
          at(8, "WEBP", new Picture("a WebP picture")),
          at(4, "ftyphei", new Picture("a HEIC picture")),
          at(4, "ftypmif1", new Picture("a HEIC picture")),
          at(4, "ftypavif", new Picture("an AVIF picture")),
          at(4, "ftyp", new Other("a video or sound recording")),
          at(0, "ID3", new Other("a sound recording")),
          at(0, "RIFF", new Other("a sound recording or video")),
          at(0, "OggS", new Other("a sound recording")),
          at(0, "{\\rtf", new Other("a rich-text file (.rtf)")),
          at(0, "7z\u00bc\u00af", new Other("a 7-Zip archive")),
          at(0, "Rar!", new Other("a RAR archive")),
          at(0, "\u001f\u008b", new Other("a gzip archive")),
          at(0, "MZ", new Other("a Windows program")),
          at(0, "\u007fELF", new Other("a program")),
          at(0, "SQLite format 3", new Other("a database")),
          at(0, "%!PS", new Other("a PostScript file")));

  /// What the bytes say.
  static FileKind of(byte[] file) {
    if (isPdf(file)) {
      return new Pdf();
    }
    for (Signature signature : SIGNATURES) {
      if (signature.begins(file)) {
        return signature.kind();
      }
    }
    if (at(0, "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", new Unmarked()).begins(file)) {
      return oldOffice(file);
    }
    String start = latin(file, 1_000).stripLeading().toLowerCase(Locale.ROOT);
    boolean page = start.startsWith("<!doctype html") || start.startsWith("<html");
    return page ? new Other("a web page") : new Unmarked();
  }

  private static Signature at(int at, String bytes, FileKind kind) {
    return new Signature(at, bytes.getBytes(StandardCharsets.ISO_8859_1), kind);
  }

  /// Readers of PDF allow other bytes before its first line, and so do scanners' programs.
  private static boolean isPdf(byte[] file) {
    String start = latin(file, 1_024);
    int at = start.indexOf("%PDF-");
    return at == 0 || at > 0 && !start.startsWith("PK");
  }

  /// Office files before 2007, and newer ones that are encrypted, are containers whose entries have
  /// names in UTF-16.
  private static FileKind oldOffice(byte[] file) {
    String all = latin(file, file.length);
    if (all.contains(wide("EncryptedPackage"))) {
      return new Protected();
    }
    if (all.contains(wide("WordDocument"))) {
      return new Other("an old Word document (.doc)");
    }
    if (all.contains(wide("Workbook")) || all.contains(wide("Book"))) {
      return new Other("an old Excel workbook (.xls)");
    }
    return new Other("an old Office or Outlook file");
  }

  private static String wide(String name) {
    StringBuilder wide = new StringBuilder();
    name.chars().forEach(c -> wide.append((char) c).append('\0'));
    return wide.toString();
  }

  private static String latin(byte[] file, int atMost) {
    return new String(file, 0, Math.min(atMost, file.length), StandardCharsets.ISO_8859_1);
  }
}
