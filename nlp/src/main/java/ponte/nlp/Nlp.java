package ponte.nlp;

import java.util.List;
import java.util.Optional;

/**
 * What text says about itself.
 *
 * <p>Cheap to make: models load when they are first needed, once. Safe for threads.
 */
public final class Nlp {

  public Nlp() {}

  /** Loads every model, for those who have time now and not later. */
  public void warmUp() {
    throw new UnsupportedOperationException();
  }

  public Optional<Language> language(String text) {
    throw new UnsupportedOperationException();
  }

  public Language language(String text, List<String> context, Language otherwise) {
    throw new UnsupportedOperationException();
  }

  public List<String> sentences(String text) {
    throw new UnsupportedOperationException();
  }

  public List<String> words(String text, Language language) {
    throw new UnsupportedOperationException();
  }

  public List<String> terms(String text, Language language) {
    throw new UnsupportedOperationException();
  }

  public QuestionSign question(String sentence, Language language) {
    throw new UnsupportedOperationException();
  }

  public List<KeyPhrase> keyPhrases(
      List<String> sentences, Language language, Rarity rarity, int limit) {
    throw new UnsupportedOperationException();
  }

  public double[] centrality(List<List<String>> sentencesAsTerms) {
    throw new UnsupportedOperationException();
  }
}
