package ponte.unnamed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.directory.Directory;

/** The words by which somebody would be known: their name and each part of it, handle, address. */
record OwnName(List<Pattern> words) {

  /** Shorter parts of a name, such as an initial, are words of any text. */
  private static final int SHORTEST = 3;

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  OwnName {
    words = List.copyOf(words);
  }

  static OwnName of(PersonId person, Directory directory) {
    var words = new ArrayList<Pattern>();
    for (var account : directory.accounts(person)) {
      words.add(word(account.value()));
      directory.person(account).ifPresent(known -> add(known, words));
    }
    return new OwnName(words);
  }

  private static void add(Person person, List<Pattern> words) {
    words.add(word(person.handle()));
    for (var part : person.name().split("[^\\p{L}\\p{M}\\p{N}'’-]+")) {
      if (part.length() >= SHORTEST) {
        words.add(word(part));
      }
    }
    var email = person.email();
    if (email != null) {
      words.add(word(email.toLowerCase(Locale.ROOT)));
    }
  }

  private static Pattern word(String word) {
    return Pattern.compile(
        "(?<![\\p{L}\\p{M}\\p{N}])" + Pattern.quote(word) + "(?![\\p{L}\\p{M}\\p{N}])", FLAGS);
  }

  boolean isIn(String text) {
    return words.stream().anyMatch(word -> word.matcher(text).find());
  }
}
