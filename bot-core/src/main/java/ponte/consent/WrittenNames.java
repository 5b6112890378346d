package ponte.consent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ponte.conversation.Person;
import ponte.conversation.WorkspaceId;
import ponte.directory.Directory;
import ponte.nlp.Language;
import ponte.nlp.Nlp;

/**
 * Where a text names people in plain words, not by a mention. Words are compared as they are
 * written and never by their stems: by those a colleague called Testa would be in every test.
 */
public final class WrittenNames {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

  /** What some write behind their name: a team, a place, how to speak to them. */
  private static final Pattern BEHIND = Pattern.compile("\\s*([(\\[{]|\\s[-–—|/@]\\s).*");

  private static final int SHORTEST = 2;

  /** Shorter parts of a name are words of any text. */
  private static final int SHORTEST_IN_ANY_CASE = 3;

  private final Nlp nlp;

  /** Parts of names that name somebody however they are written. */
  private final Set<String> parts = new HashSet<>();

  /** Parts that are little words as well, such as "Della" or "Will": as they are in the name. */
  private final Set<String> spelled = new HashSet<>();

  /** Whole names and handles, by their first words, the longest first. */
  private final Map<String, List<List<String>>> wholes = new HashMap<>();

  private WrittenNames(Stream<Person> people, Nlp nlp) {
    this.nlp = nlp;
    people
        .filter(person -> person.standing() != Person.Standing.BOT)
        .forEach(
            person -> {
              var name = BEHIND.matcher(person.name()).replaceFirst("");
              words(name).forEach(word -> add(word.text()));
              addWhole(name);
              addWhole(person.handle());
            });
    wholes
        .values()
        .forEach(each -> each.sort(Comparator.comparingInt(List<String>::size).reversed()));
  }

  /** Of all colleagues, also of those who left. */
  public static WrittenNames ofEverybody(Directory directory, Nlp nlp) {
    return new WrittenNames(directory.people().stream(), nlp);
  }

  /** Of those who do not take part. */
  public static WrittenNames ofAbsent(Directory directory, Preferences preferences, Nlp nlp) {
    var absent = new HashMap<WorkspaceId, Absent>();
    return new WrittenNames(
        directory.people().stream()
            .filter(
                person ->
                    absent
                        .computeIfAbsent(person.id().workspace(), preferences::out)
                        .contains(person.id())),
        nlp);
  }

  private record Word(String text, int from, int until) {
    String folded() {
      return text.toLowerCase(Locale.ROOT);
    }
  }

  private static List<Word> words(String text) {
    return WORD.matcher(text)
        .results()
        .map(each -> new Word(each.group(), each.start(), each.end()))
        .toList();
  }

  private void add(String part) {
    if (part.length() < SHORTEST || Character.isDigit(part.charAt(0))) {
      return;
    }
    var tells =
        Stream.of(Language.values()).noneMatch(language -> nlp.terms(part, language).isEmpty());
    if (tells && part.length() >= SHORTEST_IN_ANY_CASE) {
      parts.add(part.toLowerCase(Locale.ROOT));
    } else {
      spelled.add(part);
    }
  }

  private void addWhole(String name) {
    var words = words(name).stream().map(Word::folded).toList();
    if (!words.isEmpty() && (words.size() > 1 || words.getFirst().length() >= SHORTEST)) {
      var known = wholes.computeIfAbsent(words.getFirst(), _ -> new ArrayList<>());
      if (!known.contains(words)) {
        known.add(words);
      }
    }
  }

  /** Whether a text names one of them: by a part of their name, or by their handle. */
  public boolean areIn(String text) {
    var words = words(text);
    for (int i = 0; i < words.size(); i++) {
      var word = words.get(i);
      if (parts.contains(word.folded())
          || spelled.contains(word.text())
          || wholeAt(i, words, text) > 0) {
        return true;
      }
    }
    return false;
  }

  /** The text with other words in the place of each whole name and each handle. */
  public String replaced(String text, String by) {
    var words = words(text);
    var replaced = new StringBuilder();
    int done = 0;
    for (int i = 0; i < words.size(); i++) {
      int length = wholeAt(i, words, text);
      if (length > 0) {
        int from = words.get(i).from();
        replaced.append(text, done, isSpokenTo(from, text) ? from - 1 : from).append(by);
        i += length - 1;
        done = words.get(i).until();
      }
    }
    return replaced.append(text, done, text.length()).toString();
  }

  /** Of how many words the name is that begins with this one; 0: none does. */
  private int wholeAt(int place, List<Word> words, String text) {
    for (var whole : wholes.getOrDefault(words.get(place).folded(), List.of())) {
      int end = place + whole.size();
      if (end <= words.size()
          && words.subList(place, end).stream().map(Word::folded).toList().equals(whole)
          && isName(whole, words.get(place).from(), text)) {
        return whole.size();
      }
    }
    return 0;
  }

  /** One word of everyday language is a handle only where it is written as one. */
  private boolean isName(List<String> whole, int from, String text) {
    return whole.size() > 1 || isSpokenTo(from, text) || !nlp.isEveryday(whole.getFirst());
  }

  private static boolean isSpokenTo(int from, String text) {
    return from > 0 && text.charAt(from - 1) == '@';
  }
}
