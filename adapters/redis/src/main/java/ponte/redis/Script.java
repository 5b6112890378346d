package ponte.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What Redis does at one go. */
enum Script {
  WRITE("records", "records-write"),
  REMOVE("records", "records-remove"),
  DROP("records", "records-drop"),
  LIST("records", "records-list"),
  BETWEEN("records", "records-between"),
  PURGE("records", "records-purge"),
  LOAD_DOCUMENTS("records", "records-load"),
  ADD("queue", "queue-add"),
  LEASE("queue", "queue-lease"),
  LEASE_KEY("queue", "queue-lease-key"),
  EXTEND("queue", "queue-extend"),
  DONE("queue", "queue-done"),
  RETRY("queue", "queue-retry"),
  BURY("queue", "queue-bury"),
  BURIED("queue", "queue-buried"),
  REPLAY("queue", "queue-replay"),
  DISCARD("queue", "queue-discard"),
  WITHDRAW("queue", "queue-withdraw"),
  UNFINISHED("queue", "queue-unfinished"),
  DEPTH("queue", "queue-depth"),
  NEXT("queue", "queue-next"),
  FORGET("queue", "queue-forget"),
  KNOWN("queue", "queue-known"),
  NUMBERS("queue", "queue-numbers"),
  ENTRIES("queue", "queue-entries"),
  LOAD_ENTRIES("queue", "queue-load"),
  UPKEEP("upkeep");

  private final byte[] source;
  private final byte[] digest;

  Script(String... files) {
    var text = new StringBuilder();
    for (var file : files) {
      text.append(read(file + ".lua")).append('\n');
    }
    source = text.toString().getBytes(StandardCharsets.UTF_8);
    digest = sha1(source);
  }

  byte[] source() {
    return source;
  }

  /** By which Redis knows it once it has run. */
  byte[] digest() {
    return digest;
  }

  private static String read(String file) {
    try (var stream = Script.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException(file + " is missing");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] sha1(byte[] bytes) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-1").digest(bytes))
          .getBytes(StandardCharsets.US_ASCII);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
