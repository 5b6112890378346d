package ponte.pairing;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ponte.archive.Archive;
import ponte.bot.Asker;
import ponte.command.Acquaintance.Experience;
import ponte.command.Acquaintance.Reaction;
import ponte.command.Acquaintance.Role;
import ponte.consent.Preferences;
import ponte.conversation.Channel;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.directory.Directory;
import ponte.expert.Experts;
import ponte.follow.Follow;
import ponte.follow.Follows;
import ponte.nlp.Language;
import ponte.nlp.Nlp;
import ponte.nudge.Gate;

/** Who takes part in a round, with all that matters for whom they meet. */
final class Census {

  /** Chosen so that who is new comes before who waits, and that before everybody else. */
  private static final int NEW = 4;

  private static final int WAITING = 2;

  private final Archive archive;
  private final Directory directory;
  private final Nlp nlp;
  private final Preferences preferences;
  private final Follows follows;
  private final Experts experts;
  private final Enrolment enrolment;
  private final Meetings meetings;
  private final FirstSeen firstSeen;
  private final Gate gate;
  private final PairingRules rules;

  Census(
      Archive archive,
      Directory directory,
      Nlp nlp,
      Preferences preferences,
      Follows follows,
      Experts experts,
      Enrolment enrolment,
      Meetings meetings,
      FirstSeen firstSeen,
      Gate gate,
      PairingRules rules) {
    this.archive = archive;
    this.directory = directory;
    this.nlp = nlp;
    this.preferences = preferences;
    this.follows = follows;
    this.experts = experts;
    this.enrolment = enrolment;
    this.meetings = meetings;
    this.firstSeen = firstSeen;
    this.gate = gate;
    this.rules = rules;
  }

  /**
   * Those of a round.
   *
   * @param heard what they said of late
   */
  record Taken(List<Candidate> people, Heard heard) {}

  /**
   * Counts those who take part in a week.
   *
   * @param waiting those for whom there was nobody the last time
   */
  Taken of(Week week, Set<PersonId> waiting, Instant now) {
    firstSeen.look(now);
    var members = enrolment.in(week, now);
    var heard = Heard.of(archive, directory, nlp, members.keySet(), now);
    return new Taken(candidates(members, heard, waiting, week, now), heard);
  }

  private List<Candidate> candidates(
      Map<PersonId, Enrolment.Member> members,
      Heard heard,
      Set<PersonId> waiting,
      Week week,
      Instant now) {
    var from = FreeTime.week(week.round(rules.at()));
    var seen = firstSeen.all();
    var terms = new Terms(members.size());
    var knows = new HashMap<PersonId, Map<String, Double>>();
    var needs = new HashMap<PersonId, Map<String, Double>>();
    members.forEach(
        (id, member) -> {
          var hidden = termsOf(preferences.of(id).hidden());
          knows.put(id, terms.count(heard.knows(id), termsOf(preferences.of(id).known()), hidden));
          needs.put(id, terms.count(heard.asks(id), termsOf(wanted(member)), hidden));
        });
    var teaching = teaching(members);
    var held = new HashMap<PersonId, List<Meeting>>();
    members
        .keySet()
        .forEach(
            id ->
                held.put(
                    id, meetings.ever(id).stream().filter(meeting -> meeting.holds(now)).toList()));
    var introduced = introduced(held);
    var candidates = new ArrayList<Candidate>();
    members.forEach(
        (id, member) -> {
          var met = held.getOrDefault(id, List.of());
          candidates.add(
              new Candidate(
                  id,
                  reach(member.person()),
                  languages(member.person(), heard),
                  FreeTime.of(
                      from,
                      member.person().zone(),
                      preferences.of(id).quietHours(),
                      gate.absences(id),
                      gate.holidays(member.person())),
                  member.programmes(),
                  part(member, met, seen, waiting, teaching, now),
                  new Candidate.Knowledge(
                      terms.weighed(knows.getOrDefault(id, Map.of())),
                      terms.weighed(needs.getOrDefault(id, Map.of()))),
                  ties(member, met, introduced, heard)));
        });
    return candidates;
  }

  /** The accounts of those who were written to, of each introduction. */
  private Map<String, Set<PersonId>> introduced(Map<PersonId, List<Meeting>> held) {
    var introduced = new HashMap<String, Set<PersonId>>();
    held.forEach(
        (id, met) ->
            met.forEach(
                meeting ->
                    introduced
                        .computeIfAbsent(meeting.id(), _ -> new HashSet<>())
                        .addAll(directory.accountsEver(id))));
    return introduced;
  }

  private List<String> wanted(Enrolment.Member member) {
    return Stream.concat(
            member.wish().learns().stream(),
            follows.of(member.person().id()).stream().map(Follow::topic))
        .toList();
  }

  /** The terms of topics, in whatever language they are. */
  private Set<String> termsOf(List<String> topics) {
    return topics.stream()
        .flatMap(
            topic -> Stream.of(Language.values()).flatMap(each -> nlp.terms(topic, each).stream()))
        .collect(Collectors.toSet());
  }

  private Candidate.Reach reach(Person person) {
    return new Candidate.Reach(
        directory.accounts(person.id()), person.email() != null && directory.isOfUs(person.id()));
  }

  private Set<Language> languages(Person person, Heard heard) {
    var languages = new HashSet<>(heard.languages(person.id()));
    Optional.ofNullable(preferences.of(person.id()).language()).ifPresent(languages::add);
    Optional.ofNullable(person.language()).ifPresent(languages::add);
    return languages;
  }

  private Candidate.Part part(
      Enrolment.Member member,
      List<Meeting> met,
      Map<PersonId, Instant> seen,
      Set<PersonId> waiting,
      Map<PersonId, Set<String>> teaching,
      Instant now) {
    var id = member.person().id();
    var isNew =
        directory.isOfUs(id)
            && directory.accounts(id).stream()
                .allMatch(
                    account ->
                        seen.getOrDefault(account, Instant.EPOCH)
                            .isAfter(now.minus(rules.newcomer())));
    var worth =
        !member.isSeeking()
            ? 0
            : isNew ? NEW : waiting.contains(id) || member.wish().soon() ? WAITING : 1;
    var hadBuddy = met.stream().anyMatch(meeting -> meeting.kind() instanceof Round.Kind.Buddy);
    var load =
        met.stream()
            .filter(meeting -> meeting.at().isAfter(now.minus(Enrolment.LOAD)))
            .filter(meeting -> !(meeting.kind() instanceof Round.Kind.Company))
            .filter(meeting -> !(meeting.kind() instanceof Round.Kind.InChannel))
            .count();
    return new Candidate.Part(
        isNew && !hadBuddy && member.programmes().contains(Candidate.COMPANY),
        worth,
        member.wish().roles(),
        member.learns(),
        teaching.getOrDefault(id, Set.of()),
        (int) load);
  }

  /** Of the topics that somebody wants to learn those that each mentor knows. */
  private Map<PersonId, Set<String>> teaching(Map<PersonId, Enrolment.Member> members) {
    var teaching = new HashMap<PersonId, Set<String>>();
    var mentors = new HashMap<PersonId, Enrolment.Member>();
    members.forEach(
        (id, member) -> {
          if (member.wish().roles().contains(Role.MENTOR)) {
            mentors.put(id, member);
          }
        });
    if (mentors.isEmpty()) {
      return teaching;
    }
    var everybody = new Asker(null, directory.everybody(), Language.ENGLISH, ZoneOffset.UTC);
    members.values().stream()
        .flatMap(member -> member.learns().stream())
        .distinct()
        .forEach(
            topic -> {
              for (var mentor : teachers(topic, mentors.keySet(), everybody)) {
                teaching.computeIfAbsent(mentor, _ -> new HashSet<>()).add(topic);
              }
            });
    return teaching;
  }

  private Set<PersonId> teachers(String topic, Set<PersonId> mentors, Asker everybody) {
    var found = experts.all(topic, everybody);
    return Stream.concat(
            found.experts().stream().map(expert -> expert.person().id()),
            found.declared().stream().map(Person::id))
        .map(account -> directory.accounts().metFrom(null, account))
        .filter(mentors::contains)
        .collect(Collectors.toSet());
  }

  private Candidate.Ties ties(
      Enrolment.Member member,
      List<Meeting> met,
      Map<String, Set<PersonId>> introduced,
      Heard heard) {
    var id = member.person().id();
    var accounts = directory.accounts(id);
    var barred = new HashSet<>(enrolment.barred(member));
    // Who was to be the third, and took part no more when it was said, was never met.
    met.forEach(
        meeting ->
            meeting.others().stream()
                .filter(introduced.getOrDefault(meeting.id(), Set.of())::contains)
                .flatMap(other -> directory.accountsEver(other).stream())
                .forEach(barred::add));
    return new Candidate.Ties(
        directory.channels(directory.everybody()).stream()
            .map(Channel::id)
            .filter(channel -> !Collections.disjoint(directory.members(channel), accounts))
            .collect(Collectors.toSet()),
        team(accounts),
        barred,
        heard.near(id),
        held(met));
  }

  /** The department that the first of their accounts names, else the title. */
  private String team(Set<PersonId> accounts) {
    return Stream.<Function<Person, String>>of(Person::department, Person::title)
        .flatMap(
            named ->
                accounts.stream()
                    .flatMap(account -> directory.person(account).stream())
                    .map(each -> named.apply(each).strip().toLowerCase(Locale.ROOT)))
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** Before anything is known, a half; what did not please counts as half held. */
  private static double held(List<Meeting> met) {
    var told = met.stream().filter(meeting -> meeting.experience() != null).toList();
    var held =
        told.stream()
            .mapToDouble(
                meeting ->
                    meeting.experience() == Experience.GOOD
                        ? 1
                        : meeting.experience() == Experience.MET ? 0.5 : 0)
            .sum();
    var on = met.stream().filter(meeting -> meeting.reaction() == Reaction.ON).count();
    return (1 + held + 0.5 * on) / (2 + told.size() + 0.5 * on);
  }
}
