package ponte.app.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import ponte.app.Demo;
import ponte.app.Imports;
import ponte.app.PonteApplication;

/**
 * The pages of the console, over HTTP, on the demo workspace: a line with method and address, below
 * it what a form holds. A colleague's own browser sends it, so that it is looked at and acted on.
 */
final class ConsoleDoor implements Consumer<byte[]> {

  private static final String WRITABLE = "/?&=%+-._~:@!$'()*,;";
  private static final Pattern STATUS = Pattern.compile("^HTTP/1.1 (\\d{3})");
  private static final Pattern COOKIE = Pattern.compile("(?mi)^Set-Cookie: ([^;\r]+)");

  /**
   * Names of classes, as a trace of the stack has them; those in what colleagues wrote are others.
   */
  private static final Pattern TRACE =
      Pattern.compile("\\b(org\\.(springframework|apache)|ponte)\\.[a-z.]+\\.[A-Z]");

  private static final String WHO = "person=T0DEMOSOLF%2FU0DEMO01";

  private final int port;
  private final String cookie;

  ConsoleDoor() {
    try {
      var folder = Path.of("target").toAbsolutePath();
      var data = Files.createTempDirectory(Files.createDirectories(folder), "pages");
      var ponte =
          SpringApplication.run(
              PonteApplication.class,
              "--server.port=0",
              "--ponte.data=" + data,
              "--ponte.import=" + Demo.folder(),
              "--ponte.limits.per-minute=10000",
              "--ponte.limits.per-hour=100000");
      awaitDemo(ponte);
      port = requireNonNull(ponte.getEnvironment().getProperty("local.server.port", Integer.class));
      var answer = new String(answer("POST", "/me", WHO.getBytes(UTF_8), ""), UTF_8);
      var set = COOKIE.matcher(answer);
      if (!set.find()) {
        throw new IllegalStateException(answer);
      }
      cookie = set.group(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void awaitDemo(ConfigurableApplicationContext ponte) {
    var imports = ponte.getBean(Imports.class);
    await()
        .atMost(Duration.ofMinutes(10))
        .until(() -> imports.status() instanceof Imports.Status.Finished);
  }

  @Override
  public void accept(byte[] input) {
    var text = new String(input, ISO_8859_1);
    int end = text.indexOf('\n');
    var line = end < 0 ? text : text.substring(0, end);
    var form = end < 0 ? "" : text.substring(end + 1);
    var method = form.isEmpty() ? "GET" : "POST";
    try {
      var answer = new String(answer(method, line, form.getBytes(ISO_8859_1), cookie), UTF_8);
      var status = STATUS.matcher(answer);
      if (!status.find() || status.group(1).startsWith("5")) {
        throw new IllegalStateException(answer);
      }
      if (TRACE.matcher(answer).find()) {
        throw new IllegalStateException("tells of its inside: " + answer);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] answer(String method, String address, byte[] form, String with)
      throws IOException {
    var head =
        """
        %s /%s HTTP/1.1
        Host: localhost:%d
        Origin: http://localhost:%d
        Sec-Fetch-Site: same-origin
        Accept: text/html
        Cookie: %s
        Content-Type: application/x-www-form-urlencoded
        Content-Length: %d
        Connection: close

        """
            .formatted(method, written(address), port, port, with, form.length)
            .replace("\n", "\r\n");
    try (var socket = new Socket("localhost", port)) {
      var request = new ByteArrayOutputStream();
      request.writeBytes(head.getBytes(ISO_8859_1));
      request.writeBytes(form);
      socket.getOutputStream().write(request.toByteArray());
      return socket.getInputStream().readAllBytes();
    }
  }

  /** As a browser writes it: what may not stand in an address is written as its bytes. */
  private static String written(String address) {
    var written = new StringBuilder();
    for (var letter : address.replaceFirst("^/", "").getBytes(ISO_8859_1)) {
      var code = letter & 0xff;
      if (code < 128 && (Character.isLetterOrDigit(code) || WRITABLE.indexOf(code) >= 0)) {
        written.append((char) code);
      } else {
        written.append("%%%02X".formatted(code));
      }
    }
    return written.toString();
  }
}
