package ponte.app.hostile;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ponte.app.alike.Core;
import ponte.app.alike.Office;
import ponte.bot.Asker;
import ponte.conversation.Audience;
import ponte.nlp.Language;

/** What somebody asks, in both languages, up to what they are answered. */
final class WordsDoor extends Reception {

  private @Nullable Office office;

  WordsDoor() {
    super("T1");
  }

  @Override
  void open(Core core, Office office) {
    this.office = office;
  }

  @Override
  int receive(byte[] input, Instant now) {
    var here = Objects.requireNonNull(office);
    var text = new String(input, StandardCharsets.UTF_8);
    for (var language : Language.values()) {
      var asker =
          new Asker(
              here.person("ada"),
              Audience.of(here.channel()),
              language,
              ZoneId.of("Europe/Rome"),
              here.channel());
      core().ponte().bot().reply(asker, text, now + "/" + language);
    }
    return 200;
  }
}
