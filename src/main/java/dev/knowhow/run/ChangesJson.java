package dev.knowhow.run;

import dev.knowhow.value.Tier;
import dev.knowhow.value.Value;
import dev.knowhow.value.ValueJson;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The changes of a run that was made from another one, as they are kept in its row.
final class ChangesJson {
  private ChangesJson() {}

  static String write(Changes changes, Set<String> anew) {
    Map<String, Value> tiers = new LinkedHashMap<>();
    changes.tiers().forEach((step, tier) -> tiers.put(step, Value.text(tier.words())));
    Map<String, Value> prompts = new LinkedHashMap<>();
    changes.prompts().forEach((step, text) -> prompts.put(step, Value.text(text)));
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("tiers", Value.fields(tiers));
    fields.put("prompts", Value.fields(prompts));
    fields.put("anew", Value.items(anew.stream().sorted().map(Value::text).toList()));
    return ValueJson.print(Value.fields(fields));
  }

  static Set<String> anew(@Nullable String json) {
    return json != null && ValueJson.parse(json) instanceof Value.Fields fields
        ? Set.copyOf(FlowCalls.texts(fields.get("anew")))
        : Set.of();
  }

  static Changes changes(@Nullable String json) {
    if (json == null || !(ValueJson.parse(json) instanceof Value.Fields fields)) {
      return Changes.NONE;
    }
    Map<String, Tier> tiers = new TreeMap<>();
    texts(fields.get("tiers"))
        .forEach((step, tier) -> tiers.put(step, Tier.valueOf(tier.toUpperCase(Locale.ROOT))));
    return new Changes(tiers, texts(fields.get("prompts")));
  }

  private static Map<String, String> texts(Value value) {
    Map<String, String> texts = new TreeMap<>();
    if (value instanceof Value.Fields(Map<String, Value> fields)) {
      fields.forEach((name, text) -> texts.put(name, text.textOrEmpty()));
    }
    return texts;
  }
}
