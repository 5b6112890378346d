package ponte.app.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * Remembers in a browser's session, for as long as signing in may take, what was asked for and
 * where they wanted to go.
 */
final class BegunSignIns implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

  static final String NEXT = "next";

  /** Nobody knows yet who it is: many such sessions must not stay for long. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final AuthorizationRequestRepository<OAuth2AuthorizationRequest> inSession =
      new HttpSessionOAuth2AuthorizationRequestRepository();

  @Override
  public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
    return inSession.loadAuthorizationRequest(request);
  }

  @Override
  public void saveAuthorizationRequest(
      @Nullable OAuth2AuthorizationRequest authorization,
      HttpServletRequest request,
      HttpServletResponse response) {
    inSession.saveAuthorizationRequest(authorization, request, response);
    if (SignedIn.of(request).isEmpty()) {
      var session = request.getSession();
      session.setMaxInactiveInterval((int) PATIENCE.toSeconds());
      session.setAttribute(NEXT, request.getParameter(NEXT));
    }
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
      HttpServletRequest request, HttpServletResponse response) {
    return inSession.removeAuthorizationRequest(request, response);
  }

  /** Where they wanted to go; empty: nowhere in particular. */
  static String next(@Nullable HttpSession session) {
    return session != null && session.getAttribute(NEXT) instanceof String next ? next : "";
  }
}
