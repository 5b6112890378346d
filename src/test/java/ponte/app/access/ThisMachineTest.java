package ponte.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.filter.ForwardedHeaderFilter;

/** Without tokens nobody is heard but this machine itself. */
class ThisMachineTest {

  private static MockHttpServletRequest from(String address) {
    var request = new MockHttpServletRequest("POST", "/api/messages");
    request.setRemoteAddr(address);
    return request;
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.8.0.1", "0:0:0:0:0:0:0:1", "::1"})
  void knowsThisMachine(String address) {
    assertThat(ThisMachine.sent(from(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.168.1.5", "10.0.0.1", "2001:db8::1", "0.0.0.0"})
  void knowsWhatIsElsewhere(String address) {
    assertThat(ThisMachine.sent(from(address))).isFalse();
  }

  @Test
  void knowsWhatAProxyPassesOn() {
    var forwarded = from("127.0.0.1");
    forwarded.addHeader("X-Forwarded-For", "127.0.0.1");
    var standard = from("127.0.0.1");
    standard.addHeader("Forwarded", "for=127.0.0.1");

    assertThat(ThisMachine.sent(forwarded)).isFalse();
    assertThat(ThisMachine.sent(standard)).isFalse();
  }

  @Test
  void doesNotBelieveWhatTheServerBelieves() throws Exception {
    var byTheServer = from("127.0.0.1");
    byTheServer.setAttribute("org.apache.tomcat.request.forwarded", true);
    var byTheFramework = from("10.0.0.1");
    byTheFramework.addHeader("X-Forwarded-For", "127.0.0.1");
    var passed = new MockFilterChain();
    new ForwardedHeaderFilter().doFilter(byTheFramework, new MockHttpServletResponse(), passed);
    var filtered = (HttpServletRequest) Objects.requireNonNull(passed.getRequest());

    assertThat(filtered.getRemoteAddr()).isEqualTo("127.0.0.1");
    assertThat(filtered.getHeader("X-Forwarded-For")).isNull();
    assertThat(ThisMachine.sent(byTheServer)).isFalse();
    assertThat(ThisMachine.sent(filtered)).isFalse();
  }
}
