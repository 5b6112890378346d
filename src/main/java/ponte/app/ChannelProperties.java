package ponte.app;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import ponte.directory.ChannelRules;

/**
 * In which channels Ponte hears, on every platform.
 *
 * @param allow only these, where any are named: names or ids, with {@code *} and {@code ?} for any
 *     letters, and with {@code workspace/} before them for those of one workspace
 * @param deny not these, even where they are allowed
 */
@ConfigurationProperties("ponte.channels")
record ChannelProperties(@DefaultValue Set<String> allow, @DefaultValue Set<String> deny) {

  ChannelProperties {
    allow = Set.copyOf(allow);
    deny = Set.copyOf(deny);
  }

  ChannelRules rules() {
    return ChannelRules.of(allow, deny);
  }
}
