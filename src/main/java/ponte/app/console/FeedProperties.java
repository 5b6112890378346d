package ponte.app.console;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Feeds of digests.
 *
 * @param enabled whether there are any: whoever knows the address of one reads it without signing
 *     in
 * @param address where readers reach this server, such as {@code https://ponte.intranet.example};
 *     null: as the browser of whoever switches one on does
 */
@ConfigurationProperties("ponte.feeds")
record FeedProperties(@DefaultValue("false") boolean enabled, @Nullable URI address) {}
