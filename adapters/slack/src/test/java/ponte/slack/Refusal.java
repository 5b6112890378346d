package ponte.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import ponte.nlp.Language;
import ponte.platform.SourceUnreadableException;
import ponte.reply.Texts;

/** Small limits to run into, and what a refused export is told. */
final class Refusal {

  static final String MESSAGE =
      "{\"type\": \"message\", \"user\": \"U061A3E0G\", \"text\": \"hi\", \"ts\":"
          + " \"1433558696.000004\"}";

  static final Limits SMALL = new Limits(10, 20_000, 50_000, 20, 5_000, 4_000, 2_000, 20, 5);

  private Refusal() {}

  /** The files of an export of one message, and one more or another one. */
  static Map<String, String> with(String name, String content) {
    var files = Exports.of(MESSAGE);
    files.put(name, content);
    return files;
  }

  /** Holds if the export is refused for this reason, and both languages have the words for it. */
  static void assertRefused(Path export, String reason, String... details) {
    assertRefused(export, Limits.DEFAULT, reason, details);
  }

  static void assertRefused(Path export, Limits limits, String reason, String... details) {
    assertThatThrownBy(() -> SlackExport.open(export, limits).close())
        .isInstanceOfSatisfying(
            SourceUnreadableException.class,
            refused -> {
              assertThat(refused.situation()).isEqualTo("import." + reason);
              assertThat(refused.details()).containsExactly((Object[]) details);
              for (var language : Language.values()) {
                assertThat(Texts.in(language).say(refused.situation(), refused.details()))
                    .contains(details)
                    .doesNotContain("{");
              }
            });
  }
}
