package ponte.consent;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.reply.Block;
import ponte.reply.Reply;
import ponte.reply.Texts;

/** Takes the names of those who opted out from what Ponte is about to say. */
public final class Unnamed {

  private final Predicate<PersonId> out;

  /**
   * @param out who is not to be named
   */
  public Unnamed(Predicate<PersonId> out) {
    this.out = out;
  }

  /** The reply with "somebody" in the place of each of them, and without their cards. */
  public Reply of(Reply reply) {
    var texts = Texts.in(reply.language());
    var blocks = new ArrayList<Block>();
    for (var block : reply.blocks()) {
      switch (block) {
        case Block.Paragraph(var text) -> blocks.add(new Block.Paragraph(text(text, texts)));
        case Block.Note(var text) -> blocks.add(new Block.Note(text(text, texts)));
        case Block.Listing(var title, var items) ->
            blocks.add(new Block.Listing(title, items(items, texts)));
        case Block.PersonCard card -> {
          if (!out.test(card.person().id())) {
            blocks.add(
                new Block.PersonCard(
                    card.person(),
                    card.reasons().stream().map(reason -> text(reason, texts)).toList(),
                    items(card.evidence(), texts),
                    card.buttons()));
          }
        }
        case Block.Heading _, Block.Buttons _, Block.FillIn _ -> blocks.add(block);
        case Block.File _, Block.Picture _ -> blocks.add(block);
      }
    }
    if (blocks.isEmpty()) {
      blocks.add(Block.Paragraph.plain(texts.say("consent.nobody")));
    }
    return new Reply(reply.language(), blocks);
  }

  private List<Block.Item> items(List<Block.Item> items, Texts texts) {
    return items.stream()
        .map(
            item ->
                new Block.Item(
                    item.lines().stream().map(line -> text(line, texts)).toList(),
                    text(item.small(), texts)))
        .toList();
  }

  private RichText text(RichText text, Texts texts) {
    return new RichText(spans(text.spans(), texts));
  }

  private List<Span> spans(List<Span> spans, Texts texts) {
    return spans.stream()
        .map(
            span ->
                switch (span) {
                  case Span.Mention(var person) when out.test(person) ->
                      new Span.Plain(texts.say("consent.somebody"));
                  case Span.Quote(var quoted) -> new Span.Quote(spans(quoted, texts));
                  case Span.Styled(var style, var styled) ->
                      new Span.Styled(style, spans(styled, texts));
                  default -> span;
                })
        .toList();
  }
}
