package ponte.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import ponte.conversation.EventId;
import ponte.conversation.PersonId;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Form;
import ponte.reply.Reply;

/** Something in a person's chat with Ponte. */
public sealed interface ChatEntry {

  Instant at();

  /** What the person wrote, or the words on the button they pressed. */
  record Said(EventId request, String text, Instant at) implements ChatEntry {}

  /**
   * What Ponte said.
   *
   * @param request what it answers; null where the person had not asked
   * @param with all who read it, where it was said to several; empty where to this person alone
   * @param pressed which of its buttons were pressed, as {@link #button} counts them
   */
  record Replied(
      @Nullable EventId request, Reply reply, Set<PersonId> with, Set<Integer> pressed, Instant at)
      implements ChatEntry {

    public Replied {
      with = Set.copyOf(with);
      pressed = Set.copyOf(pressed);
    }

    /** A reply that stands on a page, in no chat: what is pressed on it carries itself. */
    static Replied alone(Reply reply) {
      return new Replied(null, reply, Set.of(), Set.of(), Instant.EPOCH);
    }

    /** The button of this number, counted from 0 from the top of the reply to its bottom. */
    public Optional<Button> button(int number) {
      var buttons = buttons();
      return number >= 0 && number < buttons.size()
          ? Optional.of(buttons.get(number))
          : Optional.empty();
    }

    /** The form that the button of this number would open. */
    public Optional<Form> form(int number) {
      return reply.blocks().stream()
          .filter(block -> block instanceof Block.FillIn && firstButton(block) == number)
          .map(block -> ((Block.FillIn) block).form())
          .findFirst();
    }

    /** The file in this reply. */
    public Optional<Block.File> file() {
      return reply.blocks().stream()
          .filter(Block.File.class::isInstance)
          .map(Block.File.class::cast)
          .findFirst();
    }

    /** The picture in this reply. */
    public Optional<Block.Picture> picture() {
      return reply.blocks().stream()
          .filter(Block.Picture.class::isInstance)
          .map(Block.Picture.class::cast)
          .findFirst();
    }

    /** The number of the first button of a block of this reply. */
    public int firstButton(Block block) {
      var before = 0;
      for (var other : reply.blocks()) {
        if (other == block) {
          return before;
        }
        before += buttons(other).size();
      }
      throw new IllegalArgumentException("the block is not of this reply");
    }

    /** Another reply in its place; of its buttons those stay pressed that stand where they did. */
    Replied saying(Reply other) {
      var now = new Replied(request, other, with, Set.of(), at);
      var still = new TreeSet<>(pressed);
      still.removeIf(number -> !now.button(number).equals(button(number)));
      return new Replied(request, other, with, still, at);
    }

    Replied press(int number) {
      var more = new TreeSet<>(pressed);
      more.add(number);
      return new Replied(request, reply, with, more, at);
    }

    private List<Button> buttons() {
      var all = new ArrayList<Button>();
      reply.blocks().forEach(block -> all.addAll(buttons(block)));
      return all;
    }

    private static List<Button> buttons(Block block) {
      return switch (block) {
        case Block.Buttons(var buttons) -> buttons;
        case Block.PersonCard card -> card.buttons();
        case Block.FillIn(_, var opener) -> List.of(opener);
        case Block.Heading _, Block.Paragraph _, Block.Note _, Block.Listing _ -> List.of();
        case Block.File _, Block.Picture _ -> List.of();
      };
    }
  }
}
