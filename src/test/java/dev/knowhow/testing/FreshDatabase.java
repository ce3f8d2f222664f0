package dev.knowhow.testing;

import dev.knowhow.store.Database;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives a test its database, and closes it afterwards.
final class FreshDatabase implements ParameterResolver {
  private final TestDatabase kind;

  FreshDatabase(TestDatabase kind) {
    this.kind = kind;
  }

  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    return ExtensionContextScope.TEST_METHOD;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> wanted = parameter.getParameter().getType();
    return wanted == Database.class || wanted == TestDatabase.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    if (parameter.getParameter().getType() == TestDatabase.class) {
      return kind;
    }
    return context
        .getStore(ExtensionContext.Namespace.create(FreshDatabase.class))
        .computeIfAbsent("open", _ -> new Opened(kind.fresh()), Opened.class)
        .database();
  }

  /// A database that is closed with the test.
  private record Opened(Database database) implements AutoCloseable {
    @Override
    public void close() {
      database.close();
    }
  }
}
