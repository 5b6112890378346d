package ponte.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import ponte.platform.BodyRefusedException;

/** What strangers send without end, or without haste. */
class BodiesTest {

  private static final int MOST = 1024 * 1024;

  private final AtomicLong nanos = new AtomicLong();
  private final Bodies bodies = new Bodies(nanos::get, Clock.systemUTC());

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4096, 4097, 16 * 1024, 16 * 1024 + 1, MOST - 1, MOST})
  void readsWhatComesAsItCame(int length) throws Exception {
    assertThat(bodies.read(new ByteArrayInputStream(bytes(length)), MOST)).isEqualTo(bytes(length));
  }

  @ParameterizedTest
  @CsvSource({"200, 201", "16384, 16385", "1048576, 1048577", "1048576, 3000000"})
  void readsNoMoreThanThereMayBe(int most, int length) {
    var body = new ByteArrayInputStream(bytes(length));

    refuses(413, body, most);
    assertThat(body.available()).isEqualTo(length - most - 1);
  }

  @Test
  void readsNothingOfWhatSaysThatItIsTooLong() {
    var request =
        new MockHttpServletRequest() {
          @Override
          public long getContentLengthLong() {
            return MOST + 1;
          }
        };
    request.setContent(bytes(10));

    assertThatExceptionOfType(BodyRefusedException.class)
        .isThrownBy(() -> bodies.of(request).read(MOST))
        .matches(refused -> refused.status() == 413);
  }

  @Test
  void waitsForNobodyWhoSendsOneByteAfterTheOther() {
    refuses(
        408,
        new InputStream() {
          @Override
          public int read() {
            return read(new byte[1], 0, 1);
          }

          @Override
          public int read(byte[] bytes, int from, int length) {
            nanos.addAndGet(Bodies.PATIENCE.toNanos() / 10);
            return 1;
          }
        },
        MOST);
  }

  @Test
  void readsAFewLongOnesAtOnceAndShortOnesAlways() throws Exception {
    var held = new CountDownLatch(Bodies.LONG_AT_ONCE);
    var mayEnd = new CountDownLatch(1);
    var readers = new ArrayList<Thread>();
    for (var i = 0; i < Bodies.LONG_AT_ONCE; i++) {
      var body = new Held(new ByteArrayInputStream(bytes(Bodies.SHORT + 1)), held, mayEnd);
      readers.add(Thread.startVirtualThread(() -> readWhole(body)));
    }
    held.await();

    refuses(503, new ByteArrayInputStream(bytes(Bodies.SHORT + 1)), MOST);
    assertThat(bodies.read(new ByteArrayInputStream(bytes(Bodies.SHORT)), MOST))
        .hasSize(Bodies.SHORT);

    mayEnd.countDown();
    for (var reader : readers) {
      reader.join();
    }
    assertThat(bodies.read(new ByteArrayInputStream(bytes(MOST)), MOST)).hasSize(MOST);
  }

  private void readWhole(InputStream body) {
    try {
      bodies.read(body, MOST);
    } catch (IOException | BodyRefusedException e) {
      throw new AssertionError(e);
    }
  }

  /** Whose end nobody learns before it may be told. */
  private static final class Held extends FilterInputStream {
    private final CountDownLatch held;
    private final CountDownLatch mayEnd;

    private Held(InputStream in, CountDownLatch held, CountDownLatch mayEnd) {
      super(in);
      this.held = held;
      this.mayEnd = mayEnd;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      var read = super.read(bytes, from, length);
      if (read < 0) {
        held.countDown();
        try {
          mayEnd.await();
        } catch (InterruptedException e) {
          throw new IOException(e);
        }
      }
      return read;
    }
  }

  private void refuses(int status, InputStream body, int most) {
    assertThatExceptionOfType(BodyRefusedException.class)
        .isThrownBy(() -> bodies.read(body, most))
        .matches(refused -> refused.status() == status);
  }

  private static byte[] bytes(int length) {
    var bytes = new byte[length];
    for (var i = 0; i < length; i++) {
      bytes[i] = (byte) i;
    }
    return bytes;
  }
}
