package ponte.pairing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ponte.bot.Asker;
import ponte.command.Acquaintance.Reaction;
import ponte.consent.Offer;
import ponte.consent.Preferences;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.RichText.Span;
import ponte.directory.Directory;
import ponte.nudge.Gate;
import ponte.nudge.Nudge;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.prompt.Prompt;
import ponte.prompt.Prompted;
import ponte.prompt.Prompts;
import ponte.reply.Reply;
import ponte.reply.Texts;

/** Says what is to be said of an introduction, made of what is true when the moment has come. */
public final class Encounters {

  /** Nobody wants to be reminded after that. */
  private static final Duration REMINDING = Duration.ofDays(3);

  /** Nobody remembers well enough after that. */
  private static final Duration ASKING = Duration.ofDays(7);

  /** So often who is not written to looks whether the one who is left it to them. */
  private static final Duration STANDING_BY = Duration.ofHours(1);

  private final Rounds rounds;
  private final Meetings meetings;
  private final Participations participations;
  private final Letters letters;
  private final Prompts prompts;
  private final Gate gate;
  private final Directory directory;
  private final Preferences preferences;
  private final PairingRules rules;
  private final Clock clock;

  Encounters(
      Rounds rounds,
      Meetings meetings,
      Participations participations,
      Letters letters,
      Prompts prompts,
      Gate gate,
      Directory directory,
      Preferences preferences,
      PairingRules rules,
      Clock clock) {
    this.rounds = rounds;
    this.meetings = meetings;
    this.participations = participations;
    this.letters = letters;
    this.prompts = prompts;
    this.gate = gate;
    this.directory = directory;
    this.preferences = preferences;
    this.rules = rules;
    this.clock = clock;
  }

  /** What is to be said, unless it has lost its point; saying it again says the same once. */
  public Prompted say(Prompt.Introduced prompt, Asker asker) {
    return switch (prompt.step()) {
      case OPENING -> opening(prompt);
      case REMINDER -> reminder(prompt);
      case LATER -> later(prompt, asker);
      case NOBODY -> nobody(prompt, asker);
    };
  }

  private Prompted opening(Prompt.Introduced prompt) {
    return toAll(
        prompt,
        (group, naming, now) ->
            naming.inOneTalk() && isOpenedByAnother(prompt)
                ? null
                : letters.opening(prompt.introduction(), group, naming, prompt.to(), now));
  }

  /** Whoever began the talk may have left it since; who was to stand by says it no more. */
  private boolean isOpenedByAnother(Prompt.Introduced prompt) {
    return meetings
        .find(prompt.to(), prompt.introduction())
        .filter(meeting -> meeting.opened() != null && !prompt.to().equals(meeting.opener()))
        .isPresent();
  }

  /**
   * They were introduced, all of them in one talk or one by a letter of their own: what comes after
   * it is planned now, the same once.
   */
  public void said(Prompt.Introduced prompt) {
    var people =
        group(prompt.introduction()).map(this::there).orElse(List.of()).stream()
            .map(Person::id)
            .toList();
    if (prompt.step() == Prompt.Step.OPENING && !people.isEmpty()) {
      var now = clock.instant();
      var together = Together.in(people, directory);
      var written = together.inOneTalk() ? together.accounts() : List.of(prompt.to());
      for (var person : written) {
        meetings.change(person, prompt.introduction(), each -> each.opened(now, prompt.to()));
      }
      planRest(prompt.introduction(), written, now);
    }
  }

  /**
   * @param ids those who were written to, in one talk or one alone
   */
  private void planRest(String introduction, List<PersonId> ids, Instant now) {
    var reminder = now.plus(rules.reminder());
    var later = now.plus(rules.later());
    for (var each : ids) {
      prompts.plan(
          new Prompt.Introduced(each, introduction, Prompt.Step.REMINDER, reminder.plus(REMINDING)),
          reminder);
      prompts.plan(
          new Prompt.Introduced(each, introduction, Prompt.Step.LATER, later.plus(ASKING)), later);
    }
  }

  private Prompted reminder(Prompt.Introduced prompt) {
    return toAll(
        prompt,
        (group, naming, now) ->
            naming.ids().stream().anyMatch(each -> hasReacted(each, prompt.introduction()))
                ? null
                : letters.reminder(prompt.introduction(), group, naming, now));
  }

  private boolean hasReacted(PersonId person, String introduction) {
    return meetings
        .find(person, introduction)
        .filter(meeting -> meeting.reaction() != null || meeting.experience() != null)
        .isPresent();
  }

  /** Puts in words what all of them read; null: it has lost its point. */
  private interface Letter {
    @Nullable Reply of(Round.Group group, Naming naming, Instant now);
  }

  /** Says it to all of them, or to nobody. */
  private Prompted toAll(Prompt.Introduced prompt, Letter letter) {
    var group = group(prompt.introduction());
    var people = group.map(this::there).orElse(List.of());
    if (group.isEmpty() || people.size() < 2) {
      return new Prompted.Drop("there are no two any more to be introduced");
    }
    var now = clock.instant();
    var together = Together.in(people.stream().map(Person::id).toList(), directory);
    if (together.addressees().stream()
        .noneMatch(each -> directory.accounts().areOne(each, prompt.to()))) {
      return isOpened(prompt)
          ? new Prompted.Drop("it was said where another one is written to")
          : new Prompted.Wait(now.plus(STANDING_BY), "another one is written to first");
    }
    var naming =
        new Naming(
            together.accounts().stream().flatMap(id -> directory.person(id).stream()).toList(),
            together.inOneTalk(),
            directory.accounts());
    var to = naming.inOneTalk() ? Set.copyOf(together.accounts()) : Set.of(prompt.to());
    var reply = letter.of(group.get(), naming, now);
    if (reply == null) {
      return new Prompted.Drop("it was said, or they have said what they want of it");
    }
    var held = held(prompt, people);
    if (held.isPresent()) {
      return held.get();
    }
    return new Prompted.Say(new Outgoing(key(prompt, naming), new Destination.Together(to), reply));
  }

  /** All are reminded once in their talk, whoever of them comes first to it. */
  private static String key(Prompt.Introduced prompt, Naming naming) {
    return prompt.step() == Prompt.Step.REMINDER && naming.inOneTalk()
        ? Prompt.Introduced.shown(prompt.introduction(), prompt.step())
        : prompt.key();
  }

  private boolean isOpened(Prompt.Introduced prompt) {
    return meetings
        .find(prompt.to(), prompt.introduction())
        .filter(meeting -> meeting.opened() != null)
        .isPresent();
  }

  /**
   * Why it is not said to all of them now: what the gate says to the one it is addressed to it must
   * say to the others, too, and it counts for them as well.
   */
  private Optional<Prompted> held(Prompt.Introduced prompt, List<Person> people) {
    var all =
        people.stream()
            .map(
                person ->
                    directory.accounts().areOne(person.id(), prompt.to())
                        ? prompt.nudge()
                        : prompt.nudge(person.id()))
            .toList();
    return held(all, gate::ask).or(() -> held(all, gate::pass));
  }

  private static Optional<Prompted> held(List<Nudge> all, Function<Nudge, Gate.Answer> asking) {
    return all.stream()
        .flatMap(
            nudge ->
                switch (asking.apply(nudge)) {
                  case Gate.Answer.Open() -> Stream.<Prompted>empty();
                  case Gate.Answer.Wait(var until, var why) ->
                      Stream.of(new Prompted.Wait(until, "one has to wait: " + why));
                  case Gate.Answer.Never(var why) ->
                      Stream.of(new Prompted.Drop("one is not to be told: " + why));
                })
        .findFirst();
  }

  private Optional<Round.Group> group(String introduction) {
    var place = Round.place(introduction);
    return place == null
        ? Optional.empty()
        : rounds
            .find(place.round())
            .filter(round -> place.group() < round.groups().size())
            .map(round -> round.groups().get(place.group()));
  }

  /** Those of a group who are still there, want it still, and do not mind each other. */
  private List<Person> there(Round.Group group) {
    var people =
        group.people().stream()
            .flatMap(id -> directory.person(id).stream())
            .filter(Person::isActive)
            .filter(this::wantsIt)
            .toList();
    var barred = new HashSet<PersonId>();
    people.forEach(
        person ->
            participations
                .of(person.id())
                .ifPresent(wish -> barred.addAll(participations.barred(wish))));
    return people.stream().noneMatch(person -> barred.contains(person.id())) ? people : List.of();
  }

  private boolean wantsIt(Person person) {
    var today = clock.instant().atZone(person.zone()).toLocalDate();
    return preferences.of(person.id()).takes(Offer.INTRODUCTIONS)
        && participations
            .of(person.id())
            .filter(wish -> wish.isIn() && !wish.isPausedOn(today))
            .isPresent();
  }

  private Prompted later(Prompt.Introduced prompt, Asker asker) {
    var meeting = meetings.find(prompt.to(), prompt.introduction());
    var others =
        meeting.map(Meeting::others).orElse(List.of()).stream()
            .filter(other -> !preferences.isOut(other))
            .filter(other -> wasWrittenTo(other, prompt.introduction()))
            .flatMap(other -> named(other, prompt.to()).stream())
            .toList();
    if (directory.person(prompt.to()).filter(this::wantsIt).isEmpty()) {
      return new Prompted.Drop("they want no introductions any more");
    }
    if (meeting.isEmpty() || others.isEmpty() || !isOpen(meeting.get())) {
      return new Prompted.Drop("there is nothing to ask about");
    }
    return new Prompted.Say(
        new Outgoing(
            prompt.key(),
            new Destination.Together(Set.of(prompt.to())),
            letters.later(prompt.introduction(), others, asker.language())));
  }

  /** Who took part no more when it was said is not named afterwards either. */
  private boolean wasWrittenTo(PersonId person, String introduction) {
    return directory.accounts(person).stream()
        .flatMap(account -> meetings.find(account, introduction).stream())
        .anyMatch(meeting -> meeting.opened() != null);
  }

  /** A colleague as somebody reads of them; empty where they are not there any more. */
  private Optional<Span> named(PersonId other, PersonId reader) {
    var account = directory.accounts().metFrom(reader.workspace(), other);
    return directory
        .person(account)
        .filter(Person::isActive)
        .map(
            person ->
                account.workspace().equals(reader.workspace())
                    ? new Span.Mention(account)
                    : new Span.Plain(person.name()));
  }

  /** Whether they may have met, and did not say so yet. */
  private static boolean isOpen(Meeting meeting) {
    var reaction = meeting.reaction();
    return meeting.experience() == null && (reaction == null || reaction == Reaction.ON);
  }

  private Prompted nobody(Prompt.Introduced prompt, Asker asker) {
    var wish = participations.of(prompt.to()).filter(Participation::isIn);
    if (wish.isEmpty()) {
      return new Prompted.Drop("they want to meet nobody any more");
    }
    participations.change(prompt.to(), before -> before.consoled(clock.instant()));
    return new Prompted.Say(
        new Outgoing(
            prompt.key(),
            new Destination.Together(Set.of(prompt.to())),
            Reply.saying(Texts.in(asker.language()), "pairing.nobody")));
  }
}
