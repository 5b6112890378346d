package ponte.store;

import java.time.Instant;

/**
 * Work put into a queue.
 *
 * @param topic what kind of work, such as {@code inbox}
 * @param lane entries of one lane keep their order; empty: no order
 * @param key what makes it the same work when it is added twice
 * @param due not handed out before this moment; a retry moves it
 */
public record Entry(String topic, String lane, String key, String payload, Instant due) {

  public Entry {
    if (topic.isBlank() || key.isBlank()) {
      throw new IllegalArgumentException(
          "an entry needs a topic and a key, has '" + topic + "' and '" + key + "'");
    }
  }
}
