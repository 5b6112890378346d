package ponte.digest;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ponte.TestClock;
import ponte.archive.Chat;
import ponte.archive.InMemoryArchive;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.command.Command.Period;
import ponte.consent.Preferences;
import ponte.conversation.Audience;
import ponte.conversation.Away;
import ponte.conversation.Channel;
import ponte.conversation.Event.Roster;
import ponte.conversation.Event.Talk;
import ponte.conversation.EventId;
import ponte.conversation.Message;
import ponte.conversation.Person;
import ponte.directory.Directory;
import ponte.expert.ExpertRules;
import ponte.expert.Experts;
import ponte.expert.Feedback;
import ponte.expert.Opinions;
import ponte.expert.Posed;
import ponte.expert.Requests;
import ponte.follow.Follows;
import ponte.nlp.Language;
import ponte.nlp.Nlp;
import ponte.store.InMemoryRecords;

/** A public and a private channel, and digests of them for tests; today is a Thursday at noon. */
final class Room {

  static final Nlp NLP = Nlp.shared();
  static final Instant NOW = Instant.parse("2026-03-05T12:00:00Z");
  static final ZoneId ZONE = ZoneOffset.UTC;

  final Chat dev = Chat.in("C1");
  final Chat board = Chat.in("G1");
  final TestClock clock = TestClock.at(NOW);
  final InMemoryArchive archive = new InMemoryArchive();

  private final InMemoryRecords records = new InMemoryRecords(clock);
  final Directory directory = new Directory(records);
  final Preferences preferences = new Preferences(records, directory);
  private final List<Message> small = new ArrayList<>();

  Room() {
    directory.apply(
        List.of(
            channel(dev, "dev-backend", Channel.Visibility.PUBLIC),
            channel(board, "direzione", Channel.Visibility.PRIVATE),
            new Roster.MembersListed(
                new EventId("m"), board.channel(), Set.of(Chat.person("carla")), Instant.EPOCH)));
  }

  private static Roster channel(Chat chat, String name, Channel.Visibility visibility) {
    return new Roster.ChannelChanged(
        new EventId(name),
        new Channel(chat.channel(), name, visibility, "", "", false),
        Instant.EPOCH);
  }

  /** A colleague who is known; null: they are not away. */
  Room withColleague(String name, @Nullable Away away) {
    var person =
        new Person(
            Chat.person(name), name, name, "", null, ZONE, null, Person.Standing.ACTIVE, away);
    directory.apply(
        List.of(new Roster.PersonChanged(new EventId(name + away), person, clock.instant())));
    return this;
  }

  /** Puts messages into the archive. */
  Room with(Message... messages) {
    archive.apply(Stream.of(messages).map(Chat::posted).toList());
    return this;
  }

  Room with(Talk... events) {
    archive.apply(List.of(events));
    return this;
  }

  /** A thread that no digest would quote, long enough for there to be one. */
  Room withSmallTalk() {
    return withSmallTalk(dev, 600);
  }

  Room withSmallTalk(Chat chat, double minute) {
    small.clear();
    small.add(chat.says(minute, "zoe", "lol"));
    for (int i = 1; i < 10; i++) {
      small.add(chat.replies(minute + i, minute, List.of("yan", "xia", "zoe").get(i % 3), "lol"));
    }
    return with(small.toArray(Message[]::new));
  }

  Room after(Duration sinceStart) {
    clock.set(Chat.START.plus(sinceStart));
    return this;
  }

  private Experts experts() {
    var rules = ExpertRules.DEFAULT;
    var feedback =
        new Feedback(
            new Opinions(records, clock),
            new Requests(records),
            preferences,
            rules.feedback(),
            clock);
    return new Experts(
        archive,
        directory,
        NLP,
        new Posed(records, preferences),
        feedback,
        preferences,
        rules,
        clock);
  }

  DigestOutcome outcome(String channel, Period period, Asker asker) {
    return outcome(new Command.Digest(channel, period), asker);
  }

  DigestOutcome outcome(Command.Digest wish, Asker asker) {
    return new Digests(
            archive,
            directory,
            NLP,
            preferences,
            experts(),
            new Follows(records, directory),
            DigestRules.DEFAULT,
            clock)
        .on(wish, asker);
  }

  DigestOutcome outcome(Period period) {
    return outcome("dev-backend", period, everybody());
  }

  Digest digest() {
    return digest(new Period.Usual());
  }

  Digest digest(Period period) {
    var outcome = outcome(period);
    return switch (outcome) {
      case DigestOutcome.Written(var digest) -> digest;
      default -> throw new AssertionError(outcome);
    };
  }

  Asker everybody() {
    return new Asker(null, directory.everybody(), Language.ENGLISH, ZONE);
  }

  Asker memberOfBoard() {
    return new Asker(
        Chat.person("carla"),
        new Audience(Set.of(dev.channel(), board.channel())),
        Language.ITALIAN,
        ZONE);
  }

  static String words(Digest.Quote quote) {
    return quote.text().spans().stream()
        .map(
            span ->
                switch (span) {
                  case ponte.conversation.RichText.Span.Plain(var words) -> words;
                  default -> "";
                })
        .collect(Collectors.joining());
  }
}
