package ponte.bench.load;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A Slack of one workspace that remembers what was posted, and that lives on while Ponte dies:
 * methods as docs.slack.dev describes them, as far as one who answers in direct messages needs
 * them.
 */
public final class RememberingSlack implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpServer server;
  private final int people;
  private final int channels;
  private final Map<String, ObjectNode> messages = new LinkedHashMap<>();
  private BiConsumer<String, String> listener = (_, _) -> {};
  private int posted;
  private int takenBack;

  public RememberingSlack(int people) {
    this(people, 1);
  }

  public RememberingSlack(int people, int channels) {
    this.people = people;
    this.channels = channels;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/api/", this::answer);
    server.start();
  }

  public String address() {
    return "http://localhost:" + server.getAddress().getPort() + "/";
  }

  /** Whoever hears of each message that is posted or changed: where, and its text. */
  public synchronized void listener(BiConsumer<String, String> hears) {
    listener = hears;
  }

  /** What stands in each conversation between Ponte and a person now. */
  public synchronized Map<String, List<String>> conversations() {
    return messages.values().stream()
        .collect(
            Collectors.groupingBy(
                message -> message.path("channel").stringValue(""),
                Collectors.mapping(
                    message -> message.path("text").stringValue(""), Collectors.toList())));
  }

  /** What stands anywhere now. */
  public synchronized List<String> words() {
    return messages.values().stream().map(message -> message.path("text").stringValue("")).toList();
  }

  /** The keys of the deliveries that stand anywhere now, each as often as it does. */
  public synchronized List<String> deliveries() {
    return messages.values().stream()
        .map(message -> message.path("metadata").path("event_payload").path("key"))
        .map(key -> key.stringValue(""))
        .filter(key -> !key.isEmpty())
        .toList();
  }

  /** How many messages were posted and deleted again. */
  public synchronized int takenBack() {
    return takenBack;
  }

  private void answer(HttpExchange exchange) throws IOException {
    var form = form(exchange);
    var method = exchange.getRequestURI().getPath().substring("/api/".length());
    var answer = answer(method, form).put("ok", true);
    var bytes = JSON.writeValueAsBytes(answer);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    try (var body = exchange.getResponseBody()) {
      body.write(bytes);
    }
  }

  private static Map<String, String> form(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    return Arrays.stream(body.split("&"))
        .map(field -> field.split("=", 2))
        .filter(field -> field.length == 2)
        .collect(
            Collectors.toMap(
                field -> field[0],
                field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8),
                (_, later) -> later));
  }

  private synchronized ObjectNode answer(String method, Map<String, String> form) {
    return switch (method) {
      case "auth.test" ->
          object()
              .put("url", "https://acme.slack.com/")
              .put("team", "Acme")
              .put("team_id", "T1")
              .put("user_id", "U0")
              .put("bot_id", "B0");
      case "users.list" -> object().set("members", people());
      case "conversations.list", "users.conversations" -> object().set("channels", channels());
      case "conversations.info" ->
          object().set("channel", channel(form.getOrDefault("channel", "")));
      case "conversations.members" -> object().set("members", array().add("U1").add("U0"));
      case "conversations.open" ->
          object().set("channel", object().put("id", "D" + form.get("users")));
      case "chat.postMessage" -> posted(form);
      case "chat.update" -> updated(form);
      case "chat.delete" -> deleted(form);
      case "conversations.history", "conversations.replies" ->
          object().set("messages", in(form.getOrDefault("channel", "")));
      default -> object();
    };
  }

  private ObjectNode posted(Map<String, String> form) {
    var ts = String.format("1800000000.%06d", ++posted);
    var message =
        object().put("ts", ts).put("channel", form.get("channel")).put("text", form.get("text"));
    if (form.containsKey("metadata")) {
      message.set("metadata", JSON.readTree(form.getOrDefault("metadata", "")));
    }
    messages.put(ts, message);
    tell(form);
    return object().put("ts", ts).put("channel", form.get("channel"));
  }

  private void tell(Map<String, String> form) {
    listener.accept(form.getOrDefault("channel", ""), form.getOrDefault("text", ""));
  }

  private ObjectNode updated(Map<String, String> form) {
    var message = messages.get(form.get("ts"));
    if (message != null) {
      message.put("text", form.get("text"));
      if (form.containsKey("metadata")) {
        message.set("metadata", JSON.readTree(form.getOrDefault("metadata", "")));
      }
      tell(form);
    }
    return object().put("ts", form.get("ts")).put("channel", form.get("channel"));
  }

  private ObjectNode deleted(Map<String, String> form) {
    if (messages.remove(form.get("ts")) != null) {
      takenBack++;
    }
    return object().put("ts", form.get("ts")).put("channel", form.get("channel"));
  }

  private ArrayNode in(String channel) {
    var all = array();
    messages.values().stream()
        .filter(message -> channel.equals(message.path("channel").stringValue("")))
        .forEach(all::add);
    return all;
  }

  private ArrayNode people() {
    var all = array();
    for (var number = 1; number <= people; number++) {
      var person =
          object()
              .put("id", "U" + number)
              .put("team_id", "T1")
              .put("name", "person" + number)
              .put("tz", "Europe/Rome")
              .put("locale", "en-GB");
      person.set("profile", object().put("display_name", "Person " + number));
      all.add(person);
    }
    return all;
  }

  private ArrayNode channels() {
    var all = array();
    for (var number = 1; number <= channels; number++) {
      all.add(channel("C" + number));
    }
    return all;
  }

  private static ObjectNode channel(String id) {
    return object()
        .put("id", id)
        .put("name", "payments" + (id.equals("C1") ? "" : "-" + id.toLowerCase(Locale.ROOT)))
        .put("is_channel", true)
        .put("is_private", false)
        .put("is_member", true);
  }

  private static ObjectNode object() {
    return JSON.createObjectNode();
  }

  private static ArrayNode array() {
    return JSON.createArrayNode();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
