package dev.knowhow.bench;

import dev.knowhow.store.BackupBeforeUpgrade;
import dev.knowhow.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/// One row on the disk before the caller goes on, by sixty-four callers at once: a commit of one's
/// own for each, as most programs do it, and the group commit of our one writer. Both with
/// `synchronous=FULL`.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2, time = 4)
@Measurement(iterations = 3, time = 4)
@Fork(1)
@Threads(64)
public class CommitBenchmark {
  private static final String INSERT = "INSERT INTO bench (id, text) VALUES (?, ?)";
  private static final String TEXT = "Thank you for your letter. ".repeat(20);

  private final AtomicLong ids = new AtomicLong();
  private final Path folder = Files.createTempDirectory("knowhow-bench-");
  private final Database database =
      Database.open(folder.resolve("ours.db").toString(), BackupBeforeUpgrade.none());
  private final Connection plain =
      DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("plain.db"));

  /// Opens two files.
  public CommitBenchmark() throws IOException, SQLException {
    String table = "CREATE TABLE bench (id BIGINT PRIMARY KEY, text TEXT)";
    database.write(handle -> handle.execute(table));
    try (Statement set = plain.createStatement()) {
      set.execute("PRAGMA journal_mode = WAL");
      set.execute("PRAGMA synchronous = FULL");
      set.execute(table);
    }
  }

  /// Our writer.
  @Benchmark
  public int groupCommit() {
    return database.write(handle -> handle.execute(INSERT, ids.incrementAndGet(), TEXT));
  }

  /// Plain JDBC, a commit for each row.
  @Benchmark
  public int commitForEach() throws SQLException {
    synchronized (plain) {
      try (PreparedStatement insert = plain.prepareStatement(INSERT)) {
        insert.setLong(1, ids.incrementAndGet());
        insert.setString(2, TEXT);
        return insert.executeUpdate();
      }
    }
  }

  /// Closes and deletes them.
  @TearDown
  public void close() throws IOException, SQLException {
    database.close();
    plain.close();
    RunLoad.delete(folder);
  }
}
