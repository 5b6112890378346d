package ponte.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import ponte.TestClock;
import ponte.app.access.Access;
import ponte.directory.Directory;
import ponte.directory.Roles;
import ponte.store.InMemoryRecords;
import ponte.web.Pages;

class LocalRequestsTest {

  private final TestClock clock = TestClock.at("2026-03-02T08:00:00Z");
  private final LocalRequests filter = filter(new MockEnvironment());

  private LocalRequests filter(MockEnvironment settings) {
    var access = new Access.Local();
    return new LocalRequests(
        new Readers(new Directory(new InMemoryRecords(clock)), access, Roles.NONE, ZoneOffset.UTC),
        new Pages(),
        access,
        settings);
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LOCALHOST:8080", "127.0.0.1:80", "127.8.0.1", "[::1]:8080"})
  void letsThroughTheNamesOfThisMachine(String host) throws Exception {
    assertThat(status("GET", host)).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.org",
        "localhost.example.org",
        "127.0.0.1.example.org",
        "notlocalhost",
        "192.168.1.5:8080",
        "[::1].example.org",
        "localhost:80@example.org",
        ""
      })
  void refusesEveryOtherName(String host) throws Exception {
    assertThat(status("GET", host)).isEqualTo(403);
  }

  @Test
  void refusesARequestWithoutAName() throws Exception {
    assertThat(status(new MockHttpServletRequest("GET", "/"))).isEqualTo(403);
  }

  @Test
  void refusesThisMachinesNameFromElsewhere() throws Exception {
    var request = new MockHttpServletRequest("GET", "/");
    request.addHeader("Host", "localhost:8080");
    request.setRemoteAddr("192.168.1.5");
    var passedOn = new MockHttpServletRequest("GET", "/");
    passedOn.addHeader("Host", "localhost:8080");
    passedOn.addHeader("X-Forwarded-For", "203.0.113.7");

    assertThat(status(request)).isEqualTo(403);
    assertThat(status(passedOn)).isEqualTo(403);
  }

  @Test
  void letsThroughAFormThatAProgramSends() throws Exception {
    assertThat(status("POST", "localhost:8080")).isEqualTo(200);
  }

  @Test
  void refusesAFormOfAPageOnAnotherPort() throws Exception {
    var request = new MockHttpServletRequest("POST", "/me");
    request.addHeader("Host", "localhost:8080");
    request.addHeader("Origin", "http://localhost:3000");

    assertThat(status(request)).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({
    "POST,   /slack/events,         200",
    "GET,    /slack/install,        200",
    "GET,    /slack/oauth_redirect, 200",
    "GET,    /slack/events,         403",
    "PUT,    /slack/events,         403",
    "POST,   /slack/install,        403",
    "DELETE, /slack/oauth_redirect, 403",
    "PATCH,  /api/messages,         403"
  })
  void letsThroughWhatSlackAndItsPeopleAskForFromElsewhere(String method, String path, int status)
      throws Exception {
    assertThat(status(fromElsewhere(method, path))).isEqualTo(status);
  }

  @Test
  void letsThroughWhatTeamsSendsUnlessTeamsIsOnThisMachine() throws Exception {
    var local = new MockEnvironment().withProperty("ponte.teams.local", "true");

    assertThat(status(fromElsewhere("/api/messages"))).isEqualTo(200);
    assertThat(status(filter(local), fromElsewhere("/api/messages"))).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/api",
        "/api/messages/",
        "/api/messages/../../chat",
        "/slack",
        "/slack/",
        "/slack/events/",
        "/slack/events/..",
        "/slack/events/../../chat",
        "/slack/../archive",
        "/slack/events;/../../chat",
        "/slack%2Fevents",
        "/Slack/events",
        "//slack/events",
        "/actuator/health"
      })
  void letsThroughNothingElseFromElsewhere(String path) throws Exception {
    assertThat(status(fromElsewhere(path))).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({
    "GET,  /feeds/T1/C1/abc-_9,                       200",
    "GET,  /feeds/T1/19:a%40b.c@thread.tacv2/abc-_9,  200",
    "POST, /feeds/T1/C1/abc-_9,                       403",
    "GET,  /feeds,                                    403",
    "GET,  /feeds/T1/C1,                              403",
    "GET,  /feeds/T1/C1/abc/more,                     403",
    "GET,  /feeds/../chat/abc,                        403",
    "GET,  /feeds/T1/../chat,                         403",
    "GET,  /feeds/%2e%2E/chat/abc,                    403",
    "GET,  /feeds/T1%2F..%2F../C1/abc,                403",
    "GET,  /feeds/T1;x/C1/abc,                        403",
    "GET,  /feeds//C1/abc,                            403"
  })
  void letsThroughWhatIsPlainlyTheAddressOfAFeed(String method, String path, int status)
      throws Exception {
    assertThat(status(fromElsewhere(method, path))).isEqualTo(status);
  }

  private static MockHttpServletRequest fromElsewhere(String path) {
    return fromElsewhere("POST", path);
  }

  private static MockHttpServletRequest fromElsewhere(String method, String path) {
    var request = new MockHttpServletRequest(method, path);
    request.addHeader("Host", "ponte.example.org");
    return request;
  }

  private int status(String method, String host) throws Exception {
    var request = new MockHttpServletRequest(method, "/");
    request.addHeader("Host", host);
    return status(request);
  }

  private int status(MockHttpServletRequest request) throws Exception {
    return status(filter, request);
  }

  private static int status(LocalRequests filter, MockHttpServletRequest request) throws Exception {
    var response = new MockHttpServletResponse();
    filter.doFilter(request, response, new MockFilterChain());
    return response.getStatus();
  }
}
