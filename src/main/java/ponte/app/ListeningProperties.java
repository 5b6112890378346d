package ponte.app;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import ponte.listening.ListeningRules;

/**
 * What rises and fades, new words, questions that keep coming back, topics without anybody for
 * them.
 *
 * @param window how far back, where nobody says, 7 to 366 days
 * @param history a topic is held against so long a time before, 14 to 366 days
 * @param ofChannel most messages read of one channel, 100 or more
 * @param ofAll most messages read altogether, 1,000 or more
 * @param trends when a topic rises or fades
 * @param words when a word has come into use
 * @param questions when a question keeps coming back
 * @param risk when hardly anybody answers for a topic
 * @param day the day on which those are told who want to be told every week
 * @param at the time of that day, on their own clocks
 */
@Validated
@ConfigurationProperties("ponte.listening")
record ListeningProperties(
    @DefaultValue("28d") @DurationMin(days = 7) @DurationMax(days = 366) Duration window,
    @DefaultValue("28d") @DurationMin(days = 14) @DurationMax(days = 366) Duration history,
    @DefaultValue("20000") @Min(100) int ofChannel,
    @DefaultValue("150000") @Min(1000) int ofAll,
    @DefaultValue @Valid Trends trends,
    @DefaultValue @Valid Words words,
    @DefaultValue @Valid Questions questions,
    @DefaultValue @Valid Risk risk,
    @DefaultValue("monday") @NotNull DayOfWeek day,
    @DefaultValue("09:00") @NotNull LocalTime at) {

  /**
   * When a topic rises or fades.
   *
   * @param times so many times its own rate before, 1.5 or more
   * @param people by so many, and so many in one conversation, 2 or more
   * @param channels in so many channels, 1 or more
   * @param alone in a single channel by so many people instead
   * @param conversations in so many talks apart
   * @param days on so many days
   * @param surprise so surprising, as a log-likelihood ratio
   * @param shown most topics of each direction, 1 to 50
   */
  record Trends(
      @DefaultValue("3") @DecimalMin("1.5") double times,
      @DefaultValue("3") @Min(2) int people,
      @DefaultValue("2") @Min(1) int channels,
      @DefaultValue("5") @Min(2) int alone,
      @DefaultValue("3") @Min(1) int conversations,
      @DefaultValue("3") @Min(1) int days,
      @DefaultValue("6.63") @DecimalMin("0") double surprise,
      @DefaultValue("12") @Min(1) @Max(50) int shown) {}

  /**
   * When a word has come into use.
   *
   * @param people so many use it, 2 or more
   * @param conversations in so many conversations
   * @param shown most words, 1 to 50
   */
  record Words(
      @DefaultValue("3") @Min(2) int people,
      @DefaultValue("2") @Min(1) int conversations,
      @DefaultValue("12") @Min(1) @Max(50) int shown) {}

  /**
   * When a question keeps coming back.
   *
   * @param window how far back it is looked for, 28 to 366 days
   * @param likeness so alike two questions are one, 0.1 to 1
   * @param times so often it was asked, 2 or more
   * @param people by so many, 2 or more
   * @param apart the first time and the last lie so far apart at least
   * @param shown most questions, 1 to 50
   * @param answers most earlier answers to each, 1 to 5
   */
  record Questions(
      @DefaultValue("180d") @DurationMin(days = 28) @DurationMax(days = 366) Duration window,
      @DefaultValue("0.3") @DecimalMin("0.1") @DecimalMax("1") double likeness,
      @DefaultValue("3") @Min(2) int times,
      @DefaultValue("3") @Min(2) int people,
      @DefaultValue("14d") @DurationMin(days = 0) Duration apart,
      @DefaultValue("10") @Min(1) @Max(50) int shown,
      @DefaultValue("2") @Min(1) @Max(5) int answers) {}

  /**
   * When hardly anybody answers for a topic.
   *
   * @param questions it came up in so many questions, 2 or more
   * @param people of so many, 2 or more
   * @param share one person answered so large a share of those that were answered, 0.5 to 1
   * @param unanswered or so large a share nobody answered, 0.1 to 1
   * @param shown most topics, 1 to 50
   */
  record Risk(
      @DefaultValue("3") @Min(2) int questions,
      @DefaultValue("3") @Min(2) int people,
      @DefaultValue("0.8") @DecimalMin("0.5") @DecimalMax("1") double share,
      @DefaultValue("0.5") @DecimalMin("0.1") @DecimalMax("1") double unanswered,
      @DefaultValue("10") @Min(1) @Max(50) int shown) {}

  ListeningRules rules() {
    return new ListeningRules(
        new ListeningRules.Reach(window, history, ofChannel, ofAll),
        new ListeningRules.Trends(
            trends.times,
            trends.people,
            trends.channels,
            trends.alone,
            trends.conversations,
            trends.days,
            trends.surprise,
            trends.shown),
        new ListeningRules.Words(words.people, words.conversations, words.shown),
        new ListeningRules.Asking(
            questions.window,
            questions.likeness,
            questions.times,
            questions.people,
            questions.apart,
            questions.shown,
            questions.answers),
        new ListeningRules.Risks(
            risk.questions, risk.people, risk.share, risk.unanswered, risk.shown),
        new ListeningRules.Weekly(day, at.truncatedTo(ChronoUnit.MINUTES)));
  }
}
