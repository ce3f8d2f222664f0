package dev.knowhow.run;

import dev.knowhow.store.Blobs;
import dev.knowhow.store.Sql;
import dev.knowhow.value.Value;
import dev.knowhow.value.ValueJson;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The entries of the runs' journals. Every method works inside the caller's transaction.
final class JournalStore {
  private static final Sql ASKED =
      Sql.of(
          """
          INSERT INTO journal (run_id, number, name, step, lane, attempt, arguments_sha, prompt, asked_at,
            kept)
          VALUES (:runId, :number, :name, :step, :lane, :attempt, :argumentsSha, :prompt, :askedAt,
            :kept)
          ON CONFLICT (run_id, number) DO NOTHING
          """);
  private static final Sql ANSWERED =
      Sql.of(
          """
          UPDATE journal SET arrival = :arrival, answer = :answer, answer_text = :text,
            answered_by = :by, answered_at = :at, seal = :seal
          WHERE run_id = :runId AND number = :number AND arrival IS NULL
          """);
  private static final Sql ALL =
      Sql.of(
          """
          SELECT run_id, number, name, step, lane, attempt, arguments_sha, prompt, asked_at, arrival,
            answer, answer_text, answered_by, answered_at, kept, seal
          FROM journal WHERE run_id = :runId ORDER BY number
          """);
  private static final Sql AFTER =
      Sql.of(
          """
          SELECT run_id, number, name, step, lane, attempt, arguments_sha, prompt, asked_at, arrival,
            answer, answer_text, answered_by, answered_at, kept, seal
          FROM journal WHERE run_id = :runId AND arrival > :after ORDER BY arrival
          """);

  private static final Sql STEP =
      Sql.of("SELECT step FROM journal WHERE run_id = :runId AND number = :number");
  private static final Sql ARGUMENTS =
      Sql.of("SELECT arguments_sha FROM journal WHERE run_id = :runId AND number = :number");

  /// One entry.
  ///
  /// @param prompt the manifest of the prompt's segments, for an ask
  /// @param arrival the place in the order of answers, counted from 1; empty while it is awaited
  /// @param answerText the answer as the model gave it
  /// @param answeredBy who answered and at what cost, as [Answerer] writes it
  /// @param kept whether the answer was taken over from another run
  /// @param seal the hash of all that was answered; empty in entries that are older than seals
  record Entry(
      String runId,
      int number,
      String name,
      String step,
      String lane,
      int attempt,
      String argumentsSha,
      Optional<Value> prompt,
      Instant askedAt,
      Optional<Long> arrival,
      Optional<Value> answer,
      String answerText,
      String answeredBy,
      Optional<Instant> answeredAt,
      boolean kept,
      String seal) {

    /// An entry for a call that is about to be performed.
    static Entry asked(
        String runId, JournalCall call, Optional<Value> prompt, Instant now, boolean kept) {
      return new Entry(
          runId,
          call.number(),
          call.name(),
          call.step(),
          call.lane(),
          call.attempt(),
          call.argumentsSha(),
          prompt,
          now,
          Optional.empty(),
          Optional.empty(),
          "",
          "",
          Optional.empty(),
          kept,
          "");
    }

    /// Whether what was answered is as it was written.
    boolean isWhole() {
      return seal.isEmpty()
          || seal.equals(
              new Answered(
                      runId,
                      number,
                      argumentsSha,
                      arrival.orElse(0L),
                      answer.map(ValueJson::print).orElse(""),
                      answerText,
                      answeredBy)
                  .seal());
    }
  }

  /// An answer as it is written beside its call.
  record Answered(
      String runId,
      int number,
      String argumentsSha,
      long arrival,
      String answer,
      String text,
      String by) {

    /// The hash of all of it.
    String seal() {
      String all =
          String.join(
              "\n",
              runId,
              Integer.toString(number),
              argumentsSha,
              Long.toString(arrival),
              Integer.toString(answer.length()),
              answer,
              Integer.toString(text.length()),
              text,
              by);
      return Blobs.sha256(all.getBytes(StandardCharsets.UTF_8));
    }
  }

  /// What identifies a call in a journal.
  record JournalCall(
      int number, String name, String step, String lane, int attempt, String argumentsSha) {}

  /// Writes the entry of a call, and says whether there was none yet.
  boolean asked(Handle handle, Entry entry) {
    return ASKED
            .on(handle)
            .bind("runId", entry.runId())
            .bind("number", entry.number())
            .bind("name", entry.name())
            .bind("step", entry.step())
            .bind("lane", entry.lane())
            .bind("attempt", entry.attempt())
            .bind("argumentsSha", entry.argumentsSha())
            .bind("prompt", entry.prompt().map(ValueJson::print).orElse(null))
            .bind("askedAt", entry.askedAt().toEpochMilli())
            .bind("kept", entry.kept() ? 1 : 0)
            .execute()
        == 1;
  }

  /// Writes the answer of an entry that has none.
  ///
  /// @throws IllegalStateException when it has one, which would mean that it was paid for twice
  void answered(Handle handle, Answered answered, Instant now) {
    int rows =
        ANSWERED
            .on(handle)
            .bind("runId", answered.runId())
            .bind("number", answered.number())
            .bind("arrival", answered.arrival())
            .bind("answer", answered.answer())
            .bind("text", answered.text())
            .bind("by", answered.by())
            .bind("at", now.toEpochMilli())
            .bind("seal", answered.seal())
            .execute();
    if (rows != 1) {
      throw new IllegalStateException(
          "entry "
              + answered.number()
              + " of run "
              + answered.runId()
              + " is missing or has an answer");
    }
  }

  /// The step that made a call; empty where there is no such call.
  Optional<String> stepOf(Handle handle, String runId, int number) {
    return STEP.on(handle)
        .bind("runId", runId)
        .bind("number", number)
        .first(row -> row.getString(1));
  }

  /// The hash of the arguments with which a call was entered; empty if it was not.
  Optional<String> argumentsOf(Handle handle, String runId, int number) {
    return ARGUMENTS
        .on(handle)
        .bind("runId", runId)
        .bind("number", number)
        .first(row -> row.getString(1));
  }

  List<Entry> of(Handle handle, String runId) {
    return ALL.on(handle).bind("runId", runId).list(row -> read(row));
  }

  /// The answered entries after a place in the order of answers, in that order.
  List<Entry> after(Handle handle, String runId, long place) {
    return AFTER.on(handle).bind("runId", runId).bind("after", place).list(row -> read(row));
  }

  private static Entry read(ResultSet row) throws SQLException {
    long arrival = row.getLong("arrival");
    Optional<Long> arrived = row.wasNull() ? Optional.empty() : Optional.of(arrival);
    long answeredAt = row.getLong("answered_at");
    Optional<Instant> answered =
        row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(answeredAt));
    return new Entry(
        row.getString("run_id"),
        row.getInt("number"),
        row.getString("name"),
        row.getString("step"),
        row.getString("lane"),
        row.getInt("attempt"),
        row.getString("arguments_sha"),
        Optional.ofNullable(row.getString("prompt")).map(ValueJson::parse),
        Instant.ofEpochMilli(row.getLong("asked_at")),
        arrived,
        Optional.ofNullable(row.getString("answer")).map(ValueJson::parse),
        Optional.ofNullable(row.getString("answer_text")).orElse(""),
        Optional.ofNullable(row.getString("answered_by")).orElse(""),
        answered,
        row.getInt("kept") == 1,
        Optional.ofNullable(row.getString("seal")).orElse(""));
  }
}
