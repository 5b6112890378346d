package ponte.app.slack;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import ponte.nlp.Language;
import ponte.reply.Texts;

/** Says in words, in both languages, which setting is missing when the server does not start. */
final class SlackNotSetAnalyzer extends AbstractFailureAnalyzer<SlackNotSetException> {

  @Override
  protected FailureAnalysis analyze(Throwable root, SlackNotSetException cause) {
    return new FailureAnalysis(
        in(Language.ENGLISH, cause.situation()) + "\n" + in(Language.ITALIAN, cause.situation()),
        null,
        cause);
  }

  static String in(Language language, String situation) {
    return Texts.of("ponte.app.slack.texts", language).say("setting." + situation);
  }
}
