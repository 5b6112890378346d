package ponte.nlp;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A language that Ponte reads and writes. */
public enum Language {
  ENGLISH(Locale.ENGLISH),
  ITALIAN(Locale.ITALIAN);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  public Locale locale() {
    return locale;
  }

  /** The language of a locale, whatever its country. */
  public static Optional<Language> of(Locale locale) {
    return Arrays.stream(values())
        .filter(language -> language.locale.getLanguage().equals(locale.getLanguage()))
        .findFirst();
  }
}
