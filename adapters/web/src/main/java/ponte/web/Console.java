package ponte.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ponte.bot.Inbox;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.directory.Directory;
import ponte.platform.ChatPlatform;
import ponte.platform.Delivery;
import ponte.platform.DeliveryNotes;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.platform.Turn;
import ponte.reply.Reply;
import ponte.store.Records;

/**
 * The chat in the browser, for workspaces that were imported: Ponte speaks with their people here,
 * and what it posts in a channel becomes a message of the archive.
 */
public final class Console implements ChatPlatform {

  /** What the keys of replies begin with in the chats. */
  private static final String REPLY = "reply:";

  private final Directory directory;
  private final Chats chats;
  private final Inbox inbox;
  private final DeliveryNotes notes;
  private final Clock clock;

  public Console(Directory directory, Chats chats, Inbox inbox, Records records, Clock clock) {
    this.directory = directory;
    this.chats = chats;
    this.inbox = inbox;
    this.notes = new DeliveryNotes("console-delivery", records, clock);
    this.clock = clock;
  }

  @Override
  public boolean serves(Destination to) {
    return directory.workspaces().contains(to.workspace());
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.FORMS, Capability.HOME_PAGE);
  }

  /** What is said twice here is there once; who has lost their turn says nothing all the same. */
  @Override
  public Delivery deliver(Outgoing outgoing, Turn turn) {
    turn.confirm();
    return switch (outgoing.to()) {
      case Destination.Answer(var request, var person, _, _, _) -> {
        say(person, outgoing, request, Set.of());
        yield new Delivery.Delivered();
      }
      case Destination.Together(var people) -> {
        people.forEach(person -> say(person, outgoing, null, people));
        yield new Delivery.Delivered();
      }
      // The page is made anew whenever somebody opens it.
      case Destination.Home _ -> new Delivery.Delivered();
      case Destination.InChannel(var channel) ->
          post(channel, null, outgoing.key(), outgoing.reply());
      case Destination.InThread(var opening) ->
          post(opening.channel(), opening, outgoing.key(), outgoing.reply());
      case Destination.Under(var channel, var delivery) ->
          posted(channel, delivery)
              .map(opening -> post(channel, opening, outgoing.key(), outgoing.reply()))
              .orElseGet(Console::notThere);
      case Destination.InPlaceOf place -> change(place, outgoing.key(), outgoing.reply());
    };
  }

  private void say(
      PersonId person, Outgoing outgoing, @Nullable EventId request, Set<PersonId> with) {
    chats.append(
        person,
        REPLY + outgoing.key(),
        new ChatEntry.Replied(request, outgoing.reply(), with, Set.of(), clock.instant()));
  }

  /** Ponte's message takes the way of everybody's: through the inbox into the archive. */
  private Delivery post(ChannelId channel, @Nullable MessageId thread, String key, Reply reply) {
    if (directory.channel(channel).isEmpty()) {
      return new Delivery.Impossible("there is no channel " + channel);
    }
    var now = clock.instant();
    var bot = bot(channel.workspace());
    var name = "ponte-" + UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    var message = message(new MessageId(channel, name), now, thread, reply, now);
    inbox.hear(
        channel.toString(),
        "console-post:" + key,
        List.of(
            new Event.Roster.PersonChanged(new EventId(name + "-author"), bot, Instant.EPOCH),
            new Event.Talk.Posted(new EventId(name), message)));
    notes.posted(channel.workspace(), key, name);
    return new Delivery.Delivered();
  }

  private Delivery change(Destination.InPlaceOf to, String key, Reply reply) {
    return switch (to.place()) {
      case Destination.InChannel(var channel) -> change(channel, null, to, key, reply);
      case Destination.Under(var channel, var above) ->
          change(channel, posted(channel, above).orElse(null), to, key, reply);
      case Destination.Together(var people) ->
          chats.change(people.iterator().next(), REPLY + to.delivery(), reply)
              ? new Delivery.Delivered()
              : notThere();
      case Destination.Answer _,
          Destination.InThread _,
          Destination.Home _,
          Destination.InPlaceOf _ ->
          notThere();
    };
  }

  /** A change takes the same way; the later one wins. */
  private Delivery change(
      ChannelId channel,
      @Nullable MessageId thread,
      Destination.InPlaceOf to,
      String key,
      Reply reply) {
    var note = notes.find(channel.workspace(), to.delivery()).map(DeliveryNotes.Kept::note);
    var posted = posted(channel, to.delivery());
    if (note.isEmpty() || posted.isEmpty()) {
      return notThere();
    }
    var at = note.get().begun();
    var now = clock.instant();
    var message = message(posted.get(), at, thread, reply, now.isAfter(at) ? now : at);
    inbox.hear(
        channel.toString(),
        "console-change:" + key,
        List.of(new Event.Talk.Edited(new EventId("console-change:" + key), message)));
    return new Delivery.Delivered();
  }

  private static Delivery notThere() {
    return new Delivery.Impossible("what it belongs to was not posted");
  }

  private static Message message(
      MessageId id, Instant at, @Nullable MessageId thread, Reply reply, Instant version) {
    return new Message(
        id,
        bot(id.channel().workspace()).id(),
        Message.Kind.BOT,
        at,
        thread,
        Flat.of(reply),
        List.of(),
        List.of(),
        version);
  }

  @Override
  public Optional<MessageId> posted(ChannelId channel, String delivery) {
    return notes
        .find(channel.workspace(), delivery)
        .map(kept -> kept.note().message())
        .map(name -> new MessageId(channel, name));
  }

  @Override
  public boolean isWritten(PersonId person, String delivery) {
    return chats.number(person, REPLY + delivery).isPresent();
  }

  private static Person bot(WorkspaceId workspace) {
    return new Person(
        new PersonId(workspace, "ponte"),
        "Ponte",
        "ponte",
        "",
        null,
        ZoneOffset.UTC,
        null,
        Person.Standing.BOT);
  }
}
