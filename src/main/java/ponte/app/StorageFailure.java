package ponte.app;

import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import ponte.app.storage.ArchiveWords;
import ponte.archive.ArchiveUnavailableException;
import ponte.nlp.Language;
import ponte.opensearch.OpenSearchUnavailableException;
import ponte.reply.Texts;
import ponte.store.StoreUnavailableException;

/** Says in words, in both languages, why the data directory cannot be used when nothing starts. */
final class StorageFailure implements FailureAnalyzer {

  @Override
  public @Nullable FailureAnalysis analyze(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case OpenSearchUnavailableException e -> {
          return analysis(
              language -> said(language, "start.archive-unavailable", ArchiveWords.of(e, language)),
              e);
        }
        case ArchiveUnavailableException e -> {
          return unavailable(e);
        }
        case StoreUnavailableException e -> {
          return unavailable(e);
        }
        default -> {
          // Something in it may be one.
        }
      }
    }
    return null;
  }

  private static FailureAnalysis unavailable(Throwable cause) {
    return analysis(
        language -> said(language, "start.data-unavailable", String.valueOf(cause.getMessage())),
        cause);
  }

  private static FailureAnalysis analysis(Function<Language, String> words, Throwable cause) {
    return new FailureAnalysis(
        Stream.of(Language.ENGLISH, Language.ITALIAN).map(words).collect(Collectors.joining("\n")),
        null,
        cause);
  }

  private static String said(Language language, String situation, String value) {
    return Texts.of("ponte.app.texts", language).say(situation, value);
  }
}
