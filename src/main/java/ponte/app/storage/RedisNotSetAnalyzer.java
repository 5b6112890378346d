package ponte.app.storage;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import ponte.nlp.Language;

/** Says in words, in both languages, which setting of Redis is wrong when nothing starts. */
final class RedisNotSetAnalyzer extends AbstractFailureAnalyzer<RedisNotSetException> {

  @Override
  protected FailureAnalysis analyze(Throwable root, RedisNotSetException cause) {
    return new FailureAnalysis(
        cause.in(Language.ENGLISH) + "\n" + cause.in(Language.ITALIAN), null, cause);
  }
}
