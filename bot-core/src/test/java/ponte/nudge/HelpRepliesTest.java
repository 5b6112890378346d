package ponte.nudge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.command.Command;
import ponte.command.Command.Deed;
import ponte.conversation.MessageId;
import ponte.expert.Workspace;
import ponte.reply.Block;
import ponte.reply.Button;

class HelpRepliesTest {

  private final Workspace acme = new Workspace().people("ada").open("ops").open("random");

  @Test
  void offersAnotherChannelByAButtonThatKnowsWhoseOfferItIs() {
    var question = new MessageId(Chat.in("random").channel(), "m1");
    var followed =
        Followed.begun(Chat.person("ada"), question, question, acme.clock.instant(), true);
    var room = acme.directory.channel(question.channel()).orElseThrow();
    var other = acme.directory.channel(Chat.in("ops").channel()).orElseThrow();

    var offered =
        HelpReplies.offer(followed, "kafka offsets", room, other, 3, true, acme.asker("ada"));

    assertThat(commands(offered.blocks()))
        .startsWith(new Command.OnMyQuestion(question, Deed.ASK_ROOM))
        .doesNotContain(new Command.OnMyQuestion(question, Deed.SHOW_UNNAMED));
  }

  private static List<Command> commands(List<Block> blocks) {
    return blocks.stream()
        .filter(Block.Buttons.class::isInstance)
        .flatMap(block -> ((Block.Buttons) block).buttons().stream())
        .map(Button::command)
        .toList();
  }
}
