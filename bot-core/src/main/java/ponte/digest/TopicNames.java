package ponte.digest;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import ponte.nlp.Language;

/** Tells names of topics from general words. */
final class TopicNames {

  private static final Pattern IDENTIFIER =
      Pattern.compile(
          "\\p{L}+(?:[_./:#-][\\p{L}\\d]+)+|\\p{Ll}+\\p{Lu}[\\p{L}\\d]*|\\p{L}+\\d+[\\p{L}\\d]*");

  /** What stands before the word starts no sentence. */
  private static final Pattern WITHIN = Pattern.compile(".*[\\p{L}\\d,)]\\s+$", Pattern.DOTALL);

  private static final int FEWEST_TIMES = 2;
  private static final Set<String> TIMES = times();

  private TopicNames() {}

  /** Whether it is of several words, an identifier, or written as a name within sentences. */
  static boolean isName(String name, List<String> sentences) {
    if (name.strip().contains(" ") || IDENTIFIER.matcher(name).matches()) {
      return true;
    }
    if (isTime(name)) {
      return false;
    }
    int within = 0;
    int asName = 0;
    for (var sentence : sentences) {
      for (var found : (Iterable<MatchResult>) whole(name).matcher(sentence).results()::iterator) {
        if (WITHIN.matcher(sentence.substring(0, found.start())).matches()) {
          within++;
          asName += Character.isUpperCase(found.group().codePointAt(0)) ? 1 : 0;
        }
      }
    }
    return asName >= FEWEST_TIMES && 2 * asName >= within;
  }

  /** Whether it is a day of the week, or a month. */
  static boolean isTime(String name) {
    return TIMES.contains(name.toLowerCase(Locale.ROOT));
  }

  /** Whether a text has these words, whole. */
  static boolean isIn(String name, String text) {
    return whole(name).matcher(text).find();
  }

  private static Pattern whole(String name) {
    return Pattern.compile(
        "(?<![\\p{L}\\d])" + Pattern.quote(name) + "(?![\\p{L}\\d])",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** Days and months have capitals in English and are no topics. */
  private static Set<String> times() {
    var times = new HashSet<String>();
    for (var language : Language.values()) {
      var locale = language.locale();
      for (var day : DayOfWeek.values()) {
        times.add(day.getDisplayName(TextStyle.FULL, locale).toLowerCase(locale));
      }
      for (var month : Month.values()) {
        times.add(month.getDisplayName(TextStyle.FULL, locale).toLowerCase(locale));
      }
    }
    return Set.copyOf(times);
  }
}
