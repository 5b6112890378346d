package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ponte.archive.Chat;
import ponte.command.Acquaintance;
import ponte.command.Command;
import ponte.command.Command.Rsvp;
import ponte.conversation.Audience;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.Event.Place;
import ponte.conversation.EventId;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.expert.Workspace;
import ponte.nlp.Language;
import ponte.nudge.Rungs;
import ponte.pairing.Deciding;
import ponte.platform.ChatPlatform;
import ponte.platform.Delivery;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.platform.PlatformUnavailableException;
import ponte.platform.Postings;
import ponte.platform.Turn;
import ponte.prompt.Prompts;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Reply;
import ponte.schedule.DigestPosts;
import ponte.schedule.Previews;
import ponte.schedule.PrivateSchedules;
import ponte.schedule.Schedules;
import ponte.seeding.Steps;
import ponte.store.Codec;
import ponte.store.InMemoryQueue;

/** A workspace with replicas of Ponte at work in it, for tests that run from end to end. */
final class Team {

  static final ChannelId DEV = Chat.in("dev").channel();
  static final ChannelId BOARD = Chat.in("board").channel();

  /** In the middle of what each day talks about. */
  private static final List<String> SAID =
      List.of(
          "ada: who knows how the Kafka consumers are restarted after the upgrade?",
          "bob: the Kafka consumers restart by themselves once the upgrade is rolled out",
          "kim: I restarted the Kafka consumers by hand yesterday and the upgrade went well",
          "ada: thanks, then I will roll out the Kafka upgrade this afternoon",
          "bob: please tell the support team before you roll out the upgrade",
          "kim: the support team asks for a window after six for the upgrade",
          "ada: we decided to roll out the Kafka upgrade after six in the evening",
          "bob: I will watch the dashboards of the Kafka consumers during the upgrade",
          "kim: good, the dashboards show the lag of each Kafka consumer",
          "ada: the runbook of the Kafka upgrade is in the wiki now",
          "bob: great, I will read the runbook of the upgrade before six");

  private static final Duration STEP = Duration.ofMinutes(15);

  final Workspace acme =
      new Workspace()
          .people("ada", "bob", "kim", "eve")
          .open("random")
          .closed("dev", "ada", "bob", "kim")
          .closed("board", "ada", "bob", "kim");
  final InMemoryQueue queue = new InMemoryQueue(acme.clock);
  final Workplace workplace = Workplaces.at(queue, acme.clock);
  final Inbox inbox = new Inbox(queue, acme.clock);
  final Map<String, Outgoing> shown = new LinkedHashMap<>();

  /** The keys of all that was handed to the platform, those that came again, too. */
  final List<String> delivered = new ArrayList<>();

  final Ponte ponte;

  /** A second replica that works beside it. */
  private final Ponte other;

  private int request;

  /** Whether the platform can be had. */
  private boolean isThere = true;

  /** What the platform says to the next delivery; null: that it is there. */
  @Nullable Delivery refusal;

  final ChatPlatform platform =
      new ChatPlatform() {
        @Override
        public boolean serves(Destination to) {
          return true;
        }

        @Override
        public Set<Capability> capabilities() {
          return Set.of();
        }

        @Override
        public Delivery deliver(Outgoing outgoing, Turn turn) {
          if (!isThere) {
            throw new PlatformUnavailableException("nobody answers", null);
          }
          var said = refusal;
          if (said != null) {
            refusal = null;
            return said;
          }
          shown.putIfAbsent(outgoing.key(), outgoing);
          delivered.add(outgoing.key());
          return new Delivery.Delivered();
        }

        @Override
        public Optional<MessageId> posted(ChannelId channel, String delivery) {
          return Optional.ofNullable(shown.get(delivery))
              .map(_ -> new MessageId(channel, "posted-" + delivery.replace('/', '-')));
        }

        @Override
        public boolean isWritten(PersonId person, String delivery) {
          return shown.containsKey(delivery);
        }
      };

  Team(String now) {
    this(now, Ponte.Rules.DEFAULT);
  }

  Team(String now, Ponte.Rules rules) {
    this.ponte = acme.ponte(queue, rules);
    this.other = acme.ponte(queue, rules);
    acme.clock.set(Instant.parse(now));
    for (var name : List.of("ada", "bob", "kim", "eve")) {
      lives(name, "Europe/Rome", null);
    }
  }

  static PersonId person(String name) {
    return Chat.person(name);
  }

  void lives(String name, String zone, @Nullable Language language) {
    is(name, zone, language, Person.Standing.ACTIVE);
  }

  /** What is known of people goes by when it was told: of the same moment nothing changes. */
  void leaves(String name) {
    passes(Duration.ofSeconds(1));
    is(name, "Europe/Rome", null, Person.Standing.LEFT);
  }

  private void is(String name, String zone, @Nullable Language language, Person.Standing standing) {
    acme.directory.apply(
        List.of(
            new Event.Roster.PersonChanged(
                new EventId("is " + name + standing),
                new Person(person(name), name, name, "", null, ZoneId.of(zone), language, standing),
                acme.clock.instant())));
  }

  /** What is worth a digest, said within the last hour. */
  MessageId talks(String channel) {
    var start =
        Duration.between(Chat.START, acme.clock.instant().minus(Duration.ofHours(1))).toMinutes();
    acme.thread(channel, start, SAID.toArray(String[]::new));
    return Chat.in(channel).id(start);
  }

  /** Something else that is worth a line, said after {@link #talks}. */
  void talksOfSomethingElse(String channel) {
    var start =
        Duration.between(Chat.START, acme.clock.instant().minus(Duration.ofMinutes(30)))
            .toMinutes();
    acme.thread(
        channel,
        start,
        "kim: how do we rotate the certificates of the payment gateway?",
        "bob: the certificates are rotated by the nightly job on the bastion host",
        "kim: the nightly job failed for the gateway last week",
        "bob: I restarted the nightly job and the certificates are new now");
  }

  /** Enough for a digest, and nothing that can be understood by itself. */
  void jokes(String channel) {
    var start =
        Duration.between(Chat.START, acme.clock.instant().minus(Duration.ofMinutes(30)))
            .toMinutes();
    acme.thread(
        channel,
        start,
        "kim: lol",
        "bob: haha",
        "ada: lol",
        "kim: haha",
        "bob: lol",
        "ada: haha",
        "kim: lol",
        "bob: haha",
        "ada: lol",
        "kim: haha",
        "bob: lol",
        "ada: haha");
  }

  /** Says something to Ponte between the two. */
  Reply says(String name, String text) {
    return answer(
        new Event.Request.Asked(id(), person(name), Place.DIRECT, text, acme.clock.instant()));
  }

  /** Says something to Ponte in a channel. */
  Reply says(String name, String text, ChannelId channel) {
    return answer(
        new Event.Request.Asked(
            id(), person(name), new Place(channel, null, null), text, acme.clock.instant()));
  }

  /** Says something to Ponte under a message. */
  Reply says(String name, String text, MessageId thread) {
    return answer(
        new Event.Request.Asked(
            id(),
            person(name),
            new Place(thread.channel(), thread, null),
            text,
            acme.clock.instant()));
  }

  Reply presses(String name, Command command) {
    return presses(person(name), command);
  }

  Reply fillsIn(String name, String form, Map<String, List<String>> values) {
    return answer(
        new Event.Request.Submitted(
            id(), person(name), Place.DIRECT, form, values, acme.clock.instant()));
  }

  private EventId id() {
    return new EventId("e" + request++);
  }

  /** Somebody presses something, with this account of theirs. */
  Reply presses(PersonId by, Command command) {
    return answer(
        new Event.Request.Pressed(
            id(), by, Place.DIRECT, Codec.write(command), acme.clock.instant()));
  }

  /** What is said and shown after somebody pressed something on their own page. */
  List<Outgoing> pressesOnPage(String name, Command command) {
    var id = id();
    inbox.ask(
        new Event.Request.Pressed(
            id, person(name), Place.PAGE, Codec.write(command), acme.clock.instant()));
    work();
    return shown.values().stream().filter(each -> each.key().startsWith(id.value() + "/")).toList();
  }

  Reply answer(Event.Request event) {
    inbox.ask(event);
    work();
    return Objects.requireNonNull(shown.get(event.id().value() + "/answer")).reply();
  }

  /**
   * Tells by which address somebody's accounts are known for one person's.
   *
   * @param language null: the platform does not say which one they read
   */
  void hasAnAddress(PersonId person, @Nullable Language language) {
    var name = person.value();
    acme.directory.apply(
        List.of(
            new Event.Roster.PersonChanged(
                new EventId("address of " + person),
                new Person(
                    person,
                    name,
                    name,
                    "",
                    name + "@acme.example",
                    ZoneId.of("Europe/Rome"),
                    language,
                    Person.Standing.ACTIVE),
                acme.clock.instant().plusMillis(1))));
  }

  /** Somebody presses what says what they want of introductions. */
  void wishes(PersonId person, Acquaintance wish) {
    inbox.ask(
        new Event.Request.Pressed(
            new EventId(person + " " + wish),
            person,
            Event.Place.DIRECT,
            Codec.write(new Command.Meet(wish)),
            acme.clock.instant()));
    work();
  }

  /** Works off all that is due, as two replicas that share a queue. */
  void work() {
    var first = timer(ponte);
    var second = timer(other);
    var workers =
        List.of(
            worker(Inbox.ASKED, answering()),
            worker(Schedules.DUE, first),
            worker(Schedules.DUE, second),
            worker(Inbox.HEARD, hearing()),
            worker(Lately.TOPIC, attending()),
            worker(Prompts.TOPIC, prompting(ponte)),
            worker(Prompts.TOPIC, prompting(other)),
            worker(Deciding.DUE, new Introducing(ponte.pairing().deciding())),
            worker(Deciding.DUE, new Introducing(other.pairing().deciding())),
            worker(Rungs.TOPIC, climbing(ponte)),
            worker(Rungs.TOPIC, climbing(other)),
            worker(Steps.TOPIC, sowing(ponte)),
            worker(Steps.TOPIC, sowing(other)),
            worker(Sweeps.TOPIC, sweeping(ponte)),
            worker(Sweeps.TOPIC, sweeping(other)),
            worker(Unasked.TOPIC, unasked(ponte)),
            worker(Unasked.TOPIC, unasked(ponte)),
            worker(PrivateSchedules.DUE, privately(ponte)),
            worker(PrivateSchedules.DUE, privately(other)),
            worker(Previews.TOPIC, previewing(ponte)),
            worker(Previews.TOPIC, previewing(other)),
            worker(DigestPosts.TOPIC, correcting(ponte)),
            worker(DigestPosts.TOPIC, correcting(other)),
            worker(Outbox.TOPIC, delivering()));
    var idle = 0;
    while (idle < workers.size()) {
      idle = 0;
      for (var worker : workers) {
        idle += worker.workOnce() ? 0 : 1;
      }
    }
  }

  Answering answering() {
    return answering(ponte);
  }

  Answering answering(Ponte replica) {
    return new Answering(
        new Newcomers(
            replica.joining(), acme.directory, replica.preferences(), List.of(), acme.clock),
        replica.bot(),
        new Outbox(queue, acme.clock));
  }

  Timing timer(Ponte replica) {
    return new Timing(
        replica.dueDigests(),
        new Discretion(replica.preferences()),
        new Outbox(queue, acme.clock),
        unasked(replica));
  }

  Handler privately(Ponte replica) {
    return Planned.privateDigests(
        replica.duePrivateDigests(),
        Postings.of(List.of(platform)),
        new Discretion(replica.preferences()),
        delivering());
  }

  Hearing hearing() {
    return new Hearing(
        ponte.joining(),
        acme.directory,
        acme.archive,
        ponte.preferences(),
        ponte.sweep(),
        new Sweeps(queue, acme.clock),
        new Lately(queue, acme.clock),
        ponte.feeds(),
        ponte::heard);
  }

  Handler sowing(Ponte replica) {
    return Planned.seeds(
        replica.seeding().planting(),
        Postings.of(List.of(platform)),
        new Discretion(replica.preferences()),
        new Outbox(queue, acme.clock));
  }

  Handler sweeping(Ponte replica) {
    return new Sweeping(replica.sweep(), new Sweeps(queue, acme.clock));
  }

  Handler previewing(Ponte replica) {
    return Planned.previews(
        replica.previews(), new Discretion(replica.preferences()), delivering());
  }

  Correcting correcting(Ponte replica) {
    return new Correcting(
        replica.digestPosts(),
        Postings.of(List.of(platform)),
        new Discretion(replica.preferences()),
        new Outbox(queue, acme.clock));
  }

  Attending attending() {
    return new Attending(acme.archive, ponte, inbox, Postings.of(List.of(platform)), acme.clock);
  }

  Handler climbing(Ponte replica) {
    return Planned.rungs(
        replica.ladder(), new Discretion(replica.preferences()), new Outbox(queue, acme.clock));
  }

  Prompting prompting(Ponte replica) {
    return new Prompting(
        acme.directory,
        replica.preferences(),
        replica.prompting(),
        doorway(replica),
        Postings.of(List.of(platform)));
  }

  private Unasked unasked(Ponte replica) {
    return new Unasked(queue, doorway(replica), acme.clock);
  }

  private Doorway doorway(Ponte replica) {
    return new Doorway(
        replica.gate(), new Discretion(replica.preferences()), delivering(), workplace.witness());
  }

  Delivering delivering() {
    return new Delivering(List.of(platform), workplace);
  }

  Worker worker(String topic, Handler handler) {
    return new Worker(topic, handler, workplace);
  }

  /** Somebody says something in a channel now. */
  MessageId posts(String name, ChannelId channel, String text) {
    var id = new MessageId(channel, "m" + request++);
    hears(person(name), id, null, text, acme.clock.instant());
    return id;
  }

  /** Somebody says something under a message now. */
  MessageId replies(String name, MessageId opening, String text) {
    return replies(person(name), opening, text);
  }

  /** Somebody says something under a message now, with this account of theirs. */
  MessageId replies(PersonId by, MessageId opening, String text) {
    var id = new MessageId(opening.channel(), "m" + request++);
    hears(by, id, opening, text, acme.clock.instant());
    return id;
  }

  /** What somebody said some time ago is heard now. */
  MessageId posted(String name, ChannelId channel, String text, Instant at) {
    var id = new MessageId(channel, "m" + request++);
    hears(person(name), id, null, text, at);
    return id;
  }

  /** What somebody said below a message some time ago is heard now. */
  MessageId said(String name, MessageId opening, String text, Instant at) {
    var id = new MessageId(opening.channel(), "m" + request++);
    hears(person(name), id, opening, text, at);
    return id;
  }

  /** Threads on a Monday in the channel of developers, enough for a digest and of nothing else. */
  void speaksOfTheParkingLot() {
    var at = Instant.parse("2026-03-23T12:00:00Z");
    for (int lot = 0; lot < 5; lot++) {
      var opening =
          posted(
              "kim",
              DEV,
              "The parking lot number " + lot + " is closed because of the works in Milan",
              at.plus(Duration.ofHours(lot)));
      said(
          "bob",
          opening,
          "the parking lot opens again in the first week of the next month",
          at.plus(Duration.ofHours(lot)).plus(Duration.ofMinutes(5)));
      said(
          "ada",
          opening,
          "thanks for the news of the parking lot",
          at.plus(Duration.ofHours(lot)).plus(Duration.ofMinutes(15)));
    }
  }

  private void hears(
      PersonId by, MessageId id, @Nullable MessageId thread, String text, Instant now) {
    var message =
        new Message(
            id,
            by,
            Message.Kind.TALK,
            now,
            thread,
            RichText.plain(text),
            List.of(),
            List.of(),
            now);
    hears(new Event.Talk.Posted(new EventId("said " + id), message));
  }

  /** Somebody reacts to a message now. */
  void reacts(String name, MessageId message, String emoji) {
    hears(
        new Event.Talk.Reacted(
            new EventId("reacted " + message + " " + emoji + " " + request++),
            message,
            person(name),
            emoji,
            acme.clock.instant()));
  }

  /** Somebody takes away their reaction to a message now. */
  void unreacts(String name, MessageId message, String emoji) {
    hears(
        new Event.Talk.Unreacted(
            new EventId("unreacted " + message + " " + emoji + " " + request++),
            message,
            person(name),
            emoji,
            acme.clock.instant()));
  }

  void takesBack(MessageId message) {
    hears(
        new Event.Talk.Deleted(
            new EventId("taken back " + message), message, acme.clock.instant()));
  }

  /** Somebody writes something else in the place of a message. */
  void edits(MessageId message, String text) {
    var before = acme.archive.find(message, Audience.of(message.channel())).orElseThrow().message();
    hears(
        new Event.Talk.Edited(
            new EventId("edited " + message + " " + request++),
            new Message(
                message,
                before.author(),
                before.kind(),
                before.at(),
                before.thread(),
                RichText.plain(text),
                before.files(),
                List.of(),
                acme.clock.instant())));
  }

  /** What stands by now where something was posted in a channel. */
  Reply standing(Outgoing posted) {
    return shown.values().stream()
        .filter(
            each ->
                each.to() instanceof Destination.InPlaceOf(_, var delivery)
                    && delivery.equals(posted.key()))
        .map(Outgoing::reply)
        .reduce(posted.reply(), (_, later) -> later);
  }

  /** A message is taken back, and what follows from it is still to be done. */
  void hearsItTakenBack(MessageId message) {
    var event =
        new Event.Talk.Deleted(new EventId("taken back " + message), message, acme.clock.instant());
    inbox.hear(message.channel().toString(), event.id().value(), List.of(event));
    worker(Inbox.HEARD, hearing()).workOnce();
  }

  /** Something about channels and people is heard, all in one go. */
  void hears(Event.Roster... roster) {
    inbox.hear("roster", roster[0].id().value(), List.of(roster));
    work();
  }

  private void hears(Event.Talk talk) {
    inbox.hear(talk.message().channel().toString(), talk.id().value(), List.of(talk));
    work();
  }

  /** The platform does not answer, until it does. */
  void platformGoes() {
    isThere = false;
  }

  void platformComes() {
    isThere = true;
  }

  /** Works at a later moment, and not before. */
  void at(String moment) {
    acme.clock.set(Instant.parse(moment));
    work();
  }

  /** Lets time pass, working each quarter of an hour. */
  void passes(Duration time) {
    var until = acme.clock.instant().plus(time);
    while (acme.clock.instant().isBefore(until)) {
      var left = Duration.between(acme.clock.instant(), until);
      acme.clock.advance(left.compareTo(STEP) < 0 ? left : STEP);
      work();
    }
  }

  /** What was posted in a channel, by its key. */
  List<Outgoing> posted(ChannelId channel) {
    return shown.values().stream()
        .filter(each -> each.to().equals(new Destination.InChannel(channel)))
        .toList();
  }

  /** What was written to somebody unasked. */
  List<Outgoing> written(String name) {
    return shown.values().stream()
        .filter(each -> each.to().equals(new Destination.Together(Set.of(person(name)))))
        .toList();
  }

  /** What was written to several together. */
  List<Outgoing> together(String... names) {
    var people = Stream.of(names).map(Team::person).collect(Collectors.toUnmodifiableSet());
    return shown.values().stream()
        .filter(each -> each.to().equals(new Destination.Together(people)))
        .toList();
  }

  /** What was written to somebody unasked, where that was one thing. */
  Outgoing theOnly(String name) {
    var written = written(name);
    assertThat(written).as(name).hasSize(1);
    return written.getFirst();
  }

  /** What was posted under a message. */
  List<Outgoing> underThe(MessageId message) {
    return shown.values().stream()
        .filter(each -> each.to().equals(new Destination.InThread(message)))
        .toList();
  }

  /** The button of the last invitation of somebody that says this. */
  Command rsvp(String name, Rsvp rsvp) {
    return commands(written(name).getLast().reply()).stream()
        .filter(
            command -> command instanceof Command.AnswerInvitation answer && answer.rsvp() == rsvp)
        .findFirst()
        .orElseThrow();
  }

  static String words(Reply reply) {
    var words = new StringBuilder();
    for (var block : reply.blocks()) {
      switch (block) {
        case Block.Heading(var text) -> words.append(text);
        case Block.Paragraph(var text) -> append(text.spans(), words);
        case Block.Note(var text) -> append(text.spans(), words);
        case Block.PersonCard card -> {
          words.append(card.person().name());
          card.reasons().forEach(reason -> append(reason.spans(), words));
        }
        case Block.Listing(var title, var items) -> {
          words.append(title).append('\n');
          items.forEach(
              item -> {
                item.lines().forEach(line -> append(line.spans(), words));
                append(item.small().spans(), words);
              });
        }
        case Block.Buttons(var buttons) ->
            buttons.forEach(button -> words.append('[').append(button.label()).append(']'));
        case Block.FillIn(var form, _) -> words.append(form.title());
        case Block.File file -> words.append(file.content());
        case Block.Picture picture -> words.append(picture.alternative());
      }
      words.append('\n');
    }
    return words.toString();
  }

  private static void append(List<Span> spans, StringBuilder words) {
    for (var span : spans) {
      switch (span) {
        case Span.Plain(var text) -> words.append(text);
        case Span.Mention(var person) -> words.append('@').append(person.value());
        case Span.ChannelLink(_, var name) -> words.append('#').append(name);
        case Span.MessageLink(_, var label) -> words.append(label);
        case Span.Styled(_, var styled) -> append(styled, words);
        case Span.Quote(var quoted) -> append(quoted, words);
        default -> words.append(span);
      }
    }
  }

  static List<Command> commands(Reply reply) {
    var commands = new ArrayList<Command>();
    for (var block : reply.blocks()) {
      if (block instanceof Block.Buttons(var buttons)) {
        buttons.stream().map(Button::command).forEach(commands::add);
      }
    }
    return commands;
  }

  static <T extends Command> T button(Reply reply, Class<T> kind) {
    return commands(reply).stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + kind + " in " + words(reply)));
  }
}
