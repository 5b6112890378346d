package ponte.app.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import ponte.app.teams.TeamsIsSet;
import ponte.web.Pages;
import ponte.web.ProblemPage;

/**
 * Lets through only what this machine's own pages ask for.
 *
 * <p>The console has no password, so no other site may reach it through somebody's browser: neither
 * under a foreign name that was made to point here (DNS rebinding), nor by sending a form from a
 * foreign page. And what the console sends, a browser may not run, frame or pass on.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class LocalRequests extends OncePerRequestFilter {

  private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

  /**
   * Slack, and those who add Ponte to a workspace, come from elsewhere; who they are is checked
   * there. Nothing else is let through: the address is compared as it was sent.
   */
  private static final Set<String> OPEN =
      Set.of("/slack/events", "/slack/install", "/slack/oauth_redirect");

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  /** So does Teams; where it is an emulator on this machine, nobody else may come. */
  private static final String TEAMS = "/api/messages";

  private static final String PART = "(?!\\.+/)(?:(?!%2e|%2f|%5c)[a-z0-9%:@._-])+";

  /** Feeds are read from elsewhere, too; an address that may lead to another page is no feed's. */
  private static final Pattern FEED =
      Pattern.compile("(?i)/feeds/" + PART + "/" + PART + "/[a-z0-9_-]+");

  private final Readers readers;
  private final Pages pages;
  private final boolean teamsIsHere;

  LocalRequests(Readers readers, Pages pages, Environment environment) {
    this.readers = readers;
    this.pages = pages;
    this.teamsIsHere = TeamsIsSet.isLocal(environment);
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    var address = request.getRequestURI();
    return OPEN.contains(address)
        || TEAMS.equals(address) && !teamsIsHere
        || request.getMethod().equals("GET") && FEED.matcher(address).matches();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    var host = request.getHeader(HttpHeaders.HOST);
    if (isLoopback(host)
        && (HARMLESS.contains(request.getMethod()) || isFromOwnPage(request, host))) {
      chain.doFilter(request, response);
    } else {
      refuse(request, response);
    }
  }

  private static boolean isLoopback(@Nullable String host) {
    if (host == null) {
      return false;
    }
    var name = host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
    return name.equals("localhost")
        || name.endsWith(".localhost")
        || name.equals("[::1]")
        || name.matches("127(\\.\\d{1,3}){3}");
  }

  /** A browser names the origin of every form; a program that names none is no browser. */
  private static boolean isFromOwnPage(HttpServletRequest request, @Nullable String host) {
    var site = request.getHeader("Sec-Fetch-Site");
    var origin = request.getHeader(HttpHeaders.ORIGIN);
    return (site == null || site.equals("same-origin") || site.equals("none"))
        && (origin == null
            || origin.equalsIgnoreCase("http://" + host)
            || origin.equalsIgnoreCase("https://" + host));
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
    var reader = readers.reader(request);
    var page =
        new ProblemPage(reader, reader.say("problem.refused"), reader.say("problem.refused-words"));
    response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    response.setContentType("text/html");
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.getWriter().write(pages.problem(page));
  }
}
