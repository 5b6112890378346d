package ponte.app.alike;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ponte.TestClock;
import ponte.bot.Ponte;
import ponte.bot.Workers;
import ponte.command.Command;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.Person;
import ponte.conversation.RichText;
import ponte.directory.Roles;
import ponte.nlp.Language;
import ponte.nudge.NudgeRules;
import ponte.store.Codec;
import ponte.unnamed.UnnamedRules;

/**
 * A town with Ponte in it, where five colleagues have answered others about Kafka, Livia takes care
 * of the community, and time passes only when it is told to. All that is due is done by the time a
 * method returns.
 */
final class Stage implements AutoCloseable {

  static final String QUESTION =
      "How do we reset the Kafka offsets of the billing consumers after an outage?";

  /** What of the question stands in no other message. */
  static final String ABOUT = "billing consumers after an outage";

  static final List<String> EXPERTS = List.of("bruno", "chiara", "elena", "fabio", "giulia");

  /** A Monday, at ten where all of them live. */
  private static final String MONDAY = "2026-03-23T09:00:00Z";

  /**
   * So long after the queue is empty something that waits for the platform's rate is tried again.
   */
  private static final Duration SOON = Duration.ofSeconds(1);

  private final Town town;
  private final TestClock clock;
  private Core core;
  private Workers workers;
  private boolean resting;

  Stage(Town town, TestClock clock, Core core) {
    this.town = town;
    this.clock = clock;
    this.core = core;
    this.workers = core.workers(List.of(town.join(core)));
  }

  /** What an administrator set: who the community manager is. */
  static Ponte.Rules rules(Office office) {
    return Ponte.Rules.DEFAULT.with(new Roles(Set.of(office.workspace() + "/livia"), Set.of()));
  }

  /** The same, where colleagues may be asked without a name. */
  static Ponte.Rules unnamed(Office office) {
    var usual = NudgeRules.DEFAULT;
    return rules(office)
        .with(
            new NudgeRules(
                usual.after(),
                usual.next(),
                usual.groups(),
                usual.listed(),
                UnnamedRules.of(Set.of("true"))));
  }

  /** All are there and have talked about Kafka, each of the five twice in an answer to Dario. */
  Stage begin() {
    var office = town.office();
    core.meets(office);
    var talk = new ArrayList<Event.Talk>();
    var hour = 0;
    for (var name : EXPERTS) {
      for (var about : List.of("reset", "lost")) {
        var at = office.begin().plus(Duration.ofHours(hour += 15));
        var asked = talked("dario", about + " kafka offsets of consumers?", null, at);
        talk.add(asked);
        talk.add(
            talked(
                name,
                "the kafka offsets of consumers come back from the shell",
                asked.message(),
                at.plus(Duration.ofMinutes(1))));
      }
    }
    core.archive().apply(talk);
    clock.set(Instant.parse(MONDAY));
    core.ponte().planAhead();
    work();
    return this;
  }

  private Event.Talk.Posted talked(
      String person, String text, @Nullable MessageId opening, Instant at) {
    var office = town.office();
    var id = new MessageId(office.channel(), town.name(at));
    var message =
        new Message(
            id,
            office.person(person),
            Message.Kind.TALK,
            at,
            opening,
            RichText.plain(text),
            List.of(),
            List.of(),
            at);
    return new Event.Talk.Posted(id("said " + id), message);
  }

  private static EventId id(String what) {
    return new EventId(what);
  }

  /** Ponte is gone, and another goes on with what it kept. */
  void goesOn(Core next) {
    core = next;
    workers = core.workers(List.of(town.join(core)));
    resting = false;
    core.ponte().planAhead();
    work();
  }

  /** Nothing is done of what is due or heard from now on, until another goes on. */
  void rests() {
    resting = true;
  }

  Core core() {
    return core;
  }

  Town town() {
    return town;
  }

  /** It is a later moment, and nothing was done before. */
  void at(String moment) {
    clock.set(Instant.parse(moment));
    work();
  }

  private void work() {
    if (resting) {
      return;
    }
    workers.workOff();
    while (!town.played().hasDied() && isSoon("outbox", "prompts")) {
      clock.advance(SOON);
      workers.workOff();
    }
  }

  private boolean isSoon(String... topics) {
    var soon = clock.instant().plus(SOON);
    return Stream.of(topics)
        .map(topic -> core.queue().depth(topic).oldestDue())
        .anyMatch(due -> due != null && !due.isAfter(soon));
  }

  MessageId asks(String person) throws Exception {
    return writes(person, QUESTION);
  }

  MessageId writes(String person, String text) throws Exception {
    var message = town.write(person, text);
    work();
    return message;
  }

  void replies(String person, MessageId opening, String text) throws Exception {
    town.reply(person, opening, text);
    work();
  }

  void checks(String person, MessageId message) throws Exception {
    town.check(person, message);
    work();
  }

  void edits(String person, MessageId message, String text) throws Exception {
    town.edit(person, message, text);
    work();
  }

  void deletes(String person, MessageId message) throws Exception {
    town.delete(person, message);
    work();
  }

  /** Says something to Ponte, and gives what they are shown then. */
  Shown hears(String person, String text) throws Exception {
    says(person, text);
    return town.shown(person).getLast();
  }

  void says(String person, String text) throws Exception {
    town.say(person, text, language(person));
    work();
  }

  private Language language(String person) {
    return town.office().people().stream()
        .filter(each -> each.handle().equals(person))
        .map(Person::language)
        .findFirst()
        .orElse(Language.ENGLISH);
  }

  /** Presses a button, and gives what they are shown then. */
  Shown presses(String person, Posts.Post post, Predicate<Command> button) throws Exception {
    town.press(person, post, post.shown().button(button).orElseThrow());
    work();
    return town.shown(person).getLast();
  }

  /** Presses a button of the last thing they read, as if it had this command. */
  Shown presses(String person, Command command) throws Exception {
    var last = read(person).getLast();
    var shown = new Shown("", List.of("a button"), List.of(Codec.write(command)));
    town.press(
        person,
        new Posts.Post(last.conversation(), last.id(), last.thread(), shown, last.raw()),
        0);
    work();
    return town.shown(person).getLast();
  }

  /** Sends what somebody filled into a form, and gives what they are shown then. */
  Shown fills(String person, String form, Map<String, String> chosen, Map<String, String> written)
      throws Exception {
    town.fill(person, form, chosen, written);
    work();
    return town.shown(person).getLast();
  }

  /** What stands before a person now, apart from the channel. */
  List<Posts.Post> read(String person) {
    return town.read(person);
  }

  /** The one thing that stands before a person, apart from the channel. */
  Posts.Post theOnly(String person) {
    var read = read(person);
    assertThat(read).as(person).hasSize(1);
    return read.getFirst();
  }

  /** The one thing before a person that has these words. */
  Posts.Post theOnly(String person, String words) {
    var read = read(person).stream().filter(each -> each.shown().words().contains(words)).toList();
    assertThat(read).as(person + ": " + words).hasSize(1);
    return read.getFirst();
  }

  /** Which of the five were written to. */
  List<String> asked() {
    return EXPERTS.stream().filter(name -> !read(name).isEmpty()).toList();
  }

  /** The community manager's list. */
  String list() throws Exception {
    return hears("livia", "domande aperte").words();
  }

  @Override
  public void close() {
    core.close();
  }
}
