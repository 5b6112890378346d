package ponte.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.Event.Talk;
import ponte.conversation.Message;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;

/**
 * A source as if all of it had happened some days later or earlier.
 *
 * <p>Only times move. Ids stay, and so threads, permalinks and reactions hold together, and what
 * was taken in before by another shift is the same message still.
 */
public final class ShiftedSource implements Source {

  private static final Duration WEEK = Duration.ofDays(7);

  private final Source source;
  private final Duration shift;

  /**
   * @param days how many days later everything is to be; negative for earlier
   */
  public ShiftedSource(Source source, int days) {
    this.source = source;
    this.shift = Duration.ofDays(days);
  }

  /**
   * Moves a source by whole weeks, so that days keep their names, and its end lies in the week
   * before {@code now}.
   */
  public static ShiftedSource endingBefore(Source source, Instant now) {
    var since = Duration.between(source.asOf(), now);
    return new ShiftedSource(
        source, Math.toIntExact(7 * Math.floorDiv(since.getSeconds(), WEEK.getSeconds())));
  }

  @Override
  public WorkspaceId workspace() {
    return source.workspace();
  }

  @Override
  public Instant asOf() {
    return source.asOf().plus(shift);
  }

  @Override
  public List<Person> people() {
    return source.people();
  }

  @Override
  public List<Channel> channels() {
    return source.channels();
  }

  @Override
  public Optional<Set<PersonId>> members(ChannelId channel) {
    return source.members(channel);
  }

  @Override
  public long messages() {
    return source.messages();
  }

  @Override
  public void history(ChannelId channel, Consumer<List<Talk>> batch) {
    source.history(channel, talk -> batch.accept(talk.stream().map(this::shifted).toList()));
  }

  private Event.Talk shifted(Event.Talk talk) {
    return switch (talk) {
      case Talk.Posted(var id, var content) -> new Talk.Posted(id, shifted(content));
      case Talk.Edited(var id, var content) -> new Talk.Edited(id, shifted(content));
      case Talk.Deleted(var id, var message, var at) ->
          new Talk.Deleted(id, message, at.plus(shift));
      case Talk.Reacted(var id, var message, var by, var emoji, var at) ->
          new Talk.Reacted(id, message, by, emoji, at.plus(shift));
      case Talk.Unreacted(var id, var message, var by, var emoji, var at) ->
          new Talk.Unreacted(id, message, by, emoji, at.plus(shift));
    };
  }

  private Message shifted(Message message) {
    return new Message(
        message.id(),
        message.author(),
        message.kind(),
        message.at().plus(shift),
        message.thread(),
        message.text(),
        message.files(),
        message.reactions(),
        message.version().plus(shift));
  }
}
