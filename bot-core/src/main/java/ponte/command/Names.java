package ponte.command;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ponte.nlp.Language;

/** What can be the name of a colleague, and what only stands where one is expected. */
final class Names {

  private static final Map<Language, Names> ALL = new EnumMap<>(Language.class);

  static {
    for (var language : Language.values()) {
      ALL.put(language, new Names(Phrasebook.of(language)));
    }
  }

  private final Pattern noBeginning;
  private final Pattern inNoName;

  private Names(Phrasebook book) {
    noBeginning = Pattern.compile(book.anyOf("no-name"));
    inNoName = Pattern.compile(book.anyOf("in-no-name"));
  }

  static Names in(Language language) {
    return Objects.requireNonNull(ALL.get(language));
  }

  /**
   * Whether the name that a phrase found in a line can be one. A capital tells names such as Lo
   * Bianco, save where every line begins with one.
   */
  boolean isOne(Written line, Matcher phrase) {
    var at = phrase.start("name");
    var first = true;
    for (var word : phrase.group("name").split(" ")) {
      var isCapital = at > 0 && Character.isUpperCase(line.text().charAt(at));
      if (!isCapital
          && (inNoName.matcher(word).matches()
              || first && noBeginning.matcher(word.split("'", 2)[0]).matches())) {
        return false;
      }
      at += word.length() + 1;
      first = false;
    }
    return true;
  }
}
