package ponte.digest;

import java.util.List;
import java.util.Optional;
import ponte.conversation.Message;
import ponte.conversation.PersonId;

/** Finds what somebody was thanked for. */
final class Favours {

  /** What cannot stand alone tells a reader nothing. */
  private static final double LEAST_FIT = -0.5;

  private static final int FEWEST_TERMS = 2;

  private final Reading reading;
  private final Fitness fitness;
  private final Openings openings;

  Favours(Reading reading, Fitness fitness, Openings openings) {
    this.reading = reading;
    this.fitness = fitness;
    this.openings = openings;
  }

  /** What thanks name themselves ("thanks for the migration plan"), or what had a reaction. */
  Optional<Line> named(Message thanks, PersonId person) {
    boolean reaction = thanks.author().equals(person);
    return reading.lines(new Talk(thanks.id(), List.of(thanks))).stream()
        .filter(line -> !line.asks() && (reaction || line.has(Cue.THANKS_FOR)))
        .filter(line -> line.terms().stream().distinct().count() >= FEWEST_TERMS)
        .filter(line -> fitness.besideWhatItMeans(line) > LEAST_FIT)
        .findFirst();
  }

  /** What was asked before thanks, after which the person who is thanked spoke. */
  Optional<Line> asked(Talk talk, Message thanks, PersonId person) {
    boolean reaction = thanks.author().equals(person);
    var helped =
        talk.messages().stream()
            .filter(said -> said.author().equals(person))
            .filter(
                said -> reaction ? said.id().equals(thanks.id()) : said.at().isBefore(thanks.at()))
            .reduce((_, later) -> later);
    return helped.flatMap(
        said ->
            openings.lastAsked(
                talk,
                reading.lines(talk),
                line ->
                    line.message().at().isBefore(said.at())
                        && (reaction
                            ? !line.author().equals(person)
                            : line.author().equals(thanks.author()))));
  }
}
