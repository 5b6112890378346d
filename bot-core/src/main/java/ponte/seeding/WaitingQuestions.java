package ponte.seeding;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import ponte.conversation.Channel;
import ponte.conversation.RichText;
import ponte.digest.Notices;
import ponte.nudge.WorkingTime;

/**
 * Questions to the room that have waited for some working days and can still be answered. What only
 * sounds like a question, an invitation or a call, is none, and what is broken at the moment is
 * nothing to talk about days later.
 */
final class WaitingQuestions implements Source {

  /** Of working days, so that a weekend is no waiting. */
  private static final Duration LEAST = Duration.ofDays(3);

  /** Whoever needed help earlier has it from elsewhere, or lives without. */
  private static final Duration MOST = Duration.ofDays(14);

  /** How others do something is worth asking for longer. */
  private static final Duration MOST_OF_PRACTICE = Duration.ofDays(28);

  /** A shorter one cannot be understood by those who were not there, a longer one is not read. */
  private static final int FEWEST_TERMS = 3;

  private static final int MOST_CHARACTERS = 320;

  /** Channels in which news are told, and nobody waits for an answer. */
  private static final Pattern NEWS =
      Pattern.compile(
          "(^|[-_])(announce(ments?)?|news|events?|annunci|avvisi|notizie|eventi|comunicazioni)([-_]|$)");

  private final StillOpen open;
  private final Wording wording;
  private final Function<Told, WorkingTime> times;

  /**
   * @param times how the time is counted in which a question could have been answered
   */
  WaitingQuestions(StillOpen open, Wording wording, Function<Told, WorkingTime> times) {
    this.open = open;
    this.wording = wording;
    this.times = times;
  }

  @Override
  public List<Proposal> in(Scene scene) {
    return scene
        .told()
        .filter(told -> told.standing() == Told.Standing.WAITING)
        .filter(told -> told.at().isAfter(scene.now().minus(MOST_OF_PRACTICE)))
        .filter(told -> told.asked().size() >= FEWEST_TERMS)
        .filter(told -> words(told.opening().text()).length() <= MOST_CHARACTERS)
        .filter(told -> !isForNews(told.channel()))
        .filter(told -> times.apply(told).between(told.at(), scene.now()).compareTo(LEAST) >= 0)
        .flatMap(told -> proposal(told, scene).stream())
        .toList();
  }

  private Optional<Proposal> proposal(Told told, Scene scene) {
    return open.of(told.opening().message())
        .filter(question -> !Notices.announces(question))
        .filter(question -> !Notices.isOfTheMoment(question))
        .filter(question -> !Notices.isPast(question, ZoneOffset.UTC, scene.now()))
        .filter(
            question ->
                wording.asked(question).filter(asked -> isTimely(asked, told, scene)).isPresent())
        .map(
            question ->
                new Proposal(
                    told.channel(),
                    new Reason.Waiting(question.id(), told.at()),
                    words(told.opening().text()),
                    Notices.wantsOpinions(question)
                        ? Prompting.Wanted.OPINIONS
                        : Prompting.Wanted.HELP,
                    worth(told, scene)));
  }

  private static boolean isTimely(String asked, Told told, Scene scene) {
    return Notices.wantsPractice(asked) || told.at().isAfter(scene.now().minus(MOST));
  }

  /** Whether news are told in a channel, so that nobody waits for an answer. */
  static boolean isForNews(Channel channel) {
    return NEWS.matcher(channel.name()).find();
  }

  /** Newer ones can still help who asked. */
  private static double worth(Told told, Scene scene) {
    var age = Duration.between(told.at(), scene.now());
    return 1 + 0.5 * (1 - (double) age.toHours() / MOST_OF_PRACTICE.toHours());
  }

  static String words(RichText text) {
    return text.searchable().strip();
  }
}
