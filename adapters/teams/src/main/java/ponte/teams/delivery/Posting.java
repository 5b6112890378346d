package ponte.teams.delivery;

import java.util.Optional;
import java.util.function.Supplier;
import ponte.conversation.WorkspaceId;
import ponte.nlp.Language;
import ponte.platform.Delivery;
import ponte.platform.DeliveryNotes;
import ponte.platform.PlatformUnavailableException;
import ponte.platform.Turn;
import ponte.platform.TurnLostException;
import ponte.teams.connector.Answer;
import ponte.teams.connector.Remedies;

/**
 * Posts messages, each once.
 *
 * <p>That it is tried is noted before, that it is there after. The connector takes no key that
 * would make a message the same twice, and shows a bot no history to look it up in. So where the
 * second note is missing, since a process died in between or no answer came back, nobody can know:
 * {@link Doubt} says what then. What Teams refused, or by its own rules wants to be sent again, was
 * not posted.
 */
final class Posting {

  private final DeliveryNotes notes;

  Posting(DeliveryNotes notes) {
    this.notes = notes;
  }

  /** Does once what posts, as far as notes can tell. */
  Delivery once(
      WorkspaceId tenant, String delivery, Doubt doubt, Turn turn, Supplier<Answer> post) {
    var answer = answered(tenant, delivery, doubt, turn, post);
    return outcome(answer);
  }

  /**
   * The same, telling what Teams said; what was posted before was done, and a message in doubt is
   * refused.
   */
  Answer answered(
      WorkspaceId tenant, String delivery, Doubt doubt, Turn turn, Supplier<Answer> post) {
    var kept = notes.find(tenant, delivery);
    if (kept.map(DeliveryNotes.Kept::note).filter(DeliveryNotes.Note::posted).isPresent()) {
      return new Answer.Done(Activities.message());
    }
    long known = kept.map(DeliveryNotes.Kept::version).orElse(0L);
    turn.confirm();
    if (known > 0 && doubt == Doubt.ASK) {
      // Whoever has looked and wants it posted finds the way free.
      notes.notPosted(tenant, delivery, known);
      return new Answer.Refused(0, Remedies.IN_DOUBT, "");
    }
    if (!notes.begin(tenant, delivery, known)) {
      throw new TurnLostException(delivery + " is being posted by somebody else");
    }
    var answer = post.get();
    switch (answer) {
      case Answer.Done(var body) -> {
        var id = body.path("id").stringValue("");
        notes.posted(tenant, delivery, known + 1, id.isEmpty() ? null : id);
      }
      case Answer.Refused _, Answer.Later _, Answer.Busy _ ->
          notes.notPosted(tenant, delivery, known + 1);
    }
    return answer;
  }

  /** Whether a message was posted, as far as notes can tell. */
  boolean did(WorkspaceId tenant, String delivery) {
    return notes.isPosted(tenant, delivery);
  }

  /** The id of a message that was posted; empty where Teams did not tell it. */
  Optional<String> message(WorkspaceId tenant, String delivery) {
    return notes.find(tenant, delivery).map(kept -> kept.note().message());
  }

  static Delivery outcome(Answer answer) {
    return switch (answer) {
      case Answer.Done _ -> new Delivery.Delivered();
      case Answer.Later(var notBefore) -> new Delivery.Later(notBefore, "teams' rate limit");
      case Answer.Refused refused ->
          new Delivery.Impossible(Remedies.in(Language.ENGLISH).reason(refused));
      case Answer.Busy(var why) -> throw new PlatformUnavailableException(why, null);
    };
  }
}
