package ponte.app;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import ponte.nudge.Countries;
import ponte.nudge.EffectRules;
import ponte.nudge.Politeness;

/**
 * Messages that nobody asked for.
 *
 * @param country whose public holidays people keep, as {@code IT}, for one workspace as {@code
 *     workspace=IT}; none: those of the country in which each person's clock stands
 * @param quietChannels names or ids of channels about which nobody is written to
 * @param helpful the least share of a kind that people must have welcomed, so that it is not slowed
 *     down, 0 to 1; 0: none is
 */
@Validated
@ConfigurationProperties("ponte.nudges")
record NudgeProperties(
    @DefaultValue List<String> country,
    @DefaultValue Set<String> quietChannels,
    @DefaultValue("0.1") @DecimalMin("0") @DecimalMax("1") double helpful) {

  NudgeProperties {
    countries(country);
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
