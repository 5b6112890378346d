package ponte.seeding;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ponte.archive.Archive;
import ponte.bot.Asker;
import ponte.community.Networks;
import ponte.consent.Preferences;
import ponte.consent.WrittenNames;
import ponte.conversation.Audience;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.digest.Digests;
import ponte.directory.Directory;
import ponte.directory.Roles;
import ponte.introduction.ChannelLanguage;
import ponte.introduction.Inviting;
import ponte.introduction.Matters;
import ponte.listening.Ears;
import ponte.nlp.Nlp;
import ponte.nudge.Effects;
import ponte.nudge.Gate;
import ponte.prompt.Prompts;
import ponte.store.Queue;
import ponte.store.Records;

/** Those who have discussions begun, put together. */
public final class SeedingDesk {

  private final Archive archive;
  private final Directory directory;
  private final Kept kept;
  private final Choosing choosing;
  private final Hosting hosting;
  private final Pausing pausing;
  private final Planting planting;
  private final SeedWishes wishes;
  private final SeedForm form;

  /** What they stand on. */
  public record Ground(
      Archive archive,
      Directory directory,
      Records records,
      Queue queue,
      Nlp nlp,
      Preferences preferences,
      Roles roles,
      Clock clock) {}

  /** The features beside it that it uses. */
  public record Beside(
      Digests digests,
      Ears ears,
      Networks networks,
      ChannelLanguage languages,
      Inviting inviting,
      Matters matters,
      Prompts prompts,
      Effects effects,
      Gate gate) {}

  /** What is kept, and what is to be done. */
  record Kept(Seeds seeds, Ballots ballots, Steps steps, Rests rests) {}

  /** Those who read and draw, and change nothing. */
  record Looks(Cards cards, Moments moments, Harvest harvest, StillOpen open) {}

  public SeedingDesk(Ground ground, Beside beside, SeedingRules rules) {
    this.archive = ground.archive();
    this.directory = ground.directory();
    var preferences = ground.preferences();
    var clock = ground.clock();
    var seeds = new Seeds(ground.records(), clock);
    this.kept =
        new Kept(
            seeds,
            new Ballots(ground.records(), clock),
            new Steps(ground.queue(), clock),
            new Rests(ground.records()));
    var subjects =
        new Subjects(ground.nlp(), () -> WrittenNames.ofEverybody(directory, ground.nlp()));
    var wording =
        new Wording(
            beside.digests().retelling(),
            ground.nlp(),
            () -> WrittenNames.ofEverybody(directory, ground.nlp()));
    var looks =
        new Looks(
            new Cards(
                ground.archive(),
                directory,
                preferences,
                beside.languages(),
                subjects,
                wording,
                ground.nlp()),
            new Moments(ground.archive(), directory, beside.gate()),
            new Harvest(ground.archive(), directory, preferences, seeds, clock),
            new StillOpen(beside.digests().questions(), directory, ground.nlp()));
    this.pausing = new Pausing(kept, looks.moments(), directory, ground.roles(), clock);
    var replies = new SeedReplies(looks, directory);
    this.choosing = new Choosing(kept, directory, preferences, replies);
    this.hosting =
        new Hosting(
            seeds, replies, beside.prompts(), beside.effects(), directory, preferences, clock);
    this.planting = new Planting(kept, looks, pausing, ground, beside, rules);
    this.wishes =
        new SeedWishes(
            kept,
            looks,
            new Proposals(seeds, looks, subjects, wording, ground, beside, rules),
            replies,
            pausing,
            choosing,
            hosting,
            ground,
            beside,
            rules);
    this.form = new SeedForm(seeds, wishes, looks.moments(), clock);
  }

  /** Takes what people want. */
  public SeedWishes wishes() {
    return wishes;
  }

  /** Has what is planned rest, and go on. */
  public Pausing pauses() {
    return pausing;
  }

  /** Does what was planned. */
  public Planting planting() {
    return planting;
  }

  /** Puts in words what somebody is asked or told. */
  public Hosting hosting() {
    return hosting;
  }

  public SeedForm form() {
    return form;
  }

  /** All seeds there are. */
  public Seeds seeds() {
    return kept.seeds();
  }

  /** What stands in channels is drawn anew where that on which it rests was changed. */
  public void heard(List<Event.Talk> talk) {
    for (var event : talk) {
      if (event instanceof Event.Talk.Edited || event instanceof Event.Talk.Deleted) {
        kept.seeds().in(event.message().channel().workspace()).stream()
            .filter(seed -> seed.posted() != null)
            .filter(seed -> seed.reason().sources().contains(event.message()))
            .flatMap(seed -> kept.seeds().change(seed.ref(), Seed::again).stream())
            .forEach(kept.steps()::draw);
      }
    }
  }

  /**
   * What is kept of a person.
   *
   * @param begun the seeds that are theirs, that they were to answer, or to be invited to
   * @param chosen what they voted for, or that they offered help
   */
  public record Own(List<Seed> begun, List<Chosen> chosen) {
    public Own {
      begun = List.copyOf(begun);
      chosen = List.copyOf(chosen);
    }
  }

  /**
   * A vote, or an offer of help.
   *
   * @param option what they voted for; null: they offered to help
   */
  public record Chosen(ChannelId room, String prompt, @Nullable String option) {}

  /** All that is kept of a colleague under all their accounts. */
  public Own of(Set<PersonId> accounts) {
    var all = kept.seeds().of(accounts);
    return new Own(
        all.stream().filter(seed -> seed.names(accounts)).toList(),
        all.stream()
            .filter(Harvest::hasChoices)
            .flatMap(
                seed ->
                    kept.ballots().of(seed.ref()).choices().entrySet().stream()
                        .filter(each -> accounts.contains(PersonId.parse(each.getKey())))
                        .map(
                            each ->
                                new Chosen(
                                    seed.room(),
                                    seed.draft().prompt(),
                                    seed.draft().optionAt(each.getValue()))))
            .toList());
  }

  /**
   * Forgets somebody under all their accounts; what stands in channels is drawn without them, and
   * without what they wrote. Of what they began themselves nothing is left.
   */
  public void forget(PersonId person) {
    var accounts = directory.accounts(person);
    for (var seed : kept.seeds().of(accounts)) {
      if (seed.isOf(accounts)) {
        choosing.drop(seed);
        kept.seeds().takeBack(seed.ref()).ifPresent(kept.steps()::draw);
        continue;
      }
      var chose = choosing.forget(seed, accounts);
      if (chose || seed.names(accounts) || mayQuote(seed, accounts)) {
        kept.seeds()
            .change(seed.ref(), each -> each.without(accounts).again())
            .filter(each -> each.posted() != null)
            .ifPresent(kept.steps()::draw);
      }
    }
  }

  /** What is not there any more may have been theirs: who is forgotten has lost it already. */
  private boolean mayQuote(Seed seed, Set<PersonId> accounts) {
    return seed.posted() != null
        && seed.reason().sources().stream()
            .anyMatch(
                source ->
                    archive
                        .find(source, Audience.of(source.channel()))
                        .map(filed -> accounts.contains(filed.message().author()))
                        .orElse(true));
  }

  /** Takes somebody who opted out from what stands in channels. */
  public void withdraw(Asker asker) {
    var person = asker.person();
    if (person != null) {
      forget(person);
    }
  }

  public void forget(WorkspaceId workspace) {
    kept.seeds().forget(workspace);
    kept.ballots().forget(workspace);
    kept.rests().forget(workspace);
  }

  /** Plans what was not planned, or was lost. */
  public void planAhead(WorkspaceId workspace) {
    planting.planAhead(workspace);
  }
}
