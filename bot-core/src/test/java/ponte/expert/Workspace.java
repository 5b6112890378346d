package ponte.expert;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ponte.TestClock;
import ponte.archive.Chat;
import ponte.archive.InMemoryArchive;
import ponte.bot.Asker;
import ponte.bot.Ponte;
import ponte.consent.Preferences;
import ponte.conversation.Away;
import ponte.conversation.Channel;
import ponte.conversation.Channel.Visibility;
import ponte.conversation.Event.Roster;
import ponte.conversation.EventId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.digest.DigestRules;
import ponte.digest.Digests;
import ponte.digest.Rewriter;
import ponte.directory.Directory;
import ponte.follow.Follows;
import ponte.nlp.Language;
import ponte.nlp.Nlp;
import ponte.platform.ReadingProgress;
import ponte.store.InMemoryRecords;
import ponte.store.Queue;

/** A small workspace for tests: people, channels, and threads of questions and answers. */
public final class Workspace {

  public static final Nlp NLP = Nlp.shared();

  public final TestClock clock = TestClock.at(Chat.START.plus(Duration.ofDays(100)));

  /** Public holidays, of whatever country. */
  public final Set<LocalDate> holidays = new HashSet<>();

  public final InMemoryRecords records = new InMemoryRecords(clock);
  public final InMemoryArchive archive = new InMemoryArchive();
  public final Directory directory = new Directory(records);
  public final Preferences preferences = new Preferences(records, directory);
  public final Opinions opinions = new Opinions(records, clock);
  public final Requests requests = new Requests(records);
  public final Posed posed = new Posed(records, preferences);
  public final Feedback feedback =
      new Feedback(opinions, requests, preferences, ExpertRules.Feedback.DEFAULT, clock);
  public final Experts experts =
      new Experts(
          archive, directory, NLP, posed, feedback, preferences, ExpertRules.DEFAULT, clock);
  private int minute = 1;

  /** Public channels. */
  public Workspace open(String... names) {
    for (var name : names) {
      channel(name, Visibility.PUBLIC, false, Set.of());
    }
    return this;
  }

  /** A private channel and those who are in it. */
  public Workspace closed(String name, String... members) {
    var ids = new HashSet<PersonId>();
    for (var member : members) {
      ids.add(Chat.person(member));
    }
    channel(name, Visibility.PRIVATE, false, ids);
    return this;
  }

  public void archived(String name) {
    channel(name, Visibility.PUBLIC, true, Set.of());
  }

  private void channel(
      String name, Visibility visibility, boolean archived, Set<PersonId> members) {
    var id = Chat.in(name).channel();
    directory.apply(
        List.of(
            new Roster.ChannelChanged(
                new EventId("channel " + name + archived),
                new Channel(id, name, visibility, "", "", archived),
                at()),
            new Roster.MembersListed(
                new EventId("members " + name + archived), id, members, at())));
  }

  public Workspace people(String... names) {
    for (var name : names) {
      person(name, Person.Standing.ACTIVE, null);
    }
    return this;
  }

  public void person(String name, Person.Standing standing, @Nullable Language language) {
    person(name, "", standing, language);
  }

  /** Somebody whose profile says what they do. */
  public void titled(String name, String title) {
    person(name, title, Person.Standing.ACTIVE, null);
  }

  /** A colleague who is away. */
  public void away(String name, Away away) {
    directory.apply(
        List.of(
            new Roster.PersonChanged(
                new EventId("away " + name + away),
                directory.person(Chat.person(name)).orElseThrow().with(away),
                clock.instant().plusMillis(minute++))));
  }

  private void person(
      String name, String title, Person.Standing standing, @Nullable Language language) {
    directory.apply(
        List.of(
            new Roster.PersonChanged(
                new EventId("person " + name + title + standing),
                new Person(
                    Chat.person(name), name, name, title, null, ZoneOffset.UTC, language, standing),
                at())));
  }

  /** Later with every call, so that what comes last holds. */
  private Instant at() {
    return Chat.START.plusMillis(minute++);
  }

  /** Everyday words, so that what somebody is asked about is rare beside them. */
  public void talksOfLunch(int days) {
    for (var day = 0; day < days; day++) {
      thread(
          "random",
          30 + day * 24 * 60,
          "ada: who is coming for lunch and what do people want to know about the new person?",
          "eve: the pizza place is best, last year it was better before they moved");
    }
  }

  /** A thread: a question and its answers, {@code name: text}, all within some minutes. */
  public void thread(String channel, double start, String... said) {
    var chat = Chat.in(channel);
    var time = start;
    for (var line : said) {
      var author = line.substring(0, line.indexOf(':'));
      var text = line.substring(line.indexOf(':') + 2);
      archive.apply(
          List.of(
              Chat.posted(
                  time == start
                      ? chat.says(time, author, text)
                      : chat.replies(time, start, author, text))));
      time += 1;
    }
  }

  public Asker asker(String name) {
    var person = Chat.person(name);
    return new Asker(person, directory.audienceOf(person), Language.ENGLISH, ZoneOffset.UTC);
  }

  public Asker nobody() {
    return new Asker(null, directory.everybody(), Language.ENGLISH, ZoneOffset.UTC);
  }

  /** What digests are made by here. */
  public Digests digests() {
    return new Digests(
        archive,
        directory,
        NLP,
        preferences,
        experts,
        new Follows(records, directory),
        DigestRules.DEFAULT,
        clock);
  }

  /** All features on this workspace. */
  public Ponte ponte(Queue queue) {
    return ponte(queue, Ponte.Rules.DEFAULT);
  }

  /** All features on this workspace, by these rules. */
  public Ponte ponte(Queue queue, Ponte.Rules rules) {
    return ponte(queue, rules, Rewriter.NONE);
  }

  /** All features on this workspace, with somebody who says quotes in other words. */
  public Ponte ponte(Queue queue, Rewriter rewriter) {
    return ponte(queue, Ponte.Rules.DEFAULT, rewriter);
  }

  private Ponte ponte(Queue queue, Ponte.Rules rules, Rewriter rewriter) {
    return new Ponte(
        new Ponte.Ports(
            archive,
            directory,
            records,
            queue,
            NLP,
            ReadingProgress.NONE,
            (day, _) -> holidays.contains(day),
            List.of(),
            clock),
        rules,
        rewriter);
  }
}
