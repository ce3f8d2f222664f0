package dev.knowhow.tool;

import java.util.List;

/// One numbered, immutable version of a tool.
///
/// @param toolId which tool
/// @param number counts from 1
/// @param definition what it consists of
public record ToolVersion(String toolId, int number, Definition definition) {

  /// What `tool.yaml` says.
  public Tool tool() {
    return definition.tool();
  }

  /// The vertical as it was when the version was made.
  public Vertical house() {
    return definition.house();
  }

  /// The examples.
  public List<Example> examples() {
    return definition.examples();
  }

  /// The files.
  public ToolFiles files() {
    return definition.files();
  }

  /// The hash of the files; equal hashes are equal versions.
  public String sha256() {
    return definition.files().sha256();
  }
}
