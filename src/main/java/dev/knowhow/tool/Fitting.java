package dev.knowhow.tool;

import dev.knowhow.value.Value;
import java.util.List;

/// What came out of holding a value against its type.
public sealed interface Fitting {

  /// The value in its canonical form.
  record Fits(Value value) implements Fitting {}

  /// Everything about the value that does not fit.
  record Misfits(List<Misfit> misfits) implements Fitting {
    /// Copies the list.
    public Misfits {
      misfits = List.copyOf(misfits);
    }
  }

  /// One thing that does not fit.
  ///
  /// @param where the place inside the value, such as `lines.2.denied`; rows count from 1; empty
  ///   for the value itself
  /// @param what what was found and what was wanted; can be told to a model as it is
  record Misfit(String where, String what) {
    @Override
    public String toString() {
      return where.isEmpty() ? what : where + ": " + what;
    }
  }
}
