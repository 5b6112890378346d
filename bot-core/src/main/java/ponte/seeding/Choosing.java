package ponte.seeding;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import ponte.bot.Asker;
import ponte.command.Sowing;
import ponte.command.Sowing.Shape;
import ponte.consent.Preferences;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.RichText.Span;
import ponte.directory.Directory;
import ponte.introduction.Outcome;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Reply;
import ponte.reply.Texts;

/** Takes votes and offers of help, one of each colleague; what was chosen last holds. */
final class Choosing {

  private final Seeds seeds;
  private final Ballots ballots;
  private final Steps steps;
  private final Directory directory;
  private final Preferences preferences;
  private final SeedReplies replies;

  Choosing(
      SeedingDesk.Kept kept, Directory directory, Preferences preferences, SeedReplies replies) {
    this.seeds = kept.seeds();
    this.ballots = kept.ballots();
    this.steps = kept.steps();
    this.directory = directory;
    this.preferences = preferences;
    this.replies = replies;
  }

  Outcome choose(Sowing.Of ref, int option, PersonId person, Asker asker) {
    var found = seeds.find(ref).filter(_ -> asker.audience().maySee(ref.room()));
    if (found.isEmpty() || !isOpen(found.get(), option)) {
      return SeedWishes.says(asker, "seed.closed");
    }
    var seed = found.get();
    if (preferences.isOut(person)) {
      return SeedWishes.says(asker, "seed.choose.out");
    }
    var rally = seed.draft().shape() == Shape.RALLY;
    var by = seed.by();
    if (rally && by != null && directory.accounts().areOne(by, person)) {
      return SeedWishes.says(asker, "seed.rally.own");
    }
    var texts = Texts.in(asker.language());
    var accounts = new TreeSet<>(directory.accounts(person));
    if (ballots.change(ref, ballot -> ballot.choosing(accounts, option)).closed()) {
      return SeedWishes.says(asker, "seed.closed");
    }
    // Whoever died between the two handles it again, and then nothing changes but the card.
    steps.draw(seed);
    var back =
        new Block.Buttons(
            List.of(
                Button.of(
                    texts.say("seed.choose.back"),
                    SeedReplies.command(new Sowing.ChooseNothing(ref)))));
    var said =
        rally
            ? texts.say("seed.rally.thanks")
            : texts.say(
                seed.draft().secret() ? "seed.choose.secret" : "seed.choose.open",
                seed.draft().options().get(option));
    return new Outcome(
        new Reply(texts.language(), List.of(Block.Paragraph.plain(said), back)),
        rally ? offer(seed, accounts.getFirst()) : List.of());
  }

  /**
   * Whoever called for help is told, each offer once, and by no name: that stands on the card
   * alone, which is drawn without it where the offer is taken back.
   */
  private List<Outgoing> offer(Seed seed, PersonId helper) {
    var posted = seed.posted();
    return Optional.ofNullable(seed.by())
        .filter(_ -> posted != null)
        .flatMap(directory::person)
        .filter(Person::isActive)
        .map(
            by -> {
              var texts = Texts.in(preferences.languageOf(by));
              return new Outgoing(
                  "seed/" + seed.id() + "/helps/" + helper,
                  new Destination.Together(Set.of(by.id())),
                  new Reply(
                      texts.language(),
                      List.of(
                          new Block.Paragraph(
                              texts.rich(
                                  "seed.rally.offers",
                                  new Span.ChannelLink(seed.room(), replies.name(seed)))))));
            })
        .stream()
        .toList();
  }

  private static boolean isOpen(Seed seed, int option) {
    return seed.standing().filter(posted -> !posted.closed()).isPresent()
        && switch (seed.draft().shape()) {
          case POLL -> option >= 0 && option < seed.draft().options().size();
          case RALLY -> option == Cards.HELPING;
          case DISCUSSION, ASK_ME_ANYTHING -> false;
        };
  }

  Outcome takeBack(Sowing.Of ref, PersonId person, Asker asker) {
    var seed = seeds.find(ref).filter(_ -> asker.audience().maySee(ref.room()));
    if (seed.flatMap(Seed::standing).filter(posted -> !posted.closed()).isEmpty()) {
      return SeedWishes.says(asker, "seed.closed");
    }
    ballots.change(ref, ballot -> ballot.without(directory.accounts(person)));
    steps.draw(seed.get());
    return SeedWishes.says(asker, "seed.choose.taken-back");
  }

  /** Nobody chooses any more. */
  Outcome enough(Seed seed, Asker asker) {
    ballots.change(seed.ref(), Ballot::closing);
    seeds.change(seed.ref(), Seed::enough).ifPresent(steps::draw);
    return SeedWishes.says(asker, "seed.enough");
  }

  /** Lets go of all that anybody chose. */
  void drop(Seed seed) {
    if (Harvest.hasChoices(seed)) {
      ballots.drop(seed.ref());
    }
  }

  /**
   * Takes back what somebody chose at a seed, under whichever of their accounts. False: nothing.
   */
  boolean forget(Seed seed, Set<PersonId> accounts) {
    var before = ballots.of(seed.ref());
    return Harvest.hasChoices(seed)
        && !before.without(accounts).equals(before)
        && ballots.change(seed.ref(), ballot -> ballot.without(accounts)).revision()
            > before.revision();
  }
}
