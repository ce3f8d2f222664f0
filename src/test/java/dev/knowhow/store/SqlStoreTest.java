package dev.knowhow.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.knowhow.testing.OnBothDatabases;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
final class SqlStoreTest {
  private static final Sql INSERT = Sql.of("INSERT INTO notes (n, t, b) VALUES (:n, :t, :b)");
  private static final Sql OF = Sql.of("SELECT t FROM notes WHERE n = :n");
  private static final Sql NAMED =
      Sql.of("SELECT n FROM notes WHERE t <> 'at 10:30' AND (n = :n OR n = :n + 1) ORDER BY n");

  private final Database database;

  SqlStoreTest(Database database) {
    this.database = database;
  }

  @BeforeEach
  void makeATable() {
    database.write(
        handle -> handle.execute("CREATE TABLE notes (n BIGINT PRIMARY KEY, t TEXT, b BYTEA)"));
  }

  @Test
  void eachUseHasItsOwnValues() {
    database.write(handle -> insert(handle, 1, "one") + insert(handle, 2, null));
    assertThat(text(1)).contains("one");
    assertThat(text(2)).isEmpty();
    assertThat(text(3)).isEmpty();
  }

  @Test
  void aNameMayBeUsedTwiceAndATextMayHaveAColon() {
    database.write(handle -> insert(handle, 1, "one") + insert(handle, 2, "two"));
    List<Long> both =
        database.read(handle -> NAMED.on(handle).bind("n", 1).list(row -> row.getLong(1)));
    assertThat(both).containsExactly(1L, 2L);
  }

  @Test
  void refusesToExecuteWithAValueMissing() {
    assertThatThrownBy(() ->
            database.write(handle -> INSERT.on(handle).bind("n", 1).bind("t", "one").execute()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(text(1)).isEmpty();
  }

  @Test
  void refusesANameThatIsNotThere() {
    assertThatThrownBy(() -> database.write(handle -> OF.on(handle).bind("m", 1).number()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(":m");
  }

  @Test
  void worksAgainAfterItWasRefusedByTheDatabase() {
    database.write(handle -> insert(handle, 1, "one"));
    assertThatThrownBy(() -> database.write(handle -> insert(handle, 1, "another")))
        .hasMessageContaining("INSERT INTO notes");
    database.write(handle -> insert(handle, 2, "two"));
    assertThat(text(1)).contains("one");
    assertThat(text(2)).contains("two");
  }

  private Optional<String> text(long n) {
    return database.read(handle -> OF.on(handle).bind("n", n).first(row -> row.getString(1)));
  }

  private static int insert(Handle handle, long n, @Nullable String text) {
    return INSERT.on(handle).bind("n", n).bind("t", text).bind("b", new byte[] {1}).execute();
  }
}
