package ponte.community;

import java.util.HashSet;
import java.util.Set;
import ponte.directory.Directory;
import ponte.nlp.Language;
import ponte.nlp.Nlp;

/** The terms of people's names: people are no topics. */
public final class NameTerms {

  private NameTerms() {}

  /** Those of everybody, in each language. */
  public static Set<String> of(Directory directory, Nlp nlp) {
    var names = new HashSet<String>();
    for (var person : directory.people()) {
      for (var word : person.name().split("[\\s._-]+")) {
        for (var language : Language.values()) {
          names.addAll(nlp.terms(word, language));
        }
      }
    }
    return names;
  }
}
