package ponte.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ponte.nlp.Language;

/**
 * In which part of the organisation somebody is sought, as people of one language say it beside
 * those whom they ask for: who in finance, anybody on the data team. What is said so is no part of
 * the topic; what is said behind the topic is.
 */
final class Within {

  private static final int MOST_WORDS = 7;

  /** In a line that speaks of more people than these it is not who is sought. */
  private static final int MOST_ASKED = 4;

  private final Pattern whoever;
  private final Pattern expert;
  private final Pattern house;
  private final List<Pattern> team;
  private final List<Pattern> department;
  private final Pattern departments;
  private final Pattern noTeam;

  Within(Language language) {
    var book = Phrasebook.of(language);
    whoever = behindWhom(book.anyOf("whoever"));
    expert = behindWhom(book.anyOf("whoever-expert"));
    house = Pattern.compile(book.anyOf("house"));
    team = book.phrases("team");
    department = book.phrases("department");
    departments = Pattern.compile(book.anyOf("departments"));
    noTeam = Pattern.compile("(?<![^ ])" + book.anyOf("no-team") + "(?![^ ])");
  }

  private static Pattern behindWhom(String words) {
    return Pattern.compile("(?<![^ '])" + words + "(?= )");
  }

  /**
   * A line without what says where somebody is sought.
   *
   * @param team the name of the team; empty where it is where the asker is
   * @param from where those stand who are asked for
   * @param until where they end
   */
  record Narrowed(Written question, Written team, int from, int until) {

    /** Whether those who are asked for are in no part of this topic. */
    boolean isNotOf(Written topic) {
      var at = question.text().lastIndexOf(topic.text());
      return at >= until || at >= 0 && at + topic.text().length() <= from;
    }
  }

  /** As such a line may be read, what says most clearly that it is a team first. */
  List<Narrowed> of(Written line) {
    var all = new ArrayList<>(inFront(line).stream().toList());
    beside(line, whoever, this::group).forEach(all::add);
    beside(line, expert, this::group).forEach(all::add);
    beside(line, whoever, this::department).forEach(all::add);
    return all;
  }

  /** Said behind those who are asked for. */
  private static Stream<Narrowed> beside(
      Written line, Pattern whom, Function<Written, Optional<Written>> part) {
    return whom.matcher(line.folded())
        .results()
        .limit(MOST_ASKED)
        .flatMap(asked -> said(line, asked.start(), asked.end(), part).stream());
  }

  private static List<Narrowed> said(
      Written line, int from, int until, Function<Written, Optional<Written>> part) {
    var found = new ArrayList<Narrowed>();
    for (var end : ends(line, until + 1)) {
      part.apply(line.cut(until, end))
          .map(team -> new Narrowed(line.without(until, end), team, from, until))
          .ifPresent(found::add);
    }
    return found;
  }

  /** Said first: in IT, who knows. */
  private Optional<Narrowed> inFront(Written line) {
    var asked = whoever.matcher(line.folded());
    if (!asked.find() || asked.start() == 0) {
      return Optional.empty();
    }
    var words = line.cut(0, asked.start()).bare();
    return group(words)
        .or(() -> department(words))
        .map(
            team ->
                new Narrowed(
                    line.cut(asked.start(), line.text().length()),
                    team,
                    0,
                    asked.end() - asked.start()));
  }

  /** Where the next words end. */
  private static List<Integer> ends(Written line, int from) {
    var ends = new ArrayList<Integer>();
    for (var end = from; end < line.text().length() && ends.size() < MOST_WORDS; ) {
      var space = line.text().indexOf(' ', end + 1);
      end = space < 0 ? line.text().length() : space;
      ends.add(end);
    }
    return ends;
  }

  /** The team that these words name as one, without a name where it is the asker's own. */
  private Optional<Written> group(Written words) {
    return house.matcher(words.folded()).matches()
        ? Optional.of(words.cut(0, 0))
        : named(team, words);
  }

  /** The part of a company that these words name. */
  private Optional<Written> department(Written words) {
    return named(department, words).filter(name -> departments.matcher(name.folded()).matches());
  }

  private Optional<Written> named(List<Pattern> phrases, Written words) {
    return phrases.stream()
        .map(phrase -> phrase.matcher(words.folded()))
        .filter(Matcher::matches)
        .map(match -> words.cut(match.start("team"), match.end("team")))
        .filter(name -> !noTeam.matcher(name.folded()).find())
        .findFirst();
  }
}
