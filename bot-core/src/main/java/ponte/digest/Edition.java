package ponte.digest;

import java.util.List;
import java.util.stream.Stream;
import ponte.command.Command;
import ponte.conversation.Channel;
import ponte.conversation.MessageId;
import ponte.conversation.RichText;
import ponte.conversation.TimeSpan;
import ponte.nlp.Language;
import ponte.reply.Block;
import ponte.reply.Button;

/**
 * The digest of one channel as it is read beside the chat: on a page, in a file, in a feed. What is
 * in it may be read by all who may open the channel.
 *
 * @param language of the words around the quotes
 * @param worthReading false: too little was said, which the notes say; there are no lines then
 * @param messages how many people wrote
 * @param people how many wrote them
 * @param title says which channel and which days
 * @param notes what a reader must know, in order
 * @param first the lines that are read first
 * @param rest what would be worth a line too
 * @param instead digests to read instead, where this one is not worth reading
 */
public record Edition(
    Channel channel,
    TimeSpan span,
    Language language,
    boolean worthReading,
    int messages,
    int people,
    String title,
    List<RichText> notes,
    List<Section> first,
    List<Section> rest,
    List<Instead> instead) {

  /** Lines of one kind under a title; the title may be empty. */
  public record Section(String title, List<Line> lines) {
    public Section {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A line.
   *
   * @param kind what it tells, the same in every language: {@code discussion}, {@code decision}
   * @param source the message it leads to
   * @param buttons what a reader may do about it; means nothing on paper
   */
  public record Line(String kind, MessageId source, Block.Item item, List<Button> buttons) {
    public Line {
      buttons = List.copyOf(buttons);
    }
  }

  /** Another digest, and how it is called. */
  public record Instead(String label, Command.Digest wish) {}

  public Edition {
    notes = List.copyOf(notes);
    first = List.copyOf(first);
    rest = List.copyOf(rest);
    instead = List.copyOf(instead);
  }

  /** Its lines, the first ones first. */
  public Stream<Line> lines() {
    return Stream.of(first, rest).flatMap(List::stream).flatMap(part -> part.lines().stream());
  }
}
