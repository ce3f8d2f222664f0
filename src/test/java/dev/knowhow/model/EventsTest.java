package dev.knowhow.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventsTest {

  private static List<String> read(InputStream in) throws IOException {
    Events events = new Events(in);
    List<String> all = new ArrayList<>();
    for (Optional<String> data = events.next(); data.isPresent(); data = events.next()) {
      all.add(data.get());
    }
    return all;
  }

  private static List<String> read(String stream) throws IOException {
    return read(new ByteArrayInputStream(stream.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void readsEventsWithEachKindOfLineEnd(String end) throws IOException {
    assertThat(
            read(
                "event: a\ndata: one\n\n: a comment\nid: 7\ndata:two\ndata:  three\n\n"
                    .replace("\n", end)))
        .containsExactly("one", "two\n three");
  }

  @Test
  void dropsAnEventThatIsNotFinished() throws IOException {
    assertThat(read("data: one\n\ndata: tw")).containsExactly("one");
    assertThat(read("data: one\n\ndata: two\n")).containsExactly("one");
  }

  @Test
  void findsNothingInSomethingElse() throws IOException {
    assertThat(read("<html>\n\n<body>\n\n")).isEmpty();
    assertThat(read("")).isEmpty();
  }

  @Test
  void joinsCharactersThatArriveInPieces() throws IOException {
    InputStream oneByOne =
        new FilterInputStream(
            new ByteArrayInputStream("data: 🦷é\r\n\r\n".getBytes(StandardCharsets.UTF_8))) {
          @Override
          public int read(byte[] buffer, int offset, int length) throws IOException {
            return super.read(buffer, offset, 1);
          }
        };
    assertThat(read(oneByOne)).containsExactly("🦷é");
  }

  @Test
  void refusesALineWithoutAnEnd() {
    byte[] endless = new byte[5_000_000];
    assertThatThrownBy(() -> read(new ByteArrayInputStream(endless)))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> read("data: xxxxxxxxxxxxxxxx\n".repeat(400_000)))
        .isInstanceOf(IOException.class);
  }
}
