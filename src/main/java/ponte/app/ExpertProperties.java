package ponte.app;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import ponte.expert.ExpertRules;

/**
 * Who knows.
 *
 * @param people how many colleagues are named, 1 to {@code most}
 * @param most how many are named at most, 1 to 20
 * @param evidence how many conversations about the topic it takes to name somebody, 1 to 50
 * @param opening the worth of having opened a conversation, where an answer is worth 1; 0 to 1
 * @param thanked how much more an answer is worth that was thanked or ticked, 0 to 10
 * @param elsewhere what a conversation of another channel is worth, where somebody asks in a
 *     channel, 0 to 1
 * @param halfLife after which a conversation counts half, 1 minute or more
 * @param feedback how much colleagues move each other by what they say
 * @param routing whom to ask a question for which somebody waits
 */
@Validated
@ConfigurationProperties("ponte.experts")
record ExpertProperties(
    @DefaultValue("3") @Min(1) @Max(20) int people,
    @DefaultValue("5") @Min(1) @Max(20) int most,
    @DefaultValue("2") @Min(1) @Max(50) int evidence,
    @DefaultValue("0.3") @DecimalMin("0") @DecimalMax("1") double opening,
    @DefaultValue("0.5") @DecimalMin("0") @DecimalMax("10") double thanked,
    @DefaultValue("0.4") @DecimalMin("0") @DecimalMax("1") double elsewhere,
    @DefaultValue("180d") @DurationMin(minutes = 1) Duration halfLife,
    @DefaultValue @Valid Feedback feedback,
    @DefaultValue @Valid Routing routing) {

  /**
   * Whom to ask a question for which somebody waits.
   *
   * @param joined the weight of taking part in the last conversations, where the most knowledge
   *     weighs 1; 0 to 10
   * @param seen the weight of having written right now, 0 to 10
   * @param daytime how much more somebody's last word in a conversation counts that fell on this
   *     time of the day, 0 to 10
   * @param elsewhere what a conversation of another channel is worth, 0 to 1
   */
  record Routing(
      @DefaultValue("0.3") @DecimalMin("0") @DecimalMax("10") double joined,
      @DefaultValue("0.2") @DecimalMin("0") @DecimalMax("10") double seen,
      @DefaultValue("3") @DecimalMin("0") @DecimalMax("10") double daytime,
      @DefaultValue("0.2") @DecimalMin("0") @DecimalMax("1") double elsewhere) {

    ExpertRules.Routing rules() {
      var usual = ExpertRules.Routing.DEFAULT;
      return new ExpertRules.Routing(
          usual.asking(),
          elsewhere,
          usual.relevance(),
          usual.fading(),
          usual.pace(),
          daytime,
          usual.around(),
          usual.latest(),
          joined,
          seen,
          usual.known());
    }
  }

  /**
   * How what colleagues say counts, and how the load is spread.
   *
   * @param step what is left of a score with each colleague who doubts that somebody is right for a
   *     topic, the first one not counted; it grows by the same share with each who says that they
   *     helped. 0.1 to 1, where 1 counts nobody
   * @param most how many colleagues count at most, either way, 1 to 20
   * @param halfLife after which what a colleague said counts half, 1 minute or more
   * @param own how much a score grows of who says themselves that they know about a topic, 0 to 1
   * @param noTime for so long it holds that somebody was said to have no time, 0 to 365 days
   * @param lately for so long it counts that somebody was asked for help, 0 to 60 days
   * @param near who was asked lately comes after others who have so much less of a score, as a
   *     share of it, 0 to 0.5; 0 spreads no load
   */
  record Feedback(
      @DefaultValue("0.85") @DecimalMin("0.1") @DecimalMax("1") double step,
      @DefaultValue("4") @Min(1) @Max(20) int most,
      @DefaultValue("180d") @DurationMin(minutes = 1) Duration halfLife,
      @DefaultValue("0.1") @DecimalMin("0") @DecimalMax("1") double own,
      @DefaultValue("21d") @DurationMin @DurationMax(days = 365) Duration noTime,
      @DefaultValue("14d") @DurationMin @DurationMax(days = 60) Duration lately,
      @DefaultValue("0.2") @DecimalMin("0") @DecimalMax("0.5") double near) {

    ExpertRules.Feedback rules() {
      return new ExpertRules.Feedback(step, most, halfLife, own, noTime, lately, near);
    }
  }

  @AssertTrue(message = "people must not be more than most")
  boolean isPeopleWithinMost() {
    return people <= most;
  }

  ExpertRules rules() {
    var defaults = ExpertRules.DEFAULT;
    var pieces = defaults.evidence();
    return new ExpertRules(
        people,
        most,
        defaults.conversations(),
        new ExpertRules.Votes(
            opening,
            defaults.votes().asking(),
            thanked,
            elsewhere,
            halfLife,
            defaults.votes().longTopic()),
        new ExpertRules.Evidence(
            evidence,
            pieces.coverage(),
            pieces.words(),
            pieces.leastCoverage(),
            pieces.partly(),
            pieces.share(),
            pieces.shown(),
            pieces.quote(),
            pieces.strong()),
        feedback.rules(),
        routing.rules());
  }
}
