package ponte.bot;

import java.util.List;
import ponte.consent.Keeper;
import ponte.conversation.PersonId;
import ponte.nudge.Rungs;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.prompt.Prompts;
import ponte.schedule.PrivateSchedules;
import ponte.store.Codec;
import ponte.store.Entry;
import ponte.store.Queue;

/**
 * What waits to be done, as far as it is somebody's: what was planned for them, or by what they
 * asked, and what is on its way to them.
 */
final class Waiting implements Keeper {

  private static final List<String> PLANNED =
      List.of(Prompts.TOPIC, Rungs.TOPIC, PrivateSchedules.DUE, Lately.TOPIC);

  private final Queue queue;

  Waiting(Queue queue) {
    this.queue = queue;
  }

  /** What they said themselves just now is dropped where it is taken in, and not here. */
  @Override
  public void forget(PersonId person) {
    for (var topic : PLANNED) {
      queue.withdraw(topic, entry -> mentions(person, entry));
    }
    queue.withdraw(
        Unasked.TOPIC,
        entry -> Codec.read(entry.payload(), Unasked.Note.class).to().equals(person));
    queue.withdraw(
        Outbox.TOPIC, entry -> isFor(person, Codec.read(entry.payload(), Outgoing.class).to()));
  }

  private static boolean isFor(PersonId person, Destination to) {
    return switch (to) {
      case Destination.Answer answer -> answer.person().equals(person);
      case Destination.Home home -> home.person().equals(person);
      case Destination.Together together -> together.people().contains(person);
      case Destination.InPlaceOf inPlaceOf -> isFor(person, inPlaceOf.place());
      case Destination.InChannel _, Destination.InThread _, Destination.Under _ -> false;
    };
  }

  /** Whether an entry has somebody's id in it. */
  static boolean mentions(PersonId person, Entry entry) {
    return entry.payload().contains(Codec.write(person)) || names(person.toString(), entry.key());
  }

  /** Of ids one may be the beginning or the end of another. */
  private static boolean names(String id, String key) {
    for (var at = key.indexOf(id); at >= 0; at = key.indexOf(id, at + 1)) {
      var end = at + id.length();
      if ((at == 0 || !isOfId(key.charAt(at - 1)))
          && (end == key.length() || !isOfId(key.charAt(end)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfId(char letter) {
    return Character.isLetterOrDigit(letter) || letter == '-' || letter == '_';
  }
}
