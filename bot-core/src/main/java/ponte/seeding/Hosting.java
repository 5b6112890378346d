package ponte.seeding;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ponte.bot.Asker;
import ponte.command.Sowing;
import ponte.consent.Offer;
import ponte.consent.Preferences;
import ponte.conversation.PersonId;
import ponte.conversation.RichText.Span;
import ponte.directory.Directory;
import ponte.introduction.Outcome;
import ponte.nudge.Effects;
import ponte.nudge.Effects.Said;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.prompt.Prompt;
import ponte.prompt.Prompt.Word;
import ponte.prompt.Prompted;
import ponte.prompt.Prompts;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Reply;
import ponte.reply.Texts;

/** Asks a colleague whether they will be asked anything, and tells what was planned and became. */
public final class Hosting {

  private static final Duration PATIENCE = Duration.ofDays(5);

  /** Longer than it takes to write a seed. */
  private static final Duration SOON = Duration.ofMinutes(1);

  private final Seeds seeds;
  private final SeedReplies replies;
  private final Prompts prompts;
  private final Effects effects;
  private final Directory directory;
  private final Preferences preferences;
  private final Clock clock;

  Hosting(
      Seeds seeds,
      SeedReplies replies,
      Prompts prompts,
      Effects effects,
      Directory directory,
      Preferences preferences,
      Clock clock) {
    this.seeds = seeds;
    this.replies = replies;
    this.prompts = prompts;
    this.effects = effects;
    this.directory = directory;
    this.preferences = preferences;
    this.clock = clock;
  }

  /**
   * Plans to ask them; whether they want to be asked anything at all is not told to others.
   *
   * @param request what makes it the same when it is handled twice
   */
  void ask(Seed seed, PersonId colleague, PersonId by, String request) {
    var asked =
        seeds.change(
            seed.ref(),
            each ->
                each.isOpen() && each.consent() != Seed.Consent.AGREED
                    ? each.with(each.draft().hostedBy(colleague)).with(Seed.Consent.ASKED).of(by)
                    : each);
    if (asked.filter(each -> colleague.equals(each.draft().host())).isPresent()) {
      var now = clock.instant();
      prompts.plan(
          new Prompt.Sown(colleague, seed.ref(), Word.HOST, request, now.plus(PATIENCE)), now);
    }
  }

  /**
   * Plans to tell whoever agreed that it is not about what they agreed to any more, before it is
   * not: whoever dies between the two tells it all the same, once.
   */
  void release(Seed seed, String request) {
    var host = seed.draft().host();
    if (host != null && seed.consent() == Seed.Consent.AGREED) {
      var now = clock.instant();
      prompts.plan(
          new Prompt.Sown(host, seed.ref(), Word.REWRITTEN, request, now.plus(PATIENCE)),
          now.plus(SOON));
    }
  }

  /** What they say to it; saying it again changes nothing. */
  Outcome answer(Sowing.Of ref, boolean agreed, PersonId person, Asker asker) {
    var consent = agreed ? Seed.Consent.AGREED : Seed.Consent.DECLINED;
    var changed =
        seeds.change(
            ref, seed -> isHost(seed, person) && seed.isOpen() ? seed.with(consent) : seed);
    if (changed.filter(seed -> isHost(seed, person) && seed.isOpen()).isEmpty()) {
      return SeedWishes.says(asker, "seed.gone");
    }
    directory
        .accounts(person)
        .forEach(
            account ->
                effects.said(
                    account,
                    Prompt.Sown.keys(ref, Word.HOST, account),
                    agreed ? Said.ACCEPTED : Said.PASSED));
    var by = changed.get().by();
    if (by != null) {
      var now = clock.instant();
      prompts.plan(
          new Prompt.Sown(
              by, ref, Word.HOSTED, occasion(person, changed.get()), now.plus(PATIENCE)),
          now);
    }
    return SeedWishes.says(asker, agreed ? "seed.host.thanks" : "seed.host.declined");
  }

  private static String occasion(PersonId person, Seed seed) {
    return person
        + " "
        + seed.consent()
        + " "
        + Integer.toHexString(seed.draft().prompt().hashCode());
  }

  private boolean isHost(Seed seed, PersonId person) {
    var host = seed.draft().host();
    return host != null && directory.accounts().areOne(host, person);
  }

  /** Puts in words what somebody is asked or told, as long as it has a point. */
  public Prompted say(Prompt.Sown prompt, Asker asker) {
    return seeds
        .find(prompt.seed())
        .filter(seed -> asker.audience().maySee(seed.room()))
        .filter(seed -> isToBeTold(prompt, seed))
        .flatMap(
            seed ->
                switch (prompt.word()) {
                  case HOST -> host(seed, prompt.to(), asker);
                  case HOSTED -> java.util.Optional.of(hosted(seed, asker));
                  case REWRITTEN -> rewritten(seed, prompt.to(), asker);
                  case MISSED -> java.util.Optional.of(missed(seed, "seed.missed", false, asker));
                  case ENDED -> java.util.Optional.of(missed(seed, "seed.missed", true, asker));
                  case SETTLED -> java.util.Optional.of(missed(seed, "seed.settled", true, asker));
                  case OUTCOME -> replies.outcome(seed, asker, clock.instant());
                })
        .<Prompted>map(
            reply ->
                new Prompted.Say(
                    new Outgoing(
                        prompt.key(), new Destination.Together(Set.of(prompt.to())), reply)))
        .orElseGet(() -> new Prompted.Drop("it has lost its point"));
  }

  /**
   * Whose wish it is that somebody is asked or told something of a seed; null: nobody's any more.
   */
  public @Nullable PersonId wished(Prompt.Sown prompt) {
    return seeds.find(prompt.seed()).map(Seed::by).orElse(null);
  }

  /** Who is out is told of what they wished themselves, and have not ended since. */
  private boolean isToBeTold(Prompt.Sown prompt, Seed seed) {
    return !prompt.isToItsOwner()
        || !preferences.isOut(prompt.to())
        || seed.isOf(directory.accounts(prompt.to()));
  }

  private java.util.Optional<Reply> host(Seed seed, PersonId person, Asker asker) {
    var by = seed.by();
    return by != null
            && seed.isOpen()
            && isHost(seed, person)
            && seed.consent() == Seed.Consent.ASKED
            && preferences.of(person).takes(Offer.INVITATIONS)
        ? java.util.Optional.of(replies.hosting(seed, by, asker, clock.instant()))
        : java.util.Optional.empty();
  }

  private java.util.Optional<Reply> rewritten(Seed seed, PersonId person, Asker asker) {
    var texts = Texts.in(asker.language());
    return isHost(seed, person)
        ? java.util.Optional.empty()
        : java.util.Optional.of(
            new Reply(
                texts.language(),
                List.of(
                    new Block.Paragraph(
                        texts.rich(
                            "seed.host.rewritten",
                            new Span.ChannelLink(seed.room(), replies.name(seed)))))));
  }

  private Reply hosted(Seed seed, Asker asker) {
    var texts = Texts.in(asker.language());
    var host = seed.draft().host();
    var agreed = seed.consent() == Seed.Consent.AGREED && host != null;
    return new Reply(
        texts.language(),
        List.of(
            new Block.Paragraph(
                agreed
                    ? texts.rich(
                        "seed.host.says-yes",
                        new Span.Mention(java.util.Objects.requireNonNull(host)),
                        new Span.ChannelLink(seed.room(), replies.name(seed)))
                    : texts.rich(
                        "seed.host.says-no",
                        new Span.ChannelLink(seed.room(), replies.name(seed)))),
            show(seed, texts)));
  }

  private Reply missed(Seed seed, String situation, boolean ended, Asker asker) {
    var texts = Texts.in(asker.language());
    var series =
        seed.weeks() == 0 ? "" : texts.say(ended ? "seed.missed.ended" : "seed.missed.next");
    return new Reply(
        texts.language(),
        List.of(
            new Block.Paragraph(
                texts.rich(situation, new Span.ChannelLink(seed.room(), replies.name(seed)))),
            Block.Paragraph.plain(
                ("“" + replies.prompt(seed, clock.instant()) + "” " + series).strip())));
  }

  private static Block show(Seed seed, Texts texts) {
    return new Block.Buttons(
        List.of(
            Button.primary(
                texts.say("seed.show"), SeedReplies.command(new Sowing.Show(seed.ref())))));
  }
}
