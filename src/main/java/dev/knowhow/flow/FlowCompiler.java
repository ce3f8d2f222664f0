package dev.knowhow.flow;

import dev.knowhow.tool.Definition;

/// Turns a tool's steps into the program that the sandbox executes.
public final class FlowCompiler {
  private FlowCompiler() {}

  /// The program, or everything that is wrong with the steps.
  public static Compiling compile(Definition definition) {
    throw new UnsupportedOperationException(definition.tool().name());
  }
}
