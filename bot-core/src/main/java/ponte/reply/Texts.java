package ponte.reply;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Map;
import java.util.ResourceBundle;
import ponte.nlp.Language;

/**
 * The sentences of Ponte in one language, from {@code texts.properties} and {@code
 * texts_it.properties}.
 */
public final class Texts {

  /** Without fallback to the machine's own language: English is the root, not the default. */
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private static final Map<Language, Texts> ALL = new EnumMap<>(Language.class);

  static {
    for (var language : Language.values()) {
      ALL.put(language, new Texts(language));
    }
  }

  private final Language language;
  private final ResourceBundle bundle;

  private Texts(Language language) {
    this.language = language;
    this.bundle = ResourceBundle.getBundle("ponte.reply.texts", language.locale(), NO_FALLBACK);
  }

  public static Texts in(Language language) {
    return java.util.Objects.requireNonNull(ALL.get(language));
  }

  public Language language() {
    return language;
  }

  /**
   * The text of a situation with its values filled in.
   *
   * @throws java.util.MissingResourceException if there is no such text
   */
  public String say(String situation, Object... values) {
    return new MessageFormat(bundle.getString(situation), language.locale()).format(values);
  }

  /** A day as people write it: {@code 12 May 2026}, {@code 12 maggio 2026}. */
  public String day(Instant time, ZoneId zone) {
    return DateTimeFormatter.ofPattern("d MMMM yyyy", language.locale()).format(time.atZone(zone));
  }
}
