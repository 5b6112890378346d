package ponte.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.command.Command.Period;
import ponte.conversation.MessageId;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.nlp.Language;
import ponte.reply.Block;

/** What a digest quotes follows from what was said, not from who reads it. */
@BesideOthers
class DigestReadersTest {

  @Test
  void quotesTheSameMessagesInTheSameOrderWhateverLanguageTheReaderSpeaks(@TempDir Path data) {
    try (var ponte = Demo.loaded(Demo.export(), data)) {
      for (var channel : ponte.directory().channels(ponte.directory().everybody())) {
        for (var period : weeks().toList()) {
          var wish = new Command.Digest(channel.name(), period);

          assertThat(quoted(ponte, wish, Language.ITALIAN))
              .as(wish.toString())
              .isEqualTo(quoted(ponte, wish, Language.ENGLISH));
        }
      }
    }
  }

  private static Stream<Period> weeks() {
    return LocalDate.of(2026, 8, 27)
        .datesUntil(LocalDate.of(2026, 11, 20), java.time.Period.ofWeeks(1))
        .map(first -> new Period.Dates(first, first.plusDays(6)));
  }

  private static List<MessageId> quoted(Replica ponte, Command wish, Language language) {
    var reader = new Asker(null, ponte.directory().everybody(), language, ZoneOffset.UTC);
    return ponte.bot().reply(reader, wish, wish + "/" + language).reply().blocks().stream()
        .flatMap(
            block -> block instanceof Block.Listing(_, var items) ? items.stream() : Stream.empty())
        .flatMap(item -> Stream.concat(item.lines().stream(), Stream.of(item.small())))
        .flatMap(DigestReadersTest::links)
        .toList();
  }

  private static Stream<MessageId> links(RichText text) {
    return text.spans().stream()
        .flatMap(
            span ->
                span instanceof Span.MessageLink(var message, _)
                    ? Stream.of(message)
                    : Stream.empty());
  }
}
