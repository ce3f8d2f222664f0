package dev.knowhow.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// A released prelude never changes: journals of its flows replay for ever.
class PreludesTest {
  private static final String RELEASED =
      """
      97eafa07dde69b6564bda610db2c5d620722e4ef030a4df462b12158760c46d1  prelude-1/days.js
      2019cd7f579bb94cf42258405cf10ac77ba3b9e7cf8a19346efec2a290375d66  prelude-1/driver.js
      34c69e09022cfa7b70b09ecba88c729309b23d611ef1b92b393c70ae9dae7237  prelude-1/figures.js
      97bc6ea95b37698408cb9e65e41a3fc3dac9a8427576b67e0266b4c65b4ac246  prelude-1/formulas.js
      8c647cb02b2f12f14be7c0d511abc68a6b2a117c13f7c993e3d11c3aa9b4050e  prelude-1/lengths.js
      a469f5b5729bb3d8293d4630c16367b85a0737c5664e785f87b4c86a9c0af404  prelude-1/logic.js
      f78905414e9c6f328a8d973f1356e096ede2b1b7e818bacc65d7c184d4883011  prelude-1/numbers.js
      0c0d5ddff52c71bf228ec2de677f958c4b1b3814a5f27f881e15a1972b39fcd4  prelude-1/run.js
      43c0718eb4c4b9befb8d345257688d125051c32897123a3b2592148500338fb0  prelude-1/sentences.js
      4be7bc9ff05dc06620e05f5c0e23dbfad16cf60abd0a9fa5446a294deb17c004  prelude-1/steps.js
      8d853dd3f109e8a4e632437193efebaf8df16fb88ffd7814bce50b7a33c6bc14  prelude-1/values.js
      e64a1939fa4a28a782d914299ff8561b504b7b220dca66ec887441f85288aa93  prelude-1/words.js
      2330bcb29f65b79807ff0c01a11eab47bfbf2122510646db58e6eef7b71cf6e0  prelude-1/world.js
      """;

  @Test
  void aReleasedPreludeIsAsItWasReleased() throws NoSuchAlgorithmException {
    TreeMap<String, String> now = new TreeMap<>();
    for (String file : new TreeSet<>(Prelude.FILES.getOrDefault(1, List.of()))) {
      byte[] text = Prelude.text(file).getBytes(StandardCharsets.UTF_8);
      now.put(file, HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text)));
    }
    StringBuilder lines = new StringBuilder();
    now.forEach((file, sha) -> lines.append(sha).append("  ").append(file).append('\n'));
    assertThat(lines.toString()).isEqualTo(RELEASED);
  }

  @Test
  void thePreludesAreNumberedWithoutAGap() {
    assertThat(new TreeSet<>(Prelude.FILES.keySet()))
        .containsExactlyElementsOf(
            java.util.stream.IntStream.rangeClosed(1, Prelude.NEWEST).boxed().toList());
    assertThat(Prelude.source(Prelude.NEWEST).isInternal()).isTrue();
  }
}
