package ponte.app;

import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import ponte.nudge.Countries;
import ponte.nudge.Politeness;

/**
 * Messages that nobody asked for.
 *
 * @param country whose public holidays people keep, as {@code IT}, for one workspace as {@code
 *     workspace=IT}; none: those of the country in which each person's clock stands
 * @param quietChannels names or ids of channels about which nobody is written to
 */
@ConfigurationProperties("ponte.nudges")
record NudgeProperties(
    @DefaultValue List<String> country, @DefaultValue Set<String> quietChannels) {

  NudgeProperties {
    politeness(country, quietChannels);
  }

  Politeness politeness() {
    return politeness(country, quietChannels);
  }

  private static Politeness politeness(List<String> country, Set<String> quietChannels) {
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
    return new Politeness(new Countries(ofWorkspaces, everywhere), quietChannels);
  }
}
