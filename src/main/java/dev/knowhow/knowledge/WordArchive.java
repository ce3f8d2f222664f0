package dev.knowhow.knowledge;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// The XML parts of an Office archive, unpacked within limits; nothing is written to a disk.
///
/// What an entry claims about its size is not believed: bytes are counted as they unpack.
final class WordArchive {
  static final int MAX_ENTRIES = 5_000;
  static final long MAX_UNPACKED = 256L * 1024 * 1024;
  static final long MAX_KEPT = 48L * 1024 * 1024;
  static final long MAX_RATIO = 150;
  private static final long FREE_OF_RATIO = 1024 * 1024;

  private final String file;
  private final Map<String, byte[]> parts = new TreeMap<>();
  private final byte[] buffer = new byte[64 * 1024];
  private long unpacked;
  private long kept;

  private WordArchive(String file) {
    this.file = file;
  }

  /// Knows how many packed bytes the current entry has used.
  private static final class CountedZip extends ZipInputStream {
    CountedZip(InputStream in) {
      super(in);
    }

    long packed() {
      return inf.getBytesRead();
    }
  }

  /// The names of all entries, each with its bytes where it is XML and with none where not.
  static Map<String, byte[]> parts(String file, byte[] bytes) {
    WordArchive archive = new WordArchive(file);
    try (CountedZip zip = new CountedZip(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        archive.take(entry, zip);
      }
    } catch (IOException | IllegalArgumentException damaged) {
      throw DocumentProblem.broken(file, "a Word document or ZIP archive").causedBy(damaged);
    }
    if (archive.parts.isEmpty()) {
      throw DocumentProblem.broken(file, "a Word document or ZIP archive");
    }
    return archive.parts;
  }

  private void take(ZipEntry entry, CountedZip zip) throws IOException {
    if (parts.size() >= MAX_ENTRIES) {
      throw DocumentProblem.bomb(file);
    }
    String name = entry.getName().startsWith("/") ? entry.getName().substring(1) : entry.getName();
    boolean keep = name.endsWith(".xml") || name.endsWith(".rels") || name.equals("mimetype");
    ByteArrayOutputStream part = new ByteArrayOutputStream();
    long before = unpacked;
    for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
      unpacked += read;
      kept += keep ? read : 0;
      long size = unpacked - before;
      boolean unlikely = size > FREE_OF_RATIO && size > MAX_RATIO * Math.max(1, zip.packed());
      boolean stored = entry.getMethod() == ZipEntry.STORED;
      if (unpacked > MAX_UNPACKED || kept > MAX_KEPT || unlikely && !stored) {
        throw DocumentProblem.bomb(file);
      }
      if (keep) {
        part.write(buffer, 0, read);
      }
    }
    if (parts.put(name, part.toByteArray()) != null) {
      throw DocumentProblem.broken(file, "a Word document or ZIP archive");
    }
  }
}
