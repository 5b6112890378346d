package ponte.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The weeks and the lines of earlier runs of {@code digests}, read from what they wrote: with
 * another seed, or other exports, a run may have drawn anything.
 *
 * @param weeks by the name of their export
 * @param links the messages that lines led to; the same in every export of a channel
 */
record EarlierRuns(Set<Of> weeks, Set<String> links) {

  static final EarlierRuns NONE = new EarlierRuns(Set.of(), Set.of());

  private static final int EXPORT = 0;
  private static final int CHANNEL = 1;
  private static final int WEEK = 2;
  private static final int LINK = 6;

  /** A week of an export. */
  record Of(String export, DrawnWeeks.Week week) {}

  static EarlierRuns of(List<Path> runs) throws IOException {
    var weeks = new HashSet<Of>();
    var links = new HashSet<String>();
    for (var run : runs) {
      try (var rows = Files.lines(run, StandardCharsets.UTF_8)) {
        rows.skip(1)
            .map(row -> row.split("\t", -1))
            .forEach(
                cells -> {
                  var week = new DrawnWeeks.Week(cells[CHANNEL], LocalDate.parse(cells[WEEK]));
                  weeks.add(new Of(cells[EXPORT], week));
                  links.add(cells[LINK]);
                });
      }
    }
    return new EarlierRuns(weeks, links);
  }

  boolean hasWeek(Path export, DrawnWeeks.Week week) {
    return weeks.contains(new Of(String.valueOf(export.getFileName()), week));
  }

  boolean hasLink(String message) {
    return links.contains(message);
  }

  /** These and other messages. */
  EarlierRuns with(Set<String> messages) {
    var all = new HashSet<>(links);
    all.addAll(messages);
    return new EarlierRuns(weeks, all);
  }
}
