package ponte.teams.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.WireMock;
import java.net.http.HttpClient;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ponte.TestClock;
import ponte.platform.PlatformUnavailableException;

/** Keys are read seldom, found when they are new, and outlive an issuer that does not answer. */
class IssuerKeysTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final TestClock clock = TestClock.at("2026-03-02T09:00:00Z");
  private final TestIssuer issuer = new TestIssuer();
  private final IssuerKeys keys = new IssuerKeys(HTTP, issuer.issuer(), Runnable::run, clock);

  @AfterEach
  void close() {
    issuer.close();
  }

  @Test
  void readsThemOnceADay() {
    keys.find("key-1");
    clock.advance(IssuerKeys.FRESH.minusSeconds(1));
    keys.find("key-1");
    assertThat(issuer.readings()).isEqualTo(1);

    clock.advance(Duration.ofSeconds(1));
    keys.find("key-1");
    keys.find("key-1");

    assertThat(issuer.readings()).isEqualTo(2);
  }

  @Test
  void looksAgainSoonAsLongAsNoKeyIsKnown() {
    issuer.answersMetadata(WireMock.status(503));
    assertThatThrownBy(() -> keys.find("key-1")).isInstanceOf(PlatformUnavailableException.class);
    issuer.tellsMetadata(TestIssuer.NAME);
    assertThatThrownBy(() -> keys.find("key-1")).isInstanceOf(PlatformUnavailableException.class);

    clock.advance(IssuerKeys.WITHOUT_KEYS);

    assertThat(keys.find("key-1")).isPresent();
  }

  @Test
  void waitsForNoDocumentThatTricklesIn() {
    issuer.answersMetadata(WireMock.ok("{\"issuer\": \"...\"}").withChunkedDribbleDelay(2, 60_000));
    var documents = new KeyDocuments(HTTP, issuer.issuer(), Duration.ofMillis(200));

    assertThatThrownBy(documents::read).isInstanceOf(PlatformUnavailableException.class);
  }

  @Test
  void findsAKeyThatIsNew() {
    keys.find("key-1");
    issuer.publish("key-2", "\"msteams\"");
    clock.advance(IssuerKeys.BETWEEN_READINGS);

    assertThat(keys.find("key-2")).isPresent();
  }

  @Test
  void asksForInventedKeysNotMoreThanOnceAMinute() {
    keys.find("key-1");

    for (var i = 0; i < 100; i++) {
      assertThat(keys.find("invented-" + i)).isEmpty();
    }
    assertThat(issuer.readings()).isEqualTo(1);

    clock.advance(IssuerKeys.BETWEEN_READINGS);
    assertThat(keys.find("invented")).isEmpty();
    assertThat(keys.find("invented too")).isEmpty();
    assertThat(issuer.readings()).isEqualTo(2);
  }

  @Test
  void keepsWhatIsKnownWhileTheIssuerDoesNotAnswer() {
    keys.find("key-1");
    issuer.answersMetadata(WireMock.status(503));
    clock.advance(IssuerKeys.FRESH.multipliedBy(3));

    assertThat(keys.find("key-1")).isPresent();
    assertThat(keys.find("key-1")).isPresent();
    assertThat(issuer.readings()).isEqualTo(2);
    assertThatThrownBy(() -> keys.find("key-2")).isInstanceOf(PlatformUnavailableException.class);

    issuer.tellsMetadata(TestIssuer.NAME);
    clock.advance(IssuerKeys.BETWEEN_READINGS);
    assertThat(keys.find("key-1")).isPresent();
    assertThat(keys.find("key-2")).isEmpty();
  }

  @Test
  void dropsAKeyThatIsPublishedNoMore() {
    keys.find("key-1");
    issuer.publish("key-2", "\"msteams\"");
    issuer.publish("{\"kty\": \"RSA\", \"kid\": \"broken\"}, " + issuer.json("key-2"));
    clock.advance(IssuerKeys.FRESH);
    keys.find("key-1");

    assertThat(keys.find("key-1")).isEmpty();
    assertThat(keys.find("key-2")).isPresent();
  }
}
