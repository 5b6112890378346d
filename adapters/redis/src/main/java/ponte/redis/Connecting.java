package ponte.redis;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import org.jspecify.annotations.Nullable;
import ponte.redis.RedisSettings.Login;
import ponte.redis.RedisSettings.Tls;
import ponte.store.StoreUnavailableException;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionPool;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisProtocol;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.SslVerifyMode;

/** How connections are made and kept. */
final class Connecting {

  /** One call needs a connection for less than a millisecond or two. */
  private static final int CONNECTIONS = 32;

  private final RedisSettings settings;
  private final @Nullable SslOptions tls;

  /**
   * Reads the certificates, where there are some.
   *
   * @throws StoreUnavailableException if they cannot be read
   */
  Connecting(RedisSettings settings) {
    this.settings = settings;
    tls = settings.tls() == null ? null : options(settings.tls());
  }

  ConnectionPool pool(HostAndPort node) {
    return new ConnectionPool(node, config(), pools());
  }

  JedisClientConfig config() {
    return config(settings.login());
  }

  JedisClientConfig config(@Nullable Login login) {
    var config =
        DefaultJedisClientConfig.builder()
            .protocol(RedisProtocol.RESP2)
            .clientSetInfoConfig(ClientSetInfoConfig.DISABLED)
            .connectionTimeoutMillis((int) settings.connecting().toMillis())
            .socketTimeoutMillis((int) settings.answering().toMillis());
    if (login != null) {
      config.user(login.user()).password(login.password());
    }
    if (tls != null) {
      config.sslOptions(tls);
    }
    return config.build();
  }

  GenericObjectPoolConfig<Connection> pools() {
    var pools = new ConnectionPoolConfig();
    pools.setJmxEnabled(false);
    pools.setMaxTotal(CONNECTIONS);
    pools.setMaxIdle(CONNECTIONS);
    pools.setMaxWait(settings.connecting());
    pools.setEvictorShutdownTimeout(Duration.ofSeconds(1));
    return pools;
  }

  private static SslOptions options(Tls tls) {
    if (tls.authorities() == null) {
      return SslOptions.builder().sslVerifyMode(SslVerifyMode.FULL).build();
    }
    var secret = new char[] {'-'};
    var trusted = trusted(tls.authorities(), secret);
    return SslOptions.builder()
        .sslVerifyMode(SslVerifyMode.FULL)
        .trustStoreType("PKCS12")
        .truststore(() -> new ByteArrayInputStream(trusted), secret)
        .build();
  }

  /** The certificates of a file in a form that Jedis reads. */
  private static byte[] trusted(Path authorities, char[] secret) {
    try (var file = Files.newInputStream(authorities)) {
      var store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(file)) {
        store.setCertificateEntry("authority " + store.size(), certificate);
      }
      if (store.size() == 0) {
        throw new StoreUnavailableException("there is no certificate in " + authorities, null);
      }
      var bytes = new ByteArrayOutputStream();
      store.store(bytes, secret);
      return bytes.toByteArray();
    } catch (IOException | GeneralSecurityException e) {
      throw new StoreUnavailableException(
          "the certificates in " + authorities + " cannot be read", e);
    }
  }
}
