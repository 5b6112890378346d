package ponte.app.storage;

import java.util.Locale;
import ponte.archive.ArchiveUnavailableException;
import ponte.nlp.Language;
import ponte.opensearch.OpenSearchUnavailableException;
import ponte.reply.Texts;

/** Says to people why an archive cannot be had, and what can be done, as far as that is known. */
public final class ArchiveWords {

  private ArchiveWords() {}

  public static String of(ArchiveUnavailableException failure, Language language) {
    return failure instanceof OpenSearchUnavailableException known
        ? Texts.of("ponte.app.storage.texts", language)
            .say(
                "archive." + known.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                known.detail())
        : String.valueOf(failure.getMessage());
  }
}
