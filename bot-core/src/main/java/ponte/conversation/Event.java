package ponte.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ponte.nlp.Language;

/** Something that happened in a workspace and that Ponte may act on. */
public sealed interface Event {

  /** The platform's own name of this event. */
  EventId id();

  /** When it happened, on the platform's clock: later wins over earlier, however they arrive. */
  Instant at();

  WorkspaceId workspace();

  /** Something was said, changed or taken back in a channel. */
  sealed interface Talk extends Event {

    MessageId message();

    @Override
    default WorkspaceId workspace() {
      return message().channel().workspace();
    }

    /** A message was posted; its reactions are those known so far. */
    record Posted(EventId id, Message content) implements Talk {
      @Override
      public MessageId message() {
        return content.id();
      }

      @Override
      public Instant at() {
        return content.version();
      }
    }

    /** A message was changed into this; reactions are not part of a change. */
    record Edited(EventId id, Message content) implements Talk {
      @Override
      public MessageId message() {
        return content.id();
      }

      @Override
      public Instant at() {
        return content.version();
      }
    }

    /** A message was taken back. */
    record Deleted(EventId id, MessageId message, Instant at) implements Talk {}

    /** Somebody reacted to a message. */
    record Reacted(EventId id, MessageId message, PersonId by, String emoji, Instant at)
        implements Talk {}

    /** Somebody took a reaction back. */
    record Unreacted(EventId id, MessageId message, PersonId by, String emoji, Instant at)
        implements Talk {}
  }

  /** People and channels changed. */
  sealed interface Roster extends Event {

    /** A person joined the workspace or their profile changed. */
    record PersonChanged(EventId id, Person person, Instant at) implements Roster {
      @Override
      public WorkspaceId workspace() {
        return person.id().workspace();
      }
    }

    /** A channel was created or what is known about it changed. */
    record ChannelChanged(EventId id, Channel channel, Instant at) implements Roster {
      @Override
      public WorkspaceId workspace() {
        return channel.id().workspace();
      }
    }

    /** One thing about a channel changed, whatever else is or will become known of it. */
    record ChannelTurned(EventId id, ChannelId channel, Channel.Trait trait, Instant at)
        implements Roster {
      @Override
      public WorkspaceId workspace() {
        return channel.workspace();
      }
    }

    /** Those who are in a channel, all of them. */
    record MembersListed(EventId id, ChannelId channel, Set<PersonId> members, Instant at)
        implements Roster {
      public MembersListed {
        members = Set.copyOf(members);
      }

      @Override
      public WorkspaceId workspace() {
        return channel.workspace();
      }
    }

    /** Somebody joined a channel. */
    record Joined(EventId id, ChannelId channel, PersonId person, Instant at) implements Roster {
      @Override
      public WorkspaceId workspace() {
        return channel.workspace();
      }
    }

    /** Somebody left a channel. */
    record Left(EventId id, ChannelId channel, PersonId person, Instant at) implements Roster {
      @Override
      public WorkspaceId workspace() {
        return channel.workspace();
      }
    }
  }

  /** Somebody turned to Ponte and waits for an answer. */
  sealed interface Request extends Event {

    PersonId by();

    /** Where it was asked, and so where the answer goes. */
    Place place();

    @Override
    default WorkspaceId workspace() {
      return by().workspace();
    }

    /** Somebody wrote to Ponte, in a command's words or in their own. */
    record Asked(EventId id, PersonId by, Place place, String text, Instant at)
        implements Request {}

    /**
     * Somebody pressed a button of an earlier reply.
     *
     * @param action as the button carried it
     */
    record Pressed(EventId id, PersonId by, Place place, String action, Instant at)
        implements Request {}

    /**
     * Somebody filled in a form and sent it.
     *
     * @param form the form's kind
     * @param values by the name of the field; none or blank where it was left empty
     */
    record Submitted(
        EventId id,
        PersonId by,
        Place place,
        String form,
        Map<String, List<String>> values,
        Instant at)
        implements Request {
      public Submitted {
        values =
            values.entrySet().stream()
                .collect(
                    Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, filled -> List.copyOf(filled.getValue())));
      }
    }

    /**
     * Somebody opened the page that shows what Ponte keeps for them.
     *
     * @param language what the person reads, as the platform says at this moment; null: unknown
     */
    record Opened(EventId id, PersonId by, @Nullable Language language, Instant at)
        implements Request {
      @Override
      public Place place() {
        return new Place(null, null, language);
      }
    }
  }

  /**
   * Where a person turned to Ponte.
   *
   * @param channel null where it was between the two of them
   * @param thread the message to answer under; null where the answer stands alone
   * @param language what the person reads, as the platform says at this moment; null where unknown
   * @param surface what it was on; null: it was in a chat
   */
  record Place(
      @Nullable ChannelId channel,
      @Nullable MessageId thread,
      @Nullable Language language,
      @Nullable Surface surface) {

    /** What is no chat. */
    public enum Surface {
      /** A person's own page, which is drawn anew, and so shows what became of what they did. */
      PAGE
    }

    /** A talk between Ponte and one person. */
    public static final Place DIRECT = new Place(null, null, null);

    /** The page that shows a person what Ponte keeps for them. */
    public static final Place PAGE = new Place(null, null, null, Surface.PAGE);

    /** Somewhere in a chat. */
    public Place(
        @Nullable ChannelId channel, @Nullable MessageId thread, @Nullable Language language) {
      this(channel, thread, language, null);
    }
  }
}
