package ponte.slack.sync;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ponte.bot.Handler;
import ponte.bot.Inbox;
import ponte.directory.Directory;
import ponte.nlp.Language;
import ponte.platform.PlatformUnavailableException;
import ponte.slack.api.Remedies;
import ponte.slack.api.SlackAnswer;
import ponte.slack.api.SlackApi;
import ponte.slack.live.Listening;
import ponte.slack.live.SharedChannels;
import ponte.store.Codec;
import ponte.store.Lease;
import ponte.store.Queue;
import ponte.store.Records;
import ponte.store.StoreUnavailableException;

/** Reads what the errands ask for. */
public final class SlackReading implements Handler {

  /** The topic of the errands. */
  public static final String TOPIC = Errands.TOPIC;

  private static final Logger log = LoggerFactory.getLogger(SlackReading.class);

  /**
   * Ponte is not in the workspace any more: there is nothing to read until it is installed again.
   */
  private static final Set<String> GONE =
      Set.of(
          SlackApi.NOT_INSTALLED,
          "token_revoked",
          "account_inactive",
          "invalid_auth",
          "not_authed");

  private final Roster roster;
  private final Backfill backfill;

  public SlackReading(
      SlackApi api,
      Inbox inbox,
      Directory directory,
      Listening listening,
      SharedChannels shared,
      BackfillRules rules,
      Queue queue,
      Records records,
      Clock clock) {
    var errands = new Errands(queue);
    this.backfill =
        new Backfill(api, inbox, listening, new BackfillProgress(records), errands, rules, clock);
    this.roster = new Roster(api, inbox, directory, shared, errands, backfill, clock);
  }

  @Override
  public int batch() {
    return 1;
  }

  @Override
  public Outcome handle(List<Lease> leases) {
    var errand = Codec.read(leases.getFirst().entry().payload(), Errand.class);
    return switch (step(errand)) {
      case Step.Done _ -> DONE;
      case Step.Wait(var notBefore) -> new Outcome.Again(notBefore, "slack's rate limit");
      case Step.Never(var refused) -> refused(errand, refused);
    };
  }

  private Step step(Errand errand) {
    return switch (errand) {
      case Errand.People people -> roster.people(people);
      case Errand.PublicChannels channels -> roster.publicChannels(channels);
      case Errand.OwnChannels channels -> roster.ownChannels(channels);
      case Errand.Members members -> roster.members(members);
      case Errand.Look look -> roster.look(look);
      case Errand.Meet meet -> roster.meet(meet);
      case Errand.History history -> backfill.step(history);
    };
  }

  private static Outcome refused(Errand errand, SlackAnswer.Refused refused) {
    if (GONE.contains(refused.error())) {
      log.atWarn()
          .addKeyValue("workspace", errand.workspace())
          .addKeyValue("reason", refused.error())
          .log("nothing is read from slack any more");
      return DONE;
    }
    return new Outcome.Never(Remedies.in(Language.ENGLISH).reason(refused));
  }

  @Override
  public boolean passes(RuntimeException failure) {
    return failure instanceof PlatformUnavailableException
        || failure instanceof StoreUnavailableException;
  }
}
