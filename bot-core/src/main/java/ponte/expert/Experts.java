package ponte.expert;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ponte.archive.Archive;
import ponte.archive.Found;
import ponte.archive.Held;
import ponte.bot.Asker;
import ponte.consent.Preferences;
import ponte.conversation.Audience;
import ponte.conversation.ChannelId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.directory.Accounts;
import ponte.directory.Directory;
import ponte.nlp.KeyPhrase;
import ponte.nlp.Language;
import ponte.nlp.Nlp;
import ponte.wording.Wording;
import ponte.wording.Wordings;

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

  /** So many topics of one question at most. */
  private static final int TOPICS = 3;

  /** Of fewer who doubt somebody that person could tell who they are. */
  private static final int FEWEST_DOUBTERS = 3;

  private static final Comparator<Ranked> BEST_FIRST =
      Comparator.comparingDouble(Ranked::score).reversed().thenComparing(Ranked::person);

  private final Archive archive;
  private final Directory directory;
  private final Nlp nlp;
  private final Wordings wordings;
  private final Feedback feedback;
  private final Preferences preferences;
  private final ExpertRules rules;
  private final Availability availability;
  private final Clock clock;

  public Experts(
      Archive archive,
      Directory directory,
      Nlp nlp,
      Feedback feedback,
      Preferences preferences,
      ExpertRules rules,
      Clock clock) {
    this.archive = archive;
    this.directory = directory;
    this.nlp = nlp;
    this.wordings = new Wordings(archive, nlp);
    this.feedback = feedback;
    this.preferences = preferences;
    this.rules = rules;
    this.availability = new Availability(preferences, clock);
    this.clock = clock;
  }

  /** A person and the weight of what was found about them, whether or not it is enough to show. */
  public record Ranked(PersonId person, double score) {}

  /**
   * Everybody who took part in conversations about a topic, best first; equal scores in order of
   * id. For those who judge the ranking: {@link #on} decides whom to name.
   */
  public List<Ranked> ranking(String topic, Asker asker) {
    var about = about(topic, asker.language(), asker.audience());
    return candidates(about, search(about, asker.audience()), asker)
        .filter(this::isActive)
        .map(tally -> new Ranked(tally.person(), tally.score()))
        .toList();
  }

  /**
   * Whom to ask a question for which somebody waits, best first, twenty at most; equal scores in
   * order of id. Knowledge and presence both count, so that also those may be here who said nothing
   * on the topic yet. Left out are, beside those who are never found, those who hide the topic, who
   * are not to be disturbed now, and whom the asker called not right.
   *
   * @param asker who waits; where in a channel, that is where they ask
   */
  public List<Ranked> routing(String question, Asker asker) {
    var about = about(question, asker.language(), asker.audience());
    var accounts = directory.accounts();
    var routing =
        new Routing(
            rules.routing(), clock.instant(), asker.channel(), met(asker.person(), accounts));
    var tallies =
        routing.tallies(search(about, asker.audience()), latest(asker.audience(), asker.channel()));
    return others(tallies, asker)
        .filter(tally -> mayBeAsked(tally.person()))
        .limit(CANDIDATES)
        .flatMap(tally -> candidate(tally, about, asker, accounts).stream())
        .map(each -> new Ranked(each.tally().person(), place(each)))
        .sorted(BEST_FIRST)
        .toList();
  }

  /** What was talked about last, where it is asked and anywhere. */
  private List<Held> latest(Audience audience, @Nullable ChannelId asked) {
    var conversations = rules.routing().latest();
    var latest = new LinkedHashSet<>(archive.latest(audience, conversations));
    if (asked != null && audience.maySee(asked)) {
      latest.addAll(archive.latest(Audience.of(asked), conversations));
    }
    return List.copyOf(latest);
  }

  private boolean mayBeAsked(PersonId person) {
    return directory
        .person(person)
        .filter(Person::isActive)
        .filter(each -> availability.back(each).isEmpty())
        .isPresent();
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
    return find(topic, asker, limit, _ -> true);
  }

  /**
   * Finds as many people as are usually shown, of some only.
   *
   * @param whom which people
   */
  public Finding on(String topic, Asker asker, Predicate<PersonId> whom) {
    return find(topic, asker, rules.people(), whom);
  }

  /** Finds all who may be named for a topic, however few are usually shown. */
  public Finding all(String topic, Asker asker) {
    return find(topic, asker, CANDIDATES, _ -> true);
  }

  private Finding find(String topic, Asker asker, int limit, Predicate<PersonId> whom) {
    var about = about(topic, asker.language(), asker.audience());
    var found = search(about, asker.audience());
    var gathering = new Gathering(archive, directory, about, asker.audience(), rules.evidence());
    var telling = found.stream().filter(each -> isAbout(each, about)).toList();
    var nameable =
        nameable(about, found, asker).stream()
            .filter(each -> whom.test(each.tally().person()))
            .toList();
    var named = named(best(nameable), gathering, limit);
    return new Finding(
        about.wording(),
        named,
        named.size() < limit
            ? declared(about, asker, named, whom, limit - named.size())
            : List.of(),
        named.isEmpty() ? gathering.openings(withoutOut(telling, asker.audience())) : List.of(),
        new Rooms(directory).roomFor(about, telling, asker.audience()).orElse(null),
        archive.extent(asker.audience()).conversations());
  }

  /** As many as are to be named, in the order in which they are: the load is spread. */
  private List<Expert> named(List<Candidate> best, Gathering gathering, int limit) {
    var spread =
        best.stream()
            .sorted(Comparator.comparingDouble(this::place).reversed())
            .flatMap(each -> gathering.expert(each.tally(), each.said().thankers()).stream())
            .limit(limit)
            .toList();
    var sure = new HashMap<PersonId, Expert>();
    spread.stream()
        .sorted(Comparator.comparingDouble(Expert::score).reversed())
        .collect(ArrayList<Expert>::new, Experts::addInOrder, ArrayList::addAll)
        .forEach(expert -> sure.put(expert.person().id(), expert));
    return spread.stream().map(expert -> sure.getOrDefault(expert.person().id(), expert)).toList();
  }

  /**
   * What decides about somebody's place: their score, a little less where they were asked lately.
   */
  private double place(Candidate candidate) {
    return candidate.tally().score() * candidate.said().spread(rules.feedback());
  }

  /**
   * Why somebody is named to an asker for a topic, or is not, by what the asker may see. It tells
   * nothing of what that person wishes or others said: of who is out or hides the topic it tells
   * the same as of whom too little is found.
   */
  Standing standing(PersonId person, String topic, Asker asker) {
    var accounts = directory.accounts();
    var finding = on(topic, asker);
    for (var i = 0; i < finding.experts().size(); i++) {
      if (accounts.areOne(finding.experts().get(i).person().id(), person)) {
        return new Standing.Named(i + 1);
      }
    }
    if (finding.declared().stream().anyMatch(each -> accounts.areOne(each.id(), person))) {
      return new Standing.Declared();
    }
    var about = about(topic, asker.language(), asker.audience());
    if (feedback.of(person, about, asker.person(), accounts).refused()) {
      return new Standing.Refused();
    }
    return unnamed(person, about, asker, accounts);
  }

  private Standing unnamed(PersonId person, Topic about, Asker asker, Accounts accounts) {
    var found = search(about, asker.audience());
    var gathering = new Gathering(archive, directory, about, asker.audience(), rules.evidence());
    if (isRested(person, best(nameable(about, found, asker)), gathering, accounts)) {
      return new Standing.Behind(true);
    }
    var own =
        hides(person, about)
            ? Optional.<Tally>empty()
            : candidates(about, found, asker)
                .filter(tally -> accounts.areOne(tally.person(), person))
                .findFirst();
    if (own.flatMap(tally -> evidence(tally, about))
        .flatMap(tally -> gathering.expert(tally, 0))
        .isPresent()) {
      return new Standing.Behind(false);
    }
    var telling =
        own.stream()
            .flatMap(tally -> tally.votes().stream())
            .filter(vote -> isAbout(vote.found(), about))
            .toList();
    return new Standing.Unproven(
        telling.size(), (int) telling.stream().filter(Tally.Vote::answered).count());
  }

  /**
   * Whether somebody would be named if they had not been asked lately, whatever was said of them.
   */
  private boolean isRested(
      PersonId person, List<Candidate> best, Gathering gathering, Accounts accounts) {
    return best.stream()
        .map(each -> accounts.areOne(each.tally().person(), person) ? each.rested() : each)
        .sorted(Comparator.comparingDouble(this::place).reversed())
        .filter(each -> gathering.expert(each.tally(), 0).isPresent())
        .limit(rules.people())
        .anyMatch(each -> accounts.areOne(each.tally().person(), person));
  }

  /** Whether so many colleagues doubt that somebody is right for a topic that it shows nobody. */
  public boolean isDoubted(PersonId person, String topic, Language otherwise) {
    return feedback
            .of(
                person,
                new Topic(Wording.asTyped(topic), otherwise, nlp),
                null,
                directory.accounts())
            .doubters()
        >= FEWEST_DOUBTERS;
  }

  /** What is said of how sure it is must not contradict what they know. */
  private static void addInOrder(List<Expert> named, Expert next) {
    named.add(named.isEmpty() ? next : next.noSurerThan(named.getLast().confidence()));
  }

  /**
   * What shows those who may see it that a person knows about a topic; empty where nothing does.
   */
  public Optional<Evidence> evidence(
      PersonId person, String topic, Audience audience, Language otherwise) {
    var about = about(topic, otherwise, audience);
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

  /**
   * Tells topics that a text is about from others: all words of the topic come up in it, or most of
   * both are the same.
   *
   * @param otherwise the language of the text where it does not tell
   */
  public Predicate<String> topicsOf(String text, Language otherwise) {
    return new Topic(Wording.asTyped(text), otherwise, nlp)::isAbout;
  }

  /**
   * Whether a person may be brought together with somebody for a topic.
   *
   * @param audience what they may see who asked
   */
  public boolean mayBeNamed(PersonId person, String topic, Language otherwise, Audience audience) {
    return !preferences.isOut(person) && hidden(person, topic, otherwise, audience).isEmpty();
  }

  /** The topic that somebody hides and for which they are therefore not named for this one. */
  Optional<String> hidden(PersonId person, String topic, Language otherwise, Audience audience) {
    var hidden = preferences.of(person).hidden();
    if (hidden.isEmpty()) {
      return Optional.empty();
    }
    var about = about(topic, otherwise, audience);
    return hidden.stream().filter(about::isAbout).findFirst();
  }

  /**
   * What a question is about in a few words, what tells most first; empty where nothing tells.
   *
   * @param otherwise the language of the question where it does not tell
   */
  public List<String> topicsIn(String question, Language otherwise) {
    var language = nlp.language(question).orElse(otherwise);
    return nlp.keyPhrases(nlp.sentences(question), language, _ -> 1, TOPICS).stream()
        .map(KeyPhrase::text)
        .toList();
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
  private List<Person> declared(
      Topic about, Asker asker, List<Expert> named, Predicate<PersonId> whom, int limit) {
    var shown = named.stream().map(expert -> expert.person().id()).collect(Collectors.toSet());
    var accounts = directory.accounts();
    return saying(asker)
        .flatMap(workspace -> preferences.known(workspace).entrySet().stream())
        .filter(known -> known.getValue().stream().anyMatch(about::isAbout))
        .map(Map.Entry::getKey)
        .map(met(asker.person(), accounts))
        .distinct()
        .filter(person -> !accounts.areOne(person, asker.person()) && !shown.contains(person))
        .filter(whom)
        .filter(person -> !hides(person, about))
        .map(person -> new Word(person, feedback.of(person, about, asker.person(), accounts)))
        .filter(word -> !word.said().refused())
        .sorted(Comparator.comparing((Word word) -> word.said().thankers() == 0))
        .map(Word::person)
        .flatMap(person -> directory.person(person).stream())
        .filter(Person::isActive)
        .limit(limit)
        .toList();
  }

  /** Somebody who says that they know, and what colleagues say. */
  private record Word(PersonId person, Feedback.Said said) {}

  /**
   * Where colleagues are listened to who say themselves what they know: they say it to all of the
   * organisation, and so to whoever is one of it, nearest first; to a guest only where that is.
   */
  private Stream<WorkspaceId> saying(Asker asker) {
    var near = workspaces(asker.audience());
    return directory.isOfUs(asker.person())
        ? Stream.concat(near, directory.workspaces().stream().sorted()).distinct()
        : near;
  }

  private static Stream<WorkspaceId> workspaces(Audience audience) {
    return audience.channels().stream().map(ChannelId::workspace).distinct().sorted();
  }

  private Topic about(String topic, Language otherwise, Audience audience) {
    return new Topic(wordings.of(topic, otherwise, audience), otherwise, nlp);
  }

  private List<Found> search(Topic about, Audience audience) {
    return archive.search(about.wording().sought(), audience, rules.conversations());
  }

  private Stream<Tally> candidates(Topic about, List<Found> found, Asker asker) {
    var who = met(asker.person(), directory.accounts());
    return others(tallies(found, about, asker.channel(), who), asker);
  }

  /** Without the asker and those who are out. */
  private Stream<Tally> others(List<Tally> tallies, Asker asker) {
    var out = out(asker.audience());
    var accounts = directory.accounts();
    return tallies.stream()
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

  /**
   * Somebody of whom there is enough to name them.
   *
   * @param tally with what is left of their score by what was said
   */
  private record Candidate(Tally tally, Feedback.Said said) {

    Candidate rested() {
      return new Candidate(tally, said.rested());
    }
  }

  /** Those of whom there is enough to name them, and whom the asker did not refuse, best first. */
  private List<Candidate> nameable(Topic about, List<Found> found, Asker asker) {
    var accounts = directory.accounts();
    return candidates(about, found, asker)
        .flatMap(tally -> evidence(tally, about).stream())
        .filter(this::isActive)
        .limit(CANDIDATES)
        .flatMap(tally -> candidate(tally, about, asker, accounts).stream())
        .sorted(Comparator.comparing(Candidate::tally, Tally.BEST_FIRST))
        .toList();
  }

  /**
   * Somebody with what colleagues and they themselves say, which moves them a little; empty where
   * they hide the topic or the asker refused them.
   */
  private Optional<Candidate> candidate(Tally tally, Topic about, Asker asker, Accounts accounts) {
    var wishes = preferences.of(tally.person());
    if (wishes.hidden().stream().anyMatch(about::isAbout)) {
      return Optional.empty();
    }
    var said = feedback.of(tally.person(), about, asker.person(), accounts);
    var own = wishes.known().stream().anyMatch(about::isAbout) ? 1 + rules.feedback().own() : 1;
    return said.refused()
        ? Optional.empty()
        : Optional.of(new Candidate(tally.times(said.factor() * own), said));
  }

  private List<Candidate> best(List<Candidate> ranked) {
    return ranked.stream()
        .filter(
            each ->
                each.tally().score()
                    >= rules.evidence().share() * ranked.getFirst().tally().score())
        .toList();
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
}
