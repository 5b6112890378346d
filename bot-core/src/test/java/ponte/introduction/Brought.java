package ponte.introduction;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import ponte.bot.Asker;
import ponte.bot.Lately;
import ponte.expert.ExpertAnswers;
import ponte.expert.ExpertRules;
import ponte.expert.Workspace;
import ponte.nlp.Language;
import ponte.nudge.Countries;
import ponte.nudge.EffectRules;
import ponte.nudge.Effects;
import ponte.nudge.Gate;
import ponte.nudge.Holidays;
import ponte.nudge.QuietChannels;
import ponte.nudge.Ration;
import ponte.platform.Outgoing;
import ponte.prompt.Prompt;
import ponte.prompt.Prompted;
import ponte.prompt.Prompts;
import ponte.store.Codec;
import ponte.store.InMemoryQueue;

/** What brings people together in a small workspace, for tests. */
public final class Brought {

  private static final IntroductionRules RULES = IntroductionRules.DEFAULT;

  private final Workspace acme;
  private final InMemoryQueue queue;
  final Ledger ledger;
  private final ChannelLanguage languages;
  private final ExpertAnswers answers;
  private final Gate gate;
  final Matters matters;
  final Invitations invitations;
  final Aftercare aftercare;
  final Handshakes handshakes;
  final Addresses addresses;
  final Inviting inviting;

  public Brought(Workspace acme) {
    this.acme = acme;
    this.queue = new InMemoryQueue(acme.clock);
    this.ledger = new Ledger(acme.records, acme.clock);
    this.languages = new ChannelLanguage(acme.archive, Workspace.NLP, acme.clock);
    this.matters = new Matters(acme.records, acme.clock);
    this.answers =
        new ExpertAnswers(
            acme.experts,
            acme.opinions,
            acme.directory,
            acme.preferences,
            ExpertRules.DEFAULT,
            acme.clock);
    var prompts = new Prompts(queue);
    var effects = new Effects(acme.records, EffectRules.DEFAULT, acme.clock);
    this.invitations = new Invitations(acme.records, effects, acme.clock);
    this.gate =
        new Gate(
            acme.directory,
            acme.preferences,
            new Ration(acme.records, 1, 3, acme.clock),
            effects,
            Countries.BY_ZONE,
            Holidays.NONE,
            QuietChannels.NONE,
            acme.clock);
    var answerers =
        new Answerers(
            acme.archive,
            acme.directory,
            matters,
            acme.posed,
            prompts,
            effects,
            acme.digests().questions(),
            RULES);
    this.aftercare =
        new Aftercare(
            matters,
            invitations,
            answerers,
            prompts,
            acme.experts,
            answers,
            effects,
            gate,
            acme.directory,
            acme.preferences,
            RULES);
    this.addresses =
        new Addresses(acme.directory, acme.experts, acme.preferences, ledger, prompts, acme.clock);
    this.handshakes =
        new Handshakes(
            acme.directory,
            acme.experts,
            acme.preferences,
            matters,
            ledger,
            acme.requests,
            aftercare,
            prompts,
            gate,
            acme.clock);
    this.inviting =
        new Inviting(
            invitations,
            matters,
            answerers,
            prompts,
            acme.requests,
            acme.experts,
            gate,
            acme.directory,
            acme.preferences,
            RULES,
            acme.clock);
  }

  public Introductions introductions() {
    return new Introductions(
        acme.directory, answers, acme.preferences, matters, ledger, handshakes);
  }

  RoomQuestions rooms() {
    return new RoomQuestions(
        acme.directory,
        acme.experts,
        languages,
        ledger,
        inviting,
        aftercare,
        new Lately(queue, acme.clock),
        matters,
        acme.clock);
  }

  /** What is written by now to those whom somebody wants to be brought together with. */
  public List<Outgoing> written() {
    var written = new ArrayList<Outgoing>();
    var leases = queue.lease(Prompts.TOPIC, 100, Duration.ofMinutes(1));
    while (!leases.isEmpty()) {
      for (var lease : leases) {
        var prompt = Codec.read(lease.entry().payload(), Prompt.class);
        if (gate.ask(prompt.nudge()) instanceof Gate.Answer.Wait(var until, _)) {
          queue.postpone(lease, until, "it does not suit them");
          continue;
        }
        if (said(prompt) instanceof Prompted.Say(var outgoing)
            && gate.pass(prompt.nudge()) instanceof Gate.Answer.Open) {
          written.add(outgoing);
          if (prompt instanceof Prompt.Sought sought) {
            handshakes.said(sought);
          }
        }
      }
      queue.done(leases);
      leases = queue.lease(Prompts.TOPIC, 100, Duration.ofMinutes(1));
    }
    return written;
  }

  private Prompted said(Prompt prompt) {
    return switch (prompt) {
      case Prompt.Sought sought -> handshakes.say(sought);
      case Prompt.Address address ->
          addresses.say(
              address,
              new Asker(
                  address.to(),
                  acme.directory.audienceOf(address.to()),
                  Language.ENGLISH,
                  ZoneOffset.UTC));
      default -> new Prompted.Drop("it is not to be brought together with somebody");
    };
  }

  /** What was planned, those that are due first. */
  List<Prompt> planned() {
    acme.clock.advance(Duration.ofDays(30));
    return queue.lease(Prompts.TOPIC, 100, Duration.ofMinutes(1)).stream()
        .map(lease -> Codec.read(lease.entry().payload(), Prompt.class))
        .toList();
  }
}
