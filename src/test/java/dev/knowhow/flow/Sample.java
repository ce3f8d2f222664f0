package dev.knowhow.flow;

import dev.knowhow.tool.Range;
import dev.knowhow.tool.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Some values of every type, for formulas and sentences to be tried on.
final class Sample {
  static final Map<String, Type> TYPES = types();
  static final Scope SCOPE = scope();

  /// The line of a script that reads them.
  static final String READ = read();

  static final String INPUTS =
      """
      {"amount":"1250.00","rate":"0.2","count":"3","days":"180","none":null,"none_too":null,
      "fee":null,"visit":"2026-04-12","no_date":null,"size":"4'-6\\"","no_size":null,
      "thick":"19 mm","name":"Dana Whitlock","blank":null,"kind":"not covered","paid":true,
      "unsure":null,"words":["Alpha","beta","alpha"],"empty":[],
      "lines":[
      {"tooth":"30","denied":"1250.10","kind":"bundled","seen":"2026-01-02","size":"1/2\\"",
      "parts":[{"what":"a","cost":"1.00"},{"what":"b","cost":"2.00"}]},
      {"tooth":"14","denied":"0.20","kind":"bundled","seen":"2026-03-04","size":null,"parts":[]},
      {"tooth":null,"denied":null,"kind":"other","seen":null,"size":"3'",
      "parts":[{"what":"c","cost":"3.00"}]}],
      "empty_rows":[],
      "denials":[{"name":"d.txt","text":"We can not pay $1,250.00 for the crown.","pages":[]}],
      "nested":{"inner":"5","deep":{"text":"hello","missing":null}}}
      """;

  private Sample() {}

  private static Map<String, Type> types() {
    Map<String, Type> types = new LinkedHashMap<>();
    types.put("amount", money());
    types.put("rate", number());
    types.put("count", number());
    types.put("days", number());
    types.put("none", number());
    types.put("none_too", number());
    types.put("fee", money());
    types.put("visit", date());
    types.put("no_date", date());
    types.put("size", length());
    types.put("no_size", length());
    types.put("thick", length());
    types.put("name", text());
    types.put("blank", text());
    types.put("kind", kind());
    types.put("paid", new Type.YesNo(true));
    types.put("unsure", new Type.YesNo(true));
    types.put("words", new Type.Items(500, 0, 50));
    types.put("empty", new Type.Items(500, 0, 50));
    types.put("lines", lines());
    types.put("empty_rows", rows(Map.of("cost", number())));
    types.put("denials", new Type.Documents(0, 10));
    Map<String, Type> nested = new LinkedHashMap<>();
    nested.put("inner", number());
    Map<String, Type> deep = new LinkedHashMap<>();
    deep.put("text", text());
    deep.put("missing", text());
    nested.put("deep", new Type.Fields(deep));
    types.put("nested", new Type.Fields(nested));
    return types;
  }

  private static Type lines() {
    Map<String, Type> parts = new LinkedHashMap<>();
    parts.put("what", text());
    parts.put("cost", money());
    Map<String, Type> line = new LinkedHashMap<>();
    line.put("tooth", text());
    line.put("denied", money());
    line.put("kind", kind());
    line.put("seen", date());
    line.put("size", length());
    line.put("parts", rows(parts));
    return rows(line);
  }

  private static Type rows(Map<String, Type> fields) {
    return new Type.Rows(new Type.Fields(fields), 0, 50);
  }

  private static Type text() {
    return new Type.Text(500, true);
  }

  private static Type number() {
    return new Type.Number(Range.open(), true);
  }

  private static Type money() {
    return new Type.Money(Range.open(), true);
  }

  private static Type date() {
    return new Type.Date(Range.open(), true);
  }

  private static Type length() {
    return new Type.Measure(Range.open(), true);
  }

  private static Type kind() {
    return new Type.OneOf(List.of("bundled", "not covered", "can't say", "other"), true);
  }

  private static Scope scope() {
    Scope scope = Scope.EMPTY;
    for (Map.Entry<String, Type> type : TYPES.entrySet()) {
      scope =
          scope.with(type.getKey(), Scope.Known.certain(type.getKey(), Sort.of(type.getValue())));
    }
    return scope;
  }

  private static String read() {
    List<String> names = new ArrayList<>(TYPES.keySet());
    return "const "
        + Js.object(names)
        + " = run.inputs("
        + Js.object(TypeJs.properties(TYPES))
        + ");";
  }
}
