package dev.knowhow.flow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One attack on the sandbox, as written in the files of `attacks`.
///
/// An attack begins with `### its name`, after which `| expect: ...`, `whole` or `script` may
/// follow. Its text is the body of a function that is given the run; what it returns or throws is
/// told as the result. With `whole` it is the body of `main`, with `script` the whole flow.
/// `«text»×N` stands for the text N times over.
///
/// @param family the file it is in
/// @param expect what must become of it
record Attack(String family, String name, String script, Expect expect) {
  static final Path FOLDER = Path.of("src/test/resources/dev/knowhow/flow/attacks");
  private static final Pattern TIMES = Pattern.compile("«([^»]*)»×(\\d+)");

  /// What must become of an attack.
  sealed interface Expect {
    /// It is told nothing: something is thrown, or undefined.
    record Refused() implements Expect {}

    /// It is told exactly this.
    record Says(String text) implements Expect {}

    /// It is ended by a limit, which the failure names.
    record Ends() implements Expect {}

    /// It ends as a result of plain data or as a stated failure.
    record Contained() implements Expect {}
  }

  @Override
  public String toString() {
    return family + ": " + name;
  }

  boolean mustEnd() {
    return expect instanceof Expect.Ends;
  }

  static List<String> families() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".txt"))
          .map(name -> name.substring(0, name.length() - 4))
          .sorted()
          .toList();
    }
  }

  /// All attacks of a family.
  ///
  /// @param file the path of a file that no flow may read
  static List<Attack> of(String family, Path file) throws IOException {
    String text =
        Files.readString(FOLDER.resolve(family + ".txt")).replace("${FILE}", file.toString());
    int start = text.indexOf("\n### ");
    String usual = text.substring("expect: ".length(), text.indexOf('\n'));
    List<Attack> attacks = new ArrayList<>();
    for (String part : text.substring(start + 5).split("\n### ", -1)) {
      int end = part.indexOf('\n');
      String head = end < 0 ? part : part.substring(0, end);
      String body = end < 0 ? "" : part.substring(end + 1);
      attacks.add(parsed(family, head, unfolded(body), usual));
    }
    return attacks;
  }

  private static Attack parsed(String family, String head, String body, String usual) {
    int bar = head.indexOf(" | ");
    String name = bar < 0 ? head : head.substring(0, bar);
    String marks = bar < 0 ? "" : head.substring(bar + 3);
    int says = marks.indexOf("expect: ");
    String expected = says < 0 ? usual : marks.substring(says + 8);
    String kind = says < 0 ? marks : marks.substring(0, says);
    String script =
        kind.startsWith("script") ? body : kind.startsWith("whole") ? whole(body) : told(body);
    return new Attack(family, name, script, expect(expected));
  }

  private static Expect expect(String text) {
    return switch (text) {
      case "refused" -> new Expect.Refused();
      case "ends" -> new Expect.Ends();
      case "contained" -> new Expect.Contained();
      default -> {
        if (!text.startsWith("says ")) {
          throw new IllegalArgumentException(text);
        }
        yield new Expect.Says(text.substring(5));
      }
    };
  }

  private static String whole(String body) {
    return "async function main(run) {\n" + body + "\n}\n";
  }

  private static String told(String body) {
    return """
    const textOf = String;
    async function attack(run) {
    %s
    }
    async function main(run) {
      let found;
      try {
        found = textOf(await attack(run));
      } catch (e) {
        found = 'thrown ' + (e === null || e === undefined ? e : e.name);
      }
      return run.finish({ found });
    }
    """
        .replace("%s", body);
  }

  private static String unfolded(String text) {
    Matcher times = TIMES.matcher(text);
    StringBuilder all = new StringBuilder();
    while (times.find()) {
      times.appendReplacement(all, "");
      all.append(times.group(1).repeat(Integer.parseInt(times.group(2))));
    }
    times.appendTail(all);
    return all.toString().getBytes(StandardCharsets.UTF_8).length == 0 ? "" : all.toString();
  }
}
