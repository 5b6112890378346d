package ponte.nlp;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes out of a question what people say to ask it: that they have one, that somebody may help,
 * thanks in advance; and the parts of it that greet, wish, excuse or thank and say nothing else.
 * These words tell nothing of what it is about.
 */
final class Courtesies {

  private static final Pattern STOP = Pattern.compile("[.,;:!?…()\\n–—]");

  private static final Pattern STOPS_BEFORE = Pattern.compile("^[\\s.,;:!?]+");

  private final Language language;
  private final Map<String, List<Cue>> byFirstWord = new HashMap<>();
  private final Set<String> pleasantries;

  private Courtesies(Language language) {
    this.language = language;
    var name = language.name().toLowerCase(Locale.ROOT);
    for (var line : WordList.read(name + ".courtesies.txt")) {
      var cue = Cue.parse(line);
      for (var first : cue.slots().getFirst()) {
        byFirstWord.computeIfAbsent(first, _ -> new ArrayList<>()).add(cue);
      }
    }
    pleasantries =
        WordList.read(name + ".pleasantries.txt").stream()
            .map(Folding::fold)
            .collect(Collectors.toUnmodifiableSet());
  }

  static Courtesies in(Language language) {
    return new Courtesies(language);
  }

  /** The text without them; as it is where nothing else is in it. */
  String without(String text) {
    var tokens = Tokens.of(text, language);
    var words = tokens.stream().map(token -> folded(token.in(text))).toList();
    var courteous = cues(words);
    for (var from = 0; from < words.size(); ) {
      var until = end(text, tokens, from);
      if (isPleasant(words, from, until, courteous)) {
        courteous.set(from, until);
      }
      from = until;
    }
    var left = new StringBuilder();
    var behind = 0;
    for (var at = courteous.nextSetBit(0); at >= 0; at = courteous.nextSetBit(at)) {
      var last = courteous.nextClearBit(at) - 1;
      left.append(text, behind, tokens.get(at).start());
      behind = tokens.get(last).end();
      at = last + 1;
    }
    left.append(text.substring(behind));
    var subject = STOPS_BEFORE.matcher(left).replaceFirst("").strip();
    return Terms.of(subject, language).isEmpty() ? text : subject;
  }

  private BitSet cues(List<String> words) {
    var cues = new BitSet();
    for (var at = 0; at < words.size(); at++) {
      var length = longest(words, at);
      if (length > 0) {
        cues.set(at, at + length);
        at += length - 1;
      }
    }
    return cues;
  }

  /** Behind the last word before the next stop. */
  private static int end(String text, List<Tokens.Token> tokens, int from) {
    var until = from + 1;
    while (until < tokens.size()
        && !STOP.matcher(text.substring(tokens.get(until - 1).end(), tokens.get(until).start()))
            .find()) {
      until++;
    }
    return until;
  }

  /** Whether some of these words are courteous and no other tells anything. */
  private boolean isPleasant(List<String> words, int from, int until, BitSet courteous) {
    var some = false;
    for (var at = from; at < until; at++) {
      var word = words.get(at);
      if (courteous.get(at) || pleasantries.contains(word)) {
        some = true;
      } else if (!Terms.of(word, language).isEmpty()) {
        return false;
      }
    }
    return some;
  }

  /** Whether it is a word with which people greet, wish, excuse or thank. */
  boolean isPleasantry(String word) {
    return pleasantries.contains(folded(word));
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
