package ponte.app.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import ponte.app.access.Access.Way;

/** Begins signing in for whoever opens the address of a way; elsewhere, nothing begins. */
final class KnownWays implements OAuth2AuthorizationRequestResolver {

  private final OAuth2AuthorizationRequestResolver usual;
  private final Set<String> addresses;

  KnownWays(SignInMode mode, ClientRegistrationRepository registrations) {
    this.usual = new DefaultOAuth2AuthorizationRequestResolver(registrations, SignInAddresses.PAGE);
    this.addresses = mode.ways().stream().map(Way::address).collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
    return request.getMethod().equals("GET") && addresses.contains(request.getRequestURI())
        ? usual.resolve(request)
        : null;
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String way) {
    return usual.resolve(request, way);
  }
}
