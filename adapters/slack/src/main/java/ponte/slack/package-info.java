/** Slack: reads its exports and translates its messages and its mrkdwn into the domain. */
@NullMarked
package ponte.slack;

import org.jspecify.annotations.NullMarked;
