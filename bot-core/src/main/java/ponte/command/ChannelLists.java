package ponte.command;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import ponte.nlp.Language;

/** Lists of channels as people of one language write them: {@code #a, #b and #c}. */
final class ChannelLists {

  private static final Pattern NAME = Pattern.compile("#?[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*");
  private static final Pattern BEFORE_MORE = Pattern.compile(" ?,? |$");

  private final Pattern and;

  /** Words of thanks at the end, after a comma, are no channel. */
  private final Pattern closer;

  ChannelLists(Language language) {
    and = Pattern.compile(Phrasebook.of(language).anyOf("channels-and"));
    closer = Pattern.compile("(?<=, ?)" + Phrasebook.of(language).anyOf("closer") + "$");
  }

  /**
   * Some channels and what is said after them.
   *
   * @param names without {@code #}; at least two
   * @param signed whether one of them at least is written with it
   * @param rest may be empty
   */
  record Split(List<String> names, boolean signed, Written rest) {
    Split {
      names = List.copyOf(names);
    }
  }

  /** The ways in which a text can begin with channels, those with fewer of them first. */
  List<Split> splits(Written text) {
    var splits = new ArrayList<Split>();
    var names = new ArrayList<String>();
    var signed = false;
    var end = text.text().length();
    var name = NAME.matcher(text.folded());
    var next = and.matcher(text.folded());
    var thanks = closer.matcher(text.folded());
    var last = thanks.find() ? thanks.start() : end;
    var at = 0;
    while (at >= 0 && at < last && name.region(at, end).lookingAt()) {
      var typed = text.text().substring(at, name.end());
      signed |= typed.startsWith("#");
      names.add(typed.startsWith("#") ? typed.substring(1) : typed);
      var gap = BEFORE_MORE.matcher(text.folded()).region(name.end(), end);
      if (names.size() > 1 && gap.lookingAt()) {
        splits.add(new Split(names, signed, text.cut(gap.end(), end)));
      }
      at = next.region(name.end(), end).lookingAt() ? next.end() : -1;
    }
    return splits;
  }
}
