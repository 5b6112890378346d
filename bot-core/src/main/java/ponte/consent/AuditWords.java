package ponte.consent;

import java.util.ArrayList;
import java.util.Locale;
import ponte.nlp.Language;
import ponte.reply.Texts;

/** What was done, as an administrator reads it. */
public final class AuditWords {

  private final Texts texts;

  public AuditWords(Language language) {
    this.texts = Texts.in(language);
  }

  /** What was done, by whom and about what. */
  public String of(Audit.Line line) {
    var parts = new ArrayList<String>();
    parts.add(texts.say("audit.deed." + key(line.deed()), line.count()));
    parts.add(
        line.who().isEmpty()
            ? texts.say("audit.role." + key(line.role()))
            : texts.say("audit.who", texts.say("audit.role." + key(line.role())), line.who()));
    if (!line.about().isEmpty()) {
      parts.add(line.about());
    }
    return String.join(" · ", parts);
  }

  private static String key(Enum<?> each) {
    return each.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
