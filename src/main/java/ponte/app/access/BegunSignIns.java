package ponte.app.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import ponte.web.Door;

/**
 * Remembers what was asked for and where they wanted to go, for as long as signing in may take.
 *
 * <p>Nobody knows yet who it is, so the browser keeps it and not the server, whose memory strangers
 * could fill otherwise: sealed, so that nobody else can have begun it.
 */
final class BegunSignIns implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** Longer than the address of any page. */
  private static final int LONGEST_NEXT = 500;

  private static final String NEXT = BegunSignIns.class.getName() + ".next";

  private final ClientRegistrationRepository registrations;
  private final boolean encrypted;
  private final Clock clock;
  private final Seal seal = new Seal();

  /**
   * @param encrypted whether browsers come by an encrypted connection only
   */
  BegunSignIns(ClientRegistrationRepository registrations, boolean encrypted, Clock clock) {
    this.registrations = registrations;
    this.encrypted = encrypted;
    this.clock = clock;
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
    return begun(request).map(this::asked).orElse(null);
  }

  @Override
  public void saveAuthorizationRequest(
      @Nullable OAuth2AuthorizationRequest authorization,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (authorization == null) {
      keep("", Duration.ZERO, response);
      return;
    }
    var begun = Begun.of(authorization, next(request), clock.instant().plus(PATIENCE));
    keep(seal.close(begun.written()), PATIENCE, response);
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
      HttpServletRequest request, HttpServletResponse response) {
    var begun = begun(request);
    if (begun.isEmpty()) {
      return null;
    }
    request.setAttribute(NEXT, begun.get().next());
    keep("", Duration.ZERO, response);
    return asked(begun.get());
  }

  /** Where those who come back wanted to go; empty: nowhere in particular. */
  static String next(HttpServletRequest request, String otherwise) {
    return request.getAttribute(NEXT) instanceof String next && !next.isEmpty() ? next : otherwise;
  }

  private static String next(HttpServletRequest request) {
    var next = request.getParameter("next");
    return next != null && next.length() <= LONGEST_NEXT && Door.leadsTo(next) ? next : "";
  }

  /** What this browser began, if that is what it comes back from. */
  private Optional<Begun> begun(HttpServletRequest request) {
    var state = request.getParameter(OAuth2ParameterNames.STATE);
    var cookies = request.getCookies();
    return cookies == null || state == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(name()))
            .map(Cookie::getValue)
            .map(seal::open)
            .flatMap(Optional::stream)
            .map(Begun::read)
            .filter(begun -> begun.state().equals(state) && isYoung(begun.until()))
            .findFirst();
  }

  private boolean isYoung(Instant until) {
    return clock.instant().isBefore(until);
  }

  private @Nullable OAuth2AuthorizationRequest asked(Begun begun) {
    var registration = registrations.findByRegistrationId(begun.way());
    return registration == null ? null : begun.asked(registration);
  }

  private void keep(String value, Duration time, HttpServletResponse response) {
    var cookie =
        ResponseCookie.from(name(), value)
            .path("/")
            .httpOnly(true)
            .secure(encrypted)
            .sameSite("Lax")
            .maxAge(time)
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }

  /** As the session's: {@code __Host-} lets no other host of the domain set it. */
  private String name() {
    return encrypted ? "__Host-ponte-begun" : "ponte-begun";
  }
}
