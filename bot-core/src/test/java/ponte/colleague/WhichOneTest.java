package ponte.colleague;

import static org.assertj.core.api.Assertions.assertThat;
import static ponte.reply.Offered.buttons;

import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.conversation.Audience;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.nlp.Language;
import ponte.reply.Button;
import ponte.reply.Reply;

class WhichOneTest {

  private static final Person ADA = person("ada", "Anna Rossi", "Engineer");
  private static final Person BEA = person("bea", "Anna Rossi", "Engineer");
  private static final Person CLO = person("clo", "Anna Bianchi", "Lawyer");
  private static final Person DEA = person("dea", "Anna Verdi", "");

  private static Person person(String handle, String name, String title) {
    return new Person(
        Chat.person(handle),
        name,
        handle,
        title,
        null,
        ZoneOffset.UTC,
        null,
        Person.Standing.ACTIVE);
  }

  @Test
  void tellsThemApartByTitleOrByHandle() {
    assertThat(buttons(asked(new Meant.Several("anna", List.of(ADA, BEA, CLO, DEA)), KIM)))
        .extracting(Button::label)
        .containsExactly(
            "Anna Rossi, @ada", "Anna Rossi, @bea", "Anna Bianchi, Lawyer", "Anna Verdi, @dea");
  }

  @Test
  void wishesTheSameOfWhoIsMeant() {
    assertThat(buttons(asked(new Meant.Nobody("ana", List.of(CLO, DEA)), KIM)))
        .extracting(Button::command)
        .containsExactly(
            new Command.Introduce(CLO.id(), "kafka"), new Command.Introduce(DEA.id(), "kafka"));
  }

  @Test
  void asksForTheWholeNameWhereThereAreTooManyToPress() {
    var annas =
        IntStream.rangeClosed(1, 6).mapToObj(i -> person("a" + i, "Anna " + i, "")).toList();

    var reply = asked(new Meant.Several("anna", annas), KIM);

    assertThat(buttons(reply)).hasSize(5);
    assertThat(reply.toString()).contains("There are more: write the whole name.");
  }

  @Test
  void offersNothingToPressWhereNobodyIsMeantOrNobodyAsks() {
    assertThat(asked(new Meant.Nobody("ana", List.of()), KIM).blocks()).hasSize(1);
    assertThat(asked(new Meant.Several("anna", List.of(CLO, DEA)), null).blocks()).hasSize(1);
  }

  private static final PersonId KIM = Chat.person("kim");

  private static Reply asked(Meant.Unclear unclear, @Nullable PersonId by) {
    return WhichOne.asked(
        unclear,
        new Asker(by, Audience.NOBODY, Language.ENGLISH, ZoneOffset.UTC),
        person -> new Command.Introduce(person, "kafka"));
  }
}
