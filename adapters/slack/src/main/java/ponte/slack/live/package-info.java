/** Slack as it happens: what Ponte hears and what it is asked. */
@NullMarked
package ponte.slack.live;

import org.jspecify.annotations.NullMarked;
