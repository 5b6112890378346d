package ponte.bot;

import java.util.HashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import ponte.consent.Preferences;
import ponte.consent.Redaction;
import ponte.consent.Unnamed;
import ponte.conversation.PersonId;
import ponte.platform.Outgoing;
import ponte.reply.Reply;

/** What every reply passes, whichever feature wrote it: no secret leaves, nobody who opted out. */
final class Discretion {

  private final Redaction redaction = new Redaction();
  private final Preferences preferences;

  Discretion(Preferences preferences) {
    this.preferences = preferences;
  }

  /**
   * The reply as it may be read.
   *
   * @param by who asked, who may be named even so; null: nobody did
   */
  Reply of(Reply reply, @Nullable PersonId by) {
    var known = new HashMap<PersonId, Boolean>();
    Predicate<PersonId> out =
        person -> !person.equals(by) && known.computeIfAbsent(person, preferences::isOut);
    return redaction.redact(new Unnamed(out).of(reply));
  }

  Outgoing of(Outgoing outgoing, @Nullable PersonId by) {
    return new Outgoing(outgoing.key(), outgoing.to(), of(outgoing.reply(), by));
  }
}
