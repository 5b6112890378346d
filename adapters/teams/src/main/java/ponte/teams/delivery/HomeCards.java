package ponte.teams.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ponte.conversation.PersonId;
import ponte.platform.Delivery;
import ponte.reply.Reply;
import ponte.store.Codec;
import ponte.store.Document;
import ponte.store.Key;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.Write;
import ponte.teams.card.Cards;
import ponte.teams.connector.Answer;
import ponte.teams.connector.Call;
import ponte.teams.connector.Connector;

/**
 * The home page as a card in the personal chat: drawn at the end of the chat when somebody opens
 * it, and in its place whenever it changes. Who never opened it has none.
 */
public final class HomeCards {

  /** For how long the card of a forgotten person can be drawn, with nothing of theirs on it. */
  private static final Duration ONCE_MORE = Duration.ofHours(1);

  private final Records records;

  public HomeCards(Records records) {
    this.records = records;
  }

  /**
   * A person's card.
   *
   * @param conversation where it stands; null where none was drawn
   * @param activity the message that it is; null where none was drawn
   * @param wanted whether it is to be drawn at the end of the chat, and the old one taken away
   */
  private record Home(@Nullable String conversation, @Nullable String activity, boolean wanted) {}

  /** A person wants to see their home: the next one is drawn anew, where they look. */
  public void opened(PersonId person) {
    var home = find(person);
    keep(
        person,
        new Home(
            home.map(Home::conversation).orElse(null),
            home.map(Home::activity).orElse(null),
            true));
  }

  /** Whether a message is a person's home card. */
  public boolean isHome(PersonId person, String activity) {
    return find(person).map(Home::activity).filter(activity::equals).isPresent();
  }

  /** Draws the home of a person; to draw the same in its place once more changes nothing. */
  Delivery deliver(
      PersonId person, Reply reply, Cards cards, Connector connector, PersonalChats chats) {
    var home = find(person);
    if (home.isEmpty()) {
      return new Delivery.Delivered();
    }
    var activity = Activities.card(cards.one(reply, person));
    return Posting.outcome(
        chats.in(
            person,
            chat -> {
              var old =
                  chat.conversation().equals(home.get().conversation())
                      ? home.get().activity()
                      : null;
              if (old != null && !home.get().wanted()) {
                var updated =
                    connector.call(chat.service(), Call.update(chat.conversation(), old, activity));
                return updated instanceof Answer.Refused(_, var code, _)
                        && code.equals("ActivityNotFoundInConversation")
                    ? new Answer.Done(Activities.message())
                    : updated;
              }
              var posted = connector.call(chat.service(), Call.post(chat.conversation(), activity));
              if (posted instanceof Answer.Done(var body)) {
                keep(person, new Home(chat.conversation(), body.path("id").stringValue(""), false));
                if (old != null) {
                  // What is not there any more need not be taken away.
                  connector.call(chat.service(), Call.delete(chat.conversation(), old));
                }
              }
              return posted;
            }));
  }

  /** Keeps where the card of a person stands only until it was drawn once more. */
  public void forget(PersonId person, Instant now) {
    records
        .find(key(person))
        .ifPresent(
            home ->
                records.write(Write.replace(home, home.content()).expiring(now.plus(ONCE_MORE))));
  }

  private Optional<Home> find(PersonId person) {
    return records.find(key(person)).map(document -> Codec.read(document.content(), Home.class));
  }

  /** Who comes later knows better which card is the last. */
  private void keep(PersonId person, Home home) {
    var key = key(person);
    records.write(
        new Write(
            key,
            Codec.write(home),
            records.find(key).map(Document::version).orElse(0L),
            null,
            null));
  }

  private static Key key(PersonId person) {
    return new Partition("teams-home", person.workspace().value()).key(person.value());
  }
}
