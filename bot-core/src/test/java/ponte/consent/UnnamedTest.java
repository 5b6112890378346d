package ponte.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.conversation.RichText.Style;
import ponte.nlp.Language;
import ponte.reply.Block;
import ponte.reply.Reply;

class UnnamedTest {

  private static final PersonId EVE = Chat.person("eve");
  private static final PersonId BOB = Chat.person("bob");

  private final Unnamed unnamed = new Unnamed(EVE::equals);

  @Test
  void putsSomebodyInThePlaceOfAMentionWhereverItStands() {
    var mention =
        RichText.of(
            new Span.Quote(
                List.of(
                    new Span.Styled(Style.BOLD, List.of(new Span.Mention(EVE))),
                    new Span.Mention(BOB))));
    var reply =
        new Reply(
            Language.ITALIAN,
            List.of(
                new Block.Paragraph(mention),
                new Block.Note(mention),
                new Block.Listing("", List.of(new Block.Item(List.of(mention), mention)))));

    var said = unnamed.of(reply).toString();

    assertThat(said).contains("qualcuno", BOB.toString()).doesNotContain(EVE.toString());
  }

  @Test
  void leavesOutTheirCardAndSaysSoWhereNothingIsLeft() {
    var card =
        new Block.PersonCard(person(EVE), List.of(RichText.plain("x")), List.of(), List.of());

    assertThat(unnamed.of(new Reply(Language.ENGLISH, List.of(card))).blocks())
        .containsExactly(
            new Block.Paragraph(RichText.plain("There is nobody I may name for this.")));
  }

  private static Person person(PersonId id) {
    return new Person(id, "Eve", "eve", "", null, ZoneOffset.UTC, null, Person.Standing.ACTIVE);
  }
}
