package ponte.opensearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch.generic.Body;
import org.opensearch.client.opensearch.generic.OpenSearchGenericClient;
import org.opensearch.client.opensearch.generic.Request;
import org.opensearch.client.opensearch.generic.Requests;
import org.opensearch.client.opensearch.generic.Response;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.httpclient5.ResponseException;
import ponte.archive.ArchiveUnavailableException;
import ponte.opensearch.OpenSearchUnavailableException.Reason;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A cluster of OpenSearch that is asked with JSON. What fails because a node is lost, or busy, is
 * asked again of the others until it takes too long; whoever asks makes sure that asking twice does
 * no more than asking once.
 */
final class Cluster implements AutoCloseable {

  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int TOO_MANY = 429;
  private static final int BAD_GATEWAY = 502;
  private static final int UNAVAILABLE = 503;
  private static final int GATEWAY_TIMEOUT = 504;
  private static final Set<Integer> PASSING =
      Set.of(TOO_MANY, BAD_GATEWAY, UNAVAILABLE, GATEWAY_TIMEOUT);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
  private static final int NOT_FOUND = 404;

  private final OpenSearchTransport transport;
  private final OpenSearchGenericClient client;
  private final Duration patience;
  private final String nodes;

  /** What it answered. */
  record Answer(int status, JsonNode body) {

    boolean isFound() {
      return status != NOT_FOUND;
    }

    /** Of searches that were asked together one that failed, if one did. */
    Answer orFailure() {
      for (var each : body.path("responses")) {
        if (each.has("error")) {
          return new Answer(each.path("status").asInt(), each);
        }
      }
      return this;
    }
  }

  /**
   * @param nodes where it is, as people are told
   */
  Cluster(OpenSearchTransport transport, Duration patience, String nodes) {
    this.transport = transport;
    this.client = new OpenSearchGenericClient(transport);
    this.patience = patience;
    this.nodes = nodes;
  }

  /** Asks something that must not fail. */
  JsonNode ask(String method, String path, Map<String, String> parameters, Object body) {
    return found(method, path, parameters, json(body));
  }

  /** Asks without a body something that may not be there. */
  Answer ask(String method, String path, Map<String, String> parameters) {
    return asked(method, path, parameters, null);
  }

  /** Makes something that somebody else may make at the same moment. */
  void make(String path, Object body) {
    found("PUT", path, Map.of(), json(body));
  }

  private static boolean isThere(Answer answer) {
    return answer
        .body()
        .path("error")
        .path("type")
        .asString("")
        .equals("resource_already_exists_exception");
  }

  /**
   * Sends changes, each told by one line or two.
   *
   * @return what became of each, in their order
   */
  JsonNode bulk(Map<String, String> parameters, List<String> lines) {
    var items = found("POST", "/_bulk", parameters, lines(lines)).path("items");
    var changes = 0;
    for (var line = 0; line < lines.size(); line = next(lines, line)) {
      changes++;
    }
    if (items.size() != changes) {
      throw new OpenSearchUnavailableException(
          Reason.AWAY,
          "%s: %d changes sent, %d answered".formatted(nodes, changes, items.size()),
          null);
    }
    return items;
  }

  /**
   * Asks several searches in one request.
   *
   * @param parameters of each of them
   * @return what each answers, in their order; it is asked again of all where one fails
   */
  List<JsonNode> search(Map<String, String> parameters, List<? extends Object> bodies) {
    var lines = new ArrayList<String>();
    for (var body : bodies) {
      lines.add(Json.write(parameters));
      lines.add(Json.write(body));
    }
    var answers = found("POST", "/_msearch", Map.of(), lines(lines)).path("responses");
    if (answers.size() != bodies.size()) {
      throw new OpenSearchUnavailableException(
          Reason.AWAY,
          "%s: %d searches sent, %d answered".formatted(nodes, bodies.size(), answers.size()),
          null);
    }
    return List.copyOf(answers.values());
  }

  /** Where the change after the one at this line begins. */
  static int next(List<String> lines, int line) {
    return line + (lines.get(line).startsWith("{\"delete\"") ? 1 : 2);
  }

  private JsonNode found(String method, String path, Map<String, String> parameters, Body body) {
    var answer = asked(method, path, parameters, body);
    if (!answer.isFound()) {
      throw refused(method, path, answer);
    }
    return answer.body();
  }

  private static Body lines(List<String> lines) {
    return Body.from(bytes(String.join("\n", lines) + "\n"), "application/x-ndjson");
  }

  private static Body json(Object body) {
    return Body.from(bytes(Json.write(body)), "application/json");
  }

  private Answer asked(
      String method, String path, Map<String, String> parameters, @Nullable Body body) {
    var builder = Requests.builder().method(method).endpoint(path).query(parameters);
    var request = (body == null ? builder : builder.body(body)).build();
    var until = System.nanoTime() + patience.toNanos();
    var pause = FIRST_PAUSE;
    @Nullable Answer last = null;
    while (true) {
      try {
        var answer = once(request, until);
        last = answer;
        if (answer.status() < 300 || answer.status() == NOT_FOUND || isThere(answer)) {
          return answer;
        }
        if (!passes(answer) || System.nanoTime() > until) {
          throw refused(method, path, answer);
        }
      } catch (IOException | UncheckedIOException e) {
        if (isTrustMissing(e)) {
          throw new OpenSearchUnavailableException(Reason.NOT_TRUSTED, nodes, e);
        }
        if (System.nanoTime() > until || Thread.currentThread().isInterrupted()) {
          if (last != null) {
            throw refused(method, path, last);
          }
          throw new OpenSearchUnavailableException(
              Reason.AWAY, "%s (%s %s)".formatted(nodes, method, path), e);
        }
      }
      LockSupport.parkNanos(pause.toNanos());
      var longer = pause.multipliedBy(2);
      pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }
  }

  /** A full disk is not emptied while somebody waits. */
  private static boolean passes(Answer answer) {
    var isFull = answer.status() == TOO_MANY && isBlock(answer.body().path("error"));
    return PASSING.contains(answer.status()) && !isFull;
  }

  private static boolean isBlock(JsonNode error) {
    return error.path("type").asString("").equals("cluster_block_exception");
  }

  private Answer once(Request request, long until) throws IOException {
    try (var response = answered(request, until)) {
      var body = response.getBody();
      var bytes = body.isPresent() ? body.get().bodyAsBytes() : new byte[0];
      return new Answer(response.getStatus(), body(response.getStatus(), bytes)).orFailure();
    } catch (IOException e) {
      return refusal(e).orElseThrow(() -> e);
    }
  }

  /** The client waits for each node in turn, for its whole time: three that hang take thrice it. */
  private Response answered(Request request, long until) throws IOException {
    var asked = client.executeAsync(request);
    try {
      return asked.get(Math.max(1, until - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      asked.cancel(true);
      throw new IOException("no node answers in time", e);
    } catch (InterruptedException e) {
      asked.cancel(true);
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    }
  }

  private static IOException failure(@Nullable Throwable cause) {
    return switch (cause) {
      case IOException itself -> itself;
      case RuntimeException around when around.getCause() instanceof IOException its -> its;
      case null, default -> throw new IllegalStateException("the client failed", cause);
    };
  }

  /** The client takes it for a failure of the network where somebody may not do something. */
  private Optional<Answer> refusal(IOException failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ResponseException answered) {
        // What was answered is to be had as a part of its message only.
        var message = String.valueOf(answered.getMessage());
        var answer = message.substring(Math.max(0, message.indexOf("\n{")));
        return Optional.of(new Answer(answered.status(), body(answered.status(), bytes(answer))));
      }
    }
    return Optional.empty();
  }

  /** What stands between may answer with a page, also as if all were well or nothing were there. */
  private JsonNode body(int status, byte[] bytes) {
    try {
      return Json.read(bytes);
    } catch (JacksonException e) {
      if (status < 300 || status == NOT_FOUND) {
        throw new OpenSearchUnavailableException(
            Reason.AWAY, "%s: %d and no JSON".formatted(nodes, status), e);
      }
      return Json.read("{}");
    }
  }

  /** No node shows a certificate that is signed by whom we trust, and names the node. */
  private static boolean isTrustMissing(Exception failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateException || cause instanceof SSLPeerUnverifiedException) {
        return true;
      }
    }
    return false;
  }

  private OpenSearchUnavailableException refused(String method, String path, Answer answer) {
    var error = answer.body().path("error");
    return refused(nodes + " " + method + " " + path, answer.status(), error);
  }

  /** What it means that OpenSearch does not do something. */
  static OpenSearchUnavailableException refused(String what, int status, JsonNode error) {
    var type = error.path("type").asString("");
    var why = error.path("reason").asString("");
    var reason =
        switch (status) {
          case UNAUTHORIZED -> Reason.NO_LOGIN;
          case BAD_GATEWAY, UNAVAILABLE, GATEWAY_TIMEOUT -> Reason.AWAY;
          default ->
              isBlock(error)
                  ? Reason.READ_ONLY
                  : switch (status) {
                    case FORBIDDEN -> Reason.NOT_PERMITTED;
                    case TOO_MANY -> Reason.AWAY;
                    default -> Reason.REFUSED;
                  };
        };
    return new OpenSearchUnavailableException(
        reason, "%s: %d %s %s".formatted(what, status, type, why).strip(), null);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    try {
      transport.close();
    } catch (IOException e) {
      throw new ArchiveUnavailableException("cannot close the connection to opensearch", e);
    }
  }
}
