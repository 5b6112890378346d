package ponte.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.bot.Answer;
import ponte.bot.Asker;
import ponte.nlp.Language;
import ponte.reply.Block;

/** What README and the guides tell newcomers to ask is answered by the demo that they see. */
@TestInstance(Lifecycle.PER_CLASS)
@BesideOthers
class GuideExamplesTest {

  private static final List<String> GUIDES =
      List.of("README.md", "src/docs/employee.md", "src/docs/team-lead.md");

  /** Code, slanted words, and what is asked on a command line. */
  private static final Pattern SAID =
      Pattern.compile("`([^`\n]+)`|(?<![*\\w])\\*([^*]+)\\*(?!\\*)|ask \"([^\"]+)\"");

  private static final Pattern QUESTION =
      Pattern.compile("(?:who|chi|is there|non riesco|what happened|digest|riassunto) .+");

  /** Channels that stand for the reader's own. */
  private static final Pattern PLACEHOLDER = Pattern.compile("#(channel|payments|pagamenti)\\b");

  private List<Replica> open = List.of();

  @BeforeAll
  void loadTheDemo(@TempDir Path data) {
    open = List.of(Demo.loaded(Demo.export(), data));
  }

  @AfterAll
  void close() {
    open.forEach(Replica::close);
  }

  static List<String> examples() throws IOException {
    var examples = new ArrayList<String>();
    for (var guide : GUIDES) {
      SAID.matcher(Files.readString(Demo.root().resolve(guide)))
          .results()
          .flatMap(said -> Stream.of(1, 2, 3).map(said::group))
          .filter(Objects::nonNull)
          .map(said -> said.replaceAll("\\s+", " "))
          .filter(said -> QUESTION.matcher(said).matches())
          .filter(said -> !PLACEHOLDER.matcher(said).find())
          .forEach(examples::add);
    }
    return examples.stream().distinct().toList();
  }

  @Test
  void theGuidesTeachByExamples() throws IOException {
    assertThat(examples()).hasSizeGreaterThan(10).contains("chi sa di GDPR?");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void namesSomebodyOrTellsWhatWasSaidForEveryExample(String example) {
    var answer = asked(example);

    assertThat(answer.found()).as(answer.toString()).isTrue();
    assertThat(answer.reply().blocks())
        .anyMatch(block -> block instanceof Block.PersonCard || block instanceof Block.Listing);
  }

  @ParameterizedTest
  @ValueSource(strings = {"chi sa di GDPR?", "who knows about GDPR?"})
  void namesTheDataProtectionOfficerFirstForItsHeadlineExample(String question) {
    assertThat(asked(question).reply().blocks())
        .filteredOn(Block.PersonCard.class::isInstance)
        .first()
        .isInstanceOfSatisfying(
            Block.PersonCard.class,
            card -> {
              assertThat(card.person().name()).isEqualTo("Federica");
              assertThat(card.evidence())
                  .hasSize(2)
                  .allMatch(item -> item.toString().contains("GDPR"));
            });
  }

  @Test
  void namesNobodyWhoseWordOnlyHasTheSameStem() {
    assertThat(asked("who knows about accessibility?").reply().blocks())
        .filteredOn(Block.PersonCard.class::isInstance)
        .extracting(block -> ((Block.PersonCard) block).person().name())
        .doesNotContain("Tomasz");
  }

  @Test
  void namesNobodyForAWordInPassing() {
    assertThat(asked("who knows about LoRaWAN?").found()).isFalse();
  }

  private Answer asked(String question) {
    var ponte = open.getFirst();
    var nobody = new Asker(null, ponte.directory().everybody(), Language.ENGLISH, ZoneOffset.UTC);
    return ponte.bot().reply(nobody, question, question);
  }
}
