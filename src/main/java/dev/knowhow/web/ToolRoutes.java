package dev.knowhow.web;

import dev.knowhow.problem.Problem;
import dev.knowhow.run.NewRun;
import dev.knowhow.tool.DocumentText;
import dev.knowhow.tool.Example;
import dev.knowhow.tool.FormReading;
import dev.knowhow.tool.FormValues;
import dev.knowhow.tool.ToolVersion;
import dev.knowhow.tool.TypedForm;
import dev.knowhow.value.Value;
import io.javalin.http.UploadedFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The pages of one tool: its form, what it would send, and the start of a run.
final class ToolRoutes {
  /// The most that one document may weigh.
  static final long LARGEST_FILE_MB = 20;

  /// The most that a whole form with its documents may weigh.
  static final long LARGEST_FORM = 3 * LARGEST_FILE_MB * 1024 * 1024;

  private final House house;
  private final Words words;
  private final ToolPages pages;

  ToolRoutes(House house) {
    this.house = house;
    this.words = house.words();
    this.pages = new ToolPages(house);
  }

  List<Route> all() {
    return List.of(
        Route.get(
            "/tools/{id}",
            Access.SIGNED_IN,
            "A tool's form; `?example=` fills it with an example.",
            this::show),
        Route.upload(
            "/tools/{id}/runs",
            Access.SIGNED_IN,
            "Starts a run; or adds or removes a row and shows the form again.",
            LARGEST_FORM,
            this::run),
        Route.upload(
            "/tools/{id}/preview",
            Access.SIGNED_IN,
            "What a run would send, to whom, and what it would cost; sends nothing.",
            LARGEST_FORM,
            this::preview),
        Route.upload(
            "/tools/{id}/documents",
            Access.SIGNED_IN,
            "Reads one document and keeps it for the form.",
            LARGEST_FORM,
            this::readDocument));
  }

  private void show(Visit visit) {
    String id = visit.part("id");
    boolean unpublished = house.rooms().tools().row(visit.actor(), id).newest() == 0;
    if (unpublished && visit.query("draft").isEmpty()) {
      visit.leadTo("/tools/" + id + "/build?at=purpose");
      return;
    }
    ToolVersion version = version(visit);
    Optional<Example> example = ToolPages.example(version, visit.query("example"));
    TypedForm typed =
        example
            .map(one -> ExampleForm.of(version.tool(), one.inputs()))
            .orElseGet(() -> ExampleForm.empty(version.tool()));
    ToolPages.Filling filling = ToolPages.Filling.of(typed, example.map(Example::id).orElse(""));
    visit.show("tool", pages.page(visit, version, filling, example.map(Example::inputs)));
  }

  /// The newest version, or the draft that a builder tries.
  private ToolVersion version(Visit visit) {
    String id = visit.part("id");
    String draft = visit.query("draft") + visit.sent("draft");
    if (!draft.matches("[1-9][0-9]{0,8}")) {
      return house.rooms().tools().newest(visit.actor(), id);
    }
    house.rooms().drafts().of(visit.actor(), id);
    return house.rooms().tools().version(visit.actor(), id, -Integer.parseInt(draft));
  }

  private void run(Visit visit) {
    ToolVersion version = version(visit);
    SentForm sent = SentForm.of(visit, version.tool(), house);
    boolean changesForm =
        !(visit.sent("add") + visit.sent("remove") + visit.sent("drop")).isEmpty();
    if (changesForm) {
      SentForm changed = sent.without(visit.sent("remove"));
      ToolPages.Filling filling =
          new ToolPages.Filling(
              changed.typed(), visit.sent("example"), changed.messages(), visit.sent("add"), "");
      visit.show("tool", pages.page(visit, version, filling, Optional.empty()));
      return;
    }
    Optional<Value.Fields> inputs = inputs(visit, version, sent);
    if (inputs.isPresent()) {
      start(visit, version, sent, inputs.get());
    }
  }

  /// The values of a form, or nothing after the form has been shown again with its faults.
  private Optional<Value.Fields> inputs(Visit visit, ToolVersion version, SentForm sent) {
    FormReading reading = FormValues.read(version.tool(), sent.typed());
    Map<String, String> faults = new LinkedHashMap<>();
    switch (reading) {
      case FormReading.Filled(Value.Fields inputs) when sent.messages().isEmpty() -> {
        return Optional.of(inputs);
      }
      case FormReading.Filled _ -> {}
      case FormReading.Unfit unfit -> faults.putAll(unfit.messages());
    }
    faults.putAll(sent.messages());
    if (visit.wants("cost")) {
      visit.showPart("parts/cost", "cost", pages.cost(visit.actor(), version, Optional.empty()));
      return Optional.empty();
    }
    ToolPages.Filling filling =
        new ToolPages.Filling(sent.typed(), visit.sent("example"), faults, "", "");
    visit.showFaulty("tool", pages.page(visit, version, filling, Optional.empty()));
    return Optional.empty();
  }

  private void start(Visit visit, ToolVersion version, SentForm sent, Value.Fields inputs) {
    NewRun wanted = ToolPages.live(version, inputs);
    if (visit.sent("answers").equals("sample")) {
      Optional<Example> example = ToolPages.example(version, visit.sent("example"));
      if (example.filter(one -> one.inputs().equals(inputs)).isEmpty()) {
        ToolPages.Filling filling =
            new ToolPages.Filling(
                sent.typed(), visit.sent("example"), Map.of(), "", words.of("tool.sampleDiffers"));
        visit.showFaulty("tool", pages.page(visit, version, filling, Optional.of(inputs)));
        return;
      }
      NewRun.Answers sample = new NewRun.Sample(example.get().id());
      wanted = new NewRun(version.toolId(), version.number(), inputs, sample);
    }
    visit.leadTo("/runs/" + house.rooms().runs().start(visit.actor(), wanted));
  }

  private void preview(Visit visit) {
    ToolVersion version = version(visit);
    SentForm sent = SentForm.of(visit, version.tool(), house);
    Optional<Value.Fields> inputs = inputs(visit, version, sent);
    if (inputs.isEmpty()) {
      return;
    }
    if (visit.wants("cost")) {
      visit.showPart("parts/cost", "cost", pages.cost(visit.actor(), version, inputs));
    } else {
      visit.show("preview", pages.preview(visit, version, inputs.get()));
    }
  }

  private void readDocument(Visit visit) {
    house.rooms().tools().row(visit.actor(), visit.part("id"));
    UploadedFile file = visit.context().uploadedFile("file");
    if (file == null) {
      throw Problem.of(
          Problem.Kind.BAD_INPUT, words.of("document.none"), words.of("document.none.hint"));
    }
    try {
      DocumentText document = SentForm.read(file, house);
      String token = house.kept().keep(visit.actor(), document);
      String facts = new ToolFields(house, visit.part("id"), visit.actor()).facts(document);
      visit.showPart(
          "parts/kept",
          "kept",
          new KeptRow(visit.sent("field"), new Control.Kept(token, document.name(), facts)));
    } catch (Problem problem) {
      visit.context().status(ProblemPage.status(problem.kind()));
      visit.context().contentType("text/plain");
      visit.context().result(Visit.sentence(problem.what(), problem.hint()));
    }
  }

  /// A document's row in a form.
  ///
  /// @param field the form's name of the input it belongs to
  record KeptRow(String field, Control.Kept kept) {}
}
