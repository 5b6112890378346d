package ponte.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.redis.RedisSettings.Login;
import ponte.redis.RedisSettings.Node;
import ponte.redis.RedisSettings.Topology;

class RedisSettingsTest {

  private static final RedisSettings SANE =
      RedisSettings.of(new Topology.Single(new Node("localhost", 6379)));

  @Test
  void areSaneAlone() {
    assertThat(SANE.login()).isNull();
    assertThat(SANE.tls()).isNull();
    assertThat(SANE.prefix()).isEqualTo("ponte");
    assertThat(SANE.connecting()).isEqualTo(Duration.ofSeconds(2));
    assertThat(SANE.answering()).isEqualTo(Duration.ofSeconds(3));
    assertThat(SANE.synchronousReplicas()).isZero();
  }

  @Test
  void readsNodes() {
    assertThat(Node.parse(List.of("redis.example.org:6379", "[::1]:7000", "10.0.0.1:1")))
        .containsExactly(
            new Node("redis.example.org", 6379), new Node("::1", 7000), new Node("10.0.0.1", 1));
    assertThat(Node.parse("[::1]:7000")).hasToString("[::1]:7000");
    assertThat(Node.parse("redis:6379")).hasToString("redis:6379");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "redis", "redis:", ":6379", "redis:x", "redis:0", "redis:65536"})
  void refusesWhatIsNoNode(String text) {
    assertThatThrownBy(() -> Node.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("node is '");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "{1}", "ponte:", "è"})
  void refusesAPrefixThatKeysCannotBeginWith(String prefix) {
    assertThatThrownBy(() -> SANE.withPrefix(prefix)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesNonsense() {
    var second = Duration.ofSeconds(1);
    for (var nonsense :
        List.<Runnable>of(
            () -> SANE.withTimes(Duration.ofMillis(9), second),
            () -> SANE.withTimes(second, Duration.ofSeconds(61)),
            () -> SANE.withSynchronousReplicas(-1),
            () -> SANE.withSynchronousReplicas(10),
            () -> new Topology.Cluster(Set.of()),
            () -> new Topology.Sentinel("name", Set.of(), null),
            () -> new Topology.Sentinel(" ", Set.of(new Node("a", 1)), null),
            () -> new Login("ponte", ""))) {
      assertThatThrownBy(nonsense::run).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void tellsNoPassword() {
    assertThat(new Login("ponte", "secret word").toString()).isEqualTo("ponte ***");
    assertThat(new Login(null, "secret word").toString()).isEqualTo("default ***");
  }
}
