package ponte.teams.token;

import com.auth0.jwk.InvalidPublicKeyException;
import com.auth0.jwk.Jwk;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ponte.platform.PlatformUnavailableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads an issuer's two documents: its OpenID metadata, and the keys that these point at
 * (<https://www.rfc-editor.org/rfc/rfc7517>, with the endorsements that Microsoft adds).
 */
final class KeyDocuments {

  private static final Logger log = LoggerFactory.getLogger(KeyDocuments.class);

  /**
   * For one of the two documents, up to its last byte. A request may be waiting meanwhile, and
   * Teams gives up after 15 seconds:
   * <https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-send-and-receive-messages>.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final int MOST_BYTES = 1024 * 1024;
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};

  private final HttpClient http;
  private final Issuer issuer;
  private final Duration patience;

  KeyDocuments(HttpClient http, Issuer issuer) {
    this(http, issuer, PATIENCE);
  }

  /**
   * @param patience how long one document may take
   */
  KeyDocuments(HttpClient http, Issuer issuer, Duration patience) {
    this.http = http;
    this.issuer = issuer;
    this.patience = patience;
  }

  /**
   * The keys by their ids, at least one.
   *
   * @throws PlatformUnavailableException if the documents cannot be had now, or are not what they
   *     should be
   */
  Map<String, SigningKey> read() {
    var metadata = document(issuer.metadata());
    if (!metadata.path("issuer").stringValue("").equals(issuer.name())) {
      throw unreadable("the metadata are of another issuer", null);
    }
    var keys = new HashMap<String, SigningKey>();
    for (var key : document(keysAt(metadata)).path("keys").values()) {
      add(key, keys);
    }
    if (keys.isEmpty()) {
      throw unreadable("there are no keys", null);
    }
    return Map.copyOf(keys);
  }

  /** Keys lie where the metadata do: nobody is asked for them whom these merely name. */
  private URI keysAt(JsonNode metadata) {
    try {
      var keys = issuer.metadata().resolve(metadata.path("jwks_uri").stringValue(""));
      if (issuer.metadata().getScheme().equals(keys.getScheme())
          && issuer.metadata().getRawAuthority().equalsIgnoreCase(keys.getRawAuthority())) {
        return keys;
      }
    } catch (IllegalArgumentException e) {
      throw unreadable("the keys have no address", e);
    }
    throw unreadable("the keys lie at no safe address", null);
  }

  /** One key that is of another kind, or broken, does not make the others useless. */
  private static void add(JsonNode json, Map<String, SigningKey> keys) {
    try {
      var jwk = Jwk.fromValues(MAPPER.convertValue(json, VALUES));
      if (jwk.getId() != null && jwk.getPublicKey() instanceof RSAPublicKey key) {
        keys.put(jwk.getId(), new SigningKey(jwk.getId(), key, endorsements(json)));
      }
    } catch (InvalidPublicKeyException | RuntimeException e) {
      log.atWarn().setCause(e).log("a key of the issuer cannot be read");
    }
  }

  private static Set<String> endorsements(JsonNode key) {
    var endorsements = new HashSet<String>();
    key.path("endorsements").values().forEach(each -> endorsements.add(each.stringValue("")));
    return endorsements;
  }

  private JsonNode document(URI address) {
    var request = HttpRequest.newBuilder(address).header("Accept", "application/json").build();
    // The client's own timeout ends with the headers; a body that trickles in would hold us.
    var answer =
        http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
    try {
      var response = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (response.statusCode() != 200) {
        throw unreadable("status " + response.statusCode(), null);
      }
      return MAPPER.readTree(response.body());
    } catch (ExecutionException | TimeoutException | JacksonException e) {
      throw unreadable("no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unreadable("interrupted", e);
    } finally {
      answer.cancel(true);
    }
  }

  private PlatformUnavailableException unreadable(String why, @Nullable Throwable cause) {
    return new PlatformUnavailableException("keys of " + issuer.name() + ": " + why, cause);
  }
}
