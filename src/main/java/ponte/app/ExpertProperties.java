package ponte.app;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
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
    @DefaultValue("180d") @DurationMin(minutes = 1) Duration halfLife) {

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
        new ExpertRules.Votes(opening, thanked, elsewhere, halfLife, defaults.votes().longTopic()),
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
        defaults.doubt());
  }
}
