package dev.knowhow.tool;

/// Turns what did not fit into a sentence beside a field: "Write a date such as 10/09/2026."
final class FormMessages {
  private static final String WANTED = ", wanted ";

  private FormMessages() {}

  static String of(String misfit) {
    int at = misfit.indexOf(WANTED);
    if (at < 0) {
      return sentence(misfit);
    }
    String found = misfit.substring("found ".length(), at);
    String wanted = misfit.substring(at + WANTED.length());
    if (found.endsWith(" characters")) {
      return "This has " + found + ". Shorten it to " + wanted + ".";
    }
    if (wanted.startsWith("at most ") || wanted.startsWith("at least ")) {
      return "These are " + found + ". Keep " + wanted + ".";
    }
    return "This says " + found + ". Write " + wanted + ".";
  }

  private static String sentence(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
  }
}
