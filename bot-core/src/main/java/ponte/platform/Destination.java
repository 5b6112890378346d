package ponte.platform;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import ponte.conversation.ChannelId;
import ponte.conversation.EventId;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;

/** Where a reply goes, and so who will see it. */
public sealed interface Destination {

  WorkspaceId workspace();

  /**
   * The answer to a person's request, for their eyes only.
   *
   * @param channel where they asked; null where it was between the two of them
   * @param thread the message they asked under; null where there was none
   * @param beside true: a message whose button they pressed stays as it is, with the answer beside
   *     it; null: the answer may take its place
   */
  record Answer(
      EventId request,
      PersonId person,
      @Nullable ChannelId channel,
      @Nullable MessageId thread,
      @Nullable Boolean beside)
      implements Destination {

    /** An answer that may take the place of what was pressed. */
    public Answer(
        EventId request, PersonId person, @Nullable ChannelId channel, @Nullable MessageId thread) {
      this(request, person, channel, thread, null);
    }

    /** Whether what was pressed stays. */
    public boolean isBeside() {
      return Boolean.TRUE.equals(beside);
    }

    @Override
    public WorkspaceId workspace() {
      return person.workspace();
    }
  }

  /**
   * A talk of these people and Ponte.
   *
   * @param people one or more, all of one workspace
   */
  record Together(Set<PersonId> people) implements Destination {
    public Together {
      people = Set.copyOf(people);
      if (people.stream().map(PersonId::workspace).distinct().count() != 1) {
        throw new IllegalArgumentException("people " + people + " must be of one workspace");
      }
    }

    @Override
    public WorkspaceId workspace() {
      return people.iterator().next().workspace();
    }
  }

  /** A channel, for all who may open it. */
  record InChannel(ChannelId channel) implements Destination {
    @Override
    public WorkspaceId workspace() {
      return channel.workspace();
    }
  }

  /**
   * Under a message of a channel, for all who may open it.
   *
   * @param opening the message that begins the thread
   */
  record InThread(MessageId opening) implements Destination {
    @Override
    public WorkspaceId workspace() {
      return opening.channel().workspace();
    }
  }

  /** The page on which a person sees what Ponte keeps for them; a reply replaces the last one. */
  record Home(PersonId person) implements Destination {
    @Override
    public WorkspaceId workspace() {
      return person.workspace();
    }
  }

  /**
   * Under a reply that was posted in a channel before, for all who may open it.
   *
   * @param delivery the {@link Outgoing#key()} of that reply
   */
  record Under(ChannelId channel, String delivery) implements Destination {
    @Override
    public WorkspaceId workspace() {
      return channel.workspace();
    }
  }

  /**
   * In the place of a reply that was posted before, for all who see that one.
   *
   * @param place where that one went: {@link InChannel}, {@link Under}, or {@link Together} with
   *     one person
   * @param delivery the {@link Outgoing#key()} of that one
   */
  record InPlaceOf(Destination place, String delivery) implements Destination {
    public InPlaceOf {
      var isThere =
          switch (place) {
            case InChannel _, Under _ -> true;
            case Together(var people) -> people.size() == 1;
            case Answer _, InThread _, Home _, InPlaceOf _ -> false;
          };
      if (!isThere) {
        throw new IllegalArgumentException("nothing is changed at " + place);
      }
    }

    @Override
    public WorkspaceId workspace() {
      return place.workspace();
    }
  }
}
