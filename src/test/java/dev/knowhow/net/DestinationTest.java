package dev.knowhow.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.knowhow.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {

  @ParameterizedTest
  @CsvSource({
    "https://api.anthropic.com, https://api.anthropic.com",
    "HTTPS://API.OpenAI.com/v1/, https://api.openai.com/v1",
    "http://localhost:11434/v1, http://localhost:11434/v1",
    "https://api.example.com:443/v1, https://api.example.com/v1",
    "https://[2606:4700::1111]/v1, https://[2606:4700::1111]/v1",
    "http://192.168.1.20:8000, http://192.168.1.20:8000",
  })
  void readsAnOrdinaryAddress(String url, String shown) {
    assertThat(Destination.of(url)).hasToString(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0x7f.0.0.1/",
        "http://0177.0.0.1/",
        "http://127.1/",
        "http://127.0.1/",
        "http://127.0.0.01/",
        "http://127.0.0.256/",
        "http://1.2.3.4.5/",
        "http://a.0x10/",
        "http://a.1/",
        "http://127。0。0。1/",
        "http://１２７.0.0.1/",
        "http://ⓛocalhost/",
        "http://localhost./",
        "http://.localhost/",
        "http://a..b/",
        "http://-a.com/",
        "http://a_b.com/",
        "https://user@api.example.com/",
        "https://user:word@api.example.com/",
        "https://api.example.com@evil.example/",
        "https://api.example.com\\@evil.example/",
        "https://api.example.com/v1?x=1",
        "https://api.example.com/v1#x",
        "https://api.example.com/%2e%2e/admin",
        "https://api.example.com/../admin",
        "https://api.example.com//v1",
        "https://api.example.com:0/v1",
        "https://api.example.com:65536/v1",
        "https://api.example.com:/v1",
        "https://[::1%25eth0]/",
        "ftp://api.example.com/",
        "file:///etc/passwd",
        "https:api.example.com",
        "//api.example.com",
        "api.example.com",
        " https://api.example.com",
        "https://api.example.com\n",
        "https://",
        "",
      })
  void refusesAnOddSpelling(String url) {
    assertThatThrownBy(() -> Destination.of(url))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.kind()).isEqualTo(Problem.Kind.BAD_INPUT);
              assertThat(problem.hint()).isNotEmpty();
            });
  }

  @Test
  void doesNotRepeatAPasswordThatWasTypedIntoAnAddress() {
    assertThatThrownBy(() -> Destination.of("https://me:hunter2@api.example.com/"))
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void addsAPath() {
    assertThat(Destination.of("https://a.example/v1").at("messages"))
        .hasToString("https://a.example/v1/messages");
  }

  @Test
  void readsAListOfHosts() {
    assertThat(HostPort.listOf(" localhost:11434, host.docker.internal:1234 ,[::1]:80,"))
        .containsExactlyInAnyOrder(
            new HostPort("localhost", 11434),
            new HostPort("host.docker.internal", 1234),
            new HostPort("::1", 80));
    assertThat(HostPort.listOf("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "localhost:", "localhost:0", "http://localhost:1", "*:80"})
  void refusesAHostWithoutItsPort(String written) {
    assertThatThrownBy(() -> HostPort.listOf(written))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(written);
  }
}
