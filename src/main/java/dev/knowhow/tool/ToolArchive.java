package dev.knowhow.tool;

import dev.knowhow.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/// A tool's folder as one zip file, both ways: the same files as on disk.
///
/// What is read is checked before it is kept: names that lead out of the folder, too many files and
/// more than [ToolFiles#MAX_BYTES] unpacked are refused as they are met. Nothing of it runs.
public final class ToolArchive {
  private static final LocalDateTime ALWAYS = LocalDateTime.of(2000, 1, 1, 0, 0);
  private static final String FORMAT_FILES =
      "tool\\.yaml|flow\\.js|(prompts|knowledge|examples|house)/.+";

  private ToolArchive() {}

  /// A tool's files as a zip file; equal files give equal bytes.
  public static byte[] write(ToolFiles files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String path : files.paths()) {
        ZipEntry entry = new ZipEntry(path);
        entry.setTimeLocal(ALWAYS);
        zip.putNextEntry(entry);
        zip.write(files.get(path).orElseThrow());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /// The files of a zip file, whether the folder itself is in it or only what is inside; what is no
  /// part of a tool, such as a README, is left out.
  ///
  /// @throws Problem of kind `BAD_INPUT` for what is no such file, `TOO_LARGE`
  public static ToolFiles read(byte[] bytes) {
    Map<String, byte[]> files = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      long left = ToolFiles.MAX_BYTES;
      int entries = 0;
      for (ZipEntry entry = next(zip); entry != null; entry = next(zip)) {
        if (++entries > 4 * ToolFiles.MAX_FILES) {
          throw tooLarge("more than " + 4 * ToolFiles.MAX_FILES + " files");
        }
        byte[] content = zip.readNBytes((int) Math.min(Integer.MAX_VALUE, left + 1));
        left -= content.length;
        if (left < 0) {
          throw tooLarge("more than " + ToolFiles.MAX_BYTES / 1024 / 1024 + " MB unpacked");
        }
        String path = entry.getName().replace('\\', '/');
        if (!entry.isDirectory() && !path.startsWith("__MACOSX/")) {
          if (!ToolPaths.isInside(path) && !isHidden(path)) {
            throw Problem.of(
                Problem.Kind.BAD_INPUT,
                "The file name “" + path + "” in the zip file can't be used.",
                "Names have letters, digits, spaces and . _ - and stay inside the folder.");
          }
          files.put(path, content);
        }
      }
    } catch (IOException broken) {
      throw notAZip(broken);
    }
    return ToolFiles.of(inside(files));
  }

  private static @Nullable ZipEntry next(ZipInputStream zip) throws IOException {
    try {
      return zip.getNextEntry();
    } catch (IllegalArgumentException badName) {
      throw new ZipException(String.valueOf(badName.getMessage()));
    }
  }

  private static boolean isHidden(String path) {
    return Arrays.stream(path.split("/", -1))
            .anyMatch(part -> part.startsWith(".") && !part.equals(".") && !part.equals(".."))
        && Arrays.stream(path.split("/", -1)).noneMatch(part -> part.equals(".."));
  }

  /// The files below the folder that has `tool.yaml`, by their names inside it.
  private static Map<String, byte[]> inside(Map<String, byte[]> files) {
    Optional<String> folder =
        files.keySet().stream()
            .filter(path -> path.equals("tool.yaml") || path.matches("[^/]+/tool\\.yaml"))
            .map(path -> path.substring(0, path.length() - "tool.yaml".length()))
            .findFirst();
    if (folder.isEmpty()) {
      throw Problem.of(
          Problem.Kind.BAD_INPUT,
          "There is no tool.yaml in the zip file.",
          "Zip the tool's folder: the one that has tool.yaml in it.");
    }
    Map<String, byte[]> inside = new TreeMap<>();
    files.forEach((path, content) -> {
      String name = path.startsWith(folder.get()) ? path.substring(folder.get().length()) : "";
      if (name.matches(FORMAT_FILES) && !isHidden(name)) {
        inside.put(name, content);
      }
    });
    return inside;
  }

  private static Problem tooLarge(String what) {
    return Problem.of(
        Problem.Kind.TOO_LARGE,
        "The zip file holds " + what + ".",
        "A tool has at most "
            + ToolFiles.MAX_FILES
            + " files and "
            + ToolFiles.MAX_BYTES / 1024 / 1024
            + " MB.");
  }

  private static Problem notAZip(IOException broken) {
    return Problem.of(
            Problem.Kind.BAD_INPUT,
            "This is not a zip file that can be read.",
            "Zip the tool's folder again; a password can't be used.")
        .causedBy(broken);
  }
}
