package dev.knowhow.flow;

import dev.knowhow.tool.Type;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What sort of thing a formula works with; a [Type] without its limits.
sealed interface Sort {

  /// What it is called in messages, with its article.
  String words();

  /// Some text; `options` are all it can be, and empty where it can be anything.
  record Text(List<String> options) implements Sort {
    /// Copies the options.
    public Text {
      options = List.copyOf(options);
    }

    @Override
    public String words() {
      return "a text";
    }
  }

  /// A decimal number.
  record Number() implements Sort {
    @Override
    public String words() {
      return "a number";
    }
  }

  /// An amount of money.
  record Money() implements Sort {
    @Override
    public String words() {
      return "an amount of money";
    }
  }

  /// A day.
  record Date() implements Sort {
    @Override
    public String words() {
      return "a date";
    }
  }

  /// A length.
  record Length() implements Sort {
    @Override
    public String words() {
      return "a length";
    }
  }

  /// A yes or a no.
  record YesNo() implements Sort {
    @Override
    public String words() {
      return "a yes or no";
    }
  }

  /// A document's text.
  record Document() implements Sort {
    @Override
    public String words() {
      return "a document";
    }
  }

  /// A list; of [Fields] it is a table.
  record Items(Sort each) implements Sort {
    @Override
    public String words() {
      return each instanceof Fields ? "a table" : "a list";
    }
  }

  /// Named fields.
  record Fields(Map<String, Sort> fields) implements Sort {
    /// Copies the map in its order.
    public Fields {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    @Override
    public String words() {
      return "a row with fields";
    }
  }

  /// What a faulty formula comes to, so that one fault is said once.
  record Wrong() implements Sort {
    @Override
    public String words() {
      return "something unknown";
    }
  }

  /// Any text.
  Sort TEXT = new Text(List.of());

  /// A passage of knowledge.
  Sort PASSAGES = new Items(texts("text", "title", "heading", "source"));

  /// Fields that are all texts.
  private static Fields texts(String... names) {
    Map<String, Sort> fields = new LinkedHashMap<>();
    for (String name : names) {
      fields.put(name, TEXT);
    }
    return new Fields(fields);
  }

  /// The sort of a declared type.
  static Sort of(Type type) {
    return switch (type) {
      case Type.Text _, Type.Paragraph _ -> TEXT;
      case Type.Number _ -> new Number();
      case Type.Money _ -> new Money();
      case Type.Date _ -> new Date();
      case Type.Measure _ -> new Length();
      case Type.YesNo _ -> new YesNo();
      case Type.OneOf(List<String> options, _) -> new Text(options);
      case Type.Items _ -> new Items(TEXT);
      case Type.Rows(Type.Fields row, _, _) -> new Items(of(row));
      case Type.Fields(Map<String, Type> fields) -> {
        Map<String, Sort> sorts = new LinkedHashMap<>();
        fields.forEach((name, each) -> sorts.put(name, of(each)));
        yield new Fields(sorts);
      }
      case Type.Document _ -> new Document();
      case Type.Documents _ -> new Items(new Document());
    };
  }
}
