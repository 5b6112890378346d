package ponte.teams.connector;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.TestClock;
import ponte.platform.PlatformUnavailableException;
import ponte.teams.connector.AccessTokens.Access;
import tools.jackson.databind.json.JsonMapper;

class AccessTokensTest {

  private static final String GRAPH = "https://graph.microsoft.com/.default";

  private final TestClock clock = TestClock.at("2025-12-01T09:00:00Z");
  private final FakeTeams teams = new FakeTeams();
  private final AccessTokens tokens = teams.tokens(clock);

  @AfterEach
  void stop() {
    teams.close();
  }

  private Access connector() {
    return tokens.of(AccessTokens.ANY_TENANT, AccessTokens.CONNECTOR);
  }

  @Test
  void asksOnceAndKeepsTheTokenUntilShortlyBeforeItsEnd() {
    teams.givesTokens("one", "two");

    assertThat(connector()).isEqualTo(new Access.Granted("one"));
    clock.advance(Duration.ofMinutes(54));
    assertThat(connector()).isEqualTo(new Access.Granted("one"));
    clock.advance(Duration.ofMinutes(2));
    assertThat(connector()).isEqualTo(new Access.Granted("two"));

    assertThat(teams.logins())
        .hasSize(2)
        .first()
        .asString()
        .startsWith("/login/botframework.com/oauth2/v2.0/token ")
        .contains(
            "grant_type=client_credentials",
            "client_id=6f1c2d3e-0000-4000-8000-000000000001",
            "client_secret=s3cret",
            "scope=https://api.botframework.com/.default");
  }

  @Test
  void keepsATokenForEachTenantAndEachPurpose() {
    teams.givesTokens("one", "two", "three");

    connector();
    tokens.of(FakeTeams.ACME.value(), AccessTokens.CONNECTOR);
    tokens.of(FakeTeams.ACME.value(), GRAPH);
    connector();

    assertThat(teams.logins()).hasSize(3);
  }

  @Test
  void usesATokenThatHoldsWhileTheLoginIsAway() {
    connector();
    clock.advance(Duration.ofMinutes(56));
    teams.login(aResponse().withStatus(503));

    assertThat(connector()).isEqualTo(new Access.Granted("token-1"));
    clock.advance(Duration.ofMinutes(5));
    assertThatThrownBy(this::connector).isInstanceOf(PlatformUnavailableException.class);
  }

  @Test
  void saysWhyItGetsNoneWithoutTheSecret() {
    teams.login(
        aResponse()
            .withStatus(401)
            .withBody(
                "{\"error\":\"invalid_client\",\"error_description\":\"AADSTS7000215: Invalid client"
                    + " secret provided: s3cret\"}"));

    assertThat(connector()).isEqualTo(new Access.Denied("invalid_client", "AADSTS7000215"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"//evil.example/x", "https://evil.example", "../x", "a/b", "x?y=", ""})
  void asksNobodyElseForATokenWhateverATenantIsCalled(String tenant) {
    assertThat(tokens.of(tenant, AccessTokens.CONNECTOR))
        .isEqualTo(new Access.Denied("invalid_authority", ""));
    assertThat(teams.logins()).isEmpty();
  }

  @Test
  void dropsATokenThatWasRefusedAndNoOther() {
    teams.givesTokens("one", "two");
    connector();

    tokens.refused(AccessTokens.ANY_TENANT, AccessTokens.CONNECTOR, "an older one");
    assertThat(connector()).isEqualTo(new Access.Granted("one"));
    tokens.refused(AccessTokens.ANY_TENANT, AccessTokens.CONNECTOR, "one");
    assertThat(connector()).isEqualTo(new Access.Granted("two"));
  }

  @Test
  void showsNoSecretWhereItIsPrinted() {
    assertThat(new AppIdentity("id", new AppIdentity.Proof.Secret("s3cret")).toString())
        .doesNotContain("s3cret");
    assertThat(new Access.Granted("t0ken").toString()).doesNotContain("t0ken");
  }

  @Test
  void provesItselfWithACertificate(@TempDir Path folder) throws Exception {
    var entry = entry(folder);
    var certificate = (X509Certificate) entry.getCertificate();
    var app =
        new AppIdentity(
            "app-1", new AppIdentity.Proof.Certificate(entry.getPrivateKey(), certificate));

    teams.tokens(app, clock).of(FakeTeams.ACME.value(), GRAPH);

    var asked = teams.logins().getFirst();
    assertThat(asked)
        .contains("client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
        .doesNotContain("client_secret");
    var found = Pattern.compile("client_assertion=([\\w.-]+)").matcher(asked);
    assertThat(found.find()).isTrue();
    var parts = found.group(1).split("\\.");
    var json = new JsonMapper();
    var claims = json.readTree(decoded(parts[1]));
    assertThat(json.readTree(decoded(parts[0])).path("alg").stringValue("")).isEqualTo("PS256");
    assertThat(claims.path("iss").stringValue("")).isEqualTo("app-1");
    assertThat(claims.path("sub").stringValue("")).isEqualTo("app-1");
    assertThat(claims.path("aud").stringValue(""))
        .isEqualTo(teams.url("/login/" + FakeTeams.ACME.value() + "/oauth2/v2.0/token").toString());
    assertThat(claims.path("exp").asLong())
        .isEqualTo(clock.instant().plusSeconds(300).getEpochSecond());
    assertThat(isSigned(parts[0] + "." + parts[1], decoded(parts[2]), certificate)).isTrue();
  }

  private static boolean isSigned(String said, byte[] signature, X509Certificate certificate)
      throws GeneralSecurityException {
    var check = Signature.getInstance("RSASSA-PSS");
    check.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
    check.initVerify(certificate);
    check.update(said.getBytes(StandardCharsets.US_ASCII));
    return check.verify(signature);
  }

  private static byte[] decoded(String part) {
    return Base64.getUrlDecoder().decode(part);
  }

  /** A key of its own for each run, so that none is kept anywhere. */
  private static KeyStore.PrivateKeyEntry entry(Path folder) throws Exception {
    var file = folder.resolve("ponte.p12");
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "ponte",
            "-keyalg",
            "RSA",
            "-dname",
            "CN=Ponte",
            "-keystore",
            file.toString(),
            "-storetype",
            "PKCS12",
            "-storepass",
            "changeit");
    var log = folder.resolve("keytool.log").toFile();
    var keytool = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
    assertThat(keytool.waitFor()).as("keytool, see %s", log).isZero();
    var password = "changeit".toCharArray();
    var store = KeyStore.getInstance(file.toFile(), password);
    return (KeyStore.PrivateKeyEntry)
        store.getEntry("ponte", new KeyStore.PasswordProtection(password));
  }
}
