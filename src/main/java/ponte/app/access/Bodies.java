package ponte.app.access;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import ponte.platform.Body;
import ponte.platform.BodyRefusedException;
import ponte.platform.Seldom;

/**
 * Reads the bodies of requests that anybody may send. However many come and however slowly, little
 * of them lies in memory: only some may be long at once, and none may take long.
 */
public final class Bodies {

  private static final Logger log = LoggerFactory.getLogger(Bodies.class);

  /** Nearly all that platforms send is shorter, and waits for no other. */
  static final int SHORT = 16 * 1024;

  /** So many that are longer are read at once. */
  static final int LONG_AT_ONCE = 32;

  /** For a body that comes piece by piece; silence is the server's to end. */
  static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final int FIRST = 4 * 1024;

  private final Semaphore longOnes = new Semaphore(LONG_AT_ONCE);
  private final LongSupplier ticks;
  private final Seldom refused;

  /** Of one platform: strangers that fill its places leave those of others free. */
  public Bodies(Clock clock) {
    this(System::nanoTime, clock);
  }

  Bodies(LongSupplier ticks, Clock clock) {
    this.ticks = ticks;
    this.refused = new Seldom(clock);
  }

  /** The body of a request, of which nothing is read yet. */
  public Body of(HttpServletRequest request) {
    return most -> {
      if (request.getContentLengthLong() > most) {
        throw refused(HttpStatus.CONTENT_TOO_LARGE);
      }
      try {
        return read(request.getInputStream(), most);
      } catch (SocketTimeoutException e) {
        throw refused(HttpStatus.REQUEST_TIMEOUT);
      } catch (IOException e) {
        // Whoever sent it is gone, or does not keep to HTTP.
        throw refused(HttpStatus.BAD_REQUEST);
      }
    };
  }

  byte[] read(InputStream in, int most) throws IOException, BodyRefusedException {
    var reading = new Reading(in);
    if (!reading.isWholeWithin(Math.min(SHORT, most))) {
      if (most <= SHORT) {
        throw refused(HttpStatus.CONTENT_TOO_LARGE);
      }
      readLong(reading, most);
    }
    return reading.bytes();
  }

  private void readLong(Reading reading, int most) throws IOException, BodyRefusedException {
    if (!longOnes.tryAcquire()) {
      refused
          .happened()
          .ifPresent(
              times ->
                  log.atWarn()
                      .addKeyValue("requests", times)
                      .log("too many long requests at once, some are not read"));
      throw refused(HttpStatus.SERVICE_UNAVAILABLE);
    }
    try {
      if (!reading.isWholeWithin(most)) {
        throw refused(HttpStatus.CONTENT_TOO_LARGE);
      }
    } finally {
      longOnes.release();
    }
  }

  private static BodyRefusedException refused(HttpStatus status) {
    return new BodyRefusedException(status.value());
  }

  /** What was read of one body so far; what is only said to come takes no room. */
  private final class Reading {
    private final InputStream in;
    private final long begun = ticks.getAsLong();
    private byte[] bytes = new byte[FIRST];
    private int length;

    private Reading(InputStream in) {
      this.in = in;
    }

    /** Reads on. False: there are more bytes than these. */
    boolean isWholeWithin(int most) throws IOException, BodyRefusedException {
      while (length <= most) {
        if (length == bytes.length) {
          bytes = Arrays.copyOf(bytes, 2 * length);
        }
        var read = in.read(bytes, length, Math.min(bytes.length, most + 1) - length);
        if (read < 0) {
          return true;
        }
        length += read;
        if (ticks.getAsLong() - begun > PATIENCE.toNanos()) {
          throw refused(HttpStatus.REQUEST_TIMEOUT);
        }
      }
      return false;
    }

    byte[] bytes() {
      return Arrays.copyOf(bytes, length);
    }
  }
}
