package ponte.slack.delivery;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ponte.conversation.ChannelId;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.directory.Directory;
import ponte.platform.ChatPlatform;
import ponte.platform.Delivery;
import ponte.platform.DeliveryNotes;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.platform.Permalinks;
import ponte.platform.Turn;
import ponte.reply.Reply;
import ponte.slack.SlackButtons;
import ponte.slack.api.Method;
import ponte.slack.api.SlackApi;
import ponte.slack.blockkit.BlockKit;
import ponte.slack.blockkit.Eyes;
import ponte.slack.installation.FormerWorkspaces;
import ponte.slack.installation.Installations;
import ponte.slack.live.ReplyRoutes;
import ponte.store.Records;

/** Speaks in the Slack workspaces where Ponte is installed. */
public final class SlackPlatform implements ChatPlatform {

  private final SlackApi api;
  private final Installations installations;
  private final FormerWorkspaces former;
  private final BlockKit blockKit;
  private final Messages messages;
  private final Answers answers;
  private final Doors doors;

  /**
   * @param permalinks of all platforms: a reply may quote what was said on another
   */
  public SlackPlatform(
      SlackApi api,
      Installations installations,
      Directory directory,
      Permalinks permalinks,
      ReplyRoutes routes,
      Waiting waiting,
      Records records,
      Clock clock) {
    this.api = api;
    this.installations = installations;
    this.former = new FormerWorkspaces(records);
    this.blockKit =
        new BlockKit(new Links(permalinks, directory, SlackButtons.values(records, clock)));
    var notes = new DeliveryNotes("slack-delivery", records, clock);
    var posting = new Posting(api, notes);
    this.doors = new Doors(api);
    this.messages = new Messages(blockKit, posting, new Files(api, notes));
    this.answers = new Answers(api, routes, waiting, messages, posting, notes, doors);
  }

  /**
   * What was asked in Slack is answered there, or nowhere; so is what was to be said in a workspace
   * that Ponte was taken out of since.
   */
  @Override
  public boolean serves(Destination to) {
    return to instanceof Destination.Answer answer
        ? ReplyRoutes.isFromSlack(answer.request())
        : installations.find(to.workspace()).isPresent() || former.contains(to.workspace());
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(
        Capability.PRIVATE_REPLIES, Capability.THREADS, Capability.FORMS, Capability.HOME_PAGE);
  }

  @Override
  public Delivery deliver(Outgoing outgoing, Turn turn) {
    var reply = outgoing.reply();
    return switch (outgoing.to()) {
      case Destination.Answer answer -> answers.deliver(answer, reply, outgoing.key(), turn);
      case Destination.Together(var people) -> together(people, reply, outgoing.key(), turn);
      case Destination.InChannel(var channel) ->
          messages.post(channel, null, reply, Eyes.MANY, outgoing.key(), turn);
      case Destination.InThread(var opening) ->
          messages.post(opening.channel(), opening.value(), reply, Eyes.MANY, outgoing.key(), turn);
      case Destination.Under(var channel, var delivery) ->
          messages
              .posted(channel, delivery)
              .map(
                  opening ->
                      messages.post(
                          channel, opening.value(), reply, Eyes.MANY, outgoing.key(), turn))
              .orElseGet(SlackPlatform::notThere);
      case Destination.InPlaceOf place -> inPlaceOf(place, reply, turn);
      case Destination.Home(var person) -> publish(person, reply, turn);
    };
  }

  private Delivery inPlaceOf(Destination.InPlaceOf to, Reply reply, Turn turn) {
    return switch (to.place()) {
      case Destination.Together(var people) ->
          switch (doors.to(people)) {
            case Doors.Door.Open(var chat) ->
                change(chat, null, reply, Eyes.ONE, to.delivery(), turn);
            case Doors.Door.Shut(var answer) -> Posting.outcome(answer);
          };
      case Destination.Under(var channel, var above) ->
          change(
              channel,
              messages.posted(channel, above).map(MessageId::value).orElse(null),
              reply,
              Eyes.MANY,
              to.delivery(),
              turn);
      case Destination.InChannel(var channel) ->
          change(channel, null, reply, Eyes.MANY, to.delivery(), turn);
      case Destination.Answer _,
          Destination.InThread _,
          Destination.Home _,
          Destination.InPlaceOf _ ->
          notThere();
    };
  }

  private Delivery change(
      ChannelId channel,
      @Nullable String thread,
      Reply reply,
      Eyes eyes,
      String delivery,
      Turn turn) {
    return messages.posted(channel, delivery).isEmpty()
        ? notThere()
        : messages.change(channel, thread, reply, eyes, delivery, turn);
  }

  private static Delivery notThere() {
    return new Delivery.Impossible("what it belongs to was not posted");
  }

  @Override
  public Optional<MessageId> posted(ChannelId channel, String delivery) {
    return messages.posted(channel, delivery);
  }

  @Override
  public boolean isWritten(PersonId person, String delivery) {
    return messages.isWritten(person.workspace(), delivery);
  }

  private Delivery together(Set<PersonId> people, Reply reply, String key, Turn turn) {
    var eyes = people.size() == 1 ? Eyes.ONE : Eyes.MANY;
    return switch (doors.to(people)) {
      case Doors.Door.Open(var channel) -> messages.post(channel, null, reply, eyes, key, turn);
      case Doors.Door.Shut(var answer) -> Posting.outcome(answer);
    };
  }

  /** To publish the same page twice changes nothing; to publish an old one late does. */
  private Delivery publish(PersonId person, Reply reply, Turn turn) {
    return Posting.outcome(
        api.call(
            person.workspace(),
            Method.VIEWS_PUBLISH,
            Map.of("user_id", person.value(), "view", blockKit.home(reply)),
            turn));
  }
}
