package dev.knowhow.app;

import dev.knowhow.eval.ExampleReport;
import dev.knowhow.eval.TemplateReport;
import dev.knowhow.problem.Fault;
import dev.knowhow.problem.Problem;
import dev.knowhow.tool.Definition;
import dev.knowhow.value.Value;
import dev.knowhow.value.ValueJson;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Checks a template's folder: its files, its steps, and with the sample answers its examples and
/// their planted mistakes.
@Command(name = "check", description = "Checks the folder of a tool.")
final class CheckCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(paramLabel = "FOLDER", description = "The folder that holds tool.yaml.")
  private String folder = "";

  @Option(names = "--json", description = "Print the findings for a program.")
  private boolean json;

  CheckCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Path path = surroundings.here().resolve(folder);
    Path shown = Path.of(folder);
    try (Workshop workshop = new Workshop(surroundings)) {
      Definition definition = workshop.read(path);
      TemplateReport report = workshop.check.report(definition);
      return tell(definition, report, Workshop.within(shown, report.faults()));
    } catch (Problem problem) {
      if (problem.faults().isEmpty()) {
        throw problem;
      }
      return tellFaults(named(path, shown, problem.faults()));
    }
  }

  private int tell(Definition definition, TemplateReport report, List<Fault> faults) {
    if (!faults.isEmpty()) {
      return tellFaults(faults);
    }
    if (json) {
      print(report, faults);
      return 0;
    }
    surroundings
        .out()
        .println(
            definition.tool().name()
                + ": no faults. "
                + report.examples().size()
                + " examples come out as they say with their sample answers, and the checks catch "
                + report.caught()
                + " of "
                + report.planted()
                + " planted mistakes.");
    return 0;
  }

  private int tellFaults(List<Fault> faults) {
    if (json) {
      print(new TemplateReport(List.of(), List.of()), faults);
    } else {
      faults.forEach(fault -> surroundings.out().println(fault));
      surroundings.err().println(faults.size() == 1 ? "1 fault." : faults.size() + " faults.");
    }
    return Main.PROBLEM;
  }

  private void print(TemplateReport report, List<Fault> faults) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("faults", Value.items(faults.stream().map(CheckCommand::json).toList()));
    fields.put(
        "examples", Value.items(report.examples().stream().map(CheckCommand::json).toList()));
    surroundings.out().println(ValueJson.print(Value.fields(fields)));
  }

  private static Value json(Fault fault) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("file", Value.text(fault.file()));
    fields.put("line", Value.text(Integer.toString(fault.line())));
    fields.put("where", Value.text(fault.where()));
    fields.put("what", Value.text(fault.what()));
    fields.put("hint", Value.text(fault.hint()));
    return Value.fields(fields);
  }

  private static Value json(ExampleReport example) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("example", Value.text(example.id()));
    fields.put("holds", Value.yesNo(example.holds()));
    fields.put("planted", Value.text(Integer.toString(example.planted())));
    fields.put("caught", Value.text(Integer.toString(example.caught())));
    return Value.fields(fields);
  }

  /// Faults that carry the whole path carry the path as it was typed.
  private static List<Fault> named(Path whole, Path shown, List<Fault> faults) {
    return faults.stream()
        .map(fault -> {
          Path file = Path.of(fault.file());
          boolean inside = file.isAbsolute() && file.startsWith(whole.normalize());
          String name =
              inside
                  ? shown.resolve(whole.normalize().relativize(file)).toString()
                  : file.isAbsolute() || fault.file().isEmpty()
                      ? fault.file()
                      : shown.resolve(file).normalize().toString();
          return new Fault(name, fault.line(), fault.where(), fault.what(), fault.hint());
        })
        .toList();
  }
}
