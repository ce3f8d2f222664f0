package dev.knowhow.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.ExpressionContext;
import org.thymeleaf.standard.expression.IStandardVariableExpression;
import org.thymeleaf.standard.expression.StandardExpressionExecutionContext;

/// What a page may say to its record.
final class PropertyPathTest {
  private record Inner(List<String> names, Optional<String> note) {}

  private record Outer(Inner inner, Map<String, String> words) {}

  private static final Outer PAGE =
      new Outer(new Inner(List.of("a", "b"), Optional.empty()), Map.of("key", "value"));

  private static @Nullable Object value(String path) {
    IStandardVariableExpression expression =
        new IStandardVariableExpression() {
          @Override
          public String getExpression() {
            return path;
          }

          @Override
          public boolean getUseSelectionAsRoot() {
            return false;
          }
        };
    ExpressionContext context =
        new ExpressionContext(
            new TemplateEngine().getConfiguration(), Locale.US, Map.of("page", PAGE));
    return new PropertyPath()
        .evaluate(context, expression, StandardExpressionExecutionContext.NORMAL);
  }

  @Test
  void readsRecordsMapsAndLists() {
    assertThat(value("page.inner.names.size")).isEqualTo(2);
    assertThat(value("page.words.key")).isEqualTo("value");
  }

  @Test
  void anEmptyOptionalIsNothing() {
    assertThat(value("page.inner.note")).isNull();
  }

  @Test
  void aNameThatDoesNotExistFailsThePage() {
    assertThatThrownBy(() -> value("page.inner.nmaes")).hasMessageContaining("no property nmaes");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "page.inner()",
        "T(java.lang.Runtime)",
        "page['inner']",
        "page.inner + 1",
        "@x@y",
        "#page",
        "page.getClass().forName('x')",
        ""
      })
  void everythingButAPathIsRefused(String expression) {
    assertThatThrownBy(() -> value(expression)).isInstanceOf(IllegalArgumentException.class);
  }
}
