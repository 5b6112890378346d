package ponte.app.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import ponte.app.access.Access;
import ponte.app.access.OpenAddresses;
import ponte.app.access.OwnPages;
import ponte.app.access.ThisMachine;
import ponte.web.Pages;
import ponte.web.ProblemPage;

/**
 * Where nobody signs in, lets through only what this machine's own pages ask for.
 *
 * <p>The console has no password then, so no other site may reach it through somebody's browser:
 * neither under a foreign name that was made to point here (DNS rebinding), nor by sending a form
 * from a foreign page.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class LocalRequests extends OncePerRequestFilter {

  private final Readers readers;
  private final Pages pages;
  private final OpenAddresses open;
  private final Access access;

  LocalRequests(Readers readers, Pages pages, Access access, Environment environment) {
    this.readers = readers;
    this.pages = pages;
    this.access = access;
    this.open = new OpenAddresses(environment);
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return access instanceof Access.BySignIn || open.lead(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (ThisMachine.sent(request)
        && ThisMachine.isNamed(request)
        && (OwnPages.isHarmless(request) || OwnPages.maySend(request, isHere(request)))) {
      chain.doFilter(request, response);
    } else {
      refuse(request, response);
    }
  }

  private static Predicate<String> isHere(HttpServletRequest request) {
    var host = request.getHeader(HttpHeaders.HOST);
    return origin ->
        origin.equalsIgnoreCase("http://" + host) || origin.equalsIgnoreCase("https://" + host);
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
