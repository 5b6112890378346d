package ponte.app.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import ponte.app.NotSetAnalyzer;
import ponte.nlp.Language;
import ponte.redis.RedisSettings;
import ponte.redis.RedisSettings.Login;
import ponte.redis.RedisSettings.Node;
import ponte.redis.RedisSettings.Tls;
import ponte.redis.RedisSettings.Topology;

/**
 * The settings for Redis: what holds where nobody sets anything, what is refused, what they mean.
 */
class RedisPropertiesTest {

  private final ApplicationContextRunner server =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
          .withUserConfiguration(Properties.class);

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(RedisProperties.class)
  static class Properties {}

  @Test
  void findsOneRedisOnThisMachine() {
    server.run(
        context ->
            assertThat(context.getBean(RedisProperties.class))
                .isEqualTo(
                    new RedisProperties(
                        RedisProperties.Topology.SINGLE,
                        List.of("localhost:6379"),
                        null,
                        null,
                        null,
                        null,
                        null,
                        false,
                        null,
                        "ponte",
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(3),
                        0)));
  }

  @Test
  void isNotAskedForWhereTheStateIsEmbedded() {
    server
        .withPropertyValues("ponte.redis.nodes=nonsense")
        .run(
            context ->
                assertThat(
                        Storage.of(Storage.Kind.EMBEDDED, context.getBean(RedisProperties.class)))
                    .isEqualTo(new Storage.Embedded()));
  }

  @Test
  void meansAClusterWithATrustedAuthorityAndAUser(@TempDir Path folder) throws IOException {
    var authorities = Files.createFile(folder.resolve("ca.pem"));
    server
        .withPropertyValues(
            "ponte.redis.topology=cluster",
            "ponte.redis.nodes=redis-1:6379,redis-2:6380",
            "ponte.redis.user=ponte",
            "ponte.redis.password=secret",
            "ponte.redis.tls=true",
            "ponte.redis.ca-file=" + authorities,
            "ponte.redis.prefix=ponte-test",
            "ponte.redis.connect-timeout=1s",
            "ponte.redis.timeout=4s",
            "ponte.redis.synchronous-replicas=1")
        .run(
            context ->
                assertThat(RedisSet.of(context.getBean(RedisProperties.class)))
                    .isEqualTo(
                        new RedisSettings(
                            new Topology.Cluster(
                                Set.of(new Node("redis-1", 6379), new Node("redis-2", 6380))),
                            new Login("ponte", "secret"),
                            new Tls(authorities),
                            "ponte-test",
                            Duration.ofSeconds(1),
                            Duration.ofSeconds(4),
                            1)));
  }

  @Test
  void meansAMasterThatSentinelsWatch() {
    server
        .withPropertyValues(
            "ponte.redis.topology=sentinel",
            "ponte.redis.master=mymaster",
            "ponte.redis.nodes=sentinel-1:26379",
            "ponte.redis.sentinel-password=watchword")
        .run(
            context ->
                assertThat(RedisSet.of(context.getBean(RedisProperties.class)).topology())
                    .isEqualTo(
                        new Topology.Sentinel(
                            "mymaster",
                            Set.of(new Node("sentinel-1", 26379)),
                            new Login(null, "watchword"))));
  }

  @Test
  void neverShowsASecret() {
    server
        .withPropertyValues("ponte.redis.user=ponte", "ponte.redis.password=secret")
        .run(
            context -> {
              var properties = context.getBean(RedisProperties.class);
              assertThat(properties.toString()).contains("***").doesNotContain("secret");
              assertThat(RedisSet.of(properties).toString()).doesNotContain("secret");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "ponte.redis.topology, ring",
    "ponte.redis.connect-timeout, 1ms",
    "ponte.redis.timeout, 2m",
    "ponte.redis.synchronous-replicas, -1",
    "ponte.redis.synchronous-replicas, 10",
    "ponte.redis.password, ''"
  })
  void refusesToStartWith(String property, String value) {
    server
        .withPropertyValues(property + "=" + value)
        .run(context -> assertThat(context).hasFailed());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bad-node | ponte.redis.nodes=redis",
        "bad-node | ponte.redis.nodes=redis:6379,redis:",
        "bad-prefix | ponte.redis.prefix=a:b",
        "several-nodes | ponte.redis.nodes=a:1,b:2",
        "no-master | ponte.redis.topology=sentinel",
        "no-sentinels | ponte.redis.master=mymaster",
        "no-sentinels | ponte.redis.topology=cluster ponte.redis.sentinel-password=s",
        "no-password | ponte.redis.user=ponte",
        "no-tls | ponte.redis.ca-file=pom.xml",
        "no-ca-file | ponte.redis.tls=true ponte.redis.ca-file=nowhere.pem"
      })
  void saysInWordsWhichSettingIsWrong(String situation, String settings) {
    server
        .withPropertyValues(settings.split(" "))
        .run(
            context ->
                assertThatThrownBy(
                        () ->
                            Storage.of(Storage.Kind.REDIS, context.getBean(RedisProperties.class)))
                    .isInstanceOfSatisfying(
                        RedisNotSetException.class,
                        e -> {
                          assertThat(e.situation()).isEqualTo(situation);
                          var analysis = new NotSetAnalyzer().analyze(e);
                          assertThat(Objects.requireNonNull(analysis).getDescription())
                              .contains(e.in(Language.ENGLISH), e.in(Language.ITALIAN))
                              .doesNotContain("{0}");
                        }));
  }
}
