package dev.knowhow.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;
import org.junit.jupiter.api.Test;

/// What was prepared once is used again.
class KeptStatementsTest {
  private final List<PreparedStatement> used = new ArrayList<>();

  @Test
  void theSameTextIsPreparedOnceAndEachUseHasItsOwnValues() throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      Jdbi jdbi = KeptStatements.in(Jdbi.create(new Open(connection)));
      for (int n = 1; n <= 3; n++) {
        int expected = n;
        assertThat(jdbi.<Integer, RuntimeException>withHandle(handle -> twice(handle, expected)))
            .isEqualTo(2 * n);
      }
      assertThat(used).hasSize(3);
      assertThat(used.stream().distinct()).hasSize(1);
    }
  }

  @Test
  void aStatementInsideItsOwnResultsIsAnother() throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      Jdbi jdbi = KeptStatements.in(Jdbi.create(new Open(connection)));
      jdbi.useHandle(handle ->
          handle
              .createQuery("SELECT :n * 2")
              .bind("n", 4)
              .map((row, _) -> row.getInt(1) + twice(handle, 5))
              .one());
      assertThat(jdbi.<Integer, RuntimeException>withHandle(handle -> twice(handle, 6)))
          .isEqualTo(12);
    }
  }

  private int twice(Handle handle, int n) {
    return handle
        .createQuery("SELECT :n * 2")
        .bind("n", n)
        .addCustomizer(new Noted())
        .mapTo(Integer.class)
        .one();
  }

  private record Open(Connection connection) implements ConnectionFactory {
    @Override
    public Connection openConnection() {
      return connection;
    }

    @Override
    public void closeConnection(Connection ignored) {
      // it is closed by the test
    }
  }

  private final class Noted implements StatementCustomizer {
    @Override
    public void beforeExecution(PreparedStatement statement, StatementContext context) {
      used.add(statement);
    }
  }
}
