package ponte.app.opensearch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import ponte.app.PonteApplication;
import ponte.app.cli.Ran;
import ponte.app.cli.Shell;
import ponte.archive.Archive;
import ponte.archive.Chat;
import ponte.archive.Conversations;
import ponte.archive.Filed;
import ponte.conversation.Audience;
import ponte.conversation.Event.Talk;
import ponte.conversation.TimeSpan;
import ponte.lucene.LuceneArchive;
import ponte.nlp.Language;
import ponte.nlp.Nlp;
import ponte.opensearch.OpenSearchArchive;

/**
 * A directory of data, and an archive on OpenSearch under a prefix, between which the command moves
 * messages.
 */
final class Moving {

  static final Conversations.Rules RULES = Conversations.Rules.DEFAULT;

  private static final Nlp NLP = Nlp.shared();
  private static final Chat DEV = Chat.in("dev");
  private static final Chat BOARD = Chat.in("board");
  private static final Audience ALL = new Audience(Set.of(DEV.channel(), BOARD.channel()));
  private static final TimeSpan ALWAYS = new TimeSpan(Instant.MIN, Instant.MAX);

  private final Path data;
  private final String prefix;
  private Shell shell;

  Moving(Path data, String prefix) {
    this(data, prefix, Language.ENGLISH);
  }

  Moving(Path data, String prefix, Language language) {
    this.data = data;
    this.prefix = prefix;
    this.shell = new Shell(language, Map.of());
    set("nodes", OneNode.address().toString());
    set("prefix", prefix);
    set("copies", "0");
  }

  /** Sets one of the settings of the archive, for commands and processes. */
  void set(String name, String value) {
    shell = shell.with("ponte.archive." + name, value);
  }

  /** The settings of the archive as they are now. */
  Map<String, String> settings() {
    return shell.settings();
  }

  /** More messages than are copied at once, with edits, replies, and some that were taken back. */
  static List<Talk> talk() {
    var talk = new ArrayList<Talk>();
    for (var i = 0; i < 1_300; i++) {
      talk.add(DEV.posts(2 * i, "ada", "kafka broker " + i));
      talk.add(Chat.posted(BOARD.replies(3 * i + 1, 3 * (i / 9 * 9) + 1, "bob", "costs " + i)));
    }
    talk.add(Chat.edited(DEV.says(4, "ada", ""), 5_000, "the redis server"));
    talk.add(Chat.deleted(DEV.id(6), 5_001));
    return talk;
  }

  /** What came later. */
  static List<Talk> later() {
    return List.of(
        DEV.posts(9_000, "kim", "kafka came late"),
        Chat.edited(DEV.says(8, "ada", ""), 9_001, "changed late"),
        Chat.deleted(DEV.id(10), 9_002));
  }

  void giveLucene(List<Talk> talk) {
    try (var archive = LuceneArchive.open(directory(), NLP, RULES)) {
      archive.apply(talk);
    }
  }

  void giveOpenSearch(List<Talk> talk, Conversations.Rules rules) {
    try (var archive = openSearch(rules)) {
      archive.apply(talk);
    }
  }

  List<List<Filed>> inLucene() {
    try (var archive = LuceneArchive.openToRead(directory())) {
      return seen(archive);
    }
  }

  List<List<Filed>> inOpenSearch() {
    try (var archive = openSearch(RULES)) {
      return seen(archive);
    }
  }

  private OpenSearchArchive openSearch(Conversations.Rules rules) {
    return OpenSearchArchive.open(OneNode.settings(prefix), NLP, rules, Clock.systemUTC());
  }

  /** What an archive keeps that was given this. */
  List<List<Filed>> of(List<Talk> talk) {
    try (var archive = LuceneArchive.open(data.resolve("oracle"), NLP, RULES)) {
      archive.apply(talk);
      return seen(archive);
    }
  }

  private static List<List<Filed>> seen(Archive archive) {
    return List.of(DEV, BOARD).stream()
        .map(chat -> archive.read(chat.channel(), ALWAYS, Integer.MAX_VALUE, ALL))
        .toList();
  }

  Path directory() {
    return data.resolve("archive");
  }

  /** Calls the command. */
  Ran reindex(String... words) {
    return shell.ran(words(words).toArray(String[]::new));
  }

  /**
   * Calls it in a process of its own, which is killed while a gate holds one of its requests.
   *
   * @return its exit code
   */
  int reindexKilled(Gate gate, String... words) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m"));
    shell.settings().forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.add("-Dponte.archive.nodes=" + gate.address());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(PonteApplication.class.getName());
    command.addAll(words(words));
    var said = data.resolve("said.txt");
    var process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    process.onExit().thenRun(gate::release);
    gate.awaitHeld();
    if (!process.isAlive()) {
      throw new IOException("ended by itself: " + Files.readString(said));
    }
    process.destroyForcibly();
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      throw new IOException("does not die");
    }
    return process.exitValue();
  }

  private List<String> words(String... words) {
    var all = new ArrayList<String>();
    all.add("reindex");
    all.addAll(List.of(words));
    all.addAll(List.of("-q", "--data", data.toString()));
    return all;
  }
}
