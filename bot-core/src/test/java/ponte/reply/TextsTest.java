package ponte.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.conversation.WorkspaceId;
import ponte.nlp.Language;

class TextsTest {

  private static final Pattern VALUE = Pattern.compile("\\{(\\d)");

  @Test
  void saysTheSameSituationsWithTheSameValuesInBothLanguages() throws IOException {
    var english = read("texts.properties");
    var italian = read("texts_it.properties");

    assertThat(new TreeSet<>(italian.stringPropertyNames()))
        .isEqualTo(new TreeSet<>(english.stringPropertyNames()));
    for (var situation : english.stringPropertyNames()) {
      assertThat(values(italian.getProperty(situation)))
          .as(situation)
          .isEqualTo(values(english.getProperty(situation)));
    }
  }

  @Test
  void doublesEveryApostrophe() throws IOException {
    for (var file : new String[] {"texts.properties", "texts_it.properties"}) {
      var texts = read(file);
      for (var situation : texts.stringPropertyNames()) {
        var text = texts.getProperty(situation);
        assertThat(text.replaceAll("''", "")).as(situation).doesNotContain("'");
        new MessageFormat(text, Locale.ROOT).format(new Object[] {1, 1, 1, 1});
      }
    }
  }

  @Test
  void keepsAMentionInASentenceAMention() {
    var ada = new Span.Mention(new PersonId(new WorkspaceId("T1"), "U1"));

    assertThat(Texts.in(Language.ITALIAN).rich("room.question", ada))
        .isEqualTo(RichText.of(ada, new Span.Plain(" cerca qualcuno che sappia di questo:")));
  }

  private static TreeSet<String> values(String text) {
    var values = new TreeSet<String>();
    VALUE.matcher(text).results().forEach(value -> values.add(value.group(1)));
    return values;
  }

  private static Properties read(String file) throws IOException {
    var properties = new Properties();
    try (var in =
        new InputStreamReader(
            Objects.requireNonNull(Texts.class.getResourceAsStream(file)),
            StandardCharsets.UTF_8)) {
      properties.load(in);
    }
    return properties;
  }
}
