package ponte.app.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.server.Cookie.SameSite;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.boot.web.server.servlet.Session;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.context.WebApplicationContext;
import ponte.directory.Directory;

/**
 * Puts sign-in together. Spring Security is here and nowhere else, and not started where nobody
 * signs in.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(SignInIsSet.class)
@EnableWebSecurity
class SignInConfiguration {

  /** What is for everybody: the page where one signs in, and what belongs to each page. */
  private static final String[] FOR_EVERYBODY = {
    SignInAddresses.PAGE, "/language", "/error", "/console/**", "/webjars/**"
  };

  @Bean
  SignInMode signInMode(ConsoleProperties properties) {
    return SignInMode.of(properties);
  }

  @Bean
  JwtDecoderFactory<ClientRegistration> idTokens(SignInMode mode, Clock clock) {
    return new IdTokens(mode, Calls.keys(), clock);
  }

  @Bean
  Sessions sessions(Directory directory, ConsoleProperties properties, Clock clock) {
    return new Sessions(directory, properties.longest(), clock);
  }

  @Bean
  Colleagues colleagues(Directory directory, ObjectProvider<ServedWorkspaces> served, Clock clock) {
    var platforms = served.stream().toList();
    return new Colleagues(
        directory,
        (way, workspace) ->
            platforms.stream()
                .filter(platform -> platform.way() == way)
                .findFirst()
                .map(platform -> platform.serves().test(workspace))
                .orElseGet(() -> directory.workspaces().contains(workspace)),
        clock);
  }

  /** As Spring Boot would register it; the pages that say that something failed need no person. */
  @Bean
  DelegatingFilterProxyRegistrationBean securityFilter() {
    var registration = new DelegatingFilterProxyRegistrationBean("springSecurityFilterChain");
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
    registration.setDispatcherTypes(DispatcherType.REQUEST);
    return registration;
  }

  /** {@code __Host-} lets no other host of the domain set it. */
  @Bean
  WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> sessionCookie(
      SignInMode mode, ConsoleProperties properties) {
    var encrypted = mode.isEncrypted();
    return factory -> {
      var session = new Session();
      session.setTimeout(properties.idle());
      session.setTrackingModes(Set.of(Session.SessionTrackingMode.COOKIE));
      session.getCookie().setName(encrypted ? "__Host-ponte-session" : "ponte-session");
      session.getCookie().setPath("/");
      session.getCookie().setHttpOnly(true);
      session.getCookie().setSecure(encrypted);
      session.getCookie().setSameSite(SameSite.LAX);
      factory.setSession(session);
    };
  }

  @Bean
  SecurityFilterChain signIn(
      HttpSecurity http,
      SignInMode mode,
      Sessions sessions,
      Colleagues colleagues,
      Clock clock,
      Environment environment,
      WebApplicationContext context) {
    var open = new OpenAddresses(environment);
    var redirections = new Redirections();
    var registrations = new InMemoryClientRegistrationRepository(Registrations.of(mode));
    var begun = new BegunSignIns(registrations, mode.isEncrypted(), clock);
    return http.securityMatcher(request -> isOf(request, context) && !open.lead(request))
        // PageHeaders writes them with every answer.
        .headers(AbstractHttpConfigurer::disable)
        // Tokens in forms would say no more than the browser itself does: see OwnOrigin.
        .csrf(AbstractHttpConfigurer::disable)
        .addFilterBefore(new OwnOrigin(mode.address()), SecurityContextHolderFilter.class)
        .requestCache(AbstractHttpConfigurer::disable)
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(FOR_EVERYBODY)
                    .permitAll()
                    .requestMatchers("/actuator/**")
                    .access(sessions::fromThisMachine)
                    .anyRequest()
                    .access(sessions::isSomebodys))
        .exceptionHandling(
            refusals ->
                refusals
                    .authenticationEntryPoint(
                        (request, response, _) -> redirections.signInFirst(request, response))
                    .accessDeniedHandler(
                        (request, response, _) -> redirections.signInFirst(request, response)))
        .oauth2Login(
            login ->
                login
                    .loginPage(SignInAddresses.PAGE)
                    .clientRegistrationRepository(registrations)
                    .authorizedClientRepository(new NoTokens())
                    .authorizationEndpoint(
                        there ->
                            there
                                .authorizationRequestResolver(new KnownWays(mode, registrations))
                                .authorizationRequestRepository(begun))
                    .redirectionEndpoint(
                        back -> back.baseUri(SignInAddresses.PAGE + "/*" + SignInAddresses.BACK))
                    .tokenEndpoint(tokens -> tokens.accessTokenResponseClient(Calls.tokens()))
                    .userInfoEndpoint(people -> people.oidcUserService(colleagues))
                    .successHandler(redirections::signedIn)
                    .failureHandler(redirections::refused))
        .logout(
            out ->
                out.logoutRequestMatcher(
                        PathPatternRequestMatcher.withDefaults()
                            .matcher(HttpMethod.POST, SignInAddresses.OUT))
                    .logoutSuccessHandler((_, response, _) -> redirections.signedOut(response)))
        .build();
  }

  /**
   * The filter stands before the port of management, too, which has an address of its own for who
   * may come there: orchestrators and Prometheus, who do not sign in.
   */
  private static boolean isOf(HttpServletRequest request, WebApplicationContext console) {
    return request.getServletContext() == console.getServletContext();
  }
}
