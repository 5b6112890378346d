package ponte.reply;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import ponte.conversation.RichText;
import ponte.nlp.Language;

/**
 * The sentences of Ponte in one language, from {@code texts.properties} and {@code
 * texts_it.properties}.
 */
public final class Texts {

  /** Without fallback to the machine's own language: English is the root, not the default. */
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  /** Stands for a span while a text is filled in; nobody writes characters of private use. */
  private static final char FIRST_MARK = '\uE000';

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

  /**
   * The text of a situation in which a value may be a span, such as a mention or a link, that stays
   * one.
   */
  public RichText rich(String situation, Object... values) {
    var marked = values.clone();
    for (var i = 0; i < values.length; i++) {
      if (values[i] instanceof RichText.Span) {
        marked[i] = String.valueOf((char) (FIRST_MARK + i));
      }
    }
    var spans = new ArrayList<RichText.Span>();
    var plain = new StringBuilder();
    for (var letter : say(situation, marked).toCharArray()) {
      var place = letter - FIRST_MARK;
      if (place >= 0 && place < values.length && values[place] instanceof RichText.Span span) {
        addPlain(plain, spans);
        spans.add(span);
      } else {
        plain.append(letter);
      }
    }
    addPlain(plain, spans);
    return new RichText(spans);
  }

  private static void addPlain(StringBuilder plain, List<RichText.Span> spans) {
    if (!plain.isEmpty()) {
      spans.add(new RichText.Span.Plain(plain.toString()));
      plain.setLength(0);
    }
  }

  /** A day as people write it: {@code 12 May 2026}, {@code 12 maggio 2026}. */
  public String day(Instant time, ZoneId zone) {
    return DateTimeFormatter.ofPattern("d MMMM yyyy", language.locale()).format(time.atZone(zone));
  }

  /** A day soon: {@code Monday 30 November}, {@code lunedì 30 novembre}. */
  public String weekday(Instant time, ZoneId zone) {
    return DateTimeFormatter.ofPattern("EEEE d MMMM", language.locale()).format(time.atZone(zone));
  }

  /** A moment as people write it: {@code Tue 12 May, 14:05}, {@code mar 12 mag, 14:05}. */
  public String moment(Instant time, ZoneId zone) {
    return DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", language.locale())
        .format(time.atZone(zone));
  }
}
