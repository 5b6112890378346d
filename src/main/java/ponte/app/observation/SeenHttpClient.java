package ponte.app.observation;

import io.micrometer.core.instrument.Gauge;
import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/** A client whose calls to one platform are measured: by how they ended, never by their address. */
public final class SeenHttpClient extends HttpClient {

  private final HttpClient http;
  private final Traffic traffic;
  private final AtomicInteger open = new AtomicInteger();

  public SeenHttpClient(HttpClient http, Traffic traffic) {
    this.http = http;
    this.traffic = traffic;
    Gauge.builder(Meters.PLATFORM_OPEN_CALLS, open, AtomicInteger::get)
        .description("Calls that a platform has not answered yet")
        .tag("platform", traffic.platform())
        .register(traffic.registry());
  }

  @Override
  public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
      throws IOException, InterruptedException {
    var begun = begun();
    var outcome = "no-answer";
    try {
      var response = http.send(request, handler);
      outcome = outcome(response);
      return response;
    } finally {
      ended(begun, outcome);
    }
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, BodyHandler<T> handler) {
    var begun = begun();
    return http.sendAsync(request, handler)
        .whenComplete((response, _) -> ended(begun, outcome(response)));
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, BodyHandler<T> handler, PushPromiseHandler<T> pushed) {
    var begun = begun();
    return http.sendAsync(request, handler, pushed)
        .whenComplete((response, _) -> ended(begun, outcome(response)));
  }

  private Traffic.Call begun() {
    open.incrementAndGet();
    return traffic.call();
  }

  private void ended(Traffic.Call begun, String outcome) {
    open.decrementAndGet();
    begun.ended(outcome);
  }

  private static String outcome(@Nullable HttpResponse<?> response) {
    if (response == null) {
      return "no-answer";
    }
    int status = response.statusCode();
    return status == 429 ? "limited" : status / 100 + "xx";
  }

  @Override
  public WebSocket.Builder newWebSocketBuilder() {
    return http.newWebSocketBuilder();
  }

  @Override
  public Optional<CookieHandler> cookieHandler() {
    return http.cookieHandler();
  }

  @Override
  public Optional<Duration> connectTimeout() {
    return http.connectTimeout();
  }

  @Override
  public Redirect followRedirects() {
    return http.followRedirects();
  }

  @Override
  public Optional<ProxySelector> proxy() {
    return http.proxy();
  }

  @Override
  public SSLContext sslContext() {
    return http.sslContext();
  }

  @Override
  public SSLParameters sslParameters() {
    return http.sslParameters();
  }

  @Override
  public Optional<Authenticator> authenticator() {
    return http.authenticator();
  }

  @Override
  public Version version() {
    return http.version();
  }

  @Override
  public Optional<Executor> executor() {
    return http.executor();
  }

  @Override
  public void shutdown() {
    http.shutdown();
  }

  @Override
  public boolean awaitTermination(Duration duration) throws InterruptedException {
    return http.awaitTermination(duration);
  }

  @Override
  public boolean isTerminated() {
    return http.isTerminated();
  }

  @Override
  public void shutdownNow() {
    http.shutdownNow();
  }

  @Override
  public void close() {
    http.close();
  }
}
