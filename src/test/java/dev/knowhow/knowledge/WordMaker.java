package dev.knowhow.knowledge;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Makes the archives of Word documents by hand, so that a test says exactly what is in them.
final class WordMaker {
  private static final String RELATIONS =
      """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
      <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s"/>
      </Relationships>
      """;

  private WordMaker() {}

  /// A Word document whose body holds this XML.
  static byte[] body(String xml) throws IOException {
    return zip(parts("<w:body>" + xml + "</w:body>"));
  }

  /// The parts of a Word document whose `document` element holds this XML.
  static Map<String, byte[]> parts(String xml) {
    return rawParts(
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
            + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\">"
            + xml
            + "</w:document>");
  }

  /// The parts of a Word document whose main part is this text.
  static Map<String, byte[]> rawParts(String document) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put(
        "_rels/.rels",
        utf8(RELATIONS.replaceFirst("%s", "officeDocument").replace("%s", "word/document.xml")));
    parts.put("word/document.xml", utf8(document));
    return parts;
  }

  /// An archive of parts.
  static byte[] zip(Map<String, byte[]> parts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  /// A small archive with one entry that unpacks to `megabytes` of blanks.
  static byte[] bomb(String entry, int megabytes) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] megabyte = " ".repeat(1024 * 1024).getBytes(StandardCharsets.US_ASCII);
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(entry));
      for (int i = 0; i < megabytes; i++) {
        zip.write(megabyte);
      }
      zip.closeEntry();
    }
    return bytes.toByteArray();
  }

  /// A paragraph with one run of text.
  static String paragraph(String text) {
    return "<w:p><w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r></w:p>";
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
