package dev.knowhow.tool;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Where something stands in a tool's files, written `tool.yaml#inputs/notes/label`.
///
/// @param file the file, such as `tool.yaml`
/// @param path keys, and numbers of list items from 1; empty for the whole file
public record Place(String file, List<String> path) {

  /// Copies the path.
  public Place {
    path = List.copyOf(path);
  }

  /// A place in `tool.yaml`.
  public static Place inTool(String... path) {
    return new Place("tool.yaml", List.of(path));
  }

  /// A whole file.
  public static Place of(String file) {
    return new Place(file, List.of());
  }

  /// The place that [#toString] wrote; without a file it is one in `tool.yaml`.
  public static Place parse(String written) {
    int hash = written.indexOf('#');
    String path = written.substring(hash + 1);
    String file = hash < 0 ? "tool.yaml" : written.substring(0, hash);
    return new Place(
        file,
        path.isEmpty()
            ? List.of()
            : Arrays.stream(path.split("/", -1))
                .map(name -> name.replace("%2F", "/").replace("%25", "%"))
                .toList());
  }

  /// The place of a piece directly inside this one.
  public Place inside(String name) {
    List<String> longer = new ArrayList<>(path);
    longer.add(name);
    return new Place(file, longer);
  }

  /// The place of a list's item directly inside this one.
  ///
  /// @param number from 1
  public Place inside(int number) {
    return inside(Integer.toString(number));
  }

  /// The place that this one is directly inside of; the file for a file.
  public Place around() {
    return path.isEmpty() ? this : new Place(file, path.subList(0, path.size() - 1));
  }

  /// The last name of the path; the file's for a whole file.
  public String last() {
    return path.isEmpty() ? file : path.getLast();
  }

  /// Whether a place is this one or inside it.
  public boolean holds(Place other) {
    return file.equals(other.file)
        && other.path.size() >= path.size()
        && other.path.subList(0, path.size()).equals(path);
  }

  @Override
  public String toString() {
    return file
        + "#"
        + String.join(
            "/", path.stream().map(name -> name.replace("%", "%25").replace("/", "%2F")).toList());
  }
}
