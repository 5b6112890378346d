package ponte.teams.connector;

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
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ponte.platform.PlatformUnavailableException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tokens by which Ponte speaks to Microsoft, by client credentials, kept until shortly before
 * they end:
 * <https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow>.
 */
public final class AccessTokens {

  /** Where the public cloud gives tokens. */
  public static final URI LOGIN = URI.create("https://login.microsoftonline.com/");

  /** The authority of the tokens of an app that is registered for many tenants. */
  public static final String ANY_TENANT = "botframework.com";

  /** What a token is for that opens the Bot Framework's connector. */
  public static final String CONNECTOR = "https://api.botframework.com/.default";

  /** A tenant's id or name; what it is put into stays an address at {@code login}. */
  private static final Pattern AUTHORITY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,254}");

  private static final long MOST_BYTES = 1024 * 1024;

  private static final JsonMapper JSON = new JsonMapper();

  /** No token of Microsoft's holds for longer. */
  private static final Duration LONGEST = Duration.ofDays(2);

  private static final Duration EARLY = Duration.ofMinutes(5);

  /** The code of Microsoft's in the long text of a refusal. */
  private static final Pattern CODE = Pattern.compile("AADSTS\\d{1,12}");

  private final HttpClient http;
  private final URI login;
  private final AppIdentity app;
  private final Duration timeout;
  private final Clock clock;
  private final ConcurrentMap<Grant, Grants> grants = new ConcurrentHashMap<>();

  /**
   * @param http follows no redirects: they would take what proves who Ponte is elsewhere
   * @param login where tokens are given: {@link #LOGIN}, or another cloud's
   * @param timeout of one call
   */
  public AccessTokens(HttpClient http, URI login, AppIdentity app, Duration timeout, Clock clock) {
    if (http.followRedirects() != HttpClient.Redirect.NEVER) {
      throw new IllegalArgumentException("the client follows redirects, must not");
    }
    this.http = http;
    this.login = login;
    this.app = app;
    this.timeout = timeout;
    this.clock = clock;
  }

  /** What was answered to the wish for a token. */
  public sealed interface Access {

    record Granted(String token) implements Access {
      @Override
      public String toString() {
        return "Granted[***]";
      }
    }

    /**
     * @param error the standard's word for why, such as {@code invalid_client}
     * @param detail Microsoft's code, such as {@code AADSTS7000215}; may be empty
     */
    record Denied(String error, String detail) implements Access {}
  }

  private record Grant(String authority, String scope) {}

  private record Held(String token, Instant renew, Instant end) {
    @Override
    public String toString() {
      return "Held[***]";
    }
  }

  /** One at a time asks for a token; the others wait for what it gets. */
  private static final class Grants {
    private @Nullable Held held;
  }

  /**
   * A token that holds now.
   *
   * @param authority a tenant's id, or {@link #ANY_TENANT}
   * @param scope what it opens, such as {@link #CONNECTOR}
   * @throws PlatformUnavailableException if none can be had now
   */
  public Access of(String authority, String scope) {
    if (!AUTHORITY.matcher(authority).matches()) {
      return new Access.Denied("invalid_authority", "");
    }
    var grant = new Grant(authority, scope);
    var grants = this.grants.computeIfAbsent(grant, _ -> new Grants());
    synchronized (grants) {
      var held = grants.held;
      var now = clock.instant();
      if (held != null && held.renew().isAfter(now)) {
        return new Access.Granted(held.token());
      }
      try {
        return renewed(grant, grants);
      } catch (PlatformUnavailableException e) {
        if (held != null && held.end().isAfter(now)) {
          return new Access.Granted(held.token());
        }
        throw e;
      }
    }
  }

  /** Drops a token that was not accepted, so that the next is another. */
  public void refused(String authority, String scope, String token) {
    var grants = this.grants.computeIfAbsent(new Grant(authority, scope), _ -> new Grants());
    synchronized (grants) {
      if (grants.held != null && grants.held.token().equals(token)) {
        grants.held = null;
      }
    }
  }

  private Access renewed(Grant grant, Grants grants) {
    var address = login.resolve(grant.authority() + "/oauth2/v2.0/token");
    var asked = clock.instant();
    var response = post(address, form(grant, address));
    var body = json(response.body());
    if (response.statusCode() == 429 || response.statusCode() >= 500) {
      throw new PlatformUnavailableException(
          "teams: the token service answered " + response.statusCode(), null);
    }
    var token = body.path("access_token").stringValue("");
    if (response.statusCode() != 200 || token.isEmpty()) {
      return new Access.Denied(
          body.path("error").stringValue("http_" + response.statusCode()),
          code(body.path("error_description").stringValue("")));
    }
    var holds =
        Duration.ofSeconds(Math.clamp(body.path("expires_in").asLong(0), 1, LONGEST.toSeconds()));
    var early = holds.compareTo(EARLY.multipliedBy(2)) > 0 ? EARLY : holds.dividedBy(2);
    var end = asked.plus(holds);
    grants.held = new Held(token, end.minus(early), end);
    return new Access.Granted(token);
  }

  private Map<String, String> form(Grant grant, URI address) {
    var form = new LinkedHashMap<String, String>();
    form.put("grant_type", "client_credentials");
    form.put("client_id", app.appId());
    form.put("scope", grant.scope());
    switch (app.proof()) {
      case AppIdentity.Proof.Secret(var secret) -> form.put("client_secret", secret);
      case AppIdentity.Proof.Certificate certificate -> {
        form.put("client_assertion_type", Assertion.TYPE);
        form.put(
            "client_assertion",
            Assertion.of(app.appId(), certificate, address.toString(), clock.instant()));
      }
    }
    return form;
  }

  private HttpResponse<String> post(URI address, Map<String, String> form) {
    var body =
        form.entrySet().stream()
            .map(
                each ->
                    each.getKey()
                        + "="
                        + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    var request =
        HttpRequest.newBuilder(address)
            .timeout(timeout)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      return http.send(request, BodyHandlers.limiting(BodyHandlers.ofString(), MOST_BYTES));
    } catch (IOException e) {
      throw new PlatformUnavailableException("teams: no answer from the token service", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlatformUnavailableException("teams: interrupted while asking for a token", e);
    }
  }

  private static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (JacksonException e) {
      return JSON.createObjectNode();
    }
  }

  private static String code(String description) {
    return Optional.of(CODE.matcher(description))
        .filter(found -> found.find())
        .map(found -> found.group())
        .orElse("");
  }
}
