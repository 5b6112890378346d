package ponte.introduction;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ponte.conversation.ChannelId;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.prompt.Prompt;

/**
 * What a person was brought together with others for.
 *
 * @param id of the request that wanted it; names it among what was done for this person
 * @param message the question in its channel; null: not known yet, or asked in none
 * @param ending what became of it; null: nothing yet
 * @param asked on which occasion the asker was asked whether it helped; null: not yet
 */
public record Matter(
    String id,
    PersonId asker,
    String topic,
    With with,
    Instant at,
    @Nullable MessageId message,
    @Nullable Ending ending,
    Prompt.@Nullable Occasion asked) {

  /** With whom somebody was brought together. */
  public sealed interface With {

    /** With this colleague. */
    record Colleague(PersonId person) implements With {}

    /**
     * With those who are in a channel.
     *
     * @param delivery the key under which the question was handed to the platform
     */
    record Room(ChannelId channel, String delivery) implements With {}

    /**
     * With those who are invited to a question of theirs that stood unanswered in a channel. They
     * did not ask for it, and are not asked what became of it.
     */
    record Standing(ChannelId channel) implements With {}

    /**
     * With those who are invited to a discussion that they began in a channel. They are not asked
     * what became of it: they are told.
     *
     * @param delivery the key under which it was handed to the platform
     * @param source the message on which it rests, in whose words it is told; null: on none
     */
    record Discussion(ChannelId channel, String delivery, @Nullable MessageId source)
        implements With {}
  }

  /** What becomes of a matter; whether it is answered, its channel tells at any moment. */
  public enum Ending {
    /** The asker says that it is solved. */
    SOLVED,
    /** The asker says that it was no help. */
    NOT_SOLVED,
    /** The question was taken back. */
    TAKEN_BACK
  }

  /** Something that was just begun. */
  static Matter begun(String id, PersonId asker, String topic, With with, Instant at) {
    return new Matter(id, asker, topic, with, at, null, null, null);
  }

  /** A question that stands in its channel, and that colleagues are invited to. */
  public static Matter standing(PersonId asker, String topic, MessageId place, Instant at) {
    return new Matter(
        idOf(place), asker, topic, new With.Standing(place.channel()), at, place, null, null);
  }

  /** A discussion that is begun in a channel, and that colleagues are invited to. */
  public static Matter discussion(
      String id, PersonId asker, String topic, With.Discussion where, Instant at) {
    return begun(id, asker, topic, where, at);
  }

  /** What names a question that stands in its channel, whoever invites colleagues to it. */
  public static String idOf(MessageId place) {
    return "asked " + place;
  }

  /** The channel it was or is asked in; empty where it is in none. */
  Optional<ChannelId> channel() {
    return switch (with) {
      case With.Colleague _ -> Optional.empty();
      case With.Room(var channel, _) -> Optional.of(channel);
      case With.Standing(var channel) -> Optional.of(channel);
      case With.Discussion(var channel, _, _) -> Optional.of(channel);
    };
  }

  /** The same in other words. */
  public Matter about(String words) {
    return new Matter(id, asker, words, with, at, message, ending, asked);
  }

  Matter at(MessageId place) {
    return new Matter(id, asker, topic, with, at, place, ending, asked);
  }

  /** What was said of it first holds. */
  Matter ending(Ending other) {
    return ending == null ? new Matter(id, asker, topic, with, at, message, other, asked) : this;
  }

  Matter asking(Prompt.Occasion occasion) {
    return new Matter(id, asker, topic, with, at, message, ending, occasion);
  }
}
