package ponte.bench.company;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import ponte.archive.Archive;
import ponte.archive.Conversations;
import ponte.bench.ReplayClock;
import ponte.bot.DeadLetters;
import ponte.bot.Inbox;
import ponte.bot.Ponte;
import ponte.bot.Workers;
import ponte.bot.Workplace;
import ponte.command.Command;
import ponte.conversation.Away;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.Event.Roster;
import ponte.conversation.EventId;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.directory.Directory;
import ponte.lucene.LuceneArchive;
import ponte.mvstore.MvStoreState;
import ponte.nlp.Nlp;
import ponte.nudge.Holidays;
import ponte.platform.ChatPlatform;
import ponte.platform.Delivery;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.platform.ReadingProgress;
import ponte.platform.Turn;
import ponte.store.Codec;
import ponte.store.State;

/** Ponte as it is shipped, moved into a company: its storage, its workers, a platform. */
final class House implements AutoCloseable {

  private static final int BATCH = 500;

  final ReplayClock clock;
  final State state;
  private final Archive archive;
  final Directory directory;
  final Ponte ponte;
  final Holidays holidays;
  private final Company company;
  private final Inbox inbox;
  private final Workers workers;
  private long events;

  House(
      Storage storage,
      Company company,
      Terms terms,
      ReplayClock clock,
      Consumer<Outgoing> delivered) {
    this.company = company;
    this.clock = clock;
    this.holidays = terms.holidays();
    clock.set(Company.start());
    this.state = storage.state(clock);
    this.archive = storage.archive(terms.nlp());
    this.directory = new Directory(state.records());
    this.ponte =
        new Ponte(
            new Ponte.Ports(
                archive,
                directory,
                state.records(),
                state.queue(),
                terms.nlp(),
                ReadingProgress.NONE,
                holidays,
                List.of(),
                clock),
            terms.rules());
    this.inbox = new Inbox(state.queue(), clock);
    this.workers =
        new Workers(
            directory,
            archive,
            ponte,
            List.of(platform(delivered)),
            List.of(),
            new Workplace(
                state.queue(),
                Duration.ofMinutes(2),
                clock,
                System::nanoTime,
                new Random(1),
                _ -> {}));
    directory.apply(roster(terms));
    ponte.planAhead();
  }

  /** Where everything is kept. */
  interface Storage {

    State state(Clock clock);

    Archive archive(Nlp nlp);

    /** As on one machine. */
    static Storage in(Path path) {
      return new Storage() {
        @Override
        public State state(Clock clock) {
          return MvStoreState.open(path.resolve("state.mv"), clock);
        }

        @Override
        public Archive archive(Nlp nlp) {
          return LuceneArchive.open(path.resolve("archive"), nlp, Conversations.Rules.DEFAULT);
        }
      };
    }
  }

  /**
   * What Ponte is given.
   *
   * @param clocks where the directory believes that somebody's clock stands
   */
  record Terms(Nlp nlp, Ponte.Rules rules, Holidays holidays, Clocks clocks) {

    interface Clocks {
      ZoneId of(Colleague who);
    }
  }

  private static ChatPlatform platform(Consumer<Outgoing> delivered) {
    return new ChatPlatform() {
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
        delivered.accept(outgoing);
        return new Delivery.Delivered();
      }

      @Override
      public Optional<MessageId> posted(ChannelId channel, String delivery) {
        return Optional.empty();
      }

      @Override
      public boolean isWritten(PersonId person, String delivery) {
        return false;
      }
    };
  }

  private List<Roster> roster(Terms terms) {
    var at = Company.start().minus(Duration.ofDays(365));
    var roster = new ArrayList<Roster>();
    for (var each : company.people()) {
      for (var account : each.accounts()) {
        roster.add(
            new Roster.PersonChanged(id(), person(each, account, terms.clocks().of(each)), at));
      }
    }
    for (var field = 0; field < company.channels().size(); field++) {
      var channel = company.channels().get(field);
      var members =
          company.members().get(field).stream()
              .flatMap(each -> company.account(each, channel).stream())
              .collect(Collectors.toSet());
      roster.add(
          new Roster.ChannelChanged(
              id(),
              new Channel(channel, Words.channel(field), Channel.Visibility.PUBLIC, "", "", false),
              at));
      roster.add(new Roster.MembersListed(id(), channel, members, at));
    }
    return roster;
  }

  private static Person person(Colleague who, PersonId account, ZoneId zone) {
    return new Person(
        account,
        who.name(),
        "colleague" + who.number(),
        Words.title(who.field()),
        "colleague" + who.number() + "@company.example",
        zone,
        null,
        Person.Standing.ACTIVE);
  }

  private EventId id() {
    return new EventId("e" + events++);
  }

  /** Reads what was said before the first day. */
  void remember(List<Asked> past) {
    var said = new ArrayList<Event.Talk>();
    for (var asked : past) {
      var asker = company.account(asked.asker(), asked.channel()).orElseThrow();
      said.add(posted(Life.message(asked.id(), asker, asked.at(), null, asked.text())));
      var answer = asked.answer();
      if (answer != null && answer.at().isBefore(Company.start())) {
        var id = new MessageId(asked.channel(), "p" + asked.number());
        var by = company.account(answer.by(), asked.channel()).orElseThrow();
        var words =
            Words.answer(
                asked.subject(),
                company.chance().of(Chance.About.THANKS, asked.number(), answer.by()));
        said.add(posted(Life.message(id, by, answer.at(), asked.id(), words)));
      }
    }
    for (var from = 0; from < said.size(); from += BATCH) {
      archive.apply(said.subList(from, Math.min(from + BATCH, said.size())));
    }
  }

  Event.Talk.Posted posted(Message message) {
    return new Event.Talk.Posted(new EventId("said " + message.id()), message);
  }

  void hears(Event.Talk talk) {
    inbox.hear(talk.message().channel().toString(), talk.id().value(), List.of(talk));
  }

  void marked(MessageId message, PersonId by) {
    hears(new Event.Talk.Reacted(id(), message, by, "white_check_mark", clock.instant()));
  }

  void away(Colleague who, Away away) {
    var now = clock.instant();
    for (var account : who.accounts()) {
      var known = directory.person(account).orElseThrow();
      inbox.hear(
          account.toString(),
          "away " + account + now,
          List.of(new Roster.PersonChanged(id(), known.with(away), now)));
    }
  }

  /** Somebody presses something, and it is done at once. */
  EventId press(PersonId by, Command command) {
    return answered(
        new Event.Request.Pressed(
            id(), by, Event.Place.DIRECT, Codec.write(command), clock.instant()));
  }

  /** Somebody writes to Ponte, and it is done at once. */
  EventId write(PersonId by, String text) {
    return answered(new Event.Request.Asked(id(), by, Event.Place.DIRECT, text, clock.instant()));
  }

  private EventId answered(Event.Request request) {
    workers.answerNow(request);
    return request.id();
  }

  void work() {
    workers.workOff();
  }

  /** Fails where anything was given up. */
  @Override
  public void close() {
    var given = new DeadLetters(state.queue(), List.of()).piles();
    workers.close();
    archive.close();
    state.close();
    if (!given.isEmpty()) {
      throw new IllegalStateException("given up: " + given);
    }
  }
}
