package dev.knowhow.web;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.standard.expression.IStandardVariableExpression;
import org.thymeleaf.standard.expression.IStandardVariableExpressionEvaluator;
import org.thymeleaf.standard.expression.StandardExpressionExecutionContext;

/// The whole expression language of our pages: a dotted path of properties, `${page.month.label}`.
///
/// The first name is a variable; each further name is a component of a record, an accessor without
/// arguments, a key of a map, or `size` and `empty` of a list. An [Optional] stands for its
/// content. There are no calls with arguments and no statics, so a page can't reach what its record
/// does not hand to it; a name that does not exist is a bug and fails the page. Thread-safe.
final class PropertyPath implements IStandardVariableExpressionEvaluator {
  private static final Pattern SHAPE = Pattern.compile("[a-zA-Z]\\w*(\\.[a-zA-Z]\\w*)*");

  private final Map<Accessor, Method> methods = new ConcurrentHashMap<>();

  private record Accessor(Class<?> type, String name) {}

  @Override
  public @Nullable Object evaluate(
      IExpressionContext context,
      IStandardVariableExpression expression,
      StandardExpressionExecutionContext execution) {
    String path = expression.getExpression();
    if (!SHAPE.matcher(path).matches()) {
      throw new IllegalArgumentException(
          "a page expression is a dotted path, found ${" + path + "}");
    }
    String[] names = path.split("\\.");
    @Nullable Object value = opened(context.getVariable(names[0]));
    for (int i = 1; i < names.length; i++) {
      if (value == null) {
        return null;
      }
      value = opened(property(value, names[i]));
    }
    return value;
  }

  private @Nullable Object property(Object owner, String name) {
    if (owner instanceof Map<?, ?> map) {
      return map.get(name);
    }
    if (owner instanceof String text && name.equals("empty")) {
      return text.isEmpty();
    }
    if (owner instanceof List<?> list) {
      return switch (name) {
        case "size" -> list.size();
        case "empty" -> list.isEmpty();
        default -> throw new IllegalArgumentException("a list has no property " + name);
      };
    }
    try {
      return methods
          .computeIfAbsent(new Accessor(owner.getClass(), name), PropertyPath::find)
          .invoke(owner);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(owner.getClass() + "." + name + " failed", e.getCause());
    }
  }

  private static Method find(Accessor accessor) {
    String name = accessor.name();
    String getter = "get" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    for (String candidate : List.of(name, getter)) {
      try {
        Method method = accessor.type().getDeclaredMethod(candidate);
        method.setAccessible(true);
        return method;
      } catch (NoSuchMethodException _) {
        // The next spelling is tried.
      }
    }
    throw new IllegalArgumentException(accessor.type() + " has no property " + name);
  }

  private static @Nullable Object opened(@Nullable Object value) {
    return value instanceof Optional<?> optional ? optional.orElse(null) : value;
  }
}
