package dev.knowhow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the files of the pages must not hold, read as text.
final class PageFilesTest {
  private static final Pattern HANDLER = Pattern.compile("\\son[a-z]+\\s*=");
  private static final Pattern KEY = Pattern.compile("#\\{([A-Za-z0-9.-]+)");
  private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{3,8}\\b|rgb\\(");

  private static List<Path> files(String folder, String ending) {
    try (Stream<Path> all = Files.walk(Path.of(folder))) {
      return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void oneFragmentAloneShowsHtmlThatWasMade() {
    List<Path> raw =
        files("templates", ".html").stream()
            .filter(file -> text(file).contains("th:utext"))
            .toList();
    assertThat(raw).containsExactly(Path.of("templates/parts/markdown.html"));
  }

  @Test
  void noPageHoldsScriptsHandlersOrStyles() {
    for (Path file : files("templates", ".html")) {
      String page = text(file);
      assertThat(HANDLER.matcher(page).find()).as("%s: a handler", file).isFalse();
      assertThat(page)
          .as(file.toString())
          .doesNotContain(" style=", "<style", "javascript:", "[[", "[(");
      assertThat(
              page.replace(
                  "<script type=\"module\" th:each=\"script : ${page.frame.scripts}\" th:src=\"${script}\"></script>",
                  ""))
          .as(file.toString())
          .doesNotContain("<script");
    }
  }

  @Test
  void everyMessageExistsAndIsUsed() {
    Words words = Words.english();
    Set<String> asked = new TreeSet<>();
    for (Path file : files("templates", ".html")) {
      KEY.matcher(text(file)).results().map(found -> found.group(1)).forEach(asked::add);
    }
    assertThat(asked).allSatisfy(key -> assertThat(words.has(key)).as(key).isTrue());
    List<String> java =
        files("src/main/java/dev/knowhow/web", ".java").stream().map(PageFilesTest::text).toList();
    List<String> idle = new ArrayList<>();
    for (String key : words.keys()) {
      String stem = key.replaceAll("\\.(one|many)$", "");
      String prefix = stem.substring(0, stem.lastIndexOf('.') + 1);
      boolean used =
          asked.contains(key)
              || java.stream()
                  .anyMatch(code ->
                      code.contains('"' + stem + '"')
                          || code.contains('"' + prefix + '"')
                          || code.contains('"' + key.substring(0, key.indexOf('.') + 1) + '"'));
      if (!used && !key.endsWith(".hint") && !key.endsWith(".help")) {
        idle.add(key);
      }
    }
    assertThat(idle).isEmpty();
  }

  @Test
  void coloursAreNamedInTheTokensOnly() {
    for (Path file : files("static/css", ".css")) {
      if (!file.endsWith("tokens.css") && !file.endsWith("base.css")) {
        assertThat(COLOR.matcher(text(file)).results().map(MatchResult::group))
            .as(file.toString())
            .isEmpty();
      }
      assertThat(text(file)).as(file.toString()).doesNotContain("!important");
    }
  }

  @Test
  void scriptsAreSmallAndMakeNoCode() {
    for (Path file : files("static/js", ".js")) {
      assertThat(text(file).lines().count()).as(file.toString()).isLessThan(60);
      assertThat(text(file))
          .as(file.toString())
          .doesNotContain("eval(", "new Function", "document.write");
    }
  }
}
