package dev.knowhow.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What killed servers left, and only that, is removed.
final class LeftoversTest {
  private static final Pattern NAME = Pattern.compile("left-(\\d{1,18})-\\d+");
  private static final long NOBODY = 999_999_999_999L;

  @Test
  void removesWhatNoLivingServerOwns(@TempDir Path folder) throws IOException {
    Path dead = Files.createDirectory(folder.resolve("left-" + NOBODY + "-1"));
    Path file = Files.createFile(folder.resolve("left-" + NOBODY + "-2"));
    Path mine =
        Files.createDirectory(folder.resolve("left-" + ProcessHandle.current().pid() + "-1"));
    Path full = Files.createDirectory(folder.resolve("left-" + NOBODY + "-3"));
    Files.createFile(full.resolve("something"));
    Path other = Files.createFile(folder.resolve("right-" + NOBODY + "-1"));

    Leftovers.removeIn(folder, NAME);

    assertThat(dead).doesNotExist();
    assertThat(file).doesNotExist();
    assertThat(mine).exists();
    assertThat(full).exists();
    assertThat(other).exists();
  }

  @Test
  void aFolderThatIsNotThereHasNone(@TempDir Path folder) throws IOException {
    Leftovers.removeIn(folder.resolve("none"), NAME);

    assertThat(folder).isEmptyDirectory();
  }
}
