package ponte.digest;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.regex.Pattern;
import ponte.nlp.Language;

/** Names of days and months, as they are looked for: without accents, which many keyboards lack. */
final class DayWords {

  private DayWords() {}

  static String name(DayOfWeek day, Language language) {
    return folded(day.getDisplayName(TextStyle.FULL, language.locale()));
  }

  static String name(Month month, Language language) {
    return folded(month.getDisplayName(TextStyle.FULL, language.locale()));
  }

  static String folded(String name) {
    return plain(name).toLowerCase(Locale.ROOT);
  }

  static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
  }

  /** Whole words; what belongs to a day, as in {@code Friday's}, is not the day. */
  static Pattern pattern(String words) {
    return Pattern.compile(
        "(?<!\\w)" + words + "(?!\\w|['’]s)",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
  }
}
