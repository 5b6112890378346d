package ponte.app.alike;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A platform that WireMock plays: it keeps what is posted there. Who posts may die of it: at the
 * very moment in which the message stands and nobody has been told so.
 */
final class Played implements AutoCloseable {

  private final WireMockServer server;
  private final AtomicReference<@Nullable Runnable> death = new AtomicReference<>();
  private volatile boolean dead;

  /** What the platform answers. */
  interface Script {

    /**
     * @return JSON
     */
    String answer(Request request);

    /** Whether a request leaves a message behind. */
    boolean posts(Request request);
  }

  Played(Script script) {
    this.server = new WireMockServer(wireMockConfig().dynamicPort().extensions(new Acting(script)));
    server.stubFor(any(anyUrl()).willReturn(ok()));
    server.start();
  }

  /** The address, without a slash at its end. */
  String address() {
    return "http://localhost:" + server.port();
  }

  /** Does something as soon as the next message stands; after that, no answer comes to anybody. */
  void diesOfNextPost(Runnable last) {
    death.set(last);
  }

  /** Whether somebody died of it. */
  boolean hasDied() {
    return dead;
  }

  /** Answers again, whoever it is that asks now. */
  void answersAgain() {
    death.set(null);
    dead = false;
  }

  private final class Acting implements ResponseDefinitionTransformerV2 {

    private final Script script;

    Acting(Script script) {
      this.script = script;
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
      if (dead) {
        return ResponseDefinitionBuilder.responseDefinition().withStatus(503).build();
      }
      var request = event.getRequest();
      var answer = script.answer(request);
      var last = script.posts(request) ? death.getAndSet(null) : null;
      if (last != null) {
        dead = true;
        last.run();
        return ResponseDefinitionBuilder.responseDefinition().withStatus(503).build();
      }
      return ResponseDefinitionBuilder.responseDefinition()
          .withStatus(200)
          .withHeader("Content-Type", "application/json")
          .withBody(answer)
          .build();
    }

    @Override
    public String getName() {
      return "acting";
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
