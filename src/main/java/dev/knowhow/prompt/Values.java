package dev.knowhow.prompt;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Values by dotted name, put inside each other: `found.lines` becomes the field `lines` of
/// `found`.
///
/// Where a name and a longer one that begins with it are both given, the shorter one decides.
final class Values {
  private static final class Branch {
    private final Map<String, Branch> branches = new LinkedHashMap<>();
    private @Nullable PromptValue leaf;

    PromptValue value() {
      if (leaf != null) {
        return leaf;
      }
      Map<String, PromptValue> fields = new LinkedHashMap<>();
      branches.forEach((name, branch) -> fields.put(name, branch.value()));
      return new PromptValue.Fields(fields);
    }
  }

  private Values() {}

  static PromptValue nested(Map<String, PromptValue> byDottedName) {
    Branch root = new Branch();
    new TreeMap<>(byDottedName)
        .forEach((dotted, value) -> {
          Branch branch = root;
          for (String part : dotted.split("\\.", -1)) {
            branch = branch.branches.computeIfAbsent(part, _ -> new Branch());
          }
          branch.leaf = value;
        });
    return root.value();
  }
}
