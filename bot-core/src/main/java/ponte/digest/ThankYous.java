package ponte.digest;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ponte.conversation.Message;
import ponte.conversation.PersonId;

/** Who thanks whom, told at a glance: by a message alone, sentence by sentence nothing is read. */
public final class ThankYous {

  private static final Pattern SKIN_TONE = Pattern.compile("::skin-tone-[2-6]$");

  private ThankYous() {}

  /** Whether a message thanks somebody for what is done; not one that thanks in advance. */
  public static boolean isOne(Message message) {
    var text = message.text().searchable();
    return Cues.anyHas(Cue.THANKS, text) && !Cues.anyHas(Cue.NO_THANKS, text);
  }

  /** Whom a message that thanks names; nobody where it names so many that it means none of them. */
  public static List<PersonId> named(Message message) {
    var named =
        message.text().mentions().stream()
            .filter(person -> !person.equals(message.author()))
            .toList();
    return named.size() > Gratitude.MOST_THANKED_AT_ONCE ? List.of() : named;
  }

  /** Who thanked the author of a message with a reaction. */
  public static Set<PersonId> reacting(Message message) {
    return message.reactions().stream()
        .filter(
            reaction ->
                Gratitude.THANKING.contains(SKIN_TONE.matcher(reaction.emoji()).replaceFirst("")))
        .flatMap(reaction -> reaction.people().stream())
        .filter(person -> !person.equals(message.author()))
        .collect(Collectors.toSet());
  }
}
