package ponte.opensearch;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;
import ponte.opensearch.OpenSearchSettings.Login;
import ponte.opensearch.OpenSearchUnavailableException.Reason;

/** Makes the connections to a cluster; none is opened yet. */
final class Connecting {

  private static final int CONNECTIONS_TO_A_NODE = 20;

  private Connecting() {}

  static Cluster to(OpenSearchSettings settings) {
    var hosts =
        settings.nodes().stream()
            .map(
                node ->
                    new HttpHost(
                        node.getScheme(),
                        node.getHost(),
                        node.getPort() < 0 ? 9200 : node.getPort()))
            .toArray(HttpHost[]::new);
    var transport =
        ApacheHttpClient5TransportBuilder.builder(hosts)
            .setConnectionConfigCallback(
                it -> it.setConnectTimeout(Timeout.of(settings.connecting())))
            .setRequestConfigCallback(it -> it.setResponseTimeout(Timeout.of(settings.answering())))
            .setHttpClientConfigCallback(it -> configure(it, settings, hosts))
            .build();
    var nodes = settings.nodes().stream().map(URI::toString).collect(Collectors.joining(", "));
    return new Cluster(transport, settings.answering(), nodes);
  }

  private static HttpAsyncClientBuilder configure(
      HttpAsyncClientBuilder client, OpenSearchSettings settings, HttpHost[] hosts) {
    var connections =
        PoolingAsyncClientConnectionManagerBuilder.create()
            .setMaxConnPerRoute(CONNECTIONS_TO_A_NODE)
            .setMaxConnTotal(CONNECTIONS_TO_A_NODE * hosts.length);
    var authorities = settings.authorities();
    if (authorities != null) {
      connections.setTlsStrategy(
          ClientTlsStrategyBuilder.create().setSslContext(trusting(authorities)).buildAsync());
    }
    client.setConnectionManager(connections.build());
    var login = settings.login();
    if (login != null) {
      // With the first request: who waits to be asked for it sends everything twice.
      client.setDefaultHeaders(List.of(new BasicHeader(HttpHeaders.AUTHORIZATION, basic(login))));
      client.disableRedirectHandling();
    }
    return client;
  }

  private static String basic(Login login) {
    var both = login.user() + ":" + login.password();
    return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
  }

  private static SSLContext trusting(Path authorities) {
    try (InputStream pem = Files.newInputStream(authorities)) {
      var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      var number = 0;
      for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
        trusted.setCertificateEntry("authority-" + number++, certificate);
      }
      if (number == 0) {
        throw new CertificateException("there are none");
      }
      var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      var context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new OpenSearchUnavailableException(Reason.NO_AUTHORITIES, authorities.toString(), e);
    }
  }
}
