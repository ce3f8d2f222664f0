package dev.knowhow.store;

import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Jdbi;

/// Makes every Jdbi of the program the same way.
final class Jdbis {
  private Jdbis() {}

  static Jdbi over(DataSource source) {
    return Jdbi.create(source);
  }

  static Jdbi over(ConnectionFactory connections) {
    return Jdbi.create(connections);
  }
}
