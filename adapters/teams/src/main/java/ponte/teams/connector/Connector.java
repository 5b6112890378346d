package ponte.teams.connector;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ponte.platform.Pace;
import ponte.platform.PlatformUnavailableException;
import ponte.platform.Rate;
import ponte.teams.reference.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls the services by which Teams' conversations are reached, by the platform's rules:
 * <https://learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability#status-codes-from-bot-conversational-apis>.
 *
 * <p>The Bot Framework SDK has a client of its own, which is not used: it posts again by itself on
 * each 5xx, and Ponte could not tell how often something was said.
 *
 * <p>Nothing here waits or tries again, but for once with another token: who called knows what is
 * worth another try, and has a queue for it. {@link #call} throws {@link
 * PlatformUnavailableException} where no answer came back; what was asked may then have been done.
 */
public final class Connector {

  private static final JsonMapper JSON = new JsonMapper();

  /** Longer than any answer of Microsoft's. */
  private static final long MOST_BYTES = 32L * 1024 * 1024;

  /** What the platform itself says is to be asked again. */
  private static final Set<Integer> PASSING = Set.of(412, 502, 503, 504);

  /** Of one app in one tenant, over all its conversations. */
  private static final Rate TENANT = new Rate(50, Duration.ofSeconds(1));

  private final HttpClient http;
  private final @Nullable AccessTokens tokens;
  private final String authority;
  private final ServiceUrls urls;
  private final Duration timeout;
  private final Clock clock;
  private final Pace pace;

  /**
   * @param http follows no redirects: they would take the token elsewhere
   * @param tokens null: calls go without one, which only a client emulator takes
   * @param authority whose tokens are used: the tenant of an app that is registered in one, else
   *     {@link AccessTokens#ANY_TENANT}
   * @param timeout of one call
   */
  public Connector(
      HttpClient http,
      @Nullable AccessTokens tokens,
      String authority,
      ServiceUrls urls,
      Duration timeout,
      Clock clock) {
    this(http, tokens, authority, urls, timeout, new Pace(clock), clock);
  }

  /**
   * @param http as above
   * @param tokens as above
   * @param authority as above
   * @param timeout of one call
   * @param pace how fast the services may be called
   */
  public Connector(
      HttpClient http,
      @Nullable AccessTokens tokens,
      String authority,
      ServiceUrls urls,
      Duration timeout,
      Pace pace,
      Clock clock) {
    if (http.followRedirects() != HttpClient.Redirect.NEVER) {
      throw new IllegalArgumentException("the client follows redirects, must not");
    }
    this.http = http;
    this.tokens = tokens;
    this.authority = authority;
    this.urls = urls;
    this.timeout = timeout;
    this.clock = clock;
    this.pace = pace;
  }

  /** Calls a tenant's service. */
  public Answer call(Service service, Call call) {
    if (!urls.allows(service.url())) {
      return new Answer.Refused(0, "ServiceUrlNotAllowed", String.valueOf(service.url().getHost()));
    }
    var lane = service.tenant() + " " + call.lane();
    var wait = pace.take(service.tenant().value(), TENANT).or(() -> pace.take(lane, call.rate()));
    if (wait.isPresent()) {
      return new Answer.Later(wait.get());
    }
    var answer = authorized(service, call, lane);
    return answer instanceof Answer.Refused(var status, _, _) && status == 401
        ? authorized(service, call, lane)
        : answer;
  }

  /** Calls with a token; one that is not accepted is not used again. */
  private Answer authorized(Service service, Call call, String lane) {
    if (tokens == null) {
      return send(request(service, call).build(), call, lane);
    }
    AccessTokens.Access access;
    try {
      access = tokens.of(authority, AccessTokens.CONNECTOR);
    } catch (PlatformUnavailableException e) {
      return new Answer.Busy(String.valueOf(e.getMessage()));
    }
    return switch (access) {
      case AccessTokens.Access.Denied(var error, var detail) ->
          new Answer.Refused(0, error, detail);
      case AccessTokens.Access.Granted(var token) -> {
        var answer =
            send(
                request(service, call).header("Authorization", "Bearer " + token).build(),
                call,
                lane);
        if (answer instanceof Answer.Refused(var status, _, _) && status == 401) {
          tokens.refused(authority, AccessTokens.CONNECTOR, token);
        }
        yield answer;
      }
    };
  }

  private HttpRequest.Builder request(Service service, Call call) {
    var base = service.url().toString();
    var body =
        call.body() == null
            ? BodyPublishers.noBody()
            : BodyPublishers.ofString(JSON.writeValueAsString(call.body()));
    var address = URI.create(base.replaceAll("/+$", "") + "/" + call.path());
    return HttpRequest.newBuilder(address)
        .version(version(address))
        .timeout(timeout)
        .header("Content-Type", "application/json; charset=utf-8")
        .method(call.method(), body);
  }

  /**
   * Without TLS the client would ask in each request to go on in HTTP/2, at which servers made with
   * Node.js hang up, Microsoft's own emulator among them.
   */
  private static HttpClient.Version version(URI address) {
    return "https".equalsIgnoreCase(address.getScheme())
        ? HttpClient.Version.HTTP_2
        : HttpClient.Version.HTTP_1_1;
  }

  private Answer send(HttpRequest request, Call call, String lane) {
    try {
      return read(
          http.send(request, BodyHandlers.limiting(BodyHandlers.ofString(), MOST_BYTES)),
          call,
          lane);
    } catch (ConnectException | HttpConnectTimeoutException | UnknownHostException e) {
      return new Answer.Busy("teams: not reached, " + e.getClass().getSimpleName());
    } catch (IOException e) {
      throw new PlatformUnavailableException("teams: no answer to " + call.method(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlatformUnavailableException("teams: interrupted in " + call.method(), e);
    }
  }

  private Answer read(HttpResponse<String> response, Call call, String lane) {
    int status = response.statusCode();
    if (status == 429) {
      return barred(response, lane);
    }
    if (PASSING.contains(status)) {
      return new Answer.Busy("teams: " + call.method() + " answered " + status);
    }
    var body = json(response.body());
    return status >= 200 && status < 300 ? new Answer.Done(body) : refused(status, body);
  }

  private Answer barred(HttpResponse<?> response, String lane) {
    var seconds = RetryAfter.of(response);
    if (seconds.isEmpty()) {
      return new Answer.Busy("teams: too many requests");
    }
    var until = clock.instant().plus(seconds.get());
    pace.bar(lane, until);
    return new Answer.Later(until);
  }

  /** Errors come in two shapes; in the second, what matters is JSON within a text. */
  private static Answer.Refused refused(int status, JsonNode body) {
    var error = body.path("error");
    if (!error.path("code").stringValue("").isEmpty()) {
      return new Answer.Refused(
          status, word(error.path("code"), status), error.path("message").stringValue(""));
    }
    var inner = json(body.path("message").stringValue(""));
    return new Answer.Refused(
        status, word(inner.path("subCode"), status), inner.path("details").stringValue(""));
  }

  private static String word(JsonNode code, int status) {
    var word = code.stringValue("").replace(" ", "");
    return word.matches("[A-Za-z0-9_.-]{1,80}") ? word : "http_" + status;
  }

  private static JsonNode json(String body) {
    try {
      var node = JSON.readTree(body);
      return node.isObject() || node.isArray() ? node : JSON.createObjectNode();
    } catch (JacksonException e) {
      return JSON.createObjectNode();
    }
  }
}
