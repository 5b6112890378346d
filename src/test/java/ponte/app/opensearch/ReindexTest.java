package ponte.app.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;
import ponte.app.Settings;
import ponte.app.cli.Ran;
import ponte.app.doctor.Finding;
import ponte.app.doctor.Findings;
import ponte.app.doctor.StateCheck;
import ponte.archive.Conversations;
import ponte.bench.Machine;
import ponte.nlp.Language;

/** {@code ponte reindex}, as an administrator calls it. */
class ReindexTest {

  private static final String[] THERE = {"--from", "lucene", "--to", "opensearch"};
  private static final String[] BACK = {"--from", "opensearch", "--to", "lucene"};
  private static final String[] ANEW = {"--from", "opensearch", "--to", "opensearch"};
  private static final Conversations.Rules EARLIER =
      new Conversations.Rules(50, Duration.ofHours(24), 0);

  private final Path data;

  ReindexTest(@TempDir Path data) {
    this.data = data;
  }

  @Test
  void copiesThereAndBackAndTheRestByASecondCall() {
    var moving = new Moving(data, "reindex");
    moving.giveLucene(Moving.talk());

    assertThat(moving.reindex(THERE).out()).startsWith("Copied: ");
    assertThat(moving.inOpenSearch()).isEqualTo(moving.of(Moving.talk()));

    moving.giveLucene(Moving.later());
    assertThat(moving.reindex(THERE).exitCode()).isZero();
    var all = Stream.of(Moving.talk(), Moving.later()).flatMap(List::stream).toList();
    assertThat(moving.inOpenSearch()).isEqualTo(moving.of(all));

    var other = new Moving(data.resolve("other"), "reindex");
    assertThat(other.reindex(BACK).exitCode()).isZero();
    assertThat(other.inLucene()).isEqualTo(other.inOpenSearch());
    assertThat(other.reindex(BACK).out()).startsWith("Copied: 0 changes.");
  }

  @Test
  void laysTheArchiveOutAnewOnceAndRemovesTheOldOne() throws Exception {
    var moving = new Moving(data, "laid-out");
    moving.giveOpenSearch(Moving.talk(), EARLIER);

    var first = moving.reindex(ANEW);
    assertThat(first.exitCode()).isZero();
    assertThat(first.out()).contains("has its new layout now", "ponte reindex --remove-old");
    assertThat(doctor(moving))
        .anySatisfy(
            finding -> {
              assertThat(finding.level()).isEqualTo(Finding.Level.WARNING);
              assertThat(finding.saw()).contains("Archives of other layouts", "laid-out-1-");
              assertThat(finding.todo()).contains("ponte reindex --remove-old");
            });
    assertThat(moving.reindex(ANEW).out()).contains("already", "ponte reindex --remove-old");

    assertThat(moving.reindex("--remove-old").out()).startsWith("Removed: laid-out-1-");
    assertThat(moving.reindex("--remove-old").out()).startsWith("There is nothing to remove");
    assertThat(moving.reindex(ANEW).out())
        .contains("already")
        .doesNotContain("ponte reindex --remove-old");
    assertThat(doctor(moving)).allMatch(finding -> finding.level() == Finding.Level.OK);
    assertThat(doctor(moving, "kind=lucene", "also=opensearch", "copies=1"))
        .extracting(Finding::saw)
        .anyMatch(saw -> saw.endsWith("can be read and written"))
        .anyMatch(saw -> saw.startsWith("Indexes of the archive have fewer copies"))
        .anyMatch(saw -> saw.startsWith("There is no archive in"));
    assertThat(moving.inOpenSearch()).isEqualTo(moving.of(Moving.talk()));
  }

  /** What the doctor says of the archive. */
  private List<Finding> doctor(Moving moving, String... more) throws IOException {
    var environment = new MockEnvironment();
    moving.settings().forEach(environment::setProperty);
    environment.setProperty("ponte.archive.kind", "opensearch");
    Stream.of(more)
        .map(set -> set.split("="))
        .forEach(set -> environment.setProperty("ponte.archive." + set[0], set[1]));
    var settings = Settings.of(environment);
    var folder = Files.createDirectories(data.resolve("state"));
    var findings = new Findings(Language.ENGLISH);
    try (var storage = settings.storage().open(folder, Clock.systemUTC(), _ -> {})) {
      new StateCheck(folder, settings, storage).look(findings);
    }
    return findings.all().stream().filter(each -> each.check().equals("archive")).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "nonsense", "ponte-reindex 1\n0\nx\ny", "ponte-reindex 1", "\n\n\n\n\n"})
  void beginsAnewWhereItsMarkIsDamaged(String content) throws IOException {
    var moving = new Moving(data, "damaged-" + content.hashCode() % 1000 + "x");
    moving.giveLucene(Moving.later());
    Files.writeString(data.resolve("reindex-lucene-opensearch"), content);

    assertCopiedAnew(moving);
  }

  @Test
  void beginsAnewWhereItsMarkIsNoText() throws IOException {
    var moving = new Moving(data, "no-text");
    moving.giveLucene(Moving.later());
    Files.write(data.resolve("reindex-lucene-opensearch"), new byte[] {(byte) 0xff, 0, 1});

    assertCopiedAnew(moving);
  }

  private static void assertCopiedAnew(Moving moving) {
    var ran = moving.reindex(THERE);

    assertThat(ran.exitCode()).isZero();
    assertThat(ran.err()).contains("was damaged: everything was copied").doesNotContain("\tat ");
    assertThat(moving.inOpenSearch()).isEqualTo(moving.of(Moving.later()));
  }

  @Test
  void beginsAnewWhereTheOtherArchiveIsAnotherOne() throws IOException {
    var first = new Moving(data, "first");
    first.giveOpenSearch(Moving.talk(), Moving.RULES);
    assertThat(first.reindex(BACK).exitCode()).isZero();
    var mark = first.directory().resolve("reindex-opensearch-lucene");
    assertThat(mark).content(StandardCharsets.UTF_8).contains("dev");

    var second = new Moving(data, "second");
    second.giveOpenSearch(Moving.later(), Moving.RULES);

    assertThat(second.reindex(BACK).exitCode()).isZero();

    var all = Stream.of(Moving.talk(), Moving.later()).flatMap(List::stream).toList();
    assertThat(second.inLucene()).isEqualTo(second.of(all));
  }

  @ParameterizedTest
  @CsvSource({"ENGLISH,The file cannot be", "ITALIAN,Il file non si può"})
  void saysThatItsMarkCannotBeRead(Language language, String words) throws IOException {
    var moving = new Moving(data, "no-mark", language);
    moving.giveLucene(Moving.later());
    Files.createDirectory(data.resolve("reindex-lucene-opensearch"));

    assertRefused(moving.reindex(THERE), 3, words);
  }

  @ParameterizedTest
  @CsvSource({
    "ENGLISH,OpenSearch does not answer: http://127.0.0.1:",
    "ITALIAN,OpenSearch non risponde"
  })
  void saysThatTheClusterIsAway(Language language, String words) throws IOException {
    var moving = new Moving(data, "away", language);
    moving.giveLucene(Moving.later());
    moving.set("nodes", "http://127.0.0.1:" + Machine.freePort());
    moving.set("timeout", "200ms");

    assertRefused(moving.reindex(THERE), 4, words);
    assertRefused(moving.reindex("--remove-old"), 4, words);
  }

  @ParameterizedTest
  @CsvSource({
    "ENGLISH,read_only_allow_delete,OpenSearch lets nobody write",
    "ITALIAN,read_only,OpenSearch non lascia scrivere nessuno"
  })
  void saysThatNothingCanBeWritten(Language language, String block, String words) throws Exception {
    var prefix = "full-" + language.locale();
    var moving = new Moving(data, prefix, language);
    moving.giveLucene(Moving.talk());
    moving.giveOpenSearch(Moving.later(), Moving.RULES);
    // So OpenSearch does itself where its disk is nearly full.
    OneNode.set(prefix, "{\"index.blocks." + block + "\": true}");
    moving.set("timeout", "2s");

    assertRefused(moving.reindex(THERE), 4, words);

    OneNode.set(prefix, "{\"index.blocks." + block + "\": null}");
    moving.set("timeout", "30s");
    assertThat(moving.reindex(THERE).exitCode()).isZero();
    var all = Stream.of(Moving.talk(), Moving.later()).flatMap(List::stream).toList();
    assertThat(moving.inOpenSearch()).isEqualTo(moving.of(all));
  }

  @ParameterizedTest
  @CsvSource({
    "ENGLISH,There is no archive of another layout",
    "ITALIAN,non c'è un archivio di altra struttura"
  })
  void saysThatThereIsNothingToLayOutAnew(Language language, String words) {
    var moving = new Moving(data, "nothing", language);
    assertRefused(moving.reindex(ANEW), 4, words);
    assertRefused(moving.reindex("--remove-old"), 0, "");
  }

  @Test
  void refusesToCopyAndToRemoveAtOnce() {
    var moving = new Moving(data, "both");
    assertRefused(moving.reindex("--to", "lucene", "--remove-old"), 2, "Write either --to");
    assertRefused(moving.reindex(), 2, "Write either --to");
  }

  private static void assertRefused(Ran ran, int exitCode, String words) {
    assertThat(ran.exitCode()).as(ran.err()).isEqualTo(exitCode);
    assertThat(ran.err()).contains(words).doesNotContain("\tat ", "Exception");
  }
}
