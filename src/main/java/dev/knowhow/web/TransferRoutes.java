package dev.knowhow.web;

import dev.knowhow.problem.Problem;
import dev.knowhow.tool.Draft;
import dev.knowhow.tool.Starter;
import dev.knowhow.tool.ToolArchive;
import dev.knowhow.tool.ToolFiles;
import dev.knowhow.tool.yaml.Section;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;

/// Tools that begin from nothing or from a file, and a tool as a file.
final class TransferRoutes {
  /// The most that a zip file may weigh.
  static final long LARGEST = 55L * 1024 * 1024;

  private final House house;
  private final Words words;

  TransferRoutes(House house) {
    this.house = house;
    this.words = house.words();
  }

  List<Route> all() {
    return List.of(
        Route.post(
            "/tools/new",
            Access.SIGNED_IN,
            "Begins a tool from nothing, for the trade in `trade`, and opens its draft.",
            this::begin),
        Route.upload(
            "/tools/files",
            Access.SIGNED_IN,
            "Begins a tool from a zip file of its folder and opens its draft; says every fault with"
                + " file and line, and runs nothing.",
            LARGEST,
            this::bringIn),
        Route.get(
            "/tools/{id}/files.zip",
            Access.SIGNED_IN,
            "The folder of a tool's draft as a zip file, or of `?version=`; for builders.",
            this::give));
  }

  private void begin(Visit visit) {
    visit.actor().mustBuild("add a tool");
    String trade = visit.sent("trade").isEmpty() ? house.trade() : visit.sent("trade");
    ToolFiles files =
        Starter.files(
            words.of("new.name"), trade, house.rooms().templates().house(trade, Set.of()));
    open(visit, house.rooms().drafts().begin(visit.actor(), files, "nothing"), "purpose");
  }

  private void bringIn(Visit visit) {
    visit.actor().mustBuild("add a tool");
    UploadedFile file = visit.context().uploadedFile("file");
    if (file == null || file.size() == 0) {
      throw Problem.of(
          Problem.Kind.BAD_INPUT, words.of("bringIn.none"), words.of("bringIn.none.hint"));
    }
    ToolFiles files = house.rooms().templates().atHome(ToolArchive.read(bytes(file)));
    String id = house.rooms().drafts().begin(visit.actor(), files, "a file");
    open(visit, id, "steps");
  }

  private void give(Visit visit) {
    Draft draft = house.rooms().drafts().of(visit.actor(), visit.part("id"));
    String version = visit.query("version");
    ToolFiles files =
        version.matches("[1-9][0-9]{0,8}")
            ? house
                .rooms()
                .tools()
                .version(visit.actor(), draft.toolId(), Integer.parseInt(version))
                .files()
            : draft.files();
    Section tool = BuildPages.tool(draft);
    String name = tool.text("name", "tool").replaceAll("[^A-Za-z0-9]+", "-");
    visit.context().contentType("application/zip");
    visit
        .context()
        .header("Content-Disposition", "attachment; filename=\"" + name + ".zip\"")
        .result(ToolArchive.write(files));
  }

  private static void open(Visit visit, String tool, String at) {
    visit.leadTo("/tools/" + tool + "/build?at=" + at);
  }

  private byte[] bytes(UploadedFile file) {
    try (InputStream content = file.content()) {
      return content.readAllBytes();
    } catch (IOException e) {
      throw Problem.of(
              Problem.Kind.BAD_INPUT, words.of("document.broken"), words.of("bringIn.none.hint"))
          .causedBy(e);
    }
  }
}
