package dev.knowhow.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Holds the code to the two tables of `src/ARCHITECTURE.md` and to the house's rules of size.
class HouseTest {
  private static final String HOUSE = "dev.knowhow.";
  private static final Set<String> FOR_EVERYONE = Set.of("problem", "value");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.knowhow");

  @Test
  void everyImportIsAnArrowOfTheTable() throws IOException {
    Map<String, Set<String>> allowed = table("## Rooms and arrows");
    Set<String> wrong = new TreeSet<>();
    for (JavaClass from : CLASSES) {
      for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
        String room = roomOf(from);
        String other = roomOf(dependency.getTargetClass());
        if (other.isEmpty() || other.equals(room) || FOR_EVERYONE.contains(other)) {
          continue;
        }
        if (!allowed.getOrDefault(room, Set.of()).contains(other)) {
          wrong.add(room + " -> " + other + " in " + from.getName());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void theTableNamesExactlyTheRoomsThatAreThere() throws IOException {
    Set<String> rooms =
        CLASSES.stream().map(HouseTest::roomOf).collect(Collectors.toCollection(TreeSet::new));
    rooms.remove("");
    assertThat(rooms).isEqualTo(new TreeSet<>(table("## Rooms and arrows").keySet()));
  }

  @Test
  void noRoomsFormACircle() throws IOException {
    Map<String, Set<String>> left = new TreeMap<>(table("## Rooms and arrows"));
    boolean removed = true;
    while (removed) {
      removed =
          left.entrySet().removeIf(room -> room.getValue().stream().noneMatch(left::containsKey));
    }
    assertThat(left.keySet()).isEmpty();
  }

  @Test
  void everyLibraryHasOneDoor() throws IOException {
    Map<String, Set<String>> doors = table("## One door per library");
    Set<String> wrong = new TreeSet<>();
    for (JavaClass from : CLASSES) {
      for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
        String target = dependency.getTargetClass().getPackageName();
        doors.forEach((library, rooms) -> {
          if (target.startsWith(library)
              && !rooms.contains(roomOf(from))
              && !(library.equals("org.jdbi") && isHandedAHandle(from, dependency))) {
            wrong.add(library + " in " + from.getName());
          }
        });
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void noFileIsLongerThanThreeHundredLines() throws IOException {
    List<String> long_ = new ArrayList<>();
    for (String root : List.of("src/main/java", "src/test/java")) {
      try (var files = Files.walk(Path.of(root))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
          long lines = Files.readAllLines(file).size();
          if (lines > 300) {
            long_.add(file + ": " + lines);
          }
        }
      }
    }
    assertThat(long_).isEmpty();
  }

  @Test
  void everyRoomSaysItsJobAndIsNullMarked() throws IOException {
    List<String> silent = new ArrayList<>();
    try (var folders = Files.walk(Path.of("src/main/java/dev/knowhow"))) {
      for (Path folder : folders.filter(Files::isDirectory).skip(1).toList()) {
        Path info = folder.resolve("package-info.java");
        if (!Files.exists(info)
            || !Files.readString(info).contains("@NullMarked")
            || !Files.readString(info).startsWith("/// ")) {
          silent.add(folder.toString());
        }
      }
    }
    assertThat(silent).isEmpty();
  }

  private static boolean isHandedAHandle(JavaClass from, Dependency dependency) {
    return outer(from).getSimpleName().endsWith("Store")
        || dependency.getTargetClass().getName().equals("org.jdbi.v3.core.Handle");
  }

  private static JavaClass outer(JavaClass type) {
    return type.getEnclosingClass().map(HouseTest::outer).orElse(type);
  }

  private static String roomOf(JavaClass type) {
    String name = type.getBaseComponentType().getPackageName() + ".";
    if (!name.startsWith(HOUSE)) {
      return "";
    }
    String inside = name.substring(HOUSE.length());
    int dot = inside.indexOf('.');
    return dot < 0 ? "" : inside.substring(0, dot);
  }

  /// First column's name to the names in the last column, of the table below a heading.
  private static Map<String, Set<String>> table(String heading) throws IOException {
    Map<String, Set<String>> rows = new TreeMap<>();
    boolean inside = false;
    for (String line : Files.readAllLines(Path.of("src/ARCHITECTURE.md"))) {
      if (line.startsWith("## ")) {
        inside = line.equals(heading);
      } else if (inside && line.startsWith("| `")) {
        List<String> cells =
            Arrays.stream(line.split("\\|", -1)).filter(cell -> !cell.isEmpty()).toList();
        rows.put(names(cells.getFirst()).getFirst(), Set.copyOf(names(cells.getLast())));
      }
    }
    assertThat(rows).as("the table below %s", heading).isNotEmpty();
    return rows;
  }

  private static List<String> names(String cell) {
    return CODE.matcher(cell).results().map(name -> name.group(1)).toList();
  }
}
