package ponte.app;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import ponte.nlp.Language;

/** Says in words, in both languages, which setting is missing when the server does not start. */
public final class NotSetAnalyzer extends AbstractFailureAnalyzer<NotSetException> {

  @Override
  protected FailureAnalysis analyze(Throwable root, NotSetException cause) {
    return new FailureAnalysis(
        cause.in(Language.ENGLISH) + "\n" + cause.in(Language.ITALIAN), null, cause);
  }
}
