package ponte.app.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.app.BesideOthers;
import ponte.archive.ArchiveUnavailableException;
import ponte.nlp.Language;
import ponte.nlp.Nlp;
import ponte.opensearch.OpenSearchUnavailableException;

@BesideOthers
class ArchiveStorageTest {

  private static final Duration SHORT = Duration.ofSeconds(1);

  /** Longer than an answer takes on a busy machine. */
  private static final Duration LONG = Duration.ofMinutes(1);

  private final WireMockServer cluster =
      new WireMockServer(WireMockConfiguration.options().dynamicPort());

  @TempDir private Path data = Path.of("");

  @BeforeEach
  void start() {
    cluster.start();
  }

  @AfterEach
  void stop() {
    cluster.stop();
  }

  private void answer(int status) {
    cluster.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.status(status)));
  }

  private ArchiveStorage storage(Duration patience) {
    return ArchiveStorage.of(on("http://localhost:" + cluster.port(), patience));
  }

  private static ArchiveProperties on(String node, Duration patience) {
    return new ArchiveProperties(
        ArchiveStorage.Kind.OPENSEARCH,
        null,
        List.of(URI.create(node)),
        null,
        null,
        null,
        "ponte",
        1,
        0,
        LONG,
        patience);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://ponte:hunter2@node:9200", "ftp://ponte:hunter2@node"})
  void showsNoPasswordOfAnAddressThatItRefuses(String node) {
    assertThatExceptionOfType(ArchiveNotSetException.class)
        .isThrownBy(() -> ArchiveStorage.of(on(node, LONG)))
        .satisfies(
            refused ->
                assertThat(refused.in(Language.ENGLISH) + refused.getMessage())
                    .contains("login")
                    .doesNotContain("hunter2"));
  }

  @Test
  void letsAServerStartWhileOpenSearchIsAway() {
    answer(503);

    try (var archive = storage(SHORT).openPatiently(data, Nlp.shared(), Clock.systemUTC())) {
      assertThatThrownBy(archive::requireUsable).isInstanceOf(ArchiveUnavailableException.class);
    }
    assertThatThrownBy(() -> storage(SHORT).open(data, Nlp.shared(), Clock.systemUTC()))
        .isInstanceOf(ArchiveUnavailableException.class);
  }

  @Test
  void takesAPageOfWhatStandsBeforeOpenSearchForItsAbsence() {
    cluster.stubFor(
        WireMock.any(WireMock.anyUrl()).willReturn(WireMock.ok("<html>Back soon</html>")));

    try (var archive = storage(LONG).openPatiently(data, Nlp.shared(), Clock.systemUTC())) {
      assertThatThrownBy(archive::requireUsable)
          .isInstanceOf(ArchiveUnavailableException.class)
          .hasMessageContaining("200 and no JSON");
    }
  }

  @Test
  void doesNotStartWhereWaitingHelpsNobody() {
    answer(401);

    assertThatExceptionOfType(OpenSearchUnavailableException.class)
        .isThrownBy(() -> storage(LONG).openPatiently(data, Nlp.shared(), Clock.systemUTC()))
        .satisfies(
            refused ->
                assertThat(refused.reason())
                    .isEqualTo(OpenSearchUnavailableException.Reason.NO_LOGIN));
  }
}
