package dev.knowhow.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.knowhow.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir Path folder;

  @Test
  void isMadeForItsOwnerAlone() throws IOException {
    Path data = folder.resolve("a/data");
    try (DataFolder held = DataFolder.hold(data)) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(held.path())))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void isHeldByOneAtATime() {
    try (DataFolder held = DataFolder.hold(folder)) {
      assertThat(DataFolder.inUse(held.path())).isTrue();
      assertThatThrownBy(() -> DataFolder.hold(folder))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("Another Knowhow (process " + ProcessHandle.current().pid() + ")");
    }
    assertThat(DataFolder.inUse(folder)).isFalse();
  }

  @Test
  void saysHowToMakeItWritable() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() -> DataFolder.hold(file.resolve("data")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("cannot be written by user ")
        .hasMessageContaining("chown -R ");
  }
}
