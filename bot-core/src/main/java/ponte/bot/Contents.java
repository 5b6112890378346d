package ponte.bot;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ponte.bot.DeadLetters.About;
import ponte.bot.DeadLetters.Kind;
import ponte.bot.DeadLetters.Subject;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.nudge.Rung;
import ponte.nudge.Rungs;
import ponte.pairing.Deciding;
import ponte.pairing.RoundDue;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.prompt.Prompt;
import ponte.prompt.Prompts;
import ponte.schedule.DigestPosts;
import ponte.schedule.Due;
import ponte.schedule.PrivateDue;
import ponte.schedule.PrivateSchedules;
import ponte.seeding.Steps;
import ponte.store.Codec;
import ponte.store.Entry;

/**
 * What can be told of an entry without its words: whose it is.
 *
 * @param workspace null where that cannot be told
 */
record Contents(@Nullable WorkspaceId workspace, List<About> about) {

  private static final Contents UNKNOWN = new Contents(null, List.of());

  /** Events come by the hundred where a history is read: so many are named. */
  private static final int NAMED = 5;

  static Contents of(Kind kind, Entry entry) {
    try {
      return switch (kind) {
        case HEARD, ASKED -> of(Codec.read(entry.payload(), Inbox.Envelope.class).events());
        case PLANNED -> planned(entry);
        case REPLY -> of(reply(entry).to());
        case ERRAND -> UNKNOWN;
      };
    } catch (RuntimeException e) {
      // What cannot be read, or lacks a part, is often just why it was given up.
      return UNKNOWN;
    }
  }

  private static Contents planned(Entry entry) {
    return switch (entry.topic()) {
      case Prompts.TOPIC -> of(Codec.read(entry.payload(), Prompt.class).to());
      case Rungs.TOPIC -> of(Codec.read(entry.payload(), Rung.class).conversation());
      case Lately.TOPIC -> of(Codec.read(entry.payload(), Lately.Happened.class));
      case DigestPosts.TOPIC -> of(Codec.read(entry.payload(), DigestPosts.Correction.class));
      case Deciding.DUE -> of(Codec.read(entry.payload(), RoundDue.class));
      case PrivateSchedules.DUE -> of(Codec.read(entry.payload(), PrivateDue.class));
      case Steps.TOPIC -> of(Codec.read(entry.payload(), Steps.Step.class).seed().room());
      case Sweeps.TOPIC -> UNKNOWN;
      default -> of(Codec.read(entry.payload(), Due.class));
    };
  }

  private static Contents of(PersonId to) {
    return new Contents(to.workspace(), List.of(person(to)));
  }

  private static Contents of(ChannelId channel) {
    return new Contents(
        channel.workspace(), List.of(new About(Subject.CHANNEL, channel.toString())));
  }

  private static Contents of(Lately.Happened happened) {
    return switch (happened) {
      case Lately.Happened.Said(var message) -> of(message);
      case Lately.Happened.Edited(var message) -> of(message);
      case Lately.Happened.TakenBack(var message) -> of(message);
      case Lately.Happened.Unmarked(var message, _) -> of(message);
      case Lately.Happened.AskedFor(var asker, _) -> of(asker);
    };
  }

  private static Contents of(MessageId message) {
    return new Contents(
        message.channel().workspace(),
        List.of(
            new About(Subject.CHANNEL, message.channel().toString()),
            new About(Subject.MESSAGE, message.toString())));
  }

  private static Outgoing reply(Entry entry) {
    return entry.topic().equals(Unasked.TOPIC)
        ? Codec.read(entry.payload(), Unasked.Note.class).outgoing()
        : Codec.read(entry.payload(), Outgoing.class);
  }

  private static Contents of(List<Event> events) {
    return events.isEmpty()
        ? UNKNOWN
        : new Contents(
            events.getFirst().workspace(),
            events.stream().limit(NAMED).flatMap(Contents::about).distinct().toList());
  }

  private static Stream<About> about(Event event) {
    return Stream.concat(
        switch (event) {
          case Event.Talk talk ->
              Stream.of(
                  new About(Subject.CHANNEL, talk.message().channel().toString()),
                  new About(Subject.MESSAGE, talk.message().toString()));
          case Event.Roster.PersonChanged changed -> Stream.of(person(changed.person().id()));
          case Event.Roster.ChannelChanged changed ->
              Stream.of(new About(Subject.CHANNEL, changed.channel().id().toString()));
          case Event.Roster.ChannelTurned turned ->
              Stream.of(new About(Subject.CHANNEL, turned.channel().toString()));
          case Event.Roster.MembersListed listed ->
              Stream.of(new About(Subject.CHANNEL, listed.channel().toString()));
          case Event.Roster.Joined joined ->
              Stream.of(
                  new About(Subject.CHANNEL, joined.channel().toString()), person(joined.person()));
          case Event.Roster.Left left ->
              Stream.of(
                  new About(Subject.CHANNEL, left.channel().toString()), person(left.person()));
          case Event.Request request ->
              Stream.concat(
                  Stream.of(person(request.by())),
                  Stream.ofNullable(request.place().channel())
                      .map(channel -> new About(Subject.CHANNEL, channel.toString())));
        },
        Stream.of(new About(Subject.EVENT, event.id().value())));
  }

  private static Contents of(DigestPosts.Correction correction) {
    var to = correction.to();
    return new Contents(
        to.workspace(),
        Stream.concat(
                about(to).stream(),
                Stream.of(new About(Subject.MOMENT, correction.since().toString())))
            .toList());
  }

  private static Contents of(Due due) {
    return new Contents(
        due.channel().workspace(),
        List.of(
            new About(Subject.CHANNEL, due.channel().toString()),
            new About(Subject.MOMENT, due.at().toString())));
  }

  private static Contents of(RoundDue due) {
    return new Contents(null, List.of(new About(Subject.MOMENT, due.day().toString())));
  }

  private static Contents of(PrivateDue due) {
    return new Contents(
        due.person().workspace(),
        List.of(person(due.person()), new About(Subject.MOMENT, due.at().toString())));
  }

  private static Contents of(Destination to) {
    return new Contents(to.workspace(), about(to));
  }

  private static List<About> about(Destination to) {
    return switch (to) {
      case Destination.Answer answer ->
          Stream.concat(
                  Stream.of(person(answer.person())),
                  Stream.ofNullable(answer.channel())
                      .map(channel -> new About(Subject.CHANNEL, channel.toString())))
              .toList();
      case Destination.Together together ->
          together.people().stream().sorted().map(Contents::person).toList();
      case Destination.InChannel inChannel ->
          List.of(new About(Subject.CHANNEL, inChannel.channel().toString()));
      case Destination.InThread inThread ->
          List.of(
              new About(Subject.CHANNEL, inThread.opening().channel().toString()),
              new About(Subject.MESSAGE, inThread.opening().toString()));
      case Destination.Under under ->
          List.of(new About(Subject.CHANNEL, under.channel().toString()));
      case Destination.InPlaceOf inPlaceOf -> about(inPlaceOf.place());
      case Destination.Home home -> List.of(person(home.person()));
    };
  }

  private static About person(PersonId person) {
    return new About(Subject.PERSON, person.toString());
  }
}
