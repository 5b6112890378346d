package ponte.app.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.springframework.mock.env.MockEnvironment;
import ponte.app.NotSetAnalyzer;
import ponte.nlp.Language;
import ponte.teams.connector.AppIdentity;
import ponte.teams.connector.AppIdentity.Proof;
import ponte.teams.delivery.PrivateReplies;
import ponte.teams.token.Issuer;

/**
 * The settings for Teams: what holds where nobody sets anything, what is refused, what they mean.
 */
class TeamsPropertiesTest {

  private final ApplicationContextRunner server =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
          .withUserConfiguration(Properties.class);

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(TeamsProperties.class)
  static class Properties {}

  @Test
  void hasNothingToDoWithTeamsUnlessToldTo() {
    server.run(
        context ->
            assertThat(context.getBean(TeamsProperties.class))
                .isEqualTo(
                    new TeamsProperties(
                        null,
                        null,
                        null,
                        null,
                        Set.of(),
                        false,
                        PrivateReplies.PERSONAL_CHAT,
                        Set.of(),
                        Set.of(),
                        URI.create("https://login.microsoftonline.com/"),
                        Issuer.BOT_CONNECTOR.name(),
                        Issuer.BOT_CONNECTOR.metadata())));
    assertThat(TeamsIsSet.in(new MockEnvironment())).isFalse();
    assertThat(TeamsIsSet.in(new MockEnvironment().withProperty("ponte.teams.app-id", "")))
        .isTrue();
    assertThat(TeamsIsSet.in(new MockEnvironment().withProperty("ponte.teams.local", "true")))
        .isTrue();
    assertThat(TeamsIsSet.in(new MockEnvironment().withProperty("ponte.teams.local", "false")))
        .isFalse();
  }

  @Test
  void neverShowsASecret() {
    server
        .withPropertyValues("ponte.teams.app-password=very-secret")
        .run(
            context ->
                assertThat(context.getBean(TeamsProperties.class).toString())
                    .contains("***")
                    .doesNotContain("very-secret"));
  }

  @Test
  void servesOneTenant() {
    server
        .withPropertyValues(
            "ponte.teams.app-id=app",
            "ponte.teams.app-password=secret",
            "ponte.teams.tenant-id=home")
        .run(
            context ->
                assertThat(TeamsMode.of(context.getBean(TeamsProperties.class)))
                    .isEqualTo(
                        new TeamsMode.Registered(
                            new AppIdentity("app", new Proof.Secret("secret")),
                            "home",
                            Set.of("home"))));
  }

  @Test
  void servesManyTenants() {
    server
        .withPropertyValues(
            "ponte.teams.app-id=app",
            "ponte.teams.app-password=secret",
            "ponte.teams.allowed-tenants=one,two")
        .run(
            context ->
                assertThat(TeamsMode.of(context.getBean(TeamsProperties.class)))
                    .isEqualTo(
                        new TeamsMode.Registered(
                            new AppIdentity("app", new Proof.Secret("secret")),
                            "botframework.com",
                            Set.of("one", "two"))));
  }

  @Test
  void asksForNoTokenOnlyWhereItIsToldSo() {
    server
        .withPropertyValues("ponte.teams.local=true")
        .run(
            context ->
                assertThat(TeamsMode.of(context.getBean(TeamsProperties.class)))
                    .isEqualTo(new TeamsMode.Local()));
  }

  @ParameterizedTest
  @CsvSource({
    "no-app-id, ponte.teams.tenant-id=t",
    "no-app-id, ponte.teams.app-id= ponte.teams.app-password=s ponte.teams.tenant-id=t",
    "no-proof, ponte.teams.app-id=a ponte.teams.tenant-id=t",
    "no-tenant, ponte.teams.app-id=a ponte.teams.app-password=s",
    "no-tenant, ponte.teams.app-id=a ponte.teams.app-password=s ponte.teams.tenant-id=",
    "local-and-app, ponte.teams.local=true ponte.teams.app-id=a",
    "bad-certificate, ponte.teams.app-id=a ponte.teams.tenant-id=t ponte.teams.certificate=not/there",
    "password-and-certificate,"
        + " ponte.teams.app-id=a ponte.teams.tenant-id=t ponte.teams.app-password=s"
        + " ponte.teams.certificate=c"
  })
  void saysInWordsWhichSettingIsMissing(String situation, String settings) {
    server
        .withPropertyValues(settings.split(" "))
        .run(
            context ->
                assertThatThrownBy(() -> TeamsMode.of(context.getBean(TeamsProperties.class)))
                    .isInstanceOfSatisfying(
                        TeamsNotSetException.class,
                        e -> {
                          assertThat(e.situation()).isEqualTo(situation);
                          var analysis = new NotSetAnalyzer().analyze(e);
                          assertThat(Objects.requireNonNull(analysis).getDescription())
                              .contains(e.in(Language.ENGLISH), e.in(Language.ITALIAN));
                        }));
  }

  @Test
  void refusesAFileThatIsNoCertificate(@TempDir Path directory) throws Exception {
    var file = Files.writeString(directory.resolve("app.pem"), "no certificate");

    server
        .withPropertyValues(
            "ponte.teams.app-id=a", "ponte.teams.tenant-id=t", "ponte.teams.certificate=" + file)
        .run(
            context ->
                assertThatThrownBy(() -> TeamsMode.of(context.getBean(TeamsProperties.class)))
                    .isInstanceOfSatisfying(
                        TeamsNotSetException.class,
                        e -> assertThat(e.situation()).isEqualTo("bad-certificate")));
  }
}
