package ponte.expert;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ponte.archive.Archive;
import ponte.archive.Found;
import ponte.bot.Asker;
import ponte.consent.Preferences;
import ponte.conversation.Audience;
import ponte.conversation.ChannelId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.directory.Accounts;
import ponte.directory.Directory;
import ponte.nlp.Language;
import ponte.nlp.Nlp;

/**
 * Finds the colleagues who know about a topic, by the conversations in which they took part.
 *
 * <p>Only what the asker may see counts; the asker, programs, those who left and those who opted
 * out are never found, and nobody for a topic they hide. What people know ranks them; when they
 * were last there is told beside it.
 */
public final class Experts {

  /** Further down the ranking nobody is shown, whatever is objected to those above. */
  private static final int CANDIDATES = 20;

  private final Archive archive;
  private final Directory directory;
  private final Nlp nlp;
  private final Objections objections;
  private final Preferences preferences;
  private final ExpertRules rules;
  private final Availability availability;

  public Experts(
      Archive archive,
      Directory directory,
      Nlp nlp,
      Objections objections,
      Preferences preferences,
      ExpertRules rules,
      Clock clock) {
    this.archive = archive;
    this.directory = directory;
    this.nlp = nlp;
    this.objections = objections;
    this.preferences = preferences;
    this.rules = rules;
    this.availability = new Availability(preferences, clock);
  }

  /** A person and the weight of what was found about them, whether or not it is enough to show. */
  public record Ranked(PersonId person, double score) {}

  /**
   * Everybody who took part in conversations about a topic, best first; equal scores in order of
   * id. For those who judge the ranking: {@link #on} decides whom to name.
   */
  public List<Ranked> ranking(String topic, Asker asker) {
    var about = new Topic(topic, asker.language(), nlp);
    return candidates(about, search(about, asker.audience()), asker)
        .filter(this::isActive)
        .map(tally -> new Ranked(tally.person(), tally.score()))
        .toList();
  }

  /**
   * Whom to ask a question for which somebody waits, best first, twenty at most; equal scores in
   * order of id. Knowledge and presence both count. Left out are, beside those who are never found,
   * those who hide the topic, who are not to be disturbed now, and whom the asker called not right.
   *
   * @param asker who waits; where in a channel, that is where they ask
   */
  public List<Ranked> routing(String question, Asker asker) {
    var about = new Topic(question, asker.language(), nlp);
    var accounts = directory.accounts();
    return Tally.ranked(
            candidates(about, search(about, asker.audience()), asker)
                .filter(tally -> mayBeAsked(tally.person(), about))
                .limit(CANDIDATES)
                .flatMap(tally -> withObjections(tally, about, asker, accounts).stream())
                .toList())
        .stream()
        .map(tally -> new Ranked(tally.person(), tally.score()))
        .toList();
  }

  private boolean mayBeAsked(PersonId person, Topic about) {
    return directory
            .person(person)
            .filter(Person::isActive)
            .filter(each -> availability.back(each).isEmpty())
            .isPresent()
        && !hides(person, about);
  }

  /** Finds as many people as are usually shown. */
  public Finding on(String topic, Asker asker) {
    return on(topic, asker, rules.people());
  }

  /**
   * Finds the people who know about a topic, best first.
   *
   * @param limit most people to find, 1 to the most that may be shown
   */
  public Finding on(String topic, Asker asker, int limit) {
    if (limit < 1 || limit > rules.most()) {
      throw new IllegalArgumentException("limit is " + limit + ", must be 1 to " + rules.most());
    }
    var about = new Topic(topic, asker.language(), nlp);
    var found = search(about, asker.audience());
    var gathering = new Gathering(archive, directory, about, asker.audience(), rules.evidence());
    var telling = found.stream().filter(each -> isAbout(each, about)).toList();
    var named =
        best(nameable(about, found, asker))
            .flatMap(tally -> gathering.expert(tally).stream())
            .limit(limit)
            .collect(ArrayList<Expert>::new, Experts::addInOrder, ArrayList::addAll);
    return new Finding(
        topic,
        named,
        named.size() < limit ? declared(about, asker, named, limit - named.size()) : List.of(),
        named.isEmpty() ? gathering.openings(withoutOut(telling, asker.audience())) : List.of(),
        new Rooms(directory).roomFor(about, telling, asker.audience()).orElse(null),
        archive.extent(asker.audience()).conversations());
  }

  /** What is said of how sure it is must not contradict the order. */
  private static void addInOrder(List<Expert> named, Expert next) {
    named.add(named.isEmpty() ? next : next.noSurerThan(named.getLast().confidence()));
  }

  /**
   * What shows those who may see it that a person knows about a topic; empty where nothing does.
   */
  public Optional<Evidence> evidence(
      PersonId person, String topic, Audience audience, Language otherwise) {
    var about = new Topic(topic, otherwise, nlp);
    if (preferences.isOut(person) || hides(person, about)) {
      return Optional.empty();
    }
    var accounts = directory.accounts();
    var gathering = new Gathering(archive, directory, about, audience, rules.evidence());
    return tallies(search(about, audience), about, null, met(person, accounts)).stream()
        .filter(tally -> accounts.areOne(tally.person(), person))
        .flatMap(tally -> tally.votes().stream())
        .filter(vote -> isAbout(vote.found(), about))
        .flatMap(vote -> gathering.evidence(vote.found(), person).stream())
        .findFirst();
  }

  /** Whether a person may be brought together with somebody for a topic. */
  public boolean mayBeNamed(PersonId person, String topic, Language otherwise) {
    return !preferences.isOut(person) && !hides(person, new Topic(topic, otherwise, nlp));
  }

  private boolean hides(PersonId person, Topic about) {
    return preferences.of(person).hidden().stream().anyMatch(about::isAbout);
  }

  /** Those of the audience's workspaces who opted out. */
  private Set<PersonId> out(Audience audience) {
    return workspaces(audience)
        .flatMap(workspace -> preferences.out(workspace).stream())
        .collect(Collectors.toSet());
  }

  private List<Found> withoutOut(List<Found> found, Audience audience) {
    var out = out(audience);
    return found.stream().filter(each -> !out.contains(each.opener())).toList();
  }

  /** People who said themselves that they know about it, beside those of whom it shows. */
  private List<Person> declared(Topic about, Asker asker, List<Expert> named, int limit) {
    var shown = named.stream().map(expert -> expert.person().id()).collect(Collectors.toSet());
    var accounts = directory.accounts();
    return workspaces(asker.audience())
        .flatMap(workspace -> preferences.known(workspace).entrySet().stream())
        .filter(known -> known.getValue().stream().anyMatch(about::isAbout))
        .map(Map.Entry::getKey)
        .map(met(asker.person(), accounts))
        .distinct()
        .filter(person -> !accounts.areOne(person, asker.person()) && !shown.contains(person))
        .filter(
            person ->
                withObjections(new Tally(person, 1, List.of()), about, asker, accounts).isPresent())
        .flatMap(person -> directory.person(person).stream())
        .filter(Person::isActive)
        .limit(limit)
        .toList();
  }

  private static Stream<WorkspaceId> workspaces(Audience audience) {
    return audience.channels().stream().map(ChannelId::workspace).distinct().sorted();
  }

  private List<Found> search(Topic about, Audience audience) {
    return archive.search(about.text(), audience, rules.conversations());
  }

  private Stream<Tally> candidates(Topic about, List<Found> found, Asker asker) {
    var out = out(asker.audience());
    var accounts = directory.accounts();
    return tallies(found, about, asker.channel(), met(asker.person(), accounts)).stream()
        .filter(tally -> !accounts.areOne(tally.person(), asker.person()))
        .filter(tally -> Collections.disjoint(accounts.of(tally.person()), out));
  }

  private boolean isActive(Tally tally) {
    return directory.person(tally.person()).filter(Person::isActive).isPresent();
  }

  private List<Tally> tallies(
      List<Found> found, Topic about, @Nullable ChannelId asked, UnaryOperator<PersonId> who) {
    return Tally.of(found, about.terms().size(), asked, rules.votes(), who);
  }

  /** Colleagues by the account at which somebody meets them. */
  private static UnaryOperator<PersonId> met(@Nullable PersonId by, Accounts accounts) {
    var workspace = by == null ? null : by.workspace();
    return account -> accounts.metFrom(workspace, account);
  }

  /** Those of whom there is enough to name them, with what objections leave of their score. */
  private List<Tally> nameable(Topic about, List<Found> found, Asker asker) {
    var accounts = directory.accounts();
    return Tally.ranked(
        candidates(about, found, asker)
            .flatMap(tally -> evidence(tally, about).stream())
            .filter(this::isActive)
            .limit(CANDIDATES)
            .filter(tally -> !hides(tally.person(), about))
            .flatMap(tally -> withObjections(tally, about, asker, accounts).stream())
            .toList());
  }

  private Stream<Tally> best(List<Tally> ranked) {
    return ranked.stream()
        .filter(tally -> tally.score() >= rules.evidence().share() * ranked.getFirst().score());
  }

  /** Whether enough of the topic comes up in a conversation. */
  private boolean isAbout(Found found, Topic about) {
    return covers(found, about, 1);
  }

  private boolean covers(Found found, Topic about, double share) {
    return found.coverage() >= share * rules.evidence().coverage(about.terms().size());
  }

  /** The person with the votes that are evidence; empty where there are too few. */
  private Optional<Tally> evidence(Tally tally, Topic about) {
    var evidence = rules.evidence();
    var telling = tally.votes().stream().filter(vote -> isAbout(vote.found(), about)).toList();
    var traces =
        tally.votes().stream()
            .filter(vote -> covers(vote.found(), about, evidence.partly()))
            .toList();
    if (telling.size() >= evidence.pieces()) {
      return withAnswer(tally, telling);
    }
    return !telling.isEmpty() && traces.size() >= 2 * evidence.pieces()
        ? withAnswer(tally, traces)
        : Optional.empty();
  }

  /** One answer may be chance; each further one halves that doubt. */
  private static Optional<Tally> withAnswer(Tally tally, List<Tally.Vote> votes) {
    var answers = votes.stream().filter(Tally.Vote::answered).count();
    var sure = 1 - Math.pow(0.5, answers);
    return answers == 0
        ? Optional.empty()
        : Optional.of(new Tally(tally.person(), sure * tally.score(), votes));
  }

  /** Nobody is proposed again to one who said no; the no of several counts a little for all. */
  private Optional<Tally> withObjections(Tally tally, Topic about, Asker asker, Accounts accounts) {
    var against =
        accounts.of(tally.person()).stream()
            .flatMap(account -> objections.to(account).stream())
            .filter(objection -> about.isAbout(objection.topic()))
            .map(objection -> accounts.metFrom(null, objection.by()))
            .collect(Collectors.toSet());
    return against.stream().anyMatch(by -> accounts.areOne(by, asker.person()))
        ? Optional.empty()
        : Optional.of(tally.times(Math.pow(rules.doubt(), Math.max(0, against.size() - 1))));
  }
}
