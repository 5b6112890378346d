package ponte.teams.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import ponte.conversation.ChannelId;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.platform.ChatPlatform;
import ponte.platform.Delivery;
import ponte.platform.DeliveryNotes;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.platform.PlatformUnavailableException;
import ponte.platform.Turn;
import ponte.reply.Reply;
import ponte.store.Records;
import ponte.teams.Conversations;
import ponte.teams.card.Cards;
import ponte.teams.card.Drawn;
import ponte.teams.card.Eyes;
import ponte.teams.connector.Answer;
import ponte.teams.connector.Call;
import ponte.teams.connector.Connector;
import ponte.teams.reference.Reference;
import ponte.teams.reference.References;
import ponte.teams.reference.ReplyRoutes;
import ponte.teams.reference.Service;

/** Speaks in the tenants that Ponte was heard in. */
public final class TeamsPlatform implements ChatPlatform {

  private static final int GONE = 404;

  /** So long after some of several have it and Teams is away the others are tried again. */
  private static final Duration AGAIN = Duration.ofMinutes(1);

  private final Connector connector;
  private final Cards cards;
  private final References references;
  private final PrivateReplies privately;
  private final PersonalChats chats;
  private final Posting posting;
  private final Answers answers;
  private final HomeCards homes;
  private final Clock clock;

  public TeamsPlatform(
      Connector connector,
      Cards cards,
      References references,
      ReplyRoutes routes,
      FileOffers files,
      PrivateReplies privately,
      Records records,
      Clock clock) {
    this.connector = connector;
    this.cards = cards;
    this.references = references;
    this.privately = privately;
    this.chats = new PersonalChats(connector, references);
    this.posting = new Posting(new DeliveryNotes("teams-delivery", records, clock));
    this.answers =
        new Answers(connector, cards, references, routes, chats, posting, files, privately);
    this.homes = new HomeCards(records);
    this.clock = clock;
  }

  /** What was asked in Teams is answered there, or nowhere. */
  @Override
  public boolean serves(Destination to) {
    return to instanceof Destination.Answer answer
        ? Conversations.isFromTeams(answer.request())
        : references.service(to.workspace()).isPresent();
  }

  @Override
  public Set<Capability> capabilities() {
    var capabilities = EnumSet.of(Capability.THREADS, Capability.FORMS, Capability.HOME_PAGE);
    if (privately == PrivateReplies.TARGETED) {
      capabilities.add(Capability.PRIVATE_REPLIES);
    }
    return capabilities;
  }

  @Override
  public Delivery deliver(Outgoing outgoing, Turn turn) {
    var reply = outgoing.reply();
    return switch (outgoing.to()) {
      case Destination.Answer answer -> answers.deliver(answer, reply, outgoing.key(), turn);
      case Destination.Together(var people) -> together(people, reply, outgoing.key(), turn);
      case Destination.InChannel(var channel) -> inChannel(channel, reply, outgoing.key(), turn);
      case Destination.InThread(var opening) -> inThread(opening, reply, outgoing.key(), turn);
      case Destination.Under(var channel, var delivery) ->
          posted(channel, delivery)
              .map(opening -> inThread(opening, reply, outgoing.key(), turn))
              .orElseGet(TeamsPlatform::notThere);
      case Destination.InPlaceOf place -> inPlaceOf(place, reply, turn);
      case Destination.Home(var person) -> homes.deliver(person, reply, cards, connector, chats);
    };
  }

  /**
   * A bot cannot begin a chat of several people. So each is told in the chat they have with Ponte,
   * with a button that opens one for all of them.
   */
  private Delivery together(Set<PersonId> people, Reply reply, String key, Turn turn) {
    var outcomes = new ArrayList<Delivery>();
    for (var person : new TreeSet<>(people)) {
      var others = new TreeSet<>(people);
      others.remove(person);
      var drawn = cards.toEach(reply, person, others);
      var isBegun = outcomes.stream().anyMatch(Delivery.Delivered.class::isInstance);
      var outcome = toOne(person, drawn, own(key, person), isBegun, turn);
      if (outcome instanceof Delivery.Later(var notBefore, var reason, var begun)) {
        return new Delivery.Later(notBefore, reason, begun || isBegun);
      }
      outcomes.add(outcome);
    }
    return outcomes.stream()
        .filter(Delivery.Impossible.class::isInstance)
        .findFirst()
        .orElseGet(Delivery.Delivered::new);
  }

  /**
   * @param isBegun whether others have it already: who keeps that need not wait for this one
   */
  private Delivery toOne(
      PersonId person, List<Drawn> drawn, String key, boolean isBegun, Turn turn) {
    try {
      return each(drawn, key, (each, delivery) -> tell(person, each, delivery, turn));
    } catch (PlatformUnavailableException e) {
      if (!isBegun) {
        throw e;
      }
      return new Delivery.Later(clock.instant().plus(AGAIN), "teams does not answer", true);
    }
  }

  private Delivery tell(PersonId person, Drawn drawn, String delivery, Turn turn) {
    return posting.once(
        person.workspace(),
        delivery,
        Doubt.ASK,
        turn,
        () ->
            chats.in(
                person,
                chat ->
                    connector.call(
                        chat.service(), Call.post(chat.conversation(), Activities.card(drawn)))));
  }

  /**
   * The first message begins a thread of the channel, and those that do not fit into it are its
   * answers.
   */
  private Delivery inChannel(ChannelId channel, Reply reply, String key, Turn turn) {
    return into(
        channel,
        reply,
        key,
        turn,
        (reference, delivery) -> below(reference, channel, key, delivery));
  }

  private Delivery inThread(MessageId opening, Reply reply, String key, Turn turn) {
    return into(opening.channel(), reply, key, turn, (_, _) -> Conversations.thread(opening));
  }

  /**
   * @param conversation where in the channel each delivery goes
   */
  private Delivery into(
      ChannelId channel,
      Reply reply,
      String key,
      Turn turn,
      BiFunction<Reference, String, String> conversation) {
    var reference = reference(channel);
    if (reference.isEmpty()) {
      return Posting.outcome(new Answer.Refused(0, "NotHeard", ""));
    }
    return each(
        cards.messages(reply, new Eyes.Many(channel.workspace())),
        key,
        (drawn, delivery) ->
            posting.once(
                channel.workspace(),
                delivery,
                Doubt.ASK,
                turn,
                () ->
                    connector.call(
                        reference.get().service(),
                        Call.post(
                            conversation.apply(reference.get(), delivery),
                            Activities.card(drawn)))));
  }

  private Delivery inPlaceOf(Destination.InPlaceOf to, Reply reply, Turn turn) {
    var key = to.delivery();
    return switch (to.place()) {
      case Destination.InChannel(var channel) -> inPlaceOf(channel, key, key, reply, turn);
      case Destination.Under(var channel, var above) -> inPlaceOf(channel, above, key, reply, turn);
      case Destination.Together(var people) ->
          inPlaceOf(people.iterator().next(), key, reply, turn);
      case Destination.Answer _,
          Destination.InThread _,
          Destination.Home _,
          Destination.InPlaceOf _ ->
          notThere();
    };
  }

  /** In the chat of one person, where every message stands by itself. */
  private Delivery inPlaceOf(PersonId person, String delivery, Reply reply, Turn turn) {
    var tenant = person.workspace();
    var key = own(delivery, person);
    if (posting.message(tenant, key + "#0").isEmpty()) {
      return notThere();
    }
    var drawn = cards.toEach(reply, person, Set.of());
    var changed =
        each(
            drawn,
            key,
            (part, own) ->
                posting
                    .message(tenant, own)
                    .map(
                        id ->
                            changed(
                                person,
                                chat -> Call.update(chat.conversation(), id, Activities.card(part)),
                                turn))
                    .orElseGet(() -> tell(person, part, own, turn)));
    for (int i = drawn.size(); changed instanceof Delivery.Delivered; i++) {
      var surplus = posting.message(tenant, key + "#" + i);
      if (surplus.isEmpty()) {
        break;
      }
      changed = changed(person, chat -> Call.delete(chat.conversation(), surplus.get()), turn);
    }
    return changed;
  }

  private Delivery changed(PersonId person, Function<Reference, Call> call, Turn turn) {
    turn.confirm();
    return changed(chats.in(person, chat -> connector.call(chat.service(), call.apply(chat))));
  }

  /** What one of several was told is theirs alone to be looked up. */
  private static String own(String key, PersonId person) {
    return key + "@" + person;
  }

  /**
   * What it needs more messages for is posted after those that are there; those it does not need
   * any more are removed. All of them are of the thread that the first one opened, or stands in.
   *
   * @param opening the key of what opened the thread
   */
  private Delivery inPlaceOf(
      ChannelId channel, String opening, String key, Reply reply, Turn turn) {
    var root = posted(channel, opening);
    var reference = reference(channel);
    if (root.isEmpty() || reference.isEmpty() || posted(channel, key).isEmpty()) {
      return notThere();
    }
    var conversation = Conversations.thread(root.get());
    var service = reference.get().service();
    var drawn = cards.messages(reply, new Eyes.Many(channel.workspace()));
    var changed =
        each(
            drawn,
            key,
            (part, delivery) ->
                posting
                    .message(channel.workspace(), delivery)
                    .map(id -> Call.update(conversation, id, Activities.card(part)))
                    .map(update -> change(service, update, turn))
                    .orElseGet(
                        () ->
                            posting.once(
                                channel.workspace(),
                                delivery,
                                Doubt.ASK,
                                turn,
                                () ->
                                    connector.call(
                                        service, Call.post(conversation, Activities.card(part))))));
    for (int i = drawn.size(); changed instanceof Delivery.Delivered; i++) {
      var surplus = posting.message(channel.workspace(), key + "#" + i);
      if (surplus.isEmpty()) {
        break;
      }
      changed = change(service, Call.delete(conversation, surplus.get()), turn);
    }
    return changed;
  }

  private Delivery change(Service service, Call call, Turn turn) {
    turn.confirm();
    return changed(connector.call(service, call));
  }

  /** What somebody has removed already needs no change. */
  private static Delivery changed(Answer answer) {
    return answer instanceof Answer.Refused(var status, _, _) && status == GONE
        ? new Delivery.Delivered()
        : Posting.outcome(answer);
  }

  private static Delivery notThere() {
    return new Delivery.Impossible("what it belongs to was not posted");
  }

  private Optional<Reference> reference(ChannelId channel) {
    return references
        .channel(channel)
        .or(
            () ->
                references
                    .service(channel.workspace())
                    .map(service -> service.conversation(channel.value())));
  }

  @Override
  public Optional<MessageId> posted(ChannelId channel, String delivery) {
    return posting
        .message(channel.workspace(), delivery + "#0")
        .map(message -> new MessageId(channel, message));
  }

  @Override
  public boolean isWritten(PersonId person, String delivery) {
    return posting.message(person.workspace(), own(delivery, person) + "#0").isPresent();
  }

  /** Where a message goes: the first of several stands in the channel, the others under it. */
  private String below(Reference reference, ChannelId channel, String key, String delivery) {
    return delivery.equals(key + "#0")
        ? reference.conversation()
        : posting
            .message(channel.workspace(), key + "#0")
            .map(first -> Conversations.thread(new MessageId(channel, first)))
            .orElse(reference.conversation());
  }

  /** Posts one of the messages that a reply became. */
  @FunctionalInterface
  private interface Part {
    Delivery post(Drawn drawn, String delivery);
  }

  /** Posts messages in their order, up to the first that cannot be posted now. */
  private static Delivery each(List<Drawn> drawn, String key, Part part) {
    Delivery delivered = new Delivery.Delivered();
    for (int i = 0; i < drawn.size() && delivered instanceof Delivery.Delivered; i++) {
      delivered = part.post(drawn.get(i), key + "#" + i);
    }
    return delivered;
  }
}
