package dev.knowhow.worker;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What compiled classes ask the builders of contexts and engines for.
final class BuilderCalls {
  private BuilderCalls() {}

  /// The methods of the builders of contexts and engines that the classes of a folder call.
  static Set<String> askedBy(Path classes) throws IOException {
    Set<String> asked = new TreeSet<>();
    for (ClassModel model : models(classes)) {
      model.methods().stream()
          .flatMap(method -> method.code().stream())
          .flatMap(code -> code.elementStream())
          .forEach(element -> {
            if (element instanceof InvokeInstruction call
                && call.owner().asInternalName().matches("org/graalvm/polyglot/\\w+(\\$Builder)?")
                && (call.owner().asInternalName().endsWith("Builder")
                    || call.name().stringValue().equals("newBuilder"))) {
              if (!call.owner().asInternalName().contains("Source")) {
                asked.add(call.name().stringValue());
              }
            }
          });
    }
    return asked;
  }

  static Set<String> optionsOf(Path file) throws IOException {
    Set<String> options = new TreeSet<>();
    for (ClassModel model : models(file)) {
      model.methods().stream()
          .flatMap(method -> method.code().stream())
          .forEach(code -> {
            List<String> texts =
                code.elementStream()
                    .filter(ConstantInstruction.LoadConstantInstruction.class::isInstance)
                    .map(element ->
                        String.valueOf(
                            ((ConstantInstruction.LoadConstantInstruction) element)
                                .constantValue()))
                    .toList();
            for (int i = 0; i + 1 < texts.size(); i++) {
              if (texts.get(i).matches("(js|engine|polyglot|log)\\..*")) {
                options.add(texts.get(i) + "=" + texts.get(i + 1));
              }
            }
          });
    }
    return options;
  }

  private static List<ClassModel> models(Path path) throws IOException {
    try (var files = Files.walk(path)) {
      List<Path> all = files.filter(file -> file.toString().endsWith(".class")).sorted().toList();
      List<ClassModel> models = new ArrayList<>();
      for (Path file : all) {
        models.add(ClassFile.of().parse(Files.readAllBytes(file)));
      }
      return models;
    }
  }
}
