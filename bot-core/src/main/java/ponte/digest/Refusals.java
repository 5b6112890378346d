package ponte.digest;

import java.util.List;
import java.util.regex.Pattern;
import ponte.conversation.PersonId;

/** Whether the one who asked says of a reply that it is not what they need. */
final class Refusals {

  /** What nobody is named in may be of the reply for so many turns. */
  private static final int REFUSED_WITHIN_TURNS = 2;

  /** "@ada but …", "sure I can. But …" */
  private static final Pattern NAMED_FIRST =
      Pattern.compile(
          "^(?:(?:@\\S+\\s+)?(?:\\S+[,:]?|(?:sure|yes|yeah|right|ok|okay|true|i know|sì|certo|vero"
              + "|lo so)(?:,?\\s[\\p{L}']+){0,3}[.,…!]*)\\s+(?=(?:but|ma|però)\\s)|[@\\W]+)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private final Talk talk;
  private final List<Line> lines;
  private final PersonId asker;

  Refusals(Talk talk, List<Line> lines, PersonId asker) {
    this.talk = talk;
    this.lines = lines;
    this.asker = asker;
  }

  /** Whether the asker's next words are against it: "but that moves the window". */
  boolean objectTo(Line reply) {
    return Outcomes.soonAfter(talk, reply, asker).stream()
        .map(said -> NAMED_FIRST.matcher(said.text().searchable()).replaceFirst(""))
        .anyMatch(said -> Cues.anyStarts(Cue.OBJECTION, said));
  }

  /** Whether the asker says soon after it, or later to its author, that it does not help. */
  boolean meet(Line reply) {
    return lines.stream()
        .filter(line -> line.author().equals(asker) && line.turn() > reply.turn())
        .filter(
            line ->
                line.turn() <= reply.turn() + REFUSED_WITHIN_TURNS
                    || line.message().text().mentions().contains(reply.author()))
        .anyMatch(line -> !line.asks() && line.has(Cue.FAILED));
  }
}
