package ponte.expert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ponte.conversation.Person;

/**
 * A colleague who seems to know about a topic, and why.
 *
 * @param score comparable within one finding only
 * @param helped whether a colleague said that they helped with the topic
 * @param answers questions about the topic that somebody else asked, or brought it up, and that
 *     they answered, as far as was read
 * @param joined the other conversations about the topic in which they took part and that somebody
 *     else opened
 * @param openings conversations about the topic that they opened
 * @param thanks reactions by which others thanked them for these answers
 * @param last when they last wrote where they answered; where they answered nothing, where they
 *     took part
 * @param waited how long people usually waited for their answer; null where that is not known
 * @param evidence conversations about the topic, the best first, at least one
 */
public record Expert(
    Person person,
    double score,
    Confidence confidence,
    boolean helped,
    int answers,
    int joined,
    int openings,
    int thanks,
    Instant last,
    @Nullable Duration waited,
    List<Evidence> evidence) {

  /** How sure it is. */
  public enum Confidence {
    /** They have answered this again and again. */
    STRONG,
    /** They have answered this more than once. */
    FAIR,
    /** They have been there when it was talked about. */
    SLIGHT
  }

  /** The same, no surer than somebody before them in the order. */
  Expert noSurerThan(Confidence other) {
    return confidence.compareTo(other) >= 0
        ? this
        : new Expert(
            person, score, other, helped, answers, joined, openings, thanks, last, waited,
            evidence);
  }

  public Expert {
    evidence = List.copyOf(evidence);
  }
}
