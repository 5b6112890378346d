package ponte.teams.graph;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import ponte.conversation.WorkspaceId;
import ponte.platform.Pace;
import ponte.platform.PlatformUnavailableException;
import ponte.platform.Rate;
import ponte.teams.connector.AccessTokens;
import ponte.teams.connector.AccessTokens.Access;
import ponte.teams.connector.Answer;
import ponte.teams.connector.RetryAfter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls Microsoft Graph as the app itself, with a token of each tenant.
 *
 * <p>Nothing here waits or tries again, but for once with another token: who called has a queue for
 * it. A link is followed only where it stays at Graph's own address, since the token goes with it.
 */
public final class GraphApi implements Graph {

  /** Graph of the public cloud. */
  public static final URI PUBLIC = URI.create("https://graph.microsoft.com/v1.0/");

  /** A link of Graph's led elsewhere, and was not followed. */
  public static final String FOREIGN_LINK = "foreign_link";

  private static final JsonMapper JSON = new JsonMapper();

  /** Longer than any answer of Microsoft's. */
  private static final long MOST_BYTES = 32L * 1024 * 1024;

  /** Graph's own links may hold characters that no address may, such as spaces and braces. */
  private static final Pattern ODD = Pattern.compile("[\"<>\\\\^`{|}\\s]");

  /** What the platform itself says is to be asked again. */
  private static final Set<Integer> PASSING = Set.of(408, 423, 500, 502, 503, 504, 509);

  private final HttpClient http;
  private final URI base;
  private final AccessTokens tokens;
  private final Limits limits;
  private final Clock clock;
  private final Pace pace;

  /**
   * How Graph is asked.
   *
   * @param timeout of one call
   * @param calls of all kinds together, in one tenant
   */
  public record Limits(Duration timeout, Rate calls) {

    public static final Limits DEFAULT =
        new Limits(Duration.ofSeconds(30), new Rate(300, Duration.ofMinutes(1)));
  }

  /**
   * @param http follows no redirects: they would take the token elsewhere
   * @param base where Graph is, with its version and a slash at the end: {@link #PUBLIC}, or
   *     another cloud's
   */
  public GraphApi(HttpClient http, URI base, AccessTokens tokens, Limits limits, Clock clock) {
    this(http, base, tokens, limits, new Pace(clock), clock);
  }

  /**
   * @param http as above
   * @param base as above
   * @param pace how fast it may be asked
   */
  public GraphApi(
      HttpClient http, URI base, AccessTokens tokens, Limits limits, Pace pace, Clock clock) {
    if (http.followRedirects() != HttpClient.Redirect.NEVER) {
      throw new IllegalArgumentException("the client follows redirects, must not");
    }
    this.http = http;
    this.base = base;
    this.tokens = tokens;
    this.limits = limits;
    this.clock = clock;
    this.pace = pace;
  }

  /** What a token is for that opens Graph at an address. */
  public static String scope(URI base) {
    return base.resolve("/.default").toString();
  }

  @Override
  public Answer get(WorkspaceId tenant, GraphCall call) {
    var address = address(call.target());
    if (address.isEmpty()) {
      return new Answer.Refused(0, FOREIGN_LINK, "");
    }
    var lane = tenant + " " + call.lane();
    var wait = pace.take(tenant.value(), limits.calls()).or(() -> pace.take(lane, call.rate()));
    if (wait.isPresent()) {
      return new Answer.Later(wait.get());
    }
    var answer = authorized(tenant, address.get());
    return answer instanceof Answer.Refused(var status, _, _) && status == 401
        ? authorized(tenant, address.get())
        : answer;
  }

  /** Where a path or a link leads; empty where that is not Graph. */
  private Optional<URI> address(String target) {
    try {
      var address = base.resolve(ODD.matcher(target).replaceAll(GraphApi::encoded)).normalize();
      return base.getScheme().equals(address.getScheme())
              && base.getRawAuthority().equals(address.getRawAuthority())
              && address.getRawPath().startsWith(base.getRawPath())
          ? Optional.of(address)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String encoded(MatchResult odd) {
    return URLEncoder.encode(odd.group(), StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Calls with a token; one that is not accepted is not used again. */
  private Answer authorized(WorkspaceId tenant, URI address) {
    return switch (tokens.of(tenant.value(), scope(base))) {
      case Access.Denied(var error, var detail) -> new Answer.Refused(0, error, detail);
      case Access.Granted(var token) -> {
        var answer = send(tenant, address, token);
        if (answer instanceof Answer.Refused(var status, _, _) && status == 401) {
          tokens.refused(tenant.value(), scope(base), token);
        }
        yield answer;
      }
    };
  }

  private Answer send(WorkspaceId tenant, URI address, String token) {
    var request =
        HttpRequest.newBuilder(address)
            .timeout(limits.timeout())
            .header("Authorization", "Bearer " + token)
            .header("Accept", "application/json")
            .build();
    try {
      return read(
          tenant, http.send(request, BodyHandlers.limiting(BodyHandlers.ofString(), MOST_BYTES)));
    } catch (IOException e) {
      throw new PlatformUnavailableException("graph: no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlatformUnavailableException("graph: interrupted", e);
    }
  }

  private Answer read(WorkspaceId tenant, HttpResponse<String> response) {
    int status = response.statusCode();
    if (status == 429 || PASSING.contains(status)) {
      return later(tenant, response);
    }
    if (status == 200) {
      return json(response.body())
          .<Answer>map(Answer.Done::new)
          .orElseThrow(() -> new PlatformUnavailableException("graph: answered no JSON", null));
    }
    var error = json(response.body()).map(body -> body.path("error"));
    return new Answer.Refused(
        status,
        error.map(GraphApi::code).orElse("http_" + status),
        error.map(body -> body.path("message").stringValue("")).orElse(""));
  }

  private Answer later(WorkspaceId tenant, HttpResponse<?> response) {
    var told = RetryAfter.of(response);
    if (told.isEmpty()) {
      return new Answer.Busy("graph: answered " + response.statusCode());
    }
    var until = clock.instant().plus(told.get());
    pace.bar(tenant.value(), until);
    return new Answer.Later(until);
  }

  /** The innermost code is the one that says most. */
  private static String code(JsonNode error) {
    var inner = error.path("innerError").isObject() ? error.path("innerError") : null;
    var deeper = inner == null ? error.path("innererror") : inner;
    var code = deeper.isObject() ? code(deeper) : "";
    var own = error.path("code").stringValue("");
    var word = code.isEmpty() ? own : code;
    return word.matches("[A-Za-z0-9_.-]{1,80}") ? word : "";
  }

  private static Optional<JsonNode> json(String body) {
    try {
      var node = JSON.readTree(body);
      return node.isObject() ? Optional.of(node) : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}
