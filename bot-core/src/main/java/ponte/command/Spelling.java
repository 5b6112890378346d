package ponte.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;
import ponte.conversation.ChannelNames;
import ponte.nlp.Language;

/** What somebody who mistyped may have meant. */
final class Spelling {

  private static final Pattern WORD = Pattern.compile("[a-z']{3,}");
  private static final int WORDS_LOOKED_AT = 8;
  private static final int MOST_NEAR = 3;

  /** Where most commands have their own words. */
  private final Set<String> known = new TreeSet<>();

  /** Where they make a question of what would be a wish: never is not ever. */
  private final Set<String> telling = new TreeSet<>();

  /** With which people say when. */
  private final Set<String> ofDays = new TreeSet<>();

  Spelling() {
    for (var language : Language.values()) {
      ofDays.addAll(
          Phrasebook.of(language)
              .words(
                  "period-yesterday",
                  "period-today",
                  "period-this-week",
                  "period-last-week",
                  "period-last-month",
                  "period-this-month",
                  "period-weekend",
                  "period-days",
                  "period-weeks",
                  "period-months",
                  "period-between",
                  "period-since"));
      new Days(language).names().stream().filter(name -> name.length() >= 3).forEach(ofDays::add);
      known.addAll(
          Phrasebook.of(language)
              .words("who-knows", "digest", "digest-somewhere", "help", "article", "nothing"));
      telling.addAll(
          Phrasebook.of(language)
              .words(
                  "clause",
                  "no-topic",
                  "no-name",
                  "in-no-name",
                  "who-knows-freely",
                  "expert-in",
                  "no-subject",
                  "in-no-subject",
                  "team",
                  "departments",
                  "who-closer"));
    }
  }

  /**
   * The names that are near to one.
   *
   * @param near the likeliest first, as the channels are written; empty where none is near
   * @param exact whether it is one of them, whatever its case, or the end of one alone
   */
  record Names(List<String> near, boolean exact) {
    Names {
      near = List.copyOf(near);
    }
  }

  Names nearest(String typed, List<String> names) {
    var folded = Written.of(typed).folded().replaceFirst("^#", "");
    for (var name : names) {
      if (Written.of(name).folded().equals(folded)) {
        return new Names(List.of(name), true);
      }
    }
    var meant = ChannelNames.meant(folded, names);
    return meant.isEmpty()
        ? new Names(SimilarNames.to(typed, names, MOST_NEAR), false)
        : new Names(meant.stream().limit(MOST_NEAR).toList(), meant.size() == 1);
  }

  /** The line with words that are no word of any command replaced by the nearest that are. */
  List<Written> corrections(Written line) {
    return corrections(line, known);
  }

  /** The same with the words with which people say when. */
  List<Written> ofDays(Written line) {
    return corrections(line, ofDays);
  }

  private List<Written> corrections(Written line, Set<String> among) {
    var bare = line.bare();
    var singles = new ArrayList<String>();
    var all = new StringBuilder(bare.text());
    var moved = 0;
    for (var word : words(bare)) {
      var nearest = nearestWords(word.group(), among);
      for (var other : nearest) {
        singles.add(replaced(bare.text(), word.start(), word.end(), other));
      }
      if (!nearest.isEmpty()) {
        all.replace(word.start() + moved, word.end() + moved, nearest.getFirst());
        moved += nearest.getFirst().length() - word.group().length();
      }
    }
    if (!singles.isEmpty()) {
      singles.add(all.toString());
    }
    var end = line.isAsked() ? "?" : "";
    return singles.stream().distinct().map(each -> Written.of(each + end)).toList();
  }

  private static List<MatchResult> words(Written line) {
    return WORD.matcher(line.folded()).results().limit(WORDS_LOOKED_AT).toList();
  }

  private static String replaced(String text, int from, int until, String by) {
    return text.substring(0, from) + by + text.substring(until);
  }

  private List<String> nearestWords(String word, Set<String> among) {
    if (among.contains(word) || telling.contains(word)) {
      return List.of();
    }
    var near = new ArrayList<String>();
    for (var mistakes = 1; mistakes <= mistakesIn(word) && near.isEmpty(); mistakes++) {
      for (var other : among) {
        if (distance(word, other, mistakes) >= 0) {
          near.add(other);
        }
      }
    }
    return near.subList(0, Math.min(MOST_NEAR, near.size()));
  }

  /** How many letters may be wrong in a word of this length. */
  private static int mistakesIn(String word) {
    return word.length() < 6 ? 1 : 2;
  }

  /** Letters left out, added, changed or swapped with a neighbour; -1 where there are more. */
  private static int distance(String one, String other, int most) {
    return new DamerauLevenshteinDistance(most).apply(one, other);
  }
}
