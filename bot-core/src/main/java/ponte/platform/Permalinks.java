package ponte.platform;

import java.util.List;
import java.util.Optional;
import ponte.conversation.MessageId;

/** Where messages open, on the platform where they were written. */
@FunctionalInterface
public interface Permalinks {

  /** The address at which a message opens; empty where it was written elsewhere. */
  Optional<String> of(MessageId message);

  /** The addresses that any of them has. */
  static Permalinks all(List<? extends Permalinks> all) {
    return message -> all.stream().flatMap(each -> each.of(message).stream()).findFirst();
  }
}
