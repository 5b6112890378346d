package ponte.app.rewriting;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** What a language model answers, as far as one can read it. */
public final class CompletionDoor implements Consumer<byte[]> {

  @Override
  public void accept(byte[] input) {
    var answer = ChatCompletions.answer(new String(input, StandardCharsets.UTF_8));
    if (answer.filter(String::isEmpty).isPresent()) {
      throw new AssertionError("an answer of nothing");
    }
  }
}
