package ponte.expert;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
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

/**
 * Those who come into question for a topic, by their part in conversations about it: without the
 * asker, those who are out and those who hide it, with what colleagues say.
 */
final class Nominations {

  /** Further down the ranking nobody is shown, whatever is objected to those above. */
  static final int MOST = 20;

  private final Archive archive;
  private final Directory directory;
  private final Feedback feedback;
  private final Preferences preferences;
  private final ExpertRules rules;

  Nominations(
      Archive archive,
      Directory directory,
      Feedback feedback,
      Preferences preferences,
      ExpertRules rules) {
    this.archive = archive;
    this.directory = directory;
    this.feedback = feedback;
    this.preferences = preferences;
    this.rules = rules;
  }

  List<Found> search(Topic about, Audience audience) {
    return archive.search(about.wording().sought(), audience, rules.conversations());
  }

  Stream<Tally> candidates(Topic about, List<Found> found, Asker asker) {
    var who = met(asker.person(), directory.accounts());
    return others(tallies(found, about, asker.channel(), who), asker);
  }

  /** Without the asker and those who are out. */
  Stream<Tally> others(List<Tally> tallies, Asker asker) {
    var out = out(asker.audience());
    var accounts = directory.accounts();
    return tallies.stream()
        .filter(tally -> !accounts.areOne(tally.person(), asker.person()))
        .filter(tally -> Collections.disjoint(accounts.of(tally.person()), out));
  }

  boolean isActive(Tally tally) {
    return directory.person(tally.person()).filter(Person::isActive).isPresent();
  }

  List<Tally> tallies(
      List<Found> found, Topic about, @Nullable ChannelId asked, UnaryOperator<PersonId> who) {
    return Tally.of(found, about.terms().size(), asked, rules.votes(), who);
  }

  /** Colleagues by the account at which somebody meets them. */
  static UnaryOperator<PersonId> met(@Nullable PersonId by, Accounts accounts) {
    var workspace = by == null ? null : by.workspace();
    return account -> accounts.metFrom(workspace, account);
  }

  /**
   * Somebody of whom there is enough to name them.
   *
   * @param tally with what is left of their score by what was said
   */
  record Candidate(Tally tally, Feedback.Said said) {

    Candidate rested() {
      return new Candidate(tally, said.rested());
    }
  }

  /** Those of whom there is enough to name them, and whom the asker did not refuse, best first. */
  List<Candidate> nameable(Topic about, List<Found> found, Asker asker) {
    var accounts = directory.accounts();
    return candidates(about, found, asker)
        .flatMap(tally -> evidence(tally, about).stream())
        .filter(this::isActive)
        .limit(MOST)
        .flatMap(tally -> candidate(tally, about, asker, accounts).stream())
        .sorted(Comparator.comparing(Candidate::tally, Tally.BEST_FIRST))
        .toList();
  }

  /**
   * Somebody with what colleagues and they themselves say, which moves them a little; empty where
   * they hide the topic or the asker refused them.
   */
  Optional<Candidate> candidate(Tally tally, Topic about, Asker asker, Accounts accounts) {
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

  List<Candidate> best(List<Candidate> ranked) {
    return ranked.stream()
        .filter(
            each ->
                each.tally().score()
                    >= rules.evidence().share() * ranked.getFirst().tally().score())
        .toList();
  }

  /** Whether enough of the topic comes up in a conversation. */
  boolean isAbout(Found found, Topic about) {
    return covers(found, about, 1);
  }

  private boolean covers(Found found, Topic about, double share) {
    return found.coverage() >= share * rules.evidence().coverage(about.terms().size());
  }

  /** The person with the votes that are evidence; empty where there are too few. */
  Optional<Tally> evidence(Tally tally, Topic about) {
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

  boolean hides(PersonId person, Topic about) {
    return preferences.of(person).hidden().stream().anyMatch(about::isAbout);
  }

  /** Those of the audience's workspaces who opted out. */
  private Set<PersonId> out(Audience audience) {
    return workspaces(audience)
        .flatMap(workspace -> preferences.out(workspace).stream())
        .collect(Collectors.toSet());
  }

  List<Found> withoutOut(List<Found> found, Audience audience) {
    var out = out(audience);
    return found.stream().filter(each -> !out.contains(each.opener())).toList();
  }

  static Stream<WorkspaceId> workspaces(Audience audience) {
    return audience.channels().stream().map(ChannelId::workspace).distinct().sorted();
  }

  /**
   * What decides about somebody's place: their score, a little less where they were asked lately.
   */
  double place(Candidate candidate) {
    return candidate.tally().score() * candidate.said().spread(rules.feedback());
  }
}
