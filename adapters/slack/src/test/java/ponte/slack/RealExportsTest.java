package ponte.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ponte.conversation.Event;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;

/** Whole workspaces that lie beside the repository; what they hold is counted in their READMEs. */
class RealExportsTest {

  private static final Path DATA = Path.of("../../../shared/data");

  @ParameterizedTest
  @CsvSource({
    "slack-exports/racket-2017.zip, 1, 6757, 85",
    "slack-exports/racket-2018.zip, 1, 9709, 144",
    "slack-exports/racket-2019.zip, 1, 5706, 106",
    "slack-exports/elmlang-2019.zip, 1, 14510, 618",
    "slack-exports/merged-2019.zip, 2, 20216, 724",
    "slack-exports/ncar.zip, 31, 6600, 169",
    "slack-exports/ncar-threaded.zip, 31, 6600, 169",
    "italian/kiparla-bologna.zip, 5, 23800, 106"
  })
  void losesNoMessage(String file, int channels, int messages, int writers) {
    var path = DATA.resolve(file);
    assumeTrue(Files.exists(path), "no shared data beside the repository");

    try (var export = SlackExport.open(path, Limits.DEFAULT)) {
      var read = new HashSet<MessageId>();
      var authors = new HashSet<PersonId>();
      for (var channel : export.channels()) {
        export.history(
            channel.id(),
            events -> {
              for (var event : events) {
                var message = ((Event.Talk.Posted) event).content();
                assertThat(message.isTalk()).isTrue();
                read.add(message.id());
                authors.add(message.author());
              }
            });
      }

      assertThat(export.channels()).hasSize(channels);
      assertThat(export.messages()).isEqualTo(messages);
      assertThat(read).hasSize(messages);
      assertThat(authors).hasSize(writers);
      assertThat(export.people()).extracting(person -> person.id()).containsAll(authors);
    }
  }
}
