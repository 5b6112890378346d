package ponte.teams.live;

import com.microsoft.bot.schema.Activity;
import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ponte.consent.FailureWords;
import ponte.platform.Arrivals;
import ponte.platform.Body;
import ponte.platform.BodyRefusedException;
import ponte.platform.PlatformUnavailableException;
import ponte.platform.Seldom;
import ponte.teams.token.Credential;
import ponte.teams.token.TokenCheck;

/**
 * The way in: whatever comes to Ponte's address is checked before anything is made of it, by Ponte
 * itself and not by Microsoft's library, which lets some of it through.
 */
public final class Entrance {

  private static final Logger log = LoggerFactory.getLogger(Entrance.class);

  /** More than anything Teams sends. */
  private static final int MOST_BYTES = 1024 * 1024;

  private final TokenCheck check;
  private final Reception reception;
  private final Arrivals arrivals;
  private final Seldom refused;
  private final Seldom unsure;

  public Entrance(TokenCheck check, Reception reception, Clock clock) {
    this(check, reception, Arrivals.UNSEEN, clock);
  }

  /**
   * @param arrivals sees what comes in being taken in, or being refused
   */
  public Entrance(TokenCheck check, Reception reception, Arrivals arrivals, Clock clock) {
    this.check = check;
    this.reception = reception;
    this.arrivals = arrivals;
    this.refused = new Seldom(clock);
    this.unsure = new Seldom(clock);
  }

  /**
   * Receives a request.
   *
   * @param authorization the header; null: there was none
   * @param body read only of who may call Ponte
   */
  public Acknowledgement receive(@Nullable String authorization, Body body) {
    return arrivals.taken(() -> checked(authorization, body), Acknowledgement::status);
  }

  private Acknowledgement checked(@Nullable String authorization, Body body) {
    try {
      return switch (check.of(authorization)) {
        case TokenCheck.Verdict.Genuine(var credential) -> receive(credential, body);
        case TokenCheck.Verdict.Refused(var why) -> {
          refused
              .happened()
              .ifPresent(
                  times ->
                      log.atWarn()
                          .addKeyValue("why", why)
                          .addKeyValue("requests", times)
                          .log("request refused"));
          yield Acknowledgement.REFUSED;
        }
      };
    } catch (PlatformUnavailableException e) {
      unsure
          .happened()
          .ifPresent(
              times ->
                  log.atWarn()
                      .addKeyValue("requests", times)
                      .setCause(e)
                      .log("nobody can say now whose a request is"));
      return Acknowledgement.LATER;
    }
  }

  private Acknowledgement receive(Credential credential, Body body) {
    Activity activity;
    try {
      activity = Incoming.activity(body.read(MOST_BYTES));
    } catch (BodyRefusedException e) {
      return new Acknowledgement(e.status(), "");
    } catch (IOException e) {
      log.atWarn().log("no activity");
      return Acknowledgement.NONSENSE;
    }
    var channel = Objects.requireNonNullElse(activity.getChannelId(), "");
    var service = Objects.requireNonNullElse(activity.getServiceUrl(), "");
    if (!credential.covers(channel, service)) {
      log.atWarn().addKeyValue("channel", channel).log("the token is for something else");
      return Acknowledgement.FORBIDDEN;
    }
    try {
      return reception.receive(activity);
    } catch (RuntimeException e) {
      log.atError().setCause(FailureWords.of(e)).log("what teams sent was not taken in");
      return Acknowledgement.LATER;
    }
  }
}
