package ponte.app;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import ponte.nudge.Countries;
import ponte.nudge.EffectRules;
import ponte.nudge.NudgeRules;
import ponte.nudge.Politeness;
import ponte.unnamed.UnnamedRules;

/**
 * Messages that nobody asked for, and questions that nobody answers.
 *
 * @param country whose public holidays people keep, as {@code IT}, for one workspace as {@code
 *     workspace=IT}; none: those of the country in which each person's clock stands
 * @param quietChannels names or ids of channels about which nobody is written to
 * @param helpful the least share of a kind that people must have welcomed, so that it is not slowed
 *     down, 0 to 1; 0: none is
 * @param after so much working time of the asker passes before they are asked whether colleagues
 *     are to be asked, 0 to 5 days
 * @param next so long after one group of colleagues the next one is asked, Saturdays and Sundays
 *     not counted, 1 second to 14 days
 * @param groups so many groups of colleagues are asked at most, 1 to 5
 * @param listed so long after the asker's consent, or the question for it, it stands on the
 *     community managers' list, Saturdays and Sundays not counted, 1 second to 20 days
 * @param anonymous where people may have colleagues asked without their name: {@code true}, {@code
 *     false}, or the ids of workspaces
 */
@Validated
@ConfigurationProperties("ponte.nudges")
record NudgeProperties(
    @DefaultValue List<String> country,
    @DefaultValue Set<String> quietChannels,
    @DefaultValue("0.1") @DecimalMin("0") @DecimalMax("1") double helpful,
    @DefaultValue("4h") @DurationMin @DurationMax(days = 5) Duration after,
    @DefaultValue("24h") @DurationMin(seconds = 1) @DurationMax(days = 14) Duration next,
    @DefaultValue("2") @Min(1) @Max(5) int groups,
    @DefaultValue("72h") @DurationMin(seconds = 1) @DurationMax(days = 20) Duration listed,
    @DefaultValue("false") Set<String> anonymous) {

  NudgeProperties {
    countries(country);
  }

  NudgeRules rules() {
    return new NudgeRules(after, next, groups, listed, UnnamedRules.of(anonymous));
  }

  Politeness politeness() {
    return new Politeness(countries(country), quietChannels, new EffectRules(helpful));
  }

  private static Countries countries(List<String> country) {
    var ofWorkspaces = new HashMap<String, String>();
    @Nullable String everywhere = null;
    for (var set : country) {
      var at = set.indexOf('=');
      if (at < 0) {
        everywhere = set;
      } else {
        ofWorkspaces.put(set.substring(0, at).strip(), set.substring(at + 1));
      }
    }
    return new Countries(ofWorkspaces, everywhere);
  }
}
