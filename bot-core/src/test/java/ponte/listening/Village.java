package ponte.listening;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import ponte.TestClock;
import ponte.archive.Archive;
import ponte.archive.Chat;
import ponte.archive.InMemoryArchive;
import ponte.consent.Audit;
import ponte.consent.Preferences;
import ponte.conversation.Audience;
import ponte.conversation.Channel;
import ponte.conversation.Event.Roster;
import ponte.conversation.EventId;
import ponte.conversation.Message;
import ponte.conversation.Person;
import ponte.conversation.RichText;
import ponte.conversation.TimeSpan;
import ponte.digest.DigestRules;
import ponte.digest.Digests;
import ponte.directory.Directory;
import ponte.directory.Roles;
import ponte.expert.ExpertRules;
import ponte.expert.Experts;
import ponte.expert.Feedback;
import ponte.expert.Opinions;
import ponte.expert.Posed;
import ponte.expert.Requests;
import ponte.follow.Follows;
import ponte.nlp.Nlp;
import ponte.prompt.Prompts;
import ponte.store.InMemoryQueue;
import ponte.store.InMemoryRecords;

/**
 * Two public channels and a private one in which people talk day by day, for tests. The day 0 is
 * the first of a span of four weeks, those before it have a minus.
 */
final class Village {

  static final Nlp NLP = Nlp.shared();
  static final Duration WEEKS = Duration.ofDays(28);
  static final TimeSpan SPAN = new TimeSpan(Chat.START, Chat.START.plus(WEEKS));

  private static final int DAY = 24 * 60;

  final Chat dev = Chat.in("C1");
  final Chat ops = Chat.in("C2");
  final Chat board = Chat.in("G1");
  final TestClock clock = TestClock.at(SPAN.until());
  final InMemoryArchive archive = new InMemoryArchive();
  final InMemoryRecords records = new InMemoryRecords(clock);
  final Directory directory = new Directory(records);
  final Preferences preferences = new Preferences(records, directory);

  private int minute;

  Village() {
    directory.apply(
        List.of(
            channel(dev, "dev", Channel.Visibility.PUBLIC),
            channel(ops, "ops", Channel.Visibility.PUBLIC),
            channel(board, "board", Channel.Visibility.PRIVATE),
            new Roster.MembersListed(
                new EventId("m"), board.channel(), Set.of(Chat.person("ada")), Instant.EPOCH)));
  }

  private static Roster channel(Chat chat, String name, Channel.Visibility visibility) {
    return new Roster.ChannelChanged(
        new EventId(name),
        new Channel(chat.channel(), name, visibility, "", "", false),
        Instant.EPOCH);
  }

  Village withChannel(String name) {
    directory.apply(List.of(channel(Chat.in(name), name, Channel.Visibility.PUBLIC)));
    return this;
  }

  Village withColleague(String id, String name) {
    var person =
        new Person(
            Chat.person(id),
            name,
            name,
            "",
            null,
            java.time.ZoneOffset.UTC,
            null,
            Person.Standing.ACTIVE,
            null);
    directory.apply(List.of(new Roster.PersonChanged(new EventId(id), person, clock.instant())));
    return this;
  }

  /** Eight weeks in which six people talk every day of nothing much, in both public channels. */
  Village withEverydayTalk() {
    for (int day = -28; day < 28; day++) {
      for (var person : List.of("ada", "ben", "cleo", "dan", "eve", "finn")) {
        says(day % 2 == 0 ? dev : ops, day, person, "The coffee in the kitchen is fine today.");
      }
    }
    return this;
  }

  /** Somebody says something on a day, long after what was said before. */
  Message says(Chat chat, int day, String author, String text) {
    minute++;
    var message = chat.says((double) day * DAY + minute % DAY, author, text);
    archive.apply(List.of(Chat.posted(message)));
    return message;
  }

  /** Somebody writes a line of code on a day. */
  Message codes(Chat chat, int day, String author, String code) {
    minute++;
    var message =
        chat.says((double) day * DAY + minute % DAY, author, "")
            .saying(RichText.of(new RichText.Span.Plain("Fine: "), new RichText.Span.Code(code)));
    archive.apply(List.of(Chat.posted(message)));
    return message;
  }

  Message replies(Chat chat, Message root, int minutes, String author, String text) {
    double at = Duration.between(Chat.START, root.at()).toSeconds() / 60.0;
    var message = chat.replies(at + minutes, at, author, text);
    archive.apply(List.of(Chat.posted(message)));
    return message;
  }

  Audience everybody() {
    return directory.everybody();
  }

  Digests digests() {
    var rules = ExpertRules.DEFAULT;
    var feedback =
        new Feedback(
            new Opinions(records, clock),
            new Requests(records),
            preferences,
            rules.feedback(),
            clock);
    return new Digests(
        archive,
        directory,
        NLP,
        preferences,
        new Experts(
            archive,
            directory,
            NLP,
            new Posed(records, preferences),
            feedback,
            preferences,
            rules,
            clock),
        new Follows(records, directory),
        DigestRules.DEFAULT,
        clock);
  }

  Ears ears() {
    return ears(archive, ListeningRules.DEFAULT.reach());
  }

  Ears ears(Archive read, ListeningRules.Reach reach) {
    return ears(read, reach, Runnable::run);
  }

  Ears ears(Archive read, ListeningRules.Reach reach, Executor beside) {
    var rules = ListeningRules.DEFAULT;
    return new Ears(
        new Ears.Ground(read, directory, preferences, records, NLP, digests(), beside, clock),
        new ListeningRules(
            reach, rules.trends(), rules.words(), rules.asking(), rules.risks(), rules.weekly()));
  }

  /** Where finn takes care of the community. */
  ListeningDesk desk() {
    return new ListeningDesk(
        new ListeningDesk.Ground(
            archive,
            directory,
            records,
            NLP,
            preferences,
            digests(),
            new Prompts(new InMemoryQueue(clock)),
            new Roles(Set.of("T1/finn"), Set.of()),
            new Audit(records, WEEKS, clock),
            Runnable::run,
            clock),
        ListeningRules.DEFAULT);
  }

  Trending trending() {
    return ears().trending();
  }

  Trending trending(ListeningRules.Reach reach) {
    return ears(archive, reach).trending();
  }

  /** What goes up or down over all that everybody sees. */
  List<String> topics(Trend.Direction direction) {
    var topics = new ArrayList<String>();
    for (var trend : trending().over(everybody(), SPAN, List.of())) {
      if (trend.direction() == direction) {
        topics.add(trend.topic());
      }
    }
    return topics;
  }
}
