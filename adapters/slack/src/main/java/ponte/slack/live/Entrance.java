package ponte.slack.live;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ponte.consent.FailureWords;
import ponte.platform.Arrivals;
import ponte.platform.Body;
import ponte.platform.BodyRefusedException;
import ponte.platform.Seldom;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The two ways in, requests to an address and Slack's own connections, made one: Bolt hands all
 * that comes to the one reception.
 *
 * <p>Bolt's own handlers are not used. They would ask Slack before each event whose token this is,
 * and pass over what Ponte itself wrote.
 */
public final class Entrance {

  private static final Logger log = LoggerFactory.getLogger(Entrance.class);

  /** More than anything Slack sends. */
  private static final int MOST_BYTES = 1024 * 1024;

  private static final int LONGEST_CHECK = 200;

  private final Reception reception;
  private final Arrivals arrivals;
  private final App app;
  private final SlackRequestParser parser;
  private final Seldom refused;

  /**
   * @param api where the Web API is, {@code https://slack.com/api/}
   */
  public Entrance(Reception reception, URI api, Clock clock) {
    this(reception, Arrivals.UNSEEN, api, clock);
  }

  /**
   * @param arrivals sees what comes in, either way, being taken in or being refused
   * @param api where the Web API is, {@code https://slack.com/api/}
   */
  public Entrance(Reception reception, Arrivals arrivals, URI api, Clock clock) {
    var slack = new SlackConfig();
    slack.setMethodsEndpointUrlPrefix(api.toString());
    // It would ask Slack about each token it calls with, to count the calls.
    slack.setStatsEnabled(false);
    var config =
        AppConfig.builder()
            .slack(Slack.getInstance(slack))
            // Else it would take one from the environment and try it when it starts.
            .singleTeamBotToken(null)
            .build();
    this.reception = reception;
    this.arrivals = arrivals;
    this.parser = new SlackRequestParser(config);
    this.refused = new Seldom(clock);
    Middleware desk =
        (request, _, _) -> response(receive(Payload.of(request.getRequestBodyAsString())));
    this.app = new App(config, List.of(desk));
  }

  App app() {
    return app;
  }

  /**
   * Receives a request that came to Ponte's address.
   *
   * @param signature by which Slack is known
   * @param timestamp of the header {@code X-Slack-Request-Timestamp}; null: there was none
   * @param sign of the header {@code X-Slack-Signature}; null: there was none
   * @param body read as it came, since whatever else reads it breaks the signature, and only where
   *     it may be Slack's
   */
  public Acknowledgement receive(
      Signature signature, @Nullable String timestamp, @Nullable String sign, Body body) {
    try {
      var objection = signature.objection(timestamp, sign);
      if (objection.isPresent()) {
        return isCertificateCheck(body) ? Acknowledgement.DONE : refused(objection.get());
      }
      var bytes = body.read(MOST_BYTES);
      if (signature.isSlacks(timestamp, sign, bytes)) {
        return receive(bytes);
      }
      return isCertificateCheck(bytes)
          ? Acknowledgement.DONE
          : refused("signed with another secret, or changed on its way");
    } catch (BodyRefusedException e) {
      return seen(new Acknowledgement(e.status(), "", ""));
    }
  }

  private Acknowledgement receive(byte[] body) {
    try {
      var text = text(body);
      // Before Bolt, whose own reader takes whatever is nested however deep.
      var payload = Payload.of(text);
      var request = known(text);
      return request == null ? receive(payload) : acknowledgement(app.run(request));
    } catch (CharacterCodingException | JacksonException e) {
      return seen(Acknowledgement.NONSENSE);
    } catch (Exception e) {
      log.atError().setCause(FailureWords.of(e)).log("what slack sent was not taken in");
      return Acknowledgement.LATER;
    }
  }

  /** Null: Bolt does not know everything that Slack sends, and trips over some of it. */
  private @Nullable Request<?> known(String body) {
    try {
      return parser.parse(request(body));
    } catch (RuntimeException e) {
      log.atDebug().setCause(e).log("not known to bolt");
      return null;
    }
  }

  private static String text(byte[] body) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
  }

  private static SlackRequestParser.HttpRequest request(String body) {
    return SlackRequestParser.HttpRequest.builder()
        .requestUri("")
        .requestBody(body)
        .headers(new RequestHeaders(Map.of()))
        .remoteAddress("")
        .build();
  }

  /**
   * A wrong secret makes Ponte silent, so that is told; strangers may send as much as they like.
   */
  private Acknowledgement refused(String why) {
    refused
        .happened()
        .ifPresent(
            times ->
                log.atWarn()
                    .addKeyValue("why", why)
                    .addKeyValue("requests", times)
                    .log("request refused"));
    return seen(Acknowledgement.REFUSED);
  }

  private Acknowledgement seen(Acknowledgement acknowledgement) {
    return arrivals.taken(() -> acknowledgement, Acknowledgement::status);
  }

  /** Slack looks now and then whether the address has a good certificate; it signs no such look. */
  private static boolean isCertificateCheck(Body body) {
    try {
      return isCertificateCheck(body.read(LONGEST_CHECK));
    } catch (BodyRefusedException e) {
      return false;
    }
  }

  private static boolean isCertificateCheck(byte[] body) {
    return body.length <= LONGEST_CHECK
        && Payload.parameters(new String(body, StandardCharsets.UTF_8))
            .getOrDefault("ssl_check", "")
            .equals("1");
  }

  private Acknowledgement receive(JsonNode payload) {
    return arrivals.taken(() -> reception.receive(payload), Acknowledgement::status);
  }

  private static Response response(Acknowledgement acknowledgement) {
    var response = Response.builder().statusCode(acknowledgement.status());
    return acknowledgement.type().isEmpty()
        ? response.build()
        : response.contentType(acknowledgement.type()).body(acknowledgement.body()).build();
  }

  private static Acknowledgement acknowledgement(Response response) {
    var body = response.getBody();
    return body == null
        ? new Acknowledgement(response.getStatusCode(), "", "")
        : new Acknowledgement(response.getStatusCode(), response.getContentType(), body);
  }
}
