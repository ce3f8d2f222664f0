package dev.knowhow.tool.yaml;

/// A key that an author may write.
///
/// @param about what it is for, as a sentence for authors
public record Key(String name, boolean required, Form form, String about) {

  /// A key that must be there.
  public static Key must(String name, Form form, String about) {
    return new Key(name, true, form, about);
  }

  /// A key that may be left out.
  public static Key may(String name, Form form, String about) {
    return new Key(name, false, form, about);
  }
}
