package ponte.archive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import ponte.conversation.ChannelId;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;

/**
 * A conversation that a search found.
 *
 * @param conversation the message that opens it
 * @param score its relevance, above 0; comparable within one search only
 * @param coverage how much of the topic's gist comes up in it, 0 to 1: the rarity (BM25's idf) of
 *     the gist's terms that it has, over that of all its terms; a term that nobody used is the
 *     rarest. Unlike the score it tells a conversation about the topic from the best of those that
 *     are not
 * @param opened whether the first of those who took part opened it; not where a program did, or
 *     where what opened it is gone: then whoever took part answers
 * @param parts who took part, in the order in which they joined
 */
public record Found(
    MessageId conversation, double score, double coverage, boolean opened, List<Part> parts) {

  private static final Set<String> THANKS =
      Set.of(
          "+1",
          "thumbsup",
          "white_check_mark",
          "heavy_check_mark",
          "ballot_box_with_check",
          "pray",
          "thanks",
          "thank_you",
          "thankyou",
          "grazie");

  private static final Pattern SKIN_TONE = Pattern.compile("::skin-tone-[2-6]$");

  /**
   * What one person did in a conversation.
   *
   * @param messages how many they wrote, at least 1
   * @param last when they last wrote
   * @param thanks how many thank-you, check-mark or plus-one reactions their messages got from
   *     others
   * @param questions how many of them have a question mark
   */
  public record Part(PersonId person, int messages, Instant last, int thanks, int questions) {

    /** Whether every message asks. */
    public boolean onlyAsks() {
      return questions == messages;
    }

    /**
     * What each person did, in the order in which they joined.
     *
     * @param talk messages of people, oldest first
     */
    public static List<Part> of(List<Message> talk) {
      var parts = new LinkedHashMap<PersonId, Part>();
      for (var message : talk) {
        parts.merge(
            message.author(),
            new Part(message.author(), 1, message.at(), thanks(message), asks(message) ? 1 : 0),
            Part::and);
      }
      return List.copyOf(parts.values());
    }

    /** The same with what they did later. */
    private Part and(Part later) {
      return new Part(
          person,
          messages + later.messages,
          later.last,
          thanks + later.thanks,
          questions + later.questions);
    }

    private static boolean asks(Message message) {
      return message.text().searchable().indexOf('?') >= 0;
    }

    private static int thanks(Message message) {
      var thanks = 0;
      for (var reaction : message.reactions()) {
        if (THANKS.contains(SKIN_TONE.matcher(reaction.emoji()).replaceFirst(""))) {
          var own = reaction.people().contains(message.author()) ? 1 : 0;
          thanks += reaction.people().size() - own;
        }
      }
      return thanks;
    }
  }

  public Found {
    parts = List.copyOf(parts);
  }

  /**
   * The same, opened by somebody for whom a program wrote its first message, which asks. Whatever
   * they wrote below it is the opener's.
   *
   * @param accounts all accounts of that person
   */
  public Found openedBy(PersonId asker, Instant at, Set<PersonId> accounts) {
    var opener = new Part(asker, 1, at, 0, 1);
    var others = new ArrayList<Part>();
    for (var part : parts) {
      if (accounts.contains(part.person())) {
        opener = opener.and(part);
      } else {
        others.add(part);
      }
    }
    others.addFirst(opener);
    return new Found(conversation, score, coverage, true, others);
  }

  public ChannelId channel() {
    return conversation.channel();
  }

  /** Whether this person opened it. */
  public boolean isOpenedBy(PersonId person) {
    return opened && parts.getFirst().person().equals(person);
  }

  /** The people other than the opener. */
  public List<Part> answers() {
    return opened ? parts.subList(1, parts.size()) : parts;
  }

  /** Whether nobody but the opener wrote. */
  public boolean unanswered() {
    return answers().isEmpty();
  }

  /** The people in it. */
  public Set<PersonId> people() {
    return parts.stream().map(Part::person).collect(java.util.stream.Collectors.toSet());
  }
}
