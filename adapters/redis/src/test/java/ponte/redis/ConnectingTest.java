package ponte.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ponte.TestClock;
import ponte.redis.RedisSettings.Login;
import ponte.redis.RedisSettings.Node;
import ponte.redis.RedisSettings.Tls;
import ponte.redis.RedisSettings.Topology;
import ponte.store.Entry;
import ponte.store.StoreUnavailableException;

class ConnectingTest {

  private static final char[] SECRET = "changeit".toCharArray();

  /** As the documents say. */
  private static final String[] RIGHTS =
      ("SETUSER ponte on >secretword resetkeys ~ponte:* resetchannels &ponte:*"
              + " +@all -@dangerous +info +cluster|slots")
          .split(" ");

  private final TestClock clock = TestClock.at("2026-03-02T09:00:00Z");
  private final RedisServer server = RedisServer.start();
  private final Path folder;

  ConnectingTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @AfterEach
  void end() {
    server.close();
  }

  @Test
  void trustsTheAuthoritiesOfAFileAndTheHostThatTheyName() throws Exception {
    try (var cable = Cable.to(server.port(), encrypted())) {
      var tls = new Tls(folder.resolve("ca.pem"));
      assertThat(adds("127.0.0.1", cable.port(), tls)).isTrue();
      assertThat(adds("127.0.0.1", cable.port(), new Tls(null))).isFalse();
      assertThat(adds("localhost", cable.port(), tls)).isFalse();
    }
  }

  @Test
  void refusesToBeginWithoutCertificates() throws Exception {
    var none = folder.resolve("none.pem");
    assertThatThrownBy(() -> open(server.node(), new Tls(none), null))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessage("the certificates in " + none + " cannot be read");
    Files.createFile(none);
    assertThatThrownBy(() -> open(server.node(), new Tls(none), null))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessage("there is no certificate in " + none);
  }

  @Test
  void logsInAsAUserWhoMayUseNothingButItsPrefix() throws Exception {
    server.call("ACL", RIGHTS);
    server.call("ACL", "SETUSER", "default", "off");

    try (var state = open(server.node(), null, new Login("ponte", "secretword"))) {
      assertThat(state.queue().add(List.of(entry()))).isEqualTo(1);
      state.queue().await("inbox", Duration.ofSeconds(9));
      assertThat(state.queue().lease("inbox", 1, Duration.ofMinutes(1))).hasSize(1);
      assertThat(state.health().writable()).isTrue();
      assertThat(state.health().persistence()).isEqualTo(RedisHealth.Persistence.APPEND_ONLY);
      state.tidy();
    }
    for (var login : new Login[] {null, new Login("ponte", "wrong"), new Login(null, "wrong")}) {
      try (var state = open(server.node(), null, login)) {
        assertThatThrownBy(() -> state.queue().add(List.of(entry())))
            .isInstanceOf(StoreUnavailableException.class)
            .hasMessageNotContaining("secret");
      }
    }
  }

  @Test
  void logsInToEveryNodeOfACluster() {
    try (var cluster = RedisCluster.start(3, 0)) {
      for (var node : cluster.servers()) {
        node.call("ACL", RIGHTS);
        node.call("ACL", "SETUSER", "default", "resetpass", ">another");
      }
      var settings =
          new RedisSettings(
              cluster.settings().topology(),
              new Login("ponte", "secretword"),
              null,
              RedisSettings.DEFAULT_PREFIX,
              RedisSettings.DEFAULT_CONNECTING,
              RedisSettings.DEFAULT_ANSWERING,
              0);
      try (var state = RedisState.open(settings, clock)) {
        assertThat(new Failover(state.records(), 30).write(30)).isZero();
        assertThat(state.health().masters()).isEqualTo(3);
        assertThat(state.health().writable()).isTrue();
      }
    }
  }

  private boolean adds(String host, int port, Tls tls) {
    try (var state = open(new Node(host, port), tls, null)) {
      return state.queue().add(List.of(entry())) == 1;
    } catch (StoreUnavailableException e) {
      return false;
    }
  }

  private RedisState open(Node node, @Nullable Tls tls, @Nullable Login login) {
    return RedisState.open(
        new RedisSettings(
            new Topology.Single(node),
            login,
            tls,
            RedisSettings.DEFAULT_PREFIX,
            RedisSettings.DEFAULT_CONNECTING,
            RedisSettings.DEFAULT_ANSWERING,
            0),
        clock);
  }

  /** Makes a certificate with Java's keytool, and writes it where it can be trusted. */
  private ServerSocketFactory encrypted()
      throws IOException, InterruptedException, GeneralSecurityException {
    var file = folder.resolve("server.p12");
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var made =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-alias",
                "redis",
                "-keyalg",
                "EC",
                "-dname",
                "CN=redis",
                "-validity",
                "3650",
                "-ext",
                "san=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(SECRET),
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .start();
    made.inputReader().transferTo(Writer.nullWriter());
    assertThat(made.waitFor()).isZero();
    var store = KeyStore.getInstance("PKCS12");
    try (var stream = Files.newInputStream(file)) {
      store.load(stream, SECRET);
    }
    var encoded =
        Base64.getMimeEncoder().encodeToString(store.getCertificate("redis").getEncoded());
    Files.writeString(
        folder.resolve("ca.pem"),
        "-----BEGIN CERTIFICATE-----\n" + encoded + "\n-----END CERTIFICATE-----\n");
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, SECRET);
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context.getServerSocketFactory();
  }

  private Entry entry() {
    return new Entry("inbox", "", "a", "payload", clock.instant());
  }
}
