package ponte.expert;

import java.text.Normalizer;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import ponte.conversation.PersonId;
import ponte.directory.Directory;

/**
 * Those whose profile names a team: its words come up together in the department or in the title,
 * whatever their case and accents. Nothing else tells who is in one.
 */
final class Members {

  private static final Pattern ACCENTS = Pattern.compile("\\p{M}");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}&]+");

  private final Directory directory;
  private final List<String> team;

  Members(String team, Directory directory) {
    this.directory = directory;
    this.team = words(team);
  }

  /** Whether this is one of them, by any of their accounts. */
  boolean has(PersonId person) {
    return directory.accounts(person).stream()
        .flatMap(account -> directory.person(account).stream())
        .anyMatch(account -> names(account.department()) || names(account.title()));
  }

  private boolean names(String said) {
    return Collections.indexOfSubList(words(said), team) >= 0;
  }

  private static List<String> words(String said) {
    var plain = ACCENTS.matcher(Normalizer.normalize(said, Normalizer.Form.NFD)).replaceAll("");
    return BETWEEN_WORDS
        .splitAsStream(plain.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
