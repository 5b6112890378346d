/** Brings replies to where they belong in Slack, once each. */
@NullMarked
package ponte.slack.delivery;

import org.jspecify.annotations.NullMarked;
