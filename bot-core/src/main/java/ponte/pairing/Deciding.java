package ponte.pairing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ponte.consent.Preferences;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.directory.Directory;
import ponte.nlp.Language;
import ponte.prompt.Prompt;
import ponte.prompt.Prompts;
import ponte.store.Codec;
import ponte.store.Entry;
import ponte.store.Queue;

/**
 * Decides once a week who meets whom, and plans that they are told.
 *
 * <p>What is decided is written down before anybody is told of it, and by whoever is first: whoever
 * handles the same week again, since somebody else died with it, tells of the same. Each
 * introduction is then planned under a key of its own.
 *
 * <p>A round that was missed is made up for within {@link #LATEST}, and dropped after it.
 */
public final class Deciding {

  /** The topic of rounds. */
  public static final String DUE = "introduction-rounds";

  /** By then the week is over for those who would be told. */
  private static final Duration LATEST = Duration.ofDays(3);

  /** Who cannot be told in that time, after they were to be, is not told. */
  private static final Duration TELLING = Duration.ofDays(3);

  /** Nobody is told more often that there was nobody for them. */
  private static final Duration CONSOLED = Duration.ofDays(180);

  private static final Logger log = LoggerFactory.getLogger(Deciding.class);

  private final Queue queue;
  private final Census census;
  private final Rounds rounds;
  private final Meetings meetings;
  private final Participations participations;
  private final Prompts prompts;
  private final Directory directory;
  private final Preferences preferences;
  private final PairingRules rules;
  private final Clock clock;

  Deciding(
      Queue queue,
      Census census,
      Rounds rounds,
      Meetings meetings,
      Participations participations,
      Prompts prompts,
      Directory directory,
      Preferences preferences,
      PairingRules rules,
      Clock clock) {
    this.queue = queue;
    this.census = census;
    this.rounds = rounds;
    this.meetings = meetings;
    this.participations = participations;
    this.prompts = prompts;
    this.directory = directory;
    this.preferences = preferences;
    this.rules = rules;
    this.clock = clock;
  }

  /** Plans the next two rounds, where they are not planned: each plans the one after it. */
  public void planAhead(Instant now) {
    var next = Week.after(now, rules.day(), rules.at());
    plan(next);
    plan(next.next());
  }

  private void plan(Week week) {
    queue.add(
        List.of(
            new Entry(
                DUE,
                "",
                "introductions " + week.id(),
                Codec.write(new RoundDue(week.day())),
                week.round(rules.at()))));
  }

  /** Decides what is due, and plans what comes of it. Doing it again changes nothing. */
  public void decide(RoundDue due) {
    var week = new Week(due.day());
    // A clock that was set back, or is another's, may stand before the moment that has come.
    var at = week.round(rules.at());
    var now = at.isAfter(clock.instant()) ? at : clock.instant();
    planAhead(now);
    if (at.plus(LATEST).isBefore(now)) {
      log.atInfo().addKeyValue("round", week.id()).log("introductions missed, not made up for");
      return;
    }
    var round = rounds.find(week.id()).orElseGet(() -> rounds.decide(decided(week, now)));
    for (var i = 0; i < round.groups().size(); i++) {
      var group = round.groups().get(i);
      if (group.people().size() > 1) {
        introduce(Round.name(round.id(), i), group, week, now);
      }
    }
    round.left().forEach(person -> console(person, week, now));
    log.atInfo()
        .addKeyValue("round", round.id())
        .addKeyValue("introductions", round.groups().size())
        .addKeyValue("left", round.left().size())
        .log("introductions decided");
  }

  private Round decided(Week week, Instant now) {
    var last = rounds.before(week.id());
    var waiting = new HashSet<>(last.map(Round::left).orElse(List.of()));
    last.ifPresent(round -> lost(round, now).forEach(this::itIsTheirTurn));
    var taken = census.of(week, waiting, now);
    var matched = Matching.of(taken.people(), week.day().toEpochDay());
    return new Round(
        week.id(),
        now,
        matched.teams().stream().map(team -> group(team, taken.heard())).toList(),
        matched.left().stream().map(Candidate::person).toList());
  }

  /**
   * Those of a round who were never introduced, since somebody left, was forgotten or could not be
   * told. Each has it of their own: a round does not know any more whom somebody was to meet who is
   * forgotten.
   */
  private List<PersonId> lost(Round round, Instant now) {
    return participations.all().stream()
        .filter(Participation::isIn)
        .map(Participation::person)
        .filter(
            person ->
                meetings.of(person).stream()
                    .anyMatch(meeting -> round.has(meeting.id()) && !meeting.holds(now)))
        .toList();
  }

  /** Who was to meet somebody and did not comes again now, whatever rhythm they have. */
  private void itIsTheirTurn(PersonId person) {
    participations.change(person, before -> before.soon(true));
  }

  private Round.Group group(Matching.Team team, Heard heard) {
    var people = team.people().stream().map(Candidate::person).toList();
    return new Round.Group(
        people,
        team.kind(),
        language(team.people()),
        people.stream().flatMap(person -> heard.leads(person).stream()).toList());
  }

  /** What all of them read; of several what most of them chose, and English before others. */
  private Language language(List<Candidate> people) {
    var chosen = people.stream().map(each -> own(each.person())).toList();
    return Stream.of(Language.values())
        .filter(
            language ->
                people.stream()
                    .allMatch(
                        each -> each.languages().isEmpty() || each.languages().contains(language)))
        .max(
            Comparator.<Language>comparingLong(
                    language -> chosen.stream().filter(language::equals).count())
                .thenComparing(language -> language == Language.ENGLISH))
        .orElse(Language.ENGLISH);
  }

  private Language own(PersonId person) {
    var own = preferences.of(person).language();
    return own != null
        ? own
        : directory
            .person(person)
            .flatMap(known -> Optional.ofNullable(known.language()))
            .orElse(Language.ENGLISH);
  }

  private void introduce(String name, Round.Group group, Week week, Instant now) {
    for (var person : group.people()) {
      // Who asks for somebody else after this one asks anew.
      if (meetings.find(person, name).isEmpty() && participations.of(person).isPresent()) {
        participations.change(person, before -> before.soon(false));
      }
    }
    meetings.begin(name, group, now);
    var people = group.people().stream().flatMap(id -> directory.person(id).stream()).toList();
    var due = due(people, week, now);
    // Where they have one talk, one of them begins it; the others stand by, should that one leave.
    for (var each : Together.in(group.people(), directory).accounts()) {
      prompts.plan(new Prompt.Introduced(each, name, Prompt.Step.OPENING, due.plus(TELLING)), due);
    }
  }

  /** When the time has come for all of them. */
  private Instant due(List<Person> people, Week week, Instant now) {
    var time = now;
    for (var person : people) {
      var own = week.on(person.zone(), rules.at());
      time = own.isAfter(time) ? own : time;
    }
    return time;
  }

  /** Who had nobody the first time is told so, kindly; who learns it again and again is sad. */
  private void console(PersonId person, Week week, Instant now) {
    var told = participations.of(person).map(Participation::consoled).orElse(null);
    var known = directory.person(person);
    if (known.isPresent() && (told == null || told.plus(CONSOLED).isBefore(now))) {
      var due = week.on(known.get().zone(), rules.at());
      var from = due.isAfter(now) ? due : now;
      prompts.plan(
          new Prompt.Introduced(person, week.id(), Prompt.Step.NOBODY, from.plus(TELLING)), from);
    }
  }
}
