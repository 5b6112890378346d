package ponte.nlp;

import org.apache.lucene.analysis.Analyzer;

/** The terms of {@link Nlp#terms} for those who index text. */
public final class Analyzers {

  private Analyzers() {}

  /** The analyser of a language; one for everybody, safe for threads, never to be closed. */
  public static Analyzer of(Language language) {
    throw new UnsupportedOperationException();
  }
}
