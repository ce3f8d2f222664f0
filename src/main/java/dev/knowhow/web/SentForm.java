package dev.knowhow.web;

import dev.knowhow.account.Actor;
import dev.knowhow.knowledge.ReadDocument;
import dev.knowhow.problem.Problem;
import dev.knowhow.tool.DocumentText;
import dev.knowhow.tool.Input;
import dev.knowhow.tool.Tool;
import dev.knowhow.tool.Type;
import dev.knowhow.tool.TypedForm;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A tool's form as a browser sent it: texts, documents that were read now or kept from before, and
/// what could not be read.
///
/// @param typed what the tool's room makes values of
/// @param messages for an input's name why a document of it could not be read
record SentForm(TypedForm typed, Map<String, String> messages) {
  /// What stands before an input's name in the form, so that no input can be taken for another
  /// field.
  static final String FIELD = "f.";

  /// Copies the map.
  SentForm {
    messages = Map.copyOf(messages);
  }

  /// Reads what a visit sent.
  static SentForm of(Visit visit, Tool tool, House house) {
    return of(visit, tool.inputs(), house);
  }

  /// Reads what a visit sent for some inputs.
  static SentForm of(Visit visit, List<Input> inputs, House house) {
    Map<String, List<String>> texts = new LinkedHashMap<>();
    Map<String, List<DocumentText>> documents = new LinkedHashMap<>();
    Map<String, String> messages = new LinkedHashMap<>();
    for (Input input : inputs) {
      String name = input.name();
      if (input.type() instanceof Type.Rows rows) {
        rows.row()
            .fields()
            .keySet()
            .forEach(
                column -> texts.put(name + "." + column, sent(visit, FIELD + name + "." + column)));
      } else {
        texts.put(name, sent(visit, FIELD + name));
      }
      if (input.type() instanceof Type.Document || input.type() instanceof Type.Documents) {
        documents.put(name, documents(visit, name, house, messages));
      }
    }
    return new SentForm(new TypedForm(texts, documents), messages);
  }

  private static List<String> sent(Visit visit, String name) {
    return visit.context().formParams(name).stream().map(SentForm::plainLines).toList();
  }

  /// Browsers send line ends as CR LF; everything here has them as LF.
  static String plainLines(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }

  private static List<DocumentText> documents(
      Visit visit, String name, House house, Map<String, String> messages) {
    Actor actor = visit.actor();
    String dropped = visit.sent("drop");
    List<DocumentText> documents = new ArrayList<>();
    for (String token : sent(visit, FIELD + name + "-kept")) {
      if (!token.equals(dropped)) {
        house
            .kept()
            .find(actor, token)
            .ifPresentOrElse(
                documents::add, () -> messages.put(name, house.words().of("document.gone")));
      }
    }
    for (UploadedFile file : visit.context().uploadedFiles(FIELD + name + "-file")) {
      if (file.size() > 0 || !file.filename().isEmpty()) {
        try {
          documents.add(read(file, house));
        } catch (Problem problem) {
          messages.put(name, Visit.sentence(problem.what(), problem.hint()));
        }
      }
    }
    return documents;
  }

  /// The text of an uploaded file.
  ///
  /// @throws Problem that says what is wrong with it
  static DocumentText read(UploadedFile file, House house) {
    try (InputStream content = file.content()) {
      ReadDocument read =
          house.rooms().documents().read(plainName(file.filename()), content.readAllBytes());
      return new DocumentText(read.name(), read.text(), read.pages().size());
    } catch (IOException e) {
      throw Problem.of(
              Problem.Kind.BAD_INPUT,
              house.words().of("document.broken"),
              house.words().of("document.broken.hint"))
          .causedBy(e);
    }
  }

  /// A file's name without the folders that some browsers send along.
  private static String plainName(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String plain = last.replaceAll("\\p{Cntrl}", "").strip();
    return plain.length() > 200 ? plain.substring(plain.length() - 200) : plain;
  }

  /// The same form without one row of a table.
  ///
  /// @param which the table and the row's number from 0: `refs.2`
  SentForm without(String which) {
    int dot = which.lastIndexOf('.');
    String number = which.substring(dot + 1);
    if (dot < 1 || !number.matches("[0-9]{1,4}")) {
      return this;
    }
    int row = Integer.parseInt(number);
    String prefix = which.substring(0, dot + 1);
    Map<String, List<String>> texts = new LinkedHashMap<>(typed.texts());
    texts.replaceAll((name, cells) -> name.startsWith(prefix) ? without(cells, row) : cells);
    return new SentForm(new TypedForm(texts, typed.documents()), messages);
  }

  private static List<String> without(List<String> cells, int row) {
    List<String> rest = new ArrayList<>(cells);
    if (row < rest.size()) {
      rest.remove(row);
    }
    return rest;
  }
}
