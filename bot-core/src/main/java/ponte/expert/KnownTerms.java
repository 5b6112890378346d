package ponte.expert;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ponte.nlp.Language;
import ponte.nlp.Nlp;

/**
 * The terms of what people declare, hide, or have an opinion on, each analysed once and not at each
 * question anew.
 *
 * <p>A text has the same terms for ever, so nothing here goes stale: what somebody changes is
 * another text. Only the texts that were asked for last are kept, in memory, without whose they
 * are.
 */
final class KnownTerms {

  private static final int MOST = 5_000;

  private record Text(String topic, Language language) {}

  private final Nlp nlp;
  private final Map<Text, List<String>> last =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Text, List<String>> eldest) {
              return size() > MOST;
            }
          });

  KnownTerms(Nlp nlp) {
    this.nlp = nlp;
  }

  List<String> of(String topic, Language language) {
    var text = new Text(topic, language);
    var known = last.get(text);
    if (known == null) {
      known = List.copyOf(nlp.terms(topic, language));
      last.put(text, known);
    }
    return known;
  }
}
