package ponte.slack.api;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ponte.conversation.WorkspaceId;
import ponte.platform.Pace;
import ponte.platform.PlatformUnavailableException;
import ponte.platform.Turn;
import ponte.platform.TurnLostException;
import ponte.slack.installation.Installation;
import ponte.slack.installation.Installations;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Calls Slack's Web API for the workspaces where Ponte is installed.
 *
 * <p>Nothing here waits or tries again: who called knows what is worth another try, and has a queue
 * for it. Every method throws {@link PlatformUnavailableException} where Slack cannot be reached,
 * does not answer in time or says that something broke on its side; what was asked may then have
 * been done.
 */
public final class SlackApi {

  private static final Logger log = LoggerFactory.getLogger(SlackApi.class);

  /** There is no token for the workspace; not one of Slack's own words. */
  public static final String NOT_INSTALLED = "not_installed";

  /** An address that came with a request is not Slack's, and was not called. */
  static final String FOREIGN_ADDRESS = "foreign_address";

  /** Longer than any answer of Slack's. */
  private static final long MOST_BYTES = 32L * 1024 * 1024;

  /** The turn to ask for something, which everybody has. */
  private static final Turn ANYBODY = () -> {};

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration NO_WORD = Duration.ofSeconds(30);

  /** What Slack answers with {@code ok: false} when it broke down itself. */
  private static final Set<String> PASSING =
      Set.of(
          "fatal_error",
          "internal_error",
          "request_timeout",
          "service_unavailable",
          "team_added_to_org",
          "token_expired",
          "accesslimited");

  private static final Set<String> LIMITING = Set.of("ratelimited", "rate_limited");

  private final HttpClient http;
  private final URI base;
  private final SlackAddresses addresses;
  private final Installations installations;
  private final SlackLimits limits;
  private final Clock clock;
  private final Pace pace;

  /**
   * @param http follows no redirects: they would take the token elsewhere
   * @param base where the methods are: {@code https://slack.com/api/}
   */
  public SlackApi(
      HttpClient http, URI base, Installations installations, SlackLimits limits, Clock clock) {
    this(http, base, installations, limits, new Pace(clock), clock);
  }

  /**
   * @param base where the methods are: {@code https://slack.com/api/}
   * @param pace how fast they may be called
   * @throws IllegalArgumentException for a client that follows redirects
   */
  public SlackApi(
      HttpClient http,
      URI base,
      Installations installations,
      SlackLimits limits,
      Pace pace,
      Clock clock) {
    if (http.followRedirects() != HttpClient.Redirect.NEVER) {
      throw new IllegalArgumentException("the client follows redirects, must not");
    }
    this.http = http;
    this.base = base;
    this.addresses = new SlackAddresses(base);
    this.installations = installations;
    this.limits = limits;
    this.clock = clock;
    this.pace = pace;
  }

  /** Whether Ponte is in a workspace, as far as is known: Slack may tell otherwise when called. */
  public boolean isInstalled(WorkspaceId workspace) {
    return installations.find(workspace).isPresent();
  }

  /**
   * Calls a method with a workspace's token.
   *
   * @param arguments what is not text is written as JSON
   */
  public SlackAnswer call(WorkspaceId workspace, Method method, Map<String, ?> arguments) {
    return call(workspace, method, arguments, ANYBODY);
  }

  /**
   * Calls a method that says something, if it is the caller's turn to.
   *
   * @throws TurnLostException if it is not; nothing was said then
   */
  public SlackAnswer call(
      WorkspaceId workspace, Method method, Map<String, ?> arguments, Turn turn) {
    var installation = installations.find(workspace);
    if (installation.isEmpty()) {
      return new SlackAnswer.Refused(NOT_INSTALLED, workspace.value());
    }
    var kind = kind(workspace, method, arguments);
    var wait = pace.take(kind, limits.rate(method));
    return wait.<SlackAnswer>map(SlackAnswer.Later::new)
        .orElseGet(
            () ->
                send(
                    post(installation.get(), method, arguments),
                    method.path(),
                    kind,
                    SlackApi::ofMethod,
                    turn));
  }

  /** Whether a method that a workspace counts could be called many times more at this moment. */
  public boolean hasRoom(WorkspaceId workspace, Method method) {
    var rate = limits.rate(method);
    return 2 * pace.left(kind(workspace, method, Map.of()), rate) > rate.calls();
  }

  /**
   * Writes to the address that Slack opened with a request of a person's, if it is the caller's
   * turn to. Nothing is written to an address that is not Slack's.
   *
   * @throws TurnLostException if it is not; nothing was said then
   */
  public SlackAnswer respond(URI responseUrl, ObjectNode message, Turn turn) {
    if (!addresses.takesReplies(responseUrl)) {
      return foreign("response_url");
    }
    var request =
        HttpRequest.newBuilder(responseUrl)
            .timeout(limits.timeout())
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(message)))
            .build();
    return send(request, "response_url", "response_url " + responseUrl, SlackApi::ofAddress, turn);
  }

  /** Puts a file's content where {@link Method#FILES_UPLOAD_URL} said, if that is Slack's. */
  public SlackAnswer upload(String uploadUrl, byte[] content) {
    var address = addresses.forFile(uploadUrl);
    if (address.isEmpty()) {
      return foreign("upload_url");
    }
    var request =
        HttpRequest.newBuilder(address.get())
            .timeout(limits.timeout())
            .header("Content-Type", "application/octet-stream")
            .POST(BodyPublishers.ofByteArray(content))
            .build();
    return send(request, "upload_url", "upload_url", SlackApi::ofAddress, ANYBODY);
  }

  /** The address itself is not told: it may be anybody's, and hold anything. */
  private static SlackAnswer foreign(String what) {
    log.atWarn().addKeyValue("address", what).log("not slack's, not called");
    return new SlackAnswer.Refused(FOREIGN_ADDRESS, what);
  }

  private static String kind(WorkspaceId workspace, Method method, Map<String, ?> arguments) {
    var kind = workspace + " " + method.path();
    return method.isChannelwise() ? kind + " " + arguments.get("channel") : kind;
  }

  private HttpRequest post(Installation installation, Method method, Map<String, ?> arguments) {
    var form =
        arguments.entrySet().stream()
            .map(each -> encoded(each.getKey()) + "=" + encoded(written(each.getValue())))
            .collect(Collectors.joining("&"));
    return HttpRequest.newBuilder(base.resolve(method.path()))
        .timeout(limits.timeout())
        .header("Authorization", "Bearer " + installation.token().value())
        .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
        .POST(BodyPublishers.ofString(form))
        .build();
  }

  private static String written(Object value) {
    return value instanceof CharSequence || value instanceof Number || value instanceof Boolean
        ? value.toString()
        : JSON.writeValueAsString(value);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Reads what was answered; empty: it is to be called later. */
  @FunctionalInterface
  private interface Reading {
    Optional<SlackAnswer> read(HttpResponse<String> response, String what);
  }

  private SlackAnswer send(
      HttpRequest request, String what, String kind, Reading reading, Turn turn) {
    turn.confirm();
    try {
      var response = http.send(request, BodyHandlers.limiting(BodyHandlers.ofString(), MOST_BYTES));
      int status = response.statusCode();
      if (status >= 500) {
        throw new PlatformUnavailableException("slack: " + what + " answered " + status, null);
      }
      return status == 429
          ? barred(kind, response)
          : reading.read(response, what).orElseGet(() -> barred(kind, response));
    } catch (IOException e) {
      throw new PlatformUnavailableException("slack: no answer to " + what, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlatformUnavailableException("slack: interrupted in " + what, e);
    }
  }

  private static Optional<SlackAnswer> ofMethod(HttpResponse<String> response, String what) {
    var body = json(response.body(), what);
    if (body.path("ok").booleanValue(false)) {
      return Optional.of(new SlackAnswer.Done(body));
    }
    var error = body.path("error").stringValue("http_" + response.statusCode());
    if (LIMITING.contains(error)) {
      return Optional.empty();
    }
    if (PASSING.contains(error)) {
      throw new PlatformUnavailableException("slack: " + what + " answered " + error, null);
    }
    return Optional.of(new SlackAnswer.Refused(error, detail(body)));
  }

  /** These addresses answer {@code ok}, as text or as JSON, or refuse with another status. */
  private static Optional<SlackAnswer> ofAddress(HttpResponse<String> response, String what) {
    var said = response.body().strip();
    var body = said.startsWith("{") ? json(said, what) : JSON.createObjectNode().put("error", said);
    if (response.statusCode() < 300 && body.path("ok").booleanValue(true)) {
      return Optional.of(new SlackAnswer.Done(body));
    }
    var error = body.path("error").stringValue("");
    return Optional.of(
        new SlackAnswer.Refused(
            error.matches("[a-z_]{1,60}") ? error : "http_" + response.statusCode(), ""));
  }

  private SlackAnswer barred(String kind, HttpResponse<?> response) {
    var seconds = response.headers().firstValue("Retry-After").flatMap(SlackApi::seconds);
    var until = clock.instant().plus(seconds.orElse(NO_WORD));
    pace.bar(kind, until);
    return new SlackAnswer.Later(until);
  }

  private static Optional<Duration> seconds(String text) {
    return text.strip().matches("\\d{1,6}")
        ? Optional.of(Duration.ofSeconds(Math.max(1, Long.parseLong(text.strip()))))
        : Optional.empty();
  }

  private static JsonNode json(String body, String what) {
    try {
      return JSON.readTree(body);
    } catch (JacksonException e) {
      throw new PlatformUnavailableException("slack: " + what + " answered no JSON", e);
    }
  }

  private static String detail(JsonNode body) {
    var needed = body.path("needed").stringValue("");
    var messages = body.path("response_metadata").path("messages");
    return !needed.isEmpty() || !messages.isArray()
        ? needed
        : messages.values().stream()
            .map(each -> each.stringValue(""))
            .collect(Collectors.joining("; "));
  }
}
