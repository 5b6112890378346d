package ponte.nlp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Takes out of a question what people say to ask it: that they have one, that somebody may help,
 * thanks in advance. These words tell nothing of what it is about.
 */
final class Courtesies {

  private final Language language;
  private final Map<String, List<Cue>> byFirstWord = new HashMap<>();

  private Courtesies(Language language) {
    this.language = language;
    for (var line : WordList.read(language.name().toLowerCase(Locale.ROOT) + ".courtesies.txt")) {
      var cue = Cue.parse(line);
      for (var first : cue.slots().getFirst()) {
        byFirstWord.computeIfAbsent(first, _ -> new ArrayList<>()).add(cue);
      }
    }
  }

  static Courtesies in(Language language) {
    return new Courtesies(language);
  }

  /** The text without them; as it is where nothing else is in it. */
  String without(String text) {
    var tokens = Tokens.of(text, language);
    var words = tokens.stream().map(token -> folded(token.in(text))).toList();
    var left = new StringBuilder();
    var behind = 0;
    for (var at = 0; at < words.size(); at++) {
      var length = longest(words, at);
      if (length > 0) {
        left.append(text, behind, tokens.get(at).start());
        at += length - 1;
        behind = tokens.get(at).end();
      }
    }
    left.append(text.substring(behind));
    return Terms.of(left.toString(), language).isEmpty() ? text : left.toString().strip();
  }

  private static String folded(String word) {
    var straight = Folding.fold(word.replace('\u2019', '\''));
    return straight.endsWith("'") ? straight.substring(0, straight.length() - 1) : straight;
  }

  private int longest(List<String> words, int at) {
    var longest = 0;
    for (var cue : byFirstWord.getOrDefault(words.get(at), List.of())) {
      if (cue.slots().size() > longest && cue.matches(words, at)) {
        longest = cue.slots().size();
      }
    }
    return longest;
  }
}
