package ponte.expert;

import java.util.List;
import java.util.Optional;
import ponte.archive.Archive;
import ponte.bot.Asker;
import ponte.conversation.PersonId;
import ponte.directory.Accounts;
import ponte.directory.Directory;

/** Why somebody is named, or is not. */
final class Standings {

  private final Archive archive;
  private final Directory directory;
  private final Feedback feedback;
  private final Nominations nominations;
  private final Declarations declarations;
  private final ExpertRules rules;

  Standings(
      Archive archive,
      Directory directory,
      Feedback feedback,
      Nominations nominations,
      Declarations declarations,
      ExpertRules rules) {
    this.archive = archive;
    this.directory = directory;
    this.feedback = feedback;
    this.nominations = nominations;
    this.declarations = declarations;
    this.rules = rules;
  }

  /**
   * Why somebody is named to an asker for a topic, or is not, by what the asker may see. It tells
   * nothing of what that person wishes or others said: of who is out or hides the topic it tells
   * the same as of whom too little is found.
   *
   * @param finding who is named for it
   */
  Standing of(PersonId person, Topic about, Finding finding, Asker asker) {
    var accounts = directory.accounts();
    for (var i = 0; i < finding.experts().size(); i++) {
      if (accounts.areOne(finding.experts().get(i).person().id(), person)) {
        return new Standing.Named(i + 1);
      }
    }
    if (finding.declared().stream().anyMatch(each -> accounts.areOne(each.id(), person))) {
      return new Standing.Declared();
    }
    if (feedback.of(person, about, asker.person(), accounts).refused()) {
      return new Standing.Refused();
    }
    return finding.sought() ? unnamed(person, about, asker, accounts) : new Standing.Unsought();
  }

  private Standing unnamed(PersonId person, Topic about, Asker asker, Accounts accounts) {
    var found = nominations.search(about, asker.audience());
    var gathering = new Gathering(archive, directory, about, asker.audience(), rules);
    if (isRested(
        person, nominations.best(nominations.nameable(about, found, asker)), gathering, accounts)) {
      return new Standing.Behind(true);
    }
    var own =
        nominations.hides(person, about)
            ? Optional.<Tally>empty()
            : nominations
                .candidates(about, found, asker)
                .filter(tally -> accounts.areOne(tally.person(), person))
                .findFirst();
    var evidence =
        own.stream().flatMap(tally -> nominations.evidence(tally, about).stream()).toList();
    if (evidence.stream().anyMatch(tally -> gathering.expert(tally, 0).isPresent())) {
      return new Standing.Behind(false);
    }
    if (says(person, about, asker, accounts)) {
      return new Standing.Behind(false);
    }
    if (!evidence.isEmpty()) {
      return gathering.silence(evidence.getFirst());
    }
    var telling =
        own.stream()
            .flatMap(tally -> tally.votes().stream())
            .filter(vote -> nominations.isAbout(vote.found(), about))
            .toList();
    return new Standing.Unproven(
        telling.size(), (int) telling.stream().filter(Tally.Vote::answered).count());
  }

  /** Whether somebody says that they know, who would be shown if nobody else were. */
  private boolean says(PersonId person, Topic about, Asker asker, Accounts accounts) {
    return !declarations
        .of(about, asker, List.of(), each -> accounts.areOne(each, person), 1)
        .isEmpty();
  }

  /**
   * Whether somebody would be named if they had not been asked lately, whatever was said of them.
   */
  private boolean isRested(
      PersonId person, List<Nominations.Candidate> best, Gathering gathering, Accounts accounts) {
    var rested =
        best.stream()
            .map(each -> accounts.areOne(each.tally().person(), person) ? each.rested() : each)
            .toList();
    return nominations.shown(rested, gathering, rules.people()).stream()
        .anyMatch(expert -> accounts.areOne(expert.person().id(), person));
  }
}
