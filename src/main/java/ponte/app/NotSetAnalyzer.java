package ponte.app;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import ponte.nlp.Language;
import ponte.reply.Texts;

/** Says in words, in both languages, which setting is missing when the server does not start. */
public final class NotSetAnalyzer extends AbstractFailureAnalyzer<NotSetException> {

  @Override
  protected FailureAnalysis analyze(Throwable root, NotSetException cause) {
    return new FailureAnalysis(
        in(Language.ENGLISH, cause) + "\n" + in(Language.ITALIAN, cause), null, cause);
  }

  /** What is missing, in words. */
  public static String in(Language language, NotSetException cause) {
    return Texts.of(cause.bundle(), language).say("setting." + cause.situation());
  }
}
