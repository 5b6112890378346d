package ponte.community.channels;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ponte.expert.OwnTopics;
import ponte.nlp.Language;
import ponte.nlp.Nlp;

/**
 * What tells a channel from the others that somebody may open: terms that several people say in it
 * and that few other channels have.
 */
final class Telling {

  /** What fewer people say is theirs, not the channel's. */
  private static final int SEVERAL = 3;

  private static final int LETTERS = 3;

  private final Nlp nlp;
  private final Set<String> names;
  private final Map<String, Integer> channels = new HashMap<>();
  private final int all;

  /**
   * @param names terms that name people
   */
  Telling(Nlp nlp, Set<String> names, Collection<Spoken> all) {
    this.nlp = nlp;
    this.names = names;
    this.all = all.size();
    all.forEach(
        spoken ->
            spoken.speakers().keySet().forEach(term -> channels.merge(term, 1, Integer::sum)));
  }

  /** How much a term tells of a channel; 0: nothing. */
  double weight(Spoken spoken, String term) {
    var said = spoken.speakers(term);
    return said < SEVERAL || names.contains(term)
        ? 0
        : said * Math.log((all + 1.0) / channels.getOrDefault(term, 0));
  }

  /** The terms that tell most, of some. */
  private List<String> terms(Spoken spoken, Collection<String> some) {
    return some.stream()
        .filter(term -> weight(spoken, term) > 0)
        .sorted(
            Comparator.comparingDouble((String term) -> -weight(spoken, term))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  /** The words that tell most of a channel, the most telling first. */
  List<String> words(Spoken spoken, int limit) {
    return words(spoken, spoken.speakers().keySet(), limit);
  }

  /** The same of some terms alone. */
  List<String> words(Spoken spoken, Collection<String> some, int limit) {
    return terms(spoken, some).stream()
        .limit(5L * limit)
        .flatMap(term -> word(term, spoken).stream())
        .distinct()
        .limit(limit)
        .toList();
  }

  /** A term as it was written, where it names something in most of the lines. */
  private Optional<String> word(String term, Spoken spoken) {
    var lines = spoken.lines().getOrDefault(term, List.of());
    var words = lines.stream().flatMap(line -> noun(term, line).stream()).toList();
    return 2 * words.size() > lines.size() ? words.stream().findFirst() : Optional.empty();
  }

  private Optional<String> noun(String term, String line) {
    var language = nlp.language(line).orElse(Language.ENGLISH);
    return nlp.sentences(line).stream()
        .flatMap(sentence -> nlp.nounGroups(sentence, language).stream())
        .flatMap(group -> nlp.words(group.text(), language).stream())
        .filter(word -> nlp.terms(word, language).contains(term))
        .filter(word -> word.chars().filter(Character::isLetter).count() >= LETTERS)
        .filter(word -> !OwnTopics.isDate(word))
        .map(word -> word.toLowerCase(Locale.ROOT))
        .findFirst();
  }
}
