package ponte.app.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each parser on good examples, on what is left of them, on what chance makes of them, and on what
 * has hurt parsers before. The fuzzer begins with the same examples; what it found lies among them.
 */
class HostileInputTest {

  private static final int CHANGED = 6;

  /** What is written once here is tried as it is and in a long row. */
  private static final List<String> NASTY =
      List.of(
          "\0",
          "\uFEFF",
          "\u202E",
          "\uD83D",
          "a\u0301",
          "<",
          "<@",
          "*_~`",
          "```",
          "&amp;",
          "(",
          "[",
          "{\"a\":",
          "\\",
          "'",
          "\"",
          "%",
          "%00",
          "../",
          "a@",
          "-",
          "#",
          " ",
          "\n> ",
          "1.",
          "9",
          "<b>",
          "<li>",
          "a.b.",
          "http://",
          "from 3 to ",
          "dal 3 al ",
          "who knows about ",
          "è ");

  @ParameterizedTest
  @EnumSource(Target.class)
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void failsAtNothingThatComesIn(Target target) {
    var door = target.open();
    for (var input : inputs(target)) {
      try {
        door.accept(input);
      } catch (RuntimeException | Error e) {
        throw new AssertionError(target + " fails at " + shown(input), e);
      }
    }
  }

  private static List<byte[]> inputs(Target target) {
    var inputs = new ArrayList<byte[]>();
    inputs.add(new byte[0]);
    for (var nasty : NASTY) {
      inputs.add(nasty.getBytes(StandardCharsets.UTF_8));
      inputs.add(nasty.repeat(2_000).getBytes(StandardCharsets.UTF_8));
    }
    var seeds = seeds(target);
    assertThat(seeds).isNotEmpty();
    var chance = new SplittableRandom(7);
    for (var seed : seeds) {
      inputs.add(seed);
      inputs.add(Arrays.copyOf(seed, seed.length / 2));
      for (int i = 0; i < CHANGED / Math.max(1, seeds.size() / 10); i++) {
        inputs.add(changed(seed, chance));
      }
    }
    return inputs;
  }

  private static List<byte[]> seeds(Target target) {
    try (var files = Files.list(target.seeds())) {
      var seeds = new ArrayList<byte[]>();
      for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
        seeds.add(Files.readAllBytes(file));
      }
      return seeds;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A bit, a piece or a nasty thing at another place than it was. */
  private static byte[] changed(byte[] seed, SplittableRandom chance) {
    var changed = new ByteArrayOutputStream();
    int from = chance.nextInt(seed.length + 1);
    int to = Math.min(seed.length, from + chance.nextInt(1, 9));
    changed.write(seed, 0, from);
    switch (chance.nextInt(4)) {
      case 0 ->
          changed.writeBytes(
              NASTY.get(chance.nextInt(NASTY.size())).getBytes(StandardCharsets.UTF_8));
      case 1 -> changed.write(chance.nextInt(256));
      case 2 -> {
        changed.write(seed, from, to - from);
        changed.write(seed, from, to - from);
      }
      default -> {
        // The piece is left out.
      }
    }
    changed.write(seed, to, seed.length - to);
    return changed.toByteArray();
  }

  private static String shown(byte[] input) {
    var text = new String(input, StandardCharsets.UTF_8);
    return text.length() > 2_000 ? text.substring(0, 2_000) + " …" : text;
  }
}
