package ponte.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ConnectException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How long somebody waits who starts Ponte. */
@Command(
    name = "startup",
    mixinStandardHelpOptions = true,
    description = {
      "Starts the server's jar as a process of its own, first on nothing (it loads the demo), then",
      "again on what is there, and prints the time from the start of the process until it is ready, to",
      "its first page, and to the first answer to \"who knows about kafka?\"; its processor time until it",
      "was ready, and its memory after the answer."
    })
final class StartupBench implements Callable<Integer> {

  /** How often it is asked whether it is ready. */
  private static final Duration LOOK = Duration.ofMillis(20);

  private static final Pattern ADDRESS = Pattern.compile("http://localhost:(\\d+)");
  private static final Pattern PERSON = Pattern.compile("name=\"person\" value=\"([^\"]+)\"");
  private static final Pattern FORM = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");

  @Parameters(paramLabel = "JAR", description = "The server's jar.")
  private Path jar = Path.of("");

  @Option(
      names = "--runs",
      defaultValue = "3",
      description = "How often it is started again (default: ${DEFAULT-VALUE}).")
  private int runs;

  @Option(
      names = "--java",
      paramLabel = "OPTION",
      description = {
        "An option of Java for the server, such as -XX:AOTCache=ponte.aot, any number of times.",
        "The server is started in the directory of its jar."
      })
  private List<String> options = List.of();

  @Override
  public Integer call() throws IOException, InterruptedException {
    System.out.println(Machine.line());
    try (var work = WorkDirectory.create("ponte-startup")) {
      start(work.path(), "first start, loads the demo", true);
      for (var run = 1; run <= runs; run++) {
        start(work.path(), "start " + run + " on what is there", false);
      }
    }
    return 0;
  }

  private void start(Path data, String what, boolean loads)
      throws IOException, InterruptedException {
    var management = Machine.freePort();
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(
        List.of(
            "-jar",
            jar.getFileName().toString(),
            "--server.port=0",
            "--management.server.port=" + management,
            "--ponte.data=" + data));
    var begin = System.nanoTime();
    var process =
        new ProcessBuilder(command)
            .directory(jar.toAbsolutePath().resolveSibling(".").normalize().toFile())
            .redirectErrorStream(true)
            .start();
    try (var said = process.inputReader()) {
      untilReady(process, management);
      var ready = seconds(begin);
      var worked = process.info().totalCpuDuration().orElse(Duration.ZERO);
      var visitor = new Visitor(waitFor(said, ADDRESS));
      visitor.open("/");
      var page = seconds(begin);
      if (loads) {
        waitFor(said, Pattern.compile("\\d (messages|messaggi)"));
      }
      var loaded = seconds(begin);
      visitor.ask();
      System.out.println(
          String.format(
              Locale.ROOT,
              "%s: ready after %.2f s (%.1f s of processor time), first page after %.1f s, %sfirst answer"
                  + " after %.1f s; resident %d MB",
              what,
              ready,
              worked.toMillis() / 1e3,
              page,
              loads ? String.format(Locale.ROOT, "demo loaded after %.1f s, ", loaded) : "",
              seconds(begin),
              Machine.residentMegabytes(process.pid())));
    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  private static void untilReady(Process process, int management)
      throws IOException, InterruptedException {
    var address = "http://localhost:" + management + "/actuator/health/readiness";
    try (var client = HttpClient.newHttpClient()) {
      while (!isReady(client, URI.create(address))) {
        if (process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
          throw new IOException("the server ended before it was ready");
        }
      }
    }
  }

  private static boolean isReady(HttpClient client, URI address)
      throws IOException, InterruptedException {
    try {
      return client
              .send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (ConnectException e) {
      return false;
    }
  }

  private static String waitFor(BufferedReader said, Pattern wanted) throws IOException {
    for (var line = said.readLine(); line != null; line = said.readLine()) {
      var found = wanted.matcher(line);
      if (found.find()) {
        return found.group();
      }
    }
    throw new IOException("the server ended before it said " + wanted);
  }

  private static double seconds(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }

  /** Somebody with a browser. */
  private static final class Visitor {

    private final HttpClient client =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final String address;

    Visitor(String address) {
      this.address = address;
    }

    String open(String path) throws IOException, InterruptedException {
      return send(HttpRequest.newBuilder(URI.create(address + path)));
    }

    /** Chooses the first person of the start page and asks. */
    void ask() throws IOException, InterruptedException {
      var chat = post("/me", "person", first(PERSON, open("/")), null, null);
      var answer = post("/chat", "form", first(FORM, chat), "text", "who knows about kafka?");
      if (!answer.contains("who knows about kafka?")) {
        throw new IOException("no answer");
      }
    }

    private String post(
        String path, String field, String value, @Nullable String other, @Nullable String text)
        throws IOException, InterruptedException {
      var form = field + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
      if (other != null && text != null) {
        form += "&" + other + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
      }
      return send(
          HttpRequest.newBuilder(URI.create(address + path))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .header("Origin", address)
              .POST(BodyPublishers.ofString(form)));
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
      var response = client.send(request.build(), BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new IOException(response.uri() + " gave " + response.statusCode());
      }
      return response.body();
    }

    private static String first(Pattern pattern, String page) throws IOException {
      var found = pattern.matcher(page);
      if (!found.find()) {
        throw new IOException("no " + pattern + " in the page");
      }
      return found.group(1);
    }
  }
}
