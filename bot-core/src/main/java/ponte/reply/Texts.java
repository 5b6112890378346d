package ponte.reply;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
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

  private final Language language;
  private final ResourceBundle bundle;

  private Texts(String bundle, Language language) {
    this.language = language;
    this.bundle = ResourceBundle.getBundle(bundle, language.locale(), NO_FALLBACK);
  }

  /** What Ponte says in chat. */
  public static Texts in(Language language) {
    return of("ponte.reply.texts", language);
  }

  /**
   * The sentences of another bundle, such as the pages of the console.
   *
   * @param bundle its name as for {@link ResourceBundle#getBundle(String)}, which keeps it in
   *     memory
   */
  public static Texts of(String bundle, Language language) {
    return new Texts(bundle, language);
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

  /** A moment as people write it: {@code Tue 12 May, 14:05}, {@code mar 12 mag, 14:05}. */
  public String moment(Instant time, ZoneId zone) {
    return DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", language.locale())
        .format(time.atZone(zone));
  }
}
