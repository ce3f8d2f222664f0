package dev.knowhow.tool;

import java.util.Map;

/// Something that a model may use while it works towards a goal; nothing else is in its reach.
public sealed interface MayUse {
  /// What the model calls it, unique in its goal.
  String name();

  /// What it is good for, for the model.
  String about();

  /// What the model gives with it; each is a field of its move.
  Type.Fields given();

  /// Looks a text up in one source of knowledge.
  ///
  /// @param name the source's name
  /// @param atMost how many passages come at once
  record Knowledge(String name, String about, int atMost) implements MayUse {
    @Override
    public Type.Fields given() {
      return new Type.Fields(Map.of("for", new Type.Text(500, false)));
    }
  }

  /// Computes a formula over what is given and what the flow knows.
  record Calculation(String name, String about, Type.Fields given, Written formula)
      implements MayUse {}

  /// Uses another tool of the workspace.
  ///
  /// @param tool the tool's name, or `vertical/template`
  /// @param returns which of its results the model is told
  record OtherTool(String name, String about, Type.Fields given, String tool, Type.Fields returns)
      implements MayUse {}
}
