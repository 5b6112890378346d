package ponte.app.alike;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ponte.app.BesideOthers;
import ponte.command.Acquaintance;
import ponte.command.Acquaintance.Experience;
import ponte.command.Command;
import ponte.command.Command.Deed;
import ponte.command.Command.Rsvp;
import ponte.conversation.MessageId;

/**
 * Ponte ends between any two steps of a question that nobody answers and of an introduction, and
 * another goes on with what it kept on its disk: in the end the same stands on the platform, and
 * was posted as often, as where it never ended.
 */
@BesideOthers
class RestartsTest extends OnBothPlatforms {

  /** How Ponte ends. */
  private enum End {
    /** Killed as soon as it has said that it heard; or it was away when something was due. */
    BEFORE,
    /**
     * Killed when the next message stands, before it learns so; where there is none, it is stopped
     * in good order.
     */
    POSTING
  }

  private Path directory = Path.of("");

  private int lives;

  /** A disk in memory where the system has one: nothing here tells whether a disk is written. */
  static final class InMemory implements TempDirFactory {

    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context)
        throws IOException {
      var memory = Path.of("/dev/shm");
      return Files.isWritable(memory)
          ? Files.createTempDirectory(memory, "ponte")
          : Files.createTempDirectory("ponte");
    }
  }

  @ParameterizedTest
  @EnumSource(On.class)
  void nothingIsLostAndNothingIsSaidTwice(On platform, @TempDir(factory = InMemory.class) Path disk)
      throws Exception {
    directory = disk;
    var undisturbed = told(platform, null);

    for (var end : End.values()) {
      assertThat(told(platform, end))
          .as(end.name())
          .containsExactlyInAnyOrderElementsOf(undisturbed);
    }
  }

  private List<String> told(On platform, @Nullable End end) throws Exception {
    try (var stage = stage(platform, town -> core(town, nextLife()))) {
      for (var scene : new Plot(stage).scenes()) {
        if (end == null) {
          scene.action().play();
        } else {
          play(scene, stage, isInDoubt(platform, scene) ? End.BEFORE : end);
        }
      }
      var posts = stage.town().posts();
      return Stream.concat(
              posts.posted().stream().map(post -> "posted " + told(post)),
              posts.standing(_ -> true).stream().map(post -> "stands " + told(post)))
          .toList();
    }
  }

  /**
   * In Teams nobody can look whether a message is there. What nobody waits for is not posted again
   * then; an answer is, rather twice than never.
   */
  private static boolean isInDoubt(On platform, Scene scene) {
    return platform == On.TEAMS && scene.isWaitedFor();
  }

  private static String told(Posts.Post post) {
    return post.conversation()
        + (post.thread() == null ? ": " : " in a thread: ")
        + post.shown().alike();
  }

  private void play(Scene scene, Stage stage, End end) throws Exception {
    var last = life(lives);
    var next = nextLife();
    switch (end) {
      case BEFORE -> {
        stage.rests();
        scene.action().play();
        copy(last, next);
        stage.close();
      }
      case POSTING -> {
        var played = stage.town().played();
        played.diesOfNextPost(() -> copy(last, next));
        scene.action().play();
        stage.close();
        if (!played.hasDied()) {
          copy(last, next);
        }
        played.answersAgain();
      }
    }
    stage.goesOn(core(stage.town(), next));
  }

  private Path nextLife() {
    return life(++lives);
  }

  private Path life(int number) {
    return directory.resolve("life-" + number);
  }

  private static Core core(Town town, Path data) {
    return Core.in(data, Stage.unnamed(town.office()), clock());
  }

  /** As a disk is after a kill: what was not yet written is not there. */
  private static void copy(Path from, Path to) {
    try (var files = Files.walk(from)) {
      for (var file : files.toList()) {
        var copy = to.resolve(from.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Something that happens. */
  private interface Action {
    void play() throws Exception;
  }

  /**
   * One step: one thing that somebody does, or time that passes.
   *
   * @param isWaitedFor whether somebody waits for an answer
   */
  private record Scene(boolean isWaitedFor, Action action) {}

  /**
   * What happens: a question goes up the whole ladder, two colleagues are introduced, and somebody
   * has colleagues asked without a name.
   */
  private static final class Plot {

    private static final String PAYROLL = "offsets of the payroll consumers";
    private static final String UNNAMED = "Where are the Kafka " + PAYROLL + " kept?";

    private final Stage stage;
    private @Nullable MessageId question;

    Plot(Stage stage) {
      this.stage = stage;
    }

    List<Scene> scenes() {
      return List.of(
          says("dario", "fammi conoscere colleghi"),
          says("livia", "fammi conoscere colleghi"),
          scene(() -> question = stage.asks("ada")),
          at("2026-03-23T13:00:05Z"),
          presses("ada", Stage.ABOUT, onMyQuestion(Deed.ASK_COLLEAGUES)),
          presses("first", Stage.ABOUT, rsvp(Rsvp.PASS)),
          at("2026-03-24T13:01:00Z"),
          presses("last", Stage.ABOUT, rsvp(Rsvp.ACCEPT)),
          at("2026-03-24T20:00:00Z"),
          at("2026-03-26T13:05:00Z"),
          says("livia", "domande aperte"),
          scene(
              () ->
                  stage.replies(
                      "chiara", Objects.requireNonNull(question), "You reset them in the shell.")),
          at("2026-03-30T20:00:00Z"),
          at("2026-03-31T08:00:00Z"),
          at("2026-04-03T08:00:10Z"),
          at("2026-04-10T08:01:00Z"),
          presses("dario", "vi siete incontrati", experience(Experience.GOOD)),
          at("2026-04-24T08:00:00Z"),
          says("elena", "chiedi senza il mio nome: " + UNNAMED),
          presses("elena", PAYROLL, UnnamedPathsTest::sends),
          at("2026-04-27T09:00:00Z"),
          presses("unnamed", PAYROLL, UnnamedPathsTest.says(Rsvp.LATER)),
          at("2026-04-28T09:30:00Z"),
          answers(),
          at("2026-05-11T09:00:00Z"));
    }

    /** The last of those who were asked without a name answers. */
    private Scene answers() {
      return new Scene(
          true,
          () -> {
            var name = unnamed().getLast();
            stage.fills(
                name,
                "answer",
                Map.of("question", UnnamedPathsTest.question(stage, name, PAYROLL)),
                Map.of("answer", "They are kept in the cluster itself."));
          });
    }

    private List<String> unnamed() {
      return Stage.EXPERTS.stream()
          .filter(
              name ->
                  stage.read(name).stream()
                      .anyMatch(post -> post.shown().words().contains(PAYROLL)))
          .toList();
    }

    private static Scene scene(Action action) {
      return new Scene(false, action);
    }

    private Scene says(String person, String text) {
      return new Scene(true, () -> stage.says(person, text));
    }

    private Scene at(String moment) {
      return scene(() -> stage.at(moment));
    }

    /** The first or the last of those who were asked, the first without a name, or by name. */
    private Scene presses(String person, String words, Predicate<Command> button) {
      return new Scene(
          true,
          () -> {
            var name =
                switch (person) {
                  case "first" -> stage.asked().getFirst();
                  case "last" -> stage.asked().getLast();
                  case "unnamed" -> unnamed().getFirst();
                  default -> person;
                };
            stage.presses(name, stage.theOnly(name, words), button);
          });
    }

    private static Predicate<Command> onMyQuestion(Deed deed) {
      return command -> command instanceof Command.OnMyQuestion it && it.deed() == deed;
    }

    private static Predicate<Command> rsvp(Rsvp rsvp) {
      return command -> command instanceof Command.AnswerInvitation it && it.rsvp() == rsvp;
    }

    private static Predicate<Command> experience(Experience experience) {
      return command ->
          command instanceof Command.Meet(Acquaintance.Tell(_, var it)) && it == experience;
    }
  }
}
