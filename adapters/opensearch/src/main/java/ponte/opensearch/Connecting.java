package ponte.opensearch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.util.Timeout;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;
import ponte.archive.ArchiveUnavailableException;

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
    return new Cluster(transport, settings.answering());
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
      var credentials = new BasicCredentialsProvider();
      for (var host : hosts) {
        credentials.setCredentials(
            new AuthScope(host),
            new UsernamePasswordCredentials(login.user(), login.password().toCharArray()));
      }
      client.setDefaultCredentialsProvider(credentials);
    }
    return client;
  }

  private static SSLContext trusting(Path authorities) {
    try (InputStream pem = Files.newInputStream(authorities)) {
      var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      var number = 0;
      for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
        trusted.setCertificateEntry("authority-" + number++, certificate);
      }
      var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      var context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new ArchiveUnavailableException("cannot read certificates in " + authorities, e);
    }
  }
}
