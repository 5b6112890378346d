package ponte.slack.installation;

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
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.platform.PlatformUnavailableException;
import ponte.slack.Fields;
import ponte.slack.installation.Grant.Granted;
import ponte.slack.installation.Grant.Refused;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where Slack gives and explains tokens: {@code oauth.v2.access} and {@code auth.test}.
 *
 * <p>Every method throws {@link PlatformUnavailableException} where Slack does not answer.
 */
public final class TokenOffice {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final long MOST_BYTES = 1024 * 1024;

  private final HttpClient http;
  private final URI api;
  private final Clock clock;

  /** Who asks for tokens: the app, with what proves that it is the app. */
  public record App(String clientId, Token clientSecret) {}

  /**
   * @param http follows no redirects: they would take the app's secret elsewhere
   * @param api where the methods are: {@code https://slack.com/api/}
   */
  public TokenOffice(HttpClient http, URI api, Clock clock) {
    if (http.followRedirects() != HttpClient.Redirect.NEVER) {
      throw new IllegalArgumentException("the client follows redirects, must not");
    }
    this.http = http;
    this.api = api;
    this.clock = clock;
  }

  /**
   * Whose a bot's token is, and what it may do:
   * <https://docs.slack.dev/reference/methods/auth.test>.
   */
  public Grant explain(Token token) {
    var answer = call("auth.test", token, Map.of());
    return understood(
        () ->
            refusal(answer.body())
                .<Grant>map(Refused::new)
                .orElseGet(
                    () -> explained(token, answer.scopes(), answer.body(), null, null, null)));
  }

  /**
   * Whether an app's own token opens connections:
   * <https://docs.slack.dev/reference/methods/apps.connections.open>.
   *
   * @return Slack's own word for why not; empty: it does
   */
  public Optional<String> refusesConnections(Token app) {
    return refusal(call("apps.connections.open", app, Map.of()).body());
  }

  /**
   * Gives a token for the code that somebody's consent brought:
   * <https://docs.slack.dev/reference/methods/oauth.v2.access>.
   *
   * @param redirect where Slack was told to bring the code
   */
  public Grant exchange(App app, String code, URI redirect) {
    return understood(() -> exchanged(app, code, redirect));
  }

  private Grant exchanged(App app, String code, URI redirect) {
    var arguments = arguments(app);
    arguments.put("code", code);
    arguments.put("redirect_uri", redirect.toString());
    var granted = call("oauth.v2.access", null, arguments).body();
    var refusal = refusal(granted);
    if (refusal.isPresent()) {
      return new Refused(refusal.get());
    }
    if (Fields.isTrue(granted, "is_enterprise_install")) {
      return new Refused("installed_for_the_organisation");
    }
    var token = new Token(Fields.text(granted, "access_token"));
    var explained = call("auth.test", token, Map.of());
    return refusal(explained.body())
        .<Grant>map(Refused::new)
        .orElseGet(
            () ->
                explained(
                    token,
                    scopes(Fields.text(granted, "scope")),
                    explained.body(),
                    Fields.id(granted, "app_id"),
                    Fields.id(granted.path("authed_user"), "id"),
                    rotation(granted)));
  }

  /** Gives the next token: <https://docs.slack.dev/authentication/using-token-rotation>. */
  public Grant refresh(App app, Installation installation, Token refresh) {
    var arguments = arguments(app);
    arguments.put("grant_type", "refresh_token");
    arguments.put("refresh_token", refresh.value());
    var granted = call("oauth.v2.access", null, arguments).body();
    return understood(
        () ->
            refusal(granted)
                .<Grant>map(Refused::new)
                .orElseGet(
                    () ->
                        new Granted(
                            installation.with(
                                new Token(Fields.text(granted, "access_token")),
                                rotation(granted)))));
  }

  /** What lacks what it must have, or counts too far, is no answer. */
  private static Grant understood(Supplier<Grant> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      throw new PlatformUnavailableException("slack: an answer that nobody understands", e);
    }
  }

  private Granted explained(
      Token token,
      Set<String> scopes,
      JsonNode told,
      @Nullable String app,
      @Nullable String installer,
      Installation.@Nullable Rotation rotation) {
    var workspace = new WorkspaceId(Fields.text(told, "team_id"));
    return new Granted(
        new Installation(
            workspace,
            Fields.text(told, "team"),
            URI.create(Fields.text(told, "url")),
            Fields.id(told, "enterprise_id"),
            app,
            new PersonId(workspace, Fields.text(told, "user_id")),
            Fields.text(told, "bot_id"),
            token,
            scopes,
            installer == null ? null : new PersonId(workspace, installer),
            clock.instant(),
            rotation));
  }

  private Installation.@Nullable Rotation rotation(JsonNode granted) {
    var refresh = Fields.text(granted, "refresh_token");
    return refresh.isEmpty()
        ? null
        : new Installation.Rotation(
            new Token(refresh),
            clock.instant().plusSeconds(granted.path("expires_in").longValue(0)));
  }

  private static Map<String, String> arguments(App app) {
    var arguments = new LinkedHashMap<String, String>();
    arguments.put("client_id", app.clientId());
    arguments.put("client_secret", app.clientSecret().value());
    return arguments;
  }

  private static Optional<String> refusal(JsonNode answer) {
    return Fields.isTrue(answer, "ok")
        ? Optional.empty()
        : Optional.of(Fields.firstText(answer, "error"));
  }

  private static Set<String> scopes(String list) {
    return Arrays.stream(list.split(","))
        .map(String::strip)
        .filter(scope -> !scope.isEmpty())
        .collect(Collectors.toSet());
  }

  private record Answer(JsonNode body, Set<String> scopes) {}

  private Answer call(String method, @Nullable Token token, Map<String, String> arguments) {
    var request =
        HttpRequest.newBuilder(api.resolve(method))
            .timeout(TIMEOUT)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form(arguments)));
    if (token != null) {
      request.header("Authorization", "Bearer " + token.value());
    }
    try {
      return answer(
          method,
          http.send(request.build(), BodyHandlers.limiting(BodyHandlers.ofString(), MOST_BYTES)));
    } catch (IOException e) {
      throw new PlatformUnavailableException("slack: no answer to " + method, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlatformUnavailableException("slack: interrupted in " + method, e);
    }
  }

  private static Answer answer(String method, HttpResponse<String> response) {
    if (response.statusCode() != 200) {
      throw new PlatformUnavailableException(
          "slack: " + method + " answered " + response.statusCode(), null);
    }
    try {
      return new Answer(
          MAPPER.readTree(response.body()),
          scopes(response.headers().firstValue("X-OAuth-Scopes").orElse("")));
    } catch (JacksonException e) {
      throw new PlatformUnavailableException("slack: " + method + " answered no JSON", e);
    }
  }

  private static String form(Map<String, String> arguments) {
    return arguments.entrySet().stream()
        .map(
            each ->
                each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
