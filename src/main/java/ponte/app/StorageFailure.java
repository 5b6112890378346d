package ponte.app;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import ponte.archive.ArchiveUnavailableException;
import ponte.nlp.Language;
import ponte.reply.Texts;
import ponte.store.StoreUnavailableException;

/** Says in words, in both languages, why the data directory cannot be used when nothing starts. */
final class StorageFailure implements FailureAnalyzer {

  @Override
  public @Nullable FailureAnalysis analyze(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof StoreUnavailableException
          || cause instanceof ArchiveUnavailableException) {
        return new FailureAnalysis(words(cause), null, cause);
      }
    }
    return null;
  }

  private static String words(Throwable cause) {
    return Stream.of(Language.ENGLISH, Language.ITALIAN)
        .map(language -> Texts.of("ponte.app.texts", language))
        .map(texts -> texts.say("start.data-unavailable", String.valueOf(cause.getMessage())))
        .collect(Collectors.joining("\n"));
  }
}
