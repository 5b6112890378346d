package ponte.reply;

import java.util.List;
import java.util.stream.Stream;
import ponte.command.Command;

/** What a reply offers to press below its paragraphs, for tests. */
public final class Offered {

  private Offered() {}

  public static List<Button> buttons(Reply reply) {
    return reply.blocks().stream()
        .flatMap(
            block ->
                block instanceof Block.Buttons(var buttons)
                    ? buttons.stream()
                    : Stream.<Button>empty())
        .toList();
  }

  public static List<Command> commands(Reply reply) {
    return buttons(reply).stream().map(Button::command).toList();
  }
}
