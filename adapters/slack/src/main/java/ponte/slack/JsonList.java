package ponte.slack;

import static ponte.slack.Refusals.refusal;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import ponte.platform.SourceUnreadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A list of objects that is read one object at a time. */
final class JsonList implements AutoCloseable {

  /**
   * An object of a list.
   *
   * @param index its place, from 1
   * @param line where it starts, from 1
   * @param bytes its length in the file
   */
  record Item(ObjectNode fields, int index, int line, long bytes) {}

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final String name;
  private final JsonParser parser;
  private final Set<String> wanted;
  private final Limits limits;
  private int index;
  private int line;
  private long start;

  JsonList(String name, JsonParser parser, Set<String> wanted, Limits limits) {
    this.name = name;
    this.parser = parser;
    this.wanted = wanted;
    this.limits = limits;
  }

  /**
   * Reads the next object; null after the last.
   *
   * @throws SourceUnreadableException if the file is no list of objects or cannot be read
   */
  @Nullable Item next() {
    try {
      return read();
    } catch (StreamConstraintsException e) {
      var reason = e.getOriginalMessage().contains("depth") ? "too-deep" : "text-too-long";
      throw refusal(e, reason, name, line(e));
    } catch (JacksonIOException e) {
      throw JsonLists.unreadable(name, e.getCause() == null ? e : e.getCause());
    } catch (JacksonException e) {
      throw refusal(e, "malformed-json", name, line(e));
    }
  }

  private @Nullable Item read() {
    if (index == 0) {
      start();
    }
    var token = parser.nextToken();
    if (token == JsonToken.END_ARRAY) {
      if (parser.nextToken() != null) {
        throw refusal("malformed-json", name, here());
      }
      return null;
    }
    index++;
    line = parser.currentTokenLocation().getLineNr();
    if (token != JsonToken.START_OBJECT) {
      requireWellFormed();
      throw refusal("not-an-object", name, String.valueOf(index), String.valueOf(line));
    }
    start = parser.currentTokenLocation().getByteOffset();
    var fields = NODES.objectNode();
    for (var field = parser.nextName(); field != null; field = parser.nextName()) {
      parser.nextToken();
      if (wanted.contains(field)) {
        fields.set(field, value());
      } else {
        parser.skipChildren();
      }
      bytes();
    }
    return new Item(fields, index, line, bytes());
  }

  private void start() {
    if (parser.nextToken() == null) {
      throw refusal("malformed-json", name, here());
    }
    if (!parser.isExpectedStartArrayToken()) {
      requireWellFormed();
      throw refusal("not-a-list", name);
    }
  }

  /** Before it is said what a file should hold: whether it is JSON at all, to its end. */
  private void requireWellFormed() {
    while (parser.nextToken() != null) {
      parser.skipChildren();
    }
  }

  /** The value here. Numbers are kept only where they are small and whole. */
  private JsonNode value() {
    bytes();
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        var object = NODES.objectNode();
        for (var field = parser.nextName(); field != null; field = parser.nextName()) {
          parser.nextToken();
          object.set(field, value());
        }
        yield object;
      }
      case START_ARRAY -> {
        var array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          array.add(value());
        }
        yield array;
      }
      case VALUE_STRING -> NODES.stringNode(parser.getString());
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NUMBER_INT ->
          parser.getNumberType() == JsonParser.NumberType.INT
              ? NODES.numberNode(parser.getIntValue())
              : NODES.nullNode();
      default -> NODES.nullNode();
    };
  }

  /** How much of the file the object has taken so far. */
  private long bytes() {
    long bytes = parser.currentLocation().getByteOffset() - start;
    if (bytes > limits.messageBytes()) {
      var limit = Refusals.size(limits.messageBytes());
      throw refusal("entry-too-large", name, String.valueOf(line), limit);
    }
    return bytes;
  }

  private String line(JacksonException e) {
    return e.getLocation() == null ? here() : String.valueOf(e.getLocation().getLineNr());
  }

  private String here() {
    return String.valueOf(parser.currentLocation().getLineNr());
  }

  @Override
  public void close() {
    parser.close();
  }
}
