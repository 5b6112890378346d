package ponte.app;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import ponte.digest.DigestRules;

/**
 * The digest of a channel.
 *
 * @param window how far back it looks where nobody says, 1 hour to 30 days
 * @param mostDays most days it covers, 1 to 366
 * @param lines most lines it has, 1 to 25
 * @param fewestMessages with fewer messages there is none, 1 or more
 * @param fewestPeople with fewer people there is none, 1 or more
 * @param openAfter how long a question must have waited to be called open, 0 or more
 * @param smallLines lines kept for promises, trends, links, thanks and new people where there are
 *     as many kinds of them, 0 or more; never more than a third of all
 * @param thankers so many must have thanked somebody, 2 or more
 * @param celebrating so many must have celebrated something, 1 or more
 * @param risingTimes a topic rises that is so many times as much spoken of as before, 1 or more
 * @param risingPeople and by so many people, 2 or more
 */
@Validated
@ConfigurationProperties("ponte.digest")
record DigestProperties(
    @DefaultValue("7d") @DurationMin(hours = 1) @DurationMax(days = 30) Duration window,
    @DefaultValue("30") @Min(1) @Max(366) int mostDays,
    @DefaultValue("10") @Min(1) @Max(25) int lines,
    @DefaultValue("10") @Min(1) int fewestMessages,
    @DefaultValue("3") @Min(1) int fewestPeople,
    @DefaultValue("24h") @DurationMin Duration openAfter,
    @DefaultValue("3") @Min(0) @Max(25) int smallLines,
    @DefaultValue("2") @Min(2) int thankers,
    @DefaultValue("3") @Min(1) int celebrating,
    @DefaultValue("3") @DecimalMin("1") double risingTimes,
    @DefaultValue("3") @Min(2) int risingPeople) {

  DigestRules rules() {
    var defaults = DigestRules.DEFAULT;
    var span = defaults.span();
    var most = defaults.lines();
    var open = defaults.open();
    var trend = defaults.trend();
    return new DigestRules(
        new DigestRules.Span(
            window,
            mostDays,
            span.memory(),
            span.mostMessages(),
            span.mostRemembered(),
            fewestMessages,
            fewestPeople),
        new DigestRules.Lines(
            lines,
            Math.min(lines, most.discussions()),
            most.decisions(),
            most.open(),
            most.headlineWords(),
            most.outcomeWords()),
        defaults.fit(),
        defaults.opening(),
        defaults.outcome(),
        defaults.rank(),
        new DigestRules.Open(openAfter, open.near(), open.next(), open.named()),
        new DigestRules.Small(smallLines, defaults.small().each(), thankers, celebrating),
        new DigestRules.Trend(
            risingTimes,
            risingPeople,
            trend.messages(),
            trend.surprise(),
            trend.before(),
            trend.missed()),
        defaults.whole());
  }
}
