package dev.knowhow.app;

import java.io.Console;
import java.util.Optional;

/// A person at the keyboard, if there is one.
interface Keyboard {

  /// What the person types without it being shown; empty where nobody sits at a terminal.
  Optional<String> secret(String prompt);

  /// The terminal that the program was started from.
  static Keyboard ofTheTerminal() {
    return prompt -> {
      if (!(System.console() instanceof Console console) || !console.isTerminal()) {
        return Optional.empty();
      }
      char[] typed = console.readPassword("%s", prompt);
      return typed == null ? Optional.empty() : Optional.of(new String(typed));
    };
  }
}
