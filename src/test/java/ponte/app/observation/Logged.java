package ponte.app.observation;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;

/** Reads along what is logged, as the structured log of a server has it. */
public final class Logged extends AppenderBase<ILoggingEvent> implements AutoCloseable {

  private final Queue<String> lines = new ConcurrentLinkedQueue<>();
  private final StructuredLogEncoder json = new StructuredLogEncoder();
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

  private Logged() {
    var context = root.getLoggerContext();
    if (context.getObject(Environment.class.getName()) == null) {
      context.putObject(Environment.class.getName(), new MockEnvironment());
    }
    json.setContext(context);
    json.setFormat("ecs");
    json.setCharset(StandardCharsets.UTF_8);
    json.start();
    setContext(context);
    start();
    root.addAppender(this);
  }

  /** All that is logged from now on, by whomever. */
  public static Logged everything() {
    return new Logged();
  }

  @Override
  protected void append(ILoggingEvent event) {
    lines.add(new String(json.encode(event), StandardCharsets.UTF_8));
  }

  /** Each a document of JSON. */
  public List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public void close() {
    root.detachAppender(this);
    stop();
  }
}
