package ponte.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A made-up channel that is easy to take apart: two pairs talk at the same time, each names the
 * other, and who names nobody opens a conversation.
 */
final class MadeUpLog {

  static final int LINES = 120;

  private static final List<List<String>> PAIRS =
      List.of(List.of("ada", "bob"), List.of("eve", "leo"));
  private static final int TURNS = 6;

  private MadeUpLog() {}

  static Path write(Path directory, String name, long seed) throws IOException {
    var random = new Random(seed);
    var rows = new ArrayList<String>();
    rows.add("file\tline\ttime\tspeaker\ttext\tannotated\treply_to\tconversation_id");
    var said = new int[PAIRS.size()];
    var opened = new int[PAIRS.size()];
    var last = new int[PAIRS.size()];
    for (var line = 0; line < LINES; line++) {
      var pair = random.nextInt(PAIRS.size());
      var turn = said[pair]++ % TURNS;
      var speaker = PAIRS.get(pair).get(turn % 2);
      var text = "%s: it is so".formatted(PAIRS.get(pair).get(1 - turn % 2));
      if (turn == 0) {
        opened[pair] = line;
        last[pair] = line;
        text = "who can help?";
      }
      rows.add(
          "%s\t%d\t2026-11-02 %02d:%02d\t%s\t%s\t1\t%d\tc%d"
              .formatted(
                  name, line, 9 + line / 60, line % 60, speaker, text, last[pair], opened[pair]));
      last[pair] = line;
    }
    return Files.write(directory.resolve(name + ".tsv"), rows);
  }

  static EntangledLog read(Path directory, String name, long seed) throws IOException {
    return EntangledLog.read(write(directory, name, seed)).getFirst();
  }
}
